"""Each format for programs, read back as its consumer reads it, whatever stands in a brief."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from readyroom.model.report import (
    BriefReport,
    Correction,
    Diagnostic,
    Place,
    Readiness,
    RelatedPlace,
    Replacement,
    Report,
)
from readyroom.model.status import Level, Pillar, Severity
from readyroom.model.text import Position, Source, Span
from readyroom.reporters import View, reporter
from readyroom.reporters.github import MOST

PIECES = [
    "::error::x", "\n::set-output name=a::b", "##[error]x", "%0A", "%", "]]>", "<!--", "-->", "<b>",
    "&amp;", "&", "\"", "'", "`", "``", "|", "@everyone", "#12", "[a](http://evil.example)", "\r\n",
    "\x00", "\x1b[2J", "\u2028", "\ufffe", "\ud800", "ł", "цель", "目标", "👩\u200d🌾", "\u202e", "http://x",
    "![i](x)", "~~~", "*", "_", "\\", "{{ x }}", "${{ x }}", "$(x)",
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=5).map("".join)
names = texts.map(lambda text: f"p/{text}.md")


def place(path: str) -> Place:
    return Place(path, Span(0, 2), Position(1, 1), Position(1, 3))


@st.composite
def diagnostics(draw: st.DrawFn) -> Diagnostic:
    path = draw(names)
    return Diagnostic(
        rule="goal-missing",
        family="goals",
        severity=draw(st.sampled_from([Severity.ERROR, Severity.WARNING, Severity.INFO])),
        message=draw(texts),
        help=draw(texts),
        place=place(path),
        example=draw(texts),
        question=draw(texts),
        related=(RelatedPlace(place(path), draw(texts)),),
        fix=Correction(draw(texts), (Replacement(place(path), draw(texts)),), safe=True),
        waived=draw(st.booleans()),
        key=f"x\tgoal-missing\t{draw(st.integers(0, 10**9))}",
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    found = draw(st.lists(diagnostics(), max_size=14, unique_by=lambda one: one.key))
    found.sort(key=lambda one: one.place.path)
    briefs = tuple(
        BriefReport(
            "x", path, draw(texts), "en", draw(texts), None, None,
            Readiness(Level.DRAFT, 0, dict.fromkeys(Pillar, 0)),
        )
        for path in sorted({one.place.path for one in found})
    )  # fmt: skip
    return Report(date(2026, 11, 22), tuple(found), briefs, files=len(briefs))


def view(report: Report) -> View:
    paths = {one.place.path for one in report.diagnostics}
    return View({path: Source(path, "ю👩 x\n") for path in paths})


def open_ones(report: Report) -> list[Diagnostic]:
    return [one for one in report.diagnostics if not one.waived]


def as_json(text: str) -> int:
    return len(json.loads(text)["diagnostics"])


def as_lines(text: str) -> int:
    return len([json.loads(line) for line in text.splitlines()])


def as_sarif(text: str) -> int:
    (run,) = json.loads(text)["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        assert re.fullmatch(
            r"[\x21-\x7e]+", location["physicalLocation"]["artifactLocation"]["uri"]
        )
    return len(run["results"])


def as_gitlab(text: str) -> int:
    found = json.loads(text)
    assert len({one["fingerprint"] for one in found}) == len(found)
    assert {one["severity"] for one in found} <= {"info", "minor", "major", "critical", "blocker"}
    return len(found)


def as_junit(text: str) -> int:
    return len(ElementTree.fromstring(text).findall("testsuite/testcase[@line]"))


def as_checkstyle(text: str) -> int:
    return len(ElementTree.fromstring(text).findall("file/error"))


def as_rdjsonl(text: str) -> int:
    for line in text.splitlines():
        start = json.loads(line)["location"]["range"]["end"]
        assert start == {"line": 1, "column": 7}  # two characters of two and four bytes
    return len(text.splitlines())


ALL = {"json": as_json, "jsonl": as_lines, "sarif": as_sarif, "junit": as_junit}
OPEN = {"gitlab": as_gitlab, "checkstyle": as_checkstyle, "rdjsonl": as_rdjsonl}


@pytest.mark.parametrize("name", [*ALL, *OPEN])
@settings(max_examples=15, deadline=None)
@given(report=reports())
def test_it_is_read_back_whole(name: str, report: Report) -> None:
    read: Callable[[str], int] = {**ALL, **OPEN}[name]
    expected = report.diagnostics if name in ALL else open_ones(report)
    assert read(reporter(name)(report, view(report))) == len(expected)


@pytest.mark.parametrize("name", [*ALL, *OPEN, "markdown", "text", "concise"])
@settings(max_examples=15, deadline=None)
@given(report=reports())
def test_no_line_is_a_command(name: str, report: Report) -> None:
    """As the runner of GitHub finds commands: `::` at the start of a line, `##[` anywhere."""
    text = reporter(name)(report, view(report))
    assert not any(line.strip().startswith("::") or "##[" in line for line in text.splitlines())


COMMAND = re.compile(r"::(?P<name>\w+)(?: (?P<properties>.*?))?::(?P<data>.*)")


@settings(max_examples=30, deadline=None)
@given(report=reports())
def test_github_reads_its_own_commands_and_no_others(report: Report) -> None:
    found = open_ones(report)
    lines = reporter("github")(report, view(report)).split("\n")[:-1]
    assert len(lines) == min(len(found), MOST) + (len(found) > MOST)
    for line in lines:
        command = COMMAND.fullmatch(line)
        assert command is not None
        assert command["name"] in ("error", "warning", "notice")
        properties = dict(one.split("=", 1) for one in command["properties"].split(","))
        assert set(properties) <= {"file", "line", "endLine", "title", "col", "endColumn"}
        assert not set(re.findall("%(..)", command["data"])) - {"25", "0D", "0A"}


@settings(max_examples=30, deadline=None)
@given(report=reports())
def test_markdown_shows_text_and_nothing_else(report: Report) -> None:
    text = reporter("markdown")(report, view(report))
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    kinds = {child.type for token in tokens for child in (*(token.children or ()), token)}
    assert not kinds & {"link_open", "image", "html_inline", "html_block", "fence", "hr"}
    told = [child.content for one in tokens for child in one.children or () if child.type == "text"]
    assert not any("@everyone" in words for words in told)
    rows = sum(token.type == "tr_open" for token in tokens)
    heads = sum(token.type == "thead_open" for token in tokens)
    assert rows - heads == len(open_ones(report))
