"""The plan in the terminal: every step with its kind, date, reasons, role and state."""

from __future__ import annotations

import re
from datetime import date

import pytest

from app.content.catalogue import load_catalogue
from app.desk import open_desk
from app.records.plan import OwnStep
from app.rules.calendar import Day, Precision
from app.rules.facts import FactKey
from app.rules.terms import AnchorKind, DateKind, Role, Track
from db.file import open_file
from tests.cli.terminal import history
from tests.conftest import ROOT, TODAY
from tests.makers import make_provider

KEYS = {
    *("id", "step", "track", "person", "person_name", "title", "kind", "due", "applies"),
    *("reasons", "ask", "role", "roles", "state", "late", "by_hand", "last_opening"),
}


@pytest.fixture
def planned(office):
    """The first case with dates, an own step that is late, and a step taken by hand."""
    desk = open_desk(open_file(office), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    desk.plan.set_anchor(1, AnchorKind.FIRST_CONTACT, Day(date(2026, 7, 6)))
    desk.plan.set_anchor(1, AnchorKind.WORK_START, Day(date(2027, 3, 1), Precision.MONTH))
    desk.household.record(1, None, FactKey.HOUSING, "own")
    desk.plan.add_own(1, OwnStep(Track.RELOCATION, "Räder besorgen", Day(date(2026, 11, 2))))
    lines = desk.plan.all_steps(1)
    outside = next(each for each in lines if each.applies.value == "no" and not each.step)
    desk.plan.take(1, outside.template, outside.person)
    first = next(each for each in lines if each.template == "m_antwort")
    desk.plan.tick(first.step, date(2026, 7, 8))
    desk.close()
    return office


def rows(run, path):
    told = run("--file", path, "plan", 1, "--json")
    assert (told.code, told.err) == (0, "")
    assert (told.json["case"], told.json["count"]) == (1, len(told.json["rows"]))
    return told.json["rows"]


def test_every_template_is_printed_with_all_its_keys(run, planned):
    found = rows(run, planned)
    assert all(set(row) == KEYS for row in found)
    shipped = {step.id for step in load_catalogue(ROOT / "resources").steps}
    assert {row["id"] for row in found} - shipped == {
        row["id"] for row in found if row["id"].startswith("own-")
    }
    assert shipped <= {row["id"] for row in found}


def test_the_codes_are_those_of_the_program_and_every_row_has_reasons(run, planned):
    for row in rows(run, planned):
        assert row["kind"] in {kind.value for kind in DateKind}
        assert row["applies"] in ("yes", "no", "unclear")
        assert row["state"] in ("open", "done", "not_needed", None)
        assert row["role"] == row["roles"][0]
        assert set(row["roles"]) <= {role.value for role in Role}
        assert row["due"] is None or re.fullmatch(r"\d{4}-\d\d(-\d\d)?", row["due"])
        assert row["reasons"]
        assert all(reason.endswith(".") for reason in row["reasons"])
        assert (row["state"] is None) == (row["step"] is None)
        assert row["state"] is not None or row["applies"] == "no"
        assert bool(row["ask"]) == (row["applies"] == "unclear")


def test_what_is_done_late_own_or_by_hand_is_told(run, planned):
    found = {row["id"]: row for row in rows(run, planned)}
    done = found["m_antwort"]
    assert (done["state"], done["late"], done["applies"]) == ("done", False, "yes")
    (own,) = (row for key, row in found.items() if key.startswith("own-"))
    assert own["id"] == f"own-{own['step']}"
    assert (own["due"], own["late"], own["kind"]) == ("2026-11-02", True, "advice")
    assert own["reasons"] == ["Von der Servicestelle hinzugefügt."]
    (taken,) = (row for row in rows(run, planned) if row["by_hand"])
    assert (taken["applies"], taken["state"]) == ("yes", "open")
    assert taken["reasons"] == ["Von Hand in den Plan genommen."]


def test_a_date_known_by_its_month_is_printed_as_a_month(run, planned):
    months = [row for row in rows(run, planned) if row["due"] and len(row["due"]) == 7]
    assert months


def test_a_step_of_a_person_names_the_person(run, planned):
    named = {row["person_name"] for row in rows(run, planned) if row["person"]}
    assert named == {"Amira", "Yasmin"}


def test_for_the_eye_a_step_is_a_line(run, planned):
    told = run("--file", planned, "plan", 1)
    lines = told.out.splitlines()
    assert len(lines) == len(rows(run, planned))
    (own,) = (line for line in lines if "Räder besorgen" in line)
    assert own == (
        "02.11.2026 | offen, überfällig | Räder besorgen | Von der Servicestelle hinzugefügt."
    )
    assert any("nicht im Plan" in line for line in lines)


def test_printing_a_plan_is_recorded_with_who_looked(run, planned):
    run("--file", planned, "plan", 1)
    assert history(planned)[0] == ("case_viewed", "Imke Okken")


def test_the_plan_of_a_case_that_is_not_there_is_refused(run, office):
    refused = run("--file", office, "plan", 99, "--json")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err


def test_the_last_opening_of_the_office_is_printed_with_times(run, office):
    desk = open_desk(open_file(office), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    desk.plan.set_anchor(1, AnchorKind.MOVE_IN, Day(date(2027, 2, 15)))
    for name, kind, hours in (
        ("Bürgerbüro", "registry", "Fr 20:00-24:00; PH off"),
        ("Führerscheinstelle", "driving_licence", ""),
    ):
        make_provider(desk, organisation=name, office_type=kind, hours_osm=hours)
    desk.close()
    found = {row["id"]: row["last_opening"] for row in rows(run, office) if row["last_opening"]}
    assert found["anmeldung_wohnsitz"] == {
        "outcome": "found",
        "on": "2027-02-26",
        "start": "20:00",
        "end": "24:00",
        "comment": "",
        "known_until": None,
        "office": None,
        "who": [],
        "doubt": None,
    }
    assert {each["outcome"] for each in found.values()} == {"found", "hours_unknown"}
    assert {each["start"] for each in found.values() if each["outcome"] != "found"} == {None}
