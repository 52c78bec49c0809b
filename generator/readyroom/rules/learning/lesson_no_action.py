"""A lesson is written down, and nobody will do anything with it.

## Why it matters
What a team learned is lost unless somebody turns it into a habit, a stop or a change by a set day.

Keeping what worked is a lesson as well. A date will do, and so does the brief that uses it next.

## Bad
```brief status=done
## Retrospective
- **L1** Email is important. ←
- **L2** Ask for replies in the first letter; jo ←
```

```brief status=done lang=zh-Hans
## 复盘
| 编号 | 教训 | 做、停或改 | 负责人 | 从何时起 |
| --- | --- | --- | --- | --- |
| L1 | 晚间推送只换来关闭通知 | 停：20:00 以后不发 | | 2026-10-13 | ←
| L2 | 电话问得出原因 | | 文浩 | 以后 | ←
```

```brief status=done lang=pl
## Retrospektywa
| id | lekcja | działanie | kto | od kiedy |
| --- | --- | --- | --- | --- |
| L1 | Pytanie działa lepiej niż zniżka | robić dalej | kasia | wkrótce | ←
```

## Good
```brief status=done lang=ru
## Ретроспектива
| id | урок | действие | кто | когда |
| --- | --- | --- | --- | --- |
| L1 | Вопрос работает лучше скидки | делать: вопрос в первом письме | Вера | с 2027-01-11 |
| L2 | Ночные SMS злят | прекратить | Лев | spring-2 |
```

```brief status=done lang=fil
## Pagbabalik-tanaw
- **L1** Itigil ang text pagkalipas ng 8 pm; Ana; mula 2027-01-11
- **L2** Tumawag muna bago sumulat (@jun, spring-2)
```

## Near misses
A plain fact may be worth keeping, and lessons are not asked for while the work goes on.

```brief status=done
## Retrospective
- **L1** Fact: most people answer on Sunday evening.
```

```brief status=live
## Retrospective
- **L1** Letters by hand get answers.
```

## Known misses
In a list, any short part between semicolons or brackets passes as a person.

## Sources
Improvement means more than mending errors; it also keeps what worked and makes it bigger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.languages import language
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Brief, Item
from readyroom.model.message import listing, msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar
from readyroom.model.text import Passage

RULE = Rule(severity="·····W", pillar=Pillar.LEARNING)

_PARTS = re.compile(r"[;；|()（）\n]|\s[-–—]\s")
_SHORT = re.compile(r"@?[^\W\d_]\S*(?: [^\W\d_]\S*){0,2}")
_BRIEF = re.compile(r"(?<![\w-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w-])")
_GAPS = {
    "action": msg("what will be done"),
    "owner": msg("who sees to it"),
    "from": msg("from when"),
}


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    people = _people(brief)
    for item in brief.items("retro"):
        if not (item.id.startswith("L") or item.cell("lesson")) or _is_fact(item, context):
            continue
        told = {
            "action": _has_action(item, brief, context),
            "owner": _has_owner(item, brief, people) or _in_charge(item, context),
            "from": _has_start(item, context),
        }
        if gaps := [name for name, is_told in told.items() if not is_told]:
            yield _finding(item, gaps, people)


def _finding(item: Item, gaps: list[str], people: list[str]) -> Finding:
    return Finding(
        item.place(*gaps),
        msg("This lesson does not say: {gaps}.", gaps=listing([_GAPS[name] for name in gaps])),
        msg("Add that in a few words. A plain observation may be marked as a fact instead."),
        example=msg(
            "**{id}** Ask a question in the first letter; {name}; from 2027-01-11",
            id=item.id or "L1",
            name=people[0] if people else "ana",
        ),
        question=msg("Who will do what differently on the next ordinary working day?"),
    )


def _people(brief: Brief) -> list[str]:
    """Everybody whom the brief names in its front matter or its team table."""
    team = brief.front.get("team")
    roles = team.value.values() if team and isinstance(team.value, dict) else ()
    named = [brief.front.text("owner"), *(node.text for role in roles for node in role.nodes)]
    named += [item.cells["person"].text for item in brief.items("team") if "person" in item.cells]
    return [name for name in dict.fromkeys(named) if name]


def _is_fact(item: Item, context: Context) -> bool:
    """Whether it is marked as a fact, in its action cell or at its beginning."""
    begun = (item.cell("action") or item.passage).text.removeprefix(item.id)[:12]
    return context.cell("lesson_action", begun) == "fact"


def _has_action(item: Item, brief: Brief, context: Context) -> bool:
    """A line that names owner or start is taken to say what they do."""
    if "action" in item.cells:
        return not is_blank(item.cells["action"].text, brief.language)
    if context.cell("lesson_action", item.text):
        return True
    return not item.cells and (_has_owner(item, brief, []) or _has_start(item, context))


def _has_owner(item: Item, brief: Brief, people: list[str]) -> bool:
    if "owner" in item.cells:
        return not is_blank(item.cells["owner"].text, brief.language)
    if item.cells:
        return False
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", item.text) for name in people):
        return True
    own, english = language(brief.language), language("en")
    labels = {*own.labels["owner"], *english.labels["owner"]}
    return any(f"{label}{colon}" in item.text for label in labels for colon in ":：") or any(
        _SHORT.fullmatch(part) and not re.search(r"\d", part) for part in _asides(item.text)
    )


def _in_charge(item: Item, context: Context) -> bool:
    """Whether a line says in so many words that somebody is responsible."""
    return not item.cells and item.text in context.words("in_charge")


def _asides(text: str) -> list[str]:
    """What stands behind the lesson itself, divided by semicolons, brackets, dashes or commas."""
    return [part.strip() for aside in _PARTS.split(text)[1:] for part in re.split("[,，、]", aside)]


def _has_start(item: Item, context: Context) -> bool:
    where = item.cells.get("from") or item.passage
    return any(mention.last for mention in where.dates) or _names_brief(where, context)


def _names_brief(where: Passage, context: Context) -> bool:
    """A brief of the playbook, or what can hardly be another word: a slug with a number in it or
    alone."""
    alone = {where.text, *_asides(where.text)}
    return any(
        name in context.playbook.by_id or re.search(r"\d", name) or name in alone
        for name in _BRIEF.findall(where.text)
    )
