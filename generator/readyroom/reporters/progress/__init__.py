"""How far a change has brought each brief, for a comment on it and for other programs."""
