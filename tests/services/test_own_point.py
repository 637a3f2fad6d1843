"""Sheets of a family name the service point of its advisor, not the first one of the office."""

from __future__ import annotations

from datetime import date

import pytest

from app.folder.speech import Speech
from app.records.office import AdvisorDraft, PointDraft, ServicePoint
from app.records.providers import Category
from app.rules.calendar import Day
from app.rules.terms import AnchorKind
from tests.folder.makers import phrases
from tests.folder.said import text
from tests.makers import make_case, make_provider
from tests.services.mentor_commands import PARTY, make_mentor
from tests.services.visit_commands import AGREED, WEEK


@pytest.fixture
def case(desk):
    """Of an advisor at the second of two service points."""
    desk.office.edit_service_point(ServicePoint(name="Servicestelle Küste"))
    town = int(desk.team.add_point(PointDraft("Stadt Norden")).facts["id"])
    advisor = AdvisorDraft("Imke", "Okken", service_point=town)
    clinic = make_provider(desk, organisation="Deichklinik", category=Category.EMPLOYER)
    made = make_case(
        desk, employer=clinic, advisor=int(desk.office.add_advisor(advisor).facts["id"])
    )
    desk.plan.set_anchor(made, AnchorKind.WORK_START, Day(date(2027, 3, 1)))
    desk.mentors.agree(int(desk.mentors.ask(made, make_mentor(desk, clinic)).facts["id"]))
    desk.occasions.invite(int(desk.occasions.add(PARTY).facts["id"]), (made,))
    return made


def orders(desk, case):
    [mentorship] = desk.mentors.of_case(case).mentorships
    [invited] = desk.occasions.of_case(case)
    [visit] = desk.visits.of_case(case)
    yield desk.mentors.sheet(mentorship.id)
    yield desk.mentors.mentor_sheet(mentorship.id)
    yield desk.occasions.sheet(invited.invitation.id)
    yield desk.visits.sheet(visit.id)
    yield desk.induction.ward_sheet(case)
    yield desk.induction.newcomer_sheet(case)


def test_every_sheet_of_a_case_is_the_one_of_its_own_service_point(desk, case):
    desk.visits.make(case, WEEK, (AGREED,))
    wanted, speech = tuple(orders(desk, case)), Speech(phrases("de"))
    with desk.transactions.outward() as session:
        found = [order.sheet(session, speech) for order in wanted]
    assert [sheet.office.name for sheet in found] == ["Stadt Norden"] * 6
    for sheet in found:
        assert "Servicestelle Küste" not in text(sheet.parts)
