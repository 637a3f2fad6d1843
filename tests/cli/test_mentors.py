"""Mentors in the terminal: who could accompany a family, and why."""

from __future__ import annotations

import pytest

from app.desk import open_desk
from app.grammar import Exit
from app.records.providers import Category
from db.file import open_file
from tests.cli.terminal import history
from tests.conftest import ROOT, TODAY
from tests.makers import make_case, make_provider
from tests.services.mentor_commands import make_mentor


@pytest.fixture
def mentored(path):
    """Case 1 with two mentors, one of them full; case 2 without an employer."""
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    clinic = make_provider(desk, organisation="Deichklinik", category=Category.EMPLOYER)
    case = make_case(desk, employer=clinic)
    make_case(desk)
    make_mentor(desk, clinic, "Voll", capacity=0)
    asked = make_mentor(desk, clinic)
    desk.mentors.ask(case, asked)
    desk.close()
    return path


def test_proposals_are_told_with_reasons_and_load(run, mentored):
    told = run("--file", mentored, "mentors", 1, "--json")
    assert told.code is Exit.DONE
    assert (told.json["employer"], told.json["count"]) == ("Deichklinik", 2)
    first, second = told.json["rows"]
    assert (first["name"], first["state"], first["load"]) == ("Wiebke Sandkrug", "asked", 0)
    assert first["reasons"][0] == {"reason": "family_language", "weight": 4, "about": ["ar"]}
    assert first["weight"] == sum(each["weight"] for each in first["reasons"])
    assert second["bars"] == ["full"]
    assert history(mentored)[0] == ("case_viewed", "Imke Okken")


def test_the_same_in_words(run, mentored):
    lines = run("--file", mentored, "mentors", 1).out.splitlines()
    assert lines[0].startswith("Wiebke Sandkrug (0 von 1, angefragt): spricht die Sprache")
    assert "kein Platz frei" in lines[1]
    assert run("--file", mentored, "mentors", 2).out == "Der Fall hat noch keinen Arbeitgeber.\n"
    assert run("--file", mentored, "mentors", 99).code is Exit.FAILED
