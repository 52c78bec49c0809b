"""Hostile and broken input: one module per theme, each case under its number."""
