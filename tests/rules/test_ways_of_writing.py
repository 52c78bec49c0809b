"""Honest ways of writing a thing are accepted, and what only looks like it is not."""

from __future__ import annotations

from datetime import date

import pytest

from readyroom.languages import language
from readyroom.linting.engine import lint
from readyroom.model.brief import Brief
from readyroom.model.playbook import Playbook
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file

TODAY = date(2026, 11, 22)
PATH = "playbooks/example.md"
FRONT = {"id": "example", "title": "Example brief", "status": "ready"}


def found(rule: str, code: str, section: str, text: str, **front: str) -> bool:
    """Whether the rule finds something in a brief that is ready and has only this section."""
    keys = {**FRONT, "lang": code, **front}
    head = "".join(f"{key}: {value}\n" for key, value in keys.items())
    heading = language(code).headings[section][0]
    brief = parse_file(Source(PATH, f"---\n{head}---\n## {heading}\n{text}\n"))
    assert isinstance(brief, Brief)
    report = lint(Playbook((brief,)), TODAY)
    return rule in {seen.rule for seen in report.diagnostics}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "We need this out the door as soon as possible."),
        ("en", "Others launched last week, we must launch right away."),
        ("en", "No time to test, just ship it."),
        ("en", "If we do not launch ASAP, others will."),
        ("ru", "Рассылку надо отправить немедленно."),
        ("ru", "Нужно успеть раньше конкурентов."),
        ("ru", "Если не запустим срочно, опоздаем."),
        ("zh-Hans", "抢在竞争对手之前发布。"),
        ("zh-Hans", "立即启动推广。"),
        ("pl", "Trzeba ruszyć natychmiast."),
        ("pl", "Nie ma czasu na testy."),
        ("fil", "Kailangang ilunsad agad."),
        ("fil", "Apurado: ilabas na bago tayo maunahan."),
    ],
)
def test_hurry(code: str, text: str) -> None:
    assert found("urgency-wording", code, "why", text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Urgent: the school year starts on 2027-09-01 and the form is not online."),
        ("en", "Visitors leave immediately after the first screen."),
        ("en", "The Christmas rush fills the shop."),
        ("en", "Parents have no time to read."),
        ("en", "Nobody asked us to hurry, so nothing here is urgent."),
        ("ru", "Срочно: приём заявок заканчивается 2027-01-31."),
        ("ru", "Это не срочно, ждём D1."),
        ("ru", "Бессрочный договор есть у 40 человек."),
        ("zh-Hans", "用户打开后马上离开。"),
        ("zh-Hans", "客服会尽快回复。"),
        ("pl", "Kursanci pilnie uczą się do matury."),
        ("pl", "Ludzie zamykają list natychmiast."),
        ("fil", "Umaalis agad ang mga bisita sa form."),
        ("fil", "Wala nang oras ang mga magulang magbasa."),
    ],
)
def test_no_hurry(code: str, text: str) -> None:
    assert not found("urgency-wording", code, "why", text)


@pytest.mark.parametrize(
    ("code", "text", "missing"),
    [
        ("en", "**Stop rule:** at 0.3% complaints Jo alone; we unpublish the page.", False),
        ("en", "Stop rule: one angry call; whoever is at the desk; mail a correction.", False),
        ("en", "## Stop rule\n- M4 > 0.5%\n- who: lea\n- undo: pause the queue", False),
        ("en", "**Stop rule:** at 0.3% complaints Jo alone stops.", True),
        ("en", "**Stop rule:** when it feels wrong; Jo alone; apology mail.", True),
        ("en", "If it goes badly we talk.", True),
        ("ru", "Стоп-правило: две жалобы; Аня может остановить сама; снять пост.", False),
        ("ru", "**Стоп-правило:** при жалобах остановим.", True),
        ("zh-Hans", "停止条件：退订率超过1%，小雨有权直接叫停；下架海报并致歉。", False),
        ("zh-Hans", "**停止规则：** 效果不好就停。", True),
        ("pl", "**Zasada stopu:** przy 3 skargach Ola sama; wycofujemy plakaty.", False),
        ("fil", "**Tuntunin sa paghinto:** 3 reklamo; si Liza mismo; buburahin ang post.", False),
    ],
)
def test_stop_rule(code: str, text: str, missing: bool) -> None:
    risks = f"- **R1** one mail too many → fewer\n\n{text}"
    assert found("stop-rule-missing", code, "risks", risks) is missing


