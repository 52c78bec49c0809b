"""Learning: what the last campaign taught, and who will use it."""
