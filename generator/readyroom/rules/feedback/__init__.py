"""Feedback: how people's own words reach the team, and what comes of them."""
