"""The vocabularies of a dossier: its kinds of event, outlet and place, what speakers do, and the roles of parties.

They are data. Every dossier has the words that news in general needs; `dossier.yml` adds those of its own event, or
gives a known word other properties. The code knows properties only: that an act refuses, that a kind of event is an
occasion of speech.
"""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field

from .fields import Heading, Maybe, Model, Words

Meaning = Literal["states", "proposes", "demands", "agrees", "declines", "denies", "opines"]
Role = Literal["side", "host", "other"]
EventSign = Literal["facing", "balloon", "sheet", "arrows", "cross", "wedge", "ring", "ballot", "scales", "banner"]


class EventKind(Model):
    """A kind of event."""

    name: Maybe[Words] = Field(default=None, description="What readers see; for a known kind the site has a word.")
    sign: EventSign = Field(default="ring", description="Its shape in pictures.")
    said: bool = Field(default=False, description="It is an occasion on which something was said, such as a briefing.")
    done_to: Maybe[Words] = Field(
        default=None,
        description="Where one side does it to another: the words above how many were done to each ('Attacks on it').",
    )
    note: Maybe[Heading] = Field(default=None, description="What decides whether an event is of this kind.")


class OutletKind(Model):
    """A kind of outlet."""

    name: Maybe[Words] = Field(default=None, description="What readers see; for a known kind the site has a word.")


class PlaceKind(Model):
    """A kind of place."""

    one: Maybe[Words] = Field(default=None, description="What readers see: 'stadium'.")
    many: Maybe[Words] = Field(default=None, description="The heading above places of the kind: 'Stadiums'.")
    spot: bool = Field(
        default=True,
        description="Its name stands for the place alone. A city's or a country's often stands for a government.",
    )
    country: bool = Field(default=False, description="Whose ground something happened on is told by it.")


class Act(Model):
    """What a speaker does in saying something."""

    means: Meaning = Field(default="states", description="What it comes to: an act that agrees, refuses, asks, ...")
    verb: Maybe[Words] = Field(default=None, description="Behind the speaker: 'accuses'. For a known act not needed.")
    noun: Maybe[Words] = Field(default=None, description="'accusation'. For a known act not needed.")


class PartyRole(Model):
    """A role of parties."""

    means: Role = Field(description="`side` for those who face each other; `host`; or `other`.")
    name: Maybe[Words] = Field(default=None, description="Behind a party's name: 'a side in the talks'.")


class Vocabularies(Model):
    """The words of a dossier; what it does not name is as in `KNOWN`."""

    events: dict[Words, EventKind] = Field(default={}, description="Kinds of event.")
    outlets: dict[Words, OutletKind] = Field(default={}, description="Kinds of outlet.")
    places: dict[Words, PlaceKind] = Field(default={}, description="In the order readers meet them, before the known.")
    acts: dict[Words, Act] = Field(default={}, description="What speakers do.")
    roles: dict[Words, PartyRole] = Field(default={}, description="Roles of parties.")

    def with_known(self) -> Vocabularies:
        """These and the known ones, these first."""
        fields = type(self).model_fields
        return Vocabularies.model_construct(
            **{name: getattr(self, name) | _less(getattr(KNOWN, name), getattr(self, name)) for name in fields}
        )


def _less(known: dict[str, Model], own: dict[str, Model]) -> dict[str, Model]:
    return {name: entry for name, entry in known.items() if name not in own}


# What news in general needs. The words that readers see of them are in the catalogs of `locale/`.
KNOWN = Vocabularies(
    events={
        "meeting": EventKind(sign="facing"),
        "statement": EventKind(sign="balloon", said=True),
        "document": EventKind(sign="sheet"),
        "decision": EventKind(sign="scales"),
        "ruling": EventKind(sign="scales"),
        "election": EventKind(sign="ballot"),
        "strike": EventKind(sign="banner"),
        "protest": EventKind(sign="banner"),
        "accident": EventKind(sign="wedge"),
        "happening": EventKind(sign="ring"),
    },
    outlets={
        name: OutletKind()
        for name in (
            "news agency",
            "state news agency",
            "newspaper",
            "magazine",
            "news site",
            "television channel",
            "radio station",
            "public broadcaster",
            "state broadcaster",
            "blog",
            "social network",
            "public body",
            "organisation",
            "company",
            "publisher",
            "aggregator",
        )
    },
    # The nearest first: a building before its city.
    places={
        "building": PlaceKind(),
        "street": PlaceKind(),
        "venue": PlaceKind(),
        "city": PlaceKind(spot=False),
        "area": PlaceKind(),
        "water": PlaceKind(),
        "region": PlaceKind(),
        "country": PlaceKind(spot=False, country=True),
    },
    acts={
        **{meaning: Act(means=meaning) for meaning in get_args(Meaning)},
        "accuses": Act(),
        "admits": Act(),
        "apologises": Act(),
        "promises": Act(),
        "rules": Act(),
    },
    roles={role: PartyRole(means=role) for role in get_args(Role)},
)