@pytest.mark.parametrize(
    ("code", "text", "missing"),
    [
        ("en", "We meet each Tuesday in the library.", False),
        ("en", "**Check-ins:** Fridays, kitchen", False),
        ("en", "**Check-in:** as needed", True),
        ("en", "**Check-in:** Tuesdays 10:00", True),
        ("ru", "Созвон по вторникам в 11:00, ссылка в чате.", False),
        ("ru", "**Встреча команды:** по средам", True),
        ("zh-Hans", "每周一上午10点在会议室碰头。", False),
        ("zh-Hans", "**例会：** 有事再开", True),
        ("pl", "Spotykamy się we wtorki o 10:00 w bibliotece.", False),
        ("fil", "Lingguhang pulong sa group chat tuwing Biyernes.", False),
    ],
)
def test_rhythm(code: str, text: str, missing: bool) -> None:
    front = {"launch": "2027-01-18", "ends": "2027-05-31"}
    assert found("rhythm-missing", code, "team", text, **front) is missing


@pytest.mark.parametrize(
    ("code", "text", "missing"),
    [
        ("en", "- Lea: copy and replies\n- Jo: numbers, email\n- Mira: approves", False),
        ("en", "- Writing: Lea\n- Analytics: Jo\n- Sending: Tom\n- Sign-off: Mira", True),
        ("ru", "- Тексты, отзывы — Зоя\n- Аналитик, SMM — Лев\n- Утверждает — Галина", False),
        ("zh-Hans", "- 内容：小雨\n- 数据、渠道：文浩\n- 反馈：美林\n- 拍板：丽华", False),
        ("zh-Hans", "- 内容：小雨\n- 数据、渠道：文浩\n- 反馈：美林", True),
        ("pl", "- Teksty, opinie: Ola\n- Analityka, wysyłka: Jan\n- Akceptacja: Ewa", False),
        ("fil", "- Manunulat: Liza\n- Datos, channel at feedback: Jo\n- Nag-aapruba: Ana", False),
    ],
)
def test_roles(code: str, text: str, missing: bool) -> None:
    assert found("role-gap", code, "team", text) is missing


@pytest.mark.parametrize(
    ("code", "text", "missing"),
    [
        ("en", "Support tickets are read every Monday by Jo.", False),
        ("en", "We ask five visitors at the door every Saturday: what brought you here?", False),
        ("en", "Weekly report to the CMO.", True),
        ("en", "Weekly call with the agency about the numbers", True),
        ("ru", "- Звоним десяти ученикам 2026-12-05", False),
        ("ru", "Еженедельный отчёт директору.", True),
        ("zh-Hans", "每周整理群里的吐槽和评价", False),
        ("zh-Hans", "每周数据报表发给领导", True),
        ("pl", "Ankieta po każdych zajęciach", False),
        ("pl", "Raport co tydzień dla zarządu", True),
        ("fil", "- Tinatawagan ni Ana ang lima tuwing Sabado", False),
        ("fil", "Lingguhang ulat sa boss", True),
    ],
)
def test_voices(code: str, text: str, missing: bool) -> None:
    assert found("feedback-plan-missing", code, "feedback", text) is missing


@pytest.mark.parametrize(
    ("code", "written", "rules"),
    [
        ("en", "owner: TBD", {"owner-missing"}),
        ("en", "retro_by: later", {"front-matter-invalid"}),
        ("ru", "launch: уточняется", {"placeholder-left"}),
        (
            "pl",
            "reviewers: [{by: do ustalenia, on: 2026-11-20, outcome: ok}]",
            {"placeholder-left"},
        ),
    ],
)
def test_a_filler_is_told_once(code: str, written: str, rules: set[str]) -> None:
    head = {
        **FRONT,
        "kind": "campaign",
        "created": "2026-10-01",
        "team": "{retro: jo}",
        "lang": code,
    }
    front = "".join(f"{key}: {value}\n" for key, value in head.items())
    brief = parse_file(Source(PATH, f"---\n{front}{written}\n---\n"))
    assert isinstance(brief, Brief)
    report = lint(Playbook((brief,)), TODAY)
    line = front.count("\n") + 2
    assert {seen.rule for seen in report.diagnostics if seen.place.start.line == line} == rules
