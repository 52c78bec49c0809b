"""Selecting, running, waiving, climbing, scoring."""
