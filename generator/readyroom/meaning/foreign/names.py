"""People's names in running text: what tells "Mara: posters" from "Radio: a spot"."""

from __future__ import annotations

import re
from itertools import pairwise

from readyroom.languages.matching import words

_HANDLE = re.compile(r"(?<![\w./])@\w[\w.-]*|[\w.+-]+@[\w-]+\.[\w.]+")
_FULL_NAME = re.compile(r"[^\W\d_][\w'’-]+(?:\s+[^\W\d_][\w'’.-]+){1,3}")
_HAN = r"[\u4e00-\u9fff]"
_HAN_NAME = re.compile(rf"[小阿]{_HAN}|({_HAN})\1|{_HAN}{{1,2}}(?:老师|经理|同学|主任|总)")
_NO_NAME = frozenset({"小组", "小时", "小结", "小计", "小店", "天天", "常常", "往往"})
_AROUND = " \t*_`[]()（）#✅"


def is_person(text: str, code: str) -> bool:
    """Whether a short text, such as a label, is surely a person: a handle, a given name, "Mr
    Okafor", 小林."""
    text = text.strip(_AROUND)
    return bool(
        _HANDLE.match(text)
        or _starts_with("plan_given_name", text, code)
        or _is_addressed(text, code)
        or (_HAN_NAME.fullmatch(text) and text not in _NO_NAME)
    )


def starts_with_person(text: str, code: str) -> bool:
    """The same, where the words before make a person likely, so that any full name is one."""
    text = text.lstrip(_AROUND)
    full = _FULL_NAME.match(text)
    return is_person(text, code) or bool(
        full and _is_full_name(full[0]) and full[0] not in words("plan_duty", code)
    )


def _starts_with(name: str, text: str, code: str) -> bool:
    first = next(words(name, code).find(text), None)
    return first is not None and first[0] == 0 and text[0].isupper()


def _is_addressed(text: str, code: str) -> bool:
    """ "Mr Okafor", "Gng. Villamor"."""
    first = next(words("plan_form_of_address", code).find(text), None)
    return first is not None and first[0] == 0 and text[first[1] :].lstrip(" .")[:1].isupper()


def _is_full_name(run: str) -> bool:
    """Whether it begins with two words in a row with a capital and small letters."""
    first, second = next(pairwise(run.split()))
    return all(word[0].isupper() and word[1:].islower() for word in (first, second))
