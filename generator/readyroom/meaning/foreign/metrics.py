"""What somebody else's plan counts.

A reader accepts a named measure, a promise to count something, results in figures, and a goal
whose number is a measure by itself ("300 sign-ups").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.languages.matching import words
from readyroom.meaning.foreign.forms import says_something
from readyroom.meaning.foreign.texts import TEXT, pairs, sentences
from readyroom.meaning.lengths import word_count
from readyroom.model.brief import BlockKind, Brief
from readyroom.model.text import Passage
from readyroom.model.values import Quantity, UnitClass

_ADDRESS = re.compile(r"https?://\S+")
_SEVERAL = 3
_LONGEST_LABEL = 4
_UNCOUNTED = (UnitClass.MONEY, UnitClass.DURATION)


def measures(brief: Brief) -> Iterator[Passage]:
    """What there is to count, wherever it is said."""
    code = brief.language
    for block in brief.blocks("metrics"):
        named = block.kind in TEXT and _is_measure(block.passage.text, code)
        if named or (block.kind is not BlockKind.CODE and _figures(block.passage)):
            yield block.passage
    yield from (item.passage for item in brief.items("metrics") if _is_measure(item.text, code))
    yield from (cell for item in brief.all_items() if (cell := item.cell("metric")))
    for block in brief.blocks("results"):
        if block.kind is not BlockKind.CODE and _figures(block.passage):
            yield block.passage
    for label, value in pairs(brief):
        if _is_measure(value.text, code) and _announces(label, value.text, code):
            yield value
    yield from _counted(brief)


def _counted(brief: Brief) -> Iterator[Passage]:
    """Sentences that count something, and goals or reports whose figures are measures."""
    code = brief.language
    for block in brief.blocks("goals"):
        if block.kind is not BlockKind.CODE and _has_measure(block.passage, code):
            yield block.passage
    reported = [sentence for sentence in sentences(brief) if _has_measure(sentence, code)]
    if sum(len(_figures(sentence)) for sentence in reported) >= _SEVERAL:
        yield reported[0]
    for sentence in sentences(brief):
        text = sentence.text
        several = len(_figures(sentence)) >= _SEVERAL and _counts_more(text, code)
        if (
            several
            or text in words("plan_counting", code)
            or (
                text in words("plan_amount_of", code)
                and (_is_countable(text, code) or _counts_more(text, code))
            )
        ):
            yield sentence


def _announces(label: str, value: str, code: str) -> bool:
    """Whether a label asks for a measure, or for a review that counts something."""
    if word_count(label) > _LONGEST_LABEL:
        return False
    return label in words("plan_metric_label", code) or (
        words("plan_review_label", code).is_all_of(label) and value in words("plan_amount_of", code)
    )


def _is_measure(text: str, code: str) -> bool:
    """ "Will be defined later" measures nothing."""
    return says_something(text, code) and text not in words("plan_deferred", code)


def _figures(text: Passage) -> list[Quantity]:
    addresses = [match.span() for match in _ADDRESS.finditer(text.text)]
    return [
        number
        for number in text.quantities
        if number.unit_class not in _UNCOUNTED
        and not any(start <= number.start < end for start, end in addresses)
    ]


def _has_measure(text: Passage, code: str) -> bool:
    """A figure together with what a marketer counts: people, visits, sign-ups."""
    return bool(_figures(text)) and _is_countable(text.text, code)


def _is_countable(text: str, code: str) -> bool:
    return text in words("outcome_metric", code) or text in words("vanity", code)


def _counts_more(text: str, code: str) -> bool:
    """What counts only beside other figures or after "the number of": tickets, families."""
    return text in words("plan_counted", code) or text in words("plan_people_noun", code)
