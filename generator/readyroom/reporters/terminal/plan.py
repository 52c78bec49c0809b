"""How somebody else's plan was read: what was taken for which section, and what was not found."""

from __future__ import annotations

from readyroom.languages import language
from readyroom.model.report import BriefReport
from readyroom.reporters.terminal.visible import sentence

# Written while a campaign runs and after it; nobody expects them in a plan.
_LATER = {"results", "retro", "log"}


def reading_of(brief: BriefReport) -> list[str]:
    """Two lines or more: each section that was found with its line, and the names of the others."""
    names = {key: titles[0] for key, titles in language(brief.language).headings.items()}
    found = [
        f"  line {section.line:>4}  {' + '.join(names[key] for key in section.keys)}"
        f"  <-  {sentence(section.title)}"
        for section in brief.sections
    ]
    seen = {key for section in brief.sections for key in section.keys}
    absent = [name for key, name in names.items() if key not in seen | _LATER]
    return [
        "Found in this plan:" if found else "No section of a brief was found in this plan.",
        *found,
        *([f"Not found: {', '.join(absent)}"] if absent else []),
    ]
