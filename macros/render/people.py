"""The list of all people and bodies by party, a line each; who has no page of their own has their whole entry here."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ..analysis.speakers import by_party, said, told_of
from ..locale import say, text
from ..record.model import Party, Person
from .account import DOT
from .context import Context
from .html import join, tag
from .mark import party_sign
from .parts import aliases, fold, heading, marks, own_names
from .person import attended, counts, group_id, in_a_line
from .text import link, short_name
from .used_on import place as used_on


def people(context: Context) -> Markup:
    """Everybody in the record, parties in their order, then those of no party. For their page alone."""
    groups = by_party(context.dossier, context.dossier.people.values())
    return join(_group(context, party, members) for party, members in groups)


def _group(context: Context, party: Party | None, members: Sequence[Person]) -> Markup:
    title = party.short if party else text("people.no-party")
    return join(
        [
            heading(2, title, group_id(members[0])),
            tag("p", _own_name(context, party), class_="by") if party else None,
            tag("ul", [_line(context, item) for item in members], class_="people"),
        ]
    )


def _own_name(context: Context, party: Party) -> Markup:
    """The party, and the way to what is said in its own name, of nobody in particular."""
    number = len(said(context.dossier).get(party.id, []))
    own = tag("a", say("people.in-its-name", count=number), href=f"{context.page('points/')}?speaker={party.id}")
    about = [party_sign(context, party.id), " ", link(context, party.id, party.name)]
    return join([about, DOT, own] if number else [about])


def _line(context: Context, item: Person) -> Markup:
    """Name, office, how much there is of them; their anchor stands here even where their page is another."""
    if item.id not in context.dossier.speakers:
        return _entry(context, item)
    return tag(
        "li",
        aliases(item),
        in_a_line(context, item, link(context, item.id, item.name)),
        " ",
        tag("span", counts(context, item), class_="by"),
        id=item.id,
    )


def _entry(context: Context, item: Person) -> Markup:
    """The same for somebody of whom the record has no word: what is known of them, and where they are named."""
    named = list(dict.fromkeys(claim.point for claim in told_of(context.dossier, item.id)))
    where = join((link(context, id_, context.dossier.points[id_].title) for id_ in named), DOT)
    part = attended(context, item)
    return tag(
        "li",
        aliases(item),
        in_a_line(context, item, tag("b", item.name)),
        [" ", marks(context, item.told_by)] if item.told_by else None,
        fold(
            text("people.more", name=short_name(context, item.id)),
            own_names(item.own_names),
            tag("p", part) if part else None,
            tag("p", say("person.spellings", names=text("list.comma").join(item.spellings)))
            if item.spellings
            else None,
            tag("p", say("people.named-on", questions=where)) if named else None,
            used_on(item.id),
        ),
        id=item.id,
    )
