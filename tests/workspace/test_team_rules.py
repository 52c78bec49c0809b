"""A team's own rules: found where the settings say, run only where that is wanted, and whatever is
wrong with one is said in plain words."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from readyroom.model.report import Diagnostic, Report
from readyroom.model.status import Severity
from readyroom.workspace.check import check
from readyroom.workspace.errors import UserError
from readyroom.workspace.project import find_project
from readyroom.workspace.team_rules import SWITCH

Tree = Callable[[Mapping[str, str | bytes]], Path]
DAY = date(2026, 11, 22)

RULE = '''\
"""A word that the team does not use.

## Why it matters
It says nothing to our readers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readyroom.model.brief import Brief
from readyroom.model.message import msg
from readyroom.model.rule import Context, Finding, Rule


@dataclass(frozen=True, slots=True)
class Options:
    words: tuple[str, ...] = ("synergy",)


RULE = Rule(severity="iEEEEE", options=Options)


def check(brief: Brief, context: Context) -> Iterator[Finding]:
    for goal in brief.items("goals"):
        for word in context.options.words:
            if word in goal.text:
                yield Finding(goal.span, msg("We do not say “{word}”.", word=word))
'''
HEAD = """\
'Headline.'
from readyroom.model.message import msg
from readyroom.model.rule import *
"""
TINY = f'{HEAD}RULE = Rule(severity="EEEEEE")\n'
CHECK = "def check(brief, context):\n    yield from ()\n"


def brief(goal: str, waiver: str = "") -> str:
    lint = f"lint:\n  ignore:\n    - {{rule: {waiver}, reason: agreed last week, by: ana, " + (
        "until: 2026-12-31}\n"
    )
    return (
        "---\nid: spring\ntitle: Spring\nstatus: planned\nlang: en\n"
        f"{lint if waiver else ''}---\n\n## Goals\n- {goal}\n"
    )


SYNERGY = "**G1** 120 people find synergy by 2027-05-31 (45 in May 2026)"
FILES: dict[str, str | bytes] = {
    "readyroom.toml": 'team-rules = "rules"\n',
    "playbooks/spring.md": brief(SYNERGY),
    "rules/brand_voice.py": RULE,
}


def report(root: Path, *, team_rules: bool = True) -> Report:
    return check(find_project(root, team_rules=team_rules), as_of=DAY).report


def own(root: Path, rule: str = "brand-voice") -> list[tuple[str, str, Severity]]:
    """Family, message and severity of what this rule found."""
    found = [one for one in report(root).diagnostics if one.rule == rule]
    return [(one.family, one.message, one.severity) for one in found]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, [("team-rules", "We do not say “synergy”.", Severity.ERROR)]),
        (
            {"readyroom.toml": 'team-rules = "rules"\n[rules.brand-voice]\nwords = ["people"]\n'},
            [("team-rules", "We do not say “people”.", Severity.ERROR)],
        ),
        (
            {"readyroom.toml": 'team-rules = "rules"\n[announce]\nbrand-voice = 2026-11-23\n'},
            [("team-rules", "We do not say “synergy”.", Severity.WARNING)],
        ),
        (
            {"readyroom.toml": 'team-rules = "rules"\n[announce]\nbrand-voice = 2026-11-22\n'},
            [("team-rules", "We do not say “synergy”.", Severity.ERROR)],
        ),
        ({"readyroom.toml": 'team-rules = "rules"\noff = ["brand-voice"]\n'}, []),
        ({"readyroom.toml": 'team-rules = "rules"\nignore = ["team-rules"]\n'}, []),
        ({"readyroom.toml": 'team-rules = "rules"\nselect = ["goal-missing"]\n'}, []),
        ({"readyroom.toml": ""}, []),
        ({"playbooks/spring.md": brief("**G1** 120 people by 2027-05-31 (45 in 2026)")}, []),
    ],
)
def test_a_rule_of_the_team_is_a_rule_like_any_other(
    tree: Tree, files: Mapping[str, str], expected: list[tuple[str, str, Severity]]
) -> None:
    assert own(tree({**FILES, **files})) == expected


@pytest.mark.parametrize(
    ("path", "rule", "family"),
    [
        ("rules/brand_voice.py", "brand-voice", "team-rules"),
        ("rules/tone/brand_voice.py", "brand-voice", "tone"),
        ("rules/house_style/brand.py", "brand", "house-style"),
        ("rules/goals/brand2.py", "brand2", "goals"),
    ],
)
def test_the_path_gives_name_and_family(tree: Tree, path: str, rule: str, family: str) -> None:
    root = tree({"readyroom.toml": 'team-rules = "rules"', path: RULE})
    found = find_project(root, team_rules=True).settings.rulebook.own
    assert [(one.id, one.family) for one in found] == [(rule, family)]


def test_what_is_no_rule_file_is_left_out(tree: Tree) -> None:
    files = ("rules/_draft.py", "rules/__init__.py", "rules/.hidden.py", "rules/__pycache__/x.py",
             "rules/notes.md", "rules/tone/_notes/deep/er.py", "rules/images/logo.svg")  # fmt: skip
    root = tree({**FILES, **dict.fromkeys(files, "raise RuntimeError")})
    assert len(find_project(root, team_rules=True).settings.rulebook.own) == 1


SIDE_EFFECT = f"{TINY}{CHECK}open('ran', 'w').close()\n"


@pytest.mark.parametrize(
    ("settings", "team_rules", "environment", "ran"),
    [
        ('team-rules = "rules"', True, "", True),
        ('team-rules = "rules"', True, "0", True),
        ('team-rules = "rules"', True, "1", False),
        ('team-rules = "rules"', False, "", False),
        ("", True, "", False),
    ],
)
def test_when_the_code_of_a_repository_runs(
    tree: Tree,
    monkeypatch: pytest.MonkeyPatch,
    settings: str,
    team_rules: bool,
    environment: str,
    ran: bool,
) -> None:
    root = tree({**FILES, "rules/side_effect.py": SIDE_EFFECT, "readyroom.toml": settings})
    monkeypatch.chdir(root)
    monkeypatch.setenv(SWITCH, environment)
    report(root, team_rules=team_rules)
    assert (root / "ran").exists() is ran


def test_settings_that_are_replaced_run_nothing(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree({**FILES, "rules/side_effect.py": SIDE_EFFECT, "ci.toml": "strict = true"})
    monkeypatch.chdir(root)
    find_project(root, root / "ci.toml", team_rules=True)
    assert not (root / "ran").exists()


@pytest.mark.parametrize(
    ("config", "project", "ran"),
    [
        ("in/readyroom.toml", "in", True),
        ("in/ci/strict.toml", "in", True),
        ("out.toml", "in", False),
        ("out.toml", "in/playbooks/spring.md", False),
    ],
)
def test_settings_from_elsewhere_run_nothing(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, config: str, project: str, ran: bool
) -> None:
    names = 'team-rules = "rules"'
    files = {**FILES, "rules/side_effect.py": SIDE_EFFECT, "ci/strict.toml": names}
    root = tree({"out.toml": names, **{f"in/{name}": text for name, text in files.items()}})
    monkeypatch.chdir(root)
    if ran:
        find_project(root / project, Path(config), team_rules=True)
    else:
        with pytest.raises(UserError, match="team-rules counts only in settings that lie in the"):
            find_project(root / project, Path(config), team_rules=True)
    assert (root / "ran").exists() is ran
    assert find_project(root / project, Path(config)).settings.rulebook.own == ()


def test_a_brief_cannot_name_rules(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    text = brief(SYNERGY).replace("lang: en", "lang: en\nteam-rules: rules")
    root = tree({"readyroom.toml": "", "playbooks/a.md": text, "rules/side_effect.py": SIDE_EFFECT})
    monkeypatch.chdir(root)
    report(root)
    assert not (root / "ran").exists()


def test_names_of_rules_that_were_left_out_are_no_mistake(tree: Tree) -> None:
    settings = (
        'team-rules = "rules"\nignore = ["brand-voice", "tone"]\noff = ["quiet"]\n'
        "[announce]\nbrand-voice = 2027-02-01\n[rules.brand-voice]\nwords = []\n"
    )
    root = tree(
        {
            **FILES,
            "readyroom.toml": settings,
            "rules/tone/quiet.py": TINY + CHECK,
            "playbooks/spring.md": brief(SYNERGY, waiver="brand-voice"),
        }
    )
    found = report(root, team_rules=False)
    assert [one.message for one in found.diagnostics if one.rule == "waiver-invalid"] == []
    assert found.notes == (
        "2 rules of this team were not run, so a brief may look further than it is.",
    )


@pytest.mark.parametrize("team_rules", [True, False])
def test_a_misspelled_name_is_one_all_the_same(tree: Tree, team_rules: bool) -> None:
    root = tree({**FILES, "readyroom.toml": 'team-rules = "rules"\noff = ["brand-voise"]'})
    with pytest.raises(UserError) as error:
        find_project(root, team_rules=team_rules)
    assert error.value.message.endswith("readyroom.toml:2: there is no rule brand-voise.")
    assert error.value.hint == "Did you mean brand-voice?"


@pytest.mark.parametrize(
    ("path", "text", "message", "hint"),
    [
        ("a.py", "def check(:\n", "a.py:1: this is not valid Python: ", "Correct the file. --no"),
        ("a.py", b"\xff\xfe", "a.py:1: this is not valid Python: ", "Correct the file."),
        ("a.py", "\n\nboom()\n", "a.py:3: this rule cannot be loaded: NameError: ", "Correct"),
        ("a.py", "import no_such_thing", "a.py:1: this rule cannot be loaded: Modu", "Correct"),
        ("a.py", "\nraise SystemExit(0)", "a.py:2: this rule cannot be loaded: SystemExit", "Cor"),
        ("a.py", "", "a.py: a rule says what it is: RULE = Rule(", "Correct the file."),
        ("a.py", "RULE = 'Rule'", "a.py: a rule says what it is: RULE = Rule(", "Correct"),
        ("a.py", TINY, "a.py: a rule has a function check(brief, context)", "Correct"),
        ("a.py", f"{TINY}check = 3", "a.py: a rule has a function check(brief, cont", "Correct"),
        ("a.py", f"{TINY}{CHECK}applies = True", "a.py: a rule has a function check", "Correct"),
        ("a.py", TINY[len("'Headline.'") :] + CHECK,
         "a.py: a rule begins with a docstring whose first line says what it finds.", "Correct"),
        ("a.py", TINY.replace("EEEEEE", "EE") + CHECK,
         "a.py: severity must be six letters out of E W i ·, one for each", "Correct"),
        ("a.py", TINY.replace('"EEEEEE"', "3") + CHECK, "a.py: severity must be six", "Correct"),
        ("a.py", TINY.replace(")", ", core=1)") + CHECK,
         "a.py: core must be True or False, not 1.", "Correct"),
        ("a.py", TINY.replace(")", ", gate='READY')") + CHECK,
         "a.py: gate must be a Level or None, not 'READY'.", "Correct"),
        ("a.py", TINY.replace(")", ", pillar='team')") + CHECK,
         "a.py: pillar must be a Pillar or None, not 'team'.", "Correct"),
        ("a.py", TINY.replace(")", ", requires='goal-missing')") + CHECK,
         "a.py: requires must be texts in brackets with commas", "Correct"),
        ("a.py", TINY.replace(")", ", requires=('goal-mising',))") + CHECK,
         "a.py: requires names no other rule: goal-mising.", "Did you mean goal-missing?"),
        ("a.py", TINY.replace(")", ", requires=('a',))") + CHECK,
         "a.py: requires names no other rule: a.", ""),
        ("a.py", TINY.replace(")", ", options=3)") + CHECK,
         "a.py: options must be a dataclass that is frozen and has defaults.", "Correct"),
        ("a.py", "from dataclasses import *\n@dataclass\nclass O:\n    x: int\n"
         + TINY.replace(")", ", options=O)") + CHECK,
         "a.py: a rule begins with a docstring", "Correct"),
        ("a.py", '"""Headline."""\nfrom dataclasses import *\n@dataclass(frozen=True)\nclass O:\n'
         "    x: complex = 1j\n" + TINY.replace(")", ", options=O)") + CHECK,
         "a.py: options must be a frozen dataclass with a default for each field", "Correct"),
        ("a.py", '"""Headline."""\nfrom dataclasses import *\n@dataclass\nclass O:\n'
         "    x: int = 1\n" + TINY.replace(")", ", options=O)") + CHECK,
         "a.py: options must be a frozen dataclass with a default for each field", "Correct"),
        ("goal_missing.py", TINY + CHECK,
         "goal_missing.py: the name goal-missing is taken (Readyroom uses it).", "Rename the file"),
        ("goals.py", TINY + CHECK, "goals.py: the name goals is taken", "Rename the file."),
        ("index.py", TINY + CHECK, "index.py: the name index is taken", "Rename the file."),
        ("internal_error.py", TINY + CHECK, "the name internal-error is taken", "Rename the file."),
        ("tone/brand_voice.py", TINY + CHECK, "the name brand-voice is taken (/", "Rename the"),
        ("brand_voice/x.py", TINY + CHECK, "the name brand-voice is taken (a fa", "Rename the"),
        ("goal_missing/x.py", TINY + CHECK, "rules/goal_missing: the name goal-missing is taken",
         "Rename the folder."),
        ("engine/x.py", TINY + CHECK, "rules/engine: the name engine is taken", "Rename the fold"),
        ("Brand-Voice.py", TINY + CHECK,
         "Brand-Voice.py: the name of a rule is made of small letters, digits and _.", "Rename it"),
        ("Über Uns/x.py", TINY + CHECK, "the name of a family is made of small letters", "Rename"),
        ("tone/deeper/x.py", TINY + CHECK, "tone/deeper: rules are looked for in the folder and",
         "Move its files up"),
    ],
)  # fmt: skip
def test_a_rule_file_that_cannot_be_used(
    tree: Tree, path: str, text: str | bytes, message: str, hint: str
) -> None:
    root = tree({**FILES, f"rules/{path}": text})
    with pytest.raises(UserError) as error:
        find_project(root, team_rules=True)
    assert message in error.value.message
    assert error.value.hint.startswith(hint)
    assert "\n" not in error.value.message + error.value.hint


def test_rules_that_wait_for_each_other(tree: Tree) -> None:
    one, two = (TINY.replace(")", f", requires=('{name}',))") + CHECK for name in ("two", "one"))
    root = tree({**FILES, "rules/one.py": one, "rules/two.py": two})
    with pytest.raises(UserError, match="requires leads back to this rule itself"):
        find_project(root, team_rules=True)


def test_a_folder_that_does_not_exist(tree: Tree) -> None:
    with pytest.raises(UserError, match=r"There is no folder .*, which `team-rules`"):
        find_project(tree({"readyroom.toml": 'team-rules = "rules"'}), team_rules=True)


@pytest.mark.parametrize("team_rules", [True, False])
@pytest.mark.parametrize("link", ["rules", "rules/tone", "rules/outside.py", "rules/gone.py"])
def test_no_link_leads_out_of_the_project(tree: Tree, link: str, team_rules: bool) -> None:
    root = tree({"outside/outside.py": TINY + CHECK, "inside/readyroom.toml": 'team-rules="rules"'})
    place = root / "inside" / link
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(root / "outside" / (place.name if place.suffix else ""))
    with pytest.raises(UserError, match="is a link that leads out of the project"):
        find_project(root / "inside", team_rules=team_rules)


def test_a_link_inside_the_project_is_followed(tree: Tree) -> None:
    root = tree({"readyroom.toml": 'team-rules = "rules"', "shared/quiet.py": TINY + CHECK})
    os.symlink(root / "shared", root / "rules")
    found = find_project(root, team_rules=True).settings.rulebook.own
    assert [rule.id for rule in found] == ["quiet"]


def test_a_pipe_under_the_name_of_a_rule(tree: Tree) -> None:
    root = tree(FILES)
    os.mkfifo(root / "rules" / "pipe.py")
    with pytest.raises(UserError, match=r"pipe\.py is not a file that can be read"):
        find_project(root, team_rules=True)


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("raise BaseException('one\\ntwo')", "BaseException: one two"),
        ("return 3", "TypeError: 'int' object is not iterable"),
        ("return None", "TypeError: 'NoneType' object is not iterable"),
        ("return ['text']", "check must yield Finding(...), not str"),
        ("return [Finding(brief.place(), 'text')]", "message must be msg(...), not str"),
        ("return [Finding(brief.place(), msg(''))]", "a finding needs a message"),
        ("return [Finding((0, 3), msg('x'))]", "a place must be a Span"),
        ("return [Finding(Span(0, 9999), msg('x'))]", "there is nothing in the file at 0 to 9999"),
        (
            "return [Finding(brief.place(), msg('{x}'))]",
            "message has a hole without a value: '{x}'",
        ),
        ("return [Finding(brief.place(), msg('x'), msg('{'))]", "help has a hole without a value"),
        ("return [Finding(brief.place(), msg('x'), severity='E')]", "severity must be Severities("),
        ("return [Finding(brief.place(), msg('x'), related=('x',))]", "related must hold Related("),
        ("return [Finding(brief.place(), msg('x'), fix='x')]", "fix must be Fix(...)"),
    ],
)
def test_a_fault_in_a_rule_costs_nothing_else(tree: Tree, body: str, error: str) -> None:
    faulty = f"{TINY}def check(brief, context):\n    {body}\n"
    root = tree({**FILES, "rules/faulty.py": faulty})
    before = own(root)
    found = report(root)
    internal = [one for one in found.diagnostics if "The rule faulty " in one.message]
    assert [_start(one) for one in internal] == ["The rule faulty could not check this brief"]
    assert "FaultyRule: faulty.py:" in internal[0].message
    assert error in internal[0].message
    assert found.incomplete
    assert own(root) == before != []


def _start(found: Diagnostic) -> str:
    return found.message.partition(" (")[0]


def test_a_fault_in_applies_is_one_of_the_rule(tree: Tree) -> None:
    faulty = f"{TINY}{CHECK}def applies(brief, context):\n    raise SystemExit(0)\n"
    found = report(tree({**FILES, "rules/faulty.py": faulty})).diagnostics
    assert [_start(one) for one in found if "The rule faulty " in one.message] == [
        "The rule faulty could not check this brief"
    ]


def test_a_rule_is_read_anew_each_time(tree: Tree) -> None:
    root = tree(FILES)
    before = own(root)
    (root / "rules/brand_voice.py").write_text(RULE.replace("do not say", "never say"), "utf-8")
    assert (before, own(root)) == (
        [("team-rules", "We do not say “synergy”.", Severity.ERROR)],
        [("team-rules", "We never say “synergy”.", Severity.ERROR)],
    )
