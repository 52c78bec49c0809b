"""All keys of a front-matter block, also behind lines that cannot be read."""

from __future__ import annotations

import re

from readyroom.model.brief import Node, Problem
from readyroom.model.text import Span
from readyroom.parsing.front_matter.errors import (
    Failure,
    Stop,
    explain,
    line_bounds,
    without_comment,
)
from readyroom.parsing.front_matter.nodes import MAX_PROBLEMS, NodeReader
from readyroom.parsing.front_matter.text import YamlText, prepare

MAX_CHARACTERS = 65_536
_MAX_RESTARTS = 40

_NEXT_KEY = re.compile(r"(?<=[\n\r])[\"']?+[^\W\d][\w .-]{0,80}[\"']?+(?::(?!//)|：)")
# Also `status:planned` and `status：planned`, which YAML takes for text.
_LINE = re.compile(r"(?P<key>[^\W\d][\w.-]*+)(?P<colon>:[ \t]++|:(?!//)|：[ \t]*+)(?P<value>\S.*)")
# Failures that concern one value only, so that the text of the line may stand for it.
_ONE_VALUE = frozenset({Stop.SYNTAX, Stop.QUOTE, Stop.ESCAPE, Stop.TAG})


def read_entries(text: str, start: int, end: int) -> tuple[dict[str, Node], list[Problem]]:
    """The top-level keys of `text[start:end]` with their nodes, and all problems in their order.

    Reads at most `MAX_CHARACTERS`. Behind a line that cannot be read it goes on with the next
    top-level key. Never raises.
    """
    stop = min(end, start + MAX_CHARACTERS)
    yaml_text, problems = prepare(text, start, stop)
    entries: dict[str, Node] = {}
    at, events, behind = start, 0, 0
    for _ in range(_MAX_RESTARTS):
        reader = NodeReader(yaml_text, at, dict(entries), events)
        failure = reader.read()
        if failure and failure.stop is Stop.TAB:
            problems += _explain(failure, text)
            yaml_text = yaml_text.without_tabs()
            continue
        entries, events = reader.entries, reader.events
        problems += reader.problems
        if failure is None:
            break
        if stop == end or failure.stop in (Stop.DEPTH, Stop.EVENTS):
            problems += _explain(failure, text)
            behind = _take_line(failure, yaml_text, reader.last_key, entries)
        following = _NEXT_KEY.search(yaml_text.text, max(reader.last_key.end, at + 1, behind))
        if following is None or len(problems) >= MAX_PROBLEMS or failure.stop is Stop.EVENTS:
            break
        at = following.start()
    if stop < end:
        _drop_last(entries, reader.last_key)
    return entries, sorted(problems, key=lambda problem: problem.span)[:MAX_PROBLEMS]


def _explain(failure: Failure, text: str) -> list[Problem]:
    """The problem; none for a tab that does not indent (only the Python parser minds it), and none
    for a line that was already told to use spaces."""
    start = line_bounds(text, failure.at)[0]
    indent = text[start : failure.at]
    if failure.stop is Stop.TAB:
        return [] if indent.strip(" \t-") else [explain(failure, text)]
    if "\t" in indent and not indent.strip(" \t-"):
        return []
    return [explain(failure, text)]


def _take_line(
    failure: Failure, yaml_text: YamlText, last_key: Span, entries: dict[str, Node]
) -> int:
    """Keep what the writer meant in `title: Spring: how we begin`: the text behind the key.

    Returns the offset behind the line, 0 where it gives no value.
    """
    text = yaml_text.text
    start, end = line_bounds(text, min(failure.at, max(len(text) - 1, 0)))
    match = _LINE.fullmatch(without_comment(text[start:end]))
    if match is None or failure.stop not in _ONE_VALUE or match["value"].endswith(("]", "}")):
        return 0
    behind = text[end:].lstrip("\r\n")[:1]
    known = entries.get(match["key"])
    is_key_of_parser = match["colon"][:1] == ":" and match["colon"] != ":"
    begun = start == last_key.start if is_key_of_parser else start >= last_key.start
    if not begun or behind in (" ", "\t") or (known and known.key.start != start):
        return 0
    written = yaml_text.original(match["value"])
    if written[0] in "\"'":
        written = written.strip(written[0])
    key, value = match.span("key"), match.span("value")
    entries[match["key"]] = Node(
        written,
        Span(start + value[0], start + value[1]),
        Span(start + key[0], start + key[1]),
        written,
    )
    return end


def _drop_last(entries: dict[str, Node], last: Span) -> None:
    """Forget the key whose value was cut off at the size limit."""
    for name in [name for name, node in entries.items() if node.key.start >= last.start]:
        del entries[name]
