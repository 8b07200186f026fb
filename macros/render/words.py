"""What readers see of the dossier's vocabularies: its own word where it gives one, else the site's."""

from __future__ import annotations

from ..locale import text
from ..locale.casing import begin
from ..record.dossier import Dossier
from ..record.model import UNKNOWN, Outlet, Party


def event_kind(dossier: Dossier, kind: str) -> str:
    """What a kind of event is called."""
    return dossier.vocabularies.events[kind].name or text(f"event.kind.{kind}")


def outlet_kind(dossier: Dossier, outlet: Outlet) -> str:
    """What kind of outlet it is."""
    return outlet_kind_name(dossier, outlet.kind)


def outlet_kind_name(dossier: Dossier, kind: str) -> str:
    """What a kind of outlet is called; a kind of the dossier's own is its own name unless it gives another."""
    if kind == UNKNOWN:
        return text("outlet.kind-unknown")
    if name := dossier.vocabularies.outlets[kind].name:
        return name
    return kind if kind in dossier.about.vocabularies.outlets else text(f"outlet.kinds.{kind.replace(' ', '-')}")


def place_kind(dossier: Dossier, kind: str) -> str:
    """What a place of the kind is called."""
    return dossier.vocabularies.places[kind].one or text(f"place.kind.{kind}")


def place_kinds(dossier: Dossier, kind: str) -> str:
    """The heading above places of the kind."""
    return dossier.vocabularies.places[kind].many or text(f"place.kinds.{kind}")


def act_noun(dossier: Dossier, act: str) -> str:
    """What is done in saying something: 'demand'."""
    return dossier.vocabularies.acts[act].noun or text(f"act.{act}")


def act_verb(dossier: Dossier, act: str) -> str:
    """The same behind the speaker: 'demands'."""
    return dossier.vocabularies.acts[act].verb or text(f"act.verb.{act}")


def role(dossier: Dossier, party: Party, *, alone: bool = False) -> str:
    """A party's role, behind its name: 'a side'; where it stands `alone`, with a capital."""
    found = dossier.vocabularies.roles[party.role]
    hosted = any(dossier.role(each) == "host" for each in dossier.parties.values())
    special = {"other-hosted": found.means == "other" and hosted, "only-side": party.id == dossier.only_side}
    key = next((key for key, holds in special.items() if holds), found.means)
    words = found.name or text(f"party.role.{key}")
    return begin(words) if alone else words
