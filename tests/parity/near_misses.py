"""What looks like a fault and is none: these changes must lead to no finding."""

from __future__ import annotations

from .editing import Edit, added, cell, front, heading, label, line, say, words, words_in
from .variant import Variant


def _near(name: str, *edits: Edit, brief: str = "email-reactivation") -> Variant:
    return Variant(brief, name, edits)


NEAR_MISSES = (
    # "Everyone", said of nobody
    _near(
        "not-everyone",
        added(
            "audience",
            say(
                en="Everyone is not our audience; neither are people who just joined.",
                ru="Все подряд — не наша аудитория, и новички тоже.",
                zh="我们的受众不是所有人，也不是刚入会的人。",
                pl="Wszyscy to nie nasi odbiorcy, nowi członkowie też nie.",
                fil="Hindi lahat ang audience namin, at hindi rin ang mga kasasali lang.",
            ),
        ),
    ),
    _near(
        "everyone-narrowed",
        cell(
            "S1",
            "who",
            say(
                en="All members whose last loan is 6 to 12 months ago",
                ru="Все участники, у которых с последней выдачи прошло от 6 до 12 месяцев",
                zh="上次借用在6到12个月之前的所有会员",
                pl="Wszyscy członkowie, którzy ostatnio wypożyczyli coś od 6 do 12 miesięcy temu",
                fil="Lahat ng miyembrong huling nanghiram 6 hanggang 12 buwan na ang nakaraan",
            ),
        ),
    ),
    _near(
        "everyone-in-somebodys-words",
        cell(
            "S2",
            "need",
            say(
                en="“everyone will stare at me”, feel awkward and fear a fine",
                ru="«все будут на меня смотреть», неловко и страшно получить штраф",
                zh="“所有人都会盯着我看”，不好意思，也怕被罚款",
                pl="„wszyscy będą się gapić”, głupio im i boją się kary",
                fil="“titingnan ako ng lahat”, nahihiya at takot sa multa",
            ),
        ),
    ),
    # Vague words beside a number, or under a measured goal
    _near(
        "vague-verb-with-a-number",
        cell(
            "G1",
            "goal",
            say(
                en="Increase the number of returning members to 170",
                ru="Увеличить число вернувшихся участников до 170",
                zh="把回来借用的会员提升到170名",
                pl="Zwiększyć liczbę wracających członków do 170",
                fil="Pataasin sa 170 ang bilang ng bumabalik na miyembro",
            ),
        ),
    ),
    _near(
        "number-in-other-digits",
        cell(
            "G1",
            "goal",
            say(
                en="One hundred and seventy (170) lapsed members borrow again",
                ru="170 человек из 0,43 тыс. снова берут инструмент",
                zh="１７０名沉睡会员重新借工具",
                pl="170 z 0,43 tys. uśpionych członków znów wypożycza",
                fil="Hindi bababa sa 170 natutulog na miyembro ang muling manghiram",
            ),
        ),
    ),
    _near(
        "doubled",
        cell(
            "G2",
            "goal",
            say(
                en="Twice as many renewals on time as in 2026",
                ru="Вдвое больше продлений в срок, чем в 2026 году",
                zh="按时续费的人数比2026年翻一番",
                pl="Dwa razy więcej przedłużeń w terminie niż w 2026 r.",
                fil="Doble ang mag-renew sa oras kumpara noong 2026",
            ),
        ),
    ),
    # Compounds that hold another word
    _near(
        "target-group-is-no-goal",
        heading(
            "audience",
            say(
                en="Our target audience in spring",
                ru="Целевая аудитория весной",
                zh="春季目标用户",
                pl="Grupa docelowa na wiosnę",
                fil="Target na audience sa tagsibol",
            ),
        ),
    ),
    # Dates
    _near(
        "period-as-deadline",
        cell(
            "G1",
            "by",
            say(
                en="Q1 2027",
                ru="I квартал 2027 г.",
                zh="2027年第一季度",
                pl="I kwartał 2027 r.",
                fil="unang kuwarter ng 2027",
            ),
        ),
    ),
    _near(
        "month-as-deadline",
        cell(
            "G2",
            "by",
            say(
                en="March 2027",
                ru="март 2027 г.",
                zh="2027年3月",
                pl="marzec 2027 r.",
                fil="Marso 2027",
            ),
        ),
    ),
    _near("days-after-launch", cell("timeline:3", "date", "T+18")),
    _near(
        "soon-in-a-quote",
        label(
            "cta",
            say(
                en="“See you soon”, reserve a tool: /shelf/saturday",
                ru="«Скоро увидимся», забронировать инструмент: /shelf/saturday",
                zh="“近期再见”，预订工具：/shelf/saturday",
                pl="„Do zobaczenia wkrótce”, zarezerwuj narzędzie: /shelf/saturday",
                fil="“Malapit na tayong magkita”, mag-reserve ng gamit: /shelf/saturday",
            ),
        ),
    ),
    _near(
        "every-tuesday",
        cell(
            "timeline:4",
            "what",
            say(
                en="D2 is read, then every Tuesday",
                ru="читаем D2, потом каждый вторник",
                zh="读D2，之后每周二都看",
                pl="czytamy D2, potem w każdy wtorek",
                fil="babasahin ang D2, pagkatapos tuwing Martes",
            ),
        ),
    ),
    # Urgency and pressure
    _near(
        "no-hurry",
        added(
            "why",
            say(
                en="This is not urgent; the shelf will not run away.",
                ru="Это не срочно: полка никуда не убежит.",
                zh="这事不急，不必尽快上线。",
                pl="To nie jest pilne: półka nie ucieknie.",
                fil="Hindi madalian ito: hindi tatakbo ang istante.",
            ),
        ),
    ),
    _near(
        "answers-at-once",
        cell(
            "team:4",
            "does",
            say(
                en="answers immediately, calls ten people",
                ru="отвечает немедленно, звонит десяти участникам",
                zh="立刻回复，打十个电话",
                pl="odpisuje natychmiast, dzwoni do dziesięciu osób",
                fil="sumasagot agad, tumatawag sa sampung tao",
            ),
        ),
    ),
    # Placeholders that are none
    _near(
        "placeholder-in-copy",
        cell(
            "personalization:3",
            "message",
            say(
                en="`{{first_name}}`, three tools are free on Saturday",
                ru="`{{first_name}}`, в субботу свободны три инструмента",
                zh="`{{first_name}}`，周六有三样工具空着",
                pl="`{{first_name}}`, w sobotę czekają trzy narzędzia",
                fil="`{{first_name}}`, tatlong gamit ang bakante sa Sabado",
            ),
        ),
    ),
    _near(
        "placeholder-word-inside-another",
        cell(
            "R2",
            "response",
            say(
                en="call the contact person, placeholders in the mail are tested",
                ru="уточнить число у стойки и показывать только то, что есть в двух экземплярах",
                zh="待定义清楚数量后，只展示有两件的工具",
                pl="uzupełnić stan w pracowni i pokazywać tylko to, co mamy w dwóch sztukach",
                fil="wala pang dalawang piraso ang gamit? itago muna sa listahan",
            ),
        ),
    ),
    _near("comment-is-not-text", added("goals", "<!-- TBD: [date], {{owner}}, XXX -->")),
    # Claims that are none
    _near(
        "not-the-best",
        label(
            "primary",
            say(
                en="Not the best drill in town, but one that is free on Saturday.",
                ru="Не лучшая дрель в городе, зато в субботу она свободна.",
                zh="不是全城最好的电钻，但周六空着。",
                pl="Nie najlepsza wiertarka w mieście, za to wolna w sobotę.",
                fil="Hindi ito ang pinakamahusay na drill, pero bakante sa Sabado.",
            ),
        ),
    ),
    _near(
        "first-as-order",
        label(
            "primary",
            say(
                en="First choose a tool, then come by on Saturday.",
                ru="Сначала выберите инструмент, потом заходите в субботу.",
                zh="第一步选工具，第二步周六来取。",
                pl="Najpierw wybierz narzędzie, potem wpadnij w sobotę.",
                fil="Pumili muna ng gamit, saka dumaan sa Sabado.",
            ),
        ),
    ),
    # Numbers
    _near(
        "written-limit",
        cell(
            "M4",
            "target",
            say(
                en="at most 0.5%",
                ru="≤ 0,5 %",
                zh="≤0.5％",
                pl="najwyżej 0,5%",
                fil="<= 0.5%",
            ),
        ),
    ),
    _near(
        "range-as-target",
        cell(
            "M3",
            "target",
            say(
                en="60–80 reservations",
                ru="от 60 до 80 броней",
                zh="60至80次预订",
                pl="od 60 do 80 rezerwacji",
                fil="60 hanggang 80 reserbasyon",
            ),
        ),
    ),
    _near(
        "nought-is-a-baseline",
        cell(
            "M1",
            "baseline",
            say(
                en="0 members",
                ru="0 участников",
                zh="0名",
                pl="0 członków",
                fil="0 miyembro",
            ),
        ),
    ),
    # Persons, sources and results in other words
    _near(
        "owner-with-at-sign",
        front(
            "owner",
            say(
                en="'@nora'",
                ru="'@нора'",
                zh="'@林诺'",
                pl="'@nora'",
                fil="'@nora'",
            ),
        ),
    ),
    _near(
        "another-method",
        cell(
            "E2",
            "method",
            say(
                en="an online questionnaire",
                ru="онлайн-анкета",
                zh="线上问卷调查",
                pl="ankieta internetowa",
                fil="online na sarbey",
            ),
        ),
    ),
    _near(
        "people-counted-in-words",
        cell(
            "E2",
            "n",
            say(
                en="64 people",
                ru="64 чел.",
                zh="64名会员",
                pl="64 osoby",
                fil="64 na tao",
            ),
        ),
    ),
    _near(
        "out-of-many",
        cell(
            "E2",
            "n",
            say(
                en="64 of 120",
                ru="64 из 120",
                zh="120人中的64人",
                pl="64 ze 120",
                fil="64 sa 120",
            ),
        ),
    ),
    _near(
        "high-in-capitals",
        cell(
            "R1",
            "impact",
            say(
                en="HIGH",
                ru="ВЫСОКОЕ",
                zh="高",
                pl="WYSOKI",
                fil="MATAAS",
            ),
        ),
    ),
    # The checklist
    _near(
        "does-not-apply",
        words(
            "landing-checked",
            say(
                en="reservation page works on a six-year-old phone (@ivo, 2026-11-17)",
                ru="страница брони открывается на телефоне шестилетней давности (@иво, 2026-11-17)",
                zh="预订页面在六年前的旧手机上能用（@易沃，2026-11-17）",
                pl="strona rezerwacji działa na sześcioletnim telefonie (@ivo, 2026-11-17)",
                fil="gumagana ang pahina ng reserbasyon sa teleponong anim na taon na"
                " (@ivo, 2026-11-17)",
            ),
            say(
                en="n/a: people reserve by phone",
                ru="не требуется: бронируют по телефону",
                zh="不适用：大家打电话预订",
                pl="nie dotyczy: rezerwacje przez telefon",
                fil="hindi kailangan: sa telepono nagre-reserve",
            ),
        ),
    ),
    # Headings
    _near(
        "numbered-heading",
        heading(
            "goals",
            say(
                en="2. Goals",
                ru="2. Цели",
                zh="二、目标",
                pl="2. Cele",
                fil="2. Mga layunin",
            ),
        ),
    ),
    _near(
        "heading-with-emoji",
        heading(
            "risks",
            say(
                en="⚠️ Risks",
                ru="⚠️ Риски",
                zh="⚠️ 风险",
                pl="⚠️ Ryzyka",
                fil="⚠️ Mga panganib",
            ),
        ),
    ),
    # The launch
    _near(
        "sub-goals-without-words",
        line(
            "G1.1",
            say(
                en="1,200 by 15 April 2027",
                ru="1 200 к 15.04.2027",
                zh="2027年4月15日前1200",
                pl="1200 do 15.04.2027",
                fil="1,200 pagsapit ng Abril 15, 2027",
            ),
        ),
        brief="app-launch",
    ),
    _near(
        "magnitudes",
        line(
            "G1",
            say(
                en="3.5k people in town use the app each month by 30 June 2027",
                ru="Не менее 3500 горожан пользуются приложением каждый месяц к 30 июня 2027 г.",
                zh="到2027年6月30日，每月有0.35万名市民使用应用",
                pl="Co najmniej 3500 mieszkańców korzysta z aplikacji co miesiąc do 30"
                " czerwca 2027 r.",
                fil="Hindi bababa sa 3.5 libong tao ang gumagamit ng app bawat buwan bago ang"
                " Hunyo 30, 2027",
            ),
        ),
        brief="app-launch",
    ),
    _near(
        "percentage-points",
        words_in(
            "thresholds",
            say(
                en="+1.5 pp",
                ru="+1,5 п.п.",
                zh="+1.5个百分点",
                pl="+1,5 p.p.",
                fil="+1.5 pp",
            ),
            say(
                en="1.5 percentage points",
                ru="1,5 процентного пункта",
                zh="1.5 百分点",
                pl="1,5 punktu procentowego",
                fil="1.5 na puntos na porsiyento",
            ),
        ),
        brief="app-launch",
    ),
    # After the end
    _near(
        "quote-with-a-superlative",
        label(
            "praise",
            say(
                en="“The best evening of my year.”",
                ru="«Лучший вечер за весь год».",
                zh="“今年最好的一个晚上。”",
                pl="„Najlepszy wieczór w tym roku”.",
                fil="“Pinakamagandang gabi ko ngayong taon.”",
            ),
        ),
        brief="repair-evenings",
    ),
    _near(
        "missed-in-other-words",
        cell(
            "results:2",
            "verdict",
            say(
                en="missed",
                ru="не выполнено",
                zh="没达成",
                pl="nie osiągnięto",
                fil="hindi nakamit",
            ),
        ),
        brief="repair-evenings",
    ),
    _near(
        "segment-named-twice",
        words(
            "E1",
            say(
                en="pia asked at the door",
                ru="пия спросила в дверях",
                zh="白雅在门口问",
                pl="pia pytała w drzwiach",
                fil="tinanong ni pia sa pinto",
            ),
            say(
                en="pia asked S1 at the door",
                ru="пия спросила S1 в дверях",
                zh="白雅在门口问S1",
                pl="pia pytała S1 w drzwiach",
                fil="tinanong ni pia ang S1 sa pinto",
            ),
        ),
        brief="repair-evenings",
    ),
)
