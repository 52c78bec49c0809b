"""What only holds a place, and what merely looks like it."""

from __future__ import annotations

import pytest

from readyroom.meaning.fillers import fillers


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("en", "Budget: TBD", ["TBD"]),
        ("en", "To be confirmed: venue", ["To be confirmed"]),
        ("en", "[retrospective date]", ["[retrospective date]"]),
        ("en", "[your goal here] by <date>", ["[your goal here]", "<date>"]),
        ("en", "owner [TBD]", ["[TBD]"]),
        ("en", "{{ goal }}", ["{{ goal }}"]),
        ("en", "XXX people", ["XXX"]),
        ("en", "grow by X%", ["X%"]),
        ("en", "D1 ?", ["?"]),
        ("en", "Deadline: …", ["…"]),
        ("en", "Budget: later", ["later"]),
        ("en", "text <!-- hint", ["<!--"]),
        ("en", "they said TBD and “TBD”", ["TBD"]),
        ("ru", "Бюджет: уточняется", ["уточняется"]),
        ("ru", "уточнить", ["уточнить"]),
        ("zh-Hans", "预算：暂无", ["暂无"]),
        ("zh-Hans", "日期：【日期】", ["【日期】"]),
        ("pl", "termin do ustalenia", ["do ustalenia"]),
        ("pl", "[data]", ["[data]"]),
        ("fil", "petsa: itatakda pa", ["itatakda pa"]),
        ("fil", "wala pa", ["wala pa"]),
    ],
)
def test_fillers(code: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in fillers(text, code)] == found


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "none"),
        ("en", "rate <= 0.4% and > 3"),
        ("en", "Hi <b>you</b><br>now"),
        ("en", "see [1], [EN], [x] and [^1]"),
        ("en", "[optional] extra"),
        ("en", "places have to be confirmed by phone"),
        ("en", "the placeholder in the form field"),
        ("en", "“Your page says coming soon since May”"),
        ("en", "the later mail, the pending list"),
        ("en", "Maximum 5%, Todoist, XXL"),
        ("ru", "Надо уточнить дату у школы"),
        ("ru", "Участвуем в разработке курса"),
        ("zh-Hans", "名单待定义"),
        ("zh-Hans", "目前暂无同类产品"),
        ("zh-Hans", "请填写报名表"),
        ("pl", "link do potwierdzenia zapisu"),
        ("pl", "pomagamy w przygotowaniu do matury"),
        ("fil", "wala pa akong nakita"),
    ],
)
def test_no_fillers(code: str, text: str) -> None:
    assert fillers(text, code) == ()


def test_many_in_one_text() -> None:
    assert len(fillers("TBD “TBD” " * 3000, "en")) == 3000
