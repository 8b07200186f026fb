"""Those who took part, spoke or are named: the delegations first, then everyone else, then the parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from ..record.model import UNKNOWN, Claim, Party, Person
from .context import Context
from .html import join, tag
from .mark import party_sign
from .parts import aliases, claim_list, fold, heading, links, marks, more, own_names, said_by
from .text import full_name, prose

ATTENDANCE = {
    "present": "At the meeting.",
    "absent": "Not at the meeting.",
    "unknown": "Not named as attending.",
}
PLACES = {"head": "Head of the delegation.", "member": "Member of the delegation."}
ROLES = {"side": "A side in the talks.", "host": "Host of the talks.", "other": "Neither a side nor the host."}
# Points whose claims are shown first, and how many are.
WEIGHTY = ("agreement", "proposal", "demand", "refusal")
SHOWN = 2
NO_PARTY = "Of no party, or not known"


def participants(context: Context) -> Markup:
    """Everyone named in the record, each with an anchor: delegations by party, others by party, the parties."""
    dossier = context.dossier
    people = list(dossier.people.values())
    at_table = [p for p in people if p.delegation]
    others = [p for p in people if not p.delegation]
    return join(
        [
            heading(2, "Delegations", "delegations"),
            *_by_party(context, sorted(at_table, key=lambda p: p.delegation != "head"), "delegation"),
            heading(2, "Others who spoke or are named", "others"),
            *_by_party(context, sorted(others, key=lambda p: p.kind != "person"), "others"),
            heading(2, "Parties", "parties"),
            *(party_entry(context, party) for party in dossier.parties.values()),
        ]
    )


def _by_party(context: Context, people: Iterable[Person], group: str) -> Iterator[Markup]:
    """Entries under a heading for each party, parties in order; last those of no party."""
    people = list(people)
    for id_, party in context.dossier.parties.items():
        if of_party := [p for p in people if p.party == id_]:
            yield heading(3, party.short, f"{id_}-{group}")
            yield from (person_entry(context, p) for p in of_party)
    if rest := [p for p in people if p.party not in context.dossier.parties]:
        yield heading(3, NO_PARTY, f"no-party-{group}")
        yield from (person_entry(context, p) for p in rest)


def person_entry(context: Context, person: Person) -> Markup:
    """A person or body: name, office then, attendance and who says so, what they said, where they are named."""
    party = person.party if person.party in context.dossier.parties else None
    said = said_by(context, person)
    status = [PLACES[person.delegation]] if person.delegation else []
    if person.kind == "person" or person.attendance != UNKNOWN:
        status.append(ATTENDANCE[person.attendance])
    if person.party == UNKNOWN:
        status.append("For which party they speak is not known.")
    office, told_by = _office(context, person), _told_by(context, person)
    return tag(
        "article",
        aliases(person),
        tag("h4", party_sign(context, party) if party else None, " " if party else None, person.name),
        own_names(person.own_names),
        tag("p", office, class_="office") if office else None,
        tag("p", join(status, " "), told_by, class_="attendance") if status or told_by else None,
        _said(context, person, "What they said"),
        more(context, person.id, person.spellings),
        class_="entry person",
        id=person.id,
        data_said=len(said) or None,
    )


def _office(context: Context, person: Person) -> Markup | str | None:
    if person.office != UNKNOWN:
        return prose(context, person.office)
    return None if person.kind == "unnamed" else "Office at the time not known."


def _told_by(context: Context, person: Person) -> list[object] | None:
    return [" Told by: ", marks(context, person.told_by)] if person.told_by else None


def _said(context: Context, speaker: Person | Party, label: str) -> Markup | None:
    claims = said_by(context, speaker)
    first = weightiest(context, claims, SHOWN)
    listed = claim_list(context, [*first, *(c for c in claims if c not in first)], shown=SHOWN, named=False)
    everything = tag("a", "all in Statements", href=f"{context.page('statements/')}#by-{speaker.id}")
    return join([tag("p", label, " (", everything, ")", class_="label"), listed]) if listed else None


def weightiest(context: Context, claims: Iterable[Claim], count: int) -> list[Claim]:
    """The claims to show first, no two on one point: on what was agreed or asked for, then those of the day itself."""
    dossier = context.dossier
    day = dossier.events[dossier.about.event].when

    def lightness(claim: Claim) -> tuple[bool, bool]:
        of_the_day = claim.occasion == dossier.about.event or (day != UNKNOWN and claim.date == day)
        return dossier.points[claim.point].kind not in WEIGHTY, not of_the_day

    on: dict[str, Claim] = {}
    for claim in sorted(claims, key=lightness):
        on.setdefault(claim.point, claim)
    return list(on.values())[:count]


def party_entry(context: Context, party: Party) -> Markup:
    """A party: name, role, what is said in its own name, who speaks or acts for it."""
    people = [p.id for p in context.dossier.people.values() if p.party == party.id]
    return tag(
        "article",
        aliases(party),
        tag("h3", party_sign(context, party.id), " ", full_name(context, party.id)),
        own_names(party.own_names),
        tag("p", ROLES[party.role]),
        _said(context, party, "What is said in its name"),
        fold("Who speaks or acts for it", tag("p", links(context, people))) if people else None,
        more(context, party.id, party.spellings),
        class_="entry party",
        id=party.id,
    )
