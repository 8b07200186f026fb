"""Files that are no pages, made from the record: the parties' colours, the cards."""

from __future__ import annotations

from ..record.dossier import Dossier
from ..render import card


def assets(dossier: Dossier) -> dict[str, str]:
    """Made files by their path under `docs/`."""
    return {"assets/stylesheets/dossier.css": stylesheet(dossier), **card.scripts(dossier)}


def stylesheet(dossier: Dossier) -> str:
    """The parties' colours as CSS custom properties, for light and dark ground."""
    rules = []
    for party in dossier.parties.values():
        rules.append(f'[data-party="{party.id}"]{{--party:{party.colour}}}')
        rules.append(f'[data-md-color-scheme="slate"] [data-party="{party.id}"]{{--party:{party.colour_dark}}}')
    return "\n".join(rules) + "\n"
