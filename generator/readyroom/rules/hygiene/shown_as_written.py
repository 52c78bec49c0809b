"""Something is meant as markup, and readers see it as it is written.

## Why it matters
Readers see angle brackets and half a link where the writer saw a line break or a button.

A page takes in no HTML and no links that could run a program, so that nobody can harm a reader
through a brief.

## Bad
```brief
## Message
Write back today.<br>We answer within an hour. ←
```

```brief lang=ru
## Каналы
- [группа](tg://resolve?domain=vesna) ←
- [список](file:///home/vera/list.csv) ←
```

```brief lang=pl
## Metryki
| id | metryka |
| --- | --- |
| M1 | <b>pierwsze dyżury</b> | ←
```

## Good
```brief
## Message
**Write back today.** We answer within an hour, by [mail](mailto:shifts@example.org) or
[phone](tel:+48123456789); see [the board](https://example.org/board).
```

```brief lang=ru
## Каналы
- [список](list.csv)
```

## Near misses
Code may hold what it likes, and not every angle bracket is a tag.

```brief
## Message
The mail is built with `<br>`, and its link is `[now](javascript:go)`.

## Goals
- **G1** open rate a<b [see](notes: page 4)
```

## Known misses
HTML that is written with entities such as &lt; is not noticed.

## Sources
Own experience: whoever reads a brief should see its content and not its signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.model.brief import BlockKind, Brief
from readyroom.model.message import Message, msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.text import Passage

RULE = Rule(severity="iWWWWi")

_TAG = re.compile(
    r"</?(?:a|abbr|article|aside|b|br|button|center|code|dd|del|details|div|dl|dt|em|figure|font|"
    r"footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|kbd|li|main|mark|nav|o|ol|p|picture|pre|"
    r"s|script|section|small|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|"
    r"tr|u|ul|video)(?:\s[^<>]*|/)?>|<[a-z]{2,12}\s[^<>=]*=[^<>]*>|</[a-z]{2,12}>",
    re.IGNORECASE,
)
# What is left of a link whose address was refused; a scheme may be broken up by line ends.
_REFUSED = re.compile(
    r"(?:\]\(|^\[[^\[\]\n]+\]:)[ \t]*<?(?!(?:https?|mailto|tel):)([A-Za-z][A-Za-z0-9+.\n\t-]*):"
    r"(?=[^\s)])",
    re.IGNORECASE | re.MULTILINE,
)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding for the first tag of the brief, and one for each link."""
    passages = list(_passages(brief))
    for passage, match in _outside_code(passages, _TAG):
        yield _finding(
            passage,
            match,
            msg("HTML is not used here, so readers see `{tag}`.", tag=match[0][:40]),
            msg("Use Markdown: an empty line between paragraphs, two asterisks for bold, a list."),
            msg("**Write back today.** We answer within an hour."),
            msg("Does the sentence also work as plain text?"),
        )
        break
    for passage, match in _outside_code(passages, _REFUSED):
        scheme = "".join(match[1].split())
        yield _finding(
            passage,
            match,
            msg("Readers cannot follow this: a link may not begin with `{name}:`.", name=scheme),
            msg("Link to a web page, a mail address, a phone number or a file of this project."),
            msg("[the group](https://example.org/group)"),
            msg("Can everybody who reads this page open it, on a phone as well?"),
        )


def _passages(brief: Brief) -> Iterator[Passage]:
    if brief.heading:
        yield brief.heading
    for section in brief.sections:
        yield section.heading
        yield from (b.passage for b in section.blocks if b.kind is not BlockKind.CODE)


def _outside_code(
    passages: list[Passage], pattern: re.Pattern[str]
) -> Iterator[tuple[Passage, re.Match[str]]]:
    for passage in passages:
        for match in pattern.finditer(passage.text):
            if not passage.in_code(match.start()):
                yield passage, match


def _finding(
    passage: Passage,
    match: re.Match[str],
    message: Message,
    advice: Message,
    example: Message,
    question: Message,
) -> Finding:
    span = passage.span(*match.span())
    return Finding(span, message, advice, example=example, question=question)
