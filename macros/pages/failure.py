"""What went wrong in a page whose macros failed: the macros plugin gives a page of its own in place of such a one."""

from __future__ import annotations

import re

from ..record.problems import Problem

_PAGE = re.compile(r"# _Macro (?:Rendering|Syntax) Error_")
_SYNTAX = re.compile(r"_Line (\d+) in Markdown file:_ \*\*(.*)\*\*")
_RAISED = re.compile(r"^_(?!File_)(\w+)_: (.*?)\n\s*```", re.MULTILINE | re.DOTALL)
_IN_PAGE = re.compile(r'File "<(?:template|unknown)>", line (\d+)')


def problem(file: str, source: str, markdown: str) -> Problem | None:
    """What went wrong in a page, with the line of its file; nothing where `markdown` is no report of a failure."""
    if not _PAGE.match(markdown):
        return None
    ahead = _lines_ahead(source)
    if syntax := _SYNTAX.search(markdown):
        return Problem(file, ahead + int(syntax[1]), "", syntax[2], rule="pages")
    raised, lines = _RAISED.search(markdown), _IN_PAGE.findall(markdown)
    what = f"{raised[1]}: {' '.join(raised[2].split())}" if raised else "a macro failed"
    return Problem(file, ahead + int(lines[-1]) if lines else 0, "", what, rule="pages")


def _lines_ahead(source: str) -> int:
    """The lines of the front matter, and empty ones after it, which the plugin does not count."""
    front = re.match(r"\A﻿?(?:---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*\r?\n)?\s*", source, re.DOTALL)
    return front[0].count("\n") if front else 0
