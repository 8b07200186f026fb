"""What is shown in place of every page while a bad record is served."""

from __future__ import annotations

from collections.abc import Sequence

from ..record.problems import Problem, number_of
from ..render.html import escape, tag


def problem_page(problems: Sequence[Problem]) -> str:
    """A page that says all that is wrong with the record, as Markdown."""
    items = [
        tag(
            "li",
            tag("code", f"{p.file}:{p.line}" if p.line else p.file),
            " ",
            f"{p.path}: " if p.path else "",
            p.words,
        )
        for p in problems
    ]
    return "\n\n".join(
        [
            "# The record has problems",
            escape(
                f"{number_of(problems)}. Mend and save: the site comes back by itself. The built site is untouched."
            ),
            tag("ul", items, class_="problems"),
        ]
    )
