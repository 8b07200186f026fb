"""The feed, as a reader's program reads it."""

from __future__ import annotations

from typing import Any

import feedparser

from macros.pages import feed

from ..conftest import Project


def parsed(project: Project) -> Any:
    found = feedparser.parse(feed.feed(project.dossier()))
    assert not found.bozo
    assert found.version == "atom10"
    return found


def test_it_tells_editions_and_corrections_in_words_the_newest_first(project: Project) -> None:
    project.set("", "edition", {"number": 2, "date": "2031-05-01", "added": "The last word of {ombra}."})
    project.set("", "earlier", [{"number": 1, "date": "2031-04-20", "added": "The first."}])
    found = parsed(project)
    assert [entry.title for entry in found.entries] == [
        "Edition 2",
        "Corrected: How many planks are to be replaced?",
        "Edition 1",
    ]
    new, corrected, old = (entry.content[0].value for entry in found.entries)
    assert new.startswith("The last word of Ombra. It holds ")
    assert old == "The first."
    assert "It was “6127 planks”, and is “6172 planks”. Two digits had changed places." in corrected
    assert "planks-vane" in corrected


def test_its_dates_are_those_of_the_record(project: Project) -> None:
    found = parsed(project)
    assert [entry.updated[:10] for entry in found.entries] == ["2031-04-21", "2031-04-20"]
    assert found.feed.updated == found.entries[0].updated
    assert feed.feed(project.dossier()) == feed.feed(project.dossier())


def test_an_address_makes_links_whole_and_changes_no_id(project: Project) -> None:
    before = parsed(project)
    assert before.entries[0].link == "method/#planks-corrected"
    project.set("", "site_url", "https://example.org/larch/")
    after = parsed(project)
    assert after.entries[0].link == "https://example.org/larch/method/#planks-corrected"
    assert [link.href for link in after.feed.links] == [
        "https://example.org/larch/feed.xml",
        "https://example.org/larch/",
    ]
    assert [entry.id for entry in before.entries] == [entry.id for entry in after.entries]
    assert len({entry.id for entry in after.entries} | {after.feed.id}) == 3


def test_text_is_text_whatever_it_holds(project: Project) -> None:
    project.set("planks-corrected", "why", '<b>&amp; "two"</b> ]]>')
    assert '<b>&amp; "two"</b> ]]>' in parsed(project).entries[0].content[0].value


def test_there_are_no_more_entries_than_a_program_keeps(project: Project) -> None:
    fields = project.fields_of("planks-corrected")
    for number in range(feed.NEWEST + 5):
        project.add("corrections", f"again-{number}", **fields)
    assert len(parsed(project).entries) == feed.NEWEST
