from __future__ import annotations

import html
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as some

from macros.begin import article, drafts

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
    ("text", "expected"),
    [
        (
            "T\n\nHead one\n\nThe banks met.\n\nThey asked for\n\ntwo boats\n\nno tolls\n\nThat was all.\n\nLast line",
            [
                (
                    "Head one",
                    ["The banks met.", "They asked for", "two boats", "no tolls", "That was all.", "Last line"],
                )
            ],
        ),
        ("T\n\nBy Ada North\n\n4 March 2031\n\nThey met.", [(None, ["By Ada North", "4 March 2031", "They met."])]),
        ("One\n\nTwo\n\nThree", [(None, ["Two", "Three"])]),
        ("One", [(None, ["One"])]),
        ("# One", [(None, ["One"])]),
        ("# One\n\n## Two\nThey met.\nIt was late.", [("Two", ["They met. It was late."])]),
        ("# One\n## Two\n### Three\nThey met.", [(None, ["Two"]), ("Three", ["They met."])]),
        (
            "T\n\nThey met.\n\n## Two\n\nHere\n\nIt was late.",
            [(None, ["They met."]), ("Two", ["Here", "It was late."])],
        ),
        ("#bridge is what they say.", [(None, ["#bridge is what they say."])]),
        ("They asked:\n\n- two boats\n\nIt was late.", [(None, ["They asked:", "two boats", "It was late."])]),
        ("12. März 2031 war der Tag.\n\n1. Two boats.", [(None, ["12. März 2031 war der Tag.", "1. Two boats."])]),
        ("They met.\n\n* * *\n\n---\n\nIt was late.", [(None, ["They met.", "It was late."])]),
        ("T\r\rThey met.\r\rHead\r\rIt was late.", [(None, ["They met."]), ("Head", ["It was late."])]),
        ("橋の会議\n\n合意\n\n会議は五月に開かれた。\n\n二隻の船", [("合意", ["会議は五月に開かれた。", "二隻の船"])]),
        ("الجسر\n\n\u202bالاتفاق\u202c\n\nاجتمعوا في مايو.", [("الاتفاق", ["اجتمعوا في مايو."])]),
    ],
)
def test_only_a_short_line_by_itself_above_a_paragraph_is_a_heading(tmp_path, text, expected):
    assert shape(read(tmp_path, text, "article.txt")) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h2>One</h2><h3>Two</h3><p>They met.</p><h2>Last</h2>", [(None, ["One"]), ("Two", ["They met.", "Last"])]),
        ("<h1>T</h1><p>They met.</p><p>T</p>", [(None, ["They met.", "T"])]),
        ("<p>12. Juni war der Tag.</p><ol><li>Boats.</li></ol>", [(None, ["12. Juni war der Tag.", "Boats."])]),
    ],
)
def test_no_line_of_a_page_is_left_out(tmp_path, body, expected):
    assert shape(read(tmp_path, f"<article>{body}</article>")) == expected


WORDS = some.sampled_from(
    [
        "the",
        "bridge",
        "Kovač",
        "12.",
        "5",
        "#toll",
        "–",
        "- boats",
        "“Yes”",
        "said:",
        "会議は。",
        "合意",
        "اجتمعوا",
        "של",
        "٣؟",
    ]
)
LINES = some.lists(WORDS, min_size=1, max_size=30).map(" ".join)
ENDED = some.tuples(LINES, some.sampled_from(["", "", ".", "!", "。", "”"])).map("".join)
BLOCKS = some.tuples(some.sampled_from(["", "", "", "# ", "### ", "- ", "1. "]), ENDED).map("".join)
BREAKS = some.sampled_from(["\n", "\n\n", "\n\n", "\n \n\n", "\r\n", "\r\n\r\n", "\u2028"])


def words_of(*texts):
    """The words of texts, each as often as it stands there."""
    return Counter(re.findall(r"[^\W_]+", " ".join(texts)))


def all_of(found):
    """The words of an article in all that is kept of it."""
    ids = re.compile(r"^\[p[0-9]+\] ", re.MULTILINE)
    text = next(data for path, data in drafts.saved(found).items() if path.parent.name == drafts.SAVED)
    return words_of(found.says.title or "", ids.sub("", text.decode()))


@given(some.lists(some.tuples(BLOCKS, BREAKS), min_size=1, max_size=12))
def test_every_word_of_a_text_is_kept(tmp_path_factory, parts):
    text = "".join(f"{block}{end}" for block, end in parts)
    if words_of(text):
        assert all_of(read(tmp_path_factory.getbasetemp(), text, "article.txt")) == words_of(text)


@given(some.lists(some.tuples(some.sampled_from(["h1", "h2", "h3", "p", "li", "blockquote"]), ENDED), min_size=1))
def test_every_word_of_a_page_is_kept(tmp_path_factory, parts):
    body = "".join(f"<{tag}>{html.escape(text)}</{tag}>" for tag, text in parts)
    found = words_of(*(text for _, text in parts))
    if [tag for tag, _ in parts] != ["h1"] and found:
        assert all_of(read(tmp_path_factory.getbasetemp(), f"<article>{body}</article>")) == found


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
