from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from macros.__main__ import COMMANDS, main
from macros.record.load import load
from macros.rules import stamping
from macros.rules.check import open_dossier
from macros.site.target import MARK

from .conftest import REAL, RECORD


def run(project, *arguments):
    return main(["--root", str(project.root), *arguments])


def test_a_good_record_is_counted(untouched, capsys):
    assert run(untouched, "check", "--no-base") == 0
    assert "3 parties" in capsys.readouterr().out


def test_a_bad_record_is_named_and_fails(project, capsys):
    project.set("vane", "party", "ombre")
    assert run(project, "check") == 1
    output = capsys.readouterr()
    assert "data/people.yml:5: vane.party: unknown id 'ombre'" in output.err
    assert output.err.rstrip().endswith("1 problem in the record")
    assert output.out == ""


def test_every_bad_input_ends_in_words_not_in_a_traceback(project):
    (project.root / "data/terms.yml").write_bytes(b"\xff")
    (project.root / "data/people.yml").write_text("- [", "utf-8")
    project.make_site()
    ran = project.run("macros", "check")
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    assert "data/terms.yml:1: not UTF-8" in ran.stderr
    assert "data/people.yml:1: not valid YAML" in ran.stderr
    assert "2 problems in the record" in ran.stderr


def test_an_empty_folder_is_named(tmp_path, capsys):
    assert main(["--root", str(tmp_path), "check"]) == 1
    said = capsys.readouterr().err
    assert "data/dossier.yml: is missing" in said
    assert f"there is no dossier in {tmp_path}; go to the folder of one, or name it (--root FOLDER)" in said


@pytest.mark.parametrize("name", ["nowhere", "mkdocs.yml"])
def test_a_root_that_is_no_folder_is_wrong_usage(untouched, capsys, name):
    with pytest.raises(SystemExit) as ended:
        main(["--root", str(untouched.root / name), "check"])
    assert ended.value.code == 2
    assert f"argument --root: there is no folder '{untouched.root / name}'" in capsys.readouterr().err


def test_the_schemas_are_written(project, capsys):
    assert run(project, "schema") == 0
    assert "data/schema/claims.json" in capsys.readouterr().out
    assert (project.root / "data/schema/claims.json").is_file()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["pdf", "data/terms.yml"], "would lie in what the site is made of"),
        (["pdf", "docs/new.pdf"], "would lie in what the site is made of"),
        (["pdf", "data"], "would lie in what the site is made of"),
        (["pdf", "saved"], "is a folder: name a file"),
        (["pdf", "mkdocs.yml"], "holds something that we did not make"),
        (["pdf", "link.pdf"], "would lie in what the site is made of"),
        (["pdf", "mkdocs.yml/new.pdf"], "is a file, and can hold no other"),
        (["exports", "mkdocs.yml"], "is a file: name a folder"),
        (["exports", "docs"], "is of what the site is made"),
        (["exports", "saved"], "holds what no build of ours put there"),
        (["exports", "nosite"], "holds no built site"),
        (["policy", "mkdocs.yml"], "is a file: name a folder"),
        (["policy", "docs"], "is of what the site is made"),
        (["policy", "saved"], "holds what no build of ours put there"),
        (["policy", "nosite"], "holds no built site"),
        (["site", "--out", "saved"], "holds what no build of ours put there"),
        (["citation"], "CITATION.cff holds something that we did not make"),
        (["--root", "saved", "schema"], "saved holds no dossier"),
        (["new", "saved"], "saved is not empty"),
    ],
    ids=" ".join,
)
def test_nothing_is_written_where_something_else_is(project, monkeypatch, capsys, arguments, says):
    monkeypatch.chdir(project.root)
    (project.root / "saved").mkdir()
    (project.root / "saved/index.html").write_text("<html><head></head></html>", "utf-8")
    (project.root / "link.pdf").symlink_to("data/terms.yml")
    (project.root / "CITATION.cff").write_text("cff-version: 1.2.0\n", "utf-8")
    before = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    monkeypatch.setattr("macros.__main__.pdf.write", None)  # nobody waits for a book that has no place
    assert main(arguments) in (1, 2)
    assert says in capsys.readouterr().err
    assert {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()} == before
    assert not (project.root / "nosite").exists()


def test_what_we_made_is_written_anew(project, monkeypatch, capsys):
    monkeypatch.chdir(project.root)
    made = ["dossier.pdf", "touched.pdf", "more/new.pdf"]
    (project.root / made[0]).write_bytes(b"%PDF-1.7")
    (project.root / made[1]).touch()
    (project.root / "site").mkdir()
    (project.root / "site" / MARK).write_text("", "utf-8")
    monkeypatch.setattr("macros.__main__.pdf.write", lambda *_: None)
    commands = [*(["pdf", name] for name in made), ["exports", "site"], ["policy", "site"], ["citation"], ["citation"]]
    assert [main(command) for command in commands] == [0] * len(commands)


