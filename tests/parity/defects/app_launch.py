"""Defects in the launch of an app, which is validated: much is a warning still."""

from __future__ import annotations

from ..editing import (
    Edit,
    Wording,
    cell,
    emptied,
    front,
    label,
    line,
    say,
    without,
    words,
    words_in,
    words_in_front,
)
from ..variant import Variant


def _defect(name: str, rules: str, *edits: Edit, base: tuple[Edit, ...] = ()) -> Variant:
    return Variant("app-launch", name, edits, tuple(rules.split()), base)


_LEADING = say(en="leading", ru="опережающая", zh="先行", pl="wyprzedzający", fil="leading")


def _measured(name: str, wording: Wording) -> tuple[Edit, ...]:
    return cell(name, "metric", wording), cell(name, "type", _LEADING)


DEFECTS = (
    # Goals
    _defect(
        "big-goal-in-one-piece",
        "goal-not-split",
        without("G1.1", "G1.2"),
        cell("timeline:4", "what", "G2.1: 15%"),
        cell("timeline:5", "what", "G2.2: 28%"),
    ),
    _defect(
        "goal-vague",
        "goal-vague goal-not-measurable",
        line(
            "G2",
            say(
                en="Go viral and get the word out by 30 June 2027",
                ru="Завирусить приложение и заявить о себе к 30.06.2027",
                zh="到2027年6月30日刷屏破圈",
                pl="Dotrzeć do większej liczby ludzi i zwiększyć zasięg do 30.06.2027",
                fil="Mag-viral at sumikat pagsapit ng ika-30 ng Hunyo 2027",
            ),
        ),
    ),
    _defect(
        "goal-ends-before-launch",
        "goal-no-deadline",
        line(
            "G2",
            say(
                en="40% of loans are reserved in the app by the end of 2026",
                ru="40 % выдач бронируют в приложении до конца 2026 года",
                zh="到2026年底，40%的借用在应用里预订",
                pl="40% wypożyczeń rezerwuje się w aplikacji do końca 2026 r.",
                fil="40% ng hiraman ang nire-reserve sa app bago matapos ang 2026",
            ),
        ),
    ),
    # Audience
    _defect(
        "audience-anyone",
        "audience-everyone",
        line(
            "S1",
            say(
                en="Anyone with a phone; pain: they buy a drill for a single hole (E1);"
                " not for: people in Northgate",
                ru="Любой желающий; боль: покупают дрель ради одной дырки (E1);"
                " не для жителей Северных ворот",
                zh="任何人；痛点：为了打一个孔买一把电钻（E1）；排除人群：北门的住户",
                pl="Każdy z telefonem; problem: kupują wiertarkę dla jednej dziury (E1);"
                " nie dla: mieszkańców Północnej Bramy",
                fil="Kahit sinong may telepono; problema: bumibili ng drill para sa isang"
                " butas (E1);"
                " hindi para sa: mga taga-Northgate",
            ),
        ),
    ),
    _defect(
        "segment-without-insight",
        "audience-no-insight",
        line(
            "S1",
            say(
                en="Tenants aged 25 to 40 in flats without a cellar; not for: people in Northgate",
                ru="Квартиросъёмщики 25–40 лет без кладовки; не для жителей Северных ворот",
                zh="25到40岁、住处没有储物间的租户；排除人群：北门的住户",
                pl="Najemcy w wieku 25–40 lat, bez piwnicy; nie dla: mieszkańców Północnej Bramy",
                fil="Mga umuupang 25 hanggang 40 taong gulang na walang bodega;"
                " hindi para sa: mga taga-Northgate",
            ),
        ),
    ),
    # Message
    _defect(
        "message-too-long",
        "message-missing",
        label(
            "primary",
            say(
                en="See which tool is free two streets away, pick it up tonight after"
                " work, bring it"
                " back on Monday, and on the way learn from our menders how a hole is drilled so"
                " that it stays where it should be.",
                ru="Посмотрите, какой инструмент свободен через две улицы, заберите его"
                " сегодня вечером"
                " после работы, верните в понедельник и заодно узнайте у наших мастеров, как"
                " просверлить стену так, чтобы полка потом висела ровно, держалась крепко и никогда"
                " больше не падала.",
                zh="看看两条街外哪样工具空着，下班以后今晚就能取走，周一再还回来，顺便跟我们的师傅学学"
                "怎么在墙上打孔才打得正，怎么上螺丝才牢，怎么挂搁板才平。",
                pl="Zobacz, które narzędzie jest wolne dwie ulice dalej, odbierz je dziś"
                " wieczorem po"
                " pracy, oddaj w poniedziałek, a przy okazji dowiedz się od naszych majstrów, jak"
                " wywiercić dziurę tak, żeby półka wisiała równo i nigdy nie spadła.",
                fil="Tingnan kung anong gamit ang bakante dalawang kalye lang ang layo,"
                " kunin ito mamaya"
                " pagkagaling sa trabaho, isauli sa Lunes, at habang naroon ka ay magtanong sa mga"
                " tagakumpuni kung paano magbutas sa pader nang tuwid at matibay.",
            ),
        ),
    ),
    _defect("call-to-action-removed", "message-missing", label("cta", None)),
    _defect(
        "claim-with-a-share",
        "claim-unsupported",
        label(
            "primary",
            say(
                en="80% less searching: see what is free and pick it up tonight.",
                ru="На 80 % меньше поисков: посмотрите, что свободно, и заберите вечером.",
                zh="找工具的时间少了80%，今晚就能取走。",
                pl="O 80% mniej szukania: zobacz, co jest wolne, i odbierz wieczorem.",
                fil="80% na mas kaunting paghahanap: tingnan ang bakante at kunin mamayang gabi.",
            ),
        ),
    ),
    # Personalization
    _defect(
        "wish-list-read-once-a-day",
        "personalization-data-unknown",
        cell(
            "personalization:2",
            "refresh",
            say(
                en="daily",
                ru="ежедневно",
                zh="每天",
                pl="codziennie",
                fil="araw-araw",
            ),
        ),
    ),
    _defect("no-technology-line", "people-process-technology", label("technology", None)),
    _defect(
        "nobody-reads-samples",
        "people-process-technology",
        label(
            "people",
            say(
                en="the system sends by itself.",
                ru="система отправляет сама.",
                zh="由系统自动发送。",
                pl="system wysyła sam.",
                fil="ang sistema mismo ang nagpapadala.",
            ),
        ),
    ),
    # Channels
    _defect(
        "names-of-channels-only",
        "channel-without-reason",
        emptied(
            "channels",
            say(
                en="- Paid-social\n- Push\n- Short-video",
                ru="- Платные соцсети\n- Пуш\n- Короткие видео",
                zh="- 付费社交\n- 推送\n- 短视频",
                pl="- Płatne media społecznościowe\n- Push\n- Krótkie filmy",
                fil="- Bayad na social\n- Push\n- Maikling video",
            ),
        ),
    ),
    _defect(
        "push-without-cap",
        "channel-no-frequency-cap",
        words_in(
            "channels",
            say(
                en="; at most 1 per week per person",
                ru="; не чаще 1 раза в неделю на человека",
                zh="；每人每周最多1次",
                pl="; najwyżej 1 w tygodniu na osobę",
                fil="; hanggang 1 bawat linggo bawat tao",
            ),
            "",
        ),
        front("contact_policy", None),
        words_in("consent", "(contact.md)", "(evidence.md)"),
    ),
    # Tactics
    _defect("tactic-without-stage", "lifecycle-stage-missing", cell("T5", "stage")),
    _defect(
        "no-visit-no-call",
        "no-customer-contact",
        without("T1", "timeline:1"),
        cell(
            "E1",
            "method",
            say(
                en="survey",
                ru="опрос",
                zh="问卷",
                pl="ankieta",
                fil="survey",
            ),
        ),
        cell(
            "E1",
            "question",
            say(
                en="when did you last use your drill?",
                ru="когда вы в последний раз брали дрель?",
                zh="上一次用电钻是什么时候？",
                pl="kiedy ostatnio używałeś wiertarki?",
                fil="kailan mo huling ginamit ang drill?",
            ),
        ),
        cell(
            "E2",
            "question",
            say(
                en="was the tool gone when you came?",
                ru="бывало ли, что инструмент уже забрали?",
                zh="有没有来了却发现工具不在？",
                pl="czy zdarzyło się, że narzędzia już nie było?",
                fil="nangyari bang wala na ang gamit pagdating mo?",
            ),
        ),
        words(
            "audience-research",
            say(
                en="home visits",
                ru="визитов",
                zh="上门14次",
                pl="wizyt w domach",
                fil="na bisita sa bahay",
            ),
            say(en="forms", ru="анкет", zh="问卷14份", pl="ankiet", fil="na sagot"),
        ),
    ),
    # Metrics
    _defect(
        "only-vanity",
        "metric-no-guardrail metric-vanity-only",
        *_measured(
            "M1",
            say(
                en="impressions",
                ru="показы",
                zh="曝光",
                pl="wyświetlenia",
                fil="impresyon",
            ),
        ),
        *_measured(
            "M2",
            say(
                en="likes",
                ru="лайки",
                zh="点赞",
                pl="polubienia",
                fil="mga like",
            ),
        ),
        *_measured(
            "M3",
            say(
                en="followers",
                ru="подписчики",
                zh="粉丝",
                pl="obserwujący",
                fil="followers",
            ),
        ),
        *_measured(
            "M4",
            say(
                en="page views",
                ru="просмотры",
                zh="浏览",
                pl="odsłony",
                fil="views",
            ),
        ),
        *_measured(
            "M5",
            say(
                en="shares",
                ru="репосты",
                zh="转发",
                pl="udostępnienia",
                fil="shares",
            ),
        ),
    ),
    _defect(
        "target-below-baseline",
        "metric-unit-clash",
        cell(
            "M3",
            "target",
            say(
                en="3.5%",
                ru="3,5 %",
                zh="3.5%",
                pl="3,5%",
                fil="3.5%",
            ),
        ),
    ),
    # Evidence and thresholds
    _defect(
        "test-too-small",
        "test-no-sample-size",
        words_in(
            "thresholds",
            say(
                en="3,200 per variant",
                ru="3 200 на вариант",
                zh="每个版本3200次",
                pl="3200 na wariant",
                fil="3,200 bawat bersyon",
            ),
            say(
                en="1,200 per variant",
                ru="1 200 на вариант",
                zh="每个版本1200次",
                pl="1200 na wariant",
                fil="1,200 bawat bersyon",
            ),
        ),
    ),
    _defect(
        "money-before-the-threshold",
        "scale-before-learning",
        cell(
            "budget:4",
            "when",
            say(
                en="2027-01-25",
                ru="25.01.2027",
                zh="2027年1月25日",
                pl="25.01.2027",
                fil="Enero 25, 2027",
            ),
        ),
    ),
    # Readiness, risk and consent
    _defect(
        "one-review-for-a-big-launch",
        "no-second-opinion",
        front(
            "reviewers",
            say(
                en="[{by: rada, on: 2026-11-19, outcome: ok}]",
                ru="[{by: рада, on: 2026-11-19, outcome: ok}]",
                zh="[{by: 罗达, on: 2026-11-19, outcome: ok}]",
                pl="[{by: rada, on: 2026-11-19, outcome: ok}]",
                fil="[{by: rada, on: 2026-11-19, outcome: ok}]",
            ),
        ),
    ),
    _defect(
        "called-ready-too-early",
        "readiness-open-items status-ahead-of-evidence",
        front("status", "ready"),
    ),
    _defect("waits-for-itself", "dependency-not-ready", front("depends_on", "[app-launch]")),
    _defect(
        "a-month-to-get-out",
        "consent-missing",
        words_in_front("consent", "act_within_days: 1", "act_within_days: 30"),
    ),
    _defect(
        "no-risk-for-people",
        "risk-missing",
        cell(
            "R3",
            "fails",
            say(
                en="the servers are too slow",
                ru="серверы не тянут",
                zh="服务器太慢",
                pl="serwery są za wolne",
                fil="mabagal ang server",
            ),
        ),
        cell(
            "R3",
            "sign",
            say(
                en="3 seconds to load",
                ru="3 секунды загрузки",
                zh="加载3秒",
                pl="3 sekundy ładowania",
                fil="3 segundo bago bumukas",
            ),
        ),
        cell(
            "R2",
            "sign",
            say(
                en="over two times a week",
                ru="чаще двух раз в неделю",
                zh="一周超过两次",
                pl="ponad dwa razy w tygodniu",
                fil="lampas dalawang beses sa isang linggo",
            ),
        ),
        cell(
            "R3",
            "response",
            say(
                en="a bigger server",
                ru="сервер побольше",
                zh="换大服务器",
                pl="większy serwer",
                fil="mas malaking server",
            ),
        ),
    ),
    # Learning and hygiene
    _defect(
        "lessons-forgotten",
        "lessons-not-reused",
        label(
            "change",
            say(
                en="the first version asked for a password; now the membership card is enough.",
                ru="первая версия просила пароль, теперь хватает карты участника.",
                zh="第一版要输密码，现在有会员卡就行。",
                pl="pierwsza wersja pytała o hasło, teraz wystarczy karta członka.",
                fil="humihingi ng password ang unang bersyon; ngayon ay sapat na ang"
                " membership card.",
            ),
        ),
        base=(
            front(
                "channels",
                say(
                    en="[poster, paid-social, push]",
                    ru="[плакаты, платные соцсети, пуш]",
                    zh="[海报, 付费社交, 推送]",
                    pl="[plakaty, płatne media społecznościowe, push]",
                    fil="[poster, bayad na social, push]",
                ),
            ),
        ),
    ),
    _defect(
        "mustache-in-audience",
        "placeholder-left",
        words(
            "S2",
            say(
                en="a smartphone",
                ru="смартфона",
                zh="智能手机",
                pl="smartfona",
                fil="smartphone",
            ),
            "{{device}}",
        ),
    ),
    _defect(
        "tactics-cost-too-much",
        "budget-mismatch",
        cell(
            "T4",
            "cost",
            say(
                en="6,000 EUR",
                ru="6 000 евро",
                zh="6000欧元",
                pl="6000 euro",
                fil="6,000 euro",
            ),
        ),
    ),
)
