"""Put generated pages and files among those of MkDocs, and keep foreign files out."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from readyroom.mkdocs_plugin.finished import FinishedPage
from readyroom.pages.page import PageKind, Site, SiteFile, SitePage
from readyroom.reporters.terminal.visible import path as shown


def refuse_endless(docs: Path, root: Path) -> None:
    """Raise PluginError for a linked folder that MkDocs must not walk: it follows every link, out
    of the project over the whole disk, and round in circles without an end."""
    real_root = os.path.realpath(root)
    for folder, names, _ in os.walk(docs):
        for link in (os.path.join(folder, name) for name in names):
            if os.path.islink(link) and not _is_plain_folder(os.path.realpath(link), real_root):
                raise PluginError(
                    f"The folder {shown(os.path.relpath(link, root))} is a link that leads out of "
                    "the project, in a circle or to further links. Put the folder itself there."
                )


def _is_plain_folder(target: str, real_root: str) -> bool:
    """Whether a folder lies inside of the project, with nothing but real folders in it."""
    if not target.startswith(f"{real_root}{os.sep}"):
        return False
    inside = (os.path.join(folder, name) for folder, names, _ in os.walk(target) for name in names)
    return not any(map(os.path.islink, inside))


def remove_foreign(files: Files, docs: Path, root: Path) -> Iterator[tuple[str, str]]:
    """Take out files of the docs folder that lie outside of the project or are none (a pipe, a
    device, a dead link); yields their names with the reason."""
    real_docs, real_root = os.path.realpath(docs), os.path.realpath(root)
    for file in list(files):
        if file.src_dir != str(docs) or not file.abs_src_path:
            continue  # generated, or a part of the theme
        real = os.path.realpath(file.abs_src_path)
        is_linked = real != os.path.join(real_docs, file.src_uri)
        parts = os.path.relpath(real, real_root).split(os.sep)
        reason = ""
        if is_linked and any(part.startswith(".") for part in parts):
            reason = "it leads out of the project"
        elif not os.path.isfile(real):
            reason = "it is no regular file"
        if reason:
            files.remove(file)
            yield file.src_uri, reason


def place(built: Site, files: Files, config: MkDocsConfig, project: Path) -> SitePage | None:
    """Hand every generated page and file to MkDocs.

    Returns the home page if the docs folder has an index page of its own to show it below.
    Raises PluginError where a generated file would take the place of a real one.
    """
    home = None
    for page in built.pages:
        file = files.get_file_from_path(page.uri)
        if page.kind is PageKind.BRIEF and file is not None:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        elif page.kind is PageKind.HOME and file is not None:
            home = page
            continue
        else:
            file = _new(page.uri, "", files, config)
            file.edit_uri = _edit_uri(page, config, project)
            if page.kind is PageKind.RULE or config.nav is not None:
                file.inclusion = InclusionLevel.NOT_IN_NAV
        FinishedPage(page, file, config)
    for extra in built.files:
        _new_file(extra, files, config)
    return home


def _new_file(extra: SiteFile, files: Files, config: MkDocsConfig) -> None:
    _new(extra.path, extra.content, files, config)


def _new(uri: str, content: str, files: Files, config: MkDocsConfig) -> File:
    """A generated file. Its address must be free: MkDocs itself would replace what is there."""
    if files.get_file_from_path(uri) is not None:
        raise PluginError(
            f"The site needs the address {uri} for a page that it generates, but the docs folder "
            f"has a file of that name. Rename {uri}."
        )
    file = File.generated(config, uri, content=content, inclusion=InclusionLevel.INCLUDED)
    files.append(file)
    return file


def _edit_uri(page: SitePage, config: MkDocsConfig, project: Path) -> str | None:
    """The source of a generated page relative to the docs folder, if the project has it."""
    if not page.source or not (project / page.source).is_file():
        return None
    docs = posixpath.relpath(Path(config.docs_dir).as_posix(), project.as_posix())
    return posixpath.relpath(page.source, docs)


def refuse_overwriting(files: Files, included: Callable[[File], bool]) -> None:
    """Raise PluginError where two sources would be published as one file."""
    seen: dict[str, File] = {}
    for file in files:
        if included(file):
            other = seen.setdefault(file.dest_uri, file)
            if other is not file:
                raise PluginError(
                    f"{shown(other.src_uri)} and {shown(file.src_uri)} would both be published as "
                    f"{shown(file.dest_uri)}. Rename one of them."
                )
