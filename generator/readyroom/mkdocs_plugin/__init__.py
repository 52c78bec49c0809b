"""The MkDocs plugin: publishes a playbook with readiness badges. Runs under ProperDocs as well."""

from readyroom.mkdocs_plugin.plugin import ReadyroomPlugin

__all__ = ["ReadyroomPlugin"]
