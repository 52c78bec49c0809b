from __future__ import annotations

import pytest

from readyroom.model.brief import Brief
from readyroom.model.entries import entries
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- **T1** mail\n- a note\n- **T2** call", ["T1 mail", "T2 call"]),
        ("| tactic |\n| --- |\n| mail |\n| call |\n\n- a note", ["mail", "call"]),
        ("### Mail\nWe write.\n\n- on Monday\n\n### Call", ["Mail\nWe write.\non Monday", "Call"]),
        ("### T1 Mail\nWe write.\n\n#### Risks\nSpam.", ["T1 Mail\nWe write.\nSpam."]),
        ("- mail\n- call", ["mail", "call"]),
        ("We write.\n\nWe call.", ["We write.", "We call."]),
        ("", []),
    ],
)
def test_entries(body: str, expected: list[str]) -> None:
    text = f"---\nstatus: planned\n---\n## Tactics\n{body}\n\n## Why\nBecause.\n"
    brief = parse_file(Source("brief.md", text))
    assert isinstance(brief, Brief)
    assert [entry.text for entry in entries(brief, "tactics", "T")] == expected
