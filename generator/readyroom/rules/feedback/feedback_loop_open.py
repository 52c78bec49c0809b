"""What people said has come in, and nothing shows that anybody did something with it.

## Why it matters
Feedback that is collected and never answered teaches people to stop giving it.

While a campaign runs, a line in the log for each reading shows that somebody looked. When it is
over, every source gets its answer: used, or not used and why.

## Bad
```brief
---
status: live
launch: 2026-10-12
---
## Feedback plan
- Lea reads the replies every Friday: what nearly stopped you?

## Log ←
```

```brief lang=pl
---
status: live
lang: pl
launch: 2026-09-07
---
## Plan informacji zwrotnej
- Ola czyta odpowiedzi na list w piątki: co u Ciebie inaczej?

## Dziennik
- 2026-09-18: 11 odpowiedzi, 7 o cenie → dopisane na górze listu
- 2026-10-02: 4 odpowiedzi, zostawiamy bez zmian ←
```

```brief status=done lang=zh-Hans
## 反馈计划

| 来源 | 问题 | 谁 | 频率 | 处理结果 |
| --- | --- | --- | --- | --- |
| 短信回复 | 最难的是什么？ | 小雨 | 每周 | 已采用：改了第一句 |
| 前台意见本 | 他们说了什么？ | 美林 | 每周 | 收齐了，还没有人看 | ←

## 日志
- 2026-10-09：6 条回复，改了第一句
```

## Good
```brief lang=ru
---
status: live
lang: ru
launch: 2026-10-12
---
## План обратной связи
- Зоя читает ответы по пятницам: что помешало прийти?

## Журнал
- 2026-11-13: 11 ответов, 7 о цене → цена теперь в первой строке
```

```brief status=done
## Feedback plan
- Lea reads the replies every Friday: what nearly stopped you?

## Log
| date | type | id | observed | what we did | who |
| --- | --- | --- | --- | --- | --- |
| 2026-10-09 | feedback | S1 | 9 replies, five about parking | a map in mail 2 | lea |
```

## Near misses
A brief on hold has stopped its clock, and a campaign that began last week has nothing to tell yet.

```brief lang=fil
---
status: live
lang: fil
launch: 2026-08-03
hold: {since: 2026-08-20, reason: sarado ang aklatan}
---
## Plano sa feedback
- Binabasa ni Ana ang mga sagot tuwing Biyernes
```

```brief
---
status: live
launch: 2026-11-16
---
## Feedback plan
- Lea reads the replies every Friday: what nearly stopped you?
```

## Known misses
It counts lines, not thoughts. A rhythm in days counts as a week, because nobody writes daily notes.

## Sources
A strategy is adjusted on feedback: learn from each signal and say what came of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from readyroom.meaning.fillers import fillers
from readyroom.meaning.journal import is_feedback, logged
from readyroom.meaning.listening import feedback_rows, rhythm_days
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Brief, Item
from readyroom.model.message import Message, msg, plural
from readyroom.model.pauses import on_hold
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar, Status
from readyroom.model.text import Span

RULE = Rule(severity="····WW", pillar=Pillar.MEASURES, requires=("feedback-plan-missing",))


def applies(brief: Brief, context: Context) -> bool:
    """Before the launch there is nothing to answer, and a brief on hold has stopped its clock."""
    return brief.status >= Status.LIVE and not on_hold(brief, context.today)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    told = [(day, row) for day, row in logged(brief) if day <= context.today]
    if brief.status is Status.LIVE:
        yield from _silent(brief, told, context)
    elif not told:
        yield _finding(brief, brief.place("log", "feedback"), msg("The log has no entry."))
    else:
        yield from _unanswered(brief, [row for _, row in told], context)


def _silent(brief: Brief, told: list[tuple[date, Item]], context: Context) -> Iterator[Finding]:
    """Nothing was written down for more than twice the shortest rhythm of the plan."""
    last = max(told, key=lambda entry: entry[0], default=None)
    since = max((day for day in (brief.launch, last and last[0]) if day), default=None)
    until = min(context.today, brief.ends or context.today)
    rhythm = min(rhythm_days(row, brief.language) for row in feedback_rows(brief))
    if since is None or until - since <= timedelta(days=2 * rhythm):
        return
    yield _finding(
        brief,
        last[1].span if last else brief.place("log", "feedback"),
        plural(
            "Nothing was written down for one day.",
            "Nothing was written down for {number} days.",
            (until - since).days,
        ),
    )


def _unanswered(brief: Brief, told: list[Item], context: Context) -> Iterator[Finding]:
    """Rows whose "answered" cell says nothing, or without that column all of them together."""
    rows = [row for row in feedback_rows(brief) if "answered" in row.cells]
    for row in rows:
        cell = row.cells["answered"]
        if _is_open(cell.text, brief, context):
            yield _finding(brief, cell.span(), msg("Nobody has said what came of this."))
    if not rows and not any(is_feedback(row, brief.language) for row in told):
        yield _finding(
            brief,
            brief.place("log"),
            msg("The log does not say what came of the feedback."),
            (Related(brief.place("feedback"), msg("This is what you wanted to listen to.")),),
        )


def _is_open(text: str, brief: Brief, context: Context) -> bool:
    if context.cell("answered", text) or fillers(text, brief.language):
        return False
    return is_blank(text, brief.language) or text in context.words("unanswered")


def _finding(
    brief: Brief, span: Span, message: Message, related: tuple[Related, ...] = ()
) -> Finding:
    return Finding(
        span,
        message,
        msg("Read what has come in and write one line about what you did with it."),
        related=related,
        example=msg("2026-11-20: 11 replies, 7 about parking -> a map in mail 2")
        if brief.status is Status.LIVE
        else msg("used: the price now stands in the first line"),
        question=msg("What did people say that you had not expected?"),
    )
