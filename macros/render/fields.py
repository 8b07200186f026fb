"""Every field of every kind of record, for authors: what it means, what may stand there, an example of each.

All of it is read from the model, so that nothing is missing and nothing is told twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from markupsafe import Markup
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..locale import listing, say
from ..record.dates import FORM, When
from ..record.fields import FORMS, NOT_BLANK
from ..record.model import KINDS, About
from ..record.references import OwnWords, Ref
from .examples import examples, limits
from .html import join, tag
from .parts import heading


def models() -> dict[str, type[BaseModel]]:
    """Every kind of record by the name of its file, `dossier` first, then the pieces they are made of, each once."""
    found: dict[str, type[BaseModel]] = {"dossier": About, **KINDS}
    for model in list(found.values()):
        for piece in _pieces(model):
            found.setdefault(piece.__name__, piece)
    return found


def fields() -> Markup:
    """All kinds under a heading each, their fields as a list."""
    return join(_kind(name, model) for name, model in models().items())


def _kind(name: str, model: type[BaseModel]) -> Markup:
    title = say("fields.file", file=tag("code", f"{name}.yml")) if name == "dossier" or name in KINDS else name
    about = " ".join((model.__doc__ or "").split())
    items = [_field(name, field) for name, field in described(model).items()]
    return join(
        [heading(2, title, f"kind-{name.lower()}"), tag("p", _code(about)), tag("dl", items, class_="guide")], "\n\n"
    )


def described(model: type[BaseModel]) -> dict[str, Field]:
    """The fields of a model that an author writes, by name."""
    hints = get_type_hints(model, include_extras=True)
    return {
        name: Field(info, hints[name])
        for name, info in model.model_fields.items()
        if not (isinstance(info.json_schema_extra, dict) and info.json_schema_extra.get("internal"))
    }


def _field(name: str, field: Field) -> Markup:
    need = say("fields.required") if field.required else say("fields.optional")
    takes = listing(field.takes, last="or")
    parts = [tag("p", _code(field.about)), tag("p", say("fields.takes", what=takes), class_="by")]
    if field.good is not None:
        good, bad = tag("code", _yaml(name, field.good)), tag("code", _yaml(name, field.bad))
        parts.append(tag("p", say("fields.example", good=good, bad=bad), class_="by"))
    return join([tag("dt", tag("code", name), " ", tag("span", need, class_="count")), tag("dd", parts)])


class Field:
    """A field as an author meets it: `about` is what it means, `takes` what may stand there, in words."""

    def __init__(self, info: FieldInfo, hint: Any) -> None:
        self.about: str = info.description or ""
        self.required: bool = info.is_required()
        self.takes: list[Markup] = list(dict.fromkeys(_takes(hint)))
        self.good, self.bad = next(examples(hint), (None, None))


def _takes(hint: Any, extra: tuple[Any, ...] = ()) -> Iterator[Markup]:
    """What a value may be, one phrase for each thing it may be."""
    origin = get_origin(hint)
    if origin is Annotated:
        inner, *more = get_args(hint)
        yield from _takes(inner, (*extra, *more))
    elif origin in (Union, UnionType):
        for option in get_args(hint):
            if option is not type(None):
                yield from _takes(option, extra)
    elif origin is Literal:
        yield from (tag("code", value) for value in get_args(hint))
    elif origin in (list, tuple):
        yield say("fields.list", of=listing(_takes(get_args(hint)[0]), last="or"))
    elif origin is dict:
        yield say("fields.mapping", of=listing(_takes(get_args(hint)[1]), last="or"))
    elif isinstance(hint, type) and issubclass(hint, BaseModel):
        yield say("fields.piece", of=tag("a", hint.__name__, href=f"#kind-{hint.__name__.lower()}"))
    elif hint is When:
        yield say("fields.date", form=FORM)
    elif hint is bool:
        yield join([tag("code", "true")])
        yield join([tag("code", "false")])
    elif hint in (int, float):
        yield say("fields.whole") if hint is int else say("fields.number")
    else:
        yield _text(extra)


def _text(extra: tuple[Any, ...]) -> Markup:
    refs = [each for each in extra if isinstance(each, Ref)]
    if refs:
        kinds = [tag("a", kind, href=f"#kind-{kind}") if kind in KINDS else say("fields.any") for kind in refs[0].kinds]
        return say("fields.id", of=listing(kinds, last="or"))
    pattern, longest = limits(extra)
    if pattern and pattern != NOT_BLANK:
        return join([FORMS[pattern].replace("`", "")])
    own = next((each for each in extra if isinstance(each, OwnWords)), None)
    if own is not None:
        return say("fields.own-placeholders" if own.placeholders else "fields.own", longest=longest)
    return say("fields.text", longest=longest)


def _pieces(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The models that fields of a model hold, and those that these hold."""
    for hint in get_type_hints(model, include_extras=True).values():
        todo = [hint]
        while todo:
            each = todo.pop()
            if isinstance(each, type) and issubclass(each, BaseModel):
                yield each
                yield from _pieces(each)
            todo += [arg for arg in get_args(each) if isinstance(arg, type) or get_origin(arg)]


def _yaml(name: str, value: object) -> str:
    """A field as it stands in YAML, on one line."""
    if isinstance(value, bool):
        return f"{name}: {str(value).lower()}"
    if isinstance(value, dict):
        return f"{name}: {{{', '.join(_yaml(key, each) for key, each in value.items())}}}"
    if isinstance(value, list):
        return f"{name}: [{', '.join(_yaml('', each).removeprefix(': ') for each in value)}]"
    if value == "":
        return f'{name}: ""'
    return f'{name}: "{value}"' if isinstance(value, str) and (":" in value or "#" in value) else f"{name}: {value}"


def _code(text: str) -> Markup:
    """What stands between backticks as code."""
    return join(tag("code", part) if number % 2 else part for number, part in enumerate(text.split("`")))
