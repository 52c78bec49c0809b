"""The body of a brief as HTML, from the very tokens that the linter read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from readyroom.pages.links import heading_id, is_elsewhere, item_id
from readyroom.pages.page import TocEntry
from readyroom.parsing.brief import Document
from readyroom.parsing.markdown import parser
from readyroom.parsing.passages import visible

Tokens = Sequence[Token]
_LANGUAGE = re.compile(r"[\w+#.-]{1,30}")
_DAY = re.compile(r"(?<![\w-])\d{4}-[01]\d-[0-3]\d(?![\w-])")
_ALIGNED = {"text-align:right": "rr-right", "text-align:center": "rr-center"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the page: the lines of the file from `line` on, up to the next spot."""

    line: int
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A mark beside a line in which something was found; `severity` is error, warning or info."""

    link: str
    severity: str
    text: str


@dataclass(frozen=True, slots=True)
class RenderedBody:
    """The HTML of a body, its table of contents, and where each line stands on the page.

    `title_anchor` is the id of a first heading that repeats the title and was left out.
    """

    html: str
    toc: tuple[TocEntry, ...] = ()
    spots: tuple[Spot, ...] = ()
    title_anchor: str = ""


class Targets(Protocol):
    """Says where links and references lead; see `readyroom.pages.links`."""

    def href(self, target: str) -> str | None:
        """The link to put on the page, None where there is nothing to lead to."""

    def mentions(self, text: str) -> Iterable[tuple[int, int, str, str]]:
        """Ids in a text that lead somewhere: start, end, link and the id as written."""


@dataclass(frozen=True)
class Words:
    """The few words that the renderer itself says, in the language of the page."""

    table: str = "Table: {heading}"
    done: str = "done"
    to_do: str = "to do"
    not_here: str = "This link leads to nothing on this site: {target}"


def render_body(
    document: Document,
    *,
    title: str,
    targets: Targets,
    items: Mapping[int, str],
    flags: Mapping[int, Sequence[Flag]],
    words: Words,
) -> RenderedBody:
    """Render a parsed body.

    `items` gives the id (G1, M2 …) that is defined on a line of the file, `flags` what was found
    on it. A first heading that only repeats `title` is left out, the page has one already.
    """
    renderer = _BodyRenderer(_State(document, title, targets, items, dict(flags), words))
    html = renderer.render(document.tokens, parser().options, {})
    state = renderer.state
    spots = tuple(sorted(state.spots, key=lambda spot: spot.line))
    return RenderedBody(html, tuple(state.toc), spots, state.title_anchor)


@dataclass
class _State:
    """What one rendering has seen so far."""

    document: Document
    title: str
    targets: Targets
    items: Mapping[int, str]
    flags: dict[int, Sequence[Flag]]
    words: Words
    toc: list[TocEntry] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    title_anchor: str = ""
    heading: str = ""
    own: str = ""
    dropping: bool = False
    marks: str = ""
    claimed: set[int] = field(default_factory=set)
    open_links: list[str] = field(default_factory=list)


class _BodyRenderer(RendererHTML):
    """markdown-it's renderer with ids, checked links and marks. It changes no token."""

    def __init__(self, state: _State) -> None:
        super().__init__()
        self.state = state

    # Blocks

    def heading_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        token, inline, state = tokens[idx], tokens[idx + 1], self.state
        anchor = state.document.anchors.get(idx)
        if anchor is None:  # inside a quote or list: part of a sample, not of the page
            return '<p class="rr-subhead">'
        state.heading = _plain(inline)
        identity = heading_id(anchor)
        if token.tag == "h1" and not state.toc and _folded(state.heading) == _folded(state.title):
            state.dropping, state.title_anchor = True, identity
            return ""
        level = max(int(token.tag[1]), 2)
        state.toc.append(TocEntry(state.heading, identity, level))
        state.spots.append(Spot(self._line(token), identity, state.heading))
        own = self._claim(token, inline)
        state.marks = (f'<span id="{own}"></span>' if own else "") + state.marks
        return f'<h{level} id="{escapeHtml(identity)}">'

    def heading_close(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        if self.state.document.anchors.get(idx - 2) is None:
            return "</p>\n"
        if self.state.dropping:
            self.state.dropping = False
            return ""
        return f"</h{max(int(tokens[idx].tag[1]), 2)}>\n"

    def paragraph_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        token, inline = tokens[idx], tokens[idx + 1]
        own = "" if id(inline) in self.state.claimed else self._claim(token, inline)
        return "" if token.hidden else f"<p{_id(own)}>"

    def list_item_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        inline = tokens[idx + 2] if idx + 2 < len(tokens) else None
        own = ""
        if inline is not None and inline.type == "inline":
            own = self._claim(inline, inline)
        css = ' class="rr-task"' if "class" in tokens[idx].attrs else ""
        return f"<li{_id(own)}{css}>"

    def table_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        label = self.state.words.table.format(heading=self.state.heading)
        return (
            f'<div class="rr-scroll" role="region" tabindex="0" aria-label="{escapeHtml(label)}">'
            '<table class="rr-table">\n'
        )

    def table_close(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return "</table></div>\n"

    def tr_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return f"<tr{_id(self._claim(tokens[idx], tokens[idx + 2]))}>\n"

    def th_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return f'<th scope="col"{_aligned(tokens[idx])}>'

    def td_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return f"<td{_aligned(tokens[idx])}>"

    def fence(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        language = _LANGUAGE.match(tokens[idx].info.strip())
        css = f' class="language-{escapeHtml(language[0])}"' if language else ""
        return f"<pre><code{css}>{escapeHtml(tokens[idx].content)}</code></pre>\n"

    def comment(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return ""

    # Inline

    def renderInline(self, tokens: Tokens, options: OptionsDict, env: EnvType) -> str:
        if self.state.dropping:
            return ""
        marks, self.state.marks = self.state.marks, ""
        return marks + super().renderInline(tokens, options, env)

    def text(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        content = tokens[idx].content
        if self.state.open_links:
            return _dated(content)
        parts, end = list[str](), 0
        for start, stop, link, written in self.state.targets.mentions(content):
            if link == f"#{self.state.own}":
                continue
            parts.append(_dated(content[end:start]))
            parts.append(f'<a class="rr-ref" href="{escapeHtml(link)}">{escapeHtml(written)}</a>')
            end = stop
        return "".join(parts) + _dated(content[end:])

    def link_open(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        opening, closing = self._link(str(tokens[idx].attrs.get("href") or ""), tokens[idx])
        self.state.open_links.append(closing)
        return opening

    def link_close(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return self.state.open_links.pop()

    def image(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        """A picture of this site; one from elsewhere becomes a link, so that no host is told who
        reads the brief."""
        token = tokens[idx]
        source = str(token.attrs.get("src") or "")
        alt = self.renderInlineAsText(token.children, options, env)
        href = None if is_elsewhere(source) else self.state.targets.href(source)
        if href:
            return f'<img src="{escapeHtml(href)}" alt="{escapeHtml(alt)}" loading="lazy">'
        if self.state.open_links:
            return escapeHtml(alt or source)
        opening, closing = self._link(source, token)
        return f"{opening}{escapeHtml(alt or source)}{closing}"

    def html_inline(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        """The box of a task: raw HTML is off, so only the task list plugin makes such tokens."""
        words = self.state.words
        done = "checked" in tokens[idx].content
        label = escapeHtml(words.done if done else words.to_do)
        checked = " checked" if done else ""
        return f'<input type="checkbox" disabled{checked} aria-label="{label}">'

    def readiness_key(self, tokens: Tokens, idx: int, options: OptionsDict, env: EnvType) -> str:
        return ""

    # Parts

    def _link(self, target: str, token: Token) -> tuple[str, str]:
        href = self.state.targets.href(target)
        if href is None:
            words = self.state.words.not_here.format(target=target)
            return f'<span class="rr-dead" title="{escapeHtml(words)}">', "</span>"
        title = str(token.attrs.get("title") or "")
        extra = f' title="{escapeHtml(title)}"' if title else ""
        if is_elsewhere(target):
            extra += ' rel="noopener noreferrer"'
        return f'<a href="{escapeHtml(href)}"{extra}>', "</a>"

    def _line(self, token: Token) -> int:
        return self.state.document.first_line + (token.map[0] if token.map else 0)

    def _claim(self, block: Token, inline: Token) -> str:
        """Take over what belongs to the lines of a block: its id, and the marks on it."""
        state = self.state
        state.claimed.add(id(inline))
        first, end = block.map or inline.map or (0, 0)
        start = state.document.first_line
        lines = range(start + first, start + end)
        name = next((state.items[line] for line in lines if line in state.items), "")
        state.own = item_id(name) if name else ""
        flags = [flag for line in lines for flag in state.flags.pop(line, ())]
        state.marks = "".join(map(_mark, flags))
        anchor = state.own or (f"l-{lines[0]}" if flags and block.type != "heading_open" else "")
        if anchor:
            state.spots.append(Spot(lines[0], anchor, name or state.heading))
        return anchor


def _mark(flag: Flag) -> str:
    text = escapeHtml(flag.text)
    return (
        f'<a class="rr-flag rr-flag--{flag.severity}" href="{escapeHtml(flag.link)}"'
        f' title="{text}" data-pagefind-ignore><span class="rr-hidden">{text}</span></a>'
    )


def _dated(text: str) -> str:
    """Escaped text in which dates are kept on one line."""
    return _DAY.sub(r"<time>\g<0></time>", escapeHtml(text))


def _id(name: str) -> str:
    return f' id="{escapeHtml(name)}"' if name else ""


def _aligned(token: Token) -> str:
    css = _ALIGNED.get(str(token.attrs.get("style") or ""))
    return f' class="{css}"' if css else ""


def _plain(inline: Token) -> str:
    return " ".join(visible(inline)[0].split())


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
