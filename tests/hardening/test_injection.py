"""Cases 37-43: no brief can make a page of the site run anything."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from mkdocs_plugin.playbook import CONFIG, build

from .cases import STRATEGY, contents, write
from .oracle import CONTENT, Parts, is_allowed, violations
from .payloads import CONTEXTS, PAYLOADS, briefs

MARKER = "rrpwn"
HARMLESS = "plain words"
MARKUP = ("svg", "xml")


def built(folder: Path, *payloads: str) -> Mapping[str, str]:
    """The text files of a site that is made of these payloads."""
    files = {"mkdocs.yml": CONFIG, "readyroom.toml": 'as-of = "2026-11-22"\n'}
    files["playbooks/strategy.md"] = STRATEGY
    for number, payload in enumerate(payloads):
        files.update(briefs(number, payload))
    site = build(write(folder, files))
    return {
        Path(path).relative_to(site).as_posix(): data.decode("utf-8")
        for path, data in contents(site).items()
        if path.endswith((".html", ".json", ".svg", ".xml", "index.js"))
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """One site that is made of all payloads."""
    return built(tmp_path_factory.mktemp("injection"), HARMLESS, *PAYLOADS)


@pytest.fixture(scope="module")
def allowed(tmp_path_factory: pytest.TempPathFactory) -> frozenset[tuple[str, str]]:
    """What a harmless site consists of, and what Markdown may add."""
    pages = built(tmp_path_factory.mktemp("harmless"), HARMLESS, f"other {HARMLESS}")
    found = {pair for name in pages if name.endswith(".html") for pair in Parts(pages[name]).pairs}
    return CONTENT | {(tag, name) for tag, name in found if not name.startswith("on")}


def test_there_are_enough_of_them() -> None:
    assert (len(set(PAYLOADS)) >= 60, len(set(CONTEXTS)) >= 40) == (True, True)
    assert [payload for payload in PAYLOADS if MARKER not in payload] == []


def test_every_payload_reached_its_page(site: Mapping[str, str]) -> None:
    for number, payload in enumerate(PAYLOADS, 1):
        page, other = (site[f"briefs/odd-{number:03}{end}.html"] for end in ("", "-b"))
        assert (page.count(MARKER) > len(CONTEXTS), MARKER in other) == (True, True), payload


def test_no_page_runs_anything(
    site: Mapping[str, str], allowed: frozenset[tuple[str, str]]
) -> None:
    pages = [name for name in site if name.endswith(".html")]
    found = {name: sorted(set(violations(site[name], allowed, MARKER))) for name in pages}
    assert {name: list(what) for name, what in found.items() if what} == {}
    assert len(pages) > 2 * len(PAYLOADS)


def test_nothing_is_computed(site: Mapping[str, str]) -> None:
    page = site[
        f"briefs/odd-{PAYLOADS.index('{{rrpwn}}{{cycler.__init__.__globals__.os}}') + 1:03}.html"
    ]
    assert "{{rrpwn}}{{cycler.__init__.__globals__.os}}" in html.unescape(page)


def test_ids_come_from_readyroom_alone(site: Mapping[str, str]) -> None:
    """No brief can take the id of a part of the theme or of another finding."""
    known = {value for value in Parts(site["briefs/odd-000.html"]).values if value[:3] == "id="}
    for number in range(1, len(PAYLOADS) + 1):
        found = [value for value in Parts(site[f"briefs/odd-{number:03}.html"]).values
                 if value[:3] == "id="]  # fmt: skip
        assert len(found) == len(set(found))
        own = {value for value in found if not re.match(r"id=([silf]-|title$)", value)}
        assert own <= known


def entries(index: str) -> Iterator[str]:
    for entry in json.loads(index)["docs"]:
        yield from (str(entry.get(key, "")) for key in ("title", "text", "location"))
        yield from map(str, entry.get("tags", ()))


def test_the_search_index_holds_no_more_than_text(
    site: Mapping[str, str], allowed: frozenset[tuple[str, str]]
) -> None:
    """The theme shows titles and texts of its index as HTML."""
    index = site["search/search_index.json"]
    found = {what for text in entries(index) for what in violations(text, allowed, MARKER)}
    assert found == set()
    assert sum(MARKER in text for text in entries(index)) > len(PAYLOADS)
    assert "<" not in site["search/search_index.js"]


def test_badges_and_feeds_are_whole(site: Mapping[str, str]) -> None:
    names = [name for name in site if name.endswith(MARKUP)]
    elements = {
        element.tag.rsplit("}", 1)[-1]
        for name in names
        for element in ElementTree.fromstring(site[name]).iter()
    }
    attributes = {
        key
        for name in names
        for element in ElementTree.fromstring(site[name]).iter()
        for key in element.attrib
    }
    assert elements <= {"svg", "title", "rect", "g", "text", "path", "linearGradient", "stop",
                        "clipPath", "urlset", "url", "loc", "lastmod"}  # fmt: skip
    assert [key for key in attributes if key.startswith("on") or "href" in key] == []
    assert len(names) > len(PAYLOADS)


def test_data_files_hold_no_markup(site: Mapping[str, str]) -> None:
    for name in (name for name in site if name.endswith(".json") and name.startswith("badges/")):
        assert ("<" in site[name], json.loads(site[name])["schemaVersion"]) == (False, 1)


def test_the_oracle_sees_what_it_should() -> None:
    page = "<p onclick='rrpwn'><a href=' java\tscript:rrpwn'><script>rrpwn</script><!-- rrpwn -->"
    assert list(violations(page, CONTENT, MARKER)) == [
        "<p onclick>",
        "<script >",
        "address  java\tscript:rrpwn",
        "raw text rrpwn",
        "raw text  rrpwn ",
        "attribute onclick=rrpwn",
    ]
    assert [is_allowed(url) for url in ("a.md#x", "//a", "HTTPS:x", "java\nscript:x", "x:y")] == [
        True, True, True, False, False,
    ]  # fmt: skip
