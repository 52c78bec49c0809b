"""Whether a running text names a person: the people of the brief, a handle, a name on its own."""

from __future__ import annotations

import re

from readyroom.languages.matching import fold, words
from readyroom.model.brief import Brief

_WORD = re.compile(r"\w[\w.-]*\w|\w")
_PART = re.compile(r"[,，、;；:：|()（）\n]|\s[–—-]\s")
_NAME = re.compile(r"[^\W\d_][\w'’-]+\.?(?: [^\W\d_][\w'’-]+\.?)?")
_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
# "by Mia", "(marek, 2027-01-19)", "Зоя звонит", "小雨打电话": where a sentence has its subject.
_SUBJECT = re.compile(
    r"\bby [A-Z][a-z]+(?! ?\d)"
    r"|[(（] ?[a-z]{2,12} ?[,，;；] ?\d"
    r"|^\W*(?:T\d+\W+)?[А-Я][а-я]+ [а-я]+(?:ит|ет|ят|ют|ут|ат)\b"
    r"|^\W*(?:T\d+\W+)?[\u4e00-\u9fff]{2,3}(?=[给打发写去拍])"
)
_HANDLE = re.compile(r"[a-z]{2,12}")
_PERSON_COLUMNS = ("owner", "person", "who", "backup")


def handles(brief: Brief) -> frozenset[str]:
    """The names under which the brief speaks of its people, folded."""
    team = brief.front.get("team")
    listed = team.plain.values() if team and isinstance(team.plain, dict) else ()
    cells = (
        item.cells[column].text
        for section in brief.sections
        if "audience" not in section.keys
        for item in section.items
        for column in _PERSON_COLUMNS
        if column in item.cells
    )
    named = (brief.front.text("owner"), *map(str, listed), *cells)
    return frozenset(
        word.lstrip("@")
        for text in named
        for word in fold(text).replace(",", " ").split()
        if len(word) > 1 and text not in words("group_person", brief.language)
    )


def names_team(text: str, known: frozenset[str]) -> bool:
    """Whether a handle or one of the known people is named."""
    said = fold(text)
    return (
        "@" in text
        or any(word in known for word in _WORD.findall(said))
        or any(name in said for name in known if _HAN_NAME.fullmatch(name))
    )


def names_somebody(text: str, known: frozenset[str], code: str, *, first: bool = False) -> bool:
    """Whether a person is named: a handle, one of the known people, or a name between commas, in
    brackets or where the sentence has its subject; with `first` also any name it begins with."""
    if names_team(text, known) or _SUBJECT.search(text):
        return True
    if any(_is_name(part.strip(), code) for part in _PART.split(text)[1:]):
        return True
    return first and _begins_with_name(text.strip(), code)


def _is_name(part: str, code: str) -> bool:
    if not part or _is_group(part, code) or part in words("nobody_yet", code):
        return False
    capital = all(word[0].isupper() and word[1:2].islower() for word in part.split())
    return bool(_HAN_NAME.fullmatch(part) or (capital and _NAME.fullmatch(part)))


def _begins_with_name(text: str, code: str) -> bool:
    head = text[:4] if _HAN_NAME.match(text) else text.split(" ")[0]
    if not head or _is_group(head, code) or head in words("nobody_yet", code):
        return False
    return not head[0].islower() or (bool(_HANDLE.fullmatch(head)) and not _is_group(text, code))


def _is_group(text: str, code: str) -> bool:
    return any(text in words(name, code) for name in ("group_person", "group_noun"))
