"""Tactics: what we do, for which goal, small tests first."""
