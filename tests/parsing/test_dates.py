"""Dates and periods in five languages: which days they mean, and what only looks like a date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readyroom.languages import CODES
from readyroom.model.values import DateKind, DateMention
from readyroom.parsing.dates import read_dates, written_dates
from readyroom.parsing.quantities import read_quantities

CREATED = date(2026, 11, 2)
LAUNCH = date(2027, 1, 18)


def shown(mention: DateMention) -> str:
    """A mention in one line: its days, "~" for an assumed year, "?" for no days, then the kind if
    it is neither a day nor a period."""
    days = f"{mention.first}" if mention.first else "?"
    if mention.last != mention.first:
        days += f"..{mention.last}"
    kind = "" if mention.kind in (DateKind.DAY, DateKind.PERIOD) else f" {mention.kind.value}"
    return "~" * mention.assumed_year + days + kind + " ambiguous" * mention.ambiguous


ENGLISH = [
    ("120 first-time volunteers by 2027-05-31 (45 in spring 2026)", "2027-05-31"),
    ("22 November 2026", "2026-11-22"),
    ("22nd of November 2026, Nov 22, 2026", "2026-11-22 | 2026-11-22"),
    ("22 nov. 2026; November 22nd, 2026", "2026-11-22 | 2026-11-22"),
    ("2026-02-30", "?"),
    ("31 June 2027", "?"),
    ("2027/3/17", "2027-03-17"),
    ("17.3.2027", "2027-03-17"),
    ("17/03/2027", "2027-03-17"),
    ("3/17/2027", "2027-03-17"),
    ("01/02/2027", "? ambiguous"),
    ("03/03/2027", "2027-03-03"),
    ("5 December, Dec 5, 5th of January", "~2026-12-05 | ~2026-12-05 | ~2027-01-05"),
    ("29 February", "~2028-02-29"),
    ("16 March-30 April 2027", "~2027-03-16 | 2027-04-30"),
    ("2026-12-01/2026-12-05", "2026-12-01 | 2026-12-05"),
    ("2026-12-01,2026-12-05, M1:2027-02-02", "2026-12-01 | 2026-12-05 | 2027-02-02"),
    ("OBJ-2027-1, 10:30, 2,5, 1,2027", ""),
    ("read weekly by jun, by Jun 3", "~2027-06-03"),
    ("3-17 Feb 2027, Feb 3–17, 2027", "2027-02-03..2027-02-17 | 2027-02-03..2027-02-17"),
    ("2027-03", "2027-03-01..2027-03-31"),
    ("March 2027", "2027-03-01..2027-03-31"),
    ("in March", "~2027-03-01..2027-03-31"),
    ("in November", "~2026-11-01..2026-11-30"),
    ("early March 2027", "2027-03-01..2027-03-10"),
    ("mid-March 2027", "2027-03-11..2027-03-20"),
    ("the end of March 2027", "2027-03-21..2027-03-31"),
    ("late February", "~2027-02-21..2027-02-28"),
    ("Q1 2027", "2027-01-01..2027-03-31"),
    ("2027 Q1", "2027-01-01..2027-03-31"),
    ("2027-Q1", "2027-01-01..2027-03-31"),
    ("first quarter of 2027", "2027-01-01..2027-03-31"),
    ("by Q2", "~2027-04-01..2027-06-30"),
    ("H1 2027, first half of 2027", "2027-01-01..2027-06-30 | 2027-01-01..2027-06-30"),
    ("2026-W50, week 50, 2026", "2026-12-07..2026-12-13 | 2026-12-07..2026-12-13"),
    ("week 50", "~2026-12-07..2026-12-13"),
    ("2027-W53", "?"),
    ("w/c 7 Dec 2026", "2026-12-07..2026-12-13"),
    ("week 2", "2027-01-25..2027-01-31 offset"),
    ("day 3", "2027-01-20 offset"),
    ("T-3", "2027-01-15 offset"),
    ("D+7", "2027-01-25 offset"),
    ("2 weeks before launch, 10 days after the launch", "2027-01-04 offset | 2027-01-28 offset"),
    ("within 3 months", "2027-01-18..2027-04-18 span"),
    ("in the next six weeks", "2027-01-18..2027-03-01 span"),
    ("by 2027", "2027-01-01..2027-12-31"),
    ("in 2026", "2026-01-01..2026-12-31"),
    ("(45 in 2026)", "2026-01-01..2026-12-31"),
    ("until 2028", "2028-01-01..2028-12-31"),
    ("2026", "2026-01-01..2026-12-31"),
    ("early 2027", "2027-01-01..2027-04-30"),
    ("from 15 may to 3 march 2027, by may", "~2027-05-15 | 2027-03-03 | ~2027-05-01..2027-05-31"),
    ("within 30 days of the first visit, for 60 days, 14 days", ""),
    ("you may 5 times march 3 miles, 10 may apply, a second shift, may be", ""),
    ("H1, Q5, B2B, v4.14, S-07, OBJ-2027-11, 54-2, #2027", ""),
    ("3/17, 4.6/5, 10:00, 24/7, 1.5, 2,027 people, 2026 people", ""),
    ("spring 2026, Easter 2027, 2026/27, 2026–2027, from 2025 to 2027", ""),
    ("the last quarter of the year", "~2026-10-01..2026-12-31"),
    ("next week, soon, marched, decide, mayor, separate, junk", ""),
]

RUSSIAN = [
    ("22 ноября 2026 г.", "2026-11-22"),
    ("22-го ноября 2026", "2026-11-22"),
    ("22.11.2026", "2026-11-22"),
    ("22.11.26", "2026-11-22"),
    ("к 5 декабря, до 5 дек.", "~2026-12-05 | ~2026-12-05"),
    ("с 3 по 17 февраля 2027", "2027-02-03..2027-02-17"),
    ("3–17 февраля 2027 года", "2027-02-03..2027-02-17"),
    ("в марте 2027", "2027-03-01..2027-03-31"),
    ("март 2027", "2027-03-01..2027-03-31"),
    ("к марту", "~2027-03-01..2027-03-31"),
    ("до мая", "~2027-05-01..2027-05-31"),
    ("в мае", "~2027-05-01..2027-05-31"),
    ("к маю", "~2027-05-01..2027-05-31"),
    ("с мая", "~2027-05-01..2027-05-31"),
    ("в начале марта 2027", "2027-03-01..2027-03-10"),
    ("середина марта 2027", "2027-03-11..2027-03-20"),
    ("до конца марта 2027", "2027-03-21..2027-03-31"),
    ("I кв. 2027", "2027-01-01..2027-03-31"),
    ("1-й квартал 2027", "2027-01-01..2027-03-31"),
    ("в первом квартале 2027 года", "2027-01-01..2027-03-31"),
    ("1 кв 2027", "2027-01-01..2027-03-31"),
    ("во II квартале", "~2027-04-01..2027-06-30"),
    ("1-е полугодие 2027", "2027-01-01..2027-06-30"),
    ("I полугодие 2027", "2027-01-01..2027-06-30"),
    ("второе полугодие 2027", "2027-07-01..2027-12-31"),
    ("на 50-й неделе, нед. 50", "~2026-12-07..2026-12-13 | ~2026-12-07..2026-12-13"),
    ("за 3 месяца", "2027-01-18..2027-04-18 span"),
    ("в течение 3 месяцев", "2027-01-18..2027-04-18 span"),
    ("через три месяца", "2027-01-18..2027-04-18 span"),
    ("день X-3", "2027-01-15 offset"),
    ("T-3", "2027-01-15 offset"),
    ("Т-3", "2027-01-15 offset"),
    ("D+7", "2027-01-25 offset"),
    ("за 7 дней до запуска, 10 дней после старта", "2027-01-11 offset | 2027-01-28 offset"),
    ("к 2027 году", "2027-01-01..2027-12-31"),
    ("до 2027", "2027-01-01..2027-12-31"),
    ("в 2027 г.", "2027-01-01..2027-12-31"),
    ("до конца 2027 года", "2027-09-01..2027-12-31"),
    ("до 22.11", "~2026-11-22"),
    ("01.02.2027, 31.02.2027", "2027-02-01 | ?"),
    ("не позднее 2027-03-31", "2027-03-31"),
    ("by 15 May 2027, Q1 2027", "2027-05-15 | 2027-01-01..2027-03-31"),
    ("от 5 до 10 заявок, к каждому, за неё, с кем, до свидания", ""),
    ("через 3 дня после письма, 30 дней, 2 недели назад, за 3 дня до визита", ""),
    ("майка, мартовский, августовский, маяк, декабрист", ""),
    ("54-ФЗ, 1-й раз, 4,05, 12.05%, 5 из 10", ""),
    ("летом 2026, весной 2026 года", ""),
]

CHINESE = [
    ("2026年11月22日", "2026-11-22"),
    ("2026.11.22", "2026-11-22"),
    ("2026/11/22", "2026-11-22"),
    ("2026 年 11 月 22 日", "2026-11-22"),
    ("２０２６年１１月２２日", "2026-11-22"),
    ("12月5日，12月5号，三月十五日", "~2026-12-05 | ~2026-12-05 | ~2027-03-15"),
    ("2027年3月5日至8日，2027年3月5-8日", "2027-03-05..2027-03-08 | 2027-03-05..2027-03-08"),
    ("2027年3月，2027年三月前", "2027-03-01..2027-03-31 | 2027-03-01..2027-03-31"),
    ("三月，3月", "~2027-03-01..2027-03-31 | ~2027-03-01..2027-03-31"),
    ("十二月", "~2026-12-01..2026-12-31"),
    ("3月上旬", "~2027-03-01..2027-03-10"),
    ("2027年3月中旬", "2027-03-11..2027-03-20"),
    ("3月底前", "~2027-03-21..2027-03-31"),
    ("2027年第一季度", "2027-01-01..2027-03-31"),
    ("2027年一季度", "2027-01-01..2027-03-31"),
    ("2027Q1", "2027-01-01..2027-03-31"),
    ("2027年Q1", "2027-01-01..2027-03-31"),
    ("一季度，Q1", "~2027-01-01..2027-03-31 | ~2027-01-01..2027-03-31"),
    ("2027年上半年，下半年", "2027-01-01..2027-06-30 | ~2026-07-01..2026-12-31"),
    ("第50周，2026年第50周", "~2026-12-07..2026-12-13 | 2026-12-07..2026-12-13"),
    ("第3周", "2027-02-01..2027-02-07 offset"),
    ("第3天", "2027-01-20 offset"),
    ("T-3天", "2027-01-15 offset"),
    ("D-1", "2027-01-17 offset"),
    ("上线前3天，上线后7天", "2027-01-15 offset | 2027-01-25 offset"),
    ("3个月内", "2027-01-18..2027-04-18 span"),
    ("三个月内", "2027-01-18..2027-04-18 span"),
    ("未来三个月", "2027-01-18..2027-04-18 span"),
    ("两周内", "2027-01-18..2027-02-01 span"),
    ("2027年，2027年底", "2027-01-01..2027-12-31 | 2027-09-01..2027-12-31"),
    ("2027-03-31前，截至2027-03-31，不晚于 2027-03-31", "2027-03-31 | 2027-03-31 | 2027-03-31"),
    ("01/02/2027", "? ambiguous"),
    ("2026-02-30，2月30日", "? | ~?"),
    ("ana，2027-02-02，M1：2027-02-03", "2027-02-02 | 2027-02-03"),
    ("M1：2027年2月2日，T2：2月3日", "2027-02-02 | ~2027-02-03"),
    ("10：30，2，5，比例 1：2", ""),
    ("每周日，3周，5天，周日 10 点，下周，明年", ""),
    ("三个月，每三个月，每季度，上季度，一个季度，第三名，第一，一成不变", ""),
    ("电话后第 7 天，30天内容，3.5，200人，2000人", ""),
    ("2026年春季，三月内", "2027-01-18..2027-04-18 span"),
]

POLISH = [
    ("22 listopada 2026", "2026-11-22"),
    ("22.11.2026 r.", "2026-11-22"),
    ("22 XI 2026", "2026-11-22"),
    ("22.XI.2026", "2026-11-22"),
    ("do 5 grudnia", "~2026-12-05"),
    ("3–17 lutego 2027", "2027-02-03..2027-02-17"),
    ("od 3 do 17 lutego 2027 r.", "2027-02-03..2027-02-17"),
    ("w marcu 2027", "2027-03-01..2027-03-31"),
    ("marzec 2027 r.", "2027-03-01..2027-03-31"),
    ("do marca", "~2027-03-01..2027-03-31"),
    ("w maju", "~2027-05-01..2027-05-31"),
    ("do maja", "~2027-05-01..2027-05-31"),
    ("przed majem", "~2027-05-01..2027-05-31"),
    ("na początku marca 2027", "2027-03-01..2027-03-10"),
    ("połowa marca 2027", "2027-03-11..2027-03-20"),
    ("do końca marca 2027", "2027-03-21..2027-03-31"),
    ("I kw. 2027", "2027-01-01..2027-03-31"),
    ("I kwartał 2027", "2027-01-01..2027-03-31"),
    ("w pierwszym kwartale 2027", "2027-01-01..2027-03-31"),
    ("1. kwartał 2027", "2027-01-01..2027-03-31"),
    ("I półrocze 2027, drugie półrocze 2027", "2027-01-01..2027-06-30 | 2027-07-01..2027-12-31"),
    ("tydz. 50, w 50. tygodniu", "~2026-12-07..2026-12-13 | ~2026-12-07..2026-12-13"),
    ("w ciągu 3 miesięcy", "2027-01-18..2027-04-18 span"),
    ("za trzy miesiące", "2027-01-18..2027-04-18 span"),
    ("D-3, dzień 3, T+7", "2027-01-15 offset | 2027-01-20 offset | 2027-01-25 offset"),
    ("7 dni przed startem", "2027-01-11 offset"),
    ("do 2027", "2027-01-01..2027-12-31"),
    ("w 2027 r.", "2027-01-01..2027-12-31"),
    ("do końca 2027 roku", "2027-09-01..2027-12-31"),
    ("w roku 2027", "2027-01-01..2027-12-31"),
    ("do 22.11", "~2026-11-22"),
    ("najpóźniej do 2027-03-31", "2027-03-31"),
    ("paź. 2027, gru. 2026", "2027-10-01..2027-10-31 | 2026-12-01..2026-12-31"),
    ("maj 2027, 31.02.2027", "2027-05-01..2027-05-31 | ?"),
    ("majówka, majątek, grupa 3, gru, marka 5, lipa, sierpniowy", ""),
    ("7 dni po liście, cisza 30 dni, 2 tygodnie temu, do 5 osób, w 3 osoby", ""),
    ("wiosną 2026, zimą 2026/27", ""),
    ("1.5, 1,5, 12 z 30, do 12.5%", ""),
]

FILIPINO = [
    ("ika-22 ng Nobyembre 2026", "2026-11-22"),
    ("Nobyembre 22, 2026, 22 Nobyembre 2026", "2026-11-22 | 2026-11-22"),
    ("Disyembre 5", "~2026-12-05"),
    ("ika-5 ng Disyembre", "~2026-12-05"),
    ("a-5 ng Disyembre", "~2026-12-05"),
    ("Marso 15-17, 2027", "2027-03-15..2027-03-17"),
    ("Marso 15 hanggang 17, 2027", "2027-03-15..2027-03-17"),
    ("Marso 2027", "2027-03-01..2027-03-31"),
    ("Marso ng 2027", "2027-03-01..2027-03-31"),
    ("sa Marso", "~2027-03-01..2027-03-31"),
    ("bago mag-Marso", "~2027-03-01..2027-03-31"),
    ("bago ang Marso", "~2027-03-01..2027-03-31"),
    ("pagsapit ng Marso", "~2027-03-01..2027-03-31"),
    ("hanggang Marso", "~2027-03-01..2027-03-31"),
    ("simula ng Marso 2027", "2027-03-01..2027-03-10"),
    ("kalagitnaan ng Marso 2027", "2027-03-11..2027-03-20"),
    ("katapusan ng Marso 2027", "2027-03-21..2027-03-31"),
    ("unang kuwarter ng 2027", "2027-01-01..2027-03-31"),
    ("Q1 2027", "2027-01-01..2027-03-31"),
    ("ikalawang kuwarter", "~2027-04-01..2027-06-30"),
    ("unang kalahati ng 2027", "2027-01-01..2027-06-30"),
    ("unang kalahati ng taon", "~2027-01-01..2027-06-30"),
    ("ika-50 linggo, ika-50 na linggo ng 2026", "~2026-12-07..2026-12-13 | 2026-12-07..2026-12-13"),
    ("sa loob ng 3 buwan", "2027-01-18..2027-04-18 span"),
    ("sa loob ng tatlong buwan", "2027-01-18..2027-04-18 span"),
    ("sa susunod na 3 buwan", "2027-01-18..2027-04-18 span"),
    ("T-3", "2027-01-15 offset"),
    ("araw 3", "2027-01-20 offset"),
    ("Linggo 2", "2027-01-25..2027-01-31 offset"),
    ("7 araw bago ang paglunsad", "2027-01-11 offset"),
    ("hanggang 2027", "2027-01-01..2027-12-31"),
    ("sa 2027", "2027-01-01..2027-12-31"),
    ("noong 2026", "2026-01-01..2026-12-31"),
    ("mula 2027-01-12 hanggang 2027-02-23", "2027-01-12 | 2027-02-23"),
    ("by March 15, 2027, hanggang March 15", "2027-03-15 | ~2027-03-15"),
    ("katapusan ng March 2027", "2027-03-21..2027-03-31"),
    ("May 15, 2027, Mayo 15", "2027-05-15 | ~2027-05-15"),
    ("Pebrero 30, 2027", "?"),
    ("may 2 mali sa 20 sample, May 15 ang sumagot", ""),
    ("tuwing Linggo 10:00, sa Linggo 2 tao, buwan at araw, linggo-linggo", ""),
    ("4 na araw matapos, 30 araw, 2 linggo, sa loob ng 30 araw mula sa unang shift", ""),
    ("Semana Santa 2027, Pasko 2026", ""),
]

TABLES = zip(CODES, (ENGLISH, RUSSIAN, CHINESE, POLISH, FILIPINO), strict=True)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [(code, text, expected) for code, table in TABLES for text, expected in table],
)
def test_dates(code: str, text: str, expected: str) -> None:
    found = read_dates(text, code, created=CREATED, launch=LAUNCH)
    assert " | ".join(map(shown, found)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by 5 December", "~?"),
        ("in March", "~?"),
        ("within 3 months", "? span"),
        ("T-3", "? offset"),
        ("week 3", "? offset"),
        ("2027-03-31", "2027-03-31"),
    ],
)
def test_without_created_and_launch_there_is_nothing_to_count_from(
    text: str, expected: str
) -> None:
    assert " | ".join(map(shown, read_dates(text, "en"))) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "send by the end of March 2027, please", ["the end of March 2027"]),
        ("en", "(@ana, 2026-12-01)", ["2026-12-01"]),
        ("en", "Due Nov. 22, 2026.", ["Nov. 22, 2026"]),
        ("ru", "до 22 ноября 2026 г. включительно", ["22 ноября 2026 г."]),
        ("zh-Hans", "不晚于２０２７年３月底。", ["２０２７年３月底"]),
        ("pl", "od 3 do 17 lutego 2027 r.", ["3 do 17 lutego 2027 r."]),
        ("fil", "bago mag-Marso 2027", ["mag-Marso 2027"]),
    ],
)
def test_a_date_spans_all_of_its_parts(code: str, text: str, expected: list[str]) -> None:
    assert [text[mention.start : mention.end] for mention in read_dates(text, code)] == expected


def test_a_date_is_no_quantity() -> None:
    assert [q.low for q in read_quantities("5 мая 2027 года 12 чел. за 3 месяца", "ru")] == [12]


PIECES = """1 2 15 31 32 00 99 1900 2026 2027 2026-11-22 2026-02-30 9999-12-31 0000-00-00 22.11.2026
01/02/2027 3/17 2026-W53 2027-13 Q1 q5 H2 T-3 D+999 week 50 day 3 in by within the first may May
March Mar. end of early – - , . to до к в за с 5 мая марта 1-й кв. I квартал нед. 年 月 日 第 周
三月 十一月 上旬 上半年 个月内 一季度 未来 22 XI marca końca w ciągu miesięcy tydz. ika-22 ng Mayo
Linggo sa loob buwan hanggang ２０２７ İ ² ٣ 😀"""
WORDS = st.lists(st.sampled_from([*PIECES.split(), " ", "\u00a0", "\t", "\n"]), max_size=30)
TEXTS = st.text() | WORDS.map(" ".join) | WORDS.map("".join)
DAYS = st.none() | st.dates()


@given(text=TEXTS, code=st.sampled_from(CODES), created=DAYS, launch=DAYS)
def test_any_text_can_be_read(
    text: str, code: str, created: date | None, launch: date | None
) -> None:
    found = read_dates(text, code, created=created, launch=launch)
    ends = [0, *(mention.end for mention in found)]
    assert all(before <= mention.start for before, mention in zip(ends, found, strict=False))
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)
    assert all((m.first is None) == (m.last is None) for m in found)
    assert all(m.first <= m.last for m in found if m.first and m.last)
    written_dates.cache_clear()
    assert read_dates(text, code, created=created, launch=launch) == found
