"""Defects in a monthly newsletter without end, which is planned and written without tables."""

from __future__ import annotations

from ..editing import Edit, added, emptied, front, label, line, say, words
from ..variant import Variant


def _defect(name: str, rules: str, *edits: Edit, base: tuple[Edit, ...] = ()) -> Variant:
    return Variant("monthly-tip", name, edits, tuple(rules.split()), base)


DEFECTS = (
    _defect(
        "goal-without-a-number",
        "goal-not-measurable",
        line(
            "G1",
            say(
                en="By 31 March 2027, readers reply to a tip or click on it",
                ru="К 31 марта 2027 года читатели отвечают на совет или переходят по ссылке",
                zh="到2027年3月31日，读者回复或点开窍门",
                pl="Do 31 marca 2027 r. czytelnicy odpisują na poradę albo w nią klikają",
                fil="Pagsapit ng Marso 31, 2027, sumasagot o nagki-click sa tip ang mga mambabasa",
            ),
        ),
    ),
    _defect(
        "goal-vague",
        "goal-not-measurable goal-vague",
        line(
            "G1",
            say(
                en="By 31 March 2027, build trust and grow the community",
                ru="К 31 марта 2027 года укрепить доверие и развивать сообщество",
                zh="到2027年3月31日，增强信任，扩大社群",
                pl="Do 31 marca 2027 r. wzmocnić zaufanie i rozwijać społeczność",
                fil="Pagsapit ng Marso 31, 2027, palakasin ang tiwala at palawakin ang komunidad",
            ),
        ),
    ),
    _defect(
        "audience-everyone",
        "audience-everyone",
        line(
            "S1",
            say(
                en="Everyone; they do not dare to open a device (E1).",
                ru="Все; сами открыть прибор не решаются (E1).",
                zh="所有人；不敢自己拆开电器（E1）。",
                pl="Wszyscy; boją się otworzyć urządzenie (E1).",
                fil="Lahat; takot silang buksan ang gamit (E1).",
            ),
        ),
    ),
    _defect("no-call-to-action", "message-missing", label("cta", None)),
    _defect(
        "channel-without-reason",
        "channel-without-reason",
        emptied(
            "channels",
            say(
                en="- Newsletter\n\nOne channel is enough.",
                ru="- Рассылка\n\nОдного канала достаточно.",
                zh="- 邮件通讯\n\n一个渠道就够了。",
                pl="- Newsletter\n\nJeden kanał wystarczy.",
                fil="- Newsletter\n\nSapat na ang isang channel.",
            ),
        ),
    ),
    _defect(
        "metric-without-target",
        "metric-no-target",
        line(
            "M1",
            say(
                en="readers who reply or click (G1); mail tool, monthly, pia",
                ru="читатели, которые отвечают или переходят (G1); почтовый сервис, раз в"
                " месяц, пия",
                zh="回复或点开的读者（G1）；邮件系统，每月，白雅",
                pl="czytelnicy, którzy odpisują lub klikają (G1); program pocztowy, raz w"
                " miesiącu, pia",
                fil="mga mambabasang sumasagot o nagki-click (G1); mail tool, buwanan, pia",
            ),
        ),
    ),
    _defect(
        "three-people-asked",
        "evidence-missing",
        words(
            "E1",
            say(
                en="9 guests",
                ru="9 гостями",
                zh="访谈9",
                pl="9 gośćmi",
                fil="9 na bisita",
            ),
            say(
                en="3 guests",
                ru="3 гостями",
                zh="访谈3",
                pl="3 gośćmi",
                fil="3 na bisita",
            ),
        ),
    ),
    _defect(
        "feedback-is-a-report",
        "feedback-plan-missing",
        emptied(
            "feedback",
            say(
                en="Monthly report to the director.",
                ru="Ежемесячный отчёт директору.",
                zh="每月向主管汇报数据。",
                pl="Comiesięczny raport dla dyrekcji.",
                fil="Buwanang ulat sa direktor.",
            ),
        ),
    ),
    _defect(
        "risk-is-none",
        "risk-missing",
        emptied(
            "risks",
            say(
                en="None.",
                ru="Нет.",
                zh="无。",
                pl="Brak.",
                fil="Wala.",
            ),
        ),
    ),
    _defect(
        "test-by-the-way",
        "test-no-sample-size",
        added(
            "tactics",
            say(
                en="We A/B test the subject line.",
                ru="Проверим тему письма A/B-тестом.",
                zh="标题做A/B测试。",
                pl="Temat sprawdzimy testem A/B.",
                fil="Mag-A/B test kami ng subject line.",
            ),
        ),
    ),
    _defect(
        "starts-next-week",
        "tactic-not-assigned",
        words(
            "T1",
            say(
                en="from 12 January 2027",
                ru="с 12 января 2027 года",
                zh="2027年1月12日起",
                pl="od 12 stycznia 2027 r.",
                fil="mula Enero 12, 2027",
            ),
            say(
                en="from next week",
                ru="со следующей недели",
                zh="下周起",
                pl="od przyszłego tygodnia",
                fil="mula sa susunod na linggo",
            ),
        ),
    ),
    _defect(
        "in-a-hurry",
        "urgency-wording",
        added(
            "why",
            say(
                en="It has to go out as soon as possible.",
                ru="Выпустить нужно как можно скорее.",
                zh="要尽快发出。",
                pl="Trzeba to wydać jak najszybciej.",
                fil="Kailangan itong ilabas sa lalong madaling panahon.",
            ),
        ),
    ),
    _defect(
        "message-not-decided",
        "placeholder-left",
        words(
            "R1",
            "->",
            say(
                en="-> to be defined,",
                ru="-> будет определено,",
                zh="-> 待完善，",
                pl="-> do określenia,",
                fil="-> pupunan pa,",
            ),
        ),
    ),
    _defect(
        "owned-by-all",
        "owner-missing",
        front(
            "owner",
            say(
                en="everybody",
                ru="команда",
                zh="团队",
                pl="zespół",
                fil="koponan",
            ),
        ),
        base=(
            front(
                "team",
                say(
                    en="{content: pia}",
                    ru="{content: пия}",
                    zh="{content: 白雅}",
                    pl="{content: pia}",
                    fil="{content: pia}",
                ),
            ),
        ),
    ),
)
