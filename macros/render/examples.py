"""For each field of a record a value that passes and one that does not, made from what the model says of it."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from ..record.dates import When
from ..record.fields import CLOCK, COLOUR, ID, LANGUAGE, NAME, SET_WORDS, SHA256, SITE, TAG, TIME, URL, WORDS
from ..record.model import At, Figure

# Of each form of text, one that has it and one that does not.
EXAMPLES: dict[str, tuple[object, object]] = {
    ID: ("north-bank", "North Bank"),
    TAG: ("es", "Spanish"),
    LANGUAGE: ("es", "Spanish"),
    URL: ("https://example.org/page", "example.org/page"),
    SITE: ("https://example.org/ferry/", "https://example.org/?page=2"),
    COLOUR: ("#3a6ea5", "purple"),
    SHA256: ("0f" * 32, "0f"),
    WORDS: ("The council said", "The council said on Monday that"),
    TIME: ("14:43", "2.43 pm"),
    NAME: ("boats", "Boats"),
    CLOCK: ("13:03", "3 pm"),
}
PIECES: dict[type[BaseModel], tuple[object, object]] = {
    Figure: ({"exact": 6, "unit": "boats"}, {"exact": "six", "unit": "boats"}),
    At: ({"time": "13:03"}, {"time": "3 pm"}),
}
TEXT = "Two ferries would do."


def examples(hint: Any, extra: tuple[Any, ...] = ()) -> Iterator[tuple[object, object]]:
    """A value that passes and one that does not, as far as one can be made without the rest of a record."""
    origin = get_origin(hint)
    if origin is Annotated:
        inner, *more = get_args(hint)
        yield from examples(inner, (*extra, *more))
    elif origin in (Union, UnionType):
        for option in get_args(hint):
            yield from examples(option, extra)
    elif origin is Literal:
        first = get_args(hint)[0]
        yield (first, f"{first}s") if first not in SET_WORDS else (first, "")
    elif origin is list:
        yield from _lists(hint, extra)
    elif origin is tuple:
        yield [2, 3], [2]
    elif origin is dict:
        yield from (({"boats": good}, "boats") for good, _ in examples(get_args(hint)[1]))
    elif isinstance(hint, type) and issubclass(hint, BaseModel):
        yield PIECES.get(hint) or _of_piece(hint)
    else:
        yield _of_leaf(hint, extra)


def _of_leaf(hint: Any, extra: tuple[Any, ...]) -> tuple[object, object]:
    """Of a date, a truth value, a number or a text."""
    if hint is When:
        return "2025-06-02", "2 June 2025"
    if hint is bool:
        return True, "yes"
    if hint in (int, float):
        return _within(extra), "five"
    pattern, longest = limits(extra)
    return EXAMPLES.get(pattern or "", (TEXT[: longest or None], ""))


def _within(extra: tuple[Any, ...]) -> float:
    """Five, or what lies within the limits where five does not."""
    low = max((float(each.ge) for each in extra if isinstance(each, Ge)), default=5)  # type: ignore[arg-type]
    high = min((float(each.le) for each in extra if isinstance(each, Le)), default=5)  # type: ignore[arg-type]
    return int(min(max(5, low), high))


def _lists(hint: Any, extra: tuple[Any, ...]) -> Iterator[tuple[object, object]]:
    """A list that is long enough, and one of what does not stand there."""
    constraints = [c for each in extra for c in (each.metadata if isinstance(each, FieldInfo) else [each])]
    least = next((each.min_length for each in constraints if isinstance(each, MinLen)), 1)
    for good, bad in examples(get_args(hint)[0]):
        yield ([good, "south-bank"][:least] if least > 1 else [good]), [bad]


def _of_piece(model: type[BaseModel]) -> tuple[object, object]:
    """What a piece needs at least; and a text in its place."""
    hints = get_type_hints(model, include_extras=True)
    needed = [name for name, info in model.model_fields.items() if info.is_required()] or [next(iter(hints))]
    return {name: next(examples(hints[name]))[0] for name in needed}, "North Bank"


def limits(extra: tuple[Any, ...]) -> tuple[str | None, int]:
    """The pattern a text has to have, and how long it may be; 0 where that is not limited."""
    pattern, longest = None, 0
    for each in extra:
        if isinstance(each, StringConstraints):
            pattern, longest = str(each.pattern) if each.pattern else pattern, each.max_length or longest
        if isinstance(each, MaxLen):
            longest = each.max_length
    return pattern, longest
