"""Names to keys: which section a heading opens, which column a table head means, which label."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from readyroom.languages import CODES, language
from readyroom.languages.language import Language
from readyroom.languages.matching import fold, letters, pattern

_NUMBERING = re.compile(
    r"^(?:[\s\W_]*(?:§\s*)?(?:\d+(?:\.\d+)*[.)、:]?(?=[\s\W])"
    r"|[ivx]+[.)](?=\s)|[一二三四五六七八九十]+[、.)]|[(（][一二三四五六七八九十\d]+[)）]"
    r"|(?:block|step|part|блок|часть|этап|część|krok|bahagi)\s+\d+\s*[:.])\s*)+"
)
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_JOINTS = re.compile(r"^[\W_]*(?:and|or|и|oraz|i|at|与|和|及|vs)?[\W_]*$")
_MAX_WORDS = 12
_ASIDE = re.compile(r"[(（].*?[)）]")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading opens: section keys (two for a joint heading), language, canonical or not.

    `whole` is set where the heading is the name and nothing else.
    """

    keys: tuple[str, ...] = ()
    language: str = ""
    canonical: bool = False
    whole: bool = False


def clean(text: str) -> str:
    """A heading without numbering, emoji and punctuation around it, folded."""
    folded = fold(text).strip()
    return _EDGES.sub("", _NUMBERING.sub("", folded))


@lru_cache(maxsize=8192)
def heading(text: str, code: str) -> Heading:
    """The section that a heading opens: the brief's own language first, then English, then any."""
    bare = clean(text)
    if not bare or len(bare.split()) > _MAX_WORDS:
        return Heading()
    own = language(code).code
    for candidate in dict.fromkeys((own, "en", *CODES)):
        keys, whole = _keys(bare, candidate)
        if keys:
            canonical = candidate == own and any(
                bare == clean(language(own).headings[key][0]) for key in keys
            )
            return Heading(keys, candidate, canonical, whole)
    return Heading()


def _keys(bare: str, code: str) -> tuple[tuple[str, ...], bool]:
    canonical = _canonical_names(code).get(bare)
    if canonical:
        return canonical, True
    entries, shields = _headings(code)
    compiled, names = _heading_pattern(
        code, tuple(index for index, (needed, _, _) in enumerate(entries) if needed in bare)
    )
    found = [
        (match.start(), match.end(), names[match.lastgroup])
        for match in compiled.finditer(bare)
        if match.lastgroup and match.end() > match.start()
    ]
    found = [one for one in found if not _shielded(bare, one, shields)]
    if not found:
        return (), False
    keys = tuple(dict.fromkeys(key for _, _, key in found))
    whole = found[0][0] == 0 and found[0][1] == len(bare)
    if len(keys) > 1:
        gaps = [bare[a[1] : b[0]] for a, b in pairwise(found)]
        if not all(_JOINTS.match(gap) and (gap.strip() or not gap) for gap in gaps):
            return (max(found, key=lambda one: (one[1] - one[0], -one[0]))[2],), False
    return keys, whole


def _shielded(
    bare: str, found: tuple[int, int, str], shields: Mapping[str, re.Pattern[str]]
) -> bool:
    """Whether a name is only a part of a longer word that means something else."""
    start, end, key = found
    return key in shields and any(
        match.start() <= start and end <= match.end() for match in shields[key].finditer(bare)
    )


@cache
def _canonical_names(code: str) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for key, entries in language(code).headings.items():
        bare = clean(entries[0])
        names[bare] = (*names.get(bare, ()), key)
    return names


@cache
def _headings(
    code: str,
) -> tuple[tuple[tuple[str, str, str], ...], dict[str, re.Pattern[str]]]:
    """Every name as (letters it cannot do without, name, section key), the longest first; and by
    section key the longer words (`!` in the data) inside which a name does not count.

    A leading `=` in the data asks for the whole heading.
    """
    found = language(code)
    entries = [(name, key) for key, names in found.headings.items() for name in names]
    entries.sort(key=lambda pair: (-len(pair[0].lstrip("=")), pair[0]))
    shields: dict[str, list[str]] = {}
    for name, key in entries:
        if name.startswith("!"):
            shields.setdefault(key, []).append(pattern(name[1:], found.spaced))
    names = tuple((letters(name), name, key) for name, key in entries if not name.startswith("!"))
    return names, {key: re.compile("|".join(bodies)) for key, bodies in shields.items()}


