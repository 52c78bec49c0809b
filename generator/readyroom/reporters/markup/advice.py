"""A finding as a few lines of plain text, for formats with one field for everything."""

from __future__ import annotations

from readyroom.model.message import msg
from readyroom.model.report import Diagnostic
from readyroom.reporters import View
from readyroom.reporters.terminal.visible import sentence


def advice(found: Diagnostic, view: View) -> str:
    """What is missing, what to do, an example and the question, each on a line of its own."""
    speak = view.translator(found.language)
    example = msg("For example: {example}", example=found.example).render(speak)
    parts = (found.message, found.help, example if found.example else "", found.question)
    return "\n".join(sentence(part) for part in parts if part)
