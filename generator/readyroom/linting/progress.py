"""How far a change has brought each brief: readiness before and after, side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from readyroom.linting.comparing import is_new, known_findings
from readyroom.model.earlier import lessons, teachers
from readyroom.model.playbook import Playbook
from readyroom.model.report import BriefReport, Diagnostic, Report
from readyroom.model.rule import Missing
from readyroom.model.waiver import Waiver

_MOST_LESSONS = 3


@dataclass(frozen=True, slots=True)
class Lesson:
    """What an earlier brief taught: the name to cite it by, its words and its brief's title."""

    name: str
    text: str
    title: str


@dataclass(frozen=True, slots=True)
class Progress:
    """One brief before and after a change; `before` is None for a new one, `after` for one that was
    deleted.

    gained, lost: proofs that are there now and were not, or the other way round. found: findings
    that the change brought. lessons: up to three that apply to the brief. waivers: added ones.
    """

    before: BriefReport | None
    after: BriefReport | None
    gained: tuple[Missing, ...] = ()
    lost: tuple[Missing, ...] = ()
    found: tuple[Diagnostic, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @property
    def brief(self) -> BriefReport:
        """The brief as it is now, or as it last was."""
        found = self.after or self.before
        assert found is not None
        return found


def progress(
    before: Report,
    after: Report,
    playbook: Playbook,
    *,
    changed: Collection[str],
    renamed: Mapping[str, str],
) -> tuple[Progress, ...]:
    """Every brief that the change touches: its file, its readiness or its findings.

    `playbook` is the one after the change, `changed` are the paths of changed files, `renamed` old
    names (paths, ids) and what they are called now.
    """
    earlier = {renamed.get(brief.path, brief.path): brief for brief in before.briefs}
    new = is_new(after, known_findings(before, renamed))
    found: dict[str, list[Diagnostic]] = {}
    for one in after.diagnostics:
        if not one.waived and new(one):
            found.setdefault(one.place.path, []).append(one)
    pairs = [
        *((earlier.get(brief.path), brief) for brief in after.briefs),
        *((brief, None) for path, brief in earlier.items() if path not in _paths(after)),
    ]
    steps = (
        _progress(old, now, playbook, tuple(found.get(now.path, ()) if now else ()))
        for old, now in pairs
    )
    return tuple(one for one in steps if one.brief.path in changed or _moved(one))


def _paths(report: Report) -> frozenset[str]:
    return frozenset(brief.path for brief in report.briefs)


def _moved(one: Progress) -> bool:
    if one.before is None or one.after is None or one.found:
        return True
    old, new = one.before.readiness, one.after.readiness
    return (old.level, old.score) != (new.level, new.score)


def _progress(
    before: BriefReport | None,
    after: BriefReport | None,
    playbook: Playbook,
    found: tuple[Diagnostic, ...],
) -> Progress:
    if after is None:
        return Progress(before, after)
    old = {_name(gap): gap for gap in before.readiness.missing} if before else {}
    new = {_name(gap): gap for gap in after.readiness.missing}
    known = {(waiver.rule, waiver.until) for waiver in before.waivers} if before else set()
    return Progress(
        before,
        after,
        tuple(gap for name, gap in old.items() if name not in new),
        tuple(gap for name, gap in new.items() if name not in old) if before else (),
        found,
        tuple(_lessons(after, playbook))[:_MOST_LESSONS],
        tuple(one for one in after.waivers if (one.rule, one.until) not in known),
    )


def _name(gap: Missing) -> tuple[int, str, str, str]:
    return (gap.level, gap.rule, gap.section, gap.message.template)


def _lessons(report: BriefReport, playbook: Playbook) -> Iterator[Lesson]:
    brief = next((one for one in playbook.briefs if one.path == report.path), None)
    for old in teachers(brief, playbook.briefs) if brief else ():
        for name, item in reversed(lessons(old)):
            cell = item.cell("lesson")
            yield Lesson(name, (cell or item.passage).text, old.title)
