"""The book of the real site."""

import random
import re
from io import BytesIO

import pikepdf
import pytest

from macros import book as pdf
from macros.record.dossier import Dossier
from macros.rules.check import open_dossier
from macros.steps import PDF

from ..book.book import destinations, text_of_pages, text_without_blanks
from ..conftest import REAL

pytestmark = [pytest.mark.pdf, pytest.mark.slow]


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return open_dossier(REAL)


@pytest.fixture(scope="module")
def book(site, dossier, tmp_path_factory) -> bytes:
    """The book of the built site, made here where the site was built without one."""
    out = site.folder / PDF
    if not out.is_file():
        out = tmp_path_factory.mktemp("book") / PDF
        pdf.write(site.folder, out, dossier)
    return out.read_bytes()


@pytest.fixture(scope="module")
def known(book) -> dict[str, int]:
    with pikepdf.open(BytesIO(book)) as file:
        return destinations(file)


def test_a_claim_weighs_no_more_than_in_the_first_edition(book, dossier):
    assert len(book) < 2_800 * len(dossier.claims)


def test_every_claim_and_point_stands_in_it_with_its_id(book, dossier):
    text = text_without_blanks(book)
    for id_, claim in dossier.claims.items():
        assert id_ in text
        for words in re.split(r"\{[^}]*\}", claim.says):
            assert "".join(words.split()) in text, id_
    for id_, point in dossier.points.items():
        assert id_ in text
        assert "".join(point.question.split()) in text


def test_every_quotation_and_source_stands_in_it(book, dossier):
    text = text_without_blanks(book)
    for quotation in dossier.quotations.values():
        assert "".join(quotation.text.split()) in text, quotation.id
    for source in dossier.sources.values():
        if source.url != "unknown":
            assert "".join(source.url.split()) in text, source.id


def stands_on(name: str, text: str) -> bool:
    """Whether an id is on a page, however lines break in it."""
    return "".join(name.split()) in "".join(text.split())


def test_the_index_of_claims_tells_the_right_pages(book, dossier, known):
    pages = text_of_pages(book)
    index = text_without_blanks(book, known["index-claims"])
    for id_ in dossier.claims:
        page = known[f"points/{dossier.claims[id_].point}/{id_}"]
        assert re.search(rf"{id_}{page}(?!\d)", index), id_
        assert stands_on(id_, pages[page - 1]), id_


def test_twenty_entries_of_the_contents_lead_to_their_pages(book):
    with pikepdf.open(BytesIO(book)) as file:
        numbers = {page.objgen: number for number, page in enumerate(file.pages, 1)}
        with file.open_outline() as outline:
            first = numbers[outline.root[2].destination[0].objgen]
            titles = {item.title: numbers[item.destination[0].objgen] for item in outline.root[2:]}
            titles |= {
                child.title: numbers[child.destination[0].objgen]
                for item in outline.root[2:]
                for child in item.children
            }
    pages = text_of_pages(book)
    contents = " ".join(pages[1 : first - 1])
    listed = [title for title in titles if f" {title} " in contents]
    chosen = random.Random(1).sample(listed, 20)  # the same twenty each time
    for title in chosen:
        assert stands_on(title, pages[titles[title] - 1]), title
