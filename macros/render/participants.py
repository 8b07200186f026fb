"""The delegations and who else was there, by party, a line each; and the parties, each with its role."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ..analysis.speakers import by_party
from ..locale import say, text
from ..record.model import Party, Person
from .account import DOT
from .context import Context
from .html import join, tag
from .mark import party_sign
from .parts import aliases, marks, own_names
from .person import group_id, in_a_line, takes_part
from .text import link
from .words import role


def participants(context: Context) -> Markup:
    """Every party with those who sat at the table for it. For the participants' page alone."""
    dossier = context.dossier
    members = {party.id: people for party, people in by_party(dossier, dossier.people.values()) if party}
    return join(_party(context, party, members.get(party.id, [])) for party in dossier.parties.values())


def _party(context: Context, party: Party, members: Iterable[Person]) -> Markup:
    """A party's name, role and people: the heads of its delegation, the members, others who were there, who was not."""
    members = list(members)
    taking_part = sorted((item for item in members if item.kind == "person" and takes_part(item)), key=_rank)
    on_screen = members and context.paper is None  # in print, all people stand in one part of the book
    everyone = f"{context.page('people/')}#{group_id(members[0])}" if on_screen else None
    return join(
        [
            Markup("\n\n"),
            tag(
                "section",
                aliases(party),
                tag("h2", party_sign(context, party.id), " ", party.name),
                own_names(party.own_names),
                tag("p", say("party.role", role=role(context.dossier, party, alone=True)), class_="by"),
                tag("ul", _lines(context, taking_part), class_="delegation") if taking_part else None,
                tag("p", tag("a", say("participants.everyone"), href=everyone), class_="by") if everyone else None,
                class_="party",
                id=party.id,
            ),
        ]
    )


def _rank(item: Person) -> int:
    if item.attendance == "absent":
        return 3
    return {"head": 0, "member": 1, None: 2}[item.delegation]


def _lines(context: Context, people: Iterable[Person]) -> list[Markup]:
    """A line for each; who says so stands where it is not who said so of the one above."""
    found, before = [], None
    for item in people:
        said_so = marks(context, item.told_by) if item.told_by != before else None
        found.append(
            tag(
                "li",
                in_a_line(context, item, link(context, item.id, item.name)),
                [DOT, tag("span", part, class_="by")] if (part := _part(item)) else None,
                [" ", said_so] if said_so else None,
            )
        )
        before = item.told_by
    return found


def _part(item: Person) -> str:
    """Who heads the delegation; of whoever is not simply a member that was there, whether they were there."""
    head = [text("participants.head")] if item.delegation == "head" else []
    there = [] if item.delegation and item.attendance == "present" else [text(f"participants.{item.attendance}")]
    return DOT.join([*head, *there])
