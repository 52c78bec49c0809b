"""Sections, items, labels and links of a brief, with exact places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readyroom.model.brief import BlockKind, Brief, FoundBy
from readyroom.model.text import Source
from readyroom.parsing.brief import detect_language, parse_file
from readyroom.parsing.vocabulary import columns, heading


def parse(body: str, lang: str = "en", newline: str = "\n") -> Brief:
    text = f"---\nid: x\nstatus: planned\nlang: {lang}\n---\n{body}".replace("\n", newline)
    found = parse_file(Source("playbooks/x.md", text))
    assert isinstance(found, Brief)
    return found


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Goals", "en", ("goals",)),
        ("2.1 Campaign objectives", "en", ("goals",)),
        ("🎯 Goals and KPIs", "en", ("goals", "metrics")),
        ("Target audience", "en", ("audience",)),
        ("Who", "en", ("audience",)),
        ("Who we are", "en", ()),
        ("Timeline and budget", "en", ("timeline", "budget")),
        ("Цели", "ru", ("goals",)),
        ("Целевая аудитория", "ru", ("audience",)),
        ("Команда и ритм", "ru", ("team",)),
        ("目标受众", "zh-Hans", ("audience",)),
        ("一、目标", "zh-Hans", ("goals",)),
        ("目标用户", "zh-Hans", ("audience",)),
        ("目标渠道", "zh-Hans", ("channels",)),
        ("数据目标", "zh-Hans", ("metrics",)),
        ("Grupa docelowa", "pl", ("audience",)),
        ("Cele", "pl", ("goals",)),
        ("Docelowy rynek", "pl", ()),
        ("Mga layunin", "fil", ("goals",)),
        ("Target na audience", "fil", ("audience",)),
        ("Goals", "fil", ("goals",)),
        ("Lunch menu", "en", ()),
    ],
)
def test_heading(text: str, lang: str, expected: tuple[str, ...]) -> None:
    assert heading(text, lang).keys == expected


@pytest.mark.parametrize(
    ("heads", "keys", "lang", "expected"),
    [
        (("id", "metric", "target"), ("metrics",), "en", ("id", "metric", "target")),
        (("ID", "Метрика", "Целевое значение"), ("metrics",), "ru", ("id", "metric", "target")),
        (("KPI", "Goal value", "How often"), ("metrics",), "en", ("metric", "target", "cadence")),
        (("id", "metric"), ("metrics",), "pl", ("id", "metric")),
        (("x", "y"), ("risks",), "en", ("id", "fails")),
        (("date", "what"), ("timeline", "budget"), "en", ("date", "what")),
        (("item", "amount"), ("timeline", "budget"), "en", ("item", "amount")),
        (("步骤", "触发或时间"), ("personalization",), "zh-Hans", ("step", "trigger")),
    ],
)
def test_columns(
    heads: tuple[str, ...], keys: tuple[str, ...], lang: str, expected: tuple[str, ...]
) -> None:
    assert columns(heads, keys, lang) == expected


BODY = """# Title

Intro.

## Goals

- **G1** 120 people by 2027-05-31
  - **G1.1** 60 by 2027-03-31
- G2 second

### How we count

A note.

### Metrics

| id | metric | target |
| --- | --- | --- |
| M1 | sign-ups | 140 |
| **M2** | [cost](x.md) | <= 4 \\| 5 |

## Lunch

