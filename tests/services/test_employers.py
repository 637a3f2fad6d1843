"""Employers on a real file: benefits in the folder, rotations, sites that close, what slips."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.errors import Reason, Refused
from app.records.cases import CloseReason
from app.records.employers import BenefitDraft, BenefitKind, PatternDraft
from app.records.induction import ConfirmationDraft
from app.records.providers import Category, ContactPerson
from app.rules.calendar import Day
from app.rules.sites import SiteProblem
from app.rules.slipping import Outcome, Slip
from app.rules.terms import AnchorKind, Role, Track
from tests.conftest import TODAY
from tests.makers import make_case, make_provider, with_dates
from tests.services.employer_commands import BIKE, EARLY, GYM, STATION
from tests.services.undo_world import everything, organisation_of

START = date(2027, 3, 1)


def clinic(desk, **changes):
    draft = {"organisation": "Deichklinik", "category": Category.EMPLOYER} | changes
    return make_provider(desk, **draft)


@pytest.fixture
def employer(desk):
    return clinic(desk, contacts=(ContactPerson("Frau Ebbing", "Personal", "040 66969-140"),))


@pytest.fixture
def case(desk, employer):
    found = make_case(desk, employer=employer)
    with_dates(desk, found)
    return found


def printed(desk, case):
    return [each.title for each in desk.folders.contents(case, "en").benefits]


def test_a_profile_holds_what_is_known_of_an_employer(desk, employer, case):
    kita = make_provider(
        desk, places=40, reserved_places=32, reserved_for=organisation_of(desk, employer)
    )
    make_provider(desk, organisation="Ohne", reserved_for=organisation_of(desk, employer))
    desk.employers.note_ways_in(employer, " Dienstags anrufen. ")
    desk.rosters.add_shift(employer, EARLY)
    desk.employers.add_pattern(employer, STATION)
    desk.employers.add_benefit(employer, GYM)
    desk.employers.add_benefit(employer, BIKE)
    view = desk.employers.profile(employer)
    assert view.ways_in == "Dienstags anrufen."
    assert [each.draft for each in view.benefits] == [BIKE, GYM]
    assert [each.draft for each in view.patterns] == [STATION]
    assert [each.draft for each in view.shifts] == [EARLY]
    assert [each.area for each in view.contacts] == ["Personal"]
    told = {each.provider: (each.reserved, each.places) for each in view.reserved}
    assert told[kita] == (32, 40)
    assert set(told.values()) == {(32, 40), (None, None)}
    assert [each.case for each in view.cases] == [case]
    assert [(row.id, row.cases, row.benefits) for row in desk.employers.all()] == [(employer, 1, 2)]


def test_an_employers_own_set_is_the_one_its_cases_are_proposed(desk, employer):
    usual = desk.employers.profile(employer)
    assert not usual.has_own_set
    draft = desk.templates.copy_set(usual.plan_set, usual.name)
    desk.templates.save_set(draft)
    own = desk.employers.profile(employer)
    assert (own.plan_set, own.has_own_set) == (draft.id, True)
    assert desk.plan.view(make_case(desk, employer=employer), Track.ONBOARDING).plan_set == draft.id


@pytest.mark.parametrize(
    ("first", "last", "is_printed"),
    [
        (None, None, True),
        (START, START, True),
        (None, date(2027, 2, 28), False),
        (date(2027, 3, 2), None, False),
        (TODAY, date(2027, 2, 1), False),
    ],
)
def test_the_folder_holds_what_is_given_on_the_first_working_day(
    desk, employer, case, first, last, is_printed
):
    desk.employers.add_benefit(employer, replace(BIKE, valid_from=first, valid_to=last))
    assert printed(desk, case) == ([BIKE.title] if is_printed else [])


def test_once_work_has_begun_the_folder_holds_what_is_given_today(desk, employer, case):
    desk.plan.set_anchor(case, AnchorKind.WORK_START, Day(date(2026, 10, 1)))
    desk.employers.add_benefit(employer, replace(BIKE, valid_to=date(2026, 11, 1)))
    desk.employers.add_benefit(employer, GYM)
    assert printed(desk, case) == [GYM.title]


@pytest.mark.parametrize(
    ("draft", "reason", "field"),
    [
        (BenefitDraft(BenefitKind.OTHER, " "), Reason.BLANK, "title"),
        (
            replace(BIKE, valid_from=START, valid_to=TODAY),
            Reason.ENDS_BEFORE_IT_BEGINS,
            "valid_to",
        ),
    ],
)
def test_a_benefit_is_refused_beside_its_field(desk, employer, draft, reason, field):
    with pytest.raises(Refused) as refused:
        desk.employers.add_benefit(employer, draft)
    assert (refused.value.reason, refused.value.field) == (reason, field)
    assert desk.employers.profile(employer).benefits == ()


@pytest.mark.parametrize(
    ("weeks", "reason", "facts"),
    [
        ("F F F", Reason.NOT_A_PATTERN, {"line": 1, "cells": 3}),
        ("F X - - - - -", Reason.UNKNOWN_SHIFT_CODE, {"code": "X"}),
        (" ", Reason.BLANK, {}),
    ],
)
def test_a_rotation_needs_whole_weeks_of_known_codes(desk, employer, weeks, reason, facts):
    desk.rosters.add_shift(employer, EARLY)
    with pytest.raises(Refused) as refused:
        desk.employers.add_pattern(employer, PatternDraft("Station", weeks))
    assert (refused.value.reason, refused.value.field) == (reason, "weeks")
    assert refused.value.facts == facts


def test_a_rotation_is_offered_as_a_roster_as_long_as_its_shifts_are_there(desk, employer):
    desk.rosters.add_shift(employer, EARLY)
    desk.employers.add_pattern(employer, STATION)
    (found,) = desk.employers.rosters(employer, START)
    assert (found.name, found.roster.first, found.roster.weeks) == ("Station", START, 1)
    assert [(each.day, each.start, each.end) for each in found.roster.duties] == [
        (0, 360, 852),
        (1, 360, 852),
    ]
    desk.rosters.remove_shift(desk.rosters.shifts(employer)[0].id)
    assert desk.employers.rosters(employer, START) == ()
    assert desk.employers.profile(employer).patterns[0].unknown == "F"


def test_a_site_that_closes_before_the_first_day_is_told_with_who_follows(desk, employer, case):
    other = clinic(desk, organisation="Gesundheitszentrum")
    assert desk.employers.warning_of_case(case) is None
    draft = desk.providers.provider(employer).draft
    closing = replace(draft, valid_to=date(2027, 1, 31), successor=other)
    desk.providers.edit(employer, closing)
    found = desk.employers.warning_of_case(case)
    assert found is not None
    assert (found.problem, found.on) == (SiteProblem.ENDS_BEFORE_START, date(2027, 1, 31))
    assert (found.work_start, found.successor) == (START, other)
    assert found.successor_name.startswith("Gesundheitszentrum")
    assert desk.employers.warning(employer, date(2027, 1, 15)) is None
    view = desk.candidates.case(case)
    desk.candidates.edit(case, replace(view.draft, employer=found.successor))
    assert desk.employers.warning_of_case(case) is None


def test_an_archived_employer_of_a_case_stays_in_the_list(desk, employer, case):
    desk.providers.archive(employer, "zusammengelegt")
    assert [row.id for row in desk.employers.all()] == [employer]
    found = desk.employers.warning_of_case(case)
    assert found is not None
    assert found.problem is SiteProblem.ARCHIVED
    desk.candidates.close(case, CloseReason.DECLINED)
    assert desk.employers.all() == ()


def test_of_two_employers_made_one_profile_benefits_and_rotations_go_along_once(desk, employer):
    other = clinic(desk, organisation="Deichklinik GmbH")
    for key in (employer, other):
        desk.rosters.add_shift(key, EARLY)
        desk.employers.note_ways_in(key, f"Weg {key}")
        desk.employers.add_benefit(key, BIKE)
        desk.employers.add_pattern(key, STATION)
    desk.employers.add_benefit(other, GYM)
    before = everything(desk)
    done = desk.duplicates.merge(employer, other, {}, "doppelt")
    view = desk.employers.profile(employer)
    assert view.ways_in == f"Weg {employer}\nWeg {other}"
    assert [each.draft for each in view.benefits] == [BIKE, GYM]
    assert [each.draft for each in view.patterns] == [STATION]
    desk.history.undo(done.batch)
    assert everything(desk) == before


def test_what_slips_is_counted_by_cases_of_the_employer(desk, employer):
    late, told = (make_case(desk, employer=employer) for _ in range(2))
    elsewhere = make_case(desk, employer=clinic(desk, organisation="Anderswo"))
    for case in (late, told, elsewhere):
        with_dates(desk, case)
        desk.plan.set_anchor(case, AnchorKind.WORK_START, Day(date(2026, 11, 16)))
        step = welcome(desk, case)
        desk.plan.tick(step, TODAY if case == late else date(2026, 11, 16))
    said = ConfirmationDraft(Role.PERSON, Outcome.PARTLY, TODAY)
    desk.induction.confirm(welcome(desk, told), said)
    found = {each.slip.template: each for each in desk.employers.profile(employer).slips}
    assert found["m_tag1"].slip == Slip("m_tag1", 2, 2, 7.0)
    assert found["m_tag1"].title == "Begrüßung und Rundgang"
    assert "m_tag100" not in found  # nobody can tell yet
    assert "m_erstkontakt" not in found  # not the employer's


def welcome(desk, case):
    steps = desk.plan.view(case, Track.ONBOARDING).steps
    return next(each.id for each in steps if each.template == "m_tag1")
