"""Whether somebody else's plan hears people, or looks back at what came of it.

A reader accepts the voice of the audience and a review of results, planned or held; a heading
without content and a report upwards are neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.languages.matching import words
from readyroom.meaning.foreign.forms import says_something
from readyroom.meaning.foreign.texts import TEXT, blocks, pairs, sentences
from readyroom.model.brief import Brief
from readyroom.model.text import Passage

_REVIEWS = ("retrospective", "plan_looking_back", "feedback_request", "plan_asking_people")


def reviews(brief: Brief) -> Iterator[Passage]:
    """Where people are asked, or results are looked at, before or after."""
    code = brief.language
    yield from (block.passage for block in brief.blocks("results") if block.passage.quantities)
    for block in brief.blocks("retro"):
        text = block.passage.text
        if (
            block.kind in TEXT
            and says_something(text, code)
            and text not in words("plan_deferred", code)
        ):
            yield block.passage
    for label, value in pairs(brief):
        if words("plan_review_label", code).is_all_of(label) and says_something(value.text, code):
            yield value
    yield from (sentence for sentence in sentences(brief) if _listens(sentence.text, code))
    for block in blocks(brief):
        if any(block.passage.text in words(name, code) for name in _REVIEWS):
            yield block.passage


def _listens(text: str, code: str) -> bool:
    """Whether people's own words are taken in with a rhythm: "every Friday we read the replies"."""
    return all(text in words(name, code) for name in ("plan_takes_in", "voice_source", "cadence"))
