"""The pages under `docs/` as an editor writes them: which records they name, and that no figure is typed into them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..record import tree
from ..record.dossier import Dossier
from ..record.problems import Problem
from ..record.reader import Unreadable, text_of
from . import calls, shape
from .exceptions import Exceptions

RULE = "pages"
ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
FENCE = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{##.*?##\}", re.DOTALL)
# Not prose: inline code, link targets, HTML tags, attribute lists.
NOT_PROSE = re.compile(r"`[^`\n]*`|\]\([^)\s]*\)|<[^>\n]*>|\{ ?(?:[:#.]|[\w-]+=\")[^}\n]*\}|https?://\S+")


def sources(root: Path) -> list[Path]:
    """The Markdown files of the site, in order of their paths: those that MkDocs takes for pages."""
    return [path for path in tree.files(root / "docs") if path.suffix in ENDINGS]


def texts(root: Path) -> Iterator[tuple[str, str | Problem]]:
    """The text of every page by its file; a Problem where it cannot be read."""
    for path in sources(root):
        file = path.relative_to(root).as_posix()
        try:
            yield file, text_of(path)
        except Unreadable as error:
            yield file, Problem(file, error.fault.line, "", error.fault.message, error.fault.hint, RULE)


def named_ids(root: Path) -> set[str]:
    """The ids that pages name in macro calls."""
    found = (calls.of(file, text) for file, text in texts(root) if isinstance(text, str))
    return {id_ for several in found for call in several if isinstance(call, calls.Call) for id_ in call.ids}


def problems(dossier: Dossier, exceptions: Exceptions) -> list[Problem]:
    """All that is wrong in the pages: what cannot be built, ids nobody knows, and typed figures."""
    return [*_not_built(dossier), *_typed_digits(dossier.root, exceptions)]


def _not_built(dossier: Dossier) -> Iterator[Problem]:
    for file, text in texts(dossier.root):
        if isinstance(text, Problem):
            yield text
            continue
        yield from shape.problems(file, text)
        for call in calls.of(file, text):
            yield from [call] if isinstance(call, Problem) else calls.problems(dossier, call)


def prose(root: Path) -> dict[str, str]:
    """The prose of every page by its file: macros, code, link targets and tags are blanked, line for line."""
    found = {}
    for file, text in texts(root):
        if isinstance(text, str):
            text = EXPRESSION.sub(_our_words, FENCE.sub(_blank, text))
            found[file] = NOT_PROSE.sub(_blank, text)
    return found


def _our_words(expression: re.Match[str]) -> str:
    """The words of ours that a call of a macro holds, on as many lines."""
    several = calls.of("", expression[0]) if calls.WORDS in expression[0] or "," in expression[0] else ()
    return " ".join(call.words for call in several if isinstance(call, calls.Call)) + _blank(expression)


def _typed_digits(root: Path, exceptions: Exceptions) -> Iterator[Problem]:
    """Digits in prose, front matter included, that neither the record gives nor an exception allows."""
    for file, text in prose(root).items():
        for number, line in enumerate(text.split("\n"), 1):
            for found in re.findall(r"\S*\d\S*", exceptions.without(file, line)):
                hint = "let a macro give it, or declare it in data/exceptions.yml with a reason"
                yield Problem(file, number, "", f"{found!r} is a typed figure", hint, RULE)


def _blank(match: re.Match[str]) -> str:
    """The same number of lines, without the text."""
    return "\n" * match[0].count("\n")
