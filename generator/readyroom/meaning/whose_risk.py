"""Whether a risk is about the people that are written to, or only about the team."""

from __future__ import annotations

from readyroom.languages.matching import words
from readyroom.model.brief import Item


def is_theirs(risk: Item, code: str) -> bool:
    """Whether it says what may fail for them: by a word for it ("annoyed") or by beginning with
    them ("for walkers: …"). Only what fails counts: a complaint is an early sign of any risk.
    """
    cells = (risk.cell(column) for column in ("fails", "impact"))
    text = " ".join(cell.text for cell in cells if cell) or risk.text
    if text in words("customer_risk", code):
        return True
    head, colon, _ = text.replace("：", ":").partition(":")
    named = head.removeprefix(risk.id).strip(" .-–—\u00a0")
    return bool(colon) and any(start == 0 for start, _ in words("for_somebody", code).find(named))
