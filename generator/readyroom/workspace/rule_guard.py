"""A hand held under a team's own rule: whatever it does wrong stays inside of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from traceback import extract_tb

from readyroom.model.brief import Brief
from readyroom.model.fix import Fix
from readyroom.model.message import Message
from readyroom.model.rule import Applies, Check, Context, Finding, Related
from readyroom.model.status import Severities
from readyroom.model.text import Source, Span


class FaultyRule(Exception):
    """What went wrong while a rule looked at a brief."""


class _WrongFinding(Exception):
    """A finding that the engine could not show."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets a rule from a file run so that everything it raises is a FaultyRule that names the line,
    and so that only findings that can be shown leave it."""

    path: Path

    def check(self, check: Check) -> Check:
        """The same check, guarded."""

        def run(brief: Brief, context: Context) -> Iterator[Finding]:
            try:
                for finding in check(brief, context):
                    _refuse(finding, brief, context)
                    yield finding
            except (GeneratorExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                raise self._fault(error) from error

        return run

    def applies(self, applies: Applies) -> Applies:
        """The same test, guarded."""

        def run(brief: Brief, context: Context) -> bool:
            try:
                return bool(applies(brief, context))
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                raise self._fault(error) from error

        return run

    def _fault(self, error: BaseException) -> FaultyRule:
        if isinstance(error, _WrongFinding):
            return FaultyRule(f"{self.path.name}: {error}")
        return FaultyRule(f"{self.path.name}:{line_in(self.path, error)}: {in_short(error)}")


def in_short(error: BaseException) -> str:
    """What went wrong, on one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]


def line_in(path: Path, error: BaseException) -> int:
    """The line of a file at which an error came about, 1 if it was not there."""
    frames = extract_tb(error.__traceback__)
    return next((f.lineno or 1 for f in reversed(frames) if f.filename == str(path)), 1)


def _refuse(finding: object, brief: Brief, context: Context) -> None:
    """Raise _WrongFinding unless the engine can show this."""
    if not isinstance(finding, Finding):
        raise _WrongFinding(f"check must yield Finding(...), not {type(finding).__name__}")
    _refuse_span(finding.span, brief.source)
    for name in ("message", "help", "example", "question"):
        _refuse_message(getattr(finding, name), name)
    if not finding.message:
        raise _WrongFinding("a finding needs a message")
    if not (finding.severity is None or isinstance(finding.severity, Severities)):
        raise _WrongFinding('severity must be Severities("iWEEE·")')
    for related in finding.related:
        if not isinstance(related, Related):
            raise _WrongFinding("related must hold Related(...)")
        source = context.playbook.source(related.path) if related.path else brief.source
        _refuse_span(related.span, source)
        _refuse_message(related.message, "the message of related")
    if finding.fix is not None:
        _refuse_fix(finding.fix, brief.source)


def _refuse_fix(fix: object, source: Source) -> None:
    if not isinstance(fix, Fix):
        raise _WrongFinding("fix must be Fix(...)")
    _refuse_message(fix.title, "the title of a fix")
    for edit in fix.edits:
        _refuse_span(edit.span, source)
        if not isinstance(edit.text, str):
            _refuse_message(edit.text, "the text of an edit")
    spans = sorted((edit.span.start, edit.span.end) for edit in fix.edits)
    if any(before[1] > after[0] for before, after in pairwise(spans)):
        raise _WrongFinding("the edits of a fix must not overlap")


def _refuse_span(span: object, source: Source) -> None:
    if not isinstance(span, Span):
        raise _WrongFinding("a place must be a Span, such as passage.span(start, end)")
    if not 0 <= span.start <= span.end <= len(source.text):
        raise _WrongFinding(f"there is nothing in the file at {span.start} to {span.end}")


def _refuse_message(message: object, name: str) -> None:
    if not isinstance(message, Message):
        raise _WrongFinding(f"{name} must be msg(...), not {type(message).__name__}")
    try:
        message.render()
    except (KeyError, IndexError, ValueError, AttributeError):
        raise _WrongFinding(
            f"{name} has a hole without a value: {message.template!r} "
            "(brackets that are only text are doubled: {{ }})"
        ) from None
