"""The list of every field is whole, and its examples are what they say."""

from __future__ import annotations

from typing import get_type_hints

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from macros.record.model import KINDS
from macros.render import fields

EVERY = [(model, name) for model in fields.models().values() for name in fields.described(model)]
NAMES = [f"{model.__name__}-{name}" for model, name in EVERY]


def test_every_kind_of_record_is_listed() -> None:
    shown = str(fields.fields())
    assert all(f"#kind-{kind} " in shown for kind in (*KINDS, "dossier", "figure", "vocabularies"))
    assert "string_pattern" not in shown
    assert "^[" not in shown, "an author is shown no regular expression"


@pytest.mark.parametrize(("model", "name"), EVERY, ids=NAMES)
def test_a_field_says_what_it_means_and_takes(model: type[BaseModel], name: str) -> None:
    field = fields.described(model)[name]
    assert field.about
    assert field.takes


@pytest.mark.parametrize(("model", "name"), EVERY, ids=NAMES)
def test_one_example_passes_and_the_other_does_not(model: type[BaseModel], name: str) -> None:
    field = fields.described(model)[name]
    takes = TypeAdapter(get_type_hints(model, include_extras=True)[name])
    takes.validate_python(field.good, strict=True)
    with pytest.raises(ValidationError):
        takes.validate_python(field.bad, strict=True)
