"""A rule tried on its own page: what is said of a page or an example that is not as shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from readyroom.linting.rule_page import read_page
from readyroom.linting.trial import late_requirements, page_faults, try_rule
from readyroom.model.brief import Brief
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Level
from readyroom.reporters.terminal.trial import summary, told
from readyroom.rules import RegisteredRule

from .briefs import edited, finder

PAGE = """Somebody says synergy.

## Why it matters
It says nothing.

## Bad
```brief
## Goals
- synergy ←
```

## Good
```brief status=idea
## Goals
- bread
```

```brief
## Goals
- cake
```
"""


def rule(doc: str = PAGE, word: str = "synergy") -> RegisteredRule:
    def check(brief: Brief, context: Context) -> Iterator[Finding]:
        for goal in brief.items("goals"):
            if word in goal.text:
                yield Finding(goal.span, msg("Not “{word}”.", word=word))

    return RegisteredRule("no-synergy", "tone", Rule(severity="EEEEEE"), check, None, doc)


@pytest.mark.parametrize(
    ("doc", "faults"),
    [
        (PAGE, []),
        (
            "Headline.",
            [
                "The page has no section “## Why it matters”.",
                "The page has no section “## Bad”.",
                "The page has no section “## Good”.",
            ],
        ),
        (edited(PAGE, ("## Bad", "## Worse")), ["The page has no section “## Bad”."]),
        (
            "X.\n\n## Good\n```brief\na\n```\n\n## Bad\n```brief\na ←\n```\n\n## Why it matters\nY",
            ["The sections stand in another order than Why it matters, Bad, Good."],
        ),
        (edited(PAGE, ("It says nothing.", "")), ["The section “## Why it matters” is empty."]),
        (edited(PAGE, (" ←", "")), ["An example under “## Bad” has no line that ends in ←."]),
        (
            edited(PAGE, ("- cake", "- cake ←")),
            ["An example under “## Good” has a line that ends in ←."],
        ),
        (
            edited(PAGE, ("```brief\n## Goals\n- synergy ←", "```\n## Goals\n- synergy ←")),
            ["There is no example under “## Bad”: a brief between ```brief and ```."],
        ),
    ],
)
def test_page_faults(doc: str, faults: list[str]) -> None:
    assert list(page_faults(read_page(doc))) == faults


@pytest.mark.parametrize(
    ("own", "required", "faults"),
    [
        (Level.PLANNED, Level.PLANNED, []),
        (Level.READY, Level.PLANNED, []),
        (None, Level.READY, []),
        (
            Level.PLANNED,
            None,
            ["It requires always, which holds a later level than the rule itself."],
        ),
    ],
)
def test_a_rule_waits_for_none_of_a_later_level(
    own: Level | None, required: Level | None, faults: list[str]
) -> None:
    waits = finder("waits", gate=own, requires=("always",))
    assert list(late_requirements(waits, [waits, finder(gate=required)])) == faults


BAD = """\
no-synergy: 3 examples, 2 not as shown.
  Bad, example 1
    expected: line 2
    found: nothing
       1 | ## Goals
       2 | - synergy ←
  Good, example 1 (status=idea)
    expected: nothing
    found: line 2
      line 2: Not “bread”.
       1 | ## Goals
       2 | - bread
"""


@pytest.mark.parametrize(
    ("tried", "expected"),
    [
        (rule(), "no-synergy: 3 examples, all as shown.\n"),
        (rule(word="bread"), BAD),
        (
            rule("Headline.\n\n## Why it matters\nX.\n\n## Bad\n```brief\n- synergy ←\n```"),
            "no-synergy: 1 example, 1 not as shown.\n"
            "  The page has no section “## Good”.\n"
            "  Bad, example 1\n    expected: line 1\n    found: nothing\n       1 | - synergy ←\n",
        ),
    ],
)
def test_what_its_author_reads(tried: RegisteredRule, expected: str) -> None:
    assert told(try_rule(tried, [tried]), color=False) == expected


FAULTY = edited(PAGE, ("```brief status=idea", "```brief today=soon"))


@pytest.mark.parametrize(
    ("tried", "page"),
    [
        (rule(FAULTY), "Invalid isoformat string: 'soon'"),
        (
            rule(edited(PAGE, ("## Goals\n- cake", "---\ntitle: x\n---\n"))),
            "no-synergy: an example under Good has no status",
        ),
    ],
)
def test_an_example_that_cannot_be_run(tried: RegisteredRule, page: str) -> None:
    trial = try_rule(tried, [tried])
    assert (trial.faults, trial.passed) == ((page,), False)


def test_a_rule_that_crashes_has_not_passed() -> None:
    def check(brief: Brief, context: Context) -> Iterator[Finding]:
        raise RuntimeError("boom")
        yield

    broken = RegisteredRule("broken", "tone", Rule(severity="EEEEEE"), check, None, PAGE)
    assert try_rule(broken, [broken]).faults == (
        "The rule broken could not check this brief (RuntimeError: boom).",
    )


def test_the_last_line_counts() -> None:
    good, bad = rule(), rule(word="bread")
    assert summary([try_rule(good, [good])]) == "1 rule, 3 examples: all as shown.\n"
    assert summary([try_rule(one, [one]) for one in (good, bad)]) == (
        "2 rules, 6 examples: 2 not as shown.\n"
    )
