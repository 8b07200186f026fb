"""The macros an author may call in a page, one typed function each, in groups as the guide lists them.

The first argument of most is the id of a record; `words` replaces the words of a link. Every docstring ends with an
example that the author's guide shows and a test renders.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from .. import guide
from .numbers import Numbers
from .page import UnknownId
from .pictures import Pictures
from .sentence import InASentence
from .signature import Signature, signature_of
from .views import Views

__all__ = ["SIGNATURES", "Author", "UnknownId", "macros"]


class Guide(Numbers):
    """The list of all macros; it knows the others."""

    def author_guide(self) -> Markup:
        """This list: every macro with its arguments and an example. For the page on writing a dossier.

        {{ author_guide() }}
        """
        return guide.author_guide(macros())


# In the order of the guide.
GROUPS: tuple[type, ...] = (InASentence, Views, Pictures, Numbers, Guide)


class Author(InASentence, Views, Pictures, Guide):
    """The macros, bound to the page being rendered."""


def macros() -> dict[str, Callable[..., Any]]:
    """The public functions of Author by name, in the order of the guide."""
    return {name: function for group in GROUPS for name, function in vars(group).items() if _is_public(name, function)}


def _is_public(name: str, member: object) -> bool:
    return inspect.isfunction(member) and not name.startswith("_")


SIGNATURES: dict[str, Signature] = {name: signature_of(function) for name, function in macros().items()}
