"""Every link of the built site leads somewhere."""

from __future__ import annotations

from pathlib import Path

from macros.analysis.against import pairs_of_outlets
from macros.record.addresses import address, against

from .conftest import Site


def test_there_are_pages_and_links(site, own_pages):
    assert len(own_pages) > 10
    assert len(site.links) > 1000


def test_every_internal_link_leads_to_a_file(site):
    bad = {(page.url, target) for page, target, _, _ in site.links if not site.file_at(target).is_file()}
    assert sorted(bad) == []


def test_every_anchor_is_there(site):
    bad = set()
    for page, target, anchor, element in site.links:
        if anchor and element.tag == "a" and site.file_at(target).suffix == ".html":
            url = target.removesuffix("index.html")
            if url in site.all_pages and anchor not in set_of_ids(site.all_pages[url]):
                bad.add((page.url, target, anchor))
    assert sorted(bad) == []


def set_of_ids(page):
    if not hasattr(page, "id_set"):
        page.id_set = set(page.ids)
    return page.id_set


def test_redirects_lead_to_pages(site):
    for page in site.all_pages.values():
        if page.is_redirect:
            targets = [target for target, element in page.links if element.tag == "a"]
            assert targets
            assert all(site.file_at(target.split("#")[0]).is_file() for target in targets), page.url


def test_every_record_is_where_its_address_says(site, record):
    homes = {id_: address(record, id_) for id_ in record.entries}
    homeless = [
        str(home)
        for home in homes.values()
        if home.page not in site.pages or (home.anchor and home.anchor not in set_of_ids(site.pages[home.page]))
    ]
    assert homeless == []


def test_old_ids_are_still_anchors(site, record):
    for id_ in record.entries:
        entry = record.entries[id_]
        home = set_of_ids(site.pages[address(record, id_).page])
        assert [alias for alias in entry.aliases if alias not in home] == []


def test_every_page_that_is_made_is_linked(site, record):
    """Some link on another page leads to it: nobody needs to know the address."""
    linked = {target for page, target, _, element in site.links if element.tag == "a" and page.url != target}
    made = {address(record, id_).page for kind in ("points", "people", "outlets") for id_ in record.kinds[kind]}
    assert sorted(made - linked) == []


def test_an_account_stands_on_its_question_alone(site, record):
    """Elsewhere a claim is a line that leads there."""
    found = {}
    for page in site.pages.values():
        for element in page.root.xpath("//article[contains(@class, 'account')]"):
            found.setdefault(element.get("id"), []).append(page.url)
    assert found == {id_: [address(record, id_).page] for id_ in record.claims}


def test_links_to_other_hosts_tell_nobody_where_they_come_from(site):
    """A link that opens elsewhere names its relation."""
    bad = {
        (page.url, address)
        for page in site.pages.values()
        for address, element in page.links
        if "://" in address
        and element.tag == "a"
        and element.get("target")
        and "noopener" not in element.get("rel", "")
    }
    assert sorted(bad) == []


def test_two_clicks_from_home_hold_the_source_against_another_outlet(site, record):
    """The navigation leads to where accounts differ, and that to the source's outlet against each that differs."""
    named = {target for target, element in site.pages[""].links if "md-nav__link" in element.get("class", "")}
    assert "differences/" in named
    reached = {target for target, _ in site.pages["differences/"].links}
    (primary,) = {record.sources[id_].outlet for id_ in record.about.primary}
    pairs = [pair for pair in pairs_of_outlets(record) if pair.first == primary and pair.has_page and pair.differing]
    assert pairs
    assert [pair for pair in pairs if against(pair.first, pair.second) not in reached] == []


def test_nothing_in_the_copy_to_read_offline_leads_to_what_is_not_in_it(folder):
    copy = Site(Path(folder.removeprefix("file://")))
    assert len(copy.pages) > 10
    absolute = {
        (page.url, url)
        for page in copy.pages.values()
        for url in page.root.xpath("//@href | //@src")
        if url.startswith("/")
    }
    missing = {
        (page.url, target)
        for page, target, _, _ in copy.links
        if target != page.url and not (copy.folder / target).is_file()
    }
    assert sorted(absolute) == []
    assert sorted(missing) == []
    lost = {
        (page.url, target, anchor)
        for page, target, anchor, element in copy.links
        if anchor and element.tag == "a" and target.endswith(".html")
        if anchor not in set_of_ids(copy.all_pages[target.removesuffix("index.html")])
    }
    assert sorted(lost) == []
