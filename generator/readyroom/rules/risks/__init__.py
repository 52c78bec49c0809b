"""Risks and consent: what could go wrong for people and for us, and when we stop."""
