"""What keeps a book from being made."""

from __future__ import annotations

from collections.abc import Iterable


class BadBook(Exception):
    """The book can't be made: the message names every reason found, one a line, and what became of the old one."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = list(dict.fromkeys(reasons))
        super().__init__("\n".join(["The PDF was not made; an older one is untouched.", *self.reasons]))
