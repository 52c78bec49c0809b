"""Where MkDocs asks, Readyroom answers: one check per build, finished pages in place of briefs."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path
from typing import Any, Literal

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, TemplateError
from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from readyroom.mkdocs_plugin.finished import FinishedPage, hidden_parts, table_of_contents
from readyroom.mkdocs_plugin.fragments import Fragments
from readyroom.mkdocs_plugin.placing import (
    place,
    refuse_endless,
    refuse_overwriting,
    remove_foreign,
)
from readyroom.mkdocs_plugin.reading import guarded_text
from readyroom.mkdocs_plugin.search import (
    build_pagefind,
    pagefind_command,
    theme_entries,
    write_offline_index,
)
from readyroom.model.report import Diagnostic
from readyroom.model.status import Severity
from readyroom.pages.addresses import Addresses
from readyroom.pages.page import CollisionError, Site, SitePage
from readyroom.pages.site import site
from readyroom.parsing.brief import detect_language
from readyroom.parsing.sections import slug
from readyroom.reporters.terminal.visible import path as shown
from readyroom.reporters.terminal.visible import sentence
from readyroom.workspace.check import Checked, check
from readyroom.workspace.errors import UserError
from readyroom.workspace.project import Project, find_project
from readyroom.workspace.publish import MARKER, refuse_foreign
from readyroom.workspace.resources import shipped_templates, template_texts

log = get_plugin_logger("readyroom")
_HTML_LANG = re.compile(r'<html lang="[^"]*"')
_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_FAILING = {
    "never": (),
    "error": (Severity.ERROR,),
    "warning": (Severity.ERROR, Severity.WARNING),
}


class Settings(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say under `readyroom:`.

    as_of: the day that counts as today (YYYY-MM-DD). fail_on: findings of this severity and above
    become warnings of the build, which `--strict` turns into a failure. search: `pagefind` needs
    its program, `material` uses the theme's own search, `auto` takes Pagefind where it is
    installed (and the theme's own in `mkdocs serve`, which has no time for an index).
    """

    as_of = option.Optional(option.Type((str, date)))
    fail_on = option.Choice(tuple(_FAILING), default="never")
    search = option.Choice(("auto", "pagefind", "material"), default="auto")


class ReadyroomPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Publishes the briefs of a playbook; ordinary pages go through MkDocs as usual."""

    _serving = False
    _checked: Checked
    _built: Site
    _home: SitePage | None = None
    _fragments: Fragments
    _project: Project
    _pagefind: list[str] | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a live preview."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the project and lend the theme our styles, scripts and search box."""
        with _plainly():
            start = Path(config.config_file_path or config.docs_dir)
            self._project = find_project(start, team_rules=True)
            self._lend_theme(config, shipped_templates() / "site")
        self._pagefind = self._choose_search()
        config.extra["readyroom"] = {"pagefind": self._pagefind is not None}
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", _slugify)
        return config

    def _lend_theme(self, config: MkDocsConfig, ours: Path) -> None:
        """Behind a team's own theme folder, so that its files win."""
        if str(ours) not in config.theme.dirs:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(ours))
        config.extra_css.insert(0, "assets/readyroom.css")
        config.extra_javascript.append("assets/readyroom.js")

    def _choose_search(self) -> list[str] | None:
        wanted = self.config.search
        if wanted == "material" or (wanted == "auto" and self._serving):
            return None
        command = pagefind_command()
        if command is None and wanted == "pagefind":
            raise PluginError(
                "Pagefind is not installed, and mkdocs.yml asks for it. Install it with "
                '`pip install "readyroom[search]"`, or set `search: auto`.'
            )
        return command

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Claim the output folder: MkDocs is about to empty it, and to follow every link."""
        refuse_endless(Path(config.docs_dir), self._project.root)
        folder = Path(config.site_dir)
        with _plainly():
            refuse_foreign(folder)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MARKER).touch()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Check the playbook and put its pages among the files."""
        docs = Path(config.docs_dir)
        for uri, reason in remove_foreign(files, docs, self._project.root):
            log.warning(f"{shown(uri)} is not published: {reason}.")
        with _plainly():
            self._checked = check(self._project, as_of=self._as_of())
            self._built = self._pages(config, files)
        self._home = place(self._built, files, config, self._project.root)
        self._fragments = Fragments(self._built, Addresses(config.use_directory_urls))
        refuse_overwriting(files, self._is_published)
        self._tell()
        return files

    def _as_of(self) -> date | None:
        written = self.config.as_of
        if written is None or isinstance(written, date):
            return written
        try:
            return date.fromisoformat(str(written))
        except ValueError:
            raise PluginError(
                f"as_of: {written!r} is not a date. Write it as YYYY-MM-DD."
            ) from None

    def _pages(self, config: MkDocsConfig, files: Files) -> Site:
        root = Path(config.docs_dir).resolve()
        try:
            docs = root.relative_to(self._project.root.resolve()).as_posix()
        except ValueError:
            raise PluginError(f"docs_dir ({root}) has to be inside of the project.") from None
        return site(
            self._checked.report,
            self._checked.playbook,
            template_texts(self._project, "pages"),
            rules=self._project.settings.rulebook.rules,
            settings=self._project.settings.lint,
            root=docs,
            published=frozenset(f.src_uri for f in files if self._is_published(f)),
            addresses=Addresses(config.use_directory_urls),
            translator=self._checked.translator,
            language=self._checked.ui_language or "en",
            site_url=self._project.settings.site_url or config.site_url or "",
        )

    def _is_published(self, file: File) -> bool:
        least = InclusionLevel.DRAFT if self._serving else InclusionLevel.NOT_IN_NAV
        return bool(file.inclusion.value >= least.value)

    def _tell(self) -> None:
        """Findings as far as the settings want them; what could not be read always."""
        report = self._checked.report
        failing = _FAILING[self.config.fail_on]
        for found in report.diagnostics:
            if (
                found.incomplete
                or found.rule == "unreadable-file"
                or (found.severity in failing and not found.waived)
            ):
                log.warning(_one_line(found))
        log.info(
            f"{len(report.briefs)} briefs as of {report.as_of}, "
            f"{report.count(Severity.ERROR)} errors open."
        )

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Date every page by the report, so that equal input gives equal output."""
        page.update_date = self._checked.report.as_of.isoformat()
        return page

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Keep what would crash MkDocs away from it."""
        if not page.file.abs_src_path:
            return None
        text, reason = guarded_text(Path(page.file.abs_src_path), page.file.src_uri)
        if text is not None:
            log.warning(f"{shown(page.file.src_uri)}: {sentence(reason)}")
        return text

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Note the language of an ordinary page."""
        if not isinstance(page, FinishedPage):
            written = str(page.meta.get("lang") or "")
            is_home = self._home is not None and page.file.src_uri == self._home.uri
            spoken = (is_home and self._checked.ui_language) or detect_language(markdown)
            page.meta["lang"] = written if _CODE.fullmatch(written) else spoken

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Let links into briefs arrive, put the dashboard below the team's own home page, and mark
        what search shall read."""
        if not isinstance(page, FinishedPage):
            html = self._fragments.corrected(html, page.file.dest_uri)
            if "<h1" not in html:
                html = f"<h1>{escape(str(page.title))}</h1>\n{html}"
            if self._home is not None and page.file.src_uri == self._home.uri:
                html += self._home.body
                page.toc.items.extend(table_of_contents(self._home.toc))
                page.meta.setdefault("hide", hidden_parts(self._home.kind))
        return f"<div data-pagefind-body>\n{html}\n</div>"

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let our search box include the one that it takes the place of."""
        ours = str(shipped_templates() / "site")
        behind = config.theme.dirs[config.theme.dirs.index(ours) + 1 :]
        if env.loader is not None:
            inner = PrefixLoader({"theme": FileSystemLoader(behind)})
            env.loader = ChoiceLoader([env.loader, inner])
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Tell the theme's own search about a brief."""
        own: Any = config.plugins.get("material/search")
        if isinstance(page, FinishedPage) and page.built.text and own and own.config.enabled:
            own.search_index.entries += theme_entries(page.built, page.url)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Name the language of this page: one site speaks several."""
        code = escape(str(page.meta.get("lang") or "en"))
        return _HTML_LANG.sub(f'<html lang="{code}"', output, count=1)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index the finished site."""
        folder = Path(config.site_dir)
        write_offline_index(folder)
        if self._pagefind is not None:
            problem = build_pagefind(self._pagefind, folder)
            if problem:
                raise PluginError(f"Pagefind could not index the site: {problem}")

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Rebuild as well when a template, a rule of the team or the settings change."""
        shipped = shipped_templates()
        watched = [shipped / "pages", shipped / "site", self._project.templates]
        if self._project.settings.rulebook.folder:
            watched.append(self._project.root / self._project.settings.rulebook.folder)
        watched += [self._project.root / name for name in ("readyroom.toml", "pyproject.toml")]
        for path in watched:
            if path.exists():
                server.watch(str(path))
        return server


def _slugify(text: str, separator: str) -> str:
    """Ids of headings on ordinary pages by the rule that the linter knows."""
    return slug(text)


def _one_line(found: Diagnostic) -> str:
    place = found.place
    return f"{shown(place.path)}:{place.start.line}: {sentence(found.message)} ({found.rule})"


class _plainly:
    """Turns what a person can put right into MkDocs' one-line error."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        match error:
            case UserError():
                raise PluginError(sentence(f"{error.message} {error.hint}")) from None
            case CollisionError():
                raise PluginError(sentence(str(error))) from None
            case TemplateError():
                name = getattr(error, "name", None) or "a page template"
                raise PluginError(f"A fault in {name}: {error.message}") from None
