"""YAML events to nodes with places, in one pass, refusing everything that makes YAML dangerous.

Only events are asked for: the parser below them keeps its state on the heap, so deep nesting cannot
overflow the C stack as loading does (60 KB of `[` end MkDocs with SIGSEGV).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from readyroom.model.brief import Node, Problem
from readyroom.model.message import Message, msg
from readyroom.model.text import Span
from readyroom.parsing.front_matter.errors import (
    MAX_DEPTH,
    MAX_EVENTS,
    TITLE,
    Failure,
    Fault,
    Stop,
    failure_of,
    problem,
    shorten,
    tag_fault,
)
from readyroom.parsing.front_matter.scalars import Value, read_plain
from readyroom.parsing.front_matter.text import REFUSED, YamlText

EventParser: Any
try:
    from yaml.cyaml import CParser as EventParser  # type: ignore[attr-defined]
except ImportError:
    from yaml import SafeLoader as EventParser


class _Stopped(Exception):
    """Carries a failure out of the nodes that are being read."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.stop)
        self.failure = failure


class NodeReader:
    """Reads the keys of one YAML text from `start` on, up to its end or to what it cannot read.

    `entries` and `problems` hold what was found so far, `last_key` the top-level key that was begun
    last, and `events` how many events were used up.
    """

    def __init__(
        self, yaml_text: YamlText, start: int, entries: dict[str, Node], events: int
    ) -> None:
        self.entries = entries
        self.problems: list[Problem] = []
        self.last_key = Span(start, start)
        self.events = events
        self._text = yaml_text
        self._start = start
        self._event: Any = None
        self._get_event = EventParser(yaml_text.text[start:]).get_event

    def read(self) -> Failure | None:
        """Read to the end; the failure that prevented it, if any."""
        try:
            self._next()
            if type(self._next()) is not DocumentStartEvent:
                return None
            self._document()
            following = self._next()
            if type(following) is not StreamEndEvent:
                return Failure(Stop.DOCUMENTS, self._span(following).start)
        except _Stopped as stopped:
            return stopped.failure
        return None

    def _document(self) -> None:
        root = self._next()
        if type(root) is MappingStartEvent:
            self._refuse_properties(root)
            self._entries(self.entries, 1)
        elif type(root) is not ScalarEvent or root.value or root.style:
            node = self._node(root, None, 0)
            kind = Stop.LIST if isinstance(node.value, tuple) else Stop.SYNTAX
            raise _Stopped(Failure(kind, node.span.start))
        self._next()

    def _next(self) -> Any:
        self.events += 1
        try:
            self._event = event = self._get_event()
        except Exception as error:  # PyYAML raises ValueError, IndexError and others too
            behind = self._span(self._event).end if self._event else self._start
            raise _Stopped(failure_of(error, self._start, behind, self._text.text)) from None
        if self.events > MAX_EVENTS:
            raise _Stopped(Failure(Stop.EVENTS, self._span(event).start))
        return event

    def _node(self, event: Any, key: Span | None, depth: int) -> Node:
        """The node that begins with `event`, inside `depth` lists and groups."""
        if type(event) is ScalarEvent:
            return self._scalar(event, key)
        span = self._span(event)
        if type(event) is AliasEvent:
            return self._alias(span, key)
        self._refuse_properties(event)
        if depth >= MAX_DEPTH:
            raise _Stopped(Failure(Stop.DEPTH, span.start))
        if type(event) is SequenceStartEvent:
            items: list[Node] = []
            while type(item := self._next()) is not SequenceEndEvent:
                items.append(self._node(item, None, depth + 1))
            around = self._around(event, items, item)
            return Node(tuple(items), around, key or around)
        nodes: dict[str, Node] = {}
        around = self._around(event, nodes.values(), self._entries(nodes, depth + 1))
        return Node(nodes, around, key or around)

    def _around(self, start: Any, nodes: Iterable[Node], end: Any) -> Span:
        """The span of a list or group: with its brackets, or to the end of its last element."""
        first, behind = self._span(start).start, self._span(end).end
        if not start.flow_style:
            behind = max((node.span.end for node in nodes), default=first)
        return Span(first, max(first, behind))

    def _entries(self, nodes: dict[str, Node], depth: int) -> Any:
        """Read the keys and values of a mapping into `nodes`; its end event."""
        while type(event := self._next()) is not MappingEndEvent:
            place = self._span(event)
            if depth == 1:
                self.last_key = place
            name = self._key(event, place, depth)
            begun = self._next()
            if type(begun) is ScalarEvent:
                node = self._scalar(begun, place)
            else:
                node = self._node(begun, place, depth)
            if name in nodes:
                self._duplicate(name, nodes[name], place)
            elif name:
                nodes[name] = node
        return event

    def _key(self, event: Any, place: Span, depth: int) -> str:
        """The name of a key, "" where it is not one that can be used."""
        if type(event) is not ScalarEvent:
            self._node(event, None, depth)
            self._report(place, *_NO_KEY)
            return ""
        name: str = event.value
        if self._text.stand_ins or event.style or event.anchor or event.tag:
            name = self._scalar(event, place).written
        if not name:
            self._report(place, *_EMPTY_KEY)
        elif name == "<<" and not event.style:
            self._report(place, *_MERGE)
            return ""
        return name

    def _duplicate(self, name: str, first: Node, place: Span) -> None:
        self._report(
            place,
            msg(
                "`{key}` is written twice: on line {first} and on line {second}; the first one is"
                " used.",
                key=shorten(name),
                first=self._line(first.key),
                second=self._line(place),
            ),
            msg("Keep one of the two lines."),
        )

    def _scalar(self, event: Any, key: Span | None) -> Node:
        written: str = event.value
        if self._text.stand_ins:
            written = self._text.original(written)
        span = self._span(event)
        style = event.style
        value: Value = written
        is_plain = not style
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event)
            is_plain = False
        if is_plain:
            value, fault = read_plain(written)
            if fault:
                self._report(span, *fault)
        elif style == '"' and REFUSED.search(written):
            self._report(span, *_CONTROL)
            value = written = REFUSED.sub("\ufffd", written)
        elif style in ("|", ">"):
            block = self._text.text[span.start : span.end].rstrip()
            span = Span(span.start, span.start + len(block))
        return Node(value, span, key or span, written)

    def _alias(self, span: Span, key: Span | None) -> Node:
        self._report(span, *_ALIAS)
        written = self._text.original(self._text.text[span.start : span.end])
        return Node(written, span, key or span, written)

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._report(self._span(event), *_ANCHOR)
        if event.tag is not None:
            self._report(self._span(event), *tag_fault())

    def _span(self, event: Any) -> Span:
        return Span(event.start_mark.index + self._start, event.end_mark.index + self._start)

    def _line(self, place: Span) -> int:
        head = self._text.text[: place.start]
        return head.count("\n") + head.count("\r") - head.count("\r\n") + 1

    def _report(self, span: Span, *fault: Message) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(problem(span, *fault))


MAX_PROBLEMS = 50

_NO_KEY: Fault = (
    msg("A list or group stands where a key is expected."),
    msg("If the brackets or the sign are part of the text, put it in double quotes."),
)
_EMPTY_KEY: Fault = (
    msg("A key is missing before the colon."),
    msg("Write the key in front of it."),
    TITLE,
)
_MERGE: Fault = (
    msg("The merge key `<<` is not allowed."),
    msg("Write the keys out."),
)
_CONTROL: Fault = (
    msg("This value holds a control character, written with a backslash."),
    msg("Write the text without it."),
)
_ALIAS: Fault = (
    msg("Aliases are not allowed: a value cannot begin with `*`."),
    msg("Write the value out; if the asterisk is text, put the value in double quotes."),
)
_ANCHOR: Fault = (
    msg("Anchors are not allowed: a value cannot begin with `&`."),
    msg("Leave the anchor out; if the sign is text, put the value in double quotes."),
)
