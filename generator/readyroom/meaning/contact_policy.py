"""What limits how often one person hears from us: the Channels section and the pages it names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from readyroom.languages import CODES
from readyroom.languages.matching import words
from readyroom.meaning.channels import direct_channels
from readyroom.meaning.frequency import read_cap, sets_limit, states_cap
from readyroom.model.brief import BlockKind, Brief, Item
from readyroom.model.links import is_relative, resolve, split_target
from readyroom.model.playbook import Page, Playbook
from readyroom.model.text import Span

_WHERE = ("channels", "consent")


def direct_rows(brief: Brief, playbook: Playbook) -> tuple[Item, ...]:
    """The rows and items of the Channels section that reach people one by one."""
    places = [channel.span.start for channel in direct_channels(brief, playbook.channels)]
    return tuple(
        item
        for item in brief.items("channels")
        if any(item.span.start <= place < item.span.end for place in places)
    )


def without_limit(brief: Brief, playbook: Playbook) -> list[Span]:
    """Places of direct channels for which neither row, section nor policy has a limit."""
    if any(page is None or has_limit(page) for page in policies(brief, playbook)):
        return []
    sentences = (b for key in _WHERE for b in brief.blocks(key) if b.kind is BlockKind.PARAGRAPH)
    if any(states_cap(block.passage.text, brief.language) for block in sentences):
        return []
    rows = direct_rows(brief, playbook)
    if rows:
        return [row.place("cap") for row in rows if not _is_capped(row, brief)]
    return [channel.span for channel in direct_channels(brief, playbook.channels)]


def _is_capped(row: Item, brief: Brief) -> bool:
    if "cap" in row.cells:
        return states_cap(row.cells["cap"].text, brief.language, in_column=True)
    return any(states_cap(part.text, brief.language) for part in (row, *row.children))


def policies(brief: Brief, playbook: Playbook) -> Iterator[Page | None]:
    """The pages that the brief names for its limits: `contact_policy` and the links in Channels
    and Consent. None for a policy that is no page of the playbook."""
    for node in brief.front.nodes("contact_policy"):
        yield _page(brief, unquote(node.text), playbook)
    for link in brief.links:
        if set(_WHERE) & set(link.section) and (page := _page(brief, link.target, playbook)):
            yield page


def _page(brief: Brief, target: str, playbook: Playbook) -> Page | None:
    path = resolve(brief.path, split_target(target)[0]) if is_relative(target) else None
    return playbook.page_by_path.get(path) if path else None


def has_limit(page: Page) -> bool:
    """Whether a page says how often one person may be written to, in any language."""
    return bool(page.source and _limits(page.source.text))


def weekly_limit(page: Page) -> float | None:
    """The most that one person may get in a week through all channels together: the line that says
    so, else the only limit that the page names."""
    stated = _limits(page.source.text) if page.source else ()
    limits = [(line, code, cap) for line, code in stated if (cap := read_cap(line, code))]
    joint = [cap.per_week for line, code, cap in limits if line in words("together", code)]
    if joint or len({line for line, _, _ in limits}) == 1:
        return min(joint or [cap.per_week for _, _, cap in limits])
    return None


@lru_cache(maxsize=64)
def _limits(text: str) -> tuple[tuple[str, str], ...]:
    """The lines that set a limit, each with the language in which it is read so."""
    lines = dict.fromkeys(text.splitlines())
    return tuple((line, code) for line in lines for code in CODES if sets_limit(line, code))
