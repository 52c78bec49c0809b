"""One function from a report to the whole site."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence

from readyroom.linting.settings import LintSettings
from readyroom.model.message import Translator, untranslated
from readyroom.model.playbook import Playbook
from readyroom.model.report import Report
from readyroom.pages.addresses import Addresses
from readyroom.pages.badge import badge_files
from readyroom.pages.brief import brief_page
from readyroom.pages.edition import Edition
from readyroom.pages.home import home_page
from readyroom.pages.ladder import ladder_page
from readyroom.pages.page import CollisionError, Site, SitePage
from readyroom.pages.rule import rule_page
from readyroom.pages.rules_index import rules_page
from readyroom.pages.templates import environment
from readyroom.rules import RegisteredRule, all_rules


def site(
    report: Report,
    playbook: Playbook,
    templates: Mapping[str, str],
    *,
    rules: Sequence[RegisteredRule] | None = None,
    settings: LintSettings | None = None,
    root: str = "playbooks",
    published: Collection[str] | None = None,
    addresses: Addresses | None = None,
    translator: Translator = untranslated,
    language: str = "en",
    site_url: str = "",
) -> Site:
    """Every generated page and file.

    `templates` are the texts of `templates/pages` by name; `rules` and `settings` those that the
    report was made with. `root` is the docs folder relative to
    the project; `published` the uris below it that the engine will publish (by default every file
    of the playbook below `root`). See `Edition` for the rest.

    Raises CollisionError where two briefs share an id or an address, and jinja2.TemplateError for
    a template with a fault.
    """
    edition = Edition(
        report,
        playbook,
        tuple(all_rules() if rules is None else rules),
        environment(templates),
        frozenset(_below(root, playbook.files) if published is None else published),
        root,
        addresses or Addresses(),
        translator,
        language,
        site_url,
        settings or LintSettings(),
    )
    refuse_double_ids(edition)
    pages = [
        home_page(edition),
        ladder_page(edition),
        rules_page(edition),
        *(rule_page(edition, rule) for rule in edition.rules),
        *(brief_page(edition, uri, found, brief) for uri, found, brief in edition.briefs),
    ]
    refuse_double_addresses(pages, edition.addresses)
    files = [file for _, found, _ in edition.briefs for file in badge_files(edition, found)]
    return Site(
        tuple(sorted(pages, key=lambda page: page.uri)),
        tuple(sorted(files, key=lambda file: file.path)),
    )


def _below(root: str, files: Iterable[str]) -> Iterable[str]:
    inside = (posixpath.relpath(path, root) for path in files)
    return (uri for uri in inside if not uri.startswith("../") and uri != ".")


def refuse_double_ids(edition: Edition) -> None:
    """Raise CollisionError where two briefs carry one id: their badges would be one file."""
    seen: dict[str, str] = {}
    for _, found, _ in edition.briefs:
        other = seen.setdefault(found.id, found.path)
        if other != found.path:
            raise CollisionError(
                f"Two briefs have the id {found.id!r}: {other} and {found.path}. "
                "Give one of them another id."
            )


def refuse_double_addresses(pages: Iterable[SitePage], addresses: Addresses) -> None:
    """Raise CollisionError where two pages would be published at one address, also on disks that
    do not tell upper from lower case."""
    seen: dict[str, SitePage] = {}
    for page in pages:
        address = addresses.file(page.uri)
        other = seen.setdefault(unicodedata.normalize("NFC", address).casefold(), page)
        if other is not page:
            raise CollisionError(
                f"Two pages want the address {address}: {_name(other)} and {_name(page)}. "
                "Rename one of them."
            )


def _name(page: SitePage) -> str:
    return page.source or f"the generated page {page.uri}"
