"""The brief says it is ready, and its checklist says it is not.

## Why it matters
The checklist is the last place where a broken form or a missing way out costs nothing. One open
item is reason enough to wait. A tick also needs a name and a day, so that somebody can be asked
what was seen.

## Bad
```brief status=ready
## Readiness
- [x] {#landing-checked} form opens on an old phone (@jo, 2026-11-18)
- [ ] {#tracking-verified} a test lead arrives in the report ←
- [x] {#support-briefed} helpers have the text and the dates ←
```

```brief status=live lang=zh-Hans
## 就绪检查
- [ ] 落地页在旧手机上打得开 ←
- ⏳ {#stop-rule-agreed} 停止规则还没定 ←
```

```brief status=ready lang=fil
## Kahandaan
- ✅ {#message-tested} limang tao ang nakaulit ng pangako ←
```

## Good
```brief status=ready lang=ru
## Готовность
- [x] {#tracking-verified} десять пробных кликов дали десять строк (@lev, 2026-11-18)
- [x] {#audience-research} двенадцать разговоров (Зоя, 10.11.2026)
```

```brief status=ready lang=pl
## Gotowość
- [ ] {#landing-checked} nie dotyczy: zapisy są tylko przez telefon
- [x] {#support-briefed} recepcja zna termin (@ola, 2026-11-19)
```

## Near misses
Items that no launch asks for are free, and other lists are ordinary to-dos.

```brief status=ready
## Readiness
- [ ] bring cake
- [ ] {#cake-ordered} bring more cake
- [x] {#segments-built} S1 holds 412 people (@jo, 2026-11-20)

## Tactics
- [ ] print the landing page for the wall
```

```brief status=validated
## Readiness
- [ ] {#tracking-verified} a test lead arrives in the report
```

## Known misses
It cannot know whether a tick was set in good faith.

## Sources
If even one part is missing, wait and close the gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readyroom.meaning.checklist import checklist, reason_for_skipping
from readyroom.model.brief import Brief, Item, ItemKind
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar, Severities

RULE = Rule(severity="···EE·", core=True, pillar=Pillar.SAFETY)

_MILD = Severities("···WW·")
_EMOJI = re.compile(r"[✅☑✔🆗⏳⌛❌✖✗🔲🔳⬜⬛🚧🟢🟡🟠🔴🕒]\ufe0f?")
_FINISHED = frozenset("✅☑✔🆗🟢")
_HANDLE = re.compile(r"@\w")
_TRACE = re.compile(r"[(（][^()（）]*[)）]")
_NAME = re.compile(r"[^\W\d_]{2,}")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    required = checklist(brief, context.playbook.channels)
    for key, item in required.items():
        emoji = _emoji(item)
        if item.done:
            if not _has_trace(item):
                yield _without_trace(key, item)
        elif emoji not in _FINISHED and not reason_for_skipping(item, brief.language):
            yield Finding(
                item.span,
                msg("The launch needs `{key}`, and it is still open.", key=key),
                msg(
                    "Do it, then tick it with a name and a day: "
                    "`- [x] {{#{key}}} what was seen (@jo, 2026-12-01)`. "
                    "If it does not apply, write `n/a:` and why.",
                    key=key,
                ),
            )
    for item in brief.items("readiness"):
        if item.kind is ItemKind.LIST and item.done is None and _emoji(item):
            yield _picture(item)


def _emoji(item: Item) -> str:
    match = _EMOJI.match(item.text)
    return match[0][0] if match else ""


def _has_trace(item: Item) -> bool:
    """Somebody's name and a day: "(@ana, 2026-12-01)", "(Лена, 01.12.2026)"."""
    days = item.passage.dates
    if not days:
        return False
    if _HANDLE.search(item.text):
        return True
    return any(
        _NAME.search(item.text[bracket.start() : day.start] + item.text[day.end : bracket.end()])
        for bracket in _TRACE.finditer(item.text)
        for day in days
        if bracket.start() < day.start < bracket.end()
    )


def _without_trace(key: str, item: Item) -> Finding:
    return Finding(
        item.span,
        msg("`{key}` is ticked, but not by whom and when.", key=key),
        msg("Add both at the end of the line: `(@jo, 2026-12-01)`. Who looked?"),
        _MILD,
    )


def _picture(item: Item) -> Finding:
    match = _EMOJI.match(item.text)
    return Finding(
        item.passage.span(0, match.end()) if match else item.span,
        msg("A picture is no tick: programs and screen readers cannot count it."),
        msg("Write `- [x]` for done and `- [ ]` for open, then the text."),
        _MILD,
    )
