"""What reaches a reader is words: no template, no trace of a program, no empty element, no id."""

from __future__ import annotations

import re

from macros.record.references import own_texts

EMPTY = "p|li|td|th|dt|dd|h1|h2|h3|h4|h5|h6|a|button|figcaption|summary|caption|q|blockquote|option"
NAMED = ".//img[@alt!=''] | .//svg | .//*[@aria-label] | .//input"


def test_no_template_and_no_trace_of_a_program_reaches_a_reader(site):
    bad = [
        (page.url, sign, words[max(0, words.find(sign) - 60) : words.find(sign) + 60])
        for page in site.pages.values()
        for words in (page.words(),)
        for sign in ("{{", "{%", "{#", "Traceback", "UnknownId", "Undefined", "Markup(", "<p>", "&lt;", "&#")
        if sign in words
    ]
    assert bad == []


def test_no_none_reaches_a_reader(site):
    bad = [
        (page.url, found)
        for page in site.pages.values()
        for found in re.findall(r".{0,40}\bNone\b.{0,40}", page.words())
        if not re.search(r"\bNone (of|is|was|were|has|are)\b", found)
    ]
    assert bad == []


def test_no_traceback_stands_in_any_file(site):
    for path in site.folder.rglob("*.html"):
        assert "Traceback (most recent call last)" not in path.read_text("utf-8"), path


def test_no_mark_of_ours_is_left(site):
    """Comments that mark where the build puts something are filled."""
    bad = [
        (page.url, comment)
        for page in site.pages.values()
        for comment in re.findall(r"<!--\s*[a-z-]+(?::[a-z0-9-]+)?\s*-->", page.source)
    ]
    assert bad == []


def test_no_element_is_empty(site):
    bad = []
    for page in site.pages.values():
        for name in EMPTY.split("|"):
            for element in page.root.xpath(f"/html/body//{name}"):
                named = element.get("aria-label") or element.get("title") or element.xpath(NAMED)
                if not (element.text_content().strip() or named or element.get("aria-hidden") == "true"):
                    bad.append((page.url, html_of(element)))
    assert bad == []


def html_of(element):
    attributes = " ".join(f'{key}="{value}"' for key, value in element.attrib.items())
    return f"<{element.tag} {attributes}> in <{element.getparent().tag} class={element.getparent().get('class')!r}>"


def test_every_link_says_where_it_leads(site):
    bad = [
        (page.url, element.get("href"))
        for page in site.pages.values()
        for element in page.root.xpath("//article//a[@href]")
        if element.text_content().strip().lower() in ("here", "click here", "link", "more", "this")
    ]
    assert bad == []


def test_no_id_of_the_record_is_read_as_words(site, record):
    """Ids of several words are unmistakable; those that are also words of the record's texts are none of ours."""
    texts = " ".join(
        [text.text for entry in record.entries.values() for text in own_texts(entry)]
        + [
            str(getattr(entry, name, ""))
            for entry in record.entries.values()
            for name in ("name", "short", "title", "text")
        ]
        + [spelling for entry in record.entries.values() for spelling in getattr(entry, "spellings", [])]
    ).lower()
    ids = {id_ for id_ in record.entries if "-" in id_ and id_ not in texts and id_.replace("-", " ") not in texts}
    ids |= {id_ for id_ in record.entries if record.kind_of[id_] in ("claims", "points", "quotations") and "-" in id_}
    bad = {
        (page.url, word)
        for page in site.pages.values()
        for word in re.findall(r"(?<![\w/.-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w-])", page.words())
        if word in ids
    }
    assert sorted(bad) == []


def test_paragraphs_of_the_source_are_named_in_words(site, record):
    """`p14` is ours; a reader counts the paragraphs of a section."""
    paragraphs = {paragraph for source in record.about.primary for paragraph in record.paragraphs(source)}
    ours = {paragraph for paragraph in paragraphs if re.search(r"\d", paragraph)}
    bad = {
        (page.url, word)
        for page in site.pages.values()
        for word in re.findall(r"(?<![\w/.-])\w+(?![\w-])", page.words())
        if word in ours
    }
    assert sorted(bad) == []
