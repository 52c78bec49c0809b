"""Who answers for somebody else's plan, or for the pieces of work in it.

A reader accepts a person or a role for the whole ("Lead: Ana") or for single pieces (a column of
names, "- [ ] Ana: posters"). A team, a company and the author of the text do not answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.languages.matching import words
from readyroom.meaning.foreign.forms import says_something
from readyroom.meaning.foreign.names import is_person, starts_with_person
from readyroom.meaning.foreign.texts import TEXT, blocks, pairs, pairs_in
from readyroom.meaning.lengths import word_count
from readyroom.meaning.persons import Who, who
from readyroom.model.brief import Block, BlockKind, Brief, Section
from readyroom.model.text import Passage

_KEYS = ("owner", "lead", "coordinator", "manager", "responsible", "assignee", "dri", "organizer")
_OTHERS = frozenset({"audience", "personalization", "message", "evidence", "results", "why"})
_MOST_WORDS = 6
_MOST_IN_A_NAME = 4
_REACH = 48
_HAN_DUTY = re.compile(r"由([^，。,：:\n]{1,8}?)(?:同学|老师)?(?:负责|统筹|牵头|主持|协调|跟进)")
_ASIDE_AT_END = re.compile(r"[(（]([^()（）]{2,30})[)）][.\s]*$")
_NAME_AND_TASK = re.compile(
    r"(?:^|[,，、;:：\n])\s*([^\W\d_][^,，、;:：()（）\n]{0,20})[(（][^()（）]+[)）]"
)
_TO_DO = re.compile(r"(\S+(?: \S+)?) (?:to|will) [a-z]")
_HANDLE_AT_END = re.compile(r"(?:^|[\s(])@[\w-]+\W*$")
_LINK = re.compile(r"[\s:,(–—-]*(?:[^\WA-ZА-ЯЁŁŚŻŹĆ]\w{0,7}[\s:]+)?")
_BORDER = re.compile(r"[\s,:(–—-]*")
_BORDER_SIGN = re.compile(r"[,(–—]|\s-\s")
_WORD = re.compile(r"[@\w][\w'’.-]*")
_FIRST_WORDS = re.compile(r"\W*[\w.'’-]+(?: [\w.'’-]+)?")
_MOST_BEFORE = 4


def owners(brief: Brief) -> Iterator[Passage]:
    """Where a person or a role answers for the plan or for a piece of it."""
    code = brief.language
    for key in _KEYS:
        node = brief.front.get(key)
        if node and any(_answers(name, code) for name in brief.front.texts(key)):
            names = ", ".join(brief.front.texts(key))
            yield Passage(names, names, (node.span.start,))
    yield from (text for text in _named(brief) if _answers(text.text, code))
    for section in brief.sections:
        if not _is_about_others(section, code):
            yield from (block.passage for block in section.blocks if _is_assigned(block, code))
            if any(item.done is not None for item in section.items) and is_person(
                section.heading.text, code
            ):
                yield section.heading
    for block in blocks(brief):
        if _tells_duty(block.passage.text, code):
            yield block.passage
    for item in brief.all_items():
        if item.done is not None and _HANDLE_AT_END.search(item.text):
            yield item.passage


def _answers(text: str, code: str) -> bool:
    return (
        word_count(text) <= _MOST_WORDS
        and says_something(text, code)
        and who(text, code) in (Who.ONE, Who.SEVERAL)
    )


def _named(brief: Brief) -> Iterator[Passage]:
    """What stands where an owner should: behind labels, in columns, under Team."""
    code = brief.language
    for label, value in pairs(brief):
        if _asks_for_person(label, value.text, code):
            yield value
    for item in brief.all_items():
        yield from (cell for name in ("owner", "person") if (cell := item.cell(name)))
    for block in brief.blocks("team"):
        if block.kind in TEXT:
            if starts_with_person(block.passage.text, code):
                name = _FIRST_WORDS.match(block.passage.text)
                yield block.passage.part(0, name.end() if name else None)
            yield from (value for _, value in pairs_in(block.passage))


def _asks_for_person(label: str, value: str, code: str) -> bool:
    """ "Lead" does; "Campaign lead magnet" does only if a person stands behind it."""
    duties = words("plan_duty", code)
    return label in duties and (duties.is_all_of(label) or starts_with_person(value, code))


def _is_about_others(section: Section, code: str) -> bool:
    """Whether the names in a section are those of the audience, of guests or of partners."""
    return bool(_OTHERS.intersection(section.keys)) or section.heading.text in words(
        "partner_channel", code
    )


def _is_assigned(block: Block, code: str) -> bool:
    """ "Ana: posters", "Lou to book", "Posters (Mara)", or a heading or cell that is a name."""
    text = block.passage.text
    if block.kind is BlockKind.HEADING:
        names = [text]
    elif block.kind is BlockKind.CELL:
        names = [text] if "@" not in text else []
    elif block.kind is BlockKind.ITEM:
        names = [part for label, value in pairs_in(block.passage) for part in (label, value.text)]
        names += [match[1] for match in _TO_DO.finditer(text[:_REACH])]
        names += [match[1] for match in _ASIDE_AT_END.finditer(text)]
    else:
        names = [match[1] for match in _NAME_AND_TASK.finditer(text)]
    return any(is_person(name, code) and word_count(name) <= _MOST_IN_A_NAME for name in names)


def _tells_duty(text: str, code: str) -> bool:
    """Whether a word of duty stands next to a name: "coordinated by Petra Nowak", "Ana Silva,
    coordinator", "Jo looks after the list"."""
    if any(_answers(match[1], code) for match in _HAN_DUTY.finditer(text)):
        return True
    after, before = words("plan_led_by", code), words("plan_takes_care", code)
    return (
        any(_is_behind(text[end : end + _REACH], code, _LINK) for _, end in after.find(text))
        or any(
            _is_before(text[max(0, start - _REACH) : start], code) for start, _ in before.find(text)
        )
        or any(
            _is_behind(text[end : end + _REACH], code, _BORDER)
            or _is_before(text[max(0, start - _REACH) : start], code, _BORDER)
            for start, end in words("plan_duty", code).find(text)
        )
    )


def _is_behind(text: str, code: str, gap: re.Pattern[str]) -> bool:
    """Whether a person follows, with at most a short word or a border between."""
    return starts_with_person(gap.sub("", text, count=1), code)


def _is_before(text: str, code: str, gap: re.Pattern[str] | None = None) -> bool:
    """Whether a person is among the last words, in front of a border where one is asked for."""
    return any(
        starts_with_person(text[word.start() :], code)
        and (gap is None or _BORDER_SIGN.search(text, word.end()))
        for word in list(_WORD.finditer(text))[-_MOST_BEFORE:]
    )
