"""Providers entered twice, on the terminal: pairs listed, two made one."""

from __future__ import annotations

import pytest

from app.desk import open_desk
from db.file import open_file
from tests.conftest import ROOT, TODAY
from tests.makers import make_case, make_provider

STREET = {"street": "Am Markt 3"}


@pytest.fixture
def twice(path):
    """A kita that two lists brought, and an employer; closed again."""
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    make_provider(desk, **STREET, phone="04931 1")
    make_provider(
        desk,
        **STREET,
        organisation="Kindertagesstätte Deichkinder",
        website="https://deichkinder.example",
        phone="04931 2",
    )
    make_provider(desk, organisation="Deichklinik", town="Emden", postcode="26721")
    make_case(desk, employer=2)
    desk.close()
    return path


def test_pairs_are_listed_as_facts_and_for_the_eye(run, twice):
    found = run("--file", twice, "duplicates", "--json")
    assert (found.code, found.json["count"]) == (0, 1)
    [row] = found.json["rows"]
    assert (row["first"]["id"], row["second"]["id"], row["likelihood"]) == (1, 2, "certain")
    assert [each["what"] for each in row["seen"]] == ["same_name", "same_address"]
    told = run("--file", twice, "duplicates")
    assert told.out.startswith("1\t2\tZiemlich sicher doppelt\tKita Deichkinder (Am Markt 3, 26506")
    assert told.out.endswith("Name nur anders geschrieben; gleiche Anschrift\n")
    assert told.err == "1 Paar\n"


def test_the_first_stays_and_takes_what_it_lacks(run, twice):
    merged = run("--file", twice, "merge", "providers", 1, 2)
    assert merged.code == 0
    assert merged.out == "Internet: https://deichkinder.example\n"
    assert merged.err == "„Kindertagesstätte Deichkinder“ mit „Kita Deichkinder“ zusammengeführt.\n"
    kept = run("--file", twice, "show", "provider", 1, "--json").json
    assert (kept["phone"], kept["website"]) == ("04931 1", "https://deichkinder.example")
    assert [(each["kind"], each["name"]) for each in kept["used_by"]] == [
        ("employer", "Ben Amor, Amira"),
        ("successor", "Kindertagesstätte Deichkinder"),
    ]
    gone = run("--file", twice, "show", "provider", 2, "--json").json
    assert gone["archived_because"] == "zusammengeführt mit „Kita Deichkinder“"
    assert run("--file", twice, "duplicates", "--json").json["count"] == 0


def test_what_was_taken_is_told_as_facts(run, twice):
    merged = run("--file", twice, "merge", "providers", 2, 1, "--json")
    assert merged.json == {"kept": 2, "dropped": 1, "taken": {}}
    again = run("--file", twice, "merge", "providers", 2, 1)
    assert again.code == 1
    assert again.err == "„Kita Deichkinder“ ist archiviert. Bitte erst zurückholen.\n"


@pytest.mark.parametrize(
    ("two", "says"),
    [
        ((1, 1), "Das ist zweimal derselbe Anbieter. Bitte zwei verschiedene nennen.\n"),
        ((1, 77), "Diesen Anbieter gibt es nicht mehr.\n"),
    ],
)
def test_what_cannot_be_merged_is_said(run, twice, two, says):
    refused = run("--file", twice, "merge", "providers", *two)
    assert (refused.code, refused.out, refused.err) == (1, "", says)
