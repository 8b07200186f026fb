from __future__ import annotations

from html import unescape

import yaml
from lxml import html

from macros.pages import generated
from macros.record.problems import Problem


def front_matter(text):
    return yaml.safe_load(text.split("---\n")[1])


def test_every_topic_has_a_page(untouched):
    files = generated.files(untouched.dossier())
    assert {"topics/talks.md", "topics/bridge.md", "topics/wording.md"} <= set(files)
    page = files["topics/bridge.md"]
    assert front_matter(page) == {
        "title": "The bridge: points",
        "description": "Its planks, its repair and who may cross it.",
    }
    assert "\n# The bridge\n" in page
    assert '{{ topic("bridge") }}' in page


def test_a_title_may_hold_what_yaml_and_markdown_would_read(project):
    title = 'The bridge: a "gate" # *or* not'
    project.set("", "topics.1.title", title)
    page = generated.files(project.dossier())["topics/bridge.md"]
    assert unescape(front_matter(page)["title"]) == f"{title}: points"
    assert "*or*" not in page.split("---\n")[2]


def test_the_topics_take_their_place_in_the_navigation(untouched):
    dossier = untouched.dossier()
    given = [{"Home": "index.md"}, {"Reference": ["record.md", {"Topics": "topics/"}]}]
    topics = [
        {"All topics": "topics/index.md"},
        {"The talks": "topics/talks.md"},
        {"The bridge": "topics/bridge.md"},
        {"The words of the source": "topics/wording.md"},
    ]
    assert generated.nav(dossier, given) == [{"Home": "index.md"}, {"Reference": ["record.md", {"Topics": topics}]}]
    assert generated.nav(dossier, None) is None
    assert generated.nav(None, given) == [{"Home": "index.md"}, {"Reference": ["record.md"]}]


def test_every_party_has_its_colours(untouched):
    css = generated.stylesheet(untouched.dossier())
    assert '[data-party="ombra"]{--party:#6b2c91}' in css
    assert '[data-md-color-scheme="slate"] [data-party="ombra"]{--party:#ca7fff}' in css
    assert css.count("\n") == 6


def test_the_description_is_plain_text(untouched):
    described = generated.description(untouched.dossier())
    assert described.endswith("talks between Ombra and Tessel in Quill on a footbridge.")


def test_the_page_of_problems_names_each(untouched):
    page = generated.problem_page([
        Problem("data/a.yml", 3, "b.c", "is <b>bad</b> {{ x }}"),
        Problem("data/d.yml", 0, "", "is missing"),
    ])  # fmt: skip
    assert "2 problems" in page
    tree = html.fromstring(page[page.index("<ul") :])
    assert [item.text_content() for item in tree.xpath("//li")] == [
        "data/a.yml:3 b.c: is <b>bad</b> {{ x }}",
        "data/d.yml is missing",
    ]
    assert "{{" not in page
