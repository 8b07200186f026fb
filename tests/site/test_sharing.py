"""What others show of a link, and what pages tell programs: read back as those do."""

from __future__ import annotations

import gzip
import io
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import extruct
import pytest
from lxml import etree, html
from PIL import Image

from macros.record.dossier import Dossier
from macros.render.context import Context
from macros.rules.check import open_dossier
from macros.site import sharing
from macros.site.sharing import crawl, picture
from macros.site.sharing.linked import linked

from ..conftest import REAL, Project
from .conftest import BASE, Page, Site

ADDRESS = "https://example.org/larch/"
NOINDEX = 'name="robots" content="noindex"'
PAGE = """<html><head><title>{title} - Larch</title><meta name="description" content="{about}">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{about}"></head><body><h1>{title}</h1></body></html>"""


@pytest.fixture(scope="module")
def real() -> Dossier:
    return open_dossier(REAL)


def built(folder: Path, dossier: Dossier) -> Path:
    """A site with a page for Home, each question, each speaker, each outlet; one leads on, one is hidden."""
    speaking = [id_ for id_ in dossier.people if id_ in dossier.speakers]
    urls = [
        "",
        "data/",
        "places/",
        "points/",
        *(f"points/{id_}/" for id_ in dossier.points),
        *(f"people/{id_}/" for id_ in speaking),
        *(f"outlets/{id_}/" for id_ in dossier.outlets),
    ]
    for url in urls:
        path = folder / url / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(title=f"About {url or 'all'}", about="A &amp; B"), "utf-8")
    for url, meta in {"moved": 'http-equiv="refresh" content="0; url=../"', "hidden": NOINDEX}.items():
        (folder / url).mkdir()
        (folder / url / "index.html").write_text(f"<html><head><meta {meta}></head></html>", "utf-8")
    sharing.write(folder, dossier)
    return folder


def told(site: Path, url: str) -> list[dict[str, Any]]:
    """What a page tells in JSON-LD."""
    (data,) = extruct.extract((site / url / "index.html").read_text("utf-8"), syntaxes=["json-ld"])["json-ld"]
    assert data["@context"] == "https://schema.org"
    things: list[dict[str, Any]] = data["@graph"]
    return things


def metas(site: Path, url: str) -> dict[str, str]:
    root = html.document_fromstring((site / url / "index.html").read_text("utf-8"))
    return {each.get("property") or each.get("name"): each.get("content") for each in root.xpath("//head/meta")}


@pytest.fixture
def with_address(project: Project, tmp_path: Path) -> Path:
    project.set("", "site_url", ADDRESS)
    return built(tmp_path / "site", project.dossier())


@pytest.fixture
def without_address(project: Project, tmp_path: Path) -> Path:
    return built(tmp_path / "site", project.dossier())


# Pictures


def test_the_picture_of_every_question_is_small_and_always_the_same(real: Dossier) -> None:
    cards = [picture.of_question(real, point) for point in real.points.values()]
    drawn = [picture.draw(card) for card in cards]
    for png in drawn:
        with Image.open(io.BytesIO(png)) as image:
            assert (image.size, image.mode, image.format) == ((1200, 630), "P", "PNG")
        assert len(png) < 30_000
    assert drawn == [picture.draw(card) for card in cards]
    assert len(set(drawn)) == len(cards)


def test_a_picture_shows_the_question_and_every_side(real: Dossier) -> None:
    for point in real.points.values():
        card = picture.of_question(real, point)
        assert card.title == point.question
        assert picture.can_write(card.alt), point.id
        if any(answer.who in {real.parties[side].short for side in real.sides} for answer in card.answers):
            assert {answer.colour for answer in card.answers} == {real.parties[side].colour for side in real.sides}


def test_a_side_without_a_word_is_not_given_one(untouched: Project) -> None:
    dossier = untouched.dossier()
    silent = [
        answer
        for point in dossier.points.values()
        for answer in picture.of_question(dossier, point).answers
        if answer.says.startswith("No word of ")
    ]
    assert silent
    assert {answer.who for answer in silent} == {""}


def test_long_answers_stay_within_the_picture() -> None:
    words = "A side says a thing at some length, and then says it again. " * 14
    sides = tuple(picture.Answer(f"Side {n}", words, "#6b2c91", "square") for n in ("one", "two"))
    png = picture.draw(picture.Card("Who said what, and when was it that they said so? " * 3, sides, "Foot"))
    with Image.open(io.BytesIO(png)) as image:
        shown = image.convert("L").point([255 if value < 200 else 0 for value in range(256)]).getbbox()
    assert shown[0] >= picture.MARGIN - 8
    assert shown[2] <= picture.SIZE[0] - picture.MARGIN + 4
    assert shown[3] <= picture.SIZE[1] - picture.MARGIN + 24


