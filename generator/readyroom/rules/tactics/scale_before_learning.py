"""Much of the money is spent before the first result can be read.

## Why it matters
Money that is gone before the first threshold is read cannot follow what you learn from it.

Up to a third is a fair price for learning. What has to be paid early whatever happens (a deposit,
a licence) is marked as fixed.

## Bad
```brief status=ready
## Data thresholds
| id | decision | metric | wait for | latest |
| --- | --- | --- | --- | --- |
| D1 | go on with ads | M1 | 1,000 impressions | 2026-12-14 |

## Budget
| item | amount | currency | when | type |
| --- | --- | --- | --- | --- |
| ads, first week | 8,000 | EUR | 2026-12-01 | scale | ←
| ads, later | 2,000 | EUR | 2026-12-15 | scale |
```

```brief status=ready lang=ru
## Пороги данных
- **D1** 40 человек или не позднее 2027-02-05, решает Вера

## Бюджет
- Печать: 15 000 ₽, 2027-01-18
- Реклама: 30 000 ₽, 2027-01-25 ←
- Остальное: 15 000 ₽, 2027-02-15
```

## Good
```brief status=ready
## Data thresholds
| id | decision | metric | wait for | latest |
| --- | --- | --- | --- | --- |
| D1 | go on with ads | M1 | 1,000 impressions | 2026-12-14 |

## Budget
| item | amount | currency | when | type |
| --- | --- | --- | --- | --- |
| ads, first week | 900 | EUR | 2026-12-01 | test |
| ads, after D1 | 9,100 | EUR | 2026-12-15 | scale |
```

```brief status=ready lang=pl
## Progi danych
| id | decyzja | miernik | na co czekamy | najpóźniej |
| --- | --- | --- | --- | --- |
| D1 | czy drukować dalej | M1 | 40 osób | 2027-02-12 |

## Taktyki
| id | taktyka | typ | cel | start | koszt |
| --- | --- | --- | --- | --- | --- |
| T1 | list do 40 osób | test | G1 | 2027-01-19 | 900 PLN |
| T2 | list do reszty | skala | G1 | 2027-02-16 | 4 100 PLN |
```

## Near misses
Deposits are fixed, and a sum that contains the others counts once.

```brief status=ready lang=zh-Hans
## 数据阈值
| 编号 | 决定 | 指标 | 等到 | 不晚于 |
| --- | --- | --- | --- | --- |
| D1 | 是否放量 | M1 | 100 人 | 2027-02-12 |

## 预算
| 项目 | 金额 | 币种 | 时间 | 类型 |
| --- | --- | --- | --- | --- |
| 场地定金 | 9,000 | CNY | 2027-01-05 | 固定 |
| 第一批短信 | 2,000 | CNY | 2027-01-20 | 测试 |
| 合计 | 20,000 | CNY | 2027-01-05 | |
```

## Known misses
Money without a day, or for a time that goes on beyond the threshold, is not counted.

## Sources
Put the money into the people who pass it on, not millions into early ads; early action wastes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from readyroom.meaning.tactics import tactics
from readyroom.model.brief import Brief, Item
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar
from readyroom.model.text import Passage
from readyroom.model.values import UnitClass


@dataclass(frozen=True, slots=True)
class Options:
    """The most, in percent of the budget, that may be spent before the first result."""

    most_percent: int = 30


RULE = Rule(severity="··WEE·", pillar=Pillar.PEOPLE, small_too=False, options=Options)

_NOT_COUNTED = ("fixed", "reserve", "total", "enable", "later")


class _Cost(NamedTuple):
    """Money that leaves by a day, and where it stands."""

    amount: float
    day: date
    where: Passage


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """One finding at the cost with which the share is exceeded."""
    first = min(_readings(brief), key=lambda reading: reading[0], default=None)
    whole = _budget(brief, context)
    if not first or not whole:
        return
    day, threshold = first
    early = sorted((cost for cost in _costs(brief, context) if cost.day < day), key=lambda c: c.day)
    spent = 0.0
    for cost in early:
        spent += cost.amount
        if spent / whole * 100 > context.options.most_percent:
            yield _too_early(cost, threshold, sum(c.amount for c in early) / whole * 100, day)
            return


def _too_early(cost: _Cost, threshold: Passage, share: float, day: date) -> Finding:
    return Finding(
        cost.where.span(),
        msg("{share}% of the budget is spent before anything is read.", share=round(share)),
        msg("Spend less until the threshold is read, or mark what must be paid early as fixed."),
        example=msg("| first batch | 900 | EUR | {day} | test |", day=day + timedelta(days=1)),
        question=msg("What would you still be able to change on {day}?", day=day),
        related=(Related(threshold.span(), msg("This is read first.")),),
    )


def _readings(brief: Brief) -> Iterator[tuple[date, Passage]]:
    """The day by which each threshold is read at the latest."""
    for row in brief.items("thresholds"):
        where = row.cells.get("latest") or row.passage
        last = max((mention.last for mention in where.dates if mention.last), default=None)
        if last:
            yield last, where


def _budget(brief: Brief, context: Context) -> float:
    """The whole budget: of the front matter, else the row that sums the others, else their sum."""
    stated = brief.front.get("budget")
    amount = stated.get("amount") if stated else None
    if amount and isinstance(amount.value, (int, float)):
        return float(amount.value)
    rows = [(_money(row, "amount"), _type(row, context)) for row in brief.items("budget")]
    totals = [found for found, kind in rows if kind == "total"]
    costs = (_money(tactic, "cost") for tactic in tactics(brief))
    return max(totals, default=0) or sum(found for found, _ in rows) or sum(costs)


def _costs(brief: Brief, context: Context) -> Iterator[_Cost]:
    """What is spent by which day: the rows of the budget, else what the tactics cost."""
    rows = [row for row in brief.items("budget") if _money(row, "amount")]
    for row in rows or tactics(brief):
        amount, when = ("amount", "when") if rows else ("cost", "start")
        days = (row.cells.get(when) or row.passage).dates
        last = max((mention.last for mention in days if mention.last), default=None)
        if last and (money := _money(row, amount)) and _type(row, context) not in _NOT_COUNTED:
            yield _Cost(money, last, row.cells.get(amount) or row.passage)


def _money(row: Item, column: str) -> float:
    """The amount in a cell; in a line only a number with a currency counts."""
    cell = row.cells.get(column)
    for quantity in (cell or row.passage).quantities:
        if quantity.unit_class is UnitClass.MONEY or (cell and not quantity.days):
            return quantity.high
    return 0.0


def _type(row: Item, context: Context) -> str:
    """Test, scale, fixed …; without a column for it the line and its first words tell."""
    where = (row.cells.get("type") or row.passage).text
    first = (row.cells.get("item") or row.passage).text
    kinds = (context.cell("budget_type", where), context.cell("tactic_type", where))
    total = context.cell("budget_type", first) == "total"
    return "total" if total else next((kind for kind in kinds if kind), "")
