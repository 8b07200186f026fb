"""What is computed over a dossier is computed once: it does not change while pages are made from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from ..record.dossier import Dossier

R = TypeVar("R")


def once(function: Callable[[Dossier, str], R]) -> Callable[[Dossier, str], R]:
    """Keep what `function` gives for a dossier and an id, as long as somebody holds the dossier."""
    found: WeakKeyDictionary[Dossier, dict[str, R]] = WeakKeyDictionary()

    @wraps(function)
    def kept(dossier: Dossier, id_: str) -> R:
        of_dossier = found.setdefault(dossier, {})
        if id_ not in of_dossier:
            of_dossier[id_] = function(dossier, id_)
        return of_dossier[id_]

    return kept


def once_for_all(function: Callable[[Dossier], R]) -> Callable[[Dossier], R]:
    """The same for what is computed over a dossier as a whole."""
    kept = once(lambda dossier, _: function(dossier))

    @wraps(function)
    def whole(dossier: Dossier) -> R:
        return kept(dossier, "")

    return whole
