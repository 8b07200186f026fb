import pytest
from pydantic import BaseModel, ValidationError

from macros.record.dates import When


class Dated(BaseModel):
    when: When


@pytest.mark.parametrize(
    ("iso", "words", "precision"),
    [
        ("2031", "2031", "year"),
        ("2031-04", "April 2031", "month"),
        ("2031-04-02", "2 April 2031", "day"),
        ("2031-04-02T09:05", "2 April 2031, 09:05", "instant"),
        ("2031-04-02T09:05+03:00", "2 April 2031, 09:05", "instant"),
        ("2031-04-02T09:05Z", "2 April 2031, 09:05", "instant"),
        ("2031-04-02/2031-04-05", "2 to 5 April 2031", "interval"),
        ("2031-04-30/2031-05-01", "30 April to 1 May 2031", "interval"),
        ("2030-12-31/2031-01-01", "31 December 2030 to 1 January 2031", "interval"),
        ("2031-04/2031-06", "April to June 2031", "interval"),
        ("2030/2031", "2030 to 2031", "interval"),
        ("1850~", "about 1850", "year"),
        ("1850-06~", "about June 1850", "month"),
        ("-0043", "44 BC", "year"),
        ("1914/..", "from 1914", "interval"),
        ("../1918-11", "until November 1918", "interval"),
    ],
)
def test_it_reads_as_our_prose_writes_it(iso, words, precision):
    assert str(When(iso)) == words
    assert When(iso).precision == precision
    assert When(iso).text == iso


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2031", "2031-01-01", "2031-12-31"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031-04-02", "2031-04-02", "2031-04-02"),
        ("2031-04-02/2031-05", "2031-04-02", "2031-05-31"),
    ],
)
def test_it_covers_days(iso, first, last):
    assert (When(iso).first.isoformat(), When(iso).last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("iso", "says"),
    [
        ("2 April 2031", "is no date"),
        ("2031-4-2", "is no date"),
        ("2031-04-02 09:05", "is no date"),
        ("2031-04-02\n", "is no date"),
        ("2031-13", "no day of the calendar"),
        ("2031-00", "no day of the calendar"),
        ("2031-02-29", "no day of the calendar"),
        ("2031-04-31", "no day of the calendar"),
        ("1900-02-29", "no day of the calendar"),
        ("2031-04-02T25:00", "is no date"),
        ("２０３１", "is no date"),
        ("0000", "no day of the calendar"),
        ("", "is no date"),
    ],
)
def test_what_is_no_date_is_refused(iso, says):
    with pytest.raises(ValueError, match=says):
        When(iso)


def test_a_year_may_be_a_number_and_nothing_else_may():
    assert Dated.model_validate({"when": 2031}).when == When("2031")
    assert Dated.model_validate({"when": 2031.0}).when == When("2031")
    for bad in (31, 2031.5, 2031.0000001, True, None, ["2031"], 10**400, float("nan")):
        with pytest.raises(ValidationError):
            Dated.model_validate({"when": bad})


def test_dates_sort_by_their_first_day():
    texts = ["2031-04-02", "2030", "2031-04-02T09:05", "2031-03/2031-05"]
    assert [when.text for when in sorted(map(When, texts))] == [
        "2030",
        "2031-03/2031-05",
        "2031-04-02",
        "2031-04-02T09:05",
    ]


def test_it_is_written_back_as_it_was():
    assert Dated(when=When("2031-04")).model_dump() == {"when": "2031-04"}
    assert Dated.model_json_schema()["properties"]["when"]["anyOf"][0]["pattern"]


def test_years_before_the_first_stand_in_their_order():
    dates = [When("0044"), When("-0043"), When("-0099"), When("1889")]
    assert [when.text for when in sorted(dates)] == ["-0099", "-0043", "0044", "1889"]


@pytest.mark.parametrize("iso", ["-0043", "1850~", "1914/..", "2030/2031"])
def test_html_has_no_form_for_it(iso):
    assert When(iso).machine is None


@pytest.mark.parametrize("iso", ["../..", "..", "1850~~", "-43", "-0000", "~1850"])
def test_no_other_signs_are_taken(iso):
    with pytest.raises(ValueError, match="is no date"):
        When(iso)
