"""Declared answers to what the checks of balance name: each with a reason, where the imbalance is the world's."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, TypeAdapter

from ..record import settings
from ..record.fields import Maybe
from ..record.model import Id, Model, Text
from ..record.problems import Problem

FILE = "data/balance.yml"

Check = Literal[
    "coverage",
    "pages",
    "words",
    "through",
    "first",
    "loaded words",
    "like events",
    "unanswered",
    "no word",
    "hand-out",
    "owner",
]


class Answer(Model):
    """Why something that a check names is as it should be."""

    check: Check = Field(description="The check that names it.")
    record: Maybe[Id] = Field(default=None, description="The record it is on; none where it is on the whole dossier.")
    side: Maybe[Id] = Field(default=None, description="The side it is on, where the check names one.")
    reason: Text = Field(description="Why the imbalance is the world's and not ours, in a sentence or two.")


LIST = TypeAdapter(list[Answer])


def read(root: Path) -> tuple[list[Answer], list[Problem]]:
    """The answers of a dossier, and what is wrong with their file; an absent file answers nothing."""
    return settings.read(root, FILE, LIST, Answer, [])
