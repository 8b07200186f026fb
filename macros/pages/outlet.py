"""The page of each outlet, `/outlets/<id>/`, and of each pair worth one, `/outlets/<one>/<other>/`."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ..locale import apart
from ..locale.sorting import sort_key
from ..record.addresses import OUTLETS
from ..record.addresses import against as address
from ..record.dossier import Dossier
from ..record.model import Outlet
from ..render import against, outlet
from ..render.context import Context
from ..render.html import escape
from ..render.text import link
from .front import front_matter


def paths(dossier: Dossier) -> Iterator[str]:
    """The paths of the outlets' pages, by name."""
    yield from (path(each) for each in sorted(dossier.outlets.values(), key=lambda each: sort_key(each.name)))


def pair_paths(dossier: Dossier) -> Iterator[str]:
    """The paths of the pages of pairs, by name."""
    yield from (_path(address(pair.first, pair.second)) for pair in against.all_with_page(Context(dossier)))


def path(item: Outlet) -> str:
    """The path of an outlet's page under `docs/`."""
    return f"{OUTLETS}{item.id}.md"


def pages(dossier: Dossier) -> dict[str, str]:
    """The pages of outlets and of pairs by their path."""
    found = {path(item): _outlet(dossier, item) for item in dossier.outlets.values()}
    for pair in against.all_with_page(Context(dossier)):
        url = address(pair.first, pair.second)
        context = Context(dossier, url, against.title(Context(dossier), pair))
        way = outlet.way_back(context, link(context, pair.first), link(context, pair.second))
        body = against.page(context, pair)
        found[_path(url)] = _page(context, against.description(context, pair), way, body)
    return found


def _outlet(dossier: Dossier, item: Outlet) -> str:
    context = Context(dossier, f"{OUTLETS}{item.id}/", item.name)
    return _page(context, outlet.description(context, item), outlet.way_back(context), outlet.outlet(context, item))


def _page(context: Context, description: str, way: Markup, body: Markup) -> str:
    return f"{front_matter(context.title, description, 'toc')}{way}\n\n# {apart(escape(context.title))}\n\n{body}\n"


def _path(url: str) -> str:
    return f"{url.rstrip('/')}.md"
