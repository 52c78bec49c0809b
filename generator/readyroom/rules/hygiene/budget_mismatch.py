"""The money does not add up: no total, other rows than the total, or two currencies without a rate.

## Why it matters
Whoever approves a budget approves one number, and the work is planned with the rows below it.

## Bad
```brief
---
id: example
title: Example brief
status: ready
lang: en
budget: {amount: 1000, currency: EUR} ←
---
## Budget
| item | amount | currency |
| --- | --- | --- |
| Cards and stamps | 400 | EUR |
| Travel | 300 | EUR |
```

```brief status=validated lang=ru budget={"amount":33000,"currency":"RUB"}
## Бюджет
- Полки: 9 тыс. руб.
- Письма: 24 000 руб.
- Итого: 36 000 руб. ←
```

```brief status=validated lang=pl
## Budżet ←
Zapłaci szkoła.
```

```brief status=live lang=zh-Hans budget={"amount":15000,"currency":"CNY"}
## 战术动作
| 编号 | 动作 | 成本 |
| --- | --- | --- |
| T1 | 打电话 | 1.8万 | ←

## 预算
| 项目 | 金额 | 币种 |
| --- | --- | --- |
| 短信 | 14,000 | CNY |
| 海外域名 | 1,000 | USD | ←
```

## Good
```brief status=ready lang=fil budget={"amount":16000,"currency":"PHP"}
## Badyet
| item | halaga | salapi |
| --- | --- | --- |
| Text | ₱2,500–3,500 | PHP |
| Meryenda (20 tao) | 11,000 | PHP |
| Reserba | 2,000 | PHP |
| Kabuuan | 16,000 | PHP |
```

## Near misses
With a rate and its day, two currencies are fine; a share cannot be added up.

```brief status=ready lang=pl budget={"amount":1000,"currency":"PLN"}
## Budżet
| pozycja | kwota | waluta |
| --- | --- | --- |
| Domena | 100 | EUR |

Kurs z 2026-11-02: 1 EUR = 4,30 PLN.
```

```brief status=ready budget={"amount":1000,"currency":"EUR"}
## Budget
- Cards: 600 EUR
- Reserve: 40%
```

## Known misses
Amounts in two currencies are not added up; nor are prices per day or per person.

## Sources
People, money and means are shared out by the plan; the budget is the first thing lost without one.
"""

from __future__ import annotations

from collections.abc import Iterator

from readyroom.meaning.budget import Budget, has_rate, read_budget
from readyroom.meaning.money import Money, amount_of_cell, digits, total
from readyroom.model.brief import Brief, Node
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar, Severities

RULE = Rule(severity="·iWEEE", pillar=Pillar.PEOPLE)

_FROM_VALIDATED = Severities("··WEEE")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    node = brief.front.get("budget")
    amount, currency = (node.get("amount"), node.get("currency")) if node else (None, None)
    yield from _gap(brief, node)
    budget = read_budget(brief, currency.text if currency else "")
    main = currency.text if currency else next((row.currency for row in budget.rows), "")
    planned = _planned(amount, main) or budget.total
    if foreign := [row for row in budget.rows if row.currency not in (main, "")]:
        wrong = [] if has_rate(brief) else [_no_rate(brief, foreign[0], main)]
    else:
        wrong = list(_mismatch(budget, planned, main)) if planned else []
    yield from wrong
    if planned and (foreign or not wrong):
        yield from _too_dear(brief, planned, main)


def _gap(brief: Brief, node: Node | None) -> Iterator[Finding]:
    """An amount or a currency that is missing; what is no number is another rule's business."""
    amount, currency = (node.get("amount"), node.get("currency")) if node else (None, None)
    if node is None or (currency and not amount):
        message = msg("The front matter does not say how much money there is.")
    elif amount and amount.value and not currency:
        message = msg("The budget has a number and no currency.")
    else:
        return
    yield Finding(
        node.span if node else brief.place("budget"),
        message,
        msg("Write the whole amount and its currency, 0 if no money is spent."),
        _FROM_VALIDATED,
        example=msg("budget: {{amount: 1200, currency: EUR}}"),
        question=msg("Who pays, and which number did they agree to?"),
    )


def _no_rate(brief: Brief, row: Money, main: str) -> Finding:
    return Finding(
        row.span,
        msg("This row is in {other} and the budget in {main}.", other=row.currency, main=main),
        msg("Write the amount in {main}, or add the rate and its day below the table.", main=main),
        example=msg("{day}: 1 EUR = 4.30 PLN", day=brief.created or "2026-11-02"),
        question=msg("At which rate will it be paid?"),
    )


def _planned(amount: Node | None, main: str) -> Money | None:
    value = amount.value if amount else None
    if amount is None or isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return Money(value, value, main, amount.span)


def _mismatch(budget: Budget, planned: Money, main: str) -> Iterator[Finding]:
    """The total that its rows do not add up to."""
    added = total(budget.rows, main)
    for stated in (planned, budget.total) if budget.rows else ():
        if stated and not _agree(budget, added, stated.high):
            yield Finding(
                stated.span,
                msg("The rows add up to {sum}, and the total is {total}.", sum=added, total=stated),
                msg("Correct the total or a row, or add the row that is missing, like a reserve."),
                example=msg(
                    "budget: {{amount: {sum}, currency: {main}}}",
                    sum=digits(added.high),
                    main=main or "EUR",
                ),
                question=msg("Which number did the person who pays agree to?"),
                related=(Related(budget.rows[0].span, msg("The first of the rows.")),),
            )
            return


def _agree(budget: Budget, added: Money, stated: float) -> bool:
    if not budget.complete:  # a row that cannot be read may be worth anything
        return added.low <= stated * 1.01
    # A row that is worth as much as all others together may be the total, whatever it is called.
    twice = any(row.fits(stated) and 2 * row.high == added.high for row in budget.rows[2:])
    return twice or added.fits(stated)


def _too_dear(brief: Brief, planned: Money, main: str) -> Iterator[Finding]:
    """Tactics that cost more than there is."""
    cells = [item.cells["cost"] for item in brief.items("tactics") if "cost" in item.cells]
    costs = [cost for text in cells if (cost := amount_of_cell(text, main))]
    added = total([cost for cost in costs if cost.currency == main], main)
    if added.low > planned.high * 1.01:
        dearest = max(costs, key=lambda cost: cost.low)
        left = max(planned.high - added.low + dearest.low, 0)
        yield Finding(
            dearest.span,
            msg("The tactics cost {sum}, and the budget is {total}.", sum=added, total=planned),
            msg("Drop or shrink a tactic, or ask for more money before it is spent."),
            example=msg("{left} {main}", left=digits(left), main=main),
            question=msg("Which tactic would you drop first?"),
            related=(Related(planned.span, msg("The budget.")),),
        )
