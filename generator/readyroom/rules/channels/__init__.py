"""Channels: where we meet people, why there, and how often at most."""
