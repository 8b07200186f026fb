"""Where a point stands, in plain words that any reader understands without a legend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from ..analysis.gaps import Gap
from ..analysis.relations import Pair
from ..analysis.status import Status, status
from ..locale import listing, say
from ..locale.numbers import number
from ..record import figures
from ..record.model import Claim, Point
from .context import Context
from .text import as_beginning, short_name

TWICE = 2  # from here on a reader grasps "twice as much" sooner than a percentage


def short(context: Context, point: str) -> Markup:
    """The status in a few words, for a line in a list; nothing where there are no sides and no accounts differ."""
    found = status(context.dossier, point)
    if found.kind == "none":
        return no_side(context) if found.silent else Markup("")
    if found.kind == "one":
        return _only(context, found, "status.short.one")
    key = "status.short.several" if found.kind == "several" else f"status.short.{found.kind.replace(' ', '-')}"
    return as_beginning(say(key, sides=_names(context, found.speaking)))


def state(point: Point) -> Markup:
    """The state last reported, and of what it is said where not of all that is asked."""
    words = say(f"state.{point.state.replace(' ', '-')}")
    return say("state.of", state=words, what=point.state_of) if point.state_of else words


def no_side(context: Context) -> Markup:
    """That none of the sides speaks, or that the only one there is does not."""
    only = context.dossier.only_side
    if only is None:
        return say("status.short.none")
    return say("status.short.silent", count=_number(context, [only]), side=short_name(context, only))


def one_side(context: Context) -> Markup:
    """That one of the sides speaks, or that the only one there is does."""
    only = context.dossier.only_side
    if only is None:
        return say("status.name.one")
    return say("status.short.speaks", count=_number(context, [only]), side=short_name(context, only))


def long(context: Context, point: str) -> Markup:
    """The status in one to three sentences: what the sides do, how accounts differ, who is silent."""
    found = status(context.dossier, point)
    sentences = [_sides(context, found), _difference(context, found)]
    if found.contested:  # what a reader looks for first
        sentences.reverse()
    sentences.append(_silent(context, found))
    return Markup(" ").join(as_beginning(sentence) for sentence in sentences if sentence)


def _sides(context: Context, found: Status) -> Markup | None:
    if found.agreed:
        return _agreed(context, found)
    if found.kind == "rival demands":
        return say("status.rival-demands", sides=_names(context, found.rivals))
    if found.kind in ("several", "in line"):
        return say(f"status.{found.kind.replace(' ', '-')}", sides=_names(context, found.speaking))
    if found.kind == "one":
        return _only(context, found, "status.one")
    return None


def _only(context: Context, found: Status, key: str) -> Markup:
    """That one side speaks: only it, if nobody else does; of all sides only it, if an outlet or another party does."""
    variant = ".only" if not found.others else ".of-sides" if found.silent else ".and-others"
    return say(f"{key}{variant}", count=_number(context, found.speaking), side=short_name(context, found.speaking[0]))


def _agreed(context: Context, found: Status) -> Markup:
    own, per = _names(context, found.agreed_by), _names(context, found.agreed_per)
    if not found.agreed_per:
        return say("status.agreed", sides=own)
    accounts = _names(context, found.accounts)
    if not found.agreed_by:
        return say("status.agreed-by-account", count=_number(context, found.accounts), sides=per, accounts=accounts)
    return say("status.agreed-in-part", count=_number(context, found.agreed_by), own=own, sides=per, accounts=accounts)


def _difference(context: Context, found: Status) -> Markup | None:
    pair = found.difference
    if pair is None:
        return None
    if pair.kind == "contradicts":
        return _contradiction(context, pair)
    if pair.gap is None:
        return say("status.details")
    return _apart(context, pair.gap) if pair.gap.measure != "number" else _numbers(context, pair, pair.gap)


def _contradiction(context: Context, pair: Pair) -> Markup:
    """Who contradicts whom: the sides; else the speakers; else the outlets that tell of one speaker."""
    for names in (_side, _speakers):
        one, other = names(context, pair.first), names(context, pair.second)
        if one and other and one != other:
            return say("status.contradict", one=one, other=other)
    return say("status.contradict.told", speaker=_speakers(context, pair.first))


def _side(context: Context, claim: Claim) -> Markup:
    dossier = context.dossier
    return _names(context, (party for party in dossier.parties_of(claim) if party in dossier.sides))


def _speakers(context: Context, claim: Claim) -> Markup:
    return _names(context, [context.dossier.sources[claim.source].outlet] if claim.by == "unclear" else claim.by)


def _apart(context: Context, gap: Gap) -> Markup:
    """By how many minutes or days two accounts differ, which tells by itself whether that is a detail."""
    first, second = _figures(context, gap)
    return say(f"status.{gap.measure}", count=round(gap.apart), first=first, second=second)


def _numbers(context: Context, pair: Pair, gap: Gap) -> Markup:
    """By how much two numbers differ: as a multiple from twice on, below that as a share of the larger."""
    first, second = _figures(context, gap)
    if pair.kind == "detail":
        return say("status.details.figures", first=first, second=second)
    if gap.ratio is None or gap.share is None:
        return say("status.numbers", first=first, second=second)
    if gap.ratio < TWICE:
        return say("status.numbers.percent", first=first, second=second, percent=round(gap.share * 100))
    if gap.ratio == TWICE:
        return say("status.numbers.twice", first=first, second=second)
    return say("status.numbers.times", first=first, second=second, times=number(round(gap.ratio, 1)))


def _figures(context: Context, gap: Gap) -> list[str]:
    units = context.dossier.about.units
    return [figures.text_of(figure, units, with_unit=True) for figure in (gap.first, gap.second)]


def _silent(context: Context, found: Status) -> Markup | None:
    if not found.silent or found.kind == "one":
        return None
    if not found.speaking and context.dossier.only_side is None:
        return say("status.none") if not found.agreed else None
    return say("status.silent", count=_number(context, found.silent), sides=_names(context, found.silent))


def _number(context: Context, ids: Sequence[str]) -> int:
    """How many they are to grammar: one whose name is a plural ("the unions") counts as several."""
    plural = any(party.plural for id_ in ids if (party := context.dossier.parties.get(id_)))
    return max(len(ids), 2 if plural else 1)


def _names(context: Context, ids: Iterable[str]) -> Markup:
    return listing(short_name(context, id_) for id_ in ids)
