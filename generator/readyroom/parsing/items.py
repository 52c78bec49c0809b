"""Lists, tables and paragraphs to items and labels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token

from readyroom.languages.matching import fold
from readyroom.model.brief import Item, ItemKind
from readyroom.model.text import Passage, join
from readyroom.parsing.passages import Place, cells, passage
from readyroom.parsing.vocabulary import columns, labels

# Borders are Latin and Cyrillic on purpose: Chinese puts no space behind an id.
_ID = re.compile(
    r"[\s\[(]*((?:OBJ(?:-\w+)+)|[GMSAEDTRL]\d{1,3}(?:\.\d{1,2})*)(?![A-Za-z0-9_À-ɏЀ-ӿ%])(?!-\w)"
)
_NAMES_GOAL = re.compile(r"(?<![A-Za-z0-9])(?:G\d{1,3}(?!\d)|OBJ-)")
_LABEL = re.compile(r"[ \t]*(?:[-*•]\s+)?([^:：\n|]{1,60}?)[ \t]*[:：]")


def item_id(text: str) -> str:
    """The id that a text begins with ("G1", "M2", "G1.1", "OBJ-2027-2"), or ""."""
    match = _ID.match(text)
    return match[1] if match else ""


def parts_by_id(text: Passage) -> Iterator[Passage]:
    """A paragraph, divided where a line begins with another id of the letter that it begins with
    ("**R1** …", next line "**R2** …")."""
    first = item_id(text.text)
    starts = [0]
    for found in re.finditer(r"\n", text.text) if first else ():
        own = item_id(text.text[found.end() :])
        if own and own != first and own[0] == first[0]:
            starts.append(found.end())
    if len(starts) == 1:
        yield text  # with its signs
        return
    for start, end in zip(starts, [*starts[1:], len(text.text)], strict=True):
        yield text.part(start, end)


def closing(tokens: list[Token], start: int) -> int:
    """Index of the token that closes the one at `start`."""
    kind, level = tokens[start].type.replace("_open", "_close"), tokens[start].level
    for index in range(start + 1, len(tokens)):
        if tokens[index].type == kind and tokens[index].level == level:
            return index
    return len(tokens) - 1


def list_items(tokens: list[Token], start: int, end: int, place: Place) -> Iterator[Item]:
    """The items of the list that spans `tokens[start:end]`, nested lists as children."""
    index = start + 1
    while index < end:
        if tokens[index].type != "list_item_open":
            index += 1
            continue
        last = closing(tokens, index)
        yield _list_item(tokens, index, last, place)
        index = last + 1


def _list_item(tokens: list[Token], start: int, end: int, place: Place) -> Item:
    inlines: list[Token] = []
    children: list[Item] = []
    index = start + 1
    while index < end:
        token = tokens[index]
        if token.type in ("bullet_list_open", "ordered_list_open"):
            last = closing(tokens, index)
            children.extend(list_items(tokens, index, last, place))
            index = last
        elif token.type == "inline":
            inlines.append(token)
        index += 1
    whole = join([passage(inline, place) for inline in inlines], "\n")
    task, key = _task(inlines[0]) if inlines else (None, "")
    return Item(ItemKind.LIST, whole, item_id(whole.text), {}, tuple(children), task, key)


def _task(inline: Token) -> tuple[bool | None, str]:
    children = inline.children or []
    done = None
    if children and children[0].type == "html_inline":
        done = "checked" in children[0].content
    key = next((child.content for child in children if child.type == "readiness_key"), "")
    return done, key


def table_rows(
    tokens: list[Token], start: int, end: int, place: Place, keys: tuple[str, ...], code: str
) -> tuple[list[Item], list[tuple[str, Passage]], list[Passage]]:
    """Items of the body rows, all body cells as (column key, passage), and the head cells."""
    table = [cells(row, inlines, place) for row, inlines in _rows(tokens, start, end)]
    heads, body = (table[0], table[1:]) if table else ([], [])
    names = columns(tuple(head.text for head in heads), keys, code)
    if "metrics" in keys:
        names = _goal_or_target(names, body)
    pairs = [list(zip(names, row, strict=False)) for row in body]
    everything = [pair for row in pairs for pair in row]
    return [_row(row) for row in pairs], everything, heads


def _goal_or_target(names: tuple[str, ...], body: list[list[Passage]]) -> tuple[str, ...]:
    """A column of metrics called "goal" that names no goal and holds numbers is the target."""
    if "goal" not in names or "target" in names:
        return names
    at = names.index("goal")
    column = [row[at] for row in body if at < len(row)]
    if any(_NAMES_GOAL.search(found.text) for found in column):
        return names
    if not any(found.quantities for found in column):
        return names
    return (*names[:at], "target", *names[at + 1 :])


def _rows(tokens: list[Token], start: int, end: int) -> Iterator[tuple[int, list[Token]]]:
    row, inlines = 0, list[Token]()
    for token in tokens[start:end]:
        if token.type == "tr_open":
            row, inlines = token.map[0] if token.map else row + 1, []
        elif token.type == "inline":
            inlines.append(token)
        elif token.type == "tr_close":
            yield row, inlines


def _row(pairs: list[tuple[str, Passage]]) -> Item:
    named = {name: cell for name, cell in pairs if name}
    first = pairs[0][1] if pairs else Passage("")
    own = item_id(named["id"].text) if "id" in named else item_id(first.text)
    filled = [cell for _, cell in pairs if cell]
    whole = _spread(filled or [first])
    return Item(ItemKind.ROW, whole, own, named)


def _spread(parts: list[Passage]) -> Passage:
    """The cells of a row as one passage that reaches from the first to the last of them."""
    text = " | ".join(part.text for part in parts)
    raw, starts = "", list[int]()
    for part in parts:
        raw += ("\n" if raw else "") + part.raw
        starts.append(part.starts[0])
    code: list[tuple[int, int]] = []
    length = 0
    for part in parts:
        code.extend((a + length, b + length) for a, b in part.code)
        length += len(part.text) + 3
    return Passage(text, raw, tuple(starts), tuple(code), parts[0].reader)


def label_lines(text: Passage, code: str) -> Iterator[tuple[str, Passage, Passage]]:
    """Lines of a passage of the form "Label: value": (folded label, label, value)."""
    if ":" not in text.text and "：" not in text.text:
        return
    start = 0
    for line in text.text.split("\n"):
        match = _LABEL.match(line)
        if match and not line[match.end() :].startswith("//"):
            label = text.part(start + match.start(1), start + match.end(1))
            yield (
                fold(match[1]).strip(" *_"),
                label,
                text.part(start + match.end(), start + len(line)),
            )
        start += len(line) + 1


def known_labels(text: Passage, code: str) -> Iterator[tuple[str, Passage]]:
    """Label lines whose label is in the vocabulary: (label key, value)."""
    names = labels(code)
    for folded, _, value in label_lines(text, code):
        key = names.get(folded)
        if key:
            yield key, value
