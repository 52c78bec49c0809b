"""What holds for the fix of every rule, shown on the bad examples of its page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from readyroom.linting.examples import Scene, scenes
from readyroom.linting.fixing import correct
from readyroom.model.text import Source
from readyroom.rules import RegisteredRule, all_rules

RULES = {rule.id: rule for rule in all_rules()}
MOST_ROUNDS = 10


def _bad(rule: RegisteredRule) -> Iterator[Scene]:
    return (scene for scene in scenes(rule) if scene.example.section == "Bad")


def _offers(scene: Scene) -> bool:
    return any(found.fix for found in scene.diagnostics())


def _settled(scene: Scene, source: Source) -> Source:
    """The text after as many rounds as it takes."""
    for _ in range(MOST_ROUNDS):
        fixes = [found.fix for found in scene.diagnostics(source) if found.fix]
        text, count = correct(source, fixes)
        if not count:
            return source
        source = Source(source.path, text, source.bom)
    raise AssertionError(f"{scene.rule.id} never comes to an end:\n{source.text}")


FIXABLE = [
    pytest.param(scene, id=f"{rule.id}/{number}")
    for rule in RULES.values()
    for number, scene in enumerate(_bad(rule), 1)
    if _offers(scene)
]
every_fix = pytest.mark.parametrize("scene", FIXABLE)


@every_fix
def test_it_comes_to_an_end_whatever_the_line_ends(scene: Scene) -> None:
    plain = _settled(scene, scene.source)
    text = scene.source.text.replace("\n", "\r\n")
    dos = _settled(scene, Source(scene.source.path, text, bom=True))
    assert dos.text == plain.text.replace("\n", "\r\n")


@every_fix
def test_it_keeps_every_line_that_it_does_not_name(scene: Scene) -> None:
    for found in scene.diagnostics():
        if found.fix is None:
            continue
        text, _ = correct(scene.source, [found.fix])
        touched = {
            line
            for edit in found.fix.replacements
            for line in range(edit.place.start.line, edit.place.end.line + 1)
        }
        lines = enumerate(scene.source.lines, 1)
        after = iter(text.split("\n"))
        assert [line for number, line in lines if number not in touched and line not in after] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_it_is_shown_on_the_page(rule: RegisteredRule) -> None:
    """A rule that offers a fix shows at least one, and no other rule does."""
    shown = any(scene.example.fixed is not None for scene in _bad(rule))
    assert shown == any(_offers(scene) for scene in _bad(rule))