@lru_cache(maxsize=4096)
def _heading_pattern(
    code: str, chosen: tuple[int, ...]
) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """One expression over these names, and the section key of each of its groups."""
    entries, _ = _headings(code)
    parts: list[str] = []
    keys: dict[str, str] = {}
    for index in chosen:
        _, name, key = entries[index]
        body = pattern(name.lstrip("="), language(code).spaced)
        parts.append(rf"(?P<g{index}>\A{body}\Z)" if name[0] == "=" else f"(?P<g{index}>{body})")
        keys[f"g{index}"] = key
    return re.compile("|".join(parts) or r"(?!)"), keys


@lru_cache(maxsize=4096)
def columns(heads: tuple[str, ...], keys: tuple[str, ...], code: str) -> tuple[str, ...]:
    """The column key of each table head, "" where it is unknown.

    Of the tables that the section may hold the best fitting one counts. Heads of the brief's own
    language and English are accepted; where none fits, columns in the canonical order are. A table
    of no known section may still name owners, audiences, goals and metrics.
    """
    tables = [*keys, *(["journey", "collaboration"] if "personalization" in keys else [])]
    best: tuple[str, ...] = ()
    for table in tables:
        mapped = _map_heads(heads, table, code)
        if sum(map(bool, mapped)) > sum(map(bool, best)):
            best = mapped
    if best:
        return best if "owner" in best else _with_owner(best, heads, code)
    order = tuple(language("en").columns.get(keys[0], ())) if keys else ()
    if not order:
        return _anywhere(heads, code)
    return tuple(order[i] if i < len(order) else "" for i in range(len(heads)))


def _anywhere(heads: tuple[str, ...], code: str) -> tuple[str, ...]:
    """Columns that mean the same in every table, where the head is the name and nothing else."""
    keys = [_common(_ASIDE.sub("", head), code) for head in heads]
    return tuple("" if key in keys[:index] else key for index, key in enumerate(keys))


def _common(head: str, code: str) -> str:
    """A column of goals or metrics is called like the section, people like owners or audiences."""
    bare = clean(head)
    if bare in _column_names("tactics", code) and _column_names("tactics", code)[bare] == "tactic":
        return ""
    if bare in _owner_names(code):
        return "owner"
    if _column_names("audience", code).get(bare) == "who":
        return "who"
    named = heading(head, code)
    keys = {"goals": "goal", "metrics": "metric"}
    return next((keys[key] for key in named.keys if named.whole and key in keys), "")


@cache
def _owner_names(code: str) -> frozenset[str]:
    columns = (_column_names(table, code) for table in ("tactics", "metrics"))
    named = [name for names in columns for name, key in names.items() if key == "owner"]
    return frozenset(
        [*named, *(clean(name) for name, key in labels(code).items() if key == "owner")]
    )


def _with_owner(mapped: tuple[str, ...], heads: tuple[str, ...], code: str) -> tuple[str, ...]:
    owners = [key if key == "owner" else "" for key in _anywhere(heads, code)]
    return tuple(known or owner for known, owner in zip(mapped, owners, strict=True))


def _map_heads(heads: tuple[str, ...], table: str, code: str) -> tuple[str, ...]:
    names = _column_names(table, code)
    mapped: list[str] = []
    for head in heads:
        bare = clean(head) or fold(head).strip()
        key = names.get(bare, "")
        if not key:
            inside = [known for known in names if len(known) > 3 and _holds(bare, known)]
            key = names[max(inside, key=len)] if inside else ""
        mapped.append("" if key in mapped else key)
    return tuple(mapped)


def _holds(bare: str, known: str) -> bool:
    if not known.isascii() and not any("a" <= c <= "z" or "а" <= c <= "я" for c in known):
        return known in bare
    return re.search(rf"(?<!\w){re.escape(known)}(?!\w)", bare) is not None


@cache
def _column_names(table: str, code: str) -> dict[str, str]:
    names: dict[str, str] = {}
    for found in (language(code), language("en")):
        for column, entries in found.columns.get(table, {}).items():
            for entry in entries:
                names.setdefault(clean(entry) or fold(entry), column)
    return names


@cache
def labels(code: str) -> dict[str, str]:
    """Folded label -> label key, of the brief's own language and English."""
    names: dict[str, str] = {}
    found: Language
    for found in (language(code), language("en")):
        for key, entries in found.labels.items():
            for entry in entries:
                names.setdefault(fold(entry), key)
    return names
