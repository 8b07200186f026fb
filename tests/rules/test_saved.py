"""Saved copies as people have them: text and HTML in their encodings, one file or a folder."""

from __future__ import annotations

import pytest

from macros.__main__ import main
from macros.rules import saved

PAGE = """<!DOCTYPE html><html><head>{head}<title>Larch Bridge</title><script>var sunny = "not this";</script>
<style>p{{color:red}}</style></head><body><nav>Home</nav><p>The mood can be
called&nbsp;“<b>sun</b>ny”.</p><p>Vane’s café.</p><blockquote>Goats <em>had</em> come</blockquote></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_is_read_in_its_encoding(tmp_path, encoding):
    path = tmp_path / "saved.txt"
    path.write_bytes("Vane’s café".encode(encoding))
    assert saved.read(path) == saved.Saved(path.read_bytes(), "Vane’s café")


@pytest.mark.parametrize(
    ("name", "head", "encoding"),
    [
        ("page.html", '<meta charset="utf-8">', "utf-8"),
        ("page.htm", "", "utf-8"),
        ("page.txt", "", "utf-8-sig"),
        ("page.html", '<meta charset="windows-1252">', "cp1252"),
    ],
)
def test_of_a_page_all_that_a_reader_sees_is_read_a_paragraph_a_line(tmp_path, name, head, encoding):
    path = tmp_path / name
    path.write_bytes(PAGE.format(head=head).encode(encoding))
    lines = saved.read(path).text.splitlines()
    for line in ("The mood can be called “sunny”.", "Vane’s café.", "Goats had come"):
        assert line in lines
    assert "not this" not in " ".join(lines)
    assert "color" not in " ".join(lines)


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"%PDF-1.7", "a PDF"), (b"PK\x03\x04", "a packed file"), ("é".encode("latin-1"), "not in UTF-8")],
)
def test_what_holds_no_text_is_refused_with_what_to_save(tmp_path, data, said):
    (tmp_path / "saved.txt").write_bytes(data)
    with pytest.raises(saved.Unreadable, match=said):
        saved.read(tmp_path / "saved.txt")


def test_an_empty_page_is_said_to_be_empty(tmp_path):
    (tmp_path / "saved.html").write_bytes(b"")
    with pytest.raises(saved.Unreadable, match="empty"):
        saved.read(tmp_path / "saved.html")


def test_a_folder_of_copies_is_held_source_by_source(project, tmp_path, capsys):
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "gazette-article.html").write_text("<p>The mood can be called “sunny”.</p>", "utf-8")
    (folder / "gazete-article.txt").write_text("", "utf-8")
    (folder / "other.pdf").write_bytes(b"%PDF")
    (folder / ".hidden").write_bytes(b"")
    assert main(["--root", str(project.root), "verify-quotes", "--saved", str(folder)]) == 1
    said = capsys.readouterr()
    assert "gazette-article: 2 exact" in said.out
    assert "Sources held: 1. Quoted sources without a saved copy here:" in said.out
    assert "no source has the id 'gazete-article'" in said.err
    assert "other.pdf: save it as text" in said.err


def test_two_copies_of_one_source_are_named(project, tmp_path, capsys):
    for name in ("gazette-article.html", "gazette-article.txt"):
        (tmp_path / name).write_text("<p>sunny</p>", "utf-8")
    assert main(["--root", str(project.root), "verify-quotes", "--saved", str(tmp_path)]) == 1
    assert "gazette-article.html is of the same source" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_said(project, tmp_path, capsys):
    assert main(["--root", str(project.root), "verify-quotes", "--saved", str(tmp_path / "absent")]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_a_source_is_not_named_beside_a_folder_of_copies(project, tmp_path, capsys):
    folder = ["--saved", str(tmp_path), "--source", "gazette-article"]
    assert main(["--root", str(project.root), "verify-quotes", *folder]) == 2
    assert "--source goes with --against" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (".hidden.txt", "has no saved copy that is named after its source"),
        ("ridge-wire-note.txt", "the record has no quotation and no passage of ridge-wire-note"),
    ],
)
def test_where_nothing_was_held_nothing_is_verified(project, tmp_path, capsys, name, says):
    project.add("sources", "ridge-wire-note", **project.fields_of("tin-radio-late"))
    (tmp_path / name).write_text("Words.", "utf-8")
    assert main(["--root", str(project.root), "verify-quotes", "--saved", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Nothing was verified: ")
    assert says in said