Soup. Primary: hot.
"""


@pytest.mark.parametrize(
    ("lang", "title", "heads", "cells", "expected"),
    [
        ("en", "Metrics", "metric | goal", "first shifts | 120", ["metric", "target"]),
        ("ru", "Метрики", "метрика | цель", "записи | 45 чел.", ["metric", "target"]),
        ("zh-Hans", "指标", "指标 | 目标", "报名 | 120 人", ["metric", "target"]),
        ("pl", "Mierniki", "miernik | cel", "zapisy | 40 osób", ["metric", "target"]),
        ("en", "Metrics", "metric | goal", "first shifts | G1", ["metric", "goal"]),
        ("en", "Metrics", "metric | goal", "first shifts | 40 hosts (G1)", ["metric", "goal"]),
        ("en", "Metrics", "metric | goal", "first shifts | more hosts", ["metric", "goal"]),
        ("zh-Hans", "指标", "指标 | 目标 | 目标值", "报名 | 2 | 9", ["metric", "goal", "target"]),
    ],
)
def test_a_column_of_numbers_called_goal_is_the_target(
    lang: str, title: str, heads: str, cells: str, expected: list[str]
) -> None:
    rule = " | ".join("---" for _ in expected)
    table = f"| {heads} |\n| {rule} |\n| {cells} |\n"
    found = parse(f"## {title}\n{table}", lang)
    assert [list(item.cells) for item in found.items("metrics")] == [expected]


def test_sections_of_a_brief() -> None:
    brief = parse(BODY)
    assert [(s.keys, s.heading.text) for s in brief.sections if s.keys] == [
        (("goals",), "Goals"),
        (("metrics",), "Metrics"),
    ]
    assert brief.heading is not None
    assert brief.heading.text == "Title"


def test_items_with_ids_children_and_cells() -> None:
    brief = parse(BODY)
    goals = brief.items("goals")
    assert [(item.id, [child.id for child in item.children]) for item in goals] == [
        ("G1", ["G1.1"]),
        ("G2", []),
    ]
    metrics = brief.items("metrics")
    assert [(m.id, m.cells["metric"].text, m.cells["target"].text) for m in metrics] == [
        ("M1", "sign-ups", "140"),
        ("M2", "cost", "<= 4 | 5"),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_places_are_exact_whatever_the_line_ending(newline: str) -> None:
    brief = parse(BODY, newline=newline)
    text = brief.source.text
    cell = brief.items("metrics")[1].cells["metric"].span()
    assert text[cell.start : cell.end] == "[cost](x.md)"
    goal = brief.items("goals")[0].passage
    span = goal.span(goal.text.index("people"), goal.text.index("people") + 6)
    assert text[span.start : span.end] == "people"
    assert brief.source.position(span.start).line == 12
    link = next(link for link in brief.links if link.target == "x.md")
    assert text[link.span.start : link.span.end] == "x.md"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("**Goals:** Raise trial-to-paid to 5%\n", ("goals", FoundBy.LABEL)),
        ("**Goals**\n\n- one\n", ("goals", FoundBy.PLAIN_LINE)),
        ("Goals:\n\n- one\n", ("goals", FoundBy.LABEL)),
        ("| Goal | Raise it |\n| --- | --- |\n| Audience | Parents |\n", ("goals", FoundBy.TABLE)),
    ],
)
def test_fallbacks_where_there_is_no_heading(body: str, expected: tuple[str, FoundBy]) -> None:
    found = parse(body).section("goals")
    assert found is not None
    assert ("goals", found.found_by) == expected
    assert found.items


def test_a_label_does_not_open_a_section_where_a_heading_has_the_name() -> None:
    brief = parse("## Goals\n\n- **G1** one\n\n## Notes\n\nGoals: see above\n")
    assert [s.found_by for s in brief.sections_of("goals")] == [FoundBy.HEADING]


def test_labels_tasks_quotes_code_and_comments() -> None:
    brief = parse(
        "## Message\n\n> They said hello\n\nPrimary: See tonight's shifts\nCTA: Open it\n\n"
        "<!-- hidden -->\n\n```\ncode\n```\n\n## Readiness\n\n"
        "- [x] {#landing-checked} works (@ana, 2026-12-01)\n- [ ] {#support-briefed} later\n"
    )
    section = brief.section("message")
    assert section is not None
    assert [p.text for p in brief.labelled("primary")] == ["See tonight's shifts"]
    assert [p.text for p in brief.labelled("cta", "message")] == ["Open it"]
    assert "hidden" not in section.visible
    assert [b.kind for b in section.blocks if b.kind is not BlockKind.PARAGRAPH] == [
        BlockKind.QUOTE,
        BlockKind.CODE,
    ]
    assert [(i.key, i.done, i.text) for i in brief.items("readiness")] == [
        ("landing-checked", True, "works (@ana, 2026-12-01)"),
        ("support-briefed", False, "later"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The goals of the team are with us and the plan is for you", "en"),
        ("Наша цель: вернуть учеников", "ru"),
        ("目标：到年底新增一百人", "zh-Hans"),
        ("Nasz cel to powrót osób, które się zapisały i nie przyszły do nas", "pl"),
        ("Ang layunin ng mga tao sa komunidad ay para sa bata", "fil"),
        ("", "en"),
    ],
)
def test_detect_language(text: str, expected: str) -> None:
    assert detect_language(text) == expected


MARKDOWN = st.text(alphabet="#-*|>[](){}:：!`~ \n\r\tabGM12目标Це😀\u200b\ufeff&;<", max_size=200)


@settings(max_examples=300, deadline=None)
@given(MARKDOWN)
def test_any_text_parses_and_every_place_lies_inside(body: str) -> None:
    brief = parse_file(Source("x.md", body), foreign=True)
    assert isinstance(brief, Brief)
    size = len(body)
    for section in brief.sections:
        for block in section.blocks:
            span = block.passage.span()
            assert 0 <= span.start <= span.end <= size
        assert 0 <= section.span.start <= section.span.end <= size
    for item in brief.all_items():
        assert 0 <= item.span.start <= item.span.end <= size
    for link in brief.links:
        assert 0 <= link.span.start <= link.span.end <= size


@pytest.mark.parametrize(
    ("heading", "text", "anchor"),
    [
        ("## Goals", "Goals", "goals"),
        ("## Goals {#objectives}", "Goals", "objectives"),
        ("## Цели {#задачи-кампании}", "Цели", "задачи-кампании"),
        ("## 目标 {#目的} ##", "目标", "目的"),
        ("## Goals {#a} b", "Goals {#a} b", "goals-a-b"),
    ],
)
def test_a_heading_may_bring_its_own_address(heading: str, text: str, anchor: str) -> None:
    brief = parse(f"{heading}\n\n- one\n")
    section = brief.section("goals")
    assert section
    assert (section.heading.text, section.anchor) == (text, anchor)
    assert anchor in brief.anchors


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("**R1** too many come\n**R2** the kiln is hot", ["R1", "R2"]),
        ("R1 too many come\nand R2 follows from it", ["R1"]),
        ("**T1** a letter by hand, serves\nG1 and G2", ["T1"]),
    ],
)
def test_lines_of_a_paragraph_that_begin_with_ids(paragraph: str, expected: list[str]) -> None:
    brief = parse(f"## Risks\n{paragraph}\n")
    assert [item.id for item in brief.items("risks")] == expected
