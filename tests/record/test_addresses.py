from __future__ import annotations

import pytest

from macros.record.addresses import address

from .. import saved


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("planks-number", "points/planks-number/"),
        ("planks-vane", "points/planks-number/#planks-vane"),
        ("planks-compared", "points/planks-number/#planks-compared"),
        ("sunny-words", "points/mood/#sunny-words"),
        ("vane", "people/vane/"),
        ("lysk", "people/#lysk"),
        ("quill-gazette", "outlets/quill-gazette/"),
        ("gazette-article", "outlets/quill-gazette/#gazette-article"),
        ("ombra", "participants/#ombra"),
        ("first-talks", "timeline/#first-talks"),
        ("larch-bridge", "places/#larch-bridge"),
        ("toll", "glossary/#toll"),
    ],
)
def test_every_kind_of_record_has_its_address(untouched, id_, expected):
    assert str(address(untouched.dossier(), id_)) == expected


def test_the_stamp_of_a_sentence_is_at_its_paragraph(project):
    saved.stamp(project)
    assert str(address(project.loaded(), "gazette-article-g2-1")) == "line-by-line/#g2"
    project.set("", "primary", ["gazette-article", "tin-radio-late"])
    assert str(address(project.loaded(), "gazette-article-g2-1")) == "line-by-line/gazette-article/#g2"


def test_every_record_has_one(untouched):
    dossier = untouched.dossier()
    assert all(str(address(dossier, id_)) for id_ in dossier.entries)


def test_an_unknown_id_has_none(untouched):
    with pytest.raises(KeyError):
        address(untouched.dossier(), "nobody")
