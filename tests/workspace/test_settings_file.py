"""Settings: what can be set, and how each mistake is answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readyroom.linting.settings import LintSettings
from readyroom.model.playbook import ChannelKinds
from readyroom.rules import RegisteredRule, all_rules
from readyroom.rules.readiness.launch_too_soon import RULE as LAUNCH_TOO_SOON
from readyroom.workspace.errors import UserError
from readyroom.workspace.options import read_options
from readyroom.workspace.settings import Settings
from readyroom.workspace.settings_file import settings_from, settings_table
from readyroom.workspace.toml_table import Table, line_of

assert LAUNCH_TOO_SOON.options
LAUNCH_OPTIONS = LAUNCH_TOO_SOON.options()
Tree = Callable[[Mapping[str, str | bytes]], Path]


def read_settings(path: Path) -> Settings | None:
    table = settings_table(path)
    return table and settings_from(table, path.parent)


EVERYTHING = """\
playbooks = "docs/playbooks"
templates = "holes"
as-of = 2026-11-22
ui-lang = "pl"
site-url = "https://playbook.example/team"
strict = true
select = ["goals", "goal-missing"]
ignore = ["goal-vague"]
off = ["goal-no-why"]

[announce]
goal-no-deadline = 2027-02-01
goal-vague = "2027-03-01"

[rules.launch-too-soon]
tier-1 = 21

[channels]
direct = ["in-app"]
paid = ["radio"]
public = ["posters"]
"""


def test_every_setting_is_read(tree: Tree) -> None:
    expected = Settings(
        playbooks="docs/playbooks",
        templates="holes",
        as_of=date(2026, 11, 22),
        ui_lang="pl",
        site_url="https://playbook.example/team/",
        channels=ChannelKinds(frozenset({"in-app"}), frozenset({"radio"}), frozenset({"posters"})),
        lint=LintSettings(
            select=frozenset({"goals", "goal-missing"}),
            ignore=frozenset({"goal-vague"}),
            off=frozenset({"goal-no-why"}),
            announced={"goal-no-deadline": date(2027, 2, 1), "goal-vague": date(2027, 3, 1)},
            options={"launch-too-soon": replace(LAUNCH_OPTIONS, tier_1=21)},
            site_url="https://playbook.example/team/",
        ),
        strict=True,
    )
    assert read_settings(tree({"readyroom.toml": EVERYTHING}) / "readyroom.toml") == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("readyroom.toml", "", Settings()),
        ("readyroom.toml", 'as-of = "2026-11-22"', Settings(as_of=date(2026, 11, 22))),
        ("readyroom.toml", "\ufeffstrict = true", Settings(strict=True)),
        ("pyproject.toml", "[tool.readyroom]\nstrict = true", Settings(strict=True)),
        ("pyproject.toml", "[tool.readyroom]", Settings()),
        ("pyproject.toml", '[project]\nname = "readyroom-plans"', None),
        ("pyproject.toml", "not [ TOML, but nobody asked", None),
    ],
)
def test_where_settings_stand(tree: Tree, name: str, text: str, expected: Settings | None) -> None:
    assert read_settings(tree({name: text}) / name) == expected


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("a = 1\nplaybok = 'x'", "1: there is no setting a.", "Known are: "),
        ("\nplaybok = 'x'", "2: there is no setting playbok.", "Did you mean playbooks?"),
        ("strict = 'yes'", "1: strict must be true or false, not 'yes' (text).", "Write true"),
        ("strict = 1", "1: strict must be true or false, not 1 (a number).", "Write true"),
        ("select = 'goals'", "1: select must be a list of texts, not 'goals' (text).", "Write a"),
        ("select = [1]", "1: select must be a list of texts, not a list.", "Write a list"),
        ("as-of = 'soon'", "1: as-of must be a date such as 2026-11-22, not 'soon' (t", "Write"),
        ("as-of = 2026-11-22T10:00:00", "1: as-of must be a date such as 2026-11-22, not", "W"),
        ("ui-lang = 'de'", "1: ui-lang must be one of en, ru, zh-Hans, pl, fil, not 'de'", "W"),
        ("playbooks = '../up'", "1: playbooks must be a folder inside the project, not", "Write"),
        ("playbooks = '/etc'", "1: playbooks must be a folder inside the project, not", "Write"),
        ("[channels]\npayd = []", "2: there is no setting channels.payd.", "Did you mean paid?"),
        ("channels = 3", "1: channels must be a table, not 3 (a number).", "Write a table"),
        ("select = ['gaols']", "1: there is no rule gaols.", "Did you mean goals?"),
        ("\nignore = ['goal-mising']", "2: there is no rule goal-mising.", "Did you mean goal-m"),
        ("off = ['goals']", "1: there is no rule goals.", ""),
        ("off = [['goal-missing']]", "1: off must be a list of texts, not a list.", "Write a list"),
        ("announce = 2027-02-01", "1: announce must be a table, not a date.", "Write a table"),
        ("[announce]\ngoal-mising = 2027-02-01", "2: there is no rule goal-mising.", "Did you mea"),
        ("[announce]\ngoals = 2027-02-01", "2: there is no rule goals.", ""),
        ("[announce]\ngoal-missing = 'soon'", "2: announce.goal-missing must be a date", "Write a"),
        ("[announce]\ngoal-missing = true", "2: announce.goal-missing must be a date", "Write a"),
        ("team-rules = '../rules'", "1: team-rules must be a folder inside the project", "Write a"),
        ("team-rules = '/rules'", "1: team-rules must be a folder inside the project", "Write a"),
        ("team-rules = '.'", "1: team-rules must be a folder inside the project", "Write a"),
        ("team-rules = true", "1: team-rules must be a folder inside the project", "Write a"),
        ("rules = 3", "1: rules must be a table, not 3 (a number).", "Write a table"),
        ("[rules]\nlaunch-too-soon = 3", "2: rules.launch-too-soon must be a table", "Write a"),
        ("[rules.launch-too-soon]\ntier-4 = 1", "2: there is no setting rules.launch-too-soon.t",
         "Did you mean tier-"),
        ("[rules.launch-too-soon]\ntier-1 = 'x'", "2: rules.launch-too-soon.tier-1 must be a whole",
         "Write a whole number"),
        ("[rules.goal-missing]\nx = 1", "2: there is no setting rules.goal-missing.x.", "Delete"),
        ("[rules.goal-mising]\n", "1: there is no rule goal-mising.", "Did you mean goal-m"),
        ("x = = 1", ":1:5: this is not valid TOML: Invalid value.", "A line is"),
        ("[" * 9999, "this is not valid TOML", "A line is"),
        (b"a = '\xff'", ":1: this is not UTF-8.", "Save the file as UTF-8."),
        (b"\xff\xfe\x00", ":1: this is not UTF-8.", "Save the file as UTF-8."),
    ],
)  # fmt: skip
def test_mistakes(tree: Tree, text: str | bytes, message: str, hint: str) -> None:
    path = tree({"readyroom.toml": text}) / "readyroom.toml"
    with pytest.raises(UserError) as error:
        read_settings(path)
    assert error.value.message.startswith(f"{path}")
    assert message in error.value.message
    assert error.value.hint.startswith(hint)
    assert "\n" not in error.value.message + error.value.hint


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no settings file"):
        read_settings(tmp_path / "readyroom.toml")


_LINES = st.sampled_from(
    ["[rules.goal-vague]", "[[channels]]", "strict = true", "as-of = 2026-11-22", "select = [1,",
     "[announce]", "goal-vague = 2027-02-01", 'team-rules = "rules"',
     "off.x.y = {a = 1}", 'ignore = ["goals"]', "= 3", 'playbooks = """', "\x00", "\u2028", "a.b"]
) | st.text(max_size=20)  # fmt: skip


