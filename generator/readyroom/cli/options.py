"""Options that several commands share."""

from __future__ import annotations

import click

no_team_rules = click.option(
    "--no-team-rules",
    is_flag=True,
    help="Run none of the team's own rules (for a checkout that you do not trust).",
)
