"""What somebody else's plan is to achieve.

A reader accepts a list under Goals or Purpose, a sentence such as "we want …", and figures to
reach; a list of things to do is no aim.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.languages.matching import WordList, words
from readyroom.meaning.foreign.forms import says_something
from readyroom.meaning.foreign.texts import pairs, sentences
from readyroom.meaning.lengths import word_count
from readyroom.model.brief import BlockKind, Brief, Item, Section
from readyroom.model.goals import has_numbers_to_reach
from readyroom.model.text import Passage
from readyroom.model.values import Quantity, UnitClass

_YEARS = range(1990, 2050)


def aims(brief: Brief) -> Iterator[Passage]:
    """What it says about its purpose outside a section of goals."""
    code = brief.language
    named = words("plan_aim_heading", code)
    found = [value for label, value in pairs(brief) if named.is_all_of(label)]
    found += [item for section in brief.sections for item in _listed(section, named)]
    yield from (text for text in found if says_something(text.text, code))
    yield from (item.passage for item in brief.all_items() if _is_objective(item, code))
    yield from (sentence for sentence in sentences(brief) if _is_aim(sentence, code))


def _listed(section: Section, named: WordList) -> Iterator[Passage]:
    """The items below a bare line such as "Purpose"."""
    inside = False
    for block in section.blocks:
        if block.kind is BlockKind.ITEM and inside:
            yield block.passage
        else:
            inside = block.kind is BlockKind.PARAGRAPH and named.is_all_of(block.passage.text)


def _is_aim(sentence: Passage, code: str) -> bool:
    """Whether something follows "we want", or an amount stands with "we need"."""
    found = next(words("plan_aim", code).find(sentence.text), None)
    if found and says_something(sentence.text[found[1] :], code):
        return True
    return sentence.text in words("plan_amount_wanted", code) and has_number(sentence, code)


def _is_objective(item: Item, code: str) -> bool:
    """Whether a row has a goal in words; "G1" only points to one."""
    goal = item.cell("goal")
    return goal is not None and word_count(goal.text) > 1 and says_something(goal.text, code)


def targets(brief: Brief) -> Iterator[Passage]:
    """Where its metrics say how much is wanted, which is a goal under another name."""
    if has_numbers_to_reach(brief, words("target_word", brief.language)):
        yield from (block.passage for block in brief.blocks("metrics") if block.passage.quantities)


def has_number(aim: Passage, code: str) -> bool:
    """Whether an aim could be counted; a length of time and a year do not count."""
    return any(_counts(number) for number in aim.quantities) or aim.text in words(
        "number_word", code
    )


def _counts(number: Quantity) -> bool:
    if number.unit_class is UnitClass.COUNT and number.low in _YEARS:
        return bool(number.unit)
    return number.unit_class is not UnitClass.DURATION
