"""JUnit's XML: a brief is a suite, a finding a case of it; errors fail, the rest is only told."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from readyroom.model.report import Diagnostic, Report
from readyroom.model.status import Severity
from readyroom.reporters import View
from readyroom.reporters.markup.advice import advice
from readyroom.reporters.markup.xml import document
from readyroom.reporters.terminal.visible import path, sentence


def render(report: Report, view: View) -> str:
    """One suite for each file that was checked; a file without findings has one case, passed."""
    root = Element("testsuites", name="readyroom")
    names = {one.path for one in report.briefs} | {one.place.path for one in report.diagnostics}
    for name in sorted(names):
        own = [one for one in report.diagnostics if one.place.path == name]
        _suite(root, name, own, view)
    for kind in ("tests", "failures", "errors", "skipped"):
        root.set(kind, str(sum(int(suite.get(kind, "0")) for suite in root)))
    return document(root)


def _suite(root: Element, name: str, findings: list[Diagnostic], view: View) -> None:
    suite = SubElement(root, "testsuite", name=path(name))
    for found in findings:
        _case(suite, path(name), found, view)
    if not findings:
        SubElement(suite, "testcase", name="readyroom", classname=path(name))
    for kind, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(kind, str(len(suite.findall(f"testcase/{tag}"))))
    suite.set("tests", str(len(suite)))


def _case(suite: Element, name: str, found: Diagnostic, view: View) -> None:
    place = found.place
    case = SubElement(
        suite,
        "testcase",
        name=f"{found.rule} {place.start.line}:{place.start.column}",
        classname=name,
        file=name,
        line=str(place.start.line),
    )
    text = advice(found, view)
    if found.waived:
        SubElement(case, "skipped", message=sentence(found.message))
    elif found.incomplete:
        SubElement(case, "error", message=sentence(found.message), type=found.rule).text = text
    elif found.severity is Severity.ERROR:
        SubElement(case, "failure", message=sentence(found.message), type=found.rule).text = text
    else:
        SubElement(case, "system-out").text = f"{found.severity}: {text}"
