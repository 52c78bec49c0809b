"""The stop rule: the lines that say when a campaign is stopped, by whom, and how it is undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from readyroom.languages.matching import WordList, words
from readyroom.meaning.team_names import names_person
from readyroom.model.brief import Block, BlockKind, Brief, ItemKind, Section
from readyroom.model.text import Passage, join

_SECTIONS = ("risks", "thresholds", "metrics", "consent", "team", "tactics", "timeline")
_LABEL_ENDS = (":", "：")


def stop_rules(brief: Brief) -> tuple[Passage, ...]:
    """Each text that is a stop rule by its name, else each line that says when to stop.

    What a risk has as its answer is no stop rule, unless it is called so.
    """
    named = [text for section in _sections(brief) for text in _named(section, brief.language)]
    return tuple(named or (*_unnamed(brief), *_rows(brief)))


def _sections(brief: Brief) -> Iterator[Section]:
    """Where stop rules stand: sections of the brief, or a section of that name."""
    told: set[int] = set()
    for section in brief.sections:
        if not section.keys and section.heading.text in words("stop_rule", brief.language):
            yield replace(
                section, blocks=(Block(BlockKind.HEADING, section.heading), *section.blocks)
            )
    for key in _SECTIONS:
        for section in brief.sections_of(key):
            if section.span.start not in told:
                told.add(section.span.start)
                yield section


def _named(section: Section, code: str) -> Iterator[Passage]:
    """A line or row with the name in it; what stands below, if the name is all that it says."""
    names = words("stop_rule", code)
    for item in section.items:
        if item.kind is ItemKind.ROW and item.text in names:
            yield item.passage
    for index, block in enumerate(section.blocks):
        if block.kind in (BlockKind.CELL, BlockKind.CODE) or not _is_named(block, names, section):
            continue
        is_title = block.kind is BlockKind.HEADING or block.passage.text.rstrip().endswith(
            _LABEL_ENDS
        )
        below = _below(section.blocks[index + 1 :]) if is_title else ()
        yield join([block.passage, *below], "\n")


def _is_named(block: Block, names: WordList, section: Section) -> bool:
    labelled = any(
        block.passage.span().start <= value.span().start <= block.passage.span().end
        for value in section.labels.get("stop", ())
    )
    return labelled or block.passage.text in names


def _below(blocks: tuple[Block, ...]) -> Iterator[Passage]:
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            return
        yield block.passage


def _unnamed(brief: Brief) -> Iterator[Passage]:
    when = words("stop_when", brief.language)
    for section in _sections(brief):
        risks = {item.span for item in section.items if item.id.startswith("R")}
        for block in section.blocks:
            if (
                block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
                and block.passage.text in when
                and block.passage.span() not in risks
            ):
                yield block.passage


def _rows(brief: Brief) -> Iterator[Passage]:
    """Rows among the risks that say all of it, in a table of their own."""
    for item in brief.items("risks"):
        text = item.passage
        is_other = item.kind is ItemKind.ROW and not item.id.startswith("R")
        if is_other and says_when(text, brief.language) and says_who(text, brief):
            yield text


def says_when(text: Passage, code: str) -> bool:
    """Whether a value is named that stops it: a number in any form."""
    return bool(text.quantities) or any(
        text.text in words(name, code) for name in ("number_word", "few_word")
    )


def says_who(text: Passage, brief: Brief) -> bool:
    """Whether somebody is named who may stop it: by handle, by name, or as "one alone"."""
    return text.text in words("stop_alone", brief.language) or names_person(brief, text.text)


def says_how_back(text: Passage, code: str) -> bool:
    """Whether it is said how to take back what people have already seen."""
    return text.text in words("undo", code)
