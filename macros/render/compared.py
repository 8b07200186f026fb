"""How two accounts of a matter compare: our sentence, both of them named."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ..analysis.readings import MANY
from ..analysis.relations import Pair
from ..locale import say
from ..record import figures
from ..record.model import Claim, Comparison
from . import way
from .context import Context
from .html import join, tag
from .text import prose


def pair(context: Context, item: Pair) -> Markup:
    """A pair of accounts: how they relate, our sentence or the figures themselves, and whose they are."""
    accounts = [tag("a", way.account_name(context, claim), href=f"#{claim.id}") for claim in (item.first, item.second)]
    return tag(
        "li",
        tag("p", how(context, item)),
        tag("p", say("compared.accounts", first=accounts[0], second=accounts[1]), class_="by"),
        id=item.comparison.id if item.comparison else None,
    )


def how(context: Context, item: Pair) -> Markup:
    """How two accounts compare, in our sentence on them or, without one, by their figures."""
    sentence = comparison_words(context, item.comparison) if item.comparison else _figures(context, item)
    return say(f"compared.{'rival' if item.rival else item.kind or item.relation}", sentence=sentence)


def told(pairs: Sequence[Pair]) -> list[Pair]:
    """Pairs worth a line: those we have a sentence on, then, of the others that differ, one for each two figures.

    Where there are very many figures, one for each figure.
    """
    found = [each for each in pairs if each.comparison]
    others = [each for each in pairs if each.relation == "differs" and not each.comparison]
    values = {claim.id: _values(claim) for each in (*found, *others) for claim in (each.first, each.second)}
    many = len(set(values.values())) > MANY
    seen = {frozenset((values[each.first.id], values[each.second.id])) for each in found}
    shown: set[str] = set()
    for each in others:
        key = frozenset((values[each.first.id], values[each.second.id]))
        if key not in seen and not (many and key <= shown):
            seen.add(key)
            shown |= key
            found.append(each)
    return found


def _values(claim: Claim) -> str:
    """A claim's figures as they read."""
    return str(sorted((name, figures.text_of(figure, {}, with_unit=True)) for name, figure in claim.figures.items()))


def comparison_words(context: Context, item: Comparison) -> Markup:
    """Our sentence on two claims, their figures filled in."""
    values = {
        f"{name}.{key}": figure
        for name, id_ in zip(("first", "second"), item.claims, strict=True)
        for key, figure in context.dossier.claims[id_].figures.items()
    }
    return prose(context, item.says, values)


def _figures(context: Context, item: Pair) -> Markup:
    """The figures that cannot both hold, each with who gives it."""
    units = context.dossier.about.units
    parts = []
    for name, first in item.first.figures.items():
        second = item.second.figures.get(name)
        if second is not None and figures.compatible(first, second, units) is False:
            one, two = (figures.text_of(figure, units, with_unit=True) for figure in (first, second))
            whose = [way.account_name(context, claim) for claim in (item.first, item.second)]
            parts.append(say("compared.figures", first=whose[0], one=one, second=whose[1], two=two))
    return join(parts, " ")
