"""Funding for a case in the terminal: as JSON and in words."""

from __future__ import annotations

import json

import pytest

from app.desk import open_desk
from app.grammar import Exit
from db.file import open_file
from tests.conftest import ROOT, TODAY
from tests.makers import make_case


@pytest.fixture
def case(path):
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    made = make_case(desk, children=1)
    desk.funding.consider(made, "child_benefit")
    desk.close()
    return made


def test_funding_as_json_and_in_words(run, path, case):
    told = run("--file", path, "funding", case, "--json")
    assert told.code == Exit.DONE
    facts = json.loads(told.out)
    fits = {each["code"]: each["fit"] for each in facts["programmes"]}
    assert (fits["kvn_investment"], fits["recognition_grant"]) == ("fits_not", "unclear")
    assert facts["applications"][0]["state"] == "considered"
    grant = next(e for e in facts["programmes"] if e["code"] == "recognition_grant")
    assert (grant["most_cents"], grant["apply_by"]) == (480_000, "2027-06-30")
    assert "degree_from" in grant["ask"]
    said = run("--file", path, "funding", case).out
    assert "passt nicht: KVN-Investitionskostenzuschuss" in said
    assert "✗  Passt nicht, denn: die Fachkraft ist in der Pflege tätig." in said


def test_a_case_that_is_not_there_is_told(run, path):
    told = run("--file", path, "funding", 7)
    assert told.code == Exit.FAILED
    assert "Diesen Fall gibt es nicht" in told.err
