from __future__ import annotations

import pytest

from macros.begin import article

PAGE = """\
<!doctype html><html lang="en-GB"><head><title>Vote | The Post</title>
<meta property="og:site_name" content="The Post"><link rel="canonical" href="https://example.org/vote">
<meta property="article:published_time" content="2031-03-04T18:20:00+01:00"></head><body>
<nav><p>Home. News. Sport.</p></nav>
<article><h1>Council votes</h1><p>The council <b>voted</b>&nbsp;on Tuesday.<br>It was late.</p>
<figure><figcaption>A bridge.</figcaption></figure><aside><p>Read more here.</p></aside>
<h2>What comes next</h2><ul><li>A court may be asked.</li></ul><script>run()</script></article>
<footer><p>All rights reserved.</p></footer></body></html>
"""
TEXT = """\
Council votes

The council voted
on Tuesday.

What comes next

A court may be asked.
"""


def read(tmp_path, text, name="article.html", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return article.read(path)


def shape(found):
    return [(section.heading, section.paragraphs) for section in found.sections]


def test_a_page_gives_its_article_and_nothing_of_its_frame(tmp_path):
    assert shape(read(tmp_path, PAGE)) == [
        (None, ["The council voted on Tuesday.", "It was late."]),
        ("What comes next", ["A court may be asked."]),
    ]


def test_a_page_says_what_it_is(tmp_path):
    says = read(tmp_path, PAGE).says
    assert (says.title, says.date, says.language) == ("Council votes", "2031-03-04", "en-GB")
    assert (says.url, says.outlet) == ("https://example.org/vote", "The Post")


def test_what_a_page_does_not_say_is_not_guessed(tmp_path):
    says = read(tmp_path, "<body><p>On 4 March 2031 the council voted.</p></body>").says
    assert (says.title, says.date, says.language, says.url, says.outlet) == (None,) * 5


@pytest.mark.parametrize("date", ["4 March 2031", "03/04/2031", "2031-02-30", "", "2031"])
def test_a_date_that_may_be_read_two_ways_is_none(tmp_path, date):
    assert read(tmp_path, f'<meta name="date" content="{date}"><p>The council voted.</p>').says.date is None


def test_what_a_page_tells_programs_is_read(tmp_path):
    data = '{"@graph": [{"datePublished": "2031-03-04", "publisher": {"name": "The Post"}}]}'
    says = read(tmp_path, f'<script type="application/ld+json">{data}</script><p>The council voted.</p>').says
    assert (says.date, says.outlet) == ("2031-03-04", "The Post")


@pytest.mark.parametrize("data", ["{", "[" * 5000, "[]", "1", '{"publisher": 3}'])
def test_what_a_page_tells_programs_may_be_anything(tmp_path, data):
    assert (
        read(tmp_path, f'<script type="application/ld+json">{data}</script><p>The council voted.</p>').says.outlet
        is None
    )


def test_a_page_in_another_encoding_is_read_as_it_declares(tmp_path):
    page = '<html><head><meta charset="windows-1251"></head><body><p>Совет проголосовал.</p></body></html>'
    assert shape(read(tmp_path, page, encoding="windows-1251")) == [(None, ["Совет проголосовал."])]


def test_a_text_has_paragraphs_between_empty_lines_and_short_headings(tmp_path):
    found = read(tmp_path, TEXT, "article.txt")
    assert found.says.title == "Council votes"
    assert shape(found) == [
        (None, ["The council voted on Tuesday."]),
        ("What comes next", ["A court may be asked."]),
    ]
    assert shape(read(tmp_path, TEXT.replace("\n", "\r\n"), "article.txt")) == shape(found)


def test_a_text_without_empty_lines_has_a_paragraph_a_line(tmp_path):
    found = read(tmp_path, "The council voted.\nA court may be asked.\n", "article.txt")
    assert found.paragraphs == {"p1": "The council voted.", "p2": "A court may be asked."}


@pytest.mark.parametrize("line", ["“We will see”", "It was late.", "委员会投票。", "x" * 101])
def test_a_short_paragraph_is_no_heading(tmp_path, line):
    assert line in read(tmp_path, f"The council voted.\n\n{line}\n", "article.txt").paragraphs.values()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.html", b"", "the page is empty"),
        ("a.html", b"<html><body></body></html>", "no paragraph"),
        ("a.txt", b"", "no paragraph"),
        ("a.txt", b"\xff\xfe\x00", "not in UTF-8"),
        ("a.txt", b"a\0b.", "no text"),
        ("a.pdf", b"%PDF-1.4\n\x93\x8c", "not in UTF-8"),
    ],
)
def test_what_holds_no_article_is_refused(tmp_path, name, data, says):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(article.Unreadable, match=says):
        article.read(tmp_path / name)
