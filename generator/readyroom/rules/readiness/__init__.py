"""Launch gate: whether the work is done that a launch needs."""
