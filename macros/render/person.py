"""The page of a person or body that speaks: who they are, what they are quoted with, all that is reported of them."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ..analysis.speakers import quoted, said, told_of
from ..locale import listing, say, text
from ..record.model import UNKNOWN, Claim, Person
from . import parts, way
from .account import DOT
from .context import Context
from .html import join, tag
from .mark import party_sign
from .parts import aliases, heading, own_names, spelling
from .quoted import quotations
from .text import link, plain, prose
from .told import by_topic, of_others, of_the_speaker
from .used_on import place as used_on
from .words import role

# More statements than this, first theirs, then with those of others on them, and topics are folded: a person is read on
# a phone in twelve screens.
OPEN = 40


def person(context: Context, item: Person) -> Markup:
    """All below the title of the page of somebody who speaks."""
    dossier = context.dossier
    theirs, words = said(dossier).get(item.id, []), quoted(dossier).get(item.id, [])
    others = told_of(dossier, item.id)
    sections: list[tuple[str, int, Markup | None]] = [
        ("quotations", len(words), quotations(context, words) if words else None),
        ("statements", len(theirs), by_topic(context, theirs, of_the_speaker, opened=len(theirs) <= OPEN)),
        ("others", len(others), by_topic(context, others, of_others, opened=len(theirs) + len(others) <= OPEN)),
    ]
    shown = [(id_, count, body) for id_, count, body in sections if body]
    ways = [tag("a", say(f"person.to.{id_}", count=count), href=f"#{id_}") for id_, count, _ in shown]
    return join(
        [
            who(context, item),
            tag("nav", join(ways, DOT), class_="ways-on", aria_label=text("person.ways")),
            tag("p", say("person.alone", name=item.short), class_="by") if theirs else None,
            [[heading(2, text(f"person.{id_}", name=item.short), id_), body] for id_, _, body in shown],
            used_on(item.id),
        ]
    )


def way_back(context: Context, item: Person) -> Markup:
    """Where the page stands: the dossier, the list of people, the party."""
    party, people = context.dossier.parties.get(item.party), context.page("people/")
    name = party.short if party else text("people.no-party")
    return parts.way_back(
        context, tag("a", text("people.all"), href=people), tag("a", name, href=f"{people}#{group_id(item)}")
    )


def group_id(item: Person) -> str:
    """The anchor, in the list of people, of the party that somebody speaks for."""
    return "no-party" if item.party in ("none", UNKNOWN) else f"of-{item.party}"


def who(context: Context, item: Person) -> Markup:
    """Party, office then, part in the meeting and who says so, office later, own name, other spellings."""
    told = [context.dossier.claims[id_] for id_ in item.told_by]
    # Who says so stands below what they say: that somebody is not named as attending is our finding.
    lines = [attended(context, item), _told_by(context, told) if told else None]
    return join(
        [
            aliases(item),
            own_names(item.own_names),
            tag("p", _party(context, item), class_="of-party"),
            tag("p", office, class_="office") if (office := held(context, item)) else None,
            [tag("p", line, class_="by") for line in (lines if takes_part(item) else reversed(lines)) if line],
            [tag("p", _later(context, context.dossier.claims[id_]), class_="by") for id_ in item.later],
            tag(
                "p",
                say("person.spellings", names=join((spelling(each) for each in item.spellings), text("list.comma"))),
                class_="by",
            )
            if item.spellings
            else None,
        ]
    )


def _told_by(context: Context, claims: Iterable[Claim]) -> Markup:
    """Whose accounts the claims are, each account once, linked to the first of them."""
    first: dict[str, Claim] = {}
    for claim in claims:
        first.setdefault(str(way.account_name(context, claim)), claim)
    links = [
        tag("a", way.account_name(context, claim), href=context.link(claim.id), data_card=claim.id, class_="ref")
        for claim in first.values()
    ]
    return say("person.told-by", count=len(links), accounts=listing(links))


def _later(context: Context, claim: Claim) -> Markup:
    """What is told of an office held later, and by whom."""
    who = tag("a", way.line(context, claim), href=context.link(claim.id), data_card=claim.id, class_="ref")
    return say("sides.later", who=who, says=prose(context, claim.says, claim.figures, links=False))


def held(context: Context, item: Person) -> Markup | None:
    """The office at the time; of a person that it is not known."""
    if item.office != UNKNOWN:
        return prose(context, item.office)
    return say("person.no-office") if item.kind == "person" else None


def in_a_line(context: Context, item: Person, name: Markup) -> Markup:
    """The name, linked or not, with the office at the time: for lists."""
    if item.office != UNKNOWN:
        return say("account.office", who=name, office=prose(context, item.office, links=False))
    return say("account.office", who=name, office=say("people.no-office")) if item.kind == "person" else name


def takes_part(item: Person) -> bool:
    """Whether somebody has a place in a delegation, or an account tells whether they were at the meeting."""
    return item.delegation is not None or item.attendance != UNKNOWN


def attended(context: Context, item: Person) -> str:
    """The place in a delegation, and whether they were at the meeting; nothing where no account tells who was."""
    place = [text(f"person.delegation.{item.delegation}")] if item.delegation else []
    told = any(each.attendance != UNKNOWN for each in context.dossier.people.values())
    asked = told and (item.kind == "person" or item.attendance != UNKNOWN)
    return " ".join([*place, *([text(f"person.attendance.{item.attendance}")] if asked else [])])


def _party(context: Context, item: Person) -> Markup:
    if item.party in context.dossier.parties:
        named = role(context.dossier, context.dossier.parties[item.party])
        return join(
            [party_sign(context, item.party), " ", say("person.party", party=link(context, item.party), role=named)]
        )
    return say("person.party-unknown") if item.party == UNKNOWN else say("person.party-none")


def counts(context: Context, item: Person) -> Markup:
    """How much the record has of somebody: quotations and statements."""
    words, theirs = quoted(context.dossier).get(item.id, []), said(context.dossier).get(item.id, [])
    return join(
        [
            say("count.statements", count=len(theirs)),
            [DOT, say("count.quotations", count=len(words))] if words else None,
        ]
    )


def description(context: Context, item: Person) -> str:
    """Who it is and what the page holds, as plain text."""
    words, theirs = quoted(context.dossier).get(item.id, []), said(context.dossier).get(item.id, [])
    office = plain(context, item.office) if item.office != UNKNOWN else text("person.no-office")
    return text(
        "person.description", name=item.name, office=office.rstrip("."), quotations=len(words), statements=len(theirs)
    )


def _spellings(item: Person) -> Markup:
    return join((spelling(each) for each in item.spellings), text("list.comma"))
