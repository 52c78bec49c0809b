"""The script that keeps the comment, run under node with everything around it faked."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from ci.steps import COMMENT, step

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="node is not installed")

MARKER = "<!-- readyroom -->"
PULL = {"number": 7, "state": "open", "head": {"sha": "abc", "repo": {"id": 5}}}
MINE = {"id": 31, "user": {"login": "github-actions[bot]"}, "body": f"{MARKER}\nold"}
THEIRS = {"id": 32, "user": {"login": "stranger"}, "body": f"{MARKER}\nold"}
OTHER_BOT = {"id": 33, "user": {"login": "github-actions[bot]"}, "body": f"see {MARKER}"}
GONE = {"id": 34, "user": None, "body": None}
REPORT = f"{MARKER}\n## Readiness of the briefs\n\nOne brief.\n"
BODY = f"{MARKER}\n## Readiness of the briefs\n\nOne brief."

HARNESS = """
const { script, pull, comments } = JSON.parse(process.env.WORLD);
const calls = [];
const said = (name) => async (given) => { calls.push([name, given]); return {}; };
const github = {
  paginate: async (method, given) => { calls.push(['list', given]); return comments; },
  rest: {
    pulls: { get: async (given) => { calls.push(['get', given]); return { data: pull }; } },
    issues: { listComments: {}, createComment: said('create'), updateComment: said('update') },
  },
};
const context = {
  repo: { owner: 'o', repo: 'r' },
  payload: { workflow_run: { head_sha: 'abc', head_repository: { id: 5 } } },
};
const core = { notice: (text) => calls.push(['notice', text]) };
const AsyncFunction = (async () => {}).constructor;
new AsyncFunction('github', 'context', 'core', 'require', script)(github, context, core, require)
  .then(() => console.log(JSON.stringify({ calls })))
  .catch((error) => console.log(JSON.stringify({ calls, error: error.message })));
"""


@pytest.fixture
def artifact(tmp_path: Path) -> Path:
    folder = tmp_path / "readyroom-report"
    folder.mkdir()
    (folder / "pull-request.txt").write_text("7\n")
    (folder / "report.md").write_text(REPORT)
    return folder


def comment(
    artifact: Path, *comments: dict[str, Any], pull: dict[str, Any] = PULL
) -> dict[str, Any]:
    script = step(COMMENT, "Create or update the comment")["with"]["script"]
    world = json.dumps({"script": script, "pull": pull, "comments": comments})
    done = subprocess.run(
        [str(NODE), "-e", HARNESS],
        cwd=artifact.parent,
        env={**os.environ, "WORLD": world},
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def written(found: dict[str, Any]) -> list[Any]:
    return [call for call in found["calls"] if call[0] in ("create", "update")]


PLACE = {"owner": "o", "repo": "r"}
CREATED = ["create", {**PLACE, "issue_number": 7, "body": BODY}]
UPDATED = ["update", {**PLACE, "comment_id": 31, "body": BODY}]


@pytest.mark.parametrize(
    ("comments", "expected"),
    [
        ([], [CREATED]),
        ([THEIRS, OTHER_BOT, GONE], [CREATED]),
        ([THEIRS, OTHER_BOT, MINE, GONE], [UPDATED]),
        ([{**MINE, "body": BODY}], []),
    ],
)
def test_there_is_one_comment(
    artifact: Path, comments: list[dict[str, Any]], expected: list[Any]
) -> None:
    found = comment(artifact, *comments)
    assert (written(found), found.get("error")) == (expected, None)


@pytest.mark.parametrize(
    "pull",
    [
        {**PULL, "head": {"sha": "def", "repo": {"id": 5}}},
        {**PULL, "head": {"sha": "abc", "repo": {"id": 6}}},
        {**PULL, "head": {"sha": "abc", "repo": None}},
        {**PULL, "state": "closed"},
    ],
)
def test_a_report_on_something_else_is_not_posted(artifact: Path, pull: dict[str, Any]) -> None:
    found = comment(artifact, MINE, pull=pull)
    assert [call[0] for call in found["calls"]] == ["get", "notice"]


@pytest.mark.parametrize(
    "number",
    ["", "0", "-7", "7.5", "0x7", "7 8", "7\n8", "7/../8", "12345678901", "７", "$(touch hacked)"],
)
def test_the_number_is_a_number(artifact: Path, number: str) -> None:
    (artifact / "pull-request.txt").write_text(number)
    assert comment(artifact)["calls"] == []


@pytest.mark.parametrize("name", ["pull-request.txt", "report.md"])
def test_only_plain_small_files_are_read(artifact: Path, name: str) -> None:
    file = artifact / name
    for make in (
        lambda: None,
        lambda: file.symlink_to("/etc/hostname"),
        lambda: file.mkdir(),
        lambda: file.write_bytes(b"7" * 250_001),
    ):
        shutil.rmtree(file) if file.is_dir() else file.unlink(missing_ok=True)
        make()
        found = comment(artifact)
        assert (found["calls"], "error" in found) == ([], True)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>x</script>", "<|script>x<|/script>"),
        ("<!-- hidden -->", "<|!-- hidden -->"),
        ("![x](https://a.example/x.png)", "![x]|(https:|//a.example/x.png)"),
        ("[x]: //a.example", "[x]|: //a.example"),
        ("www.a.example", "www|.a.example"),
        ("ping @someone and @a/team", "ping @|someone and @|a/team"),
        ("a/b#12 GH-3", "a/b#|12 GH-|3"),
        ("\u202eevil\u202c \x1b[2J\r", "evil [2J"),
        ("# Heading\n\n- `code` – Привет 你好", "# Heading\n\n- `code` – Привет 你好"),
        (MARKER * 2, f"<|{MARKER[1:]}"),
        ("${process.exit(1)} `rm` $(touch hacked)", "${process.exit(1)} `rm` $(touch hacked)"),
    ],
)
def test_a_hostile_report_is_only_text(artifact: Path, text: str, shown: str) -> None:
    (artifact / "report.md").write_text(text)
    ((_, given),) = written(comment(artifact))
    assert given["body"] == f"{MARKER}\n{shown}".replace("|", "\u200b")


def test_the_longest_report_fits_into_a_comment(artifact: Path) -> None:
    (artifact / "report.md").write_text("语" * 62_000 + "@" * 10_000)
    ((_, given),) = written(comment(artifact))
    assert len(given["body"]) < 65_536
