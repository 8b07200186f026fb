"""The pages made from the record."""

from __future__ import annotations

from html import unescape

import pytest
import yaml

from macros import pages
from macros.pages import assets, failure, front
from macros.record.problems import Problem


def front_matter(text):
    return yaml.safe_load(text.split("---\n")[1])


def test_every_question_has_a_page(untouched):
    dossier = untouched.dossier()
    made = pages.pages(dossier)
    assert {f"points/{id_}.md" for id_ in dossier.points} <= set(made)
    page = made["points/planks-number.md"]
    about = front_matter(page)
    assert about["title"] == dossier.points["planks-number"].question
    assert about["render_macros"] is False
    assert "Ombra:" in about["description"]
    assert f"\n# {dossier.points['planks-number'].question}\n" in unescape(page)


def test_the_words_that_readers_search_a_question_by_stand_on_no_page(project):
    project.set("planks-number", "spellings", ["swindled planks"])
    project.set("planks-number", "asked", [{"text": "Wie viele Bretter?", "lang": "de"}])
    made = "".join(pages.pages(project.dossier()).values())
    assert "swindled" not in made
    assert "Bretter" not in made


def test_the_same_record_makes_the_same_pages(untouched):
    assert pages.pages(untouched.dossier()) == pages.pages(untouched.dossier())


def test_a_title_may_hold_what_yaml_and_markdown_would_read(project):
    question = 'Is the bridge: a "gate" # *or* not?'
    project.set("repair-date", "question", question)
    page = pages.pages(project.dossier())["points/repair-date.md"]
    assert unescape(front_matter(page)["title"]) == question
    assert "*or*" not in page.split("---\n")[2]


def test_whoever_speaks_has_a_page_and_nobody_else(untouched):
    made = pages.pages(untouched.dossier())
    people = {path for path in made if path.startswith("people/")}
    assert people == {f"people/{id_}.md" for id_ in ("vane", "orrin", "pell", "ombra-council", "bridge-source")}
    assert front_matter(made["people/vane.md"])["title"] == "Mira Vane"
    assert "\n# Mira Vane\n" in made["people/vane.md"]


@pytest.mark.parametrize("kind", ["points", "people"])
def test_each_page_leads_to_the_next_of_its_kind(untouched, kind):
    dossier = untouched.dossier()
    made, found = pages.pages(dossier), pages.neighbours(dossier)
    assert set(found) == set(made)
    (first,) = [path for path, (before, _) in found.items() if before is None and path.startswith(f"{kind}/")]
    walked = [first]
    while (after := found[walked[-1]][1]) is not None:
        walked.append(after)
    assert sorted(walked) == sorted(path for path in made if path.startswith(f"{kind}/"))


def test_every_party_has_its_colours(untouched):
    css = assets.stylesheet(untouched.dossier())
    assert '[data-party="ombra"]{--party:#6b2c91}' in css
    assert '[data-md-color-scheme="slate"] [data-party="ombra"]{--party:#ca7fff}' in css
    assert css.count("\n") == 6


def test_the_description_is_plain_text(untouched):
    described = front.description(untouched.dossier())
    assert described.endswith("talks between Ombra and Tessel in Quill on a footbridge.")


FRONT = "---\ntitle: A page\n---\n\n"


def test_a_page_whose_macro_failed_says_where_and_what():
    report = """# _Macro Rendering Error_

_File_: `more.md`

_ZeroDivisionError_: division by zero

```
Traceback (most recent call last):
  File "/lib/plugin.py", line 665, in render
  File "<template>", line 3, in top-level template code
ZeroDivisionError: division by zero
```"""
    assert failure.problem("docs/more.md", FRONT + "# More\n\n{{ 1 / 0 }}\n", report) == Problem(
        "docs/more.md", 7, "", "ZeroDivisionError: division by zero"
    )


def test_a_page_that_is_no_template_says_where_and_what():
    report = "# _Macro Syntax Error_\n\n_File_: `more.md`\n\n_Line 2 in Markdown file:_ **unexpected '}'**\n```markdown"
    assert failure.problem("docs/more.md", "# More\n{{ } }}", report) == Problem(
        "docs/more.md", 2, "", "unexpected '}'"
    )


def test_a_page_that_went_well_has_no_problem():
    assert failure.problem("docs/more.md", "# More", "# More") is None
