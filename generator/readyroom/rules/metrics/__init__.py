"""Metrics: the numbers that tell whether a goal was reached."""
