"""Tables of prose on a phone: every cell says which column it is of, since a row becomes a block, cell below cell."""

from __future__ import annotations

import re

from markupsafe import Markup

from .html import tag

_TABLE = re.compile(r'(?s)<div class="stacked">.*?(?:</table>|\Z)')
_HEAD = re.compile(r"(?s)<th\b[^>]*>(.*?)</th>")
_ROW = re.compile(r"(?s)<tr>.*?</tr>")
_CELL = re.compile(r"<td\b")


def labelled(html: str) -> str:
    """A page in which each cell of a table within `<div class="stacked">` bears the head of its column."""
    return _TABLE.sub(lambda table: _label(table[0]), html)


def _label(table: str) -> str:
    heads = [Markup(head).striptags() for head in _HEAD.findall(table)]  # noqa: S704 (read, and escaped again below)

    def row(match: re.Match[str]) -> str:
        names = iter(heads)
        return _CELL.sub(lambda _: str(tag("td", data_label=next(names, None))).removesuffix("></td>"), match[0])

    return _ROW.sub(row, table)
