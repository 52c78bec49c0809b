"""Who runs the retrospective, in the words in which teams say so."""

from __future__ import annotations

import pytest

from readyroom.meaning.looking_back import has_retro_lead
from readyroom.model.brief import Brief
from readyroom.model.text import Source
from readyroom.parsing.brief import parse_file

SOMEBODY = [
    ("en", "- Ana writes, Jo runs the debrief."),
    ("en", "- Retro: jo"),
    ("en", "- Retro: 2027-02-12, Jo"),
    ("en", "- The retro is led by jo"),
    ("en", "| role | person |\n| --- | --- |\n| retro | jo |"),
    ("ru", "- Вера ведёт ретроспективу"),
    ("ru", "- Итоги подводит Вера"),
    ("zh-Hans", "- 文浩召集复盘会"),
    ("zh-Hans", "- 复盘：文浩"),
    ("pl", "- Retrospektywę prowadzi Kasia"),
    ("fil", "- Si Ana ang mangunguna sa pagbabalik-tanaw"),
]
NOBODY = [
    ("en", "- Retro: later"),
    ("en", "- Retro: 2027-02-12"),
    ("en", "- we hold a retro at the end"),
    ("en", "- Ana writes, Jo sends"),
    ("en", "| role | person |\n| --- | --- |\n| retro | TBD |"),
    ("ru", "- Ретро: уточним позже"),
    ("zh-Hans", "- 复盘：以后再说"),
    ("pl", "- Retrospektywa: do ustalenia"),
    ("fil", "- Pagbabalik-tanaw: wala pa"),
]
CASES = [(*case, True) for case in SOMEBODY] + [(*case, False) for case in NOBODY]


@pytest.mark.parametrize(("lang", "team", "expected"), CASES)
def test_somebody_is_named(lang: str, team: str, expected: bool) -> None:
    text = f"---\nstatus: ready\nlang: {lang}\n---\n## Team\n{team}\n"
    brief = parse_file(Source("a.md", text))
    assert isinstance(brief, Brief)
    assert has_retro_lead(brief) is expected
