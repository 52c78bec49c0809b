"""How people write targets, evidence and thresholds in five languages, and what is found in it."""

from __future__ import annotations

from datetime import date

import pytest

from readyroom.linting.engine import lint
from readyroom.model.brief import Brief
from readyroom.model.playbook import Playbook
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file
from readyroom.rules import all_rules

TODAY = date(2026, 11, 22)

METRICS = {
    "en": ("Metrics", "| metric | type | baseline | target |"),
    "ru": ("Метрики", "| метрика | тип | базовое значение | целевое значение |"),
    "zh-Hans": ("指标", "| 指标 | 类型 | 基线 | 目标值 |"),
    "pl": ("Mierniki", "| miernik | typ | wartość bazowa | wartość docelowa |"),
    "fil": ("Mga sukatan", "| sukatan | uri | baseline | target |"),
}
EVIDENCE = {
    "en": ("Evidence", "| id | method | n | date | question | importance | result | source |"),
    "ru": (
        "Доказательства",
        "| id | метод | n | дата | вопрос | важность | результат | источник |",
    ),
    "zh-Hans": ("证据", "| 编号 | 方法 | 样本 | 日期 | 问题 | 重要性 | 结果 | 来源 |"),
    "pl": ("Dowody", "| id | metoda | n | data | pytanie | ważność | wynik | źródło |"),
    "fil": ("Ebidensya", "| id | paraan | n | petsa | tanong | kahalagahan | resulta | tala |"),
}
THRESHOLDS = {
    "en": ("Data thresholds", "Log"),
    "ru": ("Пороги данных", "Журнал"),
    "zh-Hans": ("数据阈值", "日志"),
    "pl": ("Progi danych", "Dziennik"),
    "fil": ("Hangganan ng datos", "Talaan"),
}


def finds(rule: str, lang: str, body: str, status: str = "ready", front: str = "") -> bool:
    head = f"---\nid: x\ntitle: Example\nstatus: {status}\nlang: {lang}\n{front}---\n"
    brief = parse_file(Source("playbooks/x.md", head + body))
    assert isinstance(brief, Brief)
    report = lint(Playbook(briefs=(brief,)), TODAY, rules=all_rules())
    return rule in {found.rule for found in report.diagnostics}


def table(titles: tuple[str, str], *cells: str) -> str:
    heading, head = titles
    return f"## {heading}\n{head}\n|{' --- |' * len(cells)}\n| {' | '.join(cells)} |\n"


@pytest.mark.parametrize(
    ("lang", "baseline", "target", "expected"),
    [
        ("en", "45", "120 people", False),
        ("en", "4 of 9", "60%", False),
        ("pl", "4 z 9", "60%", False),
        ("en", "4.6/5", "60%", True),
        ("en", "4%", "5% (+1 pp)", False),
        ("en", "4%", "+1%", True),
        ("en", "4%", "up by 1%", True),
        ("en", "45 people", "60%", True),
        ("en", "4.1 of 5", "4.5 of 5", False),
        ("en", "4.1 of 5", "8 of 10", True),
        ("en", "12 of 40", "30 of 60", False),
        ("en", "-12", "+5", False),
        ("ru", "3 тыс.", "не менее 4 тыс.", False),
        ("ru", "1 234,5 руб.", "1,5 тыс. руб.", False),
        ("ru", "46%", "рост на 12%", True),
        ("ru", "18 чел.", "45%", True),
        ("zh-Hans", "1.2万", "2万", False),
        ("zh-Hans", "5.2%", "提升到 9%", False),
        ("zh-Hans", "5.2%", "提升 3%", True),
        ("zh-Hans", "三成", "四成", False),
        ("pl", "8%", "co najmniej 12%", False),
        ("pl", "8%", "wzrost o 4%", True),
        ("fil", "6 tao", "hindi bababa sa 24 tao", False),
        ("fil", "22%", "dagdag na 10%", True),
    ],
)
def test_unit_clash(lang: str, baseline: str, target: str, expected: bool) -> None:
    body = table(METRICS[lang], "M1", "", baseline, target)
    assert finds("metric-unit-clash", lang, body) is expected


