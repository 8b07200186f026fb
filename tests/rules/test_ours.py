"""Ten ways and more to bring a figure or a loaded word past the checks: each is found, or told to readers."""

from __future__ import annotations

import pytest

from macros.rules import ours

from ..conftest import REAL
from .test_wording import LIST

HEAD = "# A page\n\n"
FOUND = {
    "figures": [
        "١٢ planks",  # of other scripts
        "１２ planks",
        "१२ planks",
        "½ of the planks",
        "planks²",
        "① plank",
        "&#49;2 planks",
        "&#x31;2 planks",
        "&frac12; of the planks",
        "1\u200b2 planks",
        "**1**2 planks",
        "<b>12</b> planks",
        "## 12 planks",
        "![12 planks](bridge.svg)",
        '[planks](points.md "12 planks")',
        '<img src="bridge.svg" alt="12 planks">',
        "<abbr title='12 planks'>planks</abbr>",
        'planks{ title="12 of them" }',
        "*[planks]: 12 of them",
        "[planks]: points.md '12 planks'",
        "- [x] 12 planks",
        "In all there were\n12. Then they went",
        "```not code``` 12 planks\n\n```\n",
        "```\n12 planks",
        '{{ term("toll", words="12 coins") }}',
        '{{ term("toll",\n words="12 coins") }}',
        "{{ term('toll', '12 coins') }}",
        '{{ person("vane", "name", "No. 12") }}',
        "{{ mark('planks-vane') }} 12 {{ mark('planks-vane') }}",
        "Words[^1]\n\n[^1]: Of 12 planks",
        "| planks |\n|---|\n| 12 |",
        "Term\n: 12 planks",
        '??? note "12 planks"\n    Words',
        "1. One\n3. Three",
    ],
    "words": [
        "## The Bandit",
        "BANDITS and a bandit",
        "a bandit-like neighbour",
        "a pro-bandit paper",
        "the bandit's bridge",
        "the bandit’s bridge",
        "hill\nbandits",
        "hill  bandits",
        "hill&nbsp;bandits",
        "hill\u00a0bandits",
        "a ban\u00addit",
        "a ban&shy;dit",
        "a ban\u200bdit",
        "a ban\ufeffdit",
        "a b&#97;ndit",
        "a **ban**dit",
        "a ban<b>dit</b>",
        "a ｂａｎｄｉｔ",
        "a bаndit",  # with a Cyrillic letter
        "a bαndit",  # with a Greek one
        "a bandıt",
        "![a bandit](bridge.svg)",
        '[him](points.md "a bandit")',
        '<img src="a.svg" alt="a bandit">',
        'him{ title="a bandit" }',
        '{{ person("vane", words="the bandit") }}',
        'He said "this. The bandit said so too.\n\nNo end to " it',
        "“One” bandit “two”",
        '??? note "Of bandits and a bandit"\n    Words',
        '=== "A bandit"\n    Words',
        '[him]: points.md "a bandit"',
    ],
}


@pytest.mark.parametrize("text", FOUND["figures"])
def test_a_figure_in_disguise_is_found(project, text):
    project.page("page.md", HEAD + text + "\n")
    assert any("typed figure" in problem.message for problem in project.problems())


@pytest.mark.parametrize("text", FOUND["words"])
def test_a_word_in_disguise_is_found(project, text):
    (project.root / "data/words.yml").write_text(LIST, "utf-8")
    project.page("page.md", HEAD + text + "\n")
    said = [problem.message for problem in project.problems() if problem.file == "docs/page.md"]
    assert any("loaded word" in message or "mixes letters" in message for message in said)


@pytest.mark.parametrize("field", ["title", "description"])
@pytest.mark.parametrize("words", ["The bandit", "12 planks"])
def test_the_settings_of_a_page_are_texts_of_ours(project, field, words):
    (project.root / "data/words.yml").write_text(LIST, "utf-8")
    project.page("page.md", f"---\n{field}: {words}\n---\n# A\n")
    assert [problem.line for problem in project.problems()] == [2]


