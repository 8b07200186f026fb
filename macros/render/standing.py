"""Where a point stands, in the five words that the views printed from lists still use; it goes when they go."""

from __future__ import annotations

from typing import Literal

from ..analysis.agreement import agreeing
from ..analysis.relations import differences
from ..analysis.sides import speaking
from ..record.dossier import Dossier

Standing = Literal["agreed", "same", "one side", "differs", "others"]


def standing(dossier: Dossier, point: str) -> Standing:
    """Accounts differ, if in a detail; every side agrees; every side speaks; one does; or none."""
    if differences(dossier, point):
        return "differs"
    if all(agreeing(dossier, point).values()):
        return "agreed"
    if len(speaking(dossier, point)) == len(dossier.sides):
        return "same"
    return "one side" if speaking(dossier, point) else "others"
