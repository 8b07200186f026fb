"""From an article to a dossier: drafts first, which nothing is built of; then, filled in, a record that holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from macros.__main__ import main
from macros.begin import article, drafts
from macros.record.problems import DRAFTS, BadRecord
from macros.record.splitting import sentences
from macros.rules.check import open_dossier

from ..conftest import Dumper, read

BRIDGE = Path(__file__).parent / "bridge.html"


@pytest.fixture
def begun(tmp_path):
    assert main(["new", str(tmp_path / "bridge"), "--from", str(BRIDGE)]) == 0
    return tmp_path / "bridge"


def problems(root):
    with pytest.raises(BadRecord) as caught:
        open_dossier(root)
    return caught.value.problems


def test_every_sentence_has_a_stub_with_its_place(begun):
    claims = read(begun / "data/claims.yml")
    paragraphs = article.read(BRIDGE).paragraphs
    assert [id_ for id_ in claims if id_ != "defaults"] == [
        f"{place}-{number}" for place, text in paragraphs.items() for number in range(1, len(sentences(text)) + 1)
    ]
    assert claims["p1-2"]["passage"] == {"start": "Nine councillors voted", "end": "and six against"}


def test_every_quotation_waits_for_its_speaker(begun):
    quotations = read(begun / "data/quotations.yml")
    assert [entry["text"] for id_, entry in quotations.items() if id_ != "defaults"] == [
        "The bridge is sixty years old, and it cannot wait",
        "This is a tax on going to work",
        "We will not pay for years of neglect.",
    ]
    assert quotations["p4-quote-1"]["claims"] == ["p4-3"]
    assert quotations["p4-quote-1"]["by"] == "TODO"


def test_the_source_has_what_its_page_says(begun):
    source = read(begun / "data/sources.yml")["the-sand-bay-post-article"]
    assert (source["title"], source["date"]) == ("Council votes for toll on harbour bridge", "2021-03-04")
    assert (source["url"], source["language"]) == ("https://example.org/news/bridge-toll", "en-GB")
    assert [section["paragraphs"] for section in source["sections"]] == [["p1", "p2"], ["p3", "p4"], ["p5"]]
    assert read(begun / "data/outlets.yml")["the-sand-bay-post"]["owner"] == "unknown"


def test_what_was_given_counts_before_what_the_page_says(tmp_path):
    given = ["--url", "https://example.org/other", "--outlet", "Other"]
    assert main(["new", str(tmp_path / "bridge"), "--from", str(BRIDGE), *given]) == 0
    assert read(tmp_path / "bridge/data/sources.yml")["other-article"]["url"] == "https://example.org/other"


def test_what_nobody_says_is_unknown_or_to_be_written(tmp_path):
    (tmp_path / "a.txt").write_text("The council voted. It was late.\n", "utf-8")
    assert main(["new", str(tmp_path / "d"), "--from", str(tmp_path / "a.txt")]) == 0
    source = read(tmp_path / "d/data/sources.yml")["article"]
    assert (source["title"], source["url"], source["date"]) == ("unknown",) * 3
    assert (source["outlet"], source["language"]) == ("TODO", "TODO")


def test_check_lists_nothing_but_drafts(begun):
    assert {problem.rule for problem in problems(begun)} == {DRAFTS}
    files = {problem.file for problem in problems(begun)}
    assert {"data/claims.yml", "data/quotations.yml", "data/dossier.yml", "docs/index.md"} <= files


def test_what_the_guides_show_is_no_draft(begun):
    assert {problem.file for problem in problems(begun) if problem.file.startswith("docs/")} == {
        "docs/background.md",
        "docs/index.md",
        "docs/meeting.md",
    }
    assert (begun / "docs/write.md").read_text("utf-8").count("boats-north") > 3


def test_the_saved_copies_are_left_alone_by_git(begun):
    names = sorted(path.relative_to(begun / "saved").as_posix() for path in (begun / "saved").rglob("*.*"))
    assert names == ["pages/the-sand-bay-post-article.html", "the-sand-bay-post-article.txt"]
    assert (begun / "saved/pages/the-sand-bay-post-article.html").read_bytes() == BRIDGE.read_bytes()
    assert "/saved/" in (begun / ".gitignore").read_text("utf-8").split("\n")


def test_no_sentence_of_the_article_is_in_the_record(begun):
    texts = "\n".join(path.read_text("utf-8") for path in (begun / "data").glob("*.yml"))
    for paragraph in article.read(BRIDGE).paragraphs.values():
        for start, end in sentences(paragraph):
            assert paragraph[start:end] not in texts


def finish(root):
    """Write what is left, as briefly as the rules allow: one point, and the outlet says everything."""
    outlet = "the-sand-bay-post"

    def change(name, function):
        data = read(root / f"data/{name}.yml")
        function(data)
        text = yaml.dump(data, Dumper=Dumper, sort_keys=False, allow_unicode=True)
        (root / f"data/{name}.yml").write_text(text, "utf-8")

    def claims(data):
        data["defaults"] |= {"voice": "report", "act": "states", "chain": [], "date": "2021-03-04"}
        data["defaults"] |= {"point": "toll", "by": outlet}
        for id_, claim in data.items():
            if id_ != "defaults":
                del claim["point"], claim["by"]
                claim["says"] = f"The town tells of its bridge ({'x' * len(data)}{id_.translate(LETTERS)})."

    def quotations(data):
        data["defaults"] |= {"chain": [], "by": outlet}
        for id_, entry in data.items():
            if id_ != "defaults":
                del entry["by"]

    def dossier(data):
        data |= {
            "title": "The bridge toll",
            "summary": "A vote.",
            "event": "vote",
            "parties": ["north-bank", "south-bank"],
        }
        data["edition"]["date"] = "2021-03-05"
        data["topics"] = [{"id": "bridge", "title": "The bridge", "summary": "What was said."}]

    change("claims", claims)
    change("quotations", quotations)
    change("dossier", dossier)
    change("sources", lambda data: data["the-sand-bay-post-article"]["sections"][0].update(title="Opening"))
    example = (root / "data/parties.yml").read_text("utf-8")
    (root / "data/parties.yml").write_text(re.sub(r"^# ?(?=  |[a-z-]+:$|$)", "", example, flags=re.MULTILINE), "utf-8")
    (root / "data/events.yml").write_text(
        "vote: {title: The vote, kind: meeting, when: 2021-03-04, where: hall, claims: [p1-1], who: [north-bank]}\n",
        "utf-8",
    )
    (root / "data/places.yml").write_text("hall: {name: Town hall, kind: building, coordinates: unknown}\n", "utf-8")
    (root / "data/points.yml").write_text(
        "toll: {title: The toll, question: Is there a toll?, topic: bridge, kind: fact}\n", "utf-8"
    )
    for page in (root / "docs").glob("*.md"):
        page.write_text(re.sub(r"\bTODO\b(?!`)", "To read.", page.read_text("utf-8")), "utf-8")


LETTERS = str.maketrans("0123456789-", "abcdefghij ")


def test_what_is_finished_passes_and_its_words_stand_in_the_saved_copy(begun, capsys):
    finish(begun)
    assert main(["--root", str(begun), "check", "--no-base"]) == 0
    saved = str(begun / "saved/the-sand-bay-post-article.txt")
    assert main(["--root", str(begun), "verify-quotes", "--against", saved, "--stamp"]) == 0
    assert main(["--root", str(begun), "stamp-sentences", "--against", saved]) == 0
    assert "13 sentences" in capsys.readouterr().out
    assert main(["--root", str(begun), "check", "--no-base"]) == 0


def test_a_claim_that_is_renamed_after_it_was_stamped_asks_for_new_stamps(begun):
    finish(begun)
    saved = str(begun / "saved/the-sand-bay-post-article.txt")
    assert main(["--root", str(begun), "stamp-sentences", "--against", saved]) == 0
    claims = begun / "data/claims.yml"
    claims.write_text(claims.read_text("utf-8").replace("p5-2:", "decision-received:"), "utf-8")
    assert any("run `stamp-sentences` anew" in problem.hint for problem in problems(begun))
    assert main(["--root", str(begun), "stamp-sentences", "--against", saved]) == 0
    assert main(["--root", str(begun), "check", "--no-base"]) == 0


def test_one_page_left_to_write_is_enough_to_fail(begun):
    finish(begun)
    page = begun / "docs/meeting.md"
    page.write_text(page.read_text("utf-8") + "\nTODO\n", "utf-8")
    assert [(problem.file, problem.rule) for problem in problems(begun)] == [("docs/meeting.md", DRAFTS)]


@pytest.mark.parametrize(
    ("name", "arguments", "says"),
    [
        ("a.txt", [], "no paragraph of text"),
        ("none.txt", [], "No such file"),
    ],
)
def test_a_file_without_an_article_begins_nothing(tmp_path, capsys, name, arguments, says):
    (tmp_path / "a.txt").write_text("", "utf-8")
    assert main(["new", str(tmp_path / "d"), "--from", str(tmp_path / name), *arguments]) == 2
    assert says in capsys.readouterr().err
    assert not (tmp_path / "d").exists()


def test_an_address_has_the_form_of_one(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["new", str(tmp_path / "d"), "--from", str(BRIDGE), "--url", "example.org"])
    assert "is no address" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "id_"), [("The Post", "the-post"), ("Ça & là", "ca-la"), ("Газета", "outlet")])
def test_an_outlet_has_an_id_in_latin_letters(name, id_):
    assert drafts._slug(name) == id_
