"""Every page has a name, a description and an outline, for readers who see it and those who hear it."""

from __future__ import annotations

from collections import Counter

HEADINGS = "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"


def described(page):
    return " ".join(page.root.xpath("//head/meta[@name='description']/@content")).strip()


def test_every_page_has_one_first_heading(site):
    bad = {page.url: len(page.root.xpath("//h1")) for page in site.pages.values() if len(page.root.xpath("//h1")) != 1}
    assert bad == {}


def test_every_page_has_a_title_of_its_own(site):
    titles = {page.url: (page.root.findtext(".//head/title") or "").strip() for page in site.pages.values()}
    assert [url for url, title in titles.items() if not title] == []
    counts = Counter(titles.values())
    assert {url: title for url, title in titles.items() if counts[title] > 1} == {}


def test_every_page_has_a_description_of_its_own(own_pages):
    descriptions = {page.url: described(page) for page in own_pages}
    assert [url for url, words in descriptions.items() if len(words) < 20] == []
    counts = Counter(descriptions.values())
    assert {url: words for url, words in descriptions.items() if counts[words] > 1} == {}


def test_heading_levels_do_not_jump(site):
    bad = []
    for page in site.pages.values():
        level = 0
        for heading in page.root.xpath(HEADINGS):
            if (next_level := int(heading.tag[1])) > level + 1:
                bad.append((page.url, heading.tag, " ".join(heading.text_content().split())[:60]))
            level = next_level
    assert bad == []


def test_no_two_elements_of_a_page_have_one_id(site):
    twice = {
        page.url: repeated
        for page in site.pages.values()
        if (repeated := sorted(id_ for id_, count in Counter(page.ids).items() if count > 1))
    }
    assert twice == {}


def test_what_refers_to_an_id_finds_it(site):
    bad = []
    for page in site.pages.values():
        ids = set(page.ids)
        for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
            for element in page.root.xpath(f"//article//*[@{name}]"):
                bad += [(page.url, name, id_) for id_ in element.get(name).split() if id_ not in ids]
    assert bad == []


def test_every_page_names_its_language(site, record):
    assert {page.root.get("lang") for page in site.pages.values()} == {record.about.language}


def test_every_picture_has_a_text(site):
    bad = [
        (page.url, image.get("src")) for page in site.pages.values() for image in page.root.xpath("//img[not(@alt)]")
    ]
    assert bad == []


def test_every_table_has_headings(site):
    bad = [
        (page.url, " ".join(table.text_content().split())[:60])
        for page in site.pages.values()
        for table in page.root.xpath("//article//table")
        if not table.xpath(".//th[normalize-space()]")
    ]
    assert bad == []


def test_the_page_for_unknown_addresses_lists_the_pages(site):
    links = {target for page, target, _, element in site.links if page.url == "404.html" and element.tag == "a"}
    assert {"points/", "outcomes/"} <= links