@pytest.mark.parametrize(
    ("lang", "baseline", "target", "expected"),
    [
        ("en", "45 people", "more", True),
        ("en", "45 people", "by 2027-03-31", True),
        ("en", "0.3%", "not above baseline", False),
        ("ru", "0,4%", "не выше текущего", False),
        ("ru", "45", "вдвое больше", False),
        ("zh-Hans", "45 人", "越多越好", True),
        ("zh-Hans", "0.9%", "不高于基线", False),
        ("pl", "45 osób", "rosnące", True),
        ("pl", "0,6%", "nie więcej niż obecnie", False),
        ("fil", "6 tao", "mas marami", True),
    ],
)
def test_no_target(lang: str, baseline: str, target: str, expected: bool) -> None:
    body = table(METRICS[lang], "M1", "", baseline, target)
    assert finds("metric-no-target", lang, body) is expected


@pytest.mark.parametrize(
    ("lang", "name", "vanity", "no_guardrail"),
    [
        ("en", "video views", True, True),
        ("en", "share of members who renew", False, True),
        ("en", "followers who bought a ticket", False, True),
        ("en", "unsubscribes", False, False),
        ("en", "cost per sign-up", False, False),
        ("ru", "показы", True, True),
        ("ru", "показатель явки", False, True),
        ("ru", "возврат учеников", False, True),
        ("ru", "отписки", False, False),
        ("zh-Hans", "阅读量", True, True),
        ("zh-Hans", "浏览到下单的转化率", False, True),
        ("zh-Hans", "退订率", False, False),
        ("pl", "liczba wyświetleń", True, True),
        ("pl", "powroty po przerwie", False, True),
        ("pl", "rezygnacje z listów", False, False),
        ("fil", "abot ng post", True, True),
        ("fil", "naabot na boluntaryo", False, True),
        ("fil", "mga reklamo", False, False),
    ],
)
def test_what_a_metric_counts(lang: str, name: str, vanity: bool, no_guardrail: bool) -> None:
    body, front = table(METRICS[lang], name, "", "", "40"), "channels: [email]\n"
    assert finds("metric-vanity-only", lang, body, front=front) is vanity
    assert finds("metric-no-guardrail", lang, body, front=front) is no_guardrail


@pytest.mark.parametrize(
    ("lang", "written", "expected"),
    [
        ("en", "2023", True),
        ("en", "March 2026", True),
        ("en", "October 2026", False),
        ("ru", "весна 2025", True),
        ("ru", "28.10.2026", False),
        ("zh-Hans", "2024年3月", True),
        ("zh-Hans", "2020 年普查", False),
        ("pl", "12 marca 2025", True),
        ("pl", "październik 2026", False),
        ("fil", "Marso 2025", True),
    ],
)
def test_stale_evidence(lang: str, written: str, expected: bool) -> None:
    body = table(EVIDENCE[lang], "E1", "", "9", written, "why?", "", "", "")
    assert finds("evidence-stale", lang, body, front="launch: 2027-01-18\n") is expected


@pytest.mark.parametrize(
    ("lang", "importance", "result", "expected"),
    [
        ("en", "high", "open", True),
        ("en", "high", "", True),
        ("en", "medium", "open", False),
        ("en", "high", "contradicted (E4)", False),
        ("en", "high", "partly confirmed", False),
        ("en", "high", "open, accept until 2027-02-01", False),
        ("en", "high", "open, accept until 2026-02-01", True),
        ("ru", "высокая", "не проверено", True),
        ("ru", "высокая", "подтвердилось", False),
        ("zh-Hans", "高", "待验证", True),
        ("zh-Hans", "高", "不成立", False),
        ("pl", "wysoka", "jeszcze niesprawdzone", True),
        ("pl", "niska", "otwarte", False),
        ("fil", "mataas", "bukas pa", True),
        ("fil", "mataas", "sumasalungat", False),
    ],
)
def test_untested_assumption(lang: str, importance: str, result: str, expected: bool) -> None:
    body = table(EVIDENCE[lang], "A1", "x", "9", "", "they come back", importance, result, "")
    assert finds("assumption-untested", lang, body) is expected


