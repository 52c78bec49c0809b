"""Cases 10 and 29-41: Markdown that is too deep, too costly, hidden, or dangerous on a page."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from pages.small_site import page

from .cases import (
    BODY,
    FIRST,
    HEAD,
    ODD,
    PATIENCE,
    Case,
    body,
    check,
    findings,
    places,
    playbook,
    report,
    write,
)

UNREADABLE = "unreadable-text"
MORE = "# Deep\n\n- **G2** 50 more gardeners by 2027-05-31\n"


def unreadable(number: str, text: str, line: int, says: str, column: int = 1) -> Case:
    """A case whose finding stands `line` lines below the first line that it adds."""
    return Case(number, body(text), UNREADABLE, BODY + line, column, says)


TOO_MUCH = [
    unreadable("29", f"{'> ' * 10_000}goal\n", 0, "Quotes are nested deeper than 50"),
    unreadable("29b", f"{MORE}{'> ' * 60}goal\n", 3, "Quotes are nested deeper than 50"),
    unreadable("30", f"{'- ' * 10_000}goal\n", 0, "Lists are nested deeper than 40"),
    unreadable("30b", "".join(f"{'  ' * depth}- a\n" for depth in range(300)), 40,
               "Lists are nested deeper than 40"),
    unreadable("31", "[" * 10_000, 0, "too many square brackets"),
    unreadable("31b", "![a](" * 10_000, 0, "too many square brackets"),
    unreadable("31c", "[a](<" * 10_000, 0, "too many square brackets"),
    unreadable("32", "*a_ " * 50_000, 0, "too long"),
    unreadable("33", f"|{'a|' * 1000}\n|{'-|' * 1000}\n{'|' * 3}\n" * 2, 0,
               "more than 200 columns"),
    Case("34", body("| a | b |\n| - | - |\n" + "| 1 | 2 |\n" * 20_000), UNREADABLE, FIRST + 1, 1,
         "too "),
]  # fmt: skip


@pytest.mark.parametrize("case", TOO_MUCH, ids=str)
def test_what_is_too_much_is_said_and_never_dropped(
    tmp_path: Path, case: Case, alone: list[dict[str, Any]]
) -> None:
    check(write(tmp_path, playbook(case.data)), case, alone)


NEARLY = {
    "29": f"{'> ' * 49}GOAL\n",
    "30": "".join(f"{'  ' * depth}- a\n" for depth in range(38)) + f"{'  ' * 38}- GOAL\n",
    "31": "[" * 30 + "\n\n" + "![a](" * 20 + "\n\nGOAL\n",
    "32": f"{'*' * 10_000}a{'*' * 10_000}\n\nGOAL\n",
    "32b": "**a _b " * 5_000 + "\n\nGOAL\n",
    "33": f"|{'a|' * 200}\n|{'-|' * 200}\n" + f"|{'b|' * 200}\n" * 30 + "\nGOAL\n",
    "34": "| a | b |\n| - | - |\n" + "| 1 | 2 |\n" * 1_900 + "\nGOAL\n",
}


@pytest.mark.parametrize("number", NEARLY)
def test_what_is_read_is_shown(number: str) -> None:
    source = body(NEARLY[number])
    started = time.perf_counter()
    html = page({ODD: source.decode()}, "odd-one.md").body
    assert time.perf_counter() - started < PATIENCE
    assert "GOAL" in html
    assert len(html.encode()) < 10 * len(source) + 100_000


SWALLOWED = [
    unreadable("35", f"```\n{MORE}## Metrics\n", 0,
               "never closed. It swallows these headings: Deep, Metrics."),
    unreadable("35b", "~~~ js\n## Metrics\n", 0, "never closed"),
    unreadable("35c", "- a\n\n  ```\n  ## Metrics\n", 2, "never closed", 3),
    unreadable("35d", f"<!-- a note\n\n{MORE}", 0, "The comment that begins here is never closed"),
]  # fmt: skip


@pytest.mark.parametrize("case", SWALLOWED, ids=str)
def test_35_what_is_never_closed(tmp_path: Path, case: Case, alone: list[dict[str, Any]]) -> None:
    check(write(tmp_path, playbook(case.data)), case, alone)


def test_35_a_comment_that_is_never_closed_hides_nothing() -> None:
    html = page({ODD: body(f"<!-- a note\n\n{MORE}").decode()}, "odd-one.md").body
    assert "50 more gardeners" in html


@pytest.mark.parametrize(
    ("number", "around"),
    [
        ("36 fence", "```\n{0}\n```\n"),
        ("36 tildes", "~~~\n{0}\n~~~\n"),
        ("36 code", "    {0}\n"),
        ("36 comment", "<!--\n{0}\n-->\n"),
        ("36 quote", "> {0}\n"),
        ("36 item", "- {0}\n"),
    ],
)
def test_36_a_sample_is_no_section(tmp_path: Path, number: str, around: str) -> None:
    head = HEAD.replace("status: idea", "status: planned").encode()
    plain = head + b"---\n\n"
    sample = plain + around.format("## Metrics").encode()
    missing = ("metric-missing", 4, 1, "Nothing here would show whether the campaign worked.")
    found = [
        report(write(tmp_path / str(i), playbook(data)))[1]
        for i, data in enumerate((plain, sample))
    ]
    assert [missing in places(one, ODD) for one in found] == [True, True]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("text {onclick=alert(1)}", "<p>text {onclick=alert(1)}</p>"),
        ("text {: .c onclick=alert(1)}", "<p>text {: .c onclick=alert(1)}</p>"),
        ("text {#location}", "<p>text </p>"),
        ("## Metrics {#location .c}", "Metrics {#location .c}</h2>"),
        ('``` x" onload="a\ncode\n```', '<pre><code class="language-x">code\n</code></pre>'),
        ("{{7*7}} {% include 'x' %} {% raw %}", "{{7*7}} {% include 'x' %} {% raw %}"),
        ('--8<-- "../../../etc/passwd"', "--8&lt;-- &quot;../../../etc/passwd&quot;"),
        ("!include /etc/passwd", "<p>!include /etc/passwd</p>"),
        ("[TOC]", "[TOC]</p>"),
        ("$$x$$ \\(a\\)", "$$x$$ (a)"),
    ],
)
def test_40_41_43_what_other_tools_would_act_on_is_text(written: str, shown: str) -> None:
    html = page({ODD: body(written).decode()}, "odd-one.md").body
    assert shown in html
    assert ('id="location"' in html, "49" in html) == (False, False)


def test_ids_of_a_brief_cannot_take_those_of_the_page() -> None:
    text = "## findings\n\n## search\n\n## __config\n\n### facts\n\n- **G1** x\n"
    html = page({ODD: body(text).decode()}, "odd-one.md").body
    ids = [part.split('"')[0] for part in html.split(' id="')[1:]]
    assert len(ids) == len(set(ids))
    own = [name for name in ids if name[:2] not in ("s-", "i-", "l-", "f-")]
    assert {"search", "__config"}.isdisjoint(own)


SHOWN = {
    "37 script": ("<script>alert(1)</script>", 1, "`<script>`"),
    "37 picture": ("text <img src=x onerror=alert(1)>", 6, "`<img src=x onerror=alert(1)>`"),
    "37 svg": ("<svg onload=alert(1)>", 1, "`<svg onload=alert(1)>`"),
    "37 style": ("<style>*{}</style>", 1, "`<style>`"),
    "37 frame": ("- <iframe src=//x>", 3, "`<iframe src=//x>`"),
    "37 form": ("<form action=x>", 1, "`<form action=x>`"),
    "37 base": ("<base href=//x>", 1, "`<base href=//x>`"),
    "37 meta": ("<meta http-equiv=refresh>", 1, "`<meta http-equiv=refresh>`"),
    "38 script": ("[a](javascript:x)", 3, "`javascript:`"),
    "38 mixed case": ("[a](JaVaScript:x)", 3, "`JaVaScript:`"),
    "38 data": ("![a](data:text/html,x)", 4, "`data:`"),
    "38 vb": ("[a](<vbscript:x>)", 3, "`vbscript:`"),
    "38 file": ("[a](file:///etc/passwd)", 3, "`file:`"),
    "38 feed": ("[a](feed:x)", 3, "`feed:`"),
    "38 reference": ("[a]: javascript:x", 1, "`javascript:`"),
}


@pytest.mark.parametrize("number", SHOWN)
def test_37_38_what_is_shown_as_written(
    tmp_path: Path, number: str, alone: list[dict[str, Any]]
) -> None:
    written, column, says = SHOWN[number]
    case = Case(number, body(f"{written}\n"), "shown-as-written", BODY, column, says)
    check(write(tmp_path, playbook(case.data)), case, alone)


def listed(section: str, row: str, count: int = 1_900) -> str:
    """A section with many lines."""
    lines = "".join(row.replace("NUMBER", str(number % 999)) for number in range(count))
    return f"## {section}\n\n{lines}"


SLOW = {
    "headings": "## Goals\n\n- G1 x\n" * 950,
    "goals": listed("Goals", "- **GNUMBER** more\n"),
    "goals and metrics": listed("Goals", "- GNUMBER more\n", 950)
    + listed("Metrics", "- MNUMBER x\n", 950),
    "paragraphs with ids": listed("Goals", "GNUMBER more\n\n"),
    "risks": listed("Risks", "RNUMBER more\n\n"),
    "segments": listed("Audience", "SNUMBER everyone\n\n"),
    "sub-headings": listed("Risks", "### NUMBER\n\ntext\n\n", 900),
    "labels": "Owner: x\n" * 1_900,
    "one word": "## Audience\n\n- S1 " + "everyone " * 6_000,
    "holes": "## Goals\n\n" + "TBD " * 15_000,
    "code": "## Goals\n\n- G1 " + "`G1 TBD` " * 6_000,
    "comments": "## Goals\n\nTBD " + "<!-- " * 8_000,
    "entities": "## Goals\n\n" + "TBD &#128; " * 5_000,
    "characters of two": "## Goals\n\nTBD " + "&NotEqualTilde;" * 5_000,
    "emphasis": "## Goals\n\n" + "a*b*c TBD " * 6_000,
}


@pytest.mark.parametrize("shape", SLOW)
def test_no_shape_keeps_a_reader_waiting(tmp_path: Path, shape: str) -> None:
    ready = body(SLOW[shape]).replace(b"status: idea", b"status: ready")
    root = write(tmp_path, playbook(ready))
    report(root)
    started = time.process_time()
    code, found = report(root)
    assert time.process_time() - started < PATIENCE
    assert code == 1
    assert len(json.dumps(found)) < 2_000_000


def test_a_brief_as_long_as_a_book(tmp_path: Path, alone: list[dict[str, Any]]) -> None:
    case = Case("34b", body("line\n" * 2_100), UNREADABLE, 1, 1, "more than 2000 lines")
    check(write(tmp_path, playbook(case.data)), case, alone)


def test_as_many_findings_as_somebody_would_read(tmp_path: Path) -> None:
    _, found = report(write(tmp_path, playbook(body("TBD\n\n" * 500))))
    holes = [one["message"] for one in findings(found, ODD) if one["rule"] == "placeholder-left"]
    assert (len(holes), holes[-1]) == (101, "There are more places like the first 100.")
