"""The launch checklist leaves out something that every launch needs.

## Why it matters
What is not on the list is what nobody looks at on the last evening.

Nine things are asked of each launch, and a tenth where people are written to one by one. What does
not apply stays on the list with `n/a:` and the reason, so that somebody has thought of it.

## Bad
```brief status=ready
## Readiness ←
- [x] {#audience-research} 12 talks (@lea, 2026-11-10)
- [x] {#segments-built} S1 412 people (@jo, 2026-11-20)
- [x] {#message-tested} five people repeated the promise (@lea, 2026-11-12)
- [x] {#creative-reviewed} read by ruben (@ruben, 2026-11-18)
- [x] {#timeline-approved} date agreed (@mira, 2026-11-16)
- [x] {#support-briefed} desk knows the text (@lea, 2026-11-20)
- [x] {#stop-rule-agreed} D1 and who may stop (@ana, 2026-11-20)
```

```fixed
## Readiness
- [x] {#audience-research} 12 talks (@lea, 2026-11-10)
- [x] {#segments-built} S1 412 people (@jo, 2026-11-20)
- [x] {#message-tested} five people repeated the promise (@lea, 2026-11-12)
- [x] {#creative-reviewed} read by ruben (@ruben, 2026-11-18)
- [x] {#timeline-approved} date agreed (@mira, 2026-11-16)
- [x] {#support-briefed} desk knows the text (@lea, 2026-11-20)
- [x] {#stop-rule-agreed} D1 and who may stop (@ana, 2026-11-20)
- [ ] {#landing-checked} the page behind the link works on an old phone
- [ ] {#tracking-verified} a test sign-up arrives in the report
```

```brief lang=pl
---
id: example
title: Przykład
status: validated ←
lang: pl
---
```

## Good
```brief status=ready lang=ru
## Готовность
- [x] исследование аудитории: двенадцать разговоров (@зоя, 2026-11-10)
- [x] сегменты собраны (@лев, 2026-11-12)
- [x] сообщение проверили на пятерых (@зоя, 2026-11-12)
- [x] макеты посмотрел человек со стороны (@вера, 2026-11-13)
- [x] посадочная страница открывается на старом телефоне (@лев, 2026-11-14)
- [x] счётчик: пробная заявка дошла (@лев, 2026-11-14)
- [x] сроки согласованы (@галина, 2026-11-16)
- [ ] поддержка знает, что и когда уходит
- [ ] стоп-правило согласовано
```

## Near misses
Every ticket may say n/a with a reason, and extra lines are free.

```brief status=ready lang=zh-Hans
## 就绪检查
- [x] 目标人群调研，12 次访谈 (@小雨, 2026-11-10)
- [x] 人群细分名单 (@文浩, 2026-11-12)
- [x] 文案测试，五个人能复述 (@小雨, 2026-11-12)
- [x] 海报素材请外人看过 (@子涵, 2026-11-13)
- [ ] 落地页 n/a：只接电话报名
- [x] 数据追踪，测试线索进了报表 (@文浩, 2026-11-14)
- [x] 排期已批准 (@丽华, 2026-11-16)
- [x] 客服知道发什么、什么时候发 (@美林, 2026-11-18)
- [x] 停止规则说好了 (@美林, 2026-11-18)
- [ ] 订蛋糕
```

## Known misses
An item without a `{#key}` is recognised by its words, and the first of them decides.

## Sources
A checklist before each launch: research, message tests, a look at the design, approved timing, and
for advertisements creative, segments and page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readyroom.meaning.checklist import MEANING, checklist, required_keys
from readyroom.meaning.scaffold import section_scaffold
from readyroom.model.brief import Brief, ItemKind
from readyroom.model.fix import Edit, Fix
from readyroom.model.message import Message, listing, msg, plural, verbatim
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar
from readyroom.model.text import Span

RULE = Rule(severity="··WEE·", pillar=Pillar.SAFETY, presence_of="readiness")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    channels = context.playbook.channels
    held = checklist(brief, channels)
    absent = [key for key in required_keys(brief, channels) if key not in held]
    if not absent:
        return
    yield Finding(
        brief.place("readiness"),
        plural(
            "The checklist leaves out one thing that a launch needs: {keys}.",
            "The checklist leaves out {number} things that a launch needs: {keys}.",
            len(absent),
            keys=listing([verbatim(f"`{key}`") for key in absent]),
        ),
        msg("Add a line for each; if one does not apply, write `n/a:` and why."),
        example=msg("- [ ] {{#{key}}} {what}", key=absent[0], what=MEANING[absent[0]]),
        question=msg("What went wrong at the last launch that nobody had on a list?"),
        fix=_append(brief, absent),
    )


def _append(brief: Brief, absent: Sequence[str]) -> Fix | None:
    """Open lines below the last item of the list or below the heading, else in a new section."""
    template = "".join(f"- [ ] {{{{#{key}}}}} {{{_name(key)}}}\n" for key in absent)
    values = tuple((_name(key), MEANING[key]) for key in absent)
    section = brief.section("readiness")
    if section is None:
        hint = msg("Tick a line with a name and a day.")
        return section_scaffold(brief, "readiness", hint, Message(template, values))
    items = [item for item in brief.items("readiness") if item.kind is ItemKind.LIST]
    last = items[-1].span if items else section.heading.span()
    at = brief.source.line_span(brief.source.position(last.end).line).end
    text = "\n" + template.rstrip("\n") if items else "\n\n" + template
    return Fix(msg("Add the missing lines, unticked"), (Edit(Span(at, at), Message(text, values)),))


def _name(key: str) -> str:
    return key.replace("-", "_")
