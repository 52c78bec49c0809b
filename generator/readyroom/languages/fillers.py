"""Words and signs that stand where an answer should be: "TBD", "[date]", "{{x}}", "XXX"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.languages.lengths import word_count
from readyroom.languages.matching import words
from readyroom.languages.quotation import quoted

_BRACKET = re.compile(r"\[([^\[\]\n]{1,60})\](?![(\[])|【([^【】\n]{1,60})】")
_MUSTACHE = re.compile(r"\{\{[^{}\n]{1,60}\}\}")
_HTML = (
    r"a|abbr|article|aside|b|br|button|center|code|dd|del|details|div|dl|dt|em|figure|font|footer|"
    r"form|h[1-6]|header|hr|i|iframe|img|input|ins|kbd|li|main|mark|nav|o|ol|p|picture|pre|s|script|"
    r"section|small|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|tr|u|ul|"
    r"video"
)
_ANGLE = re.compile(rf"<(?!/?(?:{_HTML})\b)(?![^<>]*(?:@|://))[^\W\d][^<>\n]{{0,60}}>|<…>|<\.\.\.>")
_OPEN_COMMENT = re.compile(r"<!--")
_BLANKS = re.compile(r"(?<!\w)[XxХх]{1,4}\s?%|(?<!\w)[XХ]{3,}(?!\w)|_{3,}")
_MARK = re.compile(r"\s*(?:[?？…]+|\.{3,})\s*")
_VALUE = re.compile(r"[^:：\n]{1,60}[:：][ \t]*(?=\S)(.+)")
_ID = re.compile(r"\s*[A-Z]\d{1,3}(?:\.\d{1,2})*[\s:：.–—-]+")
_MOST_HINT_WORDS = 5


def fillers(text: str, code: str) -> tuple[tuple[int, int], ...]:
    """Start and end of everything in a visible text that only holds a place, outside quotes.

    Words that are also ordinary words ("later") count as the whole text, the whole value behind a
    colon or the whole bracket only.
    """
    quotes = quoted(text)
    found = sorted(
        (start, end)
        for start, end in (*_signs(text, code), *_alone(text, code))
        if not any(first < start and end < last for first, last in quotes)
    )
    return tuple(
        (start, end)
        for index, (start, end) in enumerate(found)
        if not any(a <= start and end <= b for a, b in found[:index] if (a, b) != (start, end))
        and (start, end) not in found[:index]
    )


def _signs(text: str, code: str) -> Iterator[tuple[int, int]]:
    yield from words("placeholder", code).find(text)
    for pattern in (_MUSTACHE, _ANGLE, _OPEN_COMMENT, _BLANKS):
        yield from (match.span() for match in pattern.finditer(text))
    for match in _BRACKET.finditer(text):
        if _is_hint(match[1] or match[2], code):
            yield match.span()


def _is_hint(inside: str, code: str) -> bool:
    """Whether a bracket tells the writer what to fill in; "[EN]" and "[1]" are labels."""
    if _says_nothing(inside, code) or inside in words("placeholder", code):
        return True
    if word_count(inside) > _MOST_HINT_WORDS:
        return False
    hints = list(words("bracket_hint", code).find(inside))
    starts = any(start == 0 for start, _ in hints)
    return starts or any(end == len(inside) for _, end in hints)


def _alone(text: str, code: str) -> Iterator[tuple[int, int]]:
    offset = 0
    for line in text.split("\n"):
        named = _ID.match(line)
        start = named.end() if named else 0
        value = _VALUE.match(line, start)
        for first in (start, value.start(1) if value else start):
            if _says_nothing(line[first:], code):
                yield offset + first, offset + len(line)
                break
        offset += len(line) + 1


def _says_nothing(text: str, code: str) -> bool:
    return bool(_MARK.fullmatch(text)) or words("placeholder_alone", code).is_all_of(text)
