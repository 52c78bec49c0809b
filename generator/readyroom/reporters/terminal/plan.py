"""How somebody else's plan was read: what was taken for which section, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readyroom.languages import language
from readyroom.model.message import Message, Translate, english, listing, msg, verbatim
from readyroom.model.report import BriefReport, SectionFound
from readyroom.reporters.terminal.visible import sentence, shortened

# What a reader asks of every plan; the other sections can come later.
_ASKED = ("goals", "audience", "metrics", "feedback", "owner", "launch")
# Written while a campaign runs and after it; nobody expects them in a plan.
_LATER = {"results", "retro", "log"}
_LONGEST_QUOTE = 70


def reading_of(brief: BriefReport, speak: Translate = english) -> list[str]:
    """What was found on which line, what is missing, and which sections could come later."""
    names = _names(brief.language)
    seen = {key for section in brief.sections for key in section.keys if not section.empty}
    found = [f"  {_found(section, names).render(speak)}" for section in brief.sections]
    head = (
        msg("Found in this plan:") if found else msg("This plan has no part that was recognised.")
    )
    missing = [names[key] for key in _ASKED if key not in seen]
    later = [name for key, name in names.items() if key not in {*seen, *_LATER, *_ASKED}]
    return [head.render(speak), *found, *_absent(missing, later, speak)]


def _names(code: str) -> Mapping[str, str]:
    """What sections, owner and launch are called in the plan's language."""
    own = language(code)
    labels = {key: own.labels[key][0] for key in ("owner", "launch")}
    return {key: titles[0] for key, titles in own.headings.items()} | labels


def _found(section: SectionFound, names: Mapping[str, str]) -> Message:
    values = {
        "line": f"{section.line:>4}",
        "name": " + ".join(names[key] for key in section.keys),
        "words": shortened(sentence(section.title), _LONGEST_QUOTE),
    }
    if section.empty:
        return msg("line {line}  {name}  <-  {words} (nothing to read under it yet)", **values)
    return msg("line {line}  {name}  <-  {words}", **values)


def _absent(missing: list[str], later: list[str], speak: Translate) -> Iterator[str]:
    if missing:
        yield msg("Missing: {names}", names=listing([*map(verbatim, missing)])).render(speak)
    if later:
        yield msg("No section yet for: {names}", names=listing([*map(verbatim, later)])).render(
            speak
        )
