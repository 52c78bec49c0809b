"""Quantities in five languages: what a number in a brief counts, and what is no number at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readyroom.languages import CODES
from readyroom.model.values import Quantity, UnitClass
from readyroom.parsing.quantities import read_quantities


def shown(quantity: Quantity) -> str:
    """A quantity in one line: ">=40 %", "30..50 visits", "8 of 12", "3 months = 90 days"."""
    number = f"{quantity.comparator}{quantity.low:.12g}"
    if quantity.high != quantity.low:
        number += f"..{quantity.high:.12g}"
    match quantity.unit_class:
        case UnitClass.PERCENT:
            return f"{number} %"
        case UnitClass.POINTS:
            return f"{number} pp"
        case UnitClass.MONEY:
            return f"{number} {quantity.currency}"
        case UnitClass.RATIO:
            return f"{number} times"
        case UnitClass.SCORE:
            return f"{number} of {quantity.scale:.12g}"
        case UnitClass.DURATION:
            return f"{number} {quantity.unit} = {quantity.days:.4g} days"
        case UnitClass.COUNT:
            return f"{number} {quantity.unit}".strip()


ENGLISH = [
    ("120 first-time volunteers by 2027-05-31 (45 in spring 2026)", "120 first-time | 45"),
    ("Raise trial-to-paid from 4.0% to 5.5% by 2027-03-31", "4 % | 5.5 %"),
    ("10,000 members", "10000 members"),
    ("1,234.5 points", "1234.5 points"),
    ("1 234 567 impressions", "1234567 impressions"),
    ("150k impressions, 2.5 million views", "150000 impressions | 2500000 views"),
    ("1.2bn minutes", "1200000000 minutes = 8.333e+05 days"),
    ("42 percent, 3 pct, 7 per cent", "42 % | 3 % | 7 %"),
    ("+10 pp", "10 pp"),
    ("up 1.5 percentage points", "1.5 pp"),
    ("2 %-points", "2 pp"),
    ("-5%", "-5 %"),
    ("$2,400 and €1.5M, £80, USD 30", "2400 USD | 1500000 EUR | 80 GBP | 30 USD"),
    ("1,100 EUR", "1100 EUR"),
    ("USD100 or 100 USD", "100 USD | 100 USD"),
    ("$5–10 per lead", "5..10 USD"),
    ("30–50 visits", "30..50 visits"),
    ("30-50 visits", "30..50 visits"),
    ("30 to 50 visits", "30..50 visits"),
    ("from 30 to 50 people", "30 people | 50 people"),
    ("first 5 $10 tickets", "5 | 10 USD"),
    ("from 4 to 6%, from $5 to $10", "4 % | 6 % | 5 USD | 10 USD"),
    ("2.1% -> 2.8%", "2.1 % | 2.8 %"),
    ("EUR 2.400,50, 1.234.567 views, 12’000", "2400.5 EUR | 1234567 views | 12000"),
    ("30%–50%", "30..50 %"),
    ("5k–10k readers", "5000..10000 readers"),
    ("18% to 24%", "18 % | 24 %"),
    ("at least 40% of newcomers", ">=40 %"),
    ("no more than 3 complaints", "<=3 complaints"),
    ("fewer than 14: rewrite", "<14"),
    ("more than 50% blank", ">50 %"),
    ("14 bookings or more", ">=14 bookings"),
    ("5000+ clicks, ≥ 35%, < 0.1%, about 60", ">=5000 clicks | >=35 % | <0.1 % | ~60"),
    ("14 days", "14 days = 14 days"),
    ("within 2 hours", "<=2 hours = 0.08333 days"),
    ("unsubscribes within 30 days of the first", "<=30 days = 30 days"),
    ("rests for 60 days", "60 days = 60 days"),
    ("3x more, x2, ×2, 4 times as many", "3 times | 2 times | 2 times | 4 times"),
    ("double the bookings, tripled, halve the wait", "2 times | 3 times | 0.5 times"),
    ("3 times a week", "3 times"),
    ("4.6/5, 8 of 12, 7 out of 10, 87/100", "4.6 of 5 | 8 of 12 | 7 of 10 | 87 of 100"),
    ("15 of every 100 people", "15 of 100"),
    ("2/3 of shifts", "0.666667 times"),
    ("4:1 return", "4 times"),
    ("0 EUR", "0 EUR"),
    ("2000", "2000"),
    ("2020", "2020"),
    ("reach 2000", "2000"),
    ("from 1800 to 2030", "1800 | 2030"),
    ("2,030 sign-ups in 2027", "2030 sign-ups"),
    ("30-day retention up to 24%", "<=24 %"),
    ("90 day retention of 24%", "24 %"),
    ("1,2", "1.2"),
    ("99999999999999999999", ""),
    ("H1 2027, Q3, B2B, v4.14, S-07, T-3, G1.1, OBJ-2026-4, COVID-19, M3", ""),
    ("2026, 2026-11-22, March 2027, 7 Dec, spring 2026 we grew", "2026"),
    ("survey 2023, n=200 (2025)", "200"),
    ("since 2024, in 2026/27, the 2025 survey", ""),
    ("women aged 18-35, ages 25 to 40, 18–35 years old, adults 18-35, (18–24), 18+", ""),
    ("at 10:00, 9:30–17:00, 7 pm, 07:30", ""),
    ("+44 20 7946 0958, (020) 7946 0958, 020 7946 0958, 555-123-4567", ""),
    ("3/17, 24/7, 50/50, 16:9, a 1:1 call, 1080x1920", ""),
    ("2nd shift, the 3rd of five, 21st", ""),
    ("version 2.0.1, v3, 10.0.0.1, step 3, page 12, phase 2, mail 1", ""),
    ("20% off, a discount of 15%", ""),
    ("double opt-in and double-check", ""),
    ("the second shift, you may march on", ""),
    ("#12, @jo2, [1], § 5, No. 7", ""),
    ("1. Call them", ""),
]

RUSSIAN = [
    ("120 новых волонтёров к 2027-05-31 (45 весной 2026 года)", "120 новых | 45"),
    ("поднять с 4,0% до 5,5%", "4 % | 5.5 %"),
    ("с 10 до 15%", "10 % | 15 %"),
    ("2027 год", ""),
    ("1 234,5 балла", "1234.5 балла"),
    ("1\u00a0234,5 балла, 12\u202f500 показов", "1234.5 балла | 12500 показов"),
    ("3 тыс. заявок, 12 тысяч, 1,5 млн показов", "3000 заявок | 12000 | 1500000 показов"),
    ("150К₽, 150К ₽/мес, 150K₽", "150000 RUB | 150000 RUB | 150000 RUB"),
    ("150 тыс. руб., 36 000 RUB, 500 р., 50 коп.", "150000 RUB | 36000 RUB | 500 RUB | 0.5 RUB"),
    ("5 процентов, 1,5 п.п., 2 п. п., 3 процентных пункта", "5 % | 1.5 pp | 2 pp | 3 pp"),
    ("от 30 до 50 человек", "30..50 человек"),
    ("с 30 до 50 человек", "30 человек | 50 человек"),
    ("30–50 чел.", "30..50 чел"),
    ("не менее 40 ответов", ">=40 ответов"),
    ("не более 3 жалоб", "<=3 жалоб"),
    ("от 0,8%: оставляем", ">=0.8 %"),
    ("меньше 0,8%: меняем", "<0.8 %"),
    ("больше 800 RUB", ">800 RUB"),
    ("около 170 чел. зимой", "~170 чел"),
    ("15 заявок и более", ">=15 заявок"),
    ("не чаще 1 письма в неделю на человека", "<=1 письма"),
    ("не чаще 2 раз в неделю", "<=2 раз"),
    ("выросла в 2 раза, в 3 раза", "2 times | 3 times"),
    ("вдвое больше, втрое, удвоить, на треть", "2 times | 3 times | 2 times | 0.333 times"),
    ("в течение 2 часов", "<=2 часов = 0.08333 days"),
    ("тишина 30 дней", "30 дней = 30 days"),
    ("14 дней после письма", "14 дней = 14 days"),
    ("13 из 22", "13 of 22"),
    ("4,6 из 5", "4.6 of 5"),
    ("1,200 заявок", "1200 заявок"),
    ("1,2%", "1.2 %"),
    ("до 500 заявок", "500 заявок"),
    ("<= 0,5%", "<=0.5 %"),
    ("54-ФЗ, 152-ФЗ, № 54, S-07, Н1, топ-10", ""),
    ("от 25 до 55 лет, старше 18 лет, 18–35 лет, в возрасте 30 лет, женщины 25–40", ""),
    ("1-й квартал, 3-го марта, 2-я волна", ""),
    ("в 2027 году, к 2028, до 2027 г., летом 2026, 2026 год", ""),
    ("скидка 15%, 20% скидка", ""),
    ("в 18:00, к 9 утра, 10:00–18:00", ""),
    ("+7 912 345-67-89, 8 (800) 555-35-35", ""),
    ("шаг 2, отчёт 7, этап 3, стр. 12", ""),
    ("день X-3, T-3, 22.11.2026, 5 мая", ""),
]

CHINESE = [
    ("到2027-05-31，120名新志愿者（2026年春季45名）", "120 名 | 45 名"),
    ("１２３．５％", "123.5 %"),
    ("2万人", "20000 人"),
    ("3万元, 1.5万", "30000 CNY | 15000"),
    ("1.2亿次曝光", "120000000 次"),
    ("3百万, 2千万, 5千人", "3000000 | 20000000 | 5000 人"),
    ("1.2w粉丝，100k播放", "12000 粉丝 | 100000 播放"),
    ("三成学员，两成", "30 % | 20 %"),
    ("百分之五，百分之三十", "5 % | 30 %"),
    ("5个百分点", "5 pp"),
    (
        "¥3,000、5000元、1,200 CNY、人民币800、30美元",
        "3000 CNY | 5000 CNY | 1200 CNY | 800 CNY | 30 USD",
    ),
    ("30至50人，30到50人，30~50人", "30..50 人 | 30..50 人 | 30..50 人"),
    ("从11人增加到16人", "11 人 | 16 人"),
    ("从30到50人", "30 人 | 50 人"),
    ("不少于40人", ">=40 人"),
    ("不超过3次", "<=3 次"),
    ("不到 6%", "<6 %"),
    ("高于 1.2%", ">1.2 %"),
    ("40 人以上，6% 以上", ">=40 人 | >=6 %"),
    ("1.2% 以内", "<=1.2 %"),
    ("约 620 人", "~620 人"),
    ("30多人", ">30 人"),
    ("预约 30 人", "30 人"),
    ("每人每月不超过 1 次", "<=1 次"),
    ("翻一番，翻倍，减半", "2 times | 2 times | 0.5 times"),
    ("3倍", "3 times"),
    ("2小时内回复", "<=2 小时 = 0.08333 days"),
    ("隔 7 天再打", "7 天 = 7 days"),
    ("平均通话短于 3 分钟", "<3 分钟 = 0.002083 days"),
    ("三百二十人，二十个", "320 人 | 20 个"),
    ("满意度 4.6/5", "4.6 of 5"),
    ("40 名学员", "40 名"),
    ("一个人，第一，第一个，一条，一下", ""),
    ("第 4 项，第3条，第二十", ""),
    ("9折，八五折，打8折", ""),
    ("18-35岁，18岁以上", ""),
    ("2027年", ""),
    ("满500减50，618大促", ""),
    ("2026年，2027年3月，3月5日，11月上旬", ""),
    ("18点，10:00，20:00以后", ""),
    ("13800138000，138-0013-8000", ""),
    ("H1、B2B、v4.14、步骤 2，报表 12", ""),
    ("30天留存率，7日留存", ""),
    ("十分满意，千万不要，百货", ""),
    ("M1：200 条送达", "200 条"),
    ("M1，1,000 次曝光", "1000 次"),
]

POLISH = [
    ("120 nowych wolontariuszy do 2027-05-31 (45 wiosną 2026)", "120 nowych | 45"),
    ("z 4,0% do 5,5%", "4 % | 5.5 %"),
    ("1 234,5 punktu, 1.234,5 punktu", "1234.5 punktu | 1234.5 punktu"),
    ("1\u00a0234,5 zł", "1234.5 PLN"),
    ("1.234 osób, 1,234 osób", "1234 osób | 1234 osób"),
    ("12 tys. odsłon, 3 tysiące, 1,5 mln zł", "12000 odsłon | 3000 | 1500000 PLN"),
    ("6 400 PLN, 20 zł, 50 gr, 30 euro", "6400 PLN | 20 PLN | 0.5 PLN | 30 EUR"),
    ("5 proc.", "5 %"),
    ("5 procent", "5 %"),
    ("2 p.p.", "2 pp"),
    ("3 pkt proc.", "3 pp"),
    ("4 punkty procentowe", "4 pp"),
    ("od 30 do 50 osób", "30..50 osób"),
    ("z 30 do 50 osób", "30 osób | 50 osób"),
    ("30–50 osób", "30..50 osób"),
    ("co najmniej 13%", ">=13 %"),
    ("najwyżej 1 list na tydzień na osobę", "<=1 list"),
    ("poniżej 5 osób", "<5 osób"),
    ("powyżej 1,0%", ">1 %"),
    ("więcej niż 8 osób na godzinę", ">8 osób"),
    ("ok. 195 osób", "~195 osób"),
    ("8 osób lub więcej", ">=8 osób"),
    ("dwukrotnie, podwoić, o połowę", "2 times | 2 times | 0.5 times"),
    ("3 razy więcej, 5-krotnie", "3 times | 5 times"),
    ("2 razy w tygodniu", "2 razy"),
    ("w ciągu 2 godzin", "<=2 godzin = 0.08333 days"),
    ("cisza 30 dni", "30 dni = 30 days"),
    ("2 tygodnie przerwy", "2 tygodnie = 14 days"),
    ("8 na 100, 7 z 30, 4,6/5", "8 of 100 | 7 of 30 | 4.6 of 5"),
    ("<= 0,8%", "<=0.8 %"),
    ("71 osób z 540, czyli 13,1%", "71 osób | 540 | 13.1 %"),
    ("w wieku 18-35 lat, 18-35 lat, osoby 18–35, powyżej 18 roku życia", ""),
    ("w 2027 r., do 2028, wiosną 2026, 2026 rok, w roku 2027", ""),
    ("o godz. 17, 17:00, po 17:00", ""),
    ("raport 12, krok 1, sala 3, nr 7, art. 13", ""),
    ("50. tydzień, 3. edycja", ""),
    ("zniżka 20%, rabat 15%", ""),
    ("22 XI 2026, 5 maja, 22.11.2026, D-3", ""),
    ("H1, B2B, v4.14, S-07", ""),
    ("majówka, grupa, marketing", ""),
    ("+48 601 234 567, 601-234-567", ""),
]

FILIPINO = [
    ("120 bagong boluntaryo bago mag-Mayo 2027 (45 noong 2026)", "120 bagong | 45"),
    ("mula 69% hanggang 82%", "69 % | 82 %"),
    ("24 na coordinator", "24 coordinator"),
    ("1,234.5 puntos", "1234.5 puntos"),
    ("5 libo, 5 libong tao, 2 milyon, 150K", "5000 | 5000 tao | 2000000 | 150000"),
    ("₱15,000", "15000 PHP"),
    ("PHP 15,000", "15000 PHP"),
    ("P15,000", "15000 PHP"),
    ("2,400 PHP", "2400 PHP"),
    ("500 piso", "500 PHP"),
    ("50 porsiyento, 5 puntos na porsiyento", "50 % | 5 pp"),
    ("30 hanggang 50 tao", "30..50 tao"),
    ("mula 30 hanggang 50 tao", "30 tao | 50 tao"),
    ("hindi bababa sa 40 sagot", ">=40 sagot"),
    ("hindi hihigit sa 3 reklamo", "<=3 reklamo"),
    ("mas mababa sa 35%", "<35 %"),
    ("higit sa 60", ">60"),
    ("mga 30 tao", "~30 tao"),
    ("8 tao o higit pa", ">=8 tao"),
    ("doble ang bilang, doblehin, triple", "2 times | 2 times | 3 times"),
    ("makalawang ulit", "2 times"),
    ("3 beses na mas marami", "3 times"),
    ("2 beses sa isang linggo", "2 beses"),
    ("4 na araw matapos ang imbitasyon", "4 na araw = 4 days"),
    ("45 minuto", "45 minuto = 0.03125 days"),
    ("3 linggo, 2 buwan, 1 taon", "3 linggo = 21 days | 2 buwan = 60 days | 1 taon = 365 days"),
    ("5 sa 7 ang nakalimot", "5 of 7"),
    ("at most 2 per week per person", "<=2"),
    ("<= 2 tao", "<=2 tao"),
    ("mula 45 sa 120", "45 | 120"),
    ("may 2 mali sa 20 sample", "2 mali | 20 sample"),
    ("ulat 3, hakbang 2, antas 3", ""),
    ("edad 18-35, 18 taong gulang, 18 hanggang 35 taong gulang", ""),
    ("ika-22 ng Nobyembre, ika-50 linggo, ika-3", ""),
    ("Linggo, 10:00, alas-7, 9 ng umaga", ""),
    ("noong 2026, sa 2027, taong 2027", ""),
    ("20% diskwento, diskwentong 20%", ""),
    ("H1, B2B, v4.14, S-07, P1", ""),
    ("0917-123-4567, +63 917 123 4567", ""),
]


TABLES = zip(CODES, (ENGLISH, RUSSIAN, CHINESE, POLISH, FILIPINO), strict=True)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [(code, text, expected) for code, table in TABLES for text, expected in table],
)
def test_quantities(code: str, text: str, expected: str) -> None:
    assert " | ".join(map(shown, read_quantities(text, code))) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "send at least 40 % by May", "at least 40 %"),
        ("en", "14 bookings or more: go on", "14 bookings or more"),
        ("en", "costs about $1.5 million a year", "about $1.5 million"),
        ("en", "30–50 visits", "30–50"),
        ("ru", "Не менее 1 234,5 тыс. руб. в месяц", "Не менее 1 234,5 тыс. руб."),
        ("zh-Hans", "每月不超过３万元。", "不超过３万元"),
        ("pl", "Co najmniej 12 tys. zł", "Co najmniej 12 tys. zł"),
        ("fil", "hindi bababa sa 24 na coordinator", "hindi bababa sa 24"),
    ],
)
def test_a_quantity_spans_everything_that_belongs_to_it(
    code: str, text: str, expected: str
) -> None:
    assert [text[q.start : q.end] for q in read_quantities(text, code)] == [expected]


def test_the_unit_is_kept_as_written() -> None:
    assert [q.unit for q in read_quantities("5 EUR, 3 SMS, 2 Weeks", "en")] == [
        "EUR",
        "SMS",
        "Weeks",
    ]


PIECES = """0 1 7 12 45 2026 2027 1,234.5 1 234,5 ２０％ 99999999999999 % pp п.п. 个百分点 $ € ₽ zł
EUR p 万 тыс. tys. libo k – - – to до do 至 hanggang from с at least не менее 不超过 co najmniej mga
or more + ( ) / : . , ; × x3 三成 百分之五 一百 double вдвое may 5 мая 2026-11-22 Q1 10:00 people 人
лет 岁 of 12 из 2/3 4:1 İ ß ﬁ ² ٣ 😀"""
WORDS = st.lists(st.sampled_from([*PIECES.split(), " ", "\u00a0", "\t", "\n"]), max_size=30)
TEXTS = st.text() | WORDS.map(" ".join) | WORDS.map("".join)


@given(text=TEXTS, code=st.sampled_from(CODES))
def test_any_text_can_be_read(text: str, code: str) -> None:
    found = read_quantities(text, code)
    ends = [0, *(quantity.end for quantity in found)]
    assert all(before <= quantity.start for before, quantity in zip(ends, found, strict=False))
    assert all(0 <= quantity.start < quantity.end <= len(text) for quantity in found)
    assert all(quantity.low <= quantity.high < float("inf") for quantity in found)
    assert read_quantities(text, code) == found
