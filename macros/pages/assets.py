"""Files that are no pages, made from the record: the parties' colours, the cards, the feed, the manifest."""

from __future__ import annotations

import json

from ..record.dossier import Dossier
from ..render import card
from . import feed
from .front import description

MANIFEST = "manifest.webmanifest"
ICONS = {"assets/icon-192.png": 192, "assets/icon-512.png": 512}
PAPER = "#fdfcf9"


def assets(dossier: Dossier) -> dict[str, str]:
    """Made files by their path under `docs/`."""
    return {
        "assets/stylesheets/dossier.css": stylesheet(dossier),
        feed.PATH: feed.feed(dossier),
        MANIFEST: manifest(dossier),
        **card.scripts(dossier),
    }


def stylesheet(dossier: Dossier) -> str:
    """The parties' colours as CSS custom properties, for light and dark ground."""
    rules = []
    for party in dossier.parties.values():
        rules.append(f'[data-party="{party.id}"]{{--party:{party.colour}}}')
        rules.append(f'[data-md-color-scheme="slate"] [data-party="{party.id}"]{{--party:{party.colour_dark}}}')
    return "\n".join(rules) + "\n"


def manifest(dossier: Dossier) -> str:
    """What a phone shows of the site where a reader puts it on the screen."""
    about = dossier.about
    icons = [{"src": path, "sizes": f"{size}x{size}", "type": "image/png"} for path, size in ICONS.items()]
    data = {
        "name": about.title,
        "description": description(dossier),
        "lang": about.language,
        "start_url": ".",
        "display": "browser",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": icons,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
