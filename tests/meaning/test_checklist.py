"""Which readiness items a launch needs, and how results and evidence are read."""

from __future__ import annotations

from datetime import date

import pytest

from readyroom.meaning.checklist import checklist, reason_for_skipping, required_keys
from readyroom.meaning.clauses import is_negated
from readyroom.meaning.evidence import evidence_rows, first_day, has_answer, method_of, people_in
from readyroom.meaning.quotation import quoted
from readyroom.meaning.results import metric_name, metrics_without_actuals, missed_metrics
from readyroom.model.brief import Brief
from readyroom.model.playbook import ChannelKinds
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file


def read(body: str, front: str = "", code: str = "en") -> Brief:
    brief = parse_file(Source("a.md", f"---\nstatus: done\nlang: {code}\n{front}\n---\n{body}"))
    assert isinstance(brief, Brief)
    return brief


def test_direct_channels_need_one_item_more() -> None:
    plain, direct = read("", "channels: [posters]"), read("", "channels: [sms]")
    keys = [required_keys(brief, ChannelKinds()) for brief in (plain, direct)]
    assert [len(found) for found in keys] == [9, 10]
    assert set(keys[1]) - set(keys[0]) == {"opt-out-tested"}


@pytest.mark.parametrize(
    ("code", "body", "expected"),
    [
        ("en", "- [x] {#landing-checked} page opens", {"landing-checked": True}),
        ("en", "- [ ] the form works\n- [x] {#landing-checked} page", {"landing-checked": True}),
        ("en", "- [ ] the landing page loads", {"landing-checked": False}),
        ("en", "- [ ] old form\n- [x] new form", {"landing-checked": True}),
        ("en", "- [ ] {#cake} bring a form", {}),
        ("ru", "- [x] сегменты собраны", {"segments-built": True}),
        ("zh-Hans", "- [ ] 落地页打得开", {"landing-checked": False}),
        ("pl", "- [x] formularz działa", {"landing-checked": True}),
        ("fil", "- [ ] nasubok ang mensahe", {"message-tested": False}),
    ],
)
def test_items_are_known_by_tag_or_word(code: str, body: str, expected: dict[str, bool]) -> None:
    brief = read(f"## Readiness\n{body}\n", code=code)
    found = checklist(brief, ChannelKinds())
    assert {key: item.done for key, item in found.items()} == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("n/a: sign-up is by phone only", "sign-up is by phone only"),
        ("Landing page: n/a, sign-up is by phone", "sign-up is by phone"),
        ("n/a", ""),
        ("page works, login not needed to see it", ""),
    ],
)
def test_skipping_takes_a_reason(text: str, reason: str) -> None:
    (item,) = read(f"## Readiness\n- [ ] {text}\n").items("readiness")
    assert reason_for_skipping(item, "en") == reason


@pytest.mark.parametrize(
    ("code", "text", "word", "negated"),
    [
        ("en", "we upload the list", "list", False),
        ("en", "we do not upload the list", "list", True),
        ("en", "it is not cheap, we upload the list", "list", False),
        ("ru", "списки не загружаем, пиксель ставим", "списки", True),
        ("ru", "списки не загружаем, пиксель ставим", "пиксель", False),
        ("zh-Hans", "不上传名单，只投广告", "名单", True),
        ("zh-Hans", "不上传名单，只投广告", "广告", False),
    ],
)
def test_a_negation_reaches_as_far_as_its_clause(
    code: str, text: str, word: str, negated: bool
) -> None:
    start = text.index(word)
    assert is_negated(text, start, start + len(word), code) is negated


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("he said “go” and «да»", ["“go”", "«да»"]),
        ('„tak” i "nie"', ["„tak”", '"nie"']),
        ("「好」", ["「好」"]),
        ('6" nails and 5" screws', []),
    ],
)
def test_quoted(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in quoted(text)] == found


RESULTS = """## Metrics
| id | metric |
| --- | --- |
| M1 | First shifts |
| M2 | Calls |
| M10 | Letters |

## Results
| metric | target | actual | as of | verdict |
| --- | --- | --- | --- | --- |
| M1 first shifts | 120 | 31 | 2026-10-31 | miss |
| M10 | 4 | 5 | | hit |

## Retrospective
- M2: 40 calls by 2026-10-31, hit
"""


def test_metrics_without_actuals() -> None:
    assert [metric.id for metric in metrics_without_actuals(read(RESULTS))] == ["M10"]


def test_missed_metrics() -> None:
    assert missed_metrics(read(RESULTS)) == {"first shifts"}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("- **M1** First shifts, 120 people", "first shifts"),
        ("- M1: First shifts (weekly)", "first shifts"),
        ("- M1 首次到岗 120 人", "首次到岗"),
    ],
)
def test_metric_name(line: str, name: str) -> None:
    (metric,) = read(f"## Metrics\n{line}\n").items("metrics")
    assert metric_name(metric) == name


@pytest.mark.parametrize(
    ("code", "line", "expected"),
    [
        ("en", "- **E1** 12 interviews on 2026-11-10: why? Supports", ("interview", 12, True)),
        ("en", "- **E1** survey, n=86: unclear", ("survey", 86, True)),
        ("ru", "- **E1** интервью, 9 чел.: открыто", ("interview", 9, False)),
        ("zh-Hans", "- **E1** 访谈 12 人：支持", ("interview", 12, True)),
        ("pl", "- **E1** ankieta, 40 osób: potwierdza", ("survey", 40, True)),
        ("fil", "- **E1** panayam sa 8 tao: sumasalungat", ("interview", 8, True)),
        ("en", "- our team loves it", ("", None, False)),
    ],
)
def test_evidence_in_a_line(code: str, line: str, expected: tuple[str, int | None, bool]) -> None:
    (row,) = evidence_rows(read(f"## Evidence\n{line}\n", code=code))
    assert (method_of(row, code), people_in(row), has_answer(row, code)) == expected


def test_the_first_day_of_evidence() -> None:
    (row,) = evidence_rows(read("## Evidence\n- E1 from 2026-11-03 to 2026-11-10\n"))
    assert first_day(row) == date(2026, 11, 3)
