"""The built example site in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

SPRING = "growth/briefs/spring-intake.html"
SUMMER = "growth/briefs/summer-night-push.html"
KINDS = (
    "index.html",
    SPRING,
    SUMMER,
    "lifecycle/briefs/zhoumo-shougong.html",
    "rules/index.html",
    "rules/goal-not-measurable.html",
    "ladder.html",
    "growth/index.html",
)


@contextmanager
def opened(browser: Any, url: str, **options: Any) -> Iterator[Any]:
    """A page in a fresh profile; at the end nothing was logged and no other host was asked."""
    host = url.split("/")[2]
    context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(f"{request.failure} {request.url}"))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url)
    yield page
    elsewhere = [one for one in asked if one.split("/")[2] != host]
    context.close()
    # Going on to another page breaks off what still loads.
    assert [one for one in said if not one.startswith("net::ERR_ABORTED")] == []
    assert elsewhere == []


def shown_titles(page: Any) -> list[str]:
    return page.locator("[data-rr-briefs] tbody tr:visible th a").all_inner_texts()


# Home


def test_filters_live_in_the_address(browser: Any, address: str) -> None:
    with opened(browser, address) as page:
        total = len(shown_titles(page))
        page.locator("[name=level]").select_option("ready")
        page.locator("[name=q]").fill("spring")
        assert shown_titles(page) == ["Spring intake of shift volunteers"]
        assert page.url == f"{address}?q=spring&level=ready"
        assert page.locator("[data-rr-count]").inner_text() == f"1 of {total} briefs"
        page.goto(f"{address}?lang=pl&sort=title&dir=desc")
        assert shown_titles(page) == [
            "Powrót po przerwie: pytanie zamiast rabatu",
            "Dwadzieścia pięć procent: listy dla tych, do których zwykły list nie pasuje",
        ]
        page.get_by_role("button", name="Show all").click()
        page.wait_for_url(address)
        assert len(shown_titles(page)) == total
        page.locator("[name=q]").fill("nothing is called so")
        assert page.locator("[data-rr-none]").is_visible()


def test_columns_sort_both_ways_and_empty_cells_stay_last(browser: Any, address: str) -> None:
    with opened(browser, address) as page:
        launches = "[data-rr-briefs] tbody td:nth-child(5)"
        button = page.get_by_role("button", name="Launch")
        button.click()
        up = page.locator(launches).all_inner_texts()
        button.click()
        down = page.locator(launches).all_inner_texts()
        dated = [day for day in up if day != "–"]
        assert up == sorted(dated) + ["–"] * (len(up) - len(dated))
        assert down == sorted(dated, reverse=True) + ["–"] * (len(up) - len(dated))
        assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"


def test_a_step_of_the_stairs_filters(browser: Any, address: str) -> None:
    with opened(browser, address) as page:
        step = page.locator(".rr-stair.rr-level--4 a")
        count = int(step.locator(".rr-stair__count").inner_text())
        step.click()
        assert len(shown_titles(page)) == count


def test_without_scripts_the_table_is_whole(browser: Any, address: str) -> None:
    with opened(browser, address, java_script_enabled=False) as page:
        assert page.locator("[data-rr-briefs] tbody tr").count() > 10
        assert not page.locator("[data-rr-filter]").is_visible()


# Search

INFLECTED = [
    ("volunteer", "Spring intake of shift volunteers"),
    ("объявлению", "Тысяча показов, прежде чем менять объявление"),
    ("街坊", "周末手工课：先请街坊来试一次"),
    ("przerwy", "Powrót po przerwie: pytanie zamiast rabatu"),
    ("boluntaryo", "Paalala sa unang shift"),
]


def ask(page: Any, words: str) -> list[str]:
    """The titles that the open search dialog lists for these words, once all have answered."""
    page.locator("[data-rr-dialog] input").fill(words)
    answered = page.locator(f'[data-rr-results][data-answers="{words}"][aria-busy="false"]')
    answered.wait_for(state="attached")
    return page.locator("[data-rr-results] .rr-dialog__title").all_inner_texts()


@pytest.mark.parametrize("start", ["index.html", "lifecycle/briefs/zhoumo-shougong.html"])
def test_any_brief_is_found_from_a_page_in_any_language(
    browser: Any, address: str, start: str
) -> None:
    with opened(browser, address + start) as page:
        page.keyboard.press("/")
        missed = [(words, title) for words, title in INFLECTED if title not in ask(page, words)]
        assert missed == []
        assert ask(page, "zzzqqqxx") == []
        language = page.evaluate("document.documentElement.lang")
        assert language == ("en" if start == "index.html" else "zh-Hans")


def test_search_by_keyboard(browser: Any, address: str) -> None:
    with opened(browser, address) as page:
        dialog = page.locator("[data-rr-dialog]")
        page.keyboard.press("/")
        dialog.wait_for(state="visible")
        ask(page, "shift")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        first = page.locator("[data-rr-results] a").first
        assert first.evaluate("link => link === document.activeElement")
        for _ in range(40):
            page.keyboard.press("Tab")
        assert dialog.evaluate("dialog => dialog.contains(document.activeElement)")
        page.keyboard.press("Escape")
        dialog.wait_for(state="hidden")


def test_the_themes_own_index_is_not_downloaded(browser: Any, address: str) -> None:
    with opened(browser, address) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.reload()
        page.keyboard.press("/")
        ask(page, "shift")
        assert [url for url in asked if "search_index" in url or "/workers/" in url] == []
        assert any("/pagefind/" in url for url in asked)


def test_opened_from_disk_the_themes_own_search_answers(browser: Any, site: Path) -> None:
    with opened(browser, f"file://{site}/{SPRING}") as page:
        page.keyboard.press("/")
        page.keyboard.type("volunteers", delay=20)
        result = page.locator(".md-search-result__link").first
        result.wait_for(state="visible", timeout=10_000)
        assert (result.get_attribute("href") or "").startswith(f"file://{site}/")


# From search to the rule


def test_from_search_to_a_brief_to_a_missing_proof_to_its_rule(browser: Any, address: str) -> None:
    with opened(browser, address) as page:
        page.keyboard.press("/")
        ask(page, "night push")
        page.get_by_role("link", name="Summer night push").first.click()
        page.wait_for_url(re.compile("summer-night-push"))
        assert page.locator(".rr-head .rr-level").inner_text() == "Idea"
        assert page.locator(".rr-head .rr-state").inner_text() == "ahead of its evidence"
        proof = page.locator(".rr-proofs[open] li", has_text="goal-not-measurable")
        assert "This goal has no number" in proof.inner_text()
        proof.get_by_role("link", name="goal-not-measurable").click()
        page.wait_for_url(re.compile("rules/goal-not-measurable"))
        assert page.locator("h1").inner_text() == "goal-not-measurable"
        assert "Summer night push" in page.locator("#failing + ul").inner_text()


def test_a_finding_leads_to_its_line_and_back(browser: Any, address: str) -> None:
    with opened(browser, address + SUMMER) as page:
        finding = page.locator(".rr-finding", has_text="goal-not-measurable")
        finding.locator("a").first.click()
        assert page.locator(":target").inner_text() != ""
        page.locator(f'a.rr-flag[href="#{finding.get_attribute("id")}"]').click()
        assert page.locator(":target").get_attribute("id") == finding.get_attribute("id")


# Every kind of page


def across(browser: Any, address: str, look: Callable[[Any], object], **options: Any) -> object:
    """What is wrong on each kind of page, by its name."""
    wrong = {}
    with opened(browser, address + "404.html", **options) as page:
        for name in KINDS:
            page.goto(address + name)
            if found := look(page):
                wrong[name] = found
    return wrong


def test_no_page_scrolls_sideways(browser: Any, address: str) -> None:
    def look(page: Any) -> object:
        too_wide = []
        for width in (360, 390, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                too_wide.append(width)
        return too_wide

    assert across(browser, address, look) == {}


CONTRAST = """() => {
  const pixel = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
  const ink = pixel.getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    ink.clearRect(0, 0, 1, 1);
    ink.fillStyle = colour;
    ink.fillRect(0, 0, 1, 1);
    return [...ink.getImageData(0, 0, 1, 1).data].map((part) => part / 255);
  };
  const over = ([r, g, b, a], under) => [r, g, b].map((part, i) => part * a + under[i] * (1 - a));
  const ground = (element) => {
    let under = rgba(getComputedStyle(document.body).backgroundColor).slice(0, 3);
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.unshift(at);
    for (const at of layers) under = over(rgba(getComputedStyle(at).backgroundColor), under);
    return under;
  };
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const light = (colour) =>
    colour.map(linear).reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const poor = new Set();
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const style = getComputedStyle(element);
    const decoration = element.closest(".rr-hidden, .headerlink, option");
    if (!texts.currentNode.data.trim() || !element.checkVisibility() || decoration) continue;
    const under = ground(element);
    const [dark, bright] = [light(over(rgba(style.color), under)), light(under)].sort();
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
    const ratio = (bright + 0.05) / (dark + 0.05);
    if (ratio < least) poor.add(`${element.className || element.tagName}: ${ratio.toFixed(2)}`);
  }
  return [...poor];
}"""


@pytest.mark.parametrize(("scheme", "name"), [("light", "default"), ("dark", "slate")])
def test_text_has_contrast_in_light_and_dark(
    browser: Any, address: str, scheme: str, name: str
) -> None:
    def look(page: Any) -> object:
        assert page.locator("body").get_attribute("data-md-color-scheme") == name
        page.evaluate("document.querySelectorAll('details').forEach(one => (one.open = true))")
        return page.evaluate(CONTRAST)

    assert across(browser, address, look, color_scheme=scheme) == {}


UNNAMED = """[...document.querySelectorAll("main :is(a, button, input, select)")].filter(
  (one) => !(one.textContent.trim() || one.ariaLabel || one.labels?.length)
    && !one.querySelector("[alt]")
).map((one) => one.outerHTML)"""


def test_every_page_has_one_title_and_named_controls(browser: Any, address: str) -> None:
    def look(page: Any) -> object:
        titles = page.locator("main h1").count()
        return page.evaluate(UNNAMED) + ([] if titles == 1 else [f"{titles} titles"])

    assert across(browser, address, look) == {}


def test_a_brief_prints_without_controls(browser: Any, address: str) -> None:
    with opened(browser, address + SPRING) as page:
        page.emulate_media(media="print")
        seen = [
            page.locator(one).is_visible() for one in (".md-header", ".rr-contents", "#s-goals")
        ]
        assert seen == [False, False, True]
