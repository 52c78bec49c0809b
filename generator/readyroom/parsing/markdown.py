"""The one Markdown parser: what the linter reads is what the page is rendered from."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.tasklists import tasklists_plugin

MAX_NESTING = 100
_ALLOWED_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED_IN_URLS = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]")
_SIGNS = re.compile(r"[\n!&*<>\[\\\]^_`{}~]")
# A key of the checklist anywhere, or at the end of a heading an id in letters of any script.
_KEY = re.compile(r"\{#(?:([a-z][a-z0-9-]{2,40})\}|([\w-]{2,80})\}\s*\Z)")


def is_allowed(url: str) -> bool:
    """Whether a link target is relative or uses http, https, mailto or tel.

    An allow-list, because browsers ignore white space and control characters inside a scheme.
    """
    scheme = _SCHEME.match(_IGNORED_IN_URLS.sub("", url))
    return scheme is None or scheme[1].lower() in _ALLOWED_SCHEMES


@cache
def parser() -> MarkdownIt:
    """The parser: CommonMark with tables, strikethrough and task lists; HTML shown as text,
    HTML comments hidden, `{#key}` tags kept out of the text."""
    markdown = MarkdownIt(
        "js-default",
        {"html": False, "linkify": False, "typographer": False, "maxNesting": MAX_NESTING},
    )
    markdown.validateLink = is_allowed  # type: ignore[method-assign]
    markdown.use(tasklists_plugin)
    markdown.block.ruler.before(
        "fence",
        "comment",
        _comment_block,
        {"alt": ["paragraph", "reference", "blockquote", "list"]},
    )
    markdown.core.ruler.at("inline", _inlines)
    markdown.inline.ruler.before("text", "comment", _comment_inline)
    markdown.inline.ruler.before("text", "key", _key_inline)
    return markdown


def parse(body: str) -> list[Token]:
    """The tokens of a body, block tokens with their line ranges, inline tokens with children."""
    return parser().parse(body)


def _inlines(state: StateCore) -> None:
    """Inline markup; a text without any of its signs, as most cells are, is taken as it stands."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        if _SIGNS.search(token.content):
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        else:
            text = [Token("text", "", 0, content=token.content)]
            token.children = text if token.content else []


def _comment_block(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """A comment that stands alone; one that never closes is text, so nothing is swallowed."""
    start = state.bMarks[line] + state.tShift[line]
    if state.is_code_block(line) or not state.src.startswith("<!--", start):
        return False
    close = state.src.find("-->", start + 4)
    if close == -1 or close >= state.eMarks[end_line - 1]:
        return False
    last = line
    while state.eMarks[last] < close + 3:
        last += 1
    if state.src[close + 3 : state.eMarks[last]].strip():
        return False
    if not silent:
        state.line = last + 1
        token = state.push("comment", "", 0)
        token.map = [line, last + 1]
        token.content = state.src[start : close + 3]
        token.hidden = True
    return True


def _comment_inline(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("<!--", state.pos):
        return False
    close = state.src.find("-->", state.pos + 4)
    if close == -1:
        return False
    if not silent:
        state.push("comment", "", 0).content = state.src[state.pos : close + 3]
    state.pos = close + 3
    return True


def _key_inline(state: StateInline, silent: bool) -> bool:
    match = _KEY.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("readiness_key", "", 0).content = match[1] or match[2]
    state.pos = match.end()
    return True