@pytest.mark.parametrize(
    ("arguments", "in_the_way"),
    [
        (["schema"], "data/schema"),
        (["exports", "site"], "site/exports"),
        (["stamp-sentences", "--against", "saved.txt"], "data/sentences"),
        (["hosting", "nginx.conf"], "hosting"),
    ],
    ids=lambda it: it[0],
)
def test_a_file_that_cannot_be_written_or_read_is_named_in_one_line(
    project, monkeypatch, capsys, arguments, in_the_way
):
    monkeypatch.chdir(project.root)
    (project.root / "site").mkdir()
    (project.root / "site" / MARK).touch()
    (project.root / "saved.txt").touch()
    monkeypatch.setattr("macros.outside.load", lambda _: load(RECORD))
    monkeypatch.setattr("macros.outside.stamping.stamp", lambda *_: stamping.Stamped([], [], [], []))
    monkeypatch.setattr("macros.__main__.open_dossier", lambda _: open_dossier(RECORD))
    (project.root / in_the_way).touch()
    assert main(arguments) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert in_the_way in said
    assert " cannot be used: " in said


def test_a_full_disk_behind_the_output_is_said_in_one_line(untouched):
    command = [sys.executable, "-m", "macros", "--root", str(untouched.root), "check", "--no-base"]
    with open("/dev/full", "w") as full:  # noqa: PTH123
        ran = subprocess.run(command, cwd=REAL, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (1, "[Errno 28] No space left on device\n")


def test_ctrl_c_while_the_program_is_read_ends_it_without_a_word(tmp_path):
    (tmp_path / "watchdog").mkdir()
    (tmp_path / "watchdog/__init__.py").write_text(
        "import os, signal, time\nos.kill(os.getpid(), signal.SIGINT)\ntime.sleep(60)\n", "utf-8"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-m", "macros", "check"], cwd=REAL, env=environment, capture_output=True, check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (-signal.SIGINT, b"", b"")


@pytest.mark.parametrize("name", ["TERM", "HUP"])
def test_what_is_ended_from_outside_takes_back_what_is_half_made(tmp_path, name):
    git = tmp_path / "bin/git"  # the last that a new dossier is made with
    git.parent.mkdir()
    git.write_text(f"#!/bin/sh\nkill -{name} $PPID\nexec sleep 60\n", "utf-8")
    git.chmod(0o755)
    (tmp_path / "above").mkdir()
    ran = subprocess.run(
        [sys.executable, "-m", "macros", "new", str(tmp_path / "above/mine/inner")],
        cwd=REAL,
        env={**os.environ, "PATH": f"{git.parent}:{os.environ['PATH']}"},
        stderr=subprocess.PIPE,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (128 + signal.Signals[f"SIG{name}"], b"")
    assert list((tmp_path / "above").iterdir()) == []


def test_wrong_usage_is_told(capsys):
    for arguments in ([], ["chek"], ["check", "--nothing"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--base"],
        ["verify-quotes", "--against", "x.txt", "--source"],
        ["stamp-sentences", "--against"],
        ["verify-quotes", "--saved"],
        ["new", "x", "--outlet"],
        ["site", "--out"],
        ["pdf"],
        ["new"],
    ],
    ids=" ".join,
)
def test_an_empty_value_is_not_taken_for_none(untouched, capsys, arguments):
    """A script gives one whose variable is not set."""
    with pytest.raises(SystemExit) as ended:
        run(untouched, *arguments, "")
    assert ended.value.code == 2
    assert "is empty: give a value, or leave it out" in capsys.readouterr().err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name, capsys):
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert COMMANDS[name][0] in " ".join(capsys.readouterr().out.split())


def test_a_reader_who_stops_early_gets_no_traceback(untouched):
    """The output is closed before anything is written, as `| head -0` closes it."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "macros", "--root", str(untouched.root), "check", "--no-base"]
    ran = subprocess.run(command, cwd=REAL, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (1, "")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "koi8-r", "utf-8"])
def test_what_is_wrong_is_said_to_a_stream_of_any_letters(untouched, tmp_path, encoding):
    (tmp_path / "saved.txt").write_text("Nothing of it: “sunny” 两艘 мост", "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "macros", "--root", str(untouched.root), "verify-quotes", "--against", "saved.txt"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(REAL)},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 1
    assert b"Traceback" not in ran.stderr
    said = ran.stdout.decode(encoding)
    assert "data/quotations.yml" in said
    assert ("“" if encoding in ("cp1252", "utf-8") else r"\u201c") in said


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-"])
def test_a_stream_that_is_closed_from_the_start_is_no_error(untouched, closed):
    ran = subprocess.run(
        ["sh", "-c", f'"$0" -m macros --root "$1" check --no-base {closed}', sys.executable, str(untouched.root)],
        cwd=REAL,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0
    assert b"Traceback" not in ran.stderr
