"""A test of two versions has no design, so its result may be chance.

## Why it matters
A test that stops when the numbers look good finds a winner even where there is none.

Settle before the start which number counts, where it stands now, the smallest difference that would
be worth acting on, how many people see each version, and until when. From the rate and the
difference the number of people can be worked out (two proportions, 5% error, 80% power).

## Bad
```brief
## Tactics
- **T1** We A/B test subject lines for the spring mail. ←
```

```brief status=ready
## Data thresholds
- A/B test of the form: M1, baseline 4.0%, smallest effect +1.5 pp, 2027-02-03 to 2027-02-17 ←
```

```fixed
## Data thresholds
- A/B test of the form: M1, baseline 4.0%, smallest effect +1.5 pp, 2027-02-03 to 2027-02-17 <!-- n = 3156 + 3156 -->
```

```brief status=ready lang=ru
## Пороги данных
- A/B-тест письма: M1, сейчас 5%, минимальный эффект +1 п.п., 1 200 чел. на вариант, 14 дней ←
- Сплит-тест цены: M2, пока не станет значимым ←
```

```fixed
## Пороги данных
- A/B-тест письма: M1, сейчас 5%, минимальный эффект +1 п.п., 1 200 чел. на вариант, 14 дней <!-- n = 8158 + 8158 -->
- Сплит-тест цены: M2, пока не станет значимым
```

## Good
```brief status=ready
## Tactics
- **T3** A/B test of the form

## Data thresholds
- **A/B design:** M1, baseline 4.0%, +1.5 pp, 3,160 per variant, 3-17 February 2027, read once
```

```brief status=ready lang=pl
## Progi danych
- **D1** test A/B tematu listu: M1, teraz 30%, najmniejszy efekt 10 p.p., 720 osób łącznie, 2 tygodnie
```

```brief status=ready lang=zh-Hans
## 数据阈值
- **D1** 短信 A/B 测试：M1，基线 20%，最小效应 5 个百分点，每组 1,100 人，14 天，只看一次
```

## Near misses
Letters as names, a test that is not done or over, and a method that learns as it goes.

```brief lang=fil method=bandit
## Mga taktika
- **T1** A/B test ng dalawang paanyaya
```

```brief
## Audience
- **S1** Group A/B of the evening course, variant of last year's list

## Tactics
- **T1** One mail to all 60; no A/B test, the list is too small

## Evidence
- **E1** A/B test in spring 2026 with 900 people: supports
```

## Known misses
Tests that are not called so ("half of the list gets the other photo") are not seen. More than two
versions need more people than this works out.

## Sources
Use tests to choose, wait for enough data, fix the sample before the start and do not peek.
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.experiment import Design, Mention, design_text, planned_tests, read_design
from readyroom.meaning.trend import written_number
from readyroom.model.brief import Brief
from readyroom.model.fix import Edit, Fix
from readyroom.model.message import Message, listing, msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar, Severities
from readyroom.model.text import Passage, Span

RULE = Rule(severity="·WEEE·", pillar=Pillar.EVIDENCE)

_TOO_FEW = Severities("·WWWW·")


def applies(brief: Brief, context: Context) -> bool:
    return brief.front.text("method") != "bandit" and any(planned_tests(brief))


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding for a design that is not complete, too small, or stopped when it looks good."""
    mentions = tuple(planned_tests(brief))
    mention = next((m for m in mentions if "thresholds" in m.section.keys), mentions[0])
    text = design_text(brief, mention)
    design = read_design(brief, text)
    sequential = text.text in context.words("sequential_method")
    if missing := _missing(design):
        yield _incomplete(brief, mention, design, missing)
    elif (needed := design.needed) and design.sample and design.sample < needed:
        yield _too_small(brief, mention, text, design, needed)
    if not sequential:
        for start, end in context.words("peeking").find(text.text):
            yield _peeking(text.span(start, end))


def _missing(design: Design) -> list[Message]:
    parts = (
        (design.metric, msg("the one metric that counts")),
        (design.baseline, msg("where it stands now")),
        (design.other, msg("the smallest difference worth finding")),
        (design.sample, msg("how many people see each version")),
        (design.lasts, msg("from when until when")),
    )
    return [message for part, message in parts if part is None or part is False]


def _incomplete(brief: Brief, mention: Mention, design: Design, missing: list[Message]) -> Finding:
    needed = design.needed
    return Finding(
        mention.span,
        msg("This test has no complete design. Missing: {parts}.", parts=listing(missing)),
        help=msg("Write the design of the test into one line under Data thresholds."),
        example=_example(design, brief.language),
        question=msg("How small a difference would still make you choose the other version?"),
        fix=_note(brief, mention.passage, needed) if needed and design.sample is None else None,
    )


def _too_small(
    brief: Brief, mention: Mention, text: Passage, design: Design, needed: int
) -> Finding:
    place, sample = design.place, design.sample or 0
    return Finding(
        text.span(place.start, place.end) if place else mention.passage.span(),
        msg(
            "To find this difference, each version needs about {needed} people, not {sample}.",
            needed=needed,
            sample=round(sample),
        ),
        help=msg("Let the test run longer, or look for a larger difference."),
        example=_example(design, brief.language),
        question=msg("When will that many people have seen each version?"),
        severity=_TOO_FEW if sample >= needed / 2 else None,
        related=(Related(mention.span, msg("This is the test it is for.")),),
        fix=_note(brief, mention.passage, needed),
    )


def _peeking(span: Span) -> Finding:
    return Finding(
        span,
        msg("A test that stops when it looks good finds a winner by chance."),
        help=msg("Fix the number of people and the day, and read the result once."),
        example=msg("3156 per variant, 2027-02-03 to 2027-02-17, read once"),
        question=msg("Who will want to look earlier, and what will you answer?"),
    )


def _example(design: Design, code: str) -> Message:
    baseline, other, needed = 4.0, 5.5, 3156
    if design.needed and design.baseline and design.other and design.spread is None:
        baseline, other, needed = design.baseline.high, design.other, design.needed
    return msg(
        "**A/B design:** M1, baseline {baseline}%, {step} pp, {needed} per variant, "
        "2027-02-03 to 2027-02-17, read once",
        baseline=written_number(baseline, code),
        step="+" * (other > baseline) + written_number(other - baseline, code),
        needed=needed,
    )


def _note(brief: Brief, passage: Passage, needed: int) -> Fix | None:
    """The computed number as a comment behind the line; None where it stands there already."""
    end = passage.span().end
    note = f" <!-- n = {needed} + {needed} -->"
    if note.strip() in passage.raw or brief.source.text.startswith(note, end):
        return None
    return Fix(
        msg("Note the computed number of people in a comment"), (Edit(Span(end, end), note),)
    )
