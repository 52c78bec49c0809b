"""Whether the work is done that a launch needs."""
