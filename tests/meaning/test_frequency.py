"""Limits on messages: what they say, and what only looks like one."""

from __future__ import annotations

import pytest

from readyroom.meaning.contact_policy import weekly_limit
from readyroom.meaning.frequency import read_cap, states_cap
from readyroom.model.playbook import Page
from readyroom.model.text import Source

CAPS = [
    ("en", "at most 2 per week per person", (2, 7)),
    ("en", "at most 1 per 2 weeks", (1, 14)),
    ("en", "at most 1 per week per person, 2 in all", (1, 7)),
    ("en", "one letter every two weeks", (1, 14)),
    ("en", "weekly", (1, 7)),
    ("en", "whenever we have news", None),
    ("ru", "не чаще 1 SMS в 2 недели на человека", (1, 14)),
    ("ru", "два письма в месяц", (2, 30)),
    ("zh-Hans", "每人每两周不超过 1 条", (1, 14)),
    ("zh-Hans", "每周一次", (1, 7)),
    ("zh-Hans", "每个周一发", None),
    ("pl", "raz na dwa tygodnie", (1, 14)),
    ("fil", "dalawang text kada linggo", (2, 7)),
]


@pytest.mark.parametrize(("code", "text", "expected"), CAPS)
def test_reads_a_cap(code: str, text: str, expected: tuple[float, float] | None) -> None:
    cap = read_cap(text, code)
    assert (cap and (cap.times, cap.days)) == expected


IN_A_SENTENCE = [
    ("en", "push: max 1 per week per person, none after two ignored", True),
    ("en", "Email: two mails, on 18 January and 1 February", True),
    ("en", "newsletter: monthly", True),
    ("en", "email: 9 of 12 read it every week (E1)", False),
    ("en", "email: reads it at 7 am before the shift (E2)", False),
    ("en", "phone: calls take up to 10 minutes", False),
    ("ru", "рассылка, не больше двух писем за кампанию", True),
    ("ru", "пуши, когда есть новости", False),
    ("zh-Hans", "短信：每人最多两条", True),
    ("zh-Hans", "短信：九成老学员当天会看", False),
    ("pl", "telefon: jedna rozmowa na osobę", True),
    ("pl", "newsletter, kiedy coś się dzieje", False),
    ("fil", "tawag: minsan lang sa bawat tao", True),
    ("fil", "email: tuwing may balita", False),
]


@pytest.mark.parametrize(("code", "text", "expected"), IN_A_SENTENCE)
def test_tells_a_limit_from_a_reason(code: str, text: str, expected: bool) -> None:
    assert states_cap(text, code) == expected


IN_A_CELL = [
    ("en", "2/week", True),
    ("en", "one", True),
    ("en", "only if they ask", True),
    ("en", "not too often", False),
    ("ru", "по мере необходимости", False),
    ("zh-Hans", "看情况", False),
]


@pytest.mark.parametrize(("code", "text", "expected"), IN_A_CELL)
def test_any_number_will_do_in_a_column(code: str, text: str, expected: bool) -> None:
    assert states_cap(text, code, in_column=True) == expected


POLICIES = [
    ("At most 3 per week, all channels together.\n\nE-mail: at most 2 per week.", 3),
    ("One person gets no more than two messages in a week.", 2),
    ("E-mail: 2 per week.\n\nSMS: 1 per week.", None),
    ("Мы пишем не чаще двух раз в неделю, все каналы вместе.", 2),
    ("一个人每周最多收到 2 条消息，所有渠道合计。", 2),
    ("Najwyżej 2 wiadomości w tygodniu, wszystkie kanały razem.", 2),
    ("Hanggang 2 mensahe bawat linggo bawat tao, lahat ng channel.", 2),
    ("We look at this page every week.", None),
]


@pytest.mark.parametrize(("text", "expected"), POLICIES)
def test_limit_of_a_policy(text: str, expected: float | None) -> None:
    assert weekly_limit(Page("p.md", "Policy", source=Source("p.md", text))) == expected
