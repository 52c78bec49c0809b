"""Claims in a message: superlatives, shares and earnings, and what backs them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from readyroom.languages.matching import cell, negations, words
from readyroom.meaning.clauses import clause_around
from readyroom.model.brief import Brief
from readyroom.model.citations import cited
from readyroom.model.text import Passage
from readyroom.model.values import UnitClass

_SENTENCE_END = re.compile(r"[.!?。！？\n](?=\s|$)|[。！？\n]")
_NAMED = re.compile(r"《[^《》]*》")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_PLACE_TO_GO = re.compile(r"/|mailto:|tel:|#|$")

# Far more than people read, and little enough to be quick on what a machine wrote.
_MOST = 50
_REACH = 400

Range = tuple[int, int]


def claims(where: Passage, code: str) -> Iterator[Range]:
    """Start and end of each claim: superlatives and absolutes, then percentages, then what people
    could earn. What is denied, asked, an offer or part of a name is none."""
    for start, end in islice(words("claim", code).find(where.text), _MOST):
        said = _around(where.text, start, end)
        share = "%" in where.text[start:end]
        if not (share and _is_offer(*said, code)) and not _is_meant_otherwise(*said, code):
            yield start, end
    for number in where.quantities[:_MOST]:
        said = _around(where.text, number.start, number.end)
        share = number.unit_class in (UnitClass.PERCENT, UnitClass.POINTS)
        earned = number.unit_class is UnitClass.MONEY and _is_income(*said, code)
        if not (share or earned) or _is_offer(*said, code):
            continue
        if not _is_meant_otherwise(*said, code):
            yield number.start, number.end


def _around(text: str, start: int, end: int) -> tuple[str, int, int]:
    """As much of a long text as matters, and the place in it."""
    first = max(0, start - _REACH)
    return text[first : end + _REACH], start - first, end - first


def _is_income(text: str, start: int, end: int, code: str) -> bool:
    return text[slice(*_sentence(text, start, end))] in words("income", code)


def _is_offer(text: str, start: int, end: int, code: str) -> bool:
    """Whether the share is a price cut, a material or the like."""
    return text[slice(*_sentence(text, start, end))] in words("offer", code)


def _is_meant_otherwise(text: str, start: int, end: int, code: str) -> bool:
    first, last = _sentence(text, start, end)
    return (
        text[clause_around(text, start, end)[0] : start] in negations(code)
        or text[last - 1 : last] in ("?", "？")
        or any(m.start() < start < m.end() for m in _NAMED.finditer(text))
        or _is_in_name(text[first:last], start - first, end - first)
    )


def _sentence(text: str, start: int, end: int) -> Range:
    before = [match.end() for match in _SENTENCE_END.finditer(text, 0, start)]
    after = _SENTENCE_END.search(text, end)
    return (before[-1] if before else 0, after.end() if after else len(text))


def _is_in_name(sentence: str, start: int, end: int) -> bool:
    """Whether the word is capitalised together with the next one, where most words are not."""
    found = _WORD.findall(sentence)
    capitals = sum(word[0].isupper() for word in found)
    following = _WORD.search(sentence, end)
    return (
        sentence[start].isupper()
        and following is not None
        and sentence[end : following.start()] == " "
        and following[0][0].isupper()
        and capitals * 2 < len(found)
    )


def is_backed(brief: Brief, where: Passage) -> bool:
    """Whether a text names evidence, leads to a source or says that people let us quote them."""
    span = where.span()
    return (
        bool(cited(where.text, "E"))
        or where.text in words("permission", brief.language)
        or any(
            span.start <= link.span.start < span.end and not _PLACE_TO_GO.match(link.target)
            for link in brief.links
        )
    )


def is_proof(brief: Brief, where: Passage | None) -> bool:
    """Whether what stands under "proof" says how it is known: also a method, a number or a day."""
    if not where:
        return False
    method = cell("method", where.text, brief.language)
    return bool(is_backed(brief, where) or method or where.quantities or where.dates)