@pytest.mark.parametrize(
    ("lang", "amount", "entry", "expected"),
    [
        ("en", "1,000 impressions", "D1: new headline, 140 impressions", True),
        ("en", "1,000 impressions", "D1: new headline, 1.2k impressions", False),
        ("en", "1,000 impressions", "D1: 140 impressions so far, waiting", False),
        ("en", "1,000 impressions", "D1: stop rule, off at 140 impressions", False),
        ("ru", "1 тыс. показов", "решение D1: сменили заголовок, 140 показов", True),
        ("ru", "1 тыс. показов", "замер D1: 140 показов", False),
        ("zh-Hans", "1,000 次曝光", "决定 D1：换标题，140 次曝光", True),
        ("zh-Hans", "1,000 次曝光", "决定 D1：保留标题，1,240 次曝光", False),
        ("pl", "1 tys. wyświetleń", "decyzja D1: nowy nagłówek, 140 wyświetleń", True),
        ("pl", "1 tys. wyświetleń", "D1: 140 wyświetleń, czekamy", False),
        ("fil", "1,000 impresyon", "pasya D1: bagong pamagat, 140 impresyon", True),
        ("fil", "1,000 impresyon", "D1: 140 impresyon sa ngayon", False),
    ],
)
def test_decision_before_data(lang: str, amount: str, entry: str, expected: bool) -> None:
    rules, log = THRESHOLDS[lang]
    body = f"## {rules}\n- **D1** M1, {amount}, 2026-12-14, @jo\n\n## {log}\n- 2026-11-20 {entry}\n"
    assert finds("decision-before-data", lang, body, status="live") is expected


@pytest.mark.parametrize(
    ("lang", "line", "expected"),
    [
        ("en", "A/B test: M1, from 4% to 5.5%, 3,200 per variant, two weeks", False),
        ("en", "A/B test: M1, from 4% to 5.5%, 800 per variant, two weeks", True),
        ("en", "Split test on M1: base rate 30%, MDE 10 pp, n = 400 per arm, 14 days", False),
        ("en", "A/B test: M1, now 20 EUR, sd 10, effect 5 EUR, 70 per variant, 14 days", False),
        ("en", "A/B test: M1, now 20 EUR, sd 10, effect 5 EUR, 40 per variant, 14 days", True),
        ("ru", "A/B-тест: M1, сейчас 5%, эффект 1 п.п., по 8 200 на вариант, 4 недели", False),
        ("ru", "АБ-тест кнопки: M1, сейчас 4%, две недели", True),
        ("ru", "Без A/B-теста: список слишком мал", False),
        ("zh-Hans", "A/B 测试：M1，基线 4%，最小差异 1.5 个百分点，每组 3200 人，3 周", False),
        ("zh-Hans", "海报AB测试：M1，基线 4%，每组 300 人，14 天", True),
        (
            "pl",
            "Test A/B: M1, obecnie 4%, minimalna różnica 1,5 p.p., 6 400 osób łącznie, 21 dni",
            False,
        ),
        ("fil", "A/B test: M1, ngayon 4%, epekto 1.5 pp, 3,200 bawat variant, 3 linggo", False),
    ],
)
def test_no_sample_size(lang: str, line: str, expected: bool) -> None:
    body = f"## {THRESHOLDS[lang][0]}\n- {line}\n"
    assert finds("test-no-sample-size", lang, body) is expected
