"""Which channels a brief names, how they reach people, and what that asks for."""

from __future__ import annotations

import pytest

from readyroom.meaning.channels import Reach, channels
from readyroom.meaning.consent import days_to_leave, personal_use
from readyroom.model.brief import Brief
from readyroom.model.playbook import ChannelKinds
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file

NOTHING_SET = ChannelKinds()


def read(body: str, front: str = "", code: str = "en") -> Brief:
    brief = parse_file(Source("a.md", f"---\nstatus: idea\nlang: {code}\n{front}\n---\n{body}"))
    assert isinstance(brief, Brief)
    return brief


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        (read("", "channels: [email, paid-search, posters]"),
         [("email", Reach.DIRECT), ("paid-search", Reach.PAID), ("posters", Reach.PUBLIC)]),
        (read("## Channels\n| channel | why |\n| --- | --- |\n| Posters, SMS | near the mailbox |"),
         [("Posters", Reach.PUBLIC), ("SMS", Reach.DIRECT)]),
        (read("## Channels\n- **Phone:** they pick up, not mail\n- Stand: by email we ask later"),
         [("Phone", Reach.DIRECT), ("Stand", Reach.PUBLIC)]),
        (read("## Каналы\n- Рассылка, плакаты", code="ru"),
         [("Рассылка", Reach.DIRECT), ("плакаты", Reach.PUBLIC)]),
        (read("## 渠道\n- 短信、海报、付费搜索", code="zh-Hans"),
         [("短信", Reach.DIRECT), ("海报", Reach.PUBLIC), ("付费搜索", Reach.PAID)]),
        (read("## Kanały\n- Mailing; płatne wyszukiwanie", code="pl"),
         [("Mailing", Reach.DIRECT), ("płatne wyszukiwanie", Reach.PAID)]),
        (read("## Mga channel\n- text\n- bayad na search", code="fil"),
         [("text", Reach.DIRECT), ("bayad na search", Reach.PAID)]),
    ],
)  # fmt: skip
def test_channels_are_sorted_by_words(brief: Brief, expected: list[tuple[str, Reach]]) -> None:
    assert [(found.name, found.reach) for found in channels(brief, NOTHING_SET)] == expected


def test_settings_decide_before_words() -> None:
    settings = ChannelKinds(
        direct=frozenset({"door-to-door"}), paid=frozenset({"posters"}), public=frozenset({"email"})
    )
    brief = read("## Channels\n- Door to door\n- Email\n- Posters")
    found = [channel.reach for channel in channels(brief, settings)]
    assert found == [Reach.DIRECT, Reach.PUBLIC, Reach.PAID]


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        (read("", "channels: [posters]"), None),
        (read("", "channels: [posters, sms]"), "sms"),
        (read("", "personalization: none"), None),
        (read("", "personalization: segment"), "segment"),
        (read("## Tactics\n- T1 upload the customer list"), "customer list"),
        (read("## Tactics\n- T1 no customer list is uploaded, only districts"), None),
        (read("## Тактика\n- T1 списки клиентов не загружаем", code="ru"), None),
        (read("## Tactics\n> upload the customer list\n\n`tracking pixel`"), "tracking pixel"),
    ],
)
def test_what_asks_for_consent(brief: Brief, expected: str | None) -> None:
    found = personal_use(brief, NOTHING_SET)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("consent", "days"),
    [
        ("{opt_out: link}", None),
        ("{opt_out: link + 2 days}", 2),
        ("{opt_out: reply STOP; gone within 24 hours}", 1),
        ("{opt_out: link, act_within_days: 12}", 12),
        ("{opt_out: 3 days, act_within_days: 1}", 1),
    ],
)
def test_days_to_leave(consent: str, days: int | None) -> None:
    node = read("", f"consent: {consent}").front.get("consent")
    found = days_to_leave(node) if node else None
    assert (found[1] if found else None) == days