def test_what_our_fonts_cannot_write_is_not_drawn(project: Project, tmp_path: Path) -> None:
    assert picture.can_write("Медінський, Türkiye, “6,000”")
    assert not picture.can_write("伊斯坦布尔")
    project.set("", "site_url", ADDRESS)
    project.set("planks-number", "question", "多少 planks?")
    site = built(tmp_path / "site", project.dossier())
    assert not list((site / sharing.FOLDER).glob("planks-number.*"))
    assert "/pictures/dossier." in metas(site, "points/planks-number/")["og:image"]


def test_a_picture_is_drawn_once(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    card = picture.of_dossier(project.dossier())
    first = picture.cached(tmp_path, card)
    monkeypatch.setattr(picture, "draw", lambda card: pytest.fail("drawn again"))
    assert picture.cached(tmp_path, card) == first
    (tmp_path / "file").write_text("x")
    monkeypatch.setattr(picture, "draw", lambda card: b"drawn")
    assert picture.cached(tmp_path / "file", card) == b"drawn"


# The head of a page


def test_a_question_is_shown_with_its_picture(with_address: Path, project: Project) -> None:
    found = metas(with_address, "points/planks-number/")
    path = with_address / found["og:image"].removeprefix(ADDRESS)
    assert re.fullmatch(r"planks-number\.[0-9a-f]{8}\.png", path.name)
    with Image.open(path) as image:
        assert [str(side) for side in image.size] == [found["og:image:width"], found["og:image:height"]]
    assert found["twitter:card"] == "summary_large_image"
    dossier = project.dossier()
    assert found["og:image:alt"] == dossier.points["planks-number"].question
    assert len({metas(with_address, f"points/{id_}/")["og:image"] for id_ in dossier.points}) == len(dossier.points)


def test_without_an_address_none_is_made_up(without_address: Path) -> None:
    assert not (without_address / sharing.FOLDER).exists()
    for page in without_address.rglob("*.html"):
        assert "og:image" not in page.read_text("utf-8")
    assert metas(without_address, "points/planks-number/")["twitter:card"] == "summary"
    assert "Sitemap" not in (without_address / "robots.txt").read_text("utf-8")
    assert not (without_address / "sitemap.xml").exists()


def test_a_page_is_described_once(without_address: Path) -> None:
    page = (without_address / "index.html").read_text("utf-8")
    assert page.count("A &amp; B") == 1
    root = html.document_fromstring(page)
    assert root.xpath("//meta[@name='description']/@content") == ["A & B"]
    assert root.xpath("//meta[@property='og:description']/@content") == ["A & B"]


# What pages tell programs


def test_a_question_tells_claims_with_who_makes_them(without_address: Path, project: Project) -> None:
    dossier = project.dossier()
    things = told(without_address, "points/planks-number/")
    crumbs = next(thing for thing in things if thing["@type"] == "BreadcrumbList")
    assert [item.get("item") for item in crumbs["itemListElement"]][:2] == ["../../", "../../points/"]
    assert "item" not in crumbs["itemListElement"][-1]
    claims = [thing for thing in things if thing["@type"] == "Claim"]
    assert claims
    for claim in claims:
        record = dossier.claims[claim["@id"].partition("#")[2]]
        assert claim["@id"] == f"#{record.id}"
        assert [each["@id"].split("/")[-2] for each in claim["author"]] == record.by
        assert claim["appearance"]["publisher"]["name"] == dossier.outlets[dossier.sources[record.source].outlet].name


def test_every_kind_of_thing_is_told_and_nothing_is_rated(with_address: Path) -> None:
    kinds = set()
    for page in sorted(with_address.rglob("index.html")):
        url = page.parent.relative_to(with_address).as_posix()
        if url not in ("moved", "hidden"):
            kinds |= {thing["@type"] for thing in told(with_address, "" if url == "." else f"{url}/")}
            assert not re.search("Rating|Review", page.read_text("utf-8"))
    assert kinds == {
        "BreadcrumbList", "Claim", "Dataset", "Event", "NewsMediaOrganization", "Organization", "Person", "Place",
        "Quotation",
    }  # fmt: skip


def test_with_an_address_the_way_to_a_page_is_whole(with_address: Path) -> None:
    crumbs = told(with_address, "points/planks-number/")[0]["itemListElement"]
    assert [item.get("item", ADDRESS).startswith(ADDRESS) for item in crumbs] == [True] * 4


def test_a_page_in_a_folder_of_an_authors_own_stands_below_home(project: Project) -> None:
    told_ = linked(Context(project.dossier(), "guide/first/"), "First")
    assert [item["name"] for item in told_["@graph"][0]["itemListElement"]] == [project.dossier().about.title, "First"]


def test_who_is_not_named_is_nobody(project: Project, tmp_path: Path) -> None:
    by = project.dossier().claims["planks-orrin"].by[0]
    project.set(by, "kind", "unnamed")
    site = built(tmp_path / "site", project.dossier())
    assert "Person" not in {thing["@type"] for thing in told(site, f"people/{by}/")}
    assert f"people/{by}/" not in json.dumps([t for t in told(site, "points/planks-number/") if t["@type"] == "Claim"])


def test_no_text_of_the_record_ends_the_data(project: Project, tmp_path: Path) -> None:
    odd = 'Gazette </script><script>alert(x)</script> & "more" <!--'
    project.set("quill-gazette", "name", odd)
    site = built(tmp_path / "site", project.dossier())
    assert (site / "outlets/quill-gazette/index.html").read_text("utf-8").count("<script") == 1
    assert told(site, "outlets/quill-gazette/")[-1]["name"] == odd


# What programs ask a site for


def test_the_map_has_every_page_and_the_day_of_the_edition(with_address: Path, project: Project) -> None:
    root = etree.fromstring((with_address / "sitemap.xml").read_bytes())
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    pages = {
        f"{ADDRESS}{'' if path.parent == with_address else path.parent.relative_to(with_address).as_posix() + '/'}"
        for path in with_address.rglob("index.html")
    }
    assert set(root.xpath("//s:loc/text()", namespaces=space)) == pages - {f"{ADDRESS}moved/", f"{ADDRESS}hidden/"}
    assert set(root.xpath("//s:lastmod/text()", namespaces=space)) == {
        project.dossier().about.edition.date.last.isoformat()
    }
    assert (
        gzip.decompress((with_address / "sitemap.xml.gz").read_bytes()) == (with_address / "sitemap.xml").read_bytes()
    )
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (with_address / "robots.txt").read_text("utf-8")


def test_an_address_in_the_map_is_escaped() -> None:
    assert "<loc>https://example.org/a&amp;b/</loc>" in crawl.sitemap(
        "https://example.org/", {"a&b/": crawl.Head("A", "B")}, "2031-04-20"
    )


def test_the_text_for_language_models_says_how_to_pass_a_claim_on(without_address: Path, project: Project) -> None:
    text = (without_address / "llms.txt").read_text("utf-8")
    dossier = project.dossier()
    assert text.startswith(f"# {dossier.about.title}\n\n> ")
    assert "Whoever passes one on should say whose it is." in text
    links = re.findall(r"^- \[.*?\]\(([^)]+)\)", text, re.MULTILINE)
    assert {f"points/{id_}/" for id_ in dossier.points} < set(links)
    assert [link for link in links if not link.startswith("exports/") and not (without_address / link).exists()] == []


# The real site


def test_every_page_of_the_site_is_told_of_rightly(site: Site, own_pages: list[Page]) -> None:
    for page in own_pages:
        for thing in told(site.folder, page.url):
            for address in re.findall(r'"(?:@id|item)": "([^"]+)"', json.dumps(thing, ensure_ascii=False)):
                target, anchor = urldefrag(urljoin(BASE + page.url, address))
                if target.startswith(BASE):
                    found = site.pages[target.removeprefix(BASE)]
                    assert not anchor or anchor in found.ids, (page.url, address)


def test_every_page_has_a_title_and_a_description_of_its_own(site: Site, own_pages: list[Page]) -> None:
    for name in ("og:title", "description"):
        said = {
            page.url: page.root.xpath(f"//meta[@name='{name}' or @property='{name}']/@content") for page in own_pages
        }
        assert [url for url, found in said.items() if len(found) != 1 or not found[0].strip()] == []
        assert len({found[0] for found in said.values()}) == len(said)


def test_the_feed_the_icons_and_the_manifest_are_where_pages_say(site: Site) -> None:
    home = site.pages[""]
    for kind in ("alternate", "apple-touch-icon", "manifest", "icon"):
        (address,) = home.root.xpath(f"//link[@rel='{kind}']/@href")
        assert site.file_at(address).is_file(), kind
    manifest = json.loads(site.file_at("manifest.webmanifest").read_text("utf-8"))
    assert all(site.file_at(icon["src"]).is_file() for icon in manifest["icons"])
