"""Defects in the e-mail campaign, which is ready: everything counts as an error by now."""

from __future__ import annotations

from ..editing import (
    Edit,
    Wording,
    added,
    cell,
    emptied,
    front,
    heading,
    label,
    say,
    unticked,
    without,
    words_in,
)
from ..variant import Variant


def _defect(name: str, rules: str, *edits: Edit, base: tuple[Edit, ...] = ()) -> Variant:
    return Variant("email-reactivation", name, edits, tuple(rules.split()), base)


# A campaign of one month: changes of the launch do not make it a long one.
_SHORT = (
    front("ends", "2027-02-18"),
    front("retro_by", "2027-03-01"),
    cell("G1 G2 M1 M2 M3 M4", "by", "2027-02-18"),
)


# A goal row that says only this.
def _goal(wording: Wording) -> tuple[Edit, ...]:
    return cell("G1", "goal", wording), cell("G1", "from to")


DEFECTS = (
    # Goals
    _defect("goals-section-removed", "goal-missing", without("goals")),
    _defect(
        "goals-not-written-yet",
        "goal-missing",
        emptied(
            "goals",
            say(
                en="We will talk about this on Monday.",
                ru="Обсудим это в понедельник.",
                zh="周一再讨论。",
                pl="Porozmawiamy o tym w poniedziałek.",
                fil="Pag-uusapan namin ito sa Lunes.",
            ),
        ),
    ),
    _defect(
        "goal-without-a-number",
        "goal-not-measurable",
        *_goal(
            say(
                en="Lapsed members borrow a tool again",
                ru="Ушедшие в тень участники снова берут инструмент",
                zh="沉睡会员重新借工具",
                pl="Uśpieni członkowie znów wypożyczają narzędzia",
                fil="Muling manghiram ang natutulog na miyembro",
            )
        ),
    ),
    _defect(
        "goal-vague",
        "goal-not-measurable goal-vague",
        *_goal(
            say(
                en="Boost engagement and strengthen the brand",
                ru="Повысить вовлечённость и укрепить бренд",
                zh="提升知名度，增强会员黏性",
                pl="Zwiększyć zaangażowanie i wzmocnić markę",
                fil="Palakasin ang brand at pataasin ang kamalayan",
            )
        ),
    ),
    _defect(
        "goal-ends-before-launch",
        "goal-no-deadline",
        cell(
            "G1",
            "by",
            say(
                en="31 December 2026",
                ru="31 декабря 2026 г.",
                zh="2026年12月31日",
                pl="31 grudnia 2026 r.",
                fil="ika-31 ng Disyembre 2026",
            ),
        ),
    ),
    _defect("baseline-empty", "goal-no-baseline", cell("M2", "baseline asof"), cell("G2", "from")),
    _defect(
        "why-is-a-rival",
        "goal-no-why context-not-checked",
        emptied(
            "why",
            say(
                en="Competitors are doing it.",
                ru="Конкуренты так делают.",
                zh="竞争对手都在做。",
                pl="Konkurencja to robi.",
                fil="Ginagawa ito ng kakumpitensya.",
            ),
        ),
    ),
    _defect("objective-unknown", "broken-reference", front("supports", "OBJ-2027-9")),
    # Audience
    _defect("audience-removed", "audience-missing", without("audience")),
    _defect(
        "audience-everyone",
        "audience-everyone",
        cell(
            "S1",
            "who",
            say(
                en="Everyone who likes tools",
                ru="Все, кто любит инструменты",
                zh="所有人",
                pl="Wszyscy, którzy lubią narzędzia",
                fil="Lahat ng mahilig sa gamit",
            ),
        ),
    ),
    _defect("insight-empty", "audience-no-insight", cell("S1", "need evidence now")),
    _defect("exclusion-empty", "audience-no-segments", cell("S1 S2", "notfor")),
    # Message
    _defect("message-removed", "message-missing", without("message")),
    _defect(
        "claim-without-proof",
        "claim-unsupported",
        label(
            "primary",
            say(
                en="The best tool shelf in town, see which tool is free on Saturday.",
                ru="Лучшая полка инструментов в городе: видно, что свободно в субботу.",
                zh="全城最好的工具架，周六哪些空着一看就知道。",
                pl="Najlepsza półka z narzędziami w mieście: widać, co jest wolne w sobotę.",
                fil="Ang pinakamahusay na istante sa lungsod: kita agad ang bakante sa Sabado.",
            ),
        ),
    ),
    # Channels
    _defect(
        "channel-without-reason", "channel-without-reason", cell("channels:2", "why segment goal")
    ),
    _defect(
        "frequency-cap-empty",
        "channel-no-frequency-cap",
        cell("channels:1", "cap"),
        front("contact_policy", None),
        words_in("consent", "(contact.md)", "(evidence.md)"),
    ),
    # Metrics
    _defect("metrics-removed", "metric-missing", without("metrics")),
    _defect("goal-without-metric", "metric-missing", cell("M2", "goal")),
    _defect("target-empty", "metric-no-target", cell("M1", "target")),
    _defect("metric-without-source", "metric-unowned", cell("M3", "source")),
    _defect(
        "guardrail-became-leading",
        "metric-no-guardrail",
        cell(
            "M4",
            "type",
            say(
                en="leading",
                ru="опережающая",
                zh="先行",
                pl="wyprzedzający",
                fil="leading",
            ),
        ),
        cell(
            "M4",
            "metric",
            say(
                en="clicks per mail",
                ru="переходы из письма",
                zh="邮件点击率",
                pl="kliknięcia w mailu",
                fil="mga pindot sa email",
            ),
        ),
        cell("M4", "target", "5%"),
    ),
    _defect(
        "units-clash",
        "metric-unit-clash",
        cell(
            "M1",
            "target",
            say(
                en="60%",
                ru="60 %",
                zh="60％",
                pl="60%",
                fil="60%",
            ),
        ),
    ),
    _defect(
        "points-for-a-share",
        "metric-unit-clash",
        cell(
            "M2",
            "target",
            say(
                en="9 percentage points",
                ru="9 процентных пунктов",
                zh="9个百分点",
                pl="9 punktów procentowych",
                fil="9 na puntos na porsiyento",
            ),
        ),
    ),
    # Evidence
    _defect("too-few-asked", "evidence-missing", cell("E1 E2 E3 A1", "n", "3")),
    _defect("evidence-removed", "evidence-missing", without("evidence")),
    _defect(
        "evidence-old",
        "evidence-stale",
        cell(
            "E1 E2 E3",
            "date",
            say(
                en="2025-03-14",
                ru="14.03.2025",
                zh="2025年3月14日",
                pl="14.03.2025",
                fil="Marso 14, 2025",
            ),
        ),
    ),
    _defect(
        "assumption-open",
        "assumption-untested",
        cell(
            "A1",
            "result",
            say(
                en="open",
                ru="открыто",
                zh="未验证",
                pl="otwarte",
                fil="bukas pa",
            ),
        ),
    ),
    _defect(
        "only-good-news",
        "evidence-one-sided",
        cell(
            "E3",
            "result",
            say(
                en="supports",
                ru="подтверждает",
                zh="支持",
                pl="potwierdza",
                fil="sumusuporta",
            ),
        ),
        label("prove_wrong", None),
    ),
    _defect("rivals-not-looked-at", "context-not-checked", label("competitors", None)),
    # Thresholds
    _defect("thresholds-removed", "threshold-missing", without("thresholds")),
    _defect(
        "threshold-without-amount",
        "threshold-missing",
        cell(
            "D1",
            "wait",
            say(
                en="until we are sure",
                ru="пока не будем уверены",
                zh="等有把握为止",
                pl="aż będziemy pewni",
                fil="hanggang sigurado na kami",
            ),
        ),
    ),
    # Feedback
    _defect(
        "feedback-not-planned",
        "feedback-plan-missing",
        emptied(
            "feedback",
            say(
                en="We will see.",
                ru="Посмотрим.",
                zh="到时候再看。",
                pl="Zobaczymy.",
                fil="Titingnan namin.",
            ),
        ),
    ),
    _defect("no-small-signals", "feedback-plan-incomplete", without("feedback:3")),
    # Readiness
    _defect("landing-page-not-in-list", "readiness-item-absent", without("landing-checked")),
    _defect("tracking-not-checked", "readiness-open-items", unticked("tracking-verified")),
    _defect(
        "reviewed-by-owner",
        "no-second-opinion",
        front(
            "reviewers",
            say(
                en="[{by: nora, on: 2026-11-20, outcome: ok}]",
                ru="[{by: нора, on: 2026-11-20, outcome: ok}]",
                zh="[{by: 林诺, on: 2026-11-20, outcome: ok}]",
                pl="[{by: nora, on: 2026-11-20, outcome: ok}]",
                fil="[{by: nora, on: 2026-11-20, outcome: ok}]",
            ),
        ),
    ),
    _defect("launch-too-soon", "launch-too-soon", front("launch", "2026-11-24"), base=_SHORT),
    _defect("launch-date-removed", "launch-date-missing", front("launch", None), base=_SHORT),
    _defect(
        "launch-slipped",
        "launch-date-missing",
        front("launch", "2026-11-20"),
        base=(
            *_SHORT,
            front("launch", "2026-12-28"),
            front(
                "reviewers",
                say(
                    en="[{by: rada, on: 2026-11-10, outcome: ok}]",
                    ru="[{by: рада, on: 2026-11-10, outcome: ok}]",
                    zh="[{by: 罗达, on: 2026-11-10, outcome: ok}]",
                    pl="[{by: rada, on: 2026-11-10, outcome: ok}]",
                    fil="[{by: rada, on: 2026-11-10, outcome: ok}]",
                ),
            ),
        ),
    ),
    # Team
    _defect(
        "owner-is-a-team",
        "owner-missing",
        front(
            "owner",
            say(
                en="marketing team",
                ru="отдел маркетинга",
                zh="市场部",
                pl="zespół marketingu",
                fil="marketing team",
            ),
        ),
    ),
    _defect("nobody-reads-feedback", "role-gap", front("team", None), without("team:4")),
    _defect("no-check-in", "rhythm-missing", label("checkin", None)),
    # Risk and consent
    _defect("risks-removed", "risk-missing", without("risks")),
    _defect("risk-without-response", "risk-missing", cell("R1", "response")),
    _defect("stop-rule-removed", "stop-rule-missing", label("stop", None)),
    _defect("dependency-not-ready", "dependency-not-ready", front("depends_on", "[app-launch]")),
    _defect("consent-removed", "consent-missing", front("consent", None), without("consent")),
    # Personalization
    _defect(
        "name-only",
        "personalization-name-only",
        cell(
            "personalization:1",
            "field",
            say(
                en="first name",
                ru="имя",
                zh="姓名",
                pl="imię",
                fil="pangalan",
            ),
        ),
        without("personalization:2"),
    ),
    _defect(
        "field-source-unknown", "personalization-data-unknown", cell("personalization:1", "source")
    ),
    _defect("experience-removed", "experience-undefined", label("experience", None)),
    _defect("no-exception-path", "journey-rigid", without("personalization:5")),
    _defect("stage-empty", "lifecycle-stage-missing", cell("T2", "stage")),
    # Tactics
    _defect("tactic-without-goal", "tactic-without-goal", cell("T1", "goal")),
    _defect("tactic-without-owner", "tactic-not-assigned", cell("T1", "owner")),
    _defect(
        "no-small-test",
        "small-test-missing",
        cell(
            "T1 T2 T4",
            "type",
            say(
                en="scale",
                ru="масштаб",
                zh="放量",
                pl="skala",
                fil="scale",
            ),
        ),
    ),
    # Learning
    _defect("retro-date-removed", "retro-not-scheduled", front("retro_by", None)),
    _defect(
        "repeated-without-change",
        "repeat-without-change",
        front("repeats", "repair-evenings"),
        label("change", None),
    ),
    # Hygiene
    _defect("tier-unknown", "front-matter-invalid", front("tier", "7")),
    _defect(
        "placeholder-in-table",
        "placeholder-left",
        cell(
            "R2",
            "response",
            say(
                en="TBD",
                ru="уточняется",
                zh="待定",
                pl="do ustalenia",
                fil="hindi pa tiyak",
            ),
        ),
    ),
    _defect(
        "placeholder-without-accents",
        "placeholder-left",
        cell(
            "R2",
            "response",
            say(
                en="ＴＢＤ",
                ru="ТБД",
                zh="ＴＢＤ",
                pl="DO UZUPELNIENIA",
                fil="Itatakda pa",
            ),
        ),
    ),
    _defect(
        "placeholder-in-brackets",
        "placeholder-left",
        label(
            "cta",
            say(
                en="Reserve a tool: [link]",
                ru="Забронировать инструмент: [ссылка]",
                zh="预订工具：【链接】",
                pl="Zarezerwuj narzędzie: [link]",
                fil="Mag-reserve ng gamit: [link]",
            ),
        ),
    ),
    _defect(
        "relative-date",
        "relative-date",
        cell(
            "timeline:2",
            "date",
            say(
                en="next week",
                ru="на следующей неделе",
                zh="下周",
                pl="w przyszłym tygodniu",
                fil="sa susunod na linggo",
            ),
        ),
    ),
    _defect(
        "urgency",
        "urgency-wording",
        added(
            "why",
            say(
                en="We must send this ASAP.",
                ru="Отправить надо срочно.",
                zh="必须尽快发出去。",
                pl="Trzeba to wysłać jak najszybciej.",
                fil="Kailangang ipadala ito sa lalong madaling panahon.",
            ),
        ),
    ),
    _defect(
        "heading-from-elsewhere",
        "heading-not-canonical",
        heading(
            "goals",
            say(
                en="Objectives",
                ru="Goals",
                zh="目的",
                pl="Goals",
                fil="Mga mithiin",
            ),
        ),
    ),
    _defect("heading-without-space", "look-alike-heading", words_in("goals", "## ", "##")),
    _defect(
        "heading-with-hidden-sign",
        "look-alike-heading",
        heading(
            "goals",
            say(
                en="Goals\u200b",
                ru="Цели\u200b",
                zh="目标\u200b",
                pl="Cele\u200b",
                fil="Mga layunin\u200b",
            ),
        ),
    ),
    _defect(
        "html-in-the-text",
        "shown-as-written",
        added(
            "why",
            say(
                en="Write back today.<br>We answer.",
                ru="Напишите сегодня.<br>Мы ответим.",
                zh="今天就回信。<br>我们会答复。",
                pl="Napisz dziś.<br>Odpiszemy.",
                fil="Sumagot ngayon.<br>Sasagot kami.",
            ),
        ),
    ),
    _defect("not-touched-for-weeks", "stale-brief", front("updated", "2026-10-01")),
    _defect("budget-does-not-add-up", "budget-mismatch", cell("budget:2", "amount", "450")),
    _defect(
        "waiver-without-reason",
        "waiver-invalid",
        front("lint", "{ignore: [{rule: role-gap, by: rada, until: 2027-01-31}]}"),
    ),
)
