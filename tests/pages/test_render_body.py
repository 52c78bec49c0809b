"""The body of a brief: ids, links, marks, and nothing that could run."""

from __future__ import annotations

import re

import pytest

from .allow_list import violations
from .small_site import brief, page, small_site

URI = "growth/briefs/spring.md"
AWAY = 'rel="noopener noreferrer"'
DEAD = 'class="rr-dead" title="This link leads to nothing on this site'
FILES = {
    "playbooks/growth/strategy.md": "# Strategy\n\n## OBJ-2027-1 Full shifts\n",
    "playbooks/growth/index.md": "# Growth\n",
    "playbooks/growth/briefs/autumn.md": brief(
        "## Retrospective\n| id | lesson |\n| --- | --- |\n| L1 | ask first |\n", id="autumn"
    ),
    "playbooks/growth/briefs/photo one.png": "",
    "README.md": "",
}


def body(text: str) -> str:
    """The HTML of the brief's own text."""
    found = page({**FILES, f"playbooks/{URI}": brief(text)}, URI, rules=())
    html = re.search(r'<div class="rr-body">\n(.*?)\n</div>\n\n', found.body, re.DOTALL)
    assert html
    return html[1].strip()


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        # headings
        ("## Goals\n", '<h2 id="s-goals">Goals</h2>'),
        ("## A\n## A\n", '<h2 id="s-a">A</h2>\n<h2 id="s-a_1">A</h2>'),
        ("## 目标\n", '<h2 id="s-目标">目标</h2>'),
        ("# Spring  intake\n\nText", "<p>Text</p>"),
        ("# Another title\n", '<h2 id="s-another-title">Another title</h2>'),
        ("> ## Quoted\n", '<blockquote>\n<p class="rr-subhead">Quoted</p>\n</blockquote>'),
        # items
        ("- **G1** more\n", '<ul>\n<li id="i-G1"><strong>G1</strong> more</li>\n</ul>'),
        ("- [x] made\n", '<ul class="contains-task-list">\n<li class="rr-task"><input '
         'type="checkbox" disabled checked aria-label="done"> made</li>\n</ul>'),
        ("- [ ] open\n", '<ul class="contains-task-list">\n<li class="rr-task"><input '
         'type="checkbox" disabled aria-label="to do"> open</li>\n</ul>'),
        # references
        ("- G1 more\n\nSee G1, not G12 or AG1.\n",
         '<ul>\n<li id="i-G1">G1 more</li>\n</ul>\n'
         '<p>See <a class="rr-ref" href="#i-G1">G1</a>, not G12 or AG1.</p>'),
        ("autumn#L1 says",
         '<p><a class="rr-ref" href="autumn.html#i-L1">autumn#L1</a> says</p>'),
        ("autumn#L9 does not", "<p>autumn#L9 does not</p>"),
        ("OBJ-2027-1",
         '<p><a class="rr-ref" href="../strategy.html#obj-2027-1-full-shifts">OBJ-2027-1</a></p>'),
        ("`OBJ-2027-1`", "<p><code>OBJ-2027-1</code></p>"),
        # links
        ("[s](../strategy.md)", '<p><a href="../strategy.html">s</a></p>'),
        ("[s](../strategy.md#x)", '<p><a href="../strategy.html#x">s</a></p>'),
        ("[s](autumn.md#L1)", '<p><a href="autumn.html#i-L1">s</a></p>'),
        ("[s](autumn.md#retrospective)", '<p><a href="autumn.html#s-retrospective">s</a></p>'),
        ("[s](..)", '<p><a href="../index.html">s</a></p>'),
        ("[s](#a)\n## A", '<p><a href="#s-a">s</a></p>\n<h2 id="s-a">A</h2>'),
        ("[s](https://e.org/a)", f'<p><a href="https://e.org/a" {AWAY}>s</a></p>'),
        ("[s](mailto:a@e.org)", f'<p><a href="mailto:a@e.org" {AWAY}>s</a></p>'),
        ("[s](/board)", '<p><a href="/board">s</a></p>'),
        ("[s](no.md)", f'<p><span {DEAD}: no.md">s</span></p>'),
        ("[s](../../../README.md)", f'<p><span {DEAD}: ../../../README.md">s</span></p>'),
        ("[s](../../../../etc/passwd)", f'<p><span {DEAD}: ../../../../etc/passwd">s</span></p>'),
        # pictures
        ("![a](photo%20one.png)", '<p><img src="photo%20one.png" alt="a" loading="lazy"></p>'),
        ("![p](https://e.org/p.png)", f'<p><a href="https://e.org/p.png" {AWAY}>p</a></p>'),
        ("![p](//e.org/p.png)", f'<p><a href="//e.org/p.png" {AWAY}>p</a></p>'),
        ("[![p](https://e.org/p)](https://e.org)",
         f'<p><a href="https://e.org" {AWAY}>p</a></p>'),
        # the rest
        ("by 2027-05-31, v1-2027-05-31", "<p>by <time>2027-05-31</time>, v1-2027-05-31</p>"),
        ("<!-- note to self -->\ntext", "<p>text</p>"),
        ('``` js" onload="x\na\n```', '<pre><code class="language-js">a\n</code></pre>'),
        ("<b>x</b> & {{ 7*7 }} {% raw %}",
         "<p>&lt;b&gt;x&lt;/b&gt; &amp; {{ 7*7 }} {% raw %}</p>"),
    ],
)  # fmt: skip
def test_markdown_becomes(markdown: str, html: str) -> None:
    assert body(markdown) == html