@given(st.lists(_LINES, max_size=6))
def test_whatever_stands_there_is_settings_or_a_user_error(lines: list[str]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "readyroom.toml")
        path.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
        with suppress(UserError):
            assert isinstance(read_settings(path), Settings)


@dataclass(frozen=True, slots=True)
class Options:
    """Every type that a rule's option may have."""

    max_days: int = 90
    share: float = 0.5
    words: tuple[str, ...] = ("asap",)
    groups: frozenset[str] = frozenset()
    loud: bool = False
    since: date = date(2026, 1, 1)


def test_options_of_a_rule_become_its_own_class() -> None:
    written = {
        "max-days": 30,
        "share": 1,
        "words": ["now"],
        "groups": ["a"],
        "loud": True,
        "since": date(2026, 2, 1),
    }
    expected = Options(30, 1.0, ("now",), frozenset({"a"}), True, date(2026, 2, 1))
    assert read_options(Table(Path("x"), "", written), Options) == expected


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({"max-day": 1}, "x:1: there is no setting max-day."),
        ({"max-days": "ten"}, "x:1: max-days must be a whole number, not 'ten' (text)."),
        ({"max-days": True}, "x:1: max-days must be a whole number, not true."),
        ({"share": float("nan")}, "x:1: share must be a number, not nan (a number)."),
        ({"words": "now"}, "x:1: words must be a list of texts, not 'now' (text)."),
        ({"since": 2026}, "x:1: since must be a date such as 2026-11-22, not 2026 (a number)."),
    ],
)
def test_wrong_options(written: dict[str, object], message: str) -> None:
    with pytest.raises(UserError) as error:
        read_options(Table(Path("x"), "", written), Options)
    assert error.value.message == message


def test_values_that_a_rule_refuses() -> None:
    @dataclass(frozen=True, slots=True)
    class Picky:
        first: int = 1
        last: int = 2

        def __post_init__(self) -> None:
            if self.first > self.last:
                raise ValueError("first comes after last")

    text = "[rules.picky]\nfirst = 3\n"
    with pytest.raises(UserError) as error:
        read_options(Table(Path("x"), text, {"first": 3}, ("rules", "picky")), Picky)
    assert error.value.message == "x:1: these values do not go together: first comes after last."


TOML = """\
top = 1
[rules.goal-vague]  # a comment
words = [
  "x",
]
inner.deep = 2
[tool."readyroom"]
strict = true
"""


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("top",), 1),
        (("rules", "goal-vague"), 2),
        (("rules", "goal-vague", "words"), 3),
        (("rules", "goal-vague", "inner", "deep"), 6),
        (("rules", "goal-vague", "elsewhere"), 2),
        (("tool", "readyroom", "strict"), 8),
        (("nowhere",), 1),
    ],
)
def test_lines_of_keys(keys: tuple[str, ...], line: int) -> None:
    assert line_of(TOML, keys) == line


@pytest.mark.parametrize(
    "rule", [rule for rule in all_rules() if rule.meta.options], ids=lambda rule: rule.id
)
def test_every_option_of_every_rule_can_be_set(rule: RegisteredRule) -> None:
    assert rule.meta.options
    defaults = rule.meta.options()
    written = {
        field.name.replace("_", "-"): _as_toml(getattr(defaults, field.name))
        for field in fields(defaults)
    }
    assert read_options(Table(Path("x"), "", written), type(defaults)) == defaults


def _as_toml(value: object) -> object:
    return list(value) if isinstance(value, (tuple, frozenset)) else value
