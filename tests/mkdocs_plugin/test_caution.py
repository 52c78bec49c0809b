"""What must not happen: foreign text that runs, files that vanish, one bad file that ends all."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

import markdown
import pytest
from mkdocs.exceptions import Abort

from pages.allow_list import active_parts
from readyroom.mkdocs_plugin import ReadyroomPlugin
from readyroom.mkdocs_plugin import plugin as module

from .playbook import BRIEF, CONFIG, FILES, build, write

TEXT = (".html", ".xml", ".svg", ".json")
EVIL = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{ 7*191 }}{% raw %}",
)


def hostile(number: int, payload: str) -> str:
    quoted = "'" + payload.replace("'", "''") + "'"
    keys = ("title", "owner", "tags", "kind", "supports", "description", "audience")
    front = "".join(f"{key}: {quoted}\n" for key in keys)
    head = f"---\nid: brief-{number}\nstatus: idea\nlang: en\n{front}---\n"
    return f"{head}# {payload}\n\n{payload}\n\n## {payload}\n"


def briefs(payloads: Iterable[str]) -> dict[str, str]:
    return {
        f"playbooks/growth/briefs/{number}.md": hostile(number, payload)
        for number, payload in enumerate(payloads)
    }


def active(site: Path) -> dict[str, list[str]]:
    return {
        path.relative_to(site).as_posix(): sorted(active_parts(path.read_text("utf-8")))
        for path in sorted(site.rglob("*.html"))
    }


def test_hostile_briefs_add_nothing_active_to_any_page(tmp_path: Path) -> None:
    harmless = build(write(tmp_path / "a", {**FILES, **briefs("Spring" for _ in EVIL)}))
    attacked = build(write(tmp_path / "b", {**FILES, **briefs(EVIL)}))
    assert active(attacked) == active(harmless)
    outputs = {
        path: path.read_text("utf-8") for path in attacked.rglob("*.*") if path.suffix in TEXT
    }
    assert [str(path) for path, text in outputs.items() if "1337" in text] == []
    data = [text for path, text in outputs.items() if path.suffix in (".json", ".svg")]
    assert [text for text in data if "<script" in text or "<img" in text] == []
    assert "<" not in (attacked / "search/search_index.js").read_text("utf-8")


def test_mkdocs_never_parses_a_brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    convert = markdown.Markdown.convert

    def spy(self: markdown.Markdown, source: str) -> str:
        parsed.append(source)
        return convert(self, source)

    monkeypatch.setattr(markdown.Markdown, "convert", spy)
    build(write(tmp_path, FILES))
    assert sorted(source.split("\n")[0] for source in parsed) == ["# Growth", "# Strategy"]


BRACKETS = "---\ntitle: x\na: " + "[" * 30_000 + "\n---\n# Still here\n"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("briefs/spring.md", BRACKETS.replace("title", "status: idea\ntitle"), None),
        ("page.md", BRACKETS, "its front matter was skipped"),
        ("page.md", b"# Caf\xff\n", "page.md"),
        ("briefs/spring.md", b"---\nstatus: idea\n---\n\xff\n", "spring.md"),
        ("page.md", "---\ntitle: !!python/object/apply:os.system [x]\n---\n# Still here\n",
         "its front matter was skipped"),
    ],
)  # fmt: skip
def test_one_bad_file_ends_no_build(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    name: str,
    content: str | bytes,
    said: str | None,
) -> None:
    files = {**FILES, "playbooks/growth/strategy.md": "# Strategy\n"}
    caplog.set_level(logging.WARNING)
    site = build(write(tmp_path, {**files, f"playbooks/growth/{name}": content}))
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert {"growth/briefs/osen.html", f"growth/{name[:-3]}.html"} <= pages
    assert said is None or said in caplog.text


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        ({"playbooks/rules/index.md": "# Our rules\n"},
         "The site needs the address rules/index.md for a page that it generates, but the docs "
         "folder has a file of that name. Rename rules/index.md."),
        ({"playbooks/badges/spring.svg": "<svg/>"},
         "The site needs the address badges/spring.svg"),
        ({"playbooks/growth/briefs/copy.md": BRIEF},
         "Two briefs have the id 'spring': playbooks/growth/briefs/copy.md and "
         "playbooks/growth/briefs/spring.md."),
        ({"mkdocs.yml": CONFIG.replace("urls: false", "urls: true"),
          "playbooks/growth/briefs/spring/index.md": "# x\n"},
         "growth/briefs/spring.md and growth/briefs/spring/index.md would both be published as "
         "growth/briefs/spring/index.html. Rename one of them."),
        ({"mkdocs.yml": CONFIG.replace("search: material", "as_of: tomorrow")},
         "as_of: 'tomorrow' is not a date. Write it as YYYY-MM-DD."),
        ({"readyroom.toml": "as-of = 3\n"}, "as-of"),
        ({"templates/pages/brief.html.j2": "{{ nonsense }}"}, "'nonsense' is undefined"),
        ({"templates/pages/brief.html.j2": "{% if %}"}, "A fault in brief.html.j2:"),
    ],
)  # fmt: skip
def test_what_a_person_can_put_right_is_one_plain_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, extra: dict[str, str], said: str
) -> None:
    root = write(tmp_path, {**FILES, **extra})
    with pytest.raises(Abort):
        build(root)
    (error,) = [one.getMessage() for one in caplog.records if one.levelname == "ERROR"]
    assert said in error
    assert "\n" not in error


def test_a_folder_that_is_not_ours_is_left_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    root = write(tmp_path, {**FILES, "site/precious.txt": "keep"})
    with pytest.raises(Abort):
        build(root)
    assert (root / "site/precious.txt").read_text() == "keep"
    assert "holds files that Readyroom did not make" in caplog.text


def test_a_link_out_of_the_project_is_not_published(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    secret = write(tmp_path / "outside", {"secret.md": "# Secret\n"})
    root = write(tmp_path / "inside", FILES)
    (root / "playbooks/secret.md").symlink_to(secret / "secret.md")
    site = build(root)
    assert [str(page) for page in site.rglob("*.html") if "Secret" in page.read_text("utf-8")] == []
    assert "secret.md is not published: it leads out of the project" in caplog.text


@pytest.mark.parametrize(
    ("fail_on", "fails"), [("never", False), ("error", True), ("warning", True)]
)
def test_findings_fail_a_strict_build_only_where_asked(
    tmp_path: Path, fail_on: str, fails: bool
) -> None:
    config = CONFIG.replace("search: material", f"search: material, fail_on: {fail_on}")
    root = write(tmp_path, {**FILES, "mkdocs.yml": config})
    if fails:
        with pytest.raises(Abort):
            build(root, strict=True)
    else:
        build(root, strict=True)


def test_pagefind_is_asked_for_but_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module, "pagefind_command", lambda: None)
    root = write(tmp_path, {**FILES, "mkdocs.yml": CONFIG.replace("material}", "pagefind}")})
    with pytest.raises(Abort):
        build(root)
    assert "Pagefind is not installed, and mkdocs.yml asks for it." in caplog.text


def test_without_pagefind_the_themes_own_search_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "pagefind_command", lambda: None)
    root = write(tmp_path, {**FILES, "mkdocs.yml": CONFIG.replace("material}", "auto}")})
    page = (build(root) / "ladder.html").read_text("utf-8")
    assert ('name="search"' in page, "data-rr-search" in page) == (True, False)


def test_a_preview_watches_templates_and_settings(tmp_path: Path) -> None:
    watched: list[str] = []

    class Server:
        def watch(self, path: str) -> None:
            watched.append(path)

    root = write(tmp_path, {**FILES, "templates/pages/x.j2": ""})
    plugin = ReadyroomPlugin()
    plugin.load_config({})
    plugin.on_startup(command="serve", dirty=False)
    from mkdocs.config import load_config

    config = load_config(str(root / "mkdocs.yml"))
    plugin.on_config(config)
    plugin.on_serve(Server(), config=config, builder=None)  # type: ignore[arg-type]
    assert {str(root / "templates"), str(root / "readyroom.toml")} <= set(watched)
    assert any(path.endswith("templates/pages") for path in watched)
    assert config.extra["readyroom"] == {"pagefind": False}
