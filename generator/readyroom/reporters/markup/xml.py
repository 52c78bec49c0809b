"""XML that every parser accepts, whatever stands in a brief."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, indent, tostring

# What XML 1.0 cannot hold, escaped or not.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def document(root: Element) -> str:
    """The element as a document. Characters that XML has no place for become U+FFFD."""
    for element in root.iter():
        element.text = element.text and _ILLEGAL.sub("\ufffd", element.text)
        for name, value in element.items():
            element.set(name, _ILLEGAL.sub("\ufffd", value))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'
