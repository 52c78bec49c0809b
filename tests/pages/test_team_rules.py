"""Rules that a team wrote or set: their pages and their place in the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from readyroom.linting.settings import LintSettings
from readyroom.model.brief import Brief
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.rules import RegisteredRule

from .allow_list import violations
from .small_site import TODAY, brief, page, small_site

DOC = """A word that the team does not use.

## Why it matters
It says nothing.

## Bad
```brief
- synergy ←
```

## Good
```brief
- bread
```
"""
PATH = "playbooks/growth/briefs/spring.md"
FILES = {PATH: brief("## Goals\n- synergy\n")}


@dataclass(frozen=True, slots=True)
class Options:
    """What a team may set."""

    most_words: int = 3
    words: tuple[str, ...] = ("synergy", "a<b")
    loud: bool = False


def _check(brief: Brief, context: Context) -> Iterator[Finding]:
    for goal in brief.items("goals"):
        yield Finding(goal.span, msg("Not this word."))


def rule(family: str = "team-rules") -> RegisteredRule:
    meta = Rule(severity="EEEEEE", options=Options)
    return RegisteredRule("brand-voice", family, meta, _check, None, DOC)


def test_every_page_of_a_team_rule_is_made_of_what_is_allowed() -> None:
    settings = LintSettings(announced={"brand-voice": date(2027, 2, 1)})
    made = small_site(FILES, rules=[rule()], settings=settings).pages
    assert {one.uri: violations(one.body) for one in made if violations(one.body)} == {}


@pytest.mark.parametrize(
    ("family", "title", "about"),
    [
        ("team-rules", "Team rules", "Rules that this team has written for itself."),
        ("house-style", "House style", "Rules that this team has written for itself."),
        ("goals", "Goals", "What should be different when"),
    ],
)
def test_the_family_of_a_team_rule_in_the_catalogue(family: str, title: str, about: str) -> None:
    html = page(FILES, "rules/index.md", rules=[rule(family)]).body
    assert f'<h2 id="{family}">{title}</h2>\n<p>{about}' in html
    assert '<a href="brand-voice.html"><code>brand-voice</code></a>' in html


def test_a_finding_links_to_the_page_of_a_team_rule() -> None:
    assert 'href="../../rules/brand-voice.html"' in (
        page(FILES, "growth/briefs/spring.md", rules=[rule()]).body
    )


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (
            {},
            [
                "<dt><code>most-words</code></dt><dd>3</dd>",
                "<dt><code>words</code></dt><dd>[&#34;synergy&#34;, &#34;a&lt;b&#34;]</dd>",
                "<dt><code>loud</code></dt><dd>false</dd>",
            ],
        ),
        (
            {"brand-voice": Options(most_words=5)},
            [
                "<dt><code>most-words</code></dt><dd>5 "
                '<span class="rr-note">by default 3</span></dd>'
            ],
        ),
    ],
)
def test_options_are_shown_as_settings_write_them(
    options: dict[str, Options], shown: list[str]
) -> None:
    html = page(
        FILES, "rules/brand-voice.md", rules=[rule()], settings=LintSettings(options=options)
    ).body
    assert [one for one in shown if one not in html] == []


ANNOUNCED = "This team has announced the rule: before 2027-02-01 it only warns."
OFF = "This team has switched the rule off."


@pytest.mark.parametrize(
    ("settings", "today", "shown"),
    [
        (LintSettings(), TODAY, []),
        (LintSettings(announced={"brand-voice": date(2027, 2, 1)}), TODAY, [ANNOUNCED]),
        (LintSettings(announced={"brand-voice": date(2027, 2, 1)}), date(2027, 2, 1), []),
        (LintSettings(off=frozenset({"brand-voice"})), TODAY, [OFF]),
    ],
)
def test_what_the_team_decided_about_a_rule(
    settings: LintSettings, today: date, shown: list[str]
) -> None:
    html = page(FILES, "rules/brand-voice.md", rules=[rule()], today=today, settings=settings).body
    assert [text for text in (ANNOUNCED, OFF) if text in html] == shown
