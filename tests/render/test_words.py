"""What readers see of the vocabularies: the dossier's own word, else the site's."""

from __future__ import annotations

import pytest

from macros.locale import text
from macros.record.vocabularies import KNOWN
from macros.render import cite, words

from ..conftest import Project


@pytest.mark.parametrize("kind", KNOWN.events)
def test_a_known_kind_of_event_has_a_word(kind: str) -> None:
    assert text(f"event.kind.{kind}")


@pytest.mark.parametrize("kind", KNOWN.outlets)
def test_a_known_kind_of_outlet_has_a_word(kind: str) -> None:
    assert text(f"outlet.kinds.{kind.replace(' ', '-')}")


@pytest.mark.parametrize("kind", KNOWN.places)
def test_a_known_kind_of_place_has_its_words(kind: str) -> None:
    assert text(f"place.kind.{kind}")
    assert text(f"place.kinds.{kind}")


@pytest.mark.parametrize("act", KNOWN.acts)
def test_a_known_act_has_its_words(act: str) -> None:
    assert text(f"act.{act}")
    assert text(f"act.verb.{act}")


def test_a_dossier_s_own_words_are_shown(project: Project) -> None:
    project.set("", "vocabularies.roles", {"side": {"means": "side", "name": "a party to the strike"}})
    project.set("", "vocabularies.outlets", {"town crier": {}})
    project.set("quill-gazette", "kind", "town crier")
    dossier = project.dossier()
    assert words.role(dossier, dossier.parties["ombra"]) == "a party to the strike"
    assert words.role(dossier, dossier.parties["quill"], alone=True) == "Host"
    assert words.outlet_kind(dossier, dossier.outlets["quill-gazette"]) == "town crier"


def test_who_is_no_side_is_told_from_the_host_only_where_there_is_one(project: Project) -> None:
    assert words.role(project.dossier(), project.dossier().parties["quill"]) == "host"
    project.set("quill", "role", "other")
    assert words.role(project.dossier(), project.dossier().parties["quill"]) == "not a side"


def test_an_act_of_a_dossier_s_own_does_what_it_means(project: Project) -> None:
    hints = {"means": "declines", "verb": "balks", "noun": "balking"}
    project.set("", "vocabularies.acts", {"balks": hints})
    project.set("planks-vane", "act", "balks")
    dossier = project.dossier()
    claim = dossier.claims["planks-vane"]
    assert dossier.meaning(claim) == "declines"
    assert "(balking)" in cite.cite(project.context(), claim)
