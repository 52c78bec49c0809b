"""The generated pages: what they say about a brief, and that two things never share a place."""

from __future__ import annotations

import json
import re
from html import unescape
from xml.etree import ElementTree

import pytest
from jinja2 import UndefinedError

from readyroom.linting.engine import lint
from readyroom.model.message import english
from readyroom.model.status import Level
from readyroom.pages.addresses import Addresses
from readyroom.pages.badge import COLOURS, text_width
from readyroom.pages.conditions import conditions
from readyroom.pages.page import CollisionError, PageKind, Site
from readyroom.pages.site import site
from readyroom.rules import all_rules

from .allow_list import violations
from .small_site import TODAY, brief, page, playbook, small_site, templates

PATH = "playbooks/growth/briefs/spring.md"
URI = "growth/briefs/spring.md"


def words(html: str, pattern: str) -> list[str]:
    """The text inside every match of a pattern's group, tags removed."""
    found = re.findall(pattern, html, re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", one)).split()) for one in found]


@pytest.fixture(scope="module")
def small() -> Site:
    return small_site({PATH: brief("## Why\nBecause.\n"), "playbooks/index.md": "# Home\n"})


def test_every_rule_has_a_page(small: Site) -> None:
    rules = {one.uri for one in small.pages if one.kind is PageKind.RULE}
    assert rules == {f"rules/{rule.id}.md" for rule in all_rules()}


def test_every_page_is_made_of_what_is_allowed(small: Site) -> None:
    assert {one.uri: violations(one.body) for one in small.pages if violations(one.body)} == {}


def test_every_local_link_leads_to_a_page_and_an_id(small: Site) -> None:
    addresses = Addresses()
    bodies = {addresses.file(one.uri): one.body for one in small.pages}
    bodies |= {file.path: "" for file in small.files}
    lost = []
    for name, html in bodies.items():
        for href in re.findall(r'href="([^"]+)"', html):
            path, _, anchor = href.partition("#")
            if ":" in href or path.startswith("?"):
                continue
            folder = name.rpartition("/")[0]
            target = addresses.file(_joined(folder, path)) if path else name
            if target not in bodies or (anchor and f'id="{anchor}"' not in bodies[target]):
                lost.append((name, href))
    assert lost == []


def _joined(folder: str, path: str) -> str:
    parts = folder.split("/") if folder else []
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def test_table_of_contents_entries_exist(small: Site) -> None:
    missing = [
        (one.uri, entry.anchor)
        for one in small.pages
        for entry in one.toc
        if f'id="{entry.anchor}"' not in one.body
    ]
    assert missing == []


# The brief


def test_the_ladder_of_a_brief() -> None:
    html = page({PATH: brief("## Why\nBecause.\n## Goals\n- G1 more\n", owner="ana")}, URI).body
    reached = words(html, r'<li class="rr-rung rr-rung--reached.*?</span>(\w+)')
    following = words(html, r'<li class="rr-rung rr-rung--next.*?</span>(\w+)')
    assert (reached, following) == (["Draft"], ["Idea"])


def test_a_missing_proof_names_step_and_rule() -> None:
    html = page({PATH: brief("## Why\nBecause.\n")}, URI).body
    steps = words(html, r'<li><p class="rr-steps__what">(.*?)</li>')
    assert "Nobody is named as owner. Name one person: owner: ana . Why, with examples" in steps
    assert 'href="../../rules/owner-missing.html"' in html


def test_a_proof_without_a_rule_is_explained_on_the_ladder_page() -> None:
    html = page({PATH: brief("## Why\nBecause.\n")}, URI).body
    assert 'href="../../ladder.html#idea-review-by"' in html


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ({"hold": "{since: 2026-11-01, until: 2026-12-01, reason: room under repair}"},
         "On hold since 2026-11-01, until 2026-12-01. Why: room under repair "
         "The clock is stopped."),
        ({"dropped": "{on: 2026-10-01, reason: nobody asked, lesson: ask first}"},
         "Stopped on 2026-10-01 before more was spent on it. Why: nobody asked "
         "What it taught us: ask first"),
        ({"status": "planned", "launch": "2026-11-01"},
         "The launch day, 2026-11-01, has passed without a launch. Set a new launch: , put the "
         "brief on hold, or drop it; each is a fine answer."),
        ({"status": "planned"},
         "The brief calls itself Planned; what is written so far carries Draft. The steps below "
         "close the gap, or set the status one step back for now."),
    ],
)  # fmt: skip
def test_side_states_are_said_kindly(front: dict[str, str], said: str) -> None:
    html = page({PATH: brief(**front)}, URI).body
    assert words(html, r'<div class="rr-callout[^>]*>(.*?)</div>') == [said]


