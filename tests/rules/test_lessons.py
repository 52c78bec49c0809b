"""The rule lesson-no-action: ways in which people write down what they will do."""

from __future__ import annotations

from datetime import date

import pytest

from readyroom.linting.engine import lint
from readyroom.model.brief import Brief
from readyroom.model.playbook import Playbook
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file

HEADINGS = {
    "en": "Retrospective",
    "ru": "Ретроспектива",
    "zh-Hans": "复盘",
    "pl": "Retrospektywa",
    "fil": "Pagbabalik-tanaw",
}
COMPLETE = [
    ("en", "L1 Ask for replies in the first letter; Ana; from spring-2"),
    ("en", "L1 Write by hand first – Ana – from 2027-01-10"),
    ("en", "L1: Stop text messages after 8 pm (owner: Tom; spring-2027)"),
    ("en", "L1 Keep the phone hour. Lea takes care of it from January 2027."),
    ("en", "L1 Call before writing (@jo, 2027-01-11)"),
    ("en", "L1 Call before writing, jo from 2027-01-11 on"),
    ("en", "L1 Fact: most people answer on Sunday evening"),
    ("ru", "L1 Сначала звонить, потом писать. Ответственная: Вера, с 2027-01-11"),
    ("ru", "L1 Не писать после 20:00 (Лев, с января 2027)"),
    ("zh-Hans", "L1 先打电话再发短信；负责人：文浩；2027年1月起"),
    ("zh-Hans", "L1 晚上不发消息，美琳负责，从 2027-01-11 开始"),
    ("pl", "L1 Najpierw dzwonimy, potem piszemy (Kasia, od 2027-01-11)"),
    ("pl", "L1 Nie wysyłamy po 20:00 – Marek – od stycznia 2027"),
    ("fil", "L1 Tumawag muna; si Ana; simula Enero 2027"),
]
# Who and when are missing; or only one of the two.
OPEN = [
    ("en", "L1 Email is important.", "what will be done, who sees to it, from when"),
    ("en", "L1 Ask first; jo", "from when"),
    ("en", "L1 Ask first, from 2027-01-11", "who sees to it"),
    ("en", "L1 Ask first; jo; next time", "from when"),
    ("ru", "L1 Люди любят письма", "what will be done, who sees to it, from when"),
    ("zh-Hans", "L1 电话问得出原因", "what will be done, who sees to it, from when"),
    ("pl", "L1 Przestać pisać w piątki; Marek", "from when"),
    ("fil", "L1 Baguhin ang oras mula 2027-01-11", "who sees to it"),
]


def gaps(lang: str, lesson: str) -> list[str]:
    front = f"id: autumn\nstatus: done\nlang: {lang}\nteam: {{content: jo}}\n"
    text = f"---\n{front}---\n## {HEADINGS[lang]}\n- {lesson}\n"
    brief = parse_file(Source("playbooks/autumn.md", text))
    assert isinstance(brief, Brief)
    report = lint(Playbook(briefs=(brief,)), date(2026, 11, 22), ui_language="en")
    return [found.message for found in report.diagnostics if found.rule == "lesson-no-action"]


@pytest.mark.parametrize(("lang", "lesson"), COMPLETE)
def test_a_complete_lesson(lang: str, lesson: str) -> None:
    assert gaps(lang, lesson) == []


@pytest.mark.parametrize(("lang", "lesson", "missing"), OPEN)
def test_what_a_lesson_does_not_say(lang: str, lesson: str, missing: str) -> None:
    assert gaps(lang, lesson) == [f"This lesson does not say: {missing}."]
