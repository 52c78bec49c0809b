"""Options that several commands share."""

from __future__ import annotations

import click

from readyroom.languages import CODES

ui_lang = click.option(
    "--ui-lang", type=click.Choice(CODES), help="The language of messages (default: the brief's)."
)
no_team_rules = click.option(
    "--no-team-rules",
    is_flag=True,
    help="Run none of the team's own rules (for a checkout that you do not trust).",
)
