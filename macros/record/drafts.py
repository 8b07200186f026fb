"""What is still to be written: `TODO` in place of a value or in a text. No id, date or word of a list has that form.

Whatever holds one is a draft: `check` lists it, and nothing is built of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .problems import DRAFTS, Problem

TODO = "TODO"
# As a word of a text; what stands in an address or a name with hyphens is none. The published schema has it, too.
IN_TEXT = rf"""(^|[\s(\["'“‘«]){TODO}($|[\s)\]"'”’».,:;?!])"""


def left(data: Any, path: str = "") -> Iterator[str]:
    """The fields that are still to be written, with dots."""
    if isinstance(data, str) and re.search(IN_TEXT, data):
        yield path
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from left(value, f"{path}.{key}" if path else str(key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from left(value, f"{path}.{index}" if path else str(index))


def problem(data: Any, file: str, line: int, name: str) -> Problem | None:
    """That an entry is a draft, with all that it lacks; None where it is none."""
    fields = list(left(data))
    if not fields:
        return None
    return Problem(file, line, name, f"a draft, still to be written: {', '.join(fields)}", rule=DRAFTS)
