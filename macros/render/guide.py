"""The macros as their author's guide shows them: from the signature and docstring of each, nothing typed twice."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup

from .html import join, tag


def author_guide(macros: Mapping[str, Callable[..., Any]]) -> Markup:
    """Each macro with its arguments, what it gives and an example, in order."""
    return tag("dl", [_macro(name, function) for name, function in macros.items()], class_="guide")


def _macro(name: str, function: Callable[..., Any]) -> Markup:
    """A docstring's text, then its example: the part from the first brace on."""
    text, _, example = inspect.cleandoc(function.__doc__ or "").partition("\n\n")
    call = f"{name}({', '.join(_arguments(inspect.signature(function).parameters.values()))})"
    return join([tag("dt", tag("code", call), id=f"macro-{name.replace('_', '-')}"), _body(text, example)])


def _body(text: str, example: str) -> Markup:
    return tag("dd", tag("p", _with_code(text)), [tag("p", tag("code", line)) for line in example.splitlines() if line])


def _arguments(parameters: Iterable[inspect.Parameter]) -> list[str]:
    """The arguments as an author writes them: with their defaults, without their types."""
    found = []
    for parameter in parameters:
        if parameter.name == "self":
            continue
        many = "*" if parameter.kind is inspect.Parameter.VAR_POSITIONAL else ""
        default = "" if parameter.default is inspect.Parameter.empty else f"={parameter.default!r}"
        found.append(f"{many}{parameter.name}{default}")
    return found


def _with_code(text: str) -> Markup:
    """What stands between backticks as code."""
    parts = text.split("`")
    return join(tag("code", part) if number % 2 else part for number, part in enumerate(parts))
