"""Real builds of a small playbook: what comes out, and that equal input gives equal bytes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from .playbook import CONFIG, FILES, build, files_of, run, write

PAGEFIND = CONFIG.replace("search: material", "search: pagefind")
GENERATOR = re.compile(rb'<meta name="generator"[^>]*>')


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, announced: str | None) -> Path:
    """The small playbook as `mkdocs build --strict` makes it, with Pagefind."""
    root = write(tmp_path_factory.mktemp("one"), {**FILES, "mkdocs.yml": PAGEFIND})
    done = run(root, "mkdocs", announced, "--strict", TZ="Asia/Manila")
    assert (done.returncode, done.stderr.count("WARNING")) == (0, 0), done.stderr
    return root / "site"


def text(site: Path, name: str) -> str:
    return (site / name).read_text("utf-8")


def test_the_pages_of_the_site(built: Path) -> None:
    pages = {path.relative_to(built).as_posix() for path in built.rglob("*.html")}
    assert {page for page in pages if not page.startswith("rules/")} == {
        "404.html",
        "index.html",
        "ladder.html",
        "growth/index.html",
        "growth/strategy.html",
        "growth/briefs/spring.html",
        "growth/briefs/osen.html",
    }
    assert "rules/goal-missing.html" in pages


def test_other_files_of_the_site(built: Path) -> None:
    names = set(files_of(built))
    assert {
        ".readyroom-site",
        "badges/spring.svg",
        "badges/osen.json",
        "assets/readyroom.css",
        "assets/readyroom.js",
        "assets/readyroom-search.js",
        "assets/readyroom-results.js",
        "search/search_index.js",
        "pagefind/pagefind.js",
    } <= names
    assert [name for name in names if name.endswith((".j2", "-ui.js", ".py"))] == []


def test_each_page_names_its_language(built: Path) -> None:
    names = ("index.html", "growth/briefs/spring.html", "growth/briefs/osen.html")
    found = [re.findall(r"<html lang=\"([^\"]*)\"", text(built, name)) for name in names]
    assert found == [["en"], ["en"], ["ru"]]


def test_each_language_has_a_search_index(built: Path) -> None:
    entry = json.loads(text(built, "pagefind/pagefind-entry.json"))
    assert sorted(entry["languages"]) == ["en", "ru"]


def test_edit_links_lead_to_the_source(built: Path) -> None:
    edit = r'href="(https://git\.example\.org/[^"]*)"[^>]*rel="edit"'
    names = ("growth/briefs/spring.html", "growth/strategy.html", "index.html", "ladder.html")
    assert [re.findall(edit, text(built, name)) for name in names] == [
        ["https://git.example.org/team/playbook/edit/main/playbooks/growth/briefs/spring.md"],
        ["https://git.example.org/team/playbook/edit/main/playbooks/growth/strategy.md"],
        [],
        [],
    ]


def test_links_into_briefs_arrive(built: Path) -> None:
    page = text(built, "growth/strategy.html")
    assert re.findall(r'href="(briefs/[^"]*)"', page) == [
        "briefs/spring.html#s-goals",
        "briefs/spring.html#i-G1",
        "briefs/osen.html",
    ]
    target = text(built, "growth/briefs/spring.html")
    assert ('id="s-goals"' in target, 'id="i-G1"' in target) == (True, True)


def test_links_out_of_briefs_arrive(built: Path) -> None:
    link = 'href="../strategy.html#obj-2027-1-full-shifts"'
    assert link in text(built, "growth/briefs/spring.html")
    assert 'id="obj-2027-1-full-shifts"' in text(built, "growth/strategy.html")


def test_briefs_stay_out_of_the_navigation(built: Path) -> None:
    nav = re.search(
        r'<nav class="md-nav md-nav--primary".*?</nav>\s*</div>',
        text(built, "ladder.html"),
        re.DOTALL,
    )
    assert nav
    assert ("Spring intake" in nav[0], "Strategy" in nav[0]) == (False, True)


def test_nothing_comes_from_another_host(built: Path) -> None:
    loads = re.compile(r'<(?:script|img|link|iframe)[^>]*(?:src|href)="((?:https?:)?//[^"]+)"')
    found = {url for page in built.rglob("*.html") for url in loads.findall(page.read_text())}
    assert found == set()


def test_the_sitemap_is_dated_by_the_report(tmp_path: Path) -> None:
    files = {
        **FILES,
        "mkdocs.yml": f"site_url: https://example.org/\n{CONFIG}",
        "readyroom.toml": "as-of = 2026-01-05\n",
    }
    days = re.findall(
        r"<lastmod>(.*?)</lastmod>", text(build(write(tmp_path, files)), "sitemap.xml")
    )
    assert set(days) == {"2026-01-05"}


def test_equal_input_gives_equal_bytes(built: Path, tmp_path: Path, announced: str | None) -> None:
    root = write(tmp_path / "elsewhere" / "deeper", {**FILES, "mkdocs.yml": PAGEFIND})
    run(root, "mkdocs", announced, TZ="America/Lima", PYTHONHASHSEED="7")
    assert files_of(root / "site") == files_of(built)


def test_properdocs_builds_the_same_pages(
    built: Path, tmp_path: Path, announced: str | None
) -> None:
    root = write(tmp_path, {**FILES, "mkdocs.yml": PAGEFIND})
    done = run(root, "properdocs", announced, "--strict")
    assert done.returncode == 0, done.stderr
    assert unsigned(root / "site") == unsigned(built)


def unsigned(site: Path) -> dict[str, bytes]:
    """The pages without the name of the program that made them."""
    files = files_of(site)
    return {name: GENERATOR.sub(b"", files[name]) for name in files if name.endswith(".html")}


def test_folders_as_addresses(tmp_path: Path) -> None:
    config = CONFIG.replace("use_directory_urls: false", "use_directory_urls: true")
    site = build(write(tmp_path, {**FILES, "mkdocs.yml": config}), strict=True)
    brief = text(site, "growth/briefs/spring/index.html")
    assert 'href="../../strategy/#obj-2027-1-full-shifts"' in brief
    assert 'href="../../../ladder/#planned"' in brief
    strategy = text(site, "growth/strategy/index.html")
    assert 'href="../briefs/spring/#s-goals"' in strategy


def test_a_home_page_of_the_team_stands_above_the_dashboard(tmp_path: Path) -> None:
    files = {**FILES, "playbooks/index.md": "# Welcome\n\nHow we work.\n"}
    page = text(build(write(tmp_path, files), strict=True), "index.html")
    order = [page.index(part) for part in ("Welcome</h1>", "How we work", 'id="briefs"')]
    assert order == sorted(order)
    assert page.count("<h1") == 1


def test_a_teams_own_theme_folder_wins(tmp_path: Path) -> None:
    files = {
        **FILES,
        "mkdocs.yml": CONFIG.replace("font: false", "font: false, custom_dir: ours"),
        "ours/partials/search.html": "<p>our own search</p>",
        "ours/assets/readyroom.css": "/* our own */",
    }
    site = build(write(tmp_path, files))
    assert "our own search" in text(site, "ladder.html")
    assert text(site, "assets/readyroom.css") == "/* our own */"


def test_a_teams_own_page_template_wins(tmp_path: Path) -> None:
    own = "<h1>{{ found.title }}, our way</h1>"
    files = {**FILES, "templates/pages/brief.html.j2": own}
    site = build(write(tmp_path, files))
    assert "Spring intake, our way" in text(site, "growth/briefs/spring.html")
