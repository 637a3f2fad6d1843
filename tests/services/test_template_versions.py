"""Versions of templates: which holds on which day, beside newer shipped ones, broken ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.desk import open_desk
from app.progress import finish
from app.records.templates import TemplateState
from app.rules.terms import Track
from db.file import open_file
from tests.conftest import TODAY
from tests.services.catalogues import resources, step
from tests.services.office_templates import (
    SETS,
    STEPS,
    dues,
    everything,
    family,
    moved,
    office,
)


class Days:
    def __init__(self, day):
        self.day = day

    def __call__(self):
        return self.day


@pytest.fixture
def passing(path, tmp_path):
    """A desk whose day may pass, and that day."""

    day = Days(TODAY)
    opened = open_desk(
        open_file(path), resources(tmp_path / "r", STEPS, sets=SETS), day, "Tomke Harms"
    )
    yield opened, day
    opened.close()


def test_a_version_for_a_later_day_comes_with_that_day(passing):
    desk, day = passing
    taken, left = family(desk), family(desk)
    before = everything(desk, left)
    then = TODAY + timedelta(days=7)
    desk.templates.save(moved(desk), then, "ab Dezember", [taken])
    assert [everything(desk, case)[0] for case in (taken, left)][1] == before[0]
    assert dues(desk, taken)["m_a"] == date(2026, 11, 5)
    row = desk.templates.rows(Track.ONBOARDING)[0]
    assert (row.state, row.planned, row.held) == (TemplateState.SHIPPED, then, 1)
    (version,) = desk.templates.versions("m_a")
    assert (version.holds, version.valid_from, version.note) == (False, then, "ab Dezember")
    assert finish(desk.plan.refresh()) == 0
    day.day = then
    assert finish(desk.plan.refresh()) == 1
    assert dues(desk, taken)["m_a"] == date(2026, 11, 11)
    assert dues(desk, left)["m_a"] == date(2026, 11, 5)
    row = desk.templates.rows(Track.ONBOARDING)[0]
    assert (row.state, row.planned) == (TemplateState.CHANGED, None)
    assert desk.templates.versions("m_a")[0].holds


def test_of_several_versions_the_latest_day_then_the_latest_made_holds(passing):
    desk, day = passing
    case = family(desk)
    for offset, days in (("P4D", 0), ("P6D", 9), ("P5D", 3), ("P7D", 9)):
        desk.templates.save(replace(moved(desk), offset=offset), TODAY + timedelta(days=days))
    held = []
    for days in (0, 2, 3, 8, 9, 400):
        day.day = TODAY + timedelta(days=days)
        finish(desk.plan.refresh())
        held.append(desk.templates.draft("m_a").offset)
    assert held == ["P4D", "P4D", "P5D", "P5D", "P7D", "P7D"]
    assert dues(desk, case)["m_a"] == date(2026, 11, 5)


def test_a_newer_shipped_original_is_told_beside_an_own_version(path, tmp_path):

    desk = office(path, tmp_path / "r")
    case = family(desk)
    desk.templates.save(moved(desk), TODAY, "", [case])
    assert not desk.templates.rows(Track.ONBOARDING)[0].newer_original
    desk.close()
    newer = (step("m_a", offset="P4D"), *STEPS[1:])
    desk = office(path, tmp_path / "r", steps=newer)
    assert desk.templates.rows(Track.ONBOARDING)[0].newer_original
    assert dues(desk, case)["m_a"] == date(2026, 11, 11)
    assert desk.templates.original("m_a").offset == "P4D"
    desk.close()


def test_after_a_return_to_the_original_a_newer_one_rewrites_no_plan(path, tmp_path):

    desk = office(path, tmp_path / "r")
    case = family(desk)
    desk.templates.save(moved(desk), TODAY, "", [case])
    desk.templates.restore("m_a", TODAY, "", [case])
    desk.close()
    desk = office(path, tmp_path / "r", steps=(step("m_a", offset="P4D"), *STEPS[1:]))
    finish(desk.plan.refresh())
    assert dues(desk, case)["m_a"] == date(2026, 11, 5)
    desk.close()


def test_what_was_changed_is_there_when_the_file_is_opened_again(path, tmp_path):
    desk = office(path, tmp_path / "r")
    taken, left = family(desk), family(desk)
    desk.templates.save(moved(desk), TODAY, "", [taken])
    before = [everything(desk, case) for case in (taken, left)]
    desk.close()
    desk = office(path, tmp_path / "r")
    assert desk.faults == ()
    assert [everything(desk, case) for case in (taken, left)] == before
    assert finish(desk.plan.refresh()) == 0
    desk.close()


def test_a_broken_version_gives_way_to_the_original_and_is_told(path, tmp_path):
    desk = office(path, tmp_path / "r")
    desk.templates.save(moved(desk), TODAY)
    connection = desk.transactions.file.connect()
    connection.execute("UPDATE template_versions SET text = replace(text, 'P9D', 'P99Y')")
    connection.close()
    desk.close()
    desk = office(path, tmp_path / "r")
    (fault,) = desk.faults
    assert (fault.file, fault.key, fault.problem) == ("Eigene Fassung: m_a", "P99Y", "bad_offset")
    assert fault.line > 1
    assert dues(desk, family(desk))["m_a"] == date(2026, 11, 5)
    desk.close()