def test_a_finding_leads_to_its_place_and_back() -> None:
    text = brief("## Goals\n- **G1** a lot more\n", status="planned")
    html = page({PATH: text}, URI).body
    found = re.search(
        r'<li id="(f-\d+)"(?:(?!</li>).)*goal-not-measurable\.html(?:(?!</li>).)*</li>',
        html, re.DOTALL,
    )  # fmt: skip
    assert found
    assert '<a href="#i-G1">G1</a> <span>line 8</span>' in found[0]
    item = re.search(r'<li id="i-G1">(.*?)</li>', html)
    assert item
    assert f'<a class="rr-flag rr-flag--error" href="#{found[1]}"' in item[1]


def test_waivers_are_shown_with_reason_and_end() -> None:
    lint_keys = (
        "{ignore: [{rule: goal-missing, reason: the board decides in May, by: ana,"
        " until: 2026-12-01}]}"
    )
    html = page({PATH: brief(lint=lint_keys)}, URI).body
    assert words(html, r'<li class="rr-finding rr-finding--waived">(.*?)</li>') == [
        "goal-missing until 2026-12-01 the board decides in May set aside by ana"
    ]


def test_the_description_is_the_reason_why() -> None:
    assert page({PATH: brief("## Why\nToo few <people> came.\n")}, URI, rules=()).description == (
        "Too few <people> came."
    )


def test_words_come_from_the_translator_of_the_briefs_language() -> None:
    def translator(code: str):  # type: ignore[no-untyped-def]
        return (lambda text, *_: f"{code}:{text}") if code == "ru" else english

    html = page({PATH: brief(lang="ru")}, URI, rules=(), translator=translator).body
    assert "ru:Score" in html
    assert "ru:Draft" in html


# Home


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ({"status": "planned"}, "ahead of its evidence"),
        ({"status": "planned", "launch": "2026-11-01"}, "launch day has passed"),
        ({"hold": "{until: 2026-11-01}"}, "on hold until 2026-11-01, and that day is over"),
        ({"status": "live", "retro_by": "2026-11-01"}, "the retrospective was due on 2026-11-01"),
        ({"lint": "{ignore: [{rule: goal-missing, reason: the board decides, by: ana,"
                  " until: 2026-12-01}]}"},
         "the waiver for goal-missing ends on 2026-12-01"),
    ],
)  # fmt: skip
def test_what_needs_attention(front: dict[str, str], said: str) -> None:
    html = page({PATH: brief(**front)}, "index.md").body
    assert said in words(html, r'<li class="rr-reason [^>]*>(.*?)</li>')


@pytest.mark.parametrize(
    "front",
    [
        {"dropped": "{on: 2026-10-01, lesson: ask first}", "status": "planned"},
        {"hold": "{until: 2026-12-01, reason: waiting}"},
    ],
)
def test_what_needs_no_attention(front: dict[str, str]) -> None:
    html = page({PATH: brief(**front)}, "index.md").body
    reasons = words(html, r'<li class="rr-reason [^>]*>(.*?)</li>')
    assert [reason for reason in reasons if "error" not in reason] == []


def test_every_brief_has_a_row_and_levels_are_counted() -> None:
    files = {
        "playbooks/growth/a.md": brief(id="aaa", title="Alpha"),
        "playbooks/growth/b.md": brief(id="bbb", title="Beta", dropped="{on: 2026-10-01}"),
        "drafts/c.md": brief(id="ccc", title="Outside of the docs folder"),
    }
    html = page(files, "index.md", rules=()).body
    assert words(html, r'<th scope="row"><a[^>]*>(.*?)</a>') == ["Alpha", "Beta"]
    assert words(html, r'<span class="rr-stair__count">(\d+)') == ["1", *["0"] * 7]


def test_a_site_without_briefs_says_how_to_begin() -> None:
    assert 'readyroom new "Spring intake"' in unescape(page({}, "index.md", rules=()).body)


# Rules and ladder


