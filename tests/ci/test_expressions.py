"""Who is trusted, worked out by the build server's own reading of the expressions."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from ci.steps import ACTION, CHECK, COMMENT, load, step

EVALUATE = """
import { pathToFileURL } from 'node:url';
const { Lexer, Parser, Evaluator, data } = await import(pathToFileURL(process.argv[1]));
const { text, contexts } = JSON.parse(process.argv[2]);
const known = (value) =>
  value === null ? new data.Null()
  : typeof value === 'string' ? new data.StringData(value)
  : new data.Dictionary(...Object.entries(value).map(([key, v]) => ({ key, value: known(v) })));
const parser = new Parser(new Lexer(text).lex().tokens, Object.keys(contexts), []);
console.log(new Evaluator(parser.parse(), known(contexts)).evaluate().coerceString());
"""


def evaluate(text: str, **contexts: Any) -> str:
    """The value of `${{ … }}`; skipped where node or its reader of expressions is missing."""
    node = shutil.which("node")
    package = Path(os.environ.get("NODE_PATH", "")) / "@actions" / "expressions" / "dist"
    if not node or not (package / "index.js").is_file():
        pytest.skip("@actions/expressions is not in NODE_PATH")
    world = json.dumps({"text": text.strip()[3:-2], "contexts": contexts})
    command = [node, "--input-type=module", "-e", EVALUATE, "--", package / "index.js", world]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.removesuffix("\n")


PUSH: dict[str, Any] = {}
OWN, FORK, DELETED_FORK = (
    {"pull_request": {"head": {"repo": repo}}}
    for repo in ({"full_name": "team/book"}, {"full_name": "stranger/book"}, None)
)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [("auto", ["", "", "1", "1"]), ("true", [""] * 4), ("false", ["1"] * 4)],
)
def test_team_rules_in_the_action(wanted: str, expected: list[str]) -> None:
    for name in ("Check the briefs", "Report"):
        text = step(ACTION, name)["env"]["READYROOM_NO_TEAM_RULES"]
        found = [
            evaluate(
                text,
                inputs={"team-rules": wanted},
                github={"repository": "team/book", "event": event},
            )
            for event in (PUSH, OWN, FORK, DELETED_FORK)
        ]
        assert found == expected


@pytest.mark.parametrize(("event", "expected"), [(OWN, ""), (FORK, "1"), (DELETED_FORK, "1")])
def test_team_rules_in_the_workflow(event: dict[str, Any], expected: str) -> None:
    text = load(CHECK)["jobs"]["briefs"]["env"]["READYROOM_NO_TEAM_RULES"]
    assert evaluate(text, github={"repository": "team/book", "event": event}) == expected


@pytest.mark.parametrize(
    ("given", "target", "expected"),
    [("", "main", "origin/main"), ("v1", "main", "v1"), ("v1", "", "v1"), ("", "", "")],
)
def test_what_is_compared_with(given: str, target: str, expected: str) -> None:
    for name in ("Check the briefs", "Report"):
        text = step(ACTION, name)["env"]["BASE"]
        assert evaluate(text, inputs={"base": given}, github={"base_ref": target}) == expected


@pytest.mark.parametrize(
    ("event", "conclusion", "expected"),
    [
        ("pull_request", "success", "true"),
        ("pull_request", "failure", "true"),
        ("pull_request", "cancelled", "false"),
        ("push", "success", "false"),
    ],
)
def test_when_a_comment_is_written(event: str, conclusion: str, expected: str) -> None:
    text = load(COMMENT)["jobs"]["comment"]["if"]
    run = {"event": event, "conclusion": conclusion}
    assert evaluate(text, github={"event": {"workflow_run": run}}) == expected
