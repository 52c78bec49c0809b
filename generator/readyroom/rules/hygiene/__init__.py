"""Whether the brief itself holds together: front matter, references, gaps."""
