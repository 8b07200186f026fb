"""What every group of macros has: the page being rendered, and the ids that it names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from pydantic import Field

from ...record.problems import hinted, suggestion
from ..context import Context

# How many rows of something a page may ask for.
Number = Annotated[int, Field(ge=1, le=100)]


class UnknownId(Exception):
    """A macro was given an id that is not in the record."""


class Page:
    """The page being rendered, by `context`."""

    def __init__(self, context: Callable[[], Context]) -> None:
        self._context = context

    def _use(self, id_: str, *kinds: str) -> Context:
        """The context, with the id noted as used on the page; raises UnknownId."""
        context = self._context()
        if context.dossier.kind_of.get(id_) not in kinds:
            known = [name for kind in kinds for name in context.dossier.kinds[kind]]
            message = f"{context.url or 'home'}: unknown id {id_!r}"
            raise UnknownId(hinted(message, suggestion(id_, known)))
        context.use(id_)
        return context
