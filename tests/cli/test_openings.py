"""Openings for the grown-ups of a case in the terminal: as JSON and in words."""

from __future__ import annotations

import json

import pytest

from app.desk import open_desk
from app.grammar import Exit
from db.file import open_file
from tests.conftest import ROOT, TODAY
from tests.services.career_world import JOB, make_home


@pytest.fixture
def home(path):
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    made = make_home(desk, children=1)
    desk.close()
    return made


def test_openings_as_json(run, path, home):
    told = run("--file", path, "openings", home.case, "--json")
    assert told.code == Exit.DONE
    facts = json.loads(told.out)
    assert [each["has_profile"] for each in facts["people"]] == [False, True]
    (found,) = facts["people"][1]["openings"]
    assert (found["id"], found["title"]) == (home.opening, JOB.title)
    assert "same_occupation" in found["for"]
    assert found["against"] == []
    assert found["barred"] is False


def test_openings_in_words(run, path, home):
    told = run("--file", path, "openings", home.case)
    assert "Karim: 1 von 1" in told.out
    assert "Dafür: gleicher Beruf (KldB)" in told.out


def test_a_case_that_is_not_there_is_told(run, path):
    told = run("--file", path, "openings", 7)
    assert told.code == Exit.FAILED
    assert "Diesen Fall gibt es nicht" in told.err
