"""Text to Brief: front matter, Markdown, sections, items, quantities and dates."""
