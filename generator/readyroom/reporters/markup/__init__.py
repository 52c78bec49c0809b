"""What the formats for other programs share: text that stays text in XML and Markdown."""
