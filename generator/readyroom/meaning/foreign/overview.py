"""Where somebody else's plan says the few things that a brief must say."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from itertools import chain

from readyroom.meaning.foreign.aims import aims, targets
from readyroom.meaning.foreign.audience import audiences
from readyroom.meaning.foreign.launch import days
from readyroom.meaning.foreign.metrics import measures
from readyroom.meaning.foreign.owner import owners
from readyroom.meaning.foreign.review import reviews
from readyroom.model.brief import Brief
from readyroom.model.text import Passage

_ANSWERS: Mapping[str, Callable[[Brief], Iterator[Passage]]] = {
    "goals": lambda brief: chain(aims(brief), targets(brief)),
    "audience": audiences,
    "metrics": measures,
    "feedback": reviews,
    "owner": owners,
    "launch": days,
}


def said_elsewhere(brief: Brief, missing: Container[str]) -> Mapping[str, Passage]:
    """The first place that answers each question for which the plan has no section of its own.

    Those in `missing` are known to have no answer.
    """
    found = {
        key: next(filter(None, answers(brief)), None)
        for key, answers in _ANSWERS.items()
        if key not in missing and brief.section(key) is None
    }
    return {key: passage for key, passage in found.items() if passage}
