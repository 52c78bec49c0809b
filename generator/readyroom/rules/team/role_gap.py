"""A job that every campaign needs has nobody who does it.

## Why it matters
Writing, counting, sending and listening: the job without a name is the one that stays undone.

A fifth says yes or no. One person may hold several roles, but an owner does not approve alone.

## Bad
```brief status=ready
## Team ←

| role | person | does |
| --- | --- | --- |
| content | ana | writes the mails |
| data | jo | reads M1 |
| channel | tomas | sends |
| approver | mira | says yes to date and money |
```

```fixed
## Team

| role | person | does |
| --- | --- | --- |
| content | ana | writes the mails |
| data | jo | reads M1 |
| channel | tomas | sends |
| approver | mira | says yes to date and money |
| feedback | | |
```

```brief lang=pl
---
status: validated
lang: pl
owner: ola
team: {content: ola, data: piotr, channel: marek, feedback: , approver: beata} ←
---
```

```brief lang=zh-Hans
---
status: ready
lang: zh-Hans
owner: 小雨
---
## 团队与节奏

| 角色 | 人 | 做什么 |
| --- | --- | --- |
| 文案、渠道 | 文浩 | 写短信，发短信 |
| 数据 | 子涵 | 出报表 |
| 反馈 | 美林 | 看回复 |
| 审批 | 小雨 | 定日期 | ←
```

## Good
```brief lang=ru
---
status: ready
lang: ru
owner: вера
team: {content: зоя, data: лев, channel: антон, feedback: зоя, approver: галина}
---
```

```brief status=validated lang=fil
## Koponan at ritmo
- Nilalaman at feedback: Liza
- Datos: Jun
- Channel: Dodong
- Tagapag-apruba: Mayumi
```

## Near misses
A job title counts where the next cell says what the person does, and a company with a contact does.

```brief status=ready owner=ana
## Team

| role | person | does |
| --- | --- | --- |
| Copywriter, community | lea | mails, posters, replies |
| Number cruncher | jo | data and reports |
| Distribution | North agency (Tomas) | sends |
| Head of the library | mira | approves date and money |
```

## Known misses
Whether a person has the time for the role is not in the brief.

## Sources
The jobs to assign are writing, analysis, care of the channels and collecting feedback.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.meaning.crew import Duty, duties, named_owners, owner_keys, person_key
from readyroom.meaning.persons import Who, who
from readyroom.meaning.placeholders import is_empty, is_left_open
from readyroom.meaning.scaffold import section_scaffold
from readyroom.model.brief import Brief
from readyroom.model.fix import Edit, Fix
from readyroom.model.message import Message, listing, msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar, Severities
from readyroom.model.text import Span

RULE = Rule(severity="·iWE··", pillar=Pillar.PEOPLE, small_too=False)

_AT_READY = Severities("···E··")
_HINT = msg("One name for each role; one person may have several.")
_ROLES = {
    "content": msg("content"),
    "data": msg("data"),
    "channel": msg("channel"),
    "feedback": msg("feedback"),
    "approver": msg("approver"),
}
_CONTACT = re.compile(r"[(（@:：,，]|\s[-–—]\s")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    found = duties(brief)
    held = {duty.role for duty in found if _is_taken(duty, brief.language)}
    for duty in found:
        if duty.role in _ROLES and duty.role not in held:
            yield _nobody(duty)
    missing = [role for role in _ROLES if role not in {duty.role for duty in found}]
    if missing and (found or not is_left_open(brief, "team")):
        yield Finding(
            brief.place("team"),
            msg(
                "Nobody has these roles: {roles}.",
                roles=listing([_ROLES[role] for role in missing]),
            ),
            msg("Give each role one name; one person may have several."),
            example=msg("| {role} | lea | sees to it every week |", role=_ROLES[missing[0]]),
            question=msg("Who would notice first if this were left undone?"),
            fix=_rows(brief, missing),
        )
    yield from _own_approval(brief, found)


def _is_taken(duty: Duty, code: str) -> bool:
    """One or several people have it; a company does with a contact."""
    if who(duty.person, code) is Who.GROUP:
        return bool(_CONTACT.search(duty.person))
    return not is_empty(duty.person, code)


def _nobody(duty: Duty) -> Finding:
    return Finding(
        duty.span,
        msg("The role “{role}” has no name yet.", role=_ROLES[duty.role]),
        msg("Write the name of one person, or a company with the person who answers there."),
        example=msg("lea"),
        question=msg("Who would notice first if this were left undone?"),
    )


def _own_approval(brief: Brief, found: tuple[Duty, ...]) -> Iterator[Finding]:
    """The owner alone approves: what is being judged and who judges are one."""
    owners = owner_keys(brief)
    approvers = [duty for duty in found if duty.role == "approver" and duty.person]
    if approvers and all(person_key(duty.person) in owners for duty in approvers):
        _, owner = next(named_owners(brief))
        yield Finding(
            approvers[0].span,
            msg("The owner approves their own campaign."),
            msg("Let somebody else say yes to date, text and money."),
            _AT_READY,
            related=(Related(owner, msg("This is the owner.")),),
            example=msg("mira"),
            question=msg("Who can say no to you?"),
        )


def _rows(brief: Brief, missing: list[str]) -> Fix | None:
    """Empty rows for the roles that have none, below the table or in a new section."""
    values = tuple((role, _ROLES[role]) for role in missing)
    rows = [item for item in brief.items("team") if "role" in item.cells]
    if not rows:
        lines = Message("".join(f"| {{{role}}} | | | |\n" for role in missing), values)
        listed = brief.front.get("team") or brief.items("team")
        return None if listed else section_scaffold(brief, "team", _HINT, lines)
    line = brief.source.line_span(brief.source.position(rows[-1].span.end).line)
    written = brief.source.text[line.start : line.end].strip().strip("|")
    before = brief.source.text[line.start : rows[-1].cells["role"].span().start].lstrip(" |")
    left, cells = before.count("|"), written.count("|") + 1
    text = "".join(f"\n|{' |' * left} {{{role}}} |{' |' * (cells - left - 1)}" for role in missing)
    edit = Edit(Span(line.end, line.end), Message(text, values))
    return Fix(msg("Add a row for each role"), (edit,))
