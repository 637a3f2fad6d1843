"""Roles: who is behind them, for the case and for single steps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.errors import Reason, Refused
from app.records.office import AdvisorDraft, ServicePoint
from app.records.roles import HolderDraft
from app.rules.facts import FactKey
from app.rules.terms import MemberRole, Role, Track
from tests.makers import NURSE, make_case, make_provider, with_dates

PATIN = HolderDraft(
    "Jantje Seelhoff", "Deichklinik, Station 3", "040 66969-222", "j@klinik.example.org", ("de",)
)


@pytest.fixture
def case(small):
    small.office.edit_service_point(ServicePoint(name="Servicestelle Küste"))
    advisor = int(
        small.office.add_advisor(
            AdvisorDraft("Tomke", "Harms", phone="040 66969-101", languages=("de", "en"))
        ).facts["id"]
    )
    employer = make_provider(small, organisation="Deichklinik", phone="040 66969-200")
    made = make_case(small, advisor=advisor, employer=employer)
    with_dates(small, made)
    return made


def names(desk, case):
    return {holder.role: holder.draft.name for holder in desk.roles.of_case(case)}


def step(desk, case, template="m_mentor"):
    steps = desk.plan.view(case, Track.ONBOARDING).steps
    return next(each for each in steps if each.template == template)


def refused(reason, act, *args):
    with pytest.raises(Refused) as caught:
        act(*args)
    assert caught.value.reason is reason
    return caught.value


def test_advisor_person_and_employer_are_known_without_being_entered(small, case):
    found = {holder.role: holder for holder in small.roles.of_case(case)}
    assert list(found) == [Role.SERVICE_POINT, Role.EMPLOYER, Role.PERSON]
    assert {holder.id for holder in found.values()} == {None}
    assert found[Role.SERVICE_POINT].draft == HolderDraft(
        "Tomke Harms", "Servicestelle Küste", "040 66969-101", "", ("de", "en")
    )
    assert found[Role.EMPLOYER].draft.name == "Deichklinik"
    assert found[Role.EMPLOYER].draft.phone == "040 66969-200"
    assert found[Role.PERSON].draft == HolderDraft("Amira Ben Amor", languages=("ar", "fr"))


def test_a_case_without_advisor_and_employer_knows_the_person_alone(small):
    assert names(small, make_case(small)) == {Role.PERSON: "Amira Ben Amor"}


def test_who_was_entered_goes_before_who_is_known(small, case):
    small.roles.hold(case, Role.SERVICE_POINT, HolderDraft("Imke Okken"))
    small.roles.hold(case, Role.EMPLOYER, HolderDraft("Dr. Saathoff"))
    small.roles.hold(case, Role.MENTOR, PATIN)
    assert names(small, case) == {
        Role.SERVICE_POINT: "Imke Okken",
        Role.EMPLOYER: "Dr. Saathoff",
        Role.MENTOR: "Jantje Seelhoff",
        Role.PERSON: "Amira Ben Amor",
    }
    small.roles.free(case, Role.EMPLOYER)
    assert names(small, case)[Role.EMPLOYER] == "Deichklinik"


def test_a_role_has_one_person_and_a_second_name_replaces_the_first(small, case):
    small.roles.hold(case, Role.MENTOR, PATIN)
    first = next(each.id for each in small.roles.of_case(case) if each.role is Role.MENTOR)
    small.roles.hold(case, Role.MENTOR, replace(PATIN, name="Heiko Onken", phone=""))
    (mentor,) = [each for each in small.roles.of_case(case) if each.role is Role.MENTOR]
    assert (mentor.id, mentor.draft.name, mentor.draft.phone) == (first, "Heiko Onken", "")


def test_the_person_of_a_step_goes_before_the_person_of_the_case(small, case):
    small.roles.hold(case, Role.MENTOR, PATIN)
    own = step(small, case)
    assert [holder.draft.name for holder in own.holders] == ["Jantje Seelhoff", "Amira Ben Amor"]
    small.roles.hold(case, Role.MENTOR, HolderDraft("Heiko Onken"), own.id)
    assert [h.draft.name for h in step(small, case).holders] == ["Heiko Onken", "Amira Ben Amor"]
    assert names(small, case)[Role.MENTOR] == "Jantje Seelhoff"
    small.roles.free(case, Role.MENTOR, own.id)
    assert step(small, case).holders[0].draft.name == "Jantje Seelhoff"


def test_a_role_that_nobody_fills_is_left_out_of_the_step(small, case):
    assert [holder.role for holder in step(small, case).holders] == [Role.PERSON]


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        pytest.param({"name": "  "}, Reason.BLANK, "name", id="nobody"),
        pytest.param({"phone": "gern abends"}, Reason.NOT_A_PHONE, "phone", id="no number"),
        pytest.param({"email": "jantje"}, Reason.NOT_AN_EMAIL, "email", id="no address"),
        pytest.param(
            {"languages": ("Platt",)}, Reason.UNKNOWN_LANGUAGE, "languages", id="no language tag"
        ),
        pytest.param(
            {"organisation": "\ud83d"}, Reason.TEXT_NOT_STORABLE, "organisation", id="half a sign"
        ),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(small, case, changes, reason, field):
    draft = replace(PATIN, **changes)
    assert refused(reason, small.roles.hold, case, Role.MENTOR, draft).field == field
    assert Role.MENTOR not in names(small, case)


def test_unknown_cases_steps_and_holders_are_refused(small, case):
    other = make_case(small)
    own = step(small, case).id
    refused(Reason.NO_SUCH_CASE, small.roles.hold, 999, Role.MENTOR, PATIN)
    refused(Reason.NO_SUCH_STEP, small.roles.hold, case, Role.MENTOR, PATIN, 9999)
    refused(Reason.NO_SUCH_STEP, small.roles.hold, other, Role.MENTOR, PATIN, own)
    refused(Reason.NO_SUCH_ROLE, small.roles.free, case, Role.MENTOR)
    # the advisor is known, not entered: there is nothing to take away
    refused(Reason.NO_SUCH_ROLE, small.roles.free, case, Role.SERVICE_POINT)


def test_a_step_with_a_person_of_its_own_stays_when_its_reason_goes(small, case):
    small.household.record(case, None, FactKey.CAR, "yes")
    steps = small.plan.view(case, Track.RELOCATION).steps
    parking = next(each for each in steps if each.template == "care_or_car")
    small.roles.hold(case, Role.PERSON, HolderDraft("Vermieterin Onken"), parking.id)
    small.household.record(case, None, FactKey.CAR, "no")
    left = {each.template: each for each in small.plan.view(case, Track.RELOCATION).steps}
    assert left["care_or_car"].holders[0].draft.name == "Vermieterin Onken"


def test_a_case_with_another_first_person_has_nobody_for_the_person(small):
    case = make_case(small)
    person = small.candidates.case(case).people[0].id
    small.household.edit(person, replace(NURSE, role=MemberRole.PARTNER))
    assert names(small, case) == {}


def test_an_adult_acts_on_steps_of_their_own_and_children_are_acted_for(desk):
    case = make_case(desk, children=1)
    desk.household.add(case, replace(NURSE, role=MemberRole.PARTNER, given="Karim"))
    people = {person.draft.role: person.id for person in desk.candidates.case(case).people}
    acting = {
        (step.person, holder.person)
        for step in desk.plan.view(case, Track.RELOCATION).steps
        for holder in step.holders
        if holder.role is Role.PERSON
    }
    professional = people[MemberRole.PROFESSIONAL]
    assert (people[MemberRole.PARTNER], people[MemberRole.PARTNER]) in acting
    assert (people[MemberRole.CHILD], professional) in acting
    assert (None, professional) in acting
    assert people[MemberRole.CHILD] not in {holder for _, holder in acting}
