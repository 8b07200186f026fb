"""The pages under `docs/` as an editor writes them: which records they name, and that no figure is typed into them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..record import tree
from ..record.dossier import Dossier
from ..record.drafts import TODO
from ..record.problems import DRAFTS, Problem
from ..record.reader import Unreadable, text_of
from ..render.author import SIGNATURES
from . import calls, shape
from .exceptions import Exceptions
from .ours import as_read, of_two_scripts, typed_figures

RULE = "pages"
ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
FENCE = re.compile(r"(`{3,}|~{3,})[^`\n]*$")
# What does not end goes on to the end of the page.
EXPRESSION = re.compile(r"\{\{.*?(?:\}\}|\Z)|\{%.*?(?:%\}|\Z)|\{##.*?(?:##\}|\Z)", re.DOTALL)
# Not prose: inline code, link targets, HTML tags, attribute lists, footnotes' marks. What of them is read is kept.
# None goes back over what it took (`+`), nor far ahead: a page of brackets takes no longer than one of words.
_TITLE = r"(?:[ \t]++(?:\"[^\"\n]{0,500}+\"|'[^'\n]{0,500}+'))?+[ \t]*+"
NOT_PROSE = re.compile(
    rf"""`[^`\n]*+` | \]\([^)\s]{{0,2000}}+{_TITLE}\) | ^[ ]{{0,3}}\[(?!\^)[^\]\n]{{1,500}}+\]:[ \t]*+\S++{_TITLE}$
    | ^[ \t]*+(?:!!!|\?\?\?\+?|===[!+]?)[ \t][^\n\"]*+\"[^\"\n]*+\" | <[^>\n]{{0,1000}}+>
    | \{{[ ]?(?:[:\#.]|[\w-]{{1,60}}+=\")[^}}\n]{{0,500}}+\}} | https?://\S++ | \[\^[^\]\s]{{1,60}}+\]:?""",
    re.VERBOSE | re.MULTILINE,
)
READ = re.compile(r"(?:\b(?:alt|title|label|summary|placeholder)=|[ \t])(?:\"([^\"]*)\"|'([^']*)')")
CODE = re.compile(r"(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
WITHOUT_END = "a comment begins here and does not end", "put --> behind it"
CONFLICT = re.compile(r"^(?:<{7}|\|{7}|>{7})(?=[ \n]|\Z)", re.MULTILINE)
OF_A_MERGE = "is left of a merge that git could not make", "choose one of the two texts, and take the marks out"
# Placeholders of the record, and calls of macros in too few braces.
BRACES = re.compile(r"\{[ ]*(?:(?P<name>[A-Za-z][\w.-]*)(?:\|[^{}\n]*)?|(?P<call>\w+\([^{}\n]*\)))[ ]*\}")
# The first macro that takes a record of a kind.
NAMED_BY = {kind: name for name, of in reversed(SIGNATURES.items()) for p in of.parameters.values() for kind in p.kinds}
ITEM = re.compile(r"[ \t>]*([0-9]{1,9})[.)](?=\s)")


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
    """All that is wrong in the pages: what cannot be built, ids nobody knows, typed figures, what is left over."""
    found = [*_not_built(dossier), *_not_meant(dossier), *_typed_digits(dossier.root, exceptions)]
    return [*found, *drafts(dossier.root)]


def _not_built(dossier: Dossier) -> Iterator[Problem]:
    for file, text in texts(dossier.root):
        if isinstance(text, Problem):
            yield text
            continue
        yield from shape.problems(file, text)
        for call in calls.of(file, text):
            yield from [call] if isinstance(call, Problem) else calls.problems(dossier, call)


def _not_meant(dossier: Dossier) -> Iterator[Problem]:
    """What would be published as signs, and nobody means: of a merge, a comment without an end, single braces."""
    for file, text in texts(dossier.root):
        if isinstance(text, Problem) or shape.is_too_long(text):
            continue
        plain = CODE.sub(" ", _without_fences(text))
        shown = EXPRESSION.sub(_blank, COMMENT.sub(_blank, plain))
        found = [(each, *OF_A_MERGE) for each in CONFLICT.finditer(text)]
        found += [(each, *WITHOUT_END) for each in COMMENT.finditer(plain) if not each[0].endswith("-->")]
        found += [
            (each, *_in_single_braces(dossier, each)) for each in BRACES.finditer(shown) if _is_meant(dossier, each)
        ]
        for match, message, hint in found:
            line = match.string.count("\n", 0, match.start()) + 1
            yield Problem(file, line, "", message, hint, RULE)


def _is_meant(dossier: Dossier, match: re.Match[str]) -> bool:
    """Whether what stands in single braces is a call, or names something of the record: other braces are text."""
    name = match["name"]
    return (
        name is None
        or "|" in match[0]
        or name in dossier.kind_of
        or any(name in claim.figures for claim in dossier.claims.values())
    )


def _in_single_braces(dossier: Dossier, match: re.Match[str]) -> tuple[str, str]:
    """That a page has no placeholders, and the macro that was probably meant."""
    name, kind = match["name"], dossier.kind_of.get(match["name"] or "")
    call = match["call"] or (f'{NAMED_BY[kind]}("{name}")' if kind in NAMED_BY else 'figure("id-of-a-claim")')
    return f"{match[0][:60]!r} would be shown as it stands: a page names records by macros", f"write {{{{ {call} }}}}"


def prose(root: Path) -> dict[str, str]:
    """The prose of every page by its file: macros, code, link targets and tags are blanked, line for line.

    The words of ours in macros and tags stay, such as the `words` of a link and the text in place of an image.
    """
    found = {}
    for file, text in texts(root):
        if isinstance(text, str) and not shape.is_too_long(text):
            found[file] = NOT_PROSE.sub(_read, EXPRESSION.sub(_our_words, _without_fences(text)))
    return found


def _our_words(expression: re.Match[str]) -> str:
    """The words of ours that a call of a macro holds, on as many lines."""
    several = calls.of("", expression[0]) if calls.WORDS in expression[0] or "," in expression[0] else ()
    return " ".join(call.words for call in several if isinstance(call, calls.Call)) + _blank(expression)


def _typed_digits(root: Path, exceptions: Exceptions) -> Iterator[Problem]:
    """Digits in prose, front matter included, that neither the record gives nor an exception allows."""
    for file, text in prose(root).items():
        for number, line in enumerate(_without_numbers(text).split("\n"), 1):
            if found := typed_figures(as_read(exceptions.without(file, line))):
                what = "is a typed figure" if len(found) == 1 else "are typed figures"
                hint = "let a macro give it, or declare it in data/exceptions.yml with a reason"
                yield Problem(file, number, "", f"{', '.join(map(repr, found))} {what}", hint, RULE)
            for message, hint in of_two_scripts(line):
                yield Problem(file, number, "", message, hint, RULE)


def _without_fences(text: str) -> str:
    """A text with each block of code as so many empty lines; what a fence only begins is none."""
    lines = text.split("\n")
    closed = {line.rstrip(): number for number, line in enumerate(lines) if FENCE.match(line)}
    fence = ""
    for number, line in enumerate(lines):
        if fence:
            fence = "" if line.rstrip() == fence else fence
            lines[number] = ""
        elif (match := FENCE.match(line)) and closed.get(match[1], -1) > number:
            fence, lines[number] = match[1], ""
    return "\n".join(lines)


def _read(match: re.Match[str]) -> str:
    """What a reader hears or sees of something that is no prose: a title, the text in place of an image."""
    if match[0].startswith("`"):
        return ""
    return " ".join(("", *(one or other for one, other in READ.findall(match[0]))))


def _without_numbers(text: str) -> str:
    """A text without the numbers of ordered lists: each counts on from the one before, or begins anew."""
    last = 0
    lines = []
    for line in text.split("\n"):
        if (item := ITEM.match(line)) and int(item[1]) in (1, last + 1):
            last, line = int(item[1]), line[item.end() :]
        lines.append(line)
    return "\n".join(lines)


def drafts(root: Path) -> Iterator[Problem]:
    """The lines of pages that are still to be written."""
    for file, text in prose(root).items():
        for number, line in enumerate(text.split("\n"), 1):
            if re.search(rf"\b{TODO}\b", line):
                yield Problem(file, number, "", "a draft, still to be written", rule=DRAFTS)


def _blank(match: re.Match[str]) -> str:
    """The same number of lines, without the text."""
    return "\n" * match[0].count("\n")
