"""How WeasyPrint breaks lines, mended: a text that fits into a line but for the blank at its end stays in one.

WeasyPrint counts that blank, finds the text too wide and no place before it to break, and sets its first word on a line
by itself. It has no way to ask for more, so the function is wrapped; its version is locked, and a test fails once it
breaks such lines rightly.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from weasyprint.layout import inline
from weasyprint.text.line_break import split_first_line

BLANK = " "


@contextmanager
def mended() -> Iterator[None]:
    """While this is open, lines are broken so."""
    with patch.object(inline, "split_first_line", _split):
        yield


def _split(text: str, style: Any, context: Any, width: float | None, *rest: Any, **options: Any) -> Any:
    """What WeasyPrint finds, or, where all of a text fits but for its last blank, the text as a whole."""
    found = split_first_line(text, style, context, width, *rest, **options)
    _, length, resume, *_ = found
    is_word = BLANK not in text.encode()[:length].decode().strip(BLANK)
    if width is None or resume is None or not is_word or not text.endswith(BLANK) or BLANK not in text.strip(BLANK):
        return found
    _, _, left, needed, *_ = split_first_line(text.rstrip(BLANK), style, context, width, *rest, **options)
    is_whole = left is None and needed <= width
    return split_first_line(text, style, context, None, *rest, **options) if is_whole else found
