"""The index of outlets: by who owns or controls them, as far as that is told; a line each."""

from __future__ import annotations

from markupsafe import Markup

from ..analysis import outlets as analysis
from ..locale import say, text
from ..record.model import Outlet, Owner
from . import way
from .context import Context
from .html import join, tag
from .parts import fold, heading
from .text import link

# By who owns or controls an outlet, in the order readers meet them.
GROUPS = ("party", "state", "law", "private", "organisation", "unclear", "sought", "unknown")
HELD = {
    "state": "state",
    "body set up by law": "law",
    "private": "private",
    "organisation": "organisation",
    "not clear": "unclear",
}


def outlets(context: Context) -> Markup:
    """Every outlet by its group, those with most claims first; then those only named, folded."""
    dossier = context.dossier
    by_claims = sorted(
        dossier.outlets.values(), key=lambda o: (-len(analysis.published(dossier, o.id)), o.name.casefold())
    )
    named = [outlet for outlet in by_claims if not analysis.pages(dossier, outlet.id)]
    groups = {group: [o for o in by_claims if o not in named and _group(o) == group] for group in GROUPS}
    parts = [
        join([heading(2, text(f"outlets.{group}"), group), _list(context, found)])
        for group, found in groups.items()
        if found
    ]
    if named:
        summary = say("outlets.named-more", count=len(named))
        parts.append(join([heading(2, text("outlets.named"), "named"), fold(summary, _list(context, named))]))
    return join(parts)


def _group(outlet: Outlet) -> str:
    if outlet.speaks_for:
        return "party"
    if isinstance(outlet.owner, Owner):
        return HELD[outlet.owner.held_by]
    return "sought" if outlet.owner_sought else "unknown"


def _list(context: Context, found: list[Outlet]) -> Markup:
    return tag("ul", [tag("li", _line(context, outlet)) for outlet in found], class_="plain")


def _line(context: Context, item: Outlet) -> Markup:
    """An outlet: its name, what kind, how many pages and claims; of one only named, how many claims it passed on."""
    pages, claims = analysis.pages(context.dossier, item.id), analysis.published(context.dossier, item.id)
    if pages:
        amount = say(
            "outlets.amount", pages=say("count.pages", count=len(pages)), claims=say("count.claims", count=len(claims))
        )
    else:
        passed = sum(map(len, analysis.carried(context.dossier, item.id).values()))
        amount = say("outlets.passed", claims=say("count.claims", count=passed))
    about = say("outlets.about", kind=way.kind(context.dossier, item), amount=amount)
    return join([tag("b", link(context, item.id, item.name)), " ", tag("span", about, class_="by")])
