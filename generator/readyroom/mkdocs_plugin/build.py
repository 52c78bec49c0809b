"""Run MkDocs over a project and publish the result in one step."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from readyroom.workspace.errors import UserError
from readyroom.workspace.publish import publish, refuse_foreign


def config_file(project: Path) -> Path:
    """The project's mkdocs.yml. Raises UserError where there is none."""
    for name in ("mkdocs.yml", "mkdocs.yaml"):
        if (project / name).is_file():
            return project / name
    raise UserError(
        f"There is no mkdocs.yml in {project.resolve()}.",
        "Start a playbook with `readyroom init`, or name its folder with --project.",
    )


def load(project: Path, *, strict: bool, as_of: date | None) -> MkDocsConfig:
    """The project's MkDocs settings. Raises UserError where they are wrong."""
    try:
        config = load_config(config_file=str(config_file(project)), strict=strict or None)
    except (Abort, ConfigurationError) as error:
        raise UserError(f"MkDocs does not accept mkdocs.yml: {error}", "") from error
    if "readyroom" not in config.plugins:
        raise UserError(
            "mkdocs.yml does not name the plugin `readyroom`.",
            "Add it: `plugins: [search, readyroom]`.",
        )
    if as_of:
        config.plugins["readyroom"].config["as_of"] = as_of.isoformat()
    return config


def build_site(config: MkDocsConfig, site: Path) -> None:
    """Build and publish. Raises UserError where the build fails; the old site then stays."""
    refuse_foreign(site.absolute())

    def into(folder: Path) -> None:
        config.site_dir = str(folder)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        except Abort as error:
            raise UserError(
                "The site was not built; the lines above say why.", "The old site was kept."
            ) from error
        except BuildError as error:
            raise UserError(f"The site was not built: {error}", "The old site was kept.") from error
        finally:
            config.plugins.on_shutdown()

    publish(site, into)
