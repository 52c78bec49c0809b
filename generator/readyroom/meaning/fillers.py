"""Words and signs that stand where an answer should be: "TBD", "[date]", "{{x}}", "XXX"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.languages.matching import fold, words
from readyroom.meaning.lengths import word_count
from readyroom.meaning.quotation import quoted

_HTML = (
    r"a|abbr|article|aside|b|br|button|center|code|dd|del|details|div|dl|dt|em|figure|font|footer|"
    r"form|h[1-6]|header|hr|i|iframe|img|input|ins|kbd|li|main|mark|nav|o|ol|p|picture|pre|s|script|"
    r"section|small|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|tr|u|ul|"
    r"video"
)
_SIGN = re.compile(
    r"\{\{[^{}\n]{1,60}\}\}"
    rf"|<(?!/?(?:{_HTML})\b)(?![^<>]*(?:@|://|=))[^\W\d][^<>\n]{{0,60}}>|<…>|<\.\.\.>|<!--"
    r"|(?<!\w)[XxХх]{1,4}\s?%|(?<!\w)[XХ]{3,}(?!\w)|_{3,}"
    r"|(?<![A-Za-zА-я])[XxХх]{1,3}\s?(?:[元人名月日天€$₽₱]|(?:EUR|USD|PLN|RUB|PHP|CNY|zł|руб)(?!\w))"
    r"|[€$₱¥£][XxХх]{1,3}(?!\w)|(?<!\w)(?:[Dd]{2}([./-])[Mm]{2}\1(?:[Yy]{2,4}|[Rr]{2,4})"
    r"|[Yy]{4}-[Mm]{2}-[Dd]{2}|[Дд]{2}\.[Мм]{2}\.[Гг]{2,4})(?!\w)"
    r"|\[(?P<square>[^\[\]\n]{1,60})\](?![(\[])|【(?P<lens>[^【】\n]{1,60})】"
)
# What every sign holds: most texts hold none of it, which is quicker to see.
_OPENING = re.compile(
    r"\{\{|[<\[【]|_{3}|[XxХх](?:\s?[%元人名月日天€$₽₱EUPRCzр]|[XxХх])|[€$₱¥£][XxХх]|[Mm]{2}|[Мм]{2}"
)
_IN_MARK = re.compile(r"[?？…]|\.{3}")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_MARK = re.compile(r"\s*(?:[?？…]+|\.{3,})\s*")
_VALUE = re.compile(r"[^:：\n]{1,60}[:：][ \t]*(?=\S)(.+)")
_ID = re.compile(r"\s*[A-Z]\d{1,3}(?:\.\d{1,2})*[\s:：.–—-]+")
_MOST_HINT_WORDS = 5
_LONGEST_ALONE = 40

Range = tuple[int, int]


class FillerFinder:
    """Finds what only holds a place in the texts of one brief.

    Words that are also ordinary words ("later") count as the whole text, the whole value behind a
    colon or the whole bracket only. `whole` is all the text that the finder will see: a list of
    words that does not occur in it is not looked for again.
    """

    def __init__(self, whole: str, code: str) -> None:
        self._code = code
        anywhere, alone = words("placeholder", code), words("placeholder_alone", code)
        self._anywhere = anywhere if whole in anywhere else None
        self._alone = alone.said(whole)

    def find(self, text: str) -> tuple[Range, ...]:
        """Start and end of each filler in a visible text, outside quotation marks."""
        found = [*self._signs(text)] if _OPENING.search(text) else []
        if self._alone or _IN_MARK.search(text):
            found += self._lines(text)
        if self._anywhere:
            found += self._anywhere.find(text)
        if not found:
            return ()
        quotes = quoted(text)
        return tuple(_outside(quotes, _outermost(found)))

    def _signs(self, text: str) -> Iterator[Range]:
        for match in _SIGN.finditer(text):
            inside = match["square"] or match["lens"]
            if inside is None or self._is_hint(inside):
                yield match.span()

    def _is_hint(self, inside: str) -> bool:
        """Whether a bracket tells the writer what to fill in; "[EN]" and "[1]" are labels."""
        if self._says_nothing(inside) or (self._anywhere and inside in self._anywhere):
            return True
        if word_count(inside) > _MOST_HINT_WORDS:
            return False
        hints = list(words("bracket_hint", self._code).find(inside))
        return any(start == 0 or end == len(inside) for start, end in hints)

    def _lines(self, text: str) -> Iterator[Range]:
        offset = 0
        for line in text.split("\n"):
            named = _ID.match(line)
            start = named.end() if named else 0
            value = _VALUE.match(line, start)
            for first in (start, value.start(1)) if value else (start,):
                if self._says_nothing(line[first:]):
                    yield offset + first, offset + len(line)
                    break
            offset += len(line) + 1

    def _says_nothing(self, text: str) -> bool:
        if len(text) > _LONGEST_ALONE:
            return False
        if _MARK.fullmatch(text):
            return True
        return bool(self._alone) and _EDGES.sub("", fold(text).strip()) in self._alone


def fillers(text: str, code: str) -> tuple[Range, ...]:
    """Start and end of each filler in a single text."""
    return FillerFinder(text, code).find(text)


def _outermost(found: list[Range]) -> Iterator[Range]:
    """Of ranges within each other the outer one."""
    last = -1
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if end > last:
            last = end
            yield start, end


def _outside(quotes: tuple[Range, ...], found: Iterator[Range]) -> Iterator[Range]:
    """The ranges that no quotation holds; both come in order."""
    index = 0
    for start, end in found:
        while index < len(quotes) and quotes[index][1] <= start:
            index += 1
        if not (index < len(quotes) and quotes[index][0] < start and end < quotes[index][1]):
            yield start, end
