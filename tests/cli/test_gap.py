"""The gap in the terminal: numbers, files, an offer; wrong calls say what is wrong."""

from __future__ import annotations

import json

import pytest

from app.grammar import Exit
from tests.bench.care_gap import gap_file


@pytest.fixture
def county(tmp_path):
    return gap_file(tmp_path, 60)


def test_the_gap_as_json(run, county):
    told = run("--file", county, "gap", "--first", "2027-02-08", "--json")
    assert told.code == Exit.DONE
    facts = json.loads(told.out)
    assert facts["first"] == "2027-02-08"
    assert facts["minutes"] > 0
    assert len(facts["groups"]) == 6
    assert {each["weekday"] for each in facts["cells"]} >= {"monday", "sunday"}
    assert any(each["minutes"] is None for each in facts["cells"])
    assert all(each["minutes"] != 0 for each in facts["cells"])
    assert "what_if" not in facts


def test_an_offer_and_files(run, county, tmp_path):
    told = run(
        *("--file", county, "gap", "--first", "2027-02-08", "--what-if", "Mo-Fr 05:30-07:30"),
        *("--ages", "0-71", "--places", "30", "--bearer", "employer", "--json"),
        *("--cost", "320", "--cost-per", "place_month", "--shares", "public=60", "employer=40"),
        *("--csv", tmp_path / "l.csv", "--page", tmp_path / "l.pdf"),
    )
    answer = json.loads(told.out)["what_if"]
    assert answer["households_helped"] >= 5
    assert answer["bearer"] == "employer"
    assert answer["cost"]["total"] == 320_00 * 30 * 12
    assert answer["cost"]["by"] == {"public": 69_120_00, "employer": 46_080_00}
    assert (tmp_path / "l.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (tmp_path / "l.pdf").read_bytes().startswith(b"%PDF")


def test_the_gap_in_words(run, county):
    told = run("--file", county, "gap", "--what-if", "Mo-Fr 5:30-7:30 Uhr", "--postcode", "26603")
    assert told.out.splitlines()[0].startswith("Aurich\t")
    assert "Kosten: noch offen." in told.out
    assert "Dienstpl" in told.err


@pytest.mark.parametrize(
    "call",
    [("--ages", "0-35"), ("--what-if", "Mo 08:00-09:00", "--within", "5"), ("--elders",)],
)
def test_what_does_not_go_together_is_a_wrong_call(run, county, call):
    told = run("--file", county, "gap", *call)
    assert told.code == Exit.WRONG_CALL
    assert "Falscher Aufruf" in told.err


def test_hours_nobody_can_read_are_refused(run, county):
    told = run("--file", county, "gap", "--what-if", "irgendwann")
    assert told.code == Exit.FAILED
    assert told.out == ""
