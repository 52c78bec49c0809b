"""Personalization and journey: the right data, for a wish of theirs, with a way out."""
