"""SARIF 2.1.0, for code scanning: rules with their pages, findings with places, fixes, waivers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from readyroom import __version__
from readyroom.linting.rule_page import page_of
from readyroom.model.report import Correction, Diagnostic, Place, Report, worst_first
from readyroom.model.status import Severity
from readyroom.reporters import View
from readyroom.reporters.markup.advice import advice
from readyroom.reporters.markup.json_text import document
from readyroom.reporters.terminal.visible import sentence
from readyroom.rules import RegisteredRule

# GitHub shows this many results of a run and refuses uploads far above it.
MOST = 5_000
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"

FROM_REPOSITORY = True


def render(report: Report, view: View) -> str:
    """One run. Waived findings are suppressed results; of more than 5,000 findings the worst."""
    return document(_log(report, view))


def _log(report: Report, view: View) -> dict[str, Any]:
    worst = sorted(worst_first(report.diagnostics), key=lambda one: one.waived)
    kept = set(map(id, worst[:MOST]))
    results = [one for one in report.diagnostics if id(one) in kept]
    names = sorted({one.rule for one in results})
    known = {rule.id: rule for rule in view.rules}
    driver = {
        "name": "Readyroom",
        "semanticVersion": __version__,
        "rules": [_rule(name, known.get(name), results) for name in names],
    }
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the playbook."}}},
        "invocations": [_invocation(report, len(report.diagnostics) - len(results))],
        "results": [_result(one, names.index(one.rule), view) for one in results],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _invocation(report: Report, left_out: int) -> dict[str, Any]:
    told: list[dict[str, Any]] = []
    if left_out:
        text = f"{left_out} more findings are not listed here."
        told.append({"level": "warning", "message": {"text": text}})
    invocation: dict[str, Any] = {"executionSuccessful": not report.incomplete}
    return invocation | ({"toolExecutionNotifications": told} if told else {})


def _rule(name: str, rule: RegisteredRule | None, results: Iterable[Diagnostic]) -> dict[str, Any]:
    described: dict[str, Any] = {"id": name, "name": _camel(name)}
    if rule:
        page = page_of(rule)
        described |= {
            "shortDescription": {"text": page.summary},
            "fullDescription": {"text": " ".join((page.summary, *page.why_paragraphs))[:1000]},
            "help": {"text": rule.doc, "markdown": rule.doc},
            "properties": {"tags": ["campaign brief", rule.family], "precision": "high"},
        }
    url = next((one.url for one in results if one.rule == name and one.url), "")
    return described | ({"helpUri": sentence(url)} if url else {})


def _camel(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"\W", name))


def _result(found: Diagnostic, index: int, view: View) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": found.rule,
        "ruleIndex": index,
        "level": _LEVELS[found.severity],
        "message": {"text": advice(found, view)},
        "locations": [{"physicalLocation": _location(found.place)}],
        "partialFingerprints": {"readyroom/v1": found.fingerprint},
    }
    if found.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": sentence(one.message)},
                "physicalLocation": _location(one.place),
            }
            for number, one in enumerate(found.related, 1)
        ]
    if found.fix:
        result["fixes"] = [_fix(found.fix)]
    if found.waived:
        result["suppressions"] = [{"kind": "inSource", "status": "accepted"}]
    return result


def _location(place: Place) -> dict[str, Any]:
    return {"artifactLocation": _artifact(place.path), "region": _region(place)}


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path.encode("utf-8", "surrogatepass")), "uriBaseId": _ROOT}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
    }


def _fix(fix: Correction) -> dict[str, Any]:
    """A fix concerns one file, since a rule looks at one brief."""
    return {
        "description": {"text": sentence(fix.title)},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(fix.replacements[0].place.path),
                "replacements": [
                    {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}}
                    for edit in fix.replacements
                ],
            }
        ],
    }
