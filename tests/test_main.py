from __future__ import annotations

import os
import subprocess
import sys

import pytest

from macros.__main__ import COMMANDS, main

from .conftest import REAL


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
    assert "data/dossier.yml: is missing" in capsys.readouterr().err


def test_the_schemas_are_written(project, capsys):
    assert run(project, "schema") == 0
    assert "data/schema/claims.json" in capsys.readouterr().out
    assert (project.root / "data/schema/claims.json").is_file()


def test_wrong_usage_is_told(capsys):
    for arguments in ([], ["chek"], ["check", "--nothing"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


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
