"""The pages under `docs/` as an editor writes them: which records they name, and that no figure is typed into them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import jinja2
from jinja2 import nodes

from ..record import tree
from ..record.dossier import Dossier
from ..record.drafts import TODO
from ..record.problems import DRAFTS, Problem, suggestion
from ..record.reader import Unreadable, text_of
from ..render.author import ID_KINDS, SEVERAL
from .exceptions import Exceptions

RULE = "pages"
ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
# Jinja as mkdocs.yml sets it up for pages; read here, never rendered.
ENVIRONMENT = jinja2.Environment(comment_start_string="{##", comment_end_string="##}")  # noqa: S701
FENCE = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{##.*?##\}", re.DOTALL)
# Not prose: inline code, link targets, HTML tags, attribute lists.
NOT_PROSE = re.compile(r"`[^`\n]*`|\]\([^)\s]*\)|<[^>\n]*>|\{ ?(?:[:#.]|[\w-]+=\")[^}\n]*\}|https?://\S+")


@dataclass(frozen=True)
class Call:
    """A macro call in a page: `line` counts from 1, `id` is its first argument where that is a text.

    A macro that takes several ids is a call for each.
    """

    file: str
    line: int
    macro: str
    id: str | None


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


def calls(root: Path) -> Iterator[Call | Problem]:
    """The macro calls of all pages; a Problem where a page cannot be read or is no valid template."""
    for file, text in texts(root):
        yield from [text] if isinstance(text, Problem) else _calls(file, text)


@lru_cache(maxsize=4096)
def _calls(file: str, text: str) -> tuple[Call | Problem, ...]:
    try:
        tree = ENVIRONMENT.parse(text)
    except jinja2.TemplateSyntaxError as error:
        return (Problem(file, error.lineno, "", f"the page's macros are not readable: {error.message}", rule=RULE),)
    found = []
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name):
            name = call.node.name
            arguments: list[nodes.Expr | None] = [*(call.args if name in SEVERAL else call.args[:1])]
            for argument in arguments or [None]:
                id_ = argument.value if isinstance(argument, nodes.Const) and isinstance(argument.value, str) else None
                found.append(Call(file, call.lineno, name, id_))
    return tuple(found)


def named_ids(root: Path) -> set[str]:
    """The ids that pages name in macro calls."""
    return {call.id for call in calls(root) if isinstance(call, Call) and call.id}


def problems(dossier: Dossier, exceptions: Exceptions) -> list[Problem]:
    """All that is wrong in the pages: macros and ids nobody knows, typed figures, and what is still to be written."""
    return [*_unknown_ids(dossier), *_typed_digits(dossier.root, exceptions), *drafts(dossier.root)]


def _unknown_ids(dossier: Dossier) -> Iterator[Problem]:
    for call in calls(dossier.root):
        if isinstance(call, Problem):
            yield call
        elif call.macro not in ID_KINDS:
            near = suggestion(call.macro, ID_KINDS)
            yield Problem(call.file, call.line, call.macro, "there is no macro of this name", near, RULE)
        elif (kinds := ID_KINDS[call.macro]) and call.id is not None:
            kind = dossier.kind_of.get(call.id)
            if kind is None and (call.id in dossier.loaded.origins or dossier.loaded.unread & set(kinds)):
                continue  # it may exist, and what is wrong is said there
            if kind is None:
                known = [name for each in kinds for name in dossier.kinds.get(each, ())]
                near = suggestion(call.id, known)
                yield Problem(call.file, call.line, call.macro, f"unknown id {call.id!r}", near, RULE)
            elif kind not in kinds:
                hint = f"{call.macro} takes {' or '.join(kinds)}"
                yield Problem(call.file, call.line, call.macro, f"{call.id!r} is one of {kind}", hint, RULE)


def prose(root: Path) -> dict[str, str]:
    """The prose of every page by its file: macros, code, link targets and tags are blanked, line for line."""
    found = {}
    for file, text in texts(root):
        if isinstance(text, str):
            for pattern in (FENCE, EXPRESSION, NOT_PROSE):
                text = pattern.sub(_blank, text)
            found[file] = text
    return found


def _typed_digits(root: Path, exceptions: Exceptions) -> Iterator[Problem]:
    """Digits in prose, front matter included, that neither the record gives nor an exception allows."""
    for file, text in prose(root).items():
        for number, line in enumerate(text.split("\n"), 1):
            for found in re.findall(r"\S*\d\S*", exceptions.without(file, line)):
                hint = "let a macro give it, or declare it in data/exceptions.yml with a reason"
                yield Problem(file, number, "", f"{found!r} is a typed figure", hint, RULE)


def drafts(root: Path) -> Iterator[Problem]:
    """The lines of pages that are still to be written."""
    for file, text in prose(root).items():
        for number, line in enumerate(text.split("\n"), 1):
            if re.search(rf"\b{TODO}\b", line):
                yield Problem(file, number, "", "a draft, still to be written", rule=DRAFTS)


def _blank(match: re.Match[str]) -> str:
    """The same number of lines, without the text."""
    return "\n" * match[0].count("\n")