@pytest.mark.parametrize(
    "words", ["١٢ planks", "½ a plank", "a ban\u00addit", "a bandit-like town", "a bаndit", "１２ planks"]
)
def test_texts_of_the_record_are_looked_at_alike(project, words):
    (project.root / "data/words.yml").write_text(LIST, "utf-8")
    project.set("damage", "title", words)
    assert [problem.path for problem in project.problems()] == ["damage.title"]


@pytest.mark.parametrize(
    "text",
    [
        "1. One\n2. Two\n\n1. One again",
        "1. One\n1. Two",
        "Words[^1] and words[^note2]\n\n[^1]: A note",
        "Words&#8212;words &#169; &nbsp; words",
        '[planks](points/planks-2.md "All of them")',
        '<img src="bridge-12.svg" alt="The bridge" width="640">',
        'words{ #part-2 .a1 width="12" }',
        "<!-- 12 planks -->",
        "Ωμέγα и слово, 一二三, µm",
        "{{ figure('planks-vane', 'planks') }}",
    ],
)
def test_what_is_no_figure_passes(project, text):
    project.page("page.md", HEAD + text + "\n")
    assert project.problems() == []


@pytest.mark.parametrize(
    "words", ["twelve planks", "a dozen planks", "XII planks", "Ⅻ planks", "`12` planks", "```\n12 planks\n```"]
)
def test_what_is_not_covered_passes_and_is_told(project, words):
    project.page("page.md", HEAD + words + "\n")
    assert project.problems() == []
    promises = (REAL / "docs/check.md").read_text("utf-8")
    assert "written as a word" in promises
    assert "code" in promises


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ('a "b" c', "a   c"),
        ("a “b “c” d", "a   d"),
        ("a ”b” c", "a ”b” c"),
        ('a "b\n\nc" d', 'a "b\n\nc" d'),
        ('a "b\nc" d', "a  \n d"),
    ],
)
def test_what_is_quoted_is_taken_out(text, rest):
    assert ours.unquoted(text) == rest


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Мira Vane", "'Мira' mixes letters of two scripts that look alike"),
        ("Ｍira Vane", "'Ｍ' is written in letters of double width; write M"),
        ("Mira\U000e0041 Vane", "holds a sign that nobody sees (tag latin capital letter a); take it out"),
        ("Mi\u00adra Vane", "holds a sign that nobody sees (soft hyphen)"),
        ("Mi\u200bra Vane", "holds a sign that nobody sees (zero width space)"),
        ("Mira\nVane", "a line ends within it; write it on one line"),
    ],
)
@pytest.mark.parametrize(("id_", "field"), [("vane", "name"), ("tin-radio", "short"), ("vane", "own_names.0.text")])
def test_a_name_is_as_it_looks(project, id_, field, name, says):
    project.set(id_, field, name)
    assert says in next(problem.words for problem in project.problems() if problem.path == f"{id_}.{field}")


@pytest.mark.parametrize("name", ["Мира Вейн", "می\u200cرا", "O’Vane-Μίρα Ltd", "3М Мира", "Ⅻ Vane", "北岸 ABC"])
def test_a_name_of_any_script_passes(project, name):
    project.set("vane", "name", name)
    assert project.problems() == []


def test_a_name_of_two_scripts_may_be_declared(project):
    project.set("tin-radio", "name", "Яndex Radio")
    path = project.root / "data/exceptions.yml"
    path.write_text(path.read_text("utf-8") + "- {record: tin-radio, text: Яndex, reason: Its name.}\n", "utf-8")
    assert project.problems() == []


@pytest.mark.parametrize(
    ("id_", "field"), [("gazette-article", "url"), ("gazette-article", "archived"), ("quill-gazette", "owner.seen")]
)
def test_a_host_is_as_it_looks(project, id_, field):
    project.set(id_, field, "https://gаzette.invalid/")
    (problem,) = project.problems()
    assert (problem.path, problem.line > 1) == (f"{id_}.{field}", True)
    assert "'gаzette' in the host mixes letters" in problem.words
