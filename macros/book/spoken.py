"""What the book's style sheet takes from its language: words beside the number of a page, heads on the other side."""

from __future__ import annotations

import json

from ..locale import current, direction, text

# Where the text runs from right to left, what WeasyPrint knows by no other name than left and right.
MIRRORED = """
@page { @top-left { content: string(section, last) } @top-right { content: string(chapter) } }
@page bare { @top-left { content: none } @top-right { content: none } }
@page sheet { @top-left { content: none } @top-right { content: none } }
.legend dt { clear: right; float: right }
.contents p { position: relative }
.contents .page { float: none; left: 0; margin-inline-end: 0; position: absolute }
"""


def style() -> str:
    """The rules as CSS, for the language in use."""
    before, after = (json.dumps(part, ensure_ascii=False) for part in text("book.at-page", page="\0").split("\0"))
    at = f".at::after {{ content: {before} target-counter(attr(data-at), page) {after} }}\n"
    return at + (MIRRORED if direction(current()) == "rtl" else "")
