"""The design of an A/B test as people write it: metric, baseline, effect, sample, duration."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from readyroom.languages.matching import fold, words
from readyroom.meaning.clauses import is_negated
from readyroom.meaning.results import metric_name
from readyroom.meaning.sample_size import for_means, for_proportions
from readyroom.model.brief import BlockKind, Brief, Item, ItemKind, Section
from readyroom.model.citations import cited
from readyroom.model.text import Passage, Span, join
from readyroom.model.values import Quantity, UnitClass

# Where tests are planned; elsewhere they are told of.
_PLANS = (
    "goals", "message", "personalization", "channels", "tactics", "metrics", "thresholds",
    "timeline",
)  # fmt: skip
_MARKS = ("ab_test", "per_variant")
_PROSE = (BlockKind.PARAGRAPH, BlockKind.ITEM)
# Of a row, what is about the plan and not about the test.
_ASIDE = ("start", "cost", "owner")
_LETTERS = re.compile(r"(?<!\w)A/B(?!\w)")
_TO = re.compile(r"\s*(?:to|→|->|=>|до|到|至|do|hanggang|sa|vs\.?)\s*")
_NEAR = 25
_LEAST_SAMPLE = 30


@dataclass(frozen=True, slots=True)
class Mention:
    """A test that is planned, and the words for it."""

    passage: Passage
    start: int
    end: int
    section: Section

    @property
    def span(self) -> Span:
        """The place of the words."""
        return self.passage.span(self.start, self.end)


def planned_tests(brief: Brief) -> Iterator[Mention]:
    """Every mention of an A/B test in a plan, unless the sentence says that there is none."""
    tests = words("ab_test", brief.language)
    for key in _PLANS:
        for section in brief.sections_of(key):
            for text in _texts(section):
                for start, end in tests.find(text.text):
                    if not is_negated(text.text, start, end, brief.language):
                        yield Mention(text, start, end, section)


def _texts(section: Section) -> Iterator[Passage]:
    """Rows as a whole, and all other statements."""
    for item in section.items:
        if item.kind is ItemKind.ROW:
            yield join([cell for name, cell in item.cells.items() if name not in _ASIDE], " | ")
    for block in section.blocks:
        if block.kind in _PROSE:
            yield block.passage


def design_text(brief: Brief, mention: Mention) -> Passage:
    """What the section of a mention, Data thresholds and sections of no known kind say about the
    test."""
    kept_apart = tuple(s for s in brief.sections if not s.keys or "thresholds" in s.keys)
    found = {
        text.span(): text
        for section in (mention.section, *kept_apart)
        for text in _about_test(section, brief.language, apart=section in kept_apart)
    }
    return join([found[span] for span in sorted(found)], "\n")


def _about_test(section: Section, code: str, *, apart: bool) -> Iterator[Passage]:
    """The marked texts and what hangs on them; in a section that is kept `apart` for such things
    all others as well, except those with an id of their own."""
    marked = [text for text in _texts(section) if _is_marked(text.text, code)]
    yield from marked
    for item in section.items:
        if item.children and _is_marked(item.text, code):
            yield from (child.passage for child in item.children)
    if apart and (marked or _is_marked(section.heading.text, code)):
        ids = {item.span for item in section.items if item.id or item.kind is ItemKind.ROW}
        for block in section.blocks:
            if block.kind in _PROSE and block.passage.span() not in ids:
                yield block.passage


def _is_marked(text: str, code: str) -> bool:
    return bool(_LETTERS.search(text)) or any(text in words(mark, code) for mark in _MARKS)


@dataclass(frozen=True, slots=True)
class Design:
    """What is known of a test; None where it does not say. `sample` is per version, `place` where
    it stands."""

    metric: bool
    baseline: Quantity | None
    other: float | None
    spread: float | None
    sample: float | None
    place: Quantity | None
    lasts: bool

    @property
    def needed(self) -> int | None:
        """People per version; None where rates or spread are not known or make no sense."""
        if self.baseline is None or self.other is None:
            return None
        before = self.baseline.high
        try:
            if self.spread is not None:
                return for_means(self.spread, self.other - before)
            if self.baseline.unit_class is UnitClass.PERCENT:
                return for_proportions(before / 100, self.other / 100)
        except ValueError:
            return None
        return None


def read_design(brief: Brief, text: Passage) -> Design:
    """The parts of a design in a text; a baseline may stand in the row of the metric instead."""
    code, found = brief.language, text.quantities
    sample = _sample(text, found, code)
    rates = [q for q in found if q.unit_class is UnitClass.PERCENT]
    effect = _effect(text, found, code)
    pair = _pair(text, rates)
    baseline = pair[0] if pair else _near("baseline_word", text, found, code)
    metric = _metric(brief, text)
    if baseline is None and metric and (cell := metric.cell("baseline")) and cell.quantities:
        baseline = cell.quantities[0]
    if baseline is None:
        baseline = next((rate for rate in rates if rate is not effect), None)
    spread = _near("spread", text, found, code)
    parts = 2 if sample and _is_total(text, sample, code) else 1
    return Design(
        metric=metric is not None or bool(cited(text.text, "M")),
        baseline=baseline,
        other=pair[1].high if pair else _other(baseline, effect),
        spread=spread.high if spread else None,
        sample=sample.high / parts if sample else None,
        place=sample,
        lasts=bool(text.dates)
        or any(q.unit_class is UnitClass.DURATION for q in found)
        or text.text in words("long_word", code),
    )


def _metric(brief: Brief, text: Passage) -> Item | None:
    named, folded = cited(text.text, "M"), fold(text.text)
    for metric in brief.items("metrics"):
        if metric.id in named if metric.id and named else metric_name(metric) in folded:
            return metric
    return None


def _pair(text: Passage, rates: list[Quantity]) -> tuple[Quantity, Quantity] | None:
    """ "From 4% to 5.5%": a baseline and what the new version should reach."""
    for one, other in pairwise(rates):
        if _TO.fullmatch(text.text, one.end, other.start):
            return one, other
    return None


def _effect(text: Passage, found: tuple[Quantity, ...], code: str) -> Quantity | None:
    points = next((q for q in found if q.unit_class is UnitClass.POINTS), None)
    return points or _near("smallest_effect", text, found, code)


def _other(baseline: Quantity | None, effect: Quantity | None) -> float | None:
    """What the new version would reach. "+10%" of a rate may be points or relative: the larger
    step counts, which asks for fewer people."""
    if baseline is None or effect is None:
        return None
    step = effect.high
    if effect.unit_class is UnitClass.PERCENT:
        relative = baseline.high * step / 100
        shares = baseline.unit_class is UnitClass.PERCENT
        step = max(step, relative, key=abs) if shares else relative
    other = baseline.high + step
    is_share = baseline.unit_class is UnitClass.PERCENT
    return baseline.high - step if is_share and other > 100 else other


def _near(
    name: str, text: Passage, found: tuple[Quantity, ...], code: str, *, ahead: bool = False
) -> Quantity | None:
    """The quantity that stands closest behind one of these words (or, `ahead`, before it)."""
    starts, ends = [q.start for q in found], [q.end for q in found]
    best: tuple[int, Quantity | None] = (_NEAR + 1, None)
    for start, end in words(name, code).find(text.text):
        behind, before = bisect_left(starts, end), bisect_right(ends, start) - 1
        if behind < len(found) and starts[behind] - end < best[0]:
            best = (starts[behind] - end, found[behind])
        if ahead and before >= 0 and start - ends[before] < best[0]:
            best = (start - ends[before], found[before])
    return best[1]


def _sample(text: Passage, found: tuple[Quantity, ...], code: str) -> Quantity | None:
    counts = tuple(q for q in found if q.unit_class is UnitClass.COUNT)
    near = _near("per_variant", text, counts, code, ahead=True)
    near = near or _near("in_all", text, counts, code, ahead=True)
    return near or next((q for q in counts if q.high >= _LEAST_SAMPLE), None)


def _is_total(text: Passage, sample: Quantity, code: str) -> bool:
    return (
        _near("per_variant", text, (sample,), code, ahead=True) is None
        and _near("in_all", text, (sample,), code, ahead=True) is not None
    )
