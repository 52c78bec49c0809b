"""Readyroom lints Markdown campaign briefs and publishes them as a team playbook."""

__version__ = "0.1.0"
