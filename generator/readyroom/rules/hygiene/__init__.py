"""Hygiene: whether the brief itself holds together – keys, references, gaps."""