def test_a_rule_page_marks_lines_and_lists_briefs() -> None:
    text = brief("## Goals\n- **G1** a lot more\n", status="planned")
    html = page({PATH: text}, "rules/goal-not-measurable.md").body
    assert "<mark>- Get a lot more volunteers.</mark>" in html
    assert words(html, r'<ul class="rr-plain">\n<li>(.*?)</li>') == [
        "Spring intake Draft ahead of its evidence"
    ]


def test_every_condition_of_the_ladder_has_a_place() -> None:
    html = page({}, "ladder.md", rules=()).body
    anchors = [found.anchor for level in Level for found in conditions(level)]
    assert [anchor for anchor in anchors if f'id="{anchor}"' not in html] == []
    assert {"idea-review-by", "validated-launch", "done-log", "learned-feedback"} <= set(anchors)


# Badges


def test_the_badge_says_the_level_in_words() -> None:
    files = {
        one.path: one.content
        for one in small_site({PATH: brief(title="A <b> & c")}, rules=()).files
    }
    assert json.loads(files["badges/spring.json"]) == {
        "schemaVersion": 1,
        "label": "readiness",
        "message": "Draft",
        "color": COLOURS[Level.DRAFT],
    }
    svg = ElementTree.fromstring(files["badges/spring.svg"])
    names = {"svg": "http://www.w3.org/2000/svg"}
    assert svg.get("role") == "img"
    assert svg.findtext("svg:title", "", names) == "A <b> & c – readiness: Draft"
    assert [text.text for text in svg.iterfind(".//svg:text", names)] == ["readiness", "Draft"]


def test_the_badge_to_paste_knows_where_the_site_lives() -> None:
    html = page({PATH: brief()}, URI, rules=(), site_url="https://e.org/book/").body
    assert words(html, r'<p class="rr-badge"[^>]*>(.*?)</p>') == [
        "[![readiness](https://e.org/book/badges/spring.svg)]"
        "(https://e.org/book/growth/briefs/spring.html)"
    ]


@pytest.mark.parametrize("bad", ["../../x", "a/b", "А-б", "x", "a" * 49, "<svg>"])
def test_an_id_that_is_no_slug_names_no_file(bad: str) -> None:
    assert small_site({PATH: brief(id=f"'{bad}'")}, rules=()).files == ()


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("Ready", 34), ("就绪", 22), ("Готово", 40), ("e\u0301", 6), ("\u200b", 0)],
)
def test_text_width(text: str, width: int) -> None:
    assert abs(text_width(text) - width) <= 1


@pytest.mark.parametrize("colour", COLOURS.values())
def test_white_text_is_readable_on_every_badge(colour: str) -> None:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    light = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (red, green, blue)
    ]
    luminance = 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
    assert 1.05 / (luminance + 0.05) >= 4.5


# One place, one thing


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"playbooks/a.md": brief(id="spring"), "playbooks/b.md": brief(id="spring")},
         "Two briefs have the id 'spring': playbooks/a.md and playbooks/b.md. "
         "Give one of them another id."),
        ({"playbooks/a.md": brief(id="one"), "playbooks/A.md": brief(id="two")},
         "Two pages want the address a.html: playbooks/A.md and playbooks/a.md. "
         "Rename one of them."),
        ({"playbooks/README.md": brief(id="one")},
         "Two pages want the address index.html: the generated page index.md and "
         "playbooks/README.md. Rename one of them."),
        ({"playbooks/ladder.md": brief(id="one")},
         "Two pages want the address ladder.html: the generated page ladder.md and "
         "playbooks/ladder.md. Rename one of them."),
    ],
)  # fmt: skip
def test_two_things_never_share_a_place(files: dict[str, str], words: str) -> None:
    with pytest.raises(CollisionError) as error:
        small_site(files, rules=())
    assert str(error.value) == words


def test_a_template_with_an_unknown_name_is_an_error() -> None:
    book = playbook({PATH: brief()})
    broken = {**templates(), "brief.html.j2": "{{ nonsense }}"}
    with pytest.raises(UndefinedError):
        site(lint(book, TODAY), book, broken)


def test_pages_are_the_same_each_time() -> None:
    files = {PATH: brief("## Goals\n- G1 x\n"), "playbooks/other.md": brief(id="other")}
    assert small_site(files) == small_site(dict(reversed(files.items())))
