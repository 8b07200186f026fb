"""The macro calls of a page: the one thing of Jinja that a page may hold, each argument written out and of its type.

So whatever `check` lets pass is rendered, and in time: there is nothing to repeat, to include or to reckon with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin

import jinja2
from jinja2 import nodes
from pydantic import TypeAdapter, ValidationError

from ..record.dossier import Dossier
from ..record.messages import NOUNS, noun
from ..record.problems import Problem, listed, suggestion
from ..record.reader import NO_TEXT
from ..render.author import SIGNATURES, UnknownId
from ..render.author.sentence import name_of_figure
from ..render.author.signature import Signature

RULE = "pages"
# Jinja as mkdocs.yml sets it up for pages; read here, never rendered.
ENVIRONMENT = jinja2.Environment(comment_start_string="{##", comment_end_string="##}")  # noqa: S701
CALLS_ALONE = "a page holds calls of macros alone, their arguments written out"
EXAMPLE = 'write it like {{ mark("id-of-a-claim") }}; code with braces stands between {% raw %} and {% endraw %}'
# The argument that holds words of ours.
WORDS = "words"


@dataclass(frozen=True)
class Call:
    """A macro call in a page: `line` counts from 1, `given` are its arguments by the names of its parameters."""

    file: str
    line: int
    macro: str
    given: tuple[tuple[str, Any], ...] = field(default=())

    @property
    def words(self) -> str:
        """The words of ours among its arguments."""
        return " ".join(value for name, value in self.given if name == WORDS and isinstance(value, str))

    @property
    def ids(self) -> Iterator[str]:
        """The ids among its arguments."""
        parameters = SIGNATURES[self.macro].parameters
        yield from (value for name, value in self.given if parameters[name].kinds and value and isinstance(value, str))


@lru_cache(maxsize=4096)
def of(file: str, text: str) -> tuple[Call | Problem, ...]:
    """The macro calls of a text in order; a Problem for whatever else of Jinja it holds."""

    def problem(line: int, message: str, hint: str = EXAMPLE) -> tuple[Problem]:
        return (Problem(file, line, "", message, hint, RULE),)

    try:
        template = ENVIRONMENT.parse(text)
    except jinja2.TemplateSyntaxError as error:
        return problem(error.lineno, f"the page's macros are not readable: {error.message}")
    except (RecursionError, ValueError):  # brackets within brackets; a number of thousands of digits
        return problem(0, "the page's macros are not readable: one is nested too deep, or too long")
    found: list[Call | Problem] = []
    for node in template.body:
        if not isinstance(node, nodes.Output):
            found += problem(node.lineno, CALLS_ALONE)
            continue
        for part in node.nodes:
            if not isinstance(part, nodes.TemplateData):
                found += _call(file, part)
    return tuple(found)


def _call(file: str, node: nodes.Expr) -> list[Call | Problem]:
    """One call, or what is wrong with how it is written."""
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return [Problem(file, node.lineno, "", CALLS_ALONE, EXAMPLE, RULE)]
    macro = node.node.name
    if macro not in SIGNATURES:
        near = suggestion(macro, SIGNATURES)
        return [Problem(file, node.lineno, macro, "there is no macro of this name", near, RULE)]
    given, wrong = _bound(node, SIGNATURES[macro])
    values = tuple((name, _written(argument)) for name, argument in given)
    for name, value in values:
        if value is _NOT_WRITTEN:
            wrong.append((f"{name!r} is not written out", "texts and ids stand in quotation marks, numbers do not"))
    if wrong:
        return [Problem(file, node.lineno, macro, *words, RULE) for words in wrong]
    return [Call(file, node.lineno, macro, values)]


def _bound(node: nodes.Call, signature: Signature) -> tuple[list[tuple[str, nodes.Expr]], list[tuple[str, str]]]:
    """The arguments of a call by the names of the parameters they are for; what fits none, with a hint."""
    names = list(signature.parameters)
    has = f"it has {listed(names)}" if names else "it has none"
    wrong: list[tuple[str, str]] = []
    if signature.takes_several:
        given = [(names[0], argument) for argument in node.args]
    else:
        given = list(zip(names, node.args, strict=False))
        wrong += [(f"an argument too many: {len(node.args)} are given", has)] * (len(node.args) > len(names))
    for keyword in node.kwargs:
        if keyword.key not in names or signature.takes_several:
            wrong.append((f"has no argument {keyword.key!r}", suggestion(keyword.key, names) or has))
        elif keyword.key in dict(given):
            wrong.append((f"{keyword.key!r} is given twice", "take one out"))
        else:
            given.append((keyword.key, keyword.value))
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        return given, [("its arguments are not written out", "write each, without *")]
    needed = [name for name, each in signature.parameters.items() if each.is_needed]
    wrong += [(f"its {name!r} is missing", "") for name in needed if name not in dict(given)]
    return given, wrong


_NOT_WRITTEN = object()


def _written(argument: nodes.Expr) -> Any:
    """The value of an argument that is a text, a number, true, false or none; a number may have its sign."""
    if isinstance(argument, nodes.Neg) and isinstance(argument.node, nodes.Const):
        value = argument.node.value
        return -value if isinstance(value, int | float) and not isinstance(value, bool) else _NOT_WRITTEN
    return argument.value if isinstance(argument, nodes.Const) else _NOT_WRITTEN


def problems(dossier: Dossier, call: Call) -> Iterator[Problem]:
    """What is wrong with the arguments of a call: ids that nobody knows, values that are none of its own."""

    def problem(message: str, hint: str = "") -> Problem:
        return Problem(call.file, call.line, call.macro, message, hint, RULE)

    for name, value in call.given:
        parameter = SIGNATURES[call.macro].parameters[name]
        if parameter.kinds and isinstance(value, str):
            if value or parameter.is_needed:
                yield from (problem(*words) for words in _of_id(dossier, value, parameter.kinds))
        elif words := _misfit(parameter.hint, value):
            yield problem(f"{name!r} {words[0]}", words[1])
    yield from (problem(words) for words in _of_figure(dossier, call))


def _of_id(dossier: Dossier, id_: str, kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    kind = dossier.kind_of.get(id_)
    if id_ and kind is None and (id_ in dossier.loaded.origins or dossier.loaded.unread & set(kinds)):
        return  # it may exist, and what is wrong is said there
    if kind is None:
        known = (name for each in kinds for name in dossier.kinds.get(each, ()))
        yield f"unknown id {id_!r}", suggestion(id_, known)
    elif kind not in kinds:
        yield f"{id_!r} is one of {kind}", f"it takes one of {listed(kinds)}"


def _of_figure(dossier: Dossier, call: Call) -> Iterator[str]:
    given = dict(call.given)
    if call.macro == "figure" and given["id"] in dossier.claims:
        try:
            name_of_figure(dossier.claims[given["id"]], str(given.get("name", "")))
        except UnknownId as error:
            yield str(error)


def _misfit(hint: Any, value: object) -> tuple[str, str] | None:
    """Why a value is none that a parameter takes, and what is; None where it is."""
    try:
        TypeAdapter(hint).validate_python(value, strict=True)
    except ValidationError as error:
        if get_origin(hint) is Literal:
            words = [str(word) for word in get_args(hint)]
            return f"is {noun(value)}", suggestion(value, words) or f"it is one of {listed(words)}"
        first = error.errors(include_url=False)[0]
        wanted = NOUNS.get(first["type"].split("_")[0])
        expected = f"expected {wanted}" if wanted else first["msg"].replace("Input should be", "expected a number")
        return f"is {noun(value)}", expected
    if isinstance(value, str) and NO_TEXT.search(value):
        return "holds a character that cannot stand in a text", "take it out"
    return None