def test_a_table_scrolls_and_its_rows_have_ids() -> None:
    html = body("## Metrics\n| id | metric |\n| --- | ---: |\n| M1 | <i>x</i> |\n")
    assert html.split("\n") == [
        '<h2 id="s-metrics">Metrics</h2>',
        '<div class="rr-scroll" role="region" tabindex="0" aria-label="Table: Metrics">'
        '<table class="rr-table">',
        "<thead>",
        "<tr>",
        '<th scope="col">id</th>',
        '<th scope="col" class="rr-right">metric</th>',
        "</tr>",
        "</thead>",
        "<tbody>",
        '<tr id="i-M1">',
        "<td>M1</td>",
        '<td class="rr-right">&lt;i&gt;x&lt;/i&gt;</td>',
        "</tr>",
        "</tbody>",
        "</table></div>",
    ]


PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "</title><script>alert(1)</script>",
    "</textarea></template><iframe src=javascript:alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVa&#10;Script:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x) [y](feed:x) [z](file:///etc/passwd)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    '![x](a.png "t\\" onerror=alert(1)")',
    "[x]: javascript:alert(1)\n\n[x]",
    "[x](# '\\' onmouseover=alert(1)')",
    "{onclick=alert(1)} {#id .class}",
    "# h {onclick=alert(1)}",
    '``` x" onload=alert(1)\n</code></pre><script>\n```',
    "<!-- --><script>alert(1)</script>",
    "| a |\n| --- |\n| <base href=//x> |",
    "{{ 7*7 }} {% include 'x' %} {{ config }}",
    "\u2028<style>*{display:none}</style>",
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_in_a_body_runs(payload: str) -> None:
    html = body(payload)
    assert (violations(html), "49" in html) == ([], False)


FIELDS = (
    "title", "owner", "tags", "kind", "supports", "audience", "channels", "parent", "updated",
    "launch", "status", "lang", "review_by",
)  # fmt: skip
NESTED = """---
id: nested
status: ready
hold: {{since: 2026-01-01, until: 2026-02-01, reason: {0}}}
dropped: {{on: {0}, reason: {0}, lesson: {0}}}
lint: {{ignore: [{{rule: {0}, reason: {0}, by: {0}, until: 2026-12-01, confirmed_by: {0}}},
  {{rule: goal-missing, reason: {0}, by: {0}, until: 2026-12-01}}]}}
---
"""


@pytest.mark.parametrize("payload", [*PAYLOADS[:6], "{{ 7*7 }}", "a'b\"c&d<e>"])
def test_nothing_in_any_field_runs_on_any_page(payload: str) -> None:
    quoted = "'" + payload.replace("'", "''") + "'"
    text = f"# {payload}\n\n## Goals\n- **G1** {payload}\n\n## {payload}\n"
    files = {
        f"playbooks/{field}.md": brief(text, **{"id": field.replace("_", "-"), field: quoted})
        for field in FIELDS
    }
    files["playbooks/id.md"] = brief(text, id=quoted)
    files["playbooks/nested.md"] = NESTED.format(quoted)
    found = small_site(files)
    assert {one.uri: bad for one in found.pages if (bad := violations(one.body))} == {}


def test_the_oracle_sees_what_it_should() -> None:
    assert violations('<p onclick="x"><a href=" java\tscript:x">') == [
        "<p onclick>",
        "<a href= java\tscript:x>",
    ]
