"""What the formats for people share: safe text, colours, excerpts, the closing line."""
