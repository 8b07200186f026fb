"""Who did something to a side by the word of another side, where whoever did it has no word of its own on it."""

from __future__ import annotations

from dataclasses import dataclass

from ..record.dossier import Dossier
from ..record.model import Event
from .balance import acting, kinds_done_to, sides_speaking
from .own_word import said_on


@dataclass(frozen=True)
class Blamed:
    """A side that did it, by the word of another; `view`: that one gave it as its opinion alone."""

    side: str
    teller: str
    view: bool


def blamed(dossier: Dossier, event: Event) -> list[Blamed]:
    """Each side that another says did it; none where the event says who did it.

    What is stated stands before what is only an opinion, then who said so first before the other.

    Only of what one side does to another, and by the claims that tell of the event: whose act it is by the record,
    or whom their sentence begins with.
    """
    if event.who or event.kind not in kinds_done_to(dossier):
        return []
    found: dict[tuple[str, str], bool] = {}
    for claim in sorted((dossier.claims[id_] for id_ in event.claims), key=lambda c: said_on(dossier, c)):
        acts = {dossier.party_of(id_) for id_ in acting(claim)}
        for teller in sides_speaking(dossier, claim):
            for side in (each for each in dossier.sides if each in acts and each != teller):
                view = dossier.meaning(claim) == "opines"
                found[side, teller] = found.get((side, teller), True) and view
    told = [Blamed(side, teller, view) for (side, teller), view in found.items()]
    return sorted(told, key=lambda each: each.view)
