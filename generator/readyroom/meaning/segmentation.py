"""Whether each group of people gets words of its own, and who is left out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from readyroom.languages import language
from readyroom.languages.matching import WordList, words
from readyroom.meaning.groups import are_traits, groups, name_of, number_of_groups
from readyroom.meaning.overlap import share_words
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import BlockKind, Brief, Item, ItemKind
from readyroom.model.citations import cited
from readyroom.model.links import is_relative, resolve, split_target
from readyroom.model.playbook import Page, Playbook

_TOLD = ("message", "personalization")
_EXCLUDING = ("audience", *_TOLD, "channels")
_SPOKEN = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM)
_HEAD = 40


def is_single(brief: Brief) -> bool:
    """Whether the brief says that one segment is enough."""
    single = words("single_segment", brief.language)
    return brief.front.text("segments") == "single" or any(
        line.text[:_HEAD] in single for line in brief.labelled("single", "audience")
    )


def without_message(brief: Brief) -> tuple[Item, ...]:
    """The groups that have no message of their own; all of them where nobody has one.

    A group is meant by its id or by a word of its name; as many rows as groups will do as well.
    Where there is no message at all, that is another fault.
    """
    found = groups(brief)
    rows = [item for item in brief.items("message") if item.kind is ItemKind.ROW]
    told = [block.passage.text for key in _TOLD for block in brief.blocks(key)]
    silent = all(is_blank(text, brief.language) for text in told)
    if silent or are_traits(found) or len(rows) >= number_of_groups(brief) > 1:
        return ()
    heads = [(row.cell("segment") or row.passage).text for row in rows]
    heads += [text[:_HEAD] for text in told]
    return tuple(
        group
        for group in found
        if group.id not in {name for text in told for name in cited(text, "S")}
        and not any(share_words(name_of(group), head) for head in heads)
    )


def excluding_nobody(brief: Brief, playbook: Playbook) -> tuple[Item, ...]:
    """The groups of which nobody is left out: neither in their row, nor on their page of the
    library, nor in a sentence for all."""
    found = groups(brief)
    left_out = _left_out(brief.language)
    own = {group.span.start for group in found}
    for block in (block for key in _EXCLUDING for block in brief.blocks(key)):
        elsewhere = block.kind in _SPOKEN and block.passage.span().start not in own
        if elsewhere and block.passage.text in left_out:
            return ()
    return tuple(group for group in found if not _leaves_out(group, brief, playbook))


def _leaves_out(group: Item, brief: Brief, playbook: Playbook) -> bool:
    column = group.cell("notfor")
    rows = (row for row in brief.items("message") if group.id and group.id in cited(row.text, "S"))
    texts = [group.text, *(child.text for child in group.children), *(row.text for row in rows)]
    left_out = _left_out(brief.language)
    return (
        (column is not None and not is_blank(column.text, brief.language))
        or any(text in left_out for text in texts)
        or any(
            page.source.text in left_out for page in _pages(group, brief, playbook) if page.source
        )
    )


def _pages(group: Item, brief: Brief, playbook: Playbook) -> tuple[Page, ...]:
    """The pages of the library that a group links to."""
    known: Mapping[str, Page] = {page.path: page for page in playbook.segments.values()}
    paths = (
        resolve(brief.path, split_target(link.target)[0])
        for link in brief.links
        if group.span.start <= link.span.start < group.span.end and is_relative(link.target)
    )
    return tuple(known[path] for path in paths if path and path in known)


@cache
def _left_out(code: str) -> WordList:
    """Words for leaving somebody out, the names of the column for that included."""
    entries = [
        (entry, known.spaced)
        for known in (language("en"), language(code))
        for entry in (*known.words["left_out"], *known.columns["audience"]["notfor"])
    ]
    return WordList(entries)
