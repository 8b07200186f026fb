"""What a macro takes: its parameters, which of them are ids of which kinds of record, which have to be given."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

from ...record.model import Ref


@dataclass(frozen=True)
class Parameter:
    """One parameter of a macro: the type of its values, the kinds of record it names, whether it has to be given."""

    hint: Any
    kinds: tuple[str, ...]
    is_needed: bool


@dataclass(frozen=True)
class Signature:
    """The parameters of a macro by name; `takes_several` where it has but one, which may be given again and again."""

    parameters: dict[str, Parameter]
    takes_several: bool


def signature_of(function: Callable[..., Any]) -> Signature:
    """What a macro takes, by the types it is written with."""
    hints = get_type_hints(function, include_extras=True)
    written = list(inspect.signature(function).parameters.values())[1:]
    parameters = {
        each.name: Parameter(hints[each.name], _kinds(hints[each.name]), each.default is each.empty) for each in written
    }
    return Signature(parameters, any(each.kind is each.VAR_POSITIONAL for each in written))


def _kinds(hint: Any) -> tuple[str, ...]:
    """The kinds of record that an id of this type may be of; none where it is no id."""
    return next((mark.kinds for mark in get_args(hint)[1:] if isinstance(mark, Ref)), ())
