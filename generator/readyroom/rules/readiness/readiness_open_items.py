"""The brief says it is ready, and its checklist says it is not.

## Why it matters
The checklist is the last place where a broken form or a missing way out costs nothing.

One open item is reason enough to wait. A tick also needs a name and a day, so that somebody can be
asked what was seen.

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
- ✅ {#message-tested} limang tao ang nakaulit ng pangako (@jun, 2026-11-18) ←
```

```fixed
## Kahandaan
- [x] {#message-tested} limang tao ang nakaulit ng pangako (@jun, 2026-11-18)
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

from readyroom.meaning.checklist import MEANING, checklist, reason_for_skipping
from readyroom.model.brief import Brief, Item, ItemKind
from readyroom.model.fix import Edit, Fix
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule
from readyroom.model.status import Pillar, Severities
from readyroom.model.text import Span

RULE = Rule(severity="···EE·", core=True, pillar=Pillar.SAFETY)

_MILD = Severities("···WW·")
_EMOJI = re.compile(r"[✅☑✔🆗⏳⌛❌✖✗🔲🔳⬜⬛🚧🟢🟡🟠🔴🕒]\ufe0f?")
_FINISHED = frozenset("✅☑✔🆗🟢")
_HANDLE = re.compile(r"@\w")
_TRACE = re.compile(r"[(（][^()（）]*[)）]")
_NAME = re.compile(r"[^\W\d_]{2,}")
# "works on an old phone, Jo, 2026-12-01"
_SIGNED = re.compile(r"[,，;；–—]\s*([^\W\d_][^\W\d_]+)\s*[,，]?\s*$")


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    told = set[Span]()
    for key, item in checklist(brief, context.playbook.channels).items():
        if reason_for_skipping(item, brief.language):
            continue
        if item.done:
            if not _has_trace(item):
                yield _without_trace(key, item)
        elif _emoji(item) not in _FINISHED:
            told.add(item.span)
            yield _open(key, item)
    for item in brief.items("readiness"):
        is_line = item.kind is ItemKind.LIST and item.done is None
        if is_line and _emoji(item) and item.span not in told:
            yield _picture(item)


def _open(key: str, item: Item) -> Finding:
    return Finding(
        item.span,
        msg("The launch needs `{key}`, and it is still open.", key=key),
        msg("Do it and tick it with a name and a day; if it does not apply, say why."),
        example=msg("- [x] {{#{key}}} {what} (@jo, 2026-12-01)", key=key, what=MEANING[key]),
        question=msg("What would happen on the first day if this did not work?"),
        fix=_box(item) if item.done is None and _emoji(item) else None,
    )


def _emoji(item: Item) -> str:
    match = _EMOJI.match(item.text)
    return match[0][0] if match else ""


def _has_trace(item: Item) -> bool:
    """Somebody's name and a day: "(@ana, 2026-12-01)", "(Лена, 01.12.2026)"."""
    days = item.passage.dates
    if not days:
        return False
    signed = [_SIGNED.search(item.text[: day.start]) for day in days]
    if _HANDLE.search(item.text) or any(name and name[1] != name[1].lower() for name in signed):
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
        msg("Add both at the end of the line."),
        _MILD,
        example=msg("(@jo, 2026-12-01)"),
        question=msg("Who looked, and what did they see?"),
    )


def _picture(item: Item) -> Finding:
    match = _EMOJI.match(item.text)
    end = match.end() if match else 0
    return Finding(
        item.passage.span(0, end),
        msg("A picture is no tick: programs and screen readers cannot count it."),
        msg("Write `- [x]` for done and `- [ ]` for open, then the text."),
        _MILD,
        example=msg("- {box} {text}", box=_sign(item), text=item.text[end:].strip()),
        question=msg("Is it done, and who has seen it?"),
        fix=_box(item),
    )


def _sign(item: Item) -> str:
    return "[x]" if _emoji(item) in _FINISHED else "[ ]"


def _box(item: Item) -> Fix:
    """A box in place of the picture; a suggestion, because a picture may be mere decoration."""
    match = _EMOJI.match(item.text)
    span, sign = item.passage.span(0, match.end() if match else 0), _sign(item)
    title = msg("Write {box} in place of the picture", box=sign)
    return Fix(title, (Edit(span, sign),), safe=False)
