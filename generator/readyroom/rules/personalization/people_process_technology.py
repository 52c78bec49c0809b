"""Machine-made personalization without the people and the process that it should serve.

## Why it matters
A tool bought before the work was thought through decides for you what people get to read.

People settle the work, and the work tells what a tool must do. Somebody reads texts before they go.

## Bad
```brief status=ready personalization=dynamic
## Personalization and journey ←
We know the last class that somebody came to.
```

```fixed
## Personalization and journey
We know the last class that somebody came to.

- **People:** <!-- Who reads some of the texts before they go out? -->
- **Process:** <!-- What happens how often, and what does it need? -->
- **Technology:** <!-- Which need asks for which tool, and what else did you look at? -->
```

```brief status=ready personalization=dynamic
## Personalization and journey
- **People:** Lea reads 20 sample mails.
- **Process:** weekly review of the rules
- **Technology:** we bought a CDP. ←
```

```brief status=ready personalization=dynamic lang=ru
## Персонализация и путь клиента
- **Технология:** нужен ежедневный обмен с журналом; сравнили два сервиса. ←
- **Люди:** отдел маркетинга читает 20 писем. ←
- **Процесс:** каждый день сверяем журнал.
```

## Good
```brief status=ready personalization=dynamic
## Personalization and journey
- **People:** Lea reads 20 sample mails before each send.
- **Process:** the rules are reviewed on Mondays.
- **Technology:** it needs a refresh every 15 minutes; two tools were tried.
```

```brief status=ready personalization=one-to-one lang=pl
## Personalizacja i ścieżka
| ludzie | proces | technologia |
| --- | --- | --- |
| Ola czyta 10 wiadomości | przegląd reguł w piątki | reguły w arkuszu; odrzucono nowe narzędzie |
```

## Near misses
In a table the order is free, and segments need none of this.

```brief status=ready personalization=dynamic lang=fil
## Pag-personalize at paglalakbay
| bahagi | laman |
| --- | --- |
| Teknolohiya | kailangan ang araw-araw na pag-update; sinubukan din ang isang spreadsheet |
| Mga tao | Si liza ang bumabasa ng 20 sample |
| Proseso | araw-araw na pag-update ng tala |
```

```brief status=ready personalization=segment
## Personalization and journey
Evening and weekend readers get two versions.
```

## Known misses
Any word for a need or for a comparison is believed.

## Sources
Success sits where people, process and technology meet: people define the process, and the process
sets demands on tools. Machine help still needs marketers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readyroom.languages import language
from readyroom.meaning.handles import handles, names_somebody
from readyroom.meaning.journeys import other_lines
from readyroom.meaning.overlap import share_words
from readyroom.meaning.personalization import SECTION, answers, is_written
from readyroom.meaning.placeholders import is_blank
from readyroom.model.brief import Brief, ItemKind, Section
from readyroom.model.fix import Edit, Fix
from readyroom.model.message import Message, listing, msg
from readyroom.model.rule import Context, Finding, Related, Rule
from readyroom.model.status import Pillar
from readyroom.model.text import Passage, Span

RULE = Rule(severity="··WEE·", pillar=Pillar.AUDIENCE)

_HINTS = {
    "people": msg("Who reads some of the texts before they go out?"),
    "process": msg("What happens how often, and what does it need?"),
    "technology": msg("Which need asks for which tool, and what else did you look at?"),
}
_Lines = Mapping[str, tuple[Passage, ...]]
_PEOPLE = msg("**People:** Lea reads 20 sample mails before each send.")
_NAMES = {"people": msg("people"), "process": msg("process"), "technology": msg("technology")}


def applies(brief: Brief, context: Context) -> bool:
    """Briefs whose texts a machine puts together, once their section says something."""
    return brief.personalization in ("dynamic", "one-to-one") and is_written(brief)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    """Lines that are missing; else what the three lines leave open."""
    lines = {name: answers(brief, name) for name in _HINTS}
    told = {
        name: passage
        for name, passages in lines.items()
        for passage in passages[:1]
        if not is_blank(passage.text, brief.language)
    }
    if len(told) < len(_HINTS):
        yield _incomplete(brief, lines, [name for name in _HINTS if name not in told])
        return
    yield from _unordered(brief, told)
    yield from _unchecked(brief, told, context)
    yield from _unneeded(brief, told, context)


def _incomplete(brief: Brief, lines: _Lines, missing: list[str]) -> Finding:
    section = brief.sections_of(SECTION)[0]
    empty = next((lines[name][0] for name in missing if lines[name]), section.heading)
    return Finding(
        empty.span(),
        msg(
            "Texts are put together by a machine, and this is open: {names}.",
            names=listing([_NAMES[name] for name in missing]),
        ),
        msg("Write one line each for people, process and technology, in this order."),
        example=_PEOPLE,
        question=_HINTS[missing[0]],
        fix=None if any(lines.values()) else _scaffold(brief, section),
    )


def _scaffold(brief: Brief, section: Section) -> Fix:
    """Three empty lines at the end of the section, each with a question that no page shows."""
    end = len(brief.source.text[: section.span.end].rstrip())
    lines = "".join(f"\n- **{{{name}}}:** <!-- {{{name}_hint}} -->" for name in _HINTS)
    names = [(name, language(brief.language).labels[name][0]) for name in _HINTS]
    hints = [(f"{name}_hint", hint) for name, hint in _HINTS.items()]
    return Fix(
        msg("Insert empty lines for people, process and technology"),
        (Edit(Span(end, end), Message(f"\n{lines}", (*names, *hints))),),
    )


def _unordered(brief: Brief, told: Mapping[str, Passage]) -> Iterator[Finding]:
    people, process, technology = (told[name].span() for name in _HINTS)
    rows = [item.span for item in brief.items(SECTION) if item.kind is ItemKind.ROW]
    in_table = any(row.start <= technology.start <= row.end for row in rows)
    if not in_table and technology.start < max(people.start, process.start):
        yield Finding(
            technology,
            msg("The tool comes before the work that it should serve."),
            msg("Put people first, then process, then technology, and read it once more."),
            example=_PEOPLE,
            question=msg("Would you choose the same tool if you began with the people?"),
            related=(Related(people, msg("This is where it should begin.")),),
        )


def _unchecked(brief: Brief, told: Mapping[str, Passage], context: Context) -> Iterator[Finding]:
    checks = context.words("sample_check")
    lines = (told["people"].text, told["process"].text)
    known, code = handles(brief), brief.language
    if not any(line in checks and names_somebody(line, known, code, first=True) for line in lines):
        yield Finding(
            told["people"].span(),
            msg("Nobody by name looks at some of the texts before they go out."),
            msg("Name one person and how many texts they read."),
            example=_PEOPLE,
            question=msg("Who would notice first that a text is wrong?"),
        )


def _unneeded(brief: Brief, told: Mapping[str, Passage], context: Context) -> Iterator[Finding]:
    tool = told["technology"].text
    said = "\n".join(map(str, (*told.values(), *other_lines(brief))))
    gaps = []
    if tool not in context.words("need_word") and not share_words(tool, told["process"].text):
        gaps.append(msg("which need of the process it meets"))
    if said not in context.words("alternative"):
        gaps.append(msg("what else was looked at"))
    if gaps:
        yield Finding(
            told["technology"].span(),
            msg("For this tool nothing says {gaps}.", gaps=listing(gaps)),
            msg("Begin with a need from the line Process, then name the tool and one other way."),
            example=msg("**Technology:** needs a daily refresh; a spreadsheet was too slow"),
            question=msg("What would you lose if you did it by hand?"),
        )
