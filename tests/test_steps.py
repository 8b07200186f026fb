"""What a build takes from the record: its address, and one date for all that is built."""

from __future__ import annotations

import os

import pytest

from macros import steps
from macros.record.load import ADDRESS


@pytest.fixture(autouse=True)
def no_date(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")


def test_the_address_of_the_record_ends_as_a_folder_does(project):
    assert steps.prepare(project.dossier()).address is None
    project.set("", "site_url", "https://larch.example/ferry")
    assert steps.prepare(project.dossier()).address == "https://larch.example/ferry/"


def test_one_variable_sets_the_address_and_counts_before_the_record(project, monkeypatch):
    project.set("", "site_url", "https://larch.example/ferry/")
    monkeypatch.setenv(ADDRESS, " https://other.example/a ")
    assert steps.prepare(project.dossier()).address == "https://other.example/a/"
    monkeypatch.setenv(ADDRESS, "")
    assert steps.prepare(project.dossier()).address == "https://larch.example/ferry/"


@pytest.mark.parametrize("given", ["larch.example", "https://", "https://a b/", "https://larch.example/?a", "ftp://x/"])
def test_what_is_no_address_is_refused_by_the_name_of_the_variable(project, monkeypatch, given):
    monkeypatch.setenv(ADDRESS, given)
    (problem,) = project.problems()
    assert str(problem).startswith(f"{ADDRESS}: ")
    assert given in str(problem)


def test_the_date_in_all_that_is_built_is_the_day_of_the_edition(project):
    project.set("", "edition.date", "2031-04-02")
    steps.prepare(project.dossier())
    assert os.environ["SOURCE_DATE_EPOCH"] == "1932854400"


@pytest.mark.parametrize(("day", "named"), [("0001-01-01", steps.EARLIEST), ("9999-12-31", steps.LATEST)])
def test_a_day_that_no_archive_can_name_is_the_nearest_that_one_can(project, day, named):
    project.set("", "edition.date", day)
    steps.prepare(project.loaded())
    assert os.environ["SOURCE_DATE_EPOCH"] == str(named)
