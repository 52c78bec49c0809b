"""A decision was taken before the agreed amount of data was in.

## Why it matters
A decision that does not wait for the agreed amount is a guess with numbers in it.

You had written down how much would convince you. Whoever changes the text at the first quiet day
never learns whether it would have worked.

## Bad
```brief status=live
## Data thresholds
- **D1** change the image or keep it: M1, 1,000 impressions or 2026-12-14, jo

## Log
- 2026-11-20 decision D1: swapped the image, 140 impressions ←
- 2026-11-21 paused the second image at 310 impressions ←
```

```brief status=live lang=ru
## Пороги данных
| id | решение | метрика | сколько ждём | не позднее |
| --- | --- | --- | --- | --- |
| D1 | менять ли текст | M3 | 1 000 показов | 2026-12-14 |

## Журнал
| дата | тип | id | наблюдали | что сделали | кто |
| --- | --- | --- | --- | --- | --- |
| 2026-11-20 | решение | D1 | 640 показов, 3 клика | поменяли текст | lev | ←
| 2026-11-21 | решение | D1 | кликов мало | вернули старый текст | lev | ←
```

## Good
```brief status=live
## Data thresholds
- **D1** change the image or keep it: M1, 1,000 impressions or 2026-12-14, jo

## Log
- 2026-11-20 kept the image, 1,240 impressions, CTR 1.1% (rule D1)
```

```brief status=done lang=zh-Hans
## 数据阈值
| 编号 | 决定 | 指标 | 等到 | 不晚于 |
| --- | --- | --- | --- | --- |
| D1 | 是否放量 | M1 | 200 条送达 | 2026-11-18 |
| D2 | 是否继续打电话 | M2 | 60 人接通 | 2026-11-20 |

## 日志
| 日期 | 类型 | 编号 | 观察到 | 我们做了什么 | 谁 |
| --- | --- | --- | --- | --- | --- |
| 2026-11-16 | 读数 | D1 | 96 条送达 | 只记录 | wenhao |
| 2026-11-17 | 决定 | D1 | 212 条送达，约课 15 人 | 放量 | meilin |
| 2026-11-20 | 决定 | D2 | 41 人接通 | 换老师来打 | wenhao |
```

## Near misses
Whoever stops for safety or by the stop rule need not wait, a decision about something else may name
the threshold, and days count from the launch.

```brief status=live launch=2026-11-02 lang=pl
## Progi danych
| id | decyzja | miernik | na co czekamy | najpóźniej |
| --- | --- | --- | --- | --- |
| D1 | czy pisać dalej | M1 | 100 osób | 2026-12-14 |
| D2 | czy zostaje stoisko | M2 | 14 dni | 2026-12-14 |

## Dziennik
| data | typ | id | zaobserwowano | co zrobiliśmy | kto |
| --- | --- | --- | --- | --- | --- |
| 2026-11-10 | decyzja | D1 | 20 osób, 4 skargi | reguła stopu: wysyłka wstrzymana | ola |
| 2026-11-12 | decyzja | T3 | ferie | start T3 przesunięty, po D1 | ola |
| 2026-11-17 | decyzja | D2 | kolejka co rano | stoisko zostaje | ola |
```

```brief status=live
## Data thresholds
| id | decision | metric | wait for | latest | if above | if below |
| --- | --- | --- | --- | --- | --- | --- |
| D1 | texts to all | M1 | 40 texts | 2026-12-14 | T2 | T3 |

## Log
| date | type | id | observed | what we did | who |
| --- | --- | --- | --- | --- | --- |
| 2026-11-19 | reading | D1 | 22 texts, 5 calls | started T2 | per | ←
```

```brief status=live lang=fil
## Hangganan ng datos
- **D1** palitan ang larawan: M1, 40 sagot, hanggang 2026-12-14

## Talaan
- 2026-11-20 D1: 12 sagot sa ngayon, naghintay
```

## Known misses
A change of message, audience or tactics that nobody wrote into the log is not seen.

## Sources
Decisions before the data is in are guesses; let data decide on content, time and channel.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from readyroom.meaning.journal import logged
from readyroom.meaning.waiting import (
    amounts,
    decisions,
    has_come,
    latest_day,
    same_kind,
    written,
)
from readyroom.model.brief import Brief, Item
from readyroom.model.citations import cited
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Level, Pillar

RULE = Rule(severity="····EE", gate=Level.LIVE, pillar=Pillar.EVIDENCE)


def applies(brief: Brief, context: Context) -> bool:
    return bool(decisions(brief) and logged(brief))


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    rules = {row.id: row for row in decisions(brief) if row.id and amounts(row)}
    for day, entry in logged(brief):
        if (brief.launch and day < brief.launch) or not _is_decision(entry, rules, context):
            continue  # before the launch the rules are made, not used
        for rule in _ruled_by(entry, rules):
            latest = latest_day(rule)
            in_time = latest is not None and day >= latest
            if not (in_time or has_come(rule, entry, day, brief.launch)):
                yield _early(day, entry, rule)


def _is_decision(entry: Item, rules: dict[str, Item], context: Context) -> bool:
    """Whether something was done; readings, feedback and stops need not wait for data, unless what
    the threshold leads to was done with them."""
    if entry.text in context.words("safety_stop"):
        return False
    if not entry.passage.quantities and entry.text in context.words("number_word"):
        return False  # "a thousand views" may well be enough
    did = entry.cell("did")
    if (did or entry.passage).text in context.words("still_waiting"):
        return False
    kind = entry.cell("type")
    meant = context.cell("log_type", (kind or entry.passage).text)
    acts = did and not _led_to(entry, rules).isdisjoint(cited(did.text, "T"))
    return meant in ("decision", "") or bool(acts)


def _led_to(entry: Item, rules: dict[str, Item]) -> frozenset[str]:
    """The tactics that stand behind "if above" and "if below" in the thresholds it names."""
    then = (
        cell.text
        for rule in _ruled_by(entry, rules)
        for cell in (rule.cell("above"), rule.cell("below"))
        if cell
    )
    return frozenset(cited(" ".join(then), "T"))


def _ruled_by(entry: Item, rules: dict[str, Item]) -> list[Item]:
    """The thresholds that a decision names; where it names nothing, one that counts the same."""
    where = entry.cell("id") or entry.passage
    named = [rules[name] for name in cited(where.text, "D") if name in rules]
    if named or cited(where.text, "GMSAEDTRL"):
        return named
    alike = (rule for rule in rules.values() if same_kind(rule, entry))
    return list(islice(alike, 1))


def _early(day: date, entry: Item, rule: Item) -> Finding:
    seen = same_kind(rule, entry)
    wanted = written(rule, amounts(rule)[0])
    where = entry.cell("observed") or entry.passage
    return Finding(
        where.span(seen.start, seen.end) if seen else entry.place("observed"),
        msg("{rule} waits for {wanted}, and this was decided earlier.", rule=rule.id, wanted=wanted)
        if seen
        else msg("{rule} waits for {wanted}, and that is not shown.", rule=rule.id, wanted=wanted),
        help=msg(
            "Write how much had come in. If you had to stop for safety or by law, write that; "
            "otherwise go back to what was agreed and wait."
        ),
        example=msg(
            "| {day} | decision | {rule} | {wanted} | kept it | jo |",
            day=day,
            rule=rule.id,
            wanted=wanted,
        ),
        question=msg("What made you decide before the number was in?"),
        related=(Related(rule.span, msg("This is what was agreed.")),),
    )
