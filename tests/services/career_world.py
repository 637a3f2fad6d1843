"""A household whose partner looks for work, and what the tests about work take up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from app.records.careers import OpeningDraft, ProfileDraft
from app.records.cases import CaseDraft, PersonDraft
from app.records.consents import ConsentDraft
from app.records.providers import Category
from app.rules.calendar import PartialDate
from app.rules.job_terms import Level, Qualification, WorkTime
from app.rules.terms import ConsentWay, MemberRole, Purpose, Recipient
from tests.conftest import TODAY
from tests.makers import make_case, make_provider

if TYPE_CHECKING:
    from app.desk import Desk

PARTNER = PersonDraft(
    role=MemberRole.PARTNER,
    given="Karim",
    family="Ben Amor",
    birth=PartialDate(1990, 9, 2),
    nationality="TN",
    languages=("ar", "fr"),
    phone="0176 04069077",
    note="nur in diesem Fall",
)
PROFILE = ProfileDraft(
    occupation="Elektriker",
    kldb="26252",
    qualification=Qualification.VOCATIONAL,
    qualified_as="Installation, Tunis",
    german="a2",
    languages={"ar": Level.NATIVE, "fr": Level.C1},
    min_hours=20,
    max_hours=39,
    radius_km=30.0,
    shifts=frozenset({WorkTime.DAY}),
    wishes="Vormittags",
    note="GEHEIM Notiz",
)
JOB = OpeningDraft(
    None,
    "Elektrikerin oder Elektriker",
    kldb="26252",
    qualification=Qualification.VOCATIONAL,
    german=Level.A2,
    min_hours=39,
    max_hours=39,
    contact="Werkstatt, 040 66969-155",
    website="https://werft.example.org/stellen",
    public_note="Schichtfrei",
    note="GEHEIM Stelle",
    valid_to=date(2027, 6, 30),
)


@dataclass(frozen=True)
class Home:
    """Ids of the case, of its professional and partner, of an employer and its opening."""

    case: int
    professional: int
    partner: int
    employer: int
    opening: int


def make_home(desk: Desk, *, children: int = 0) -> Home:
    """Nothing is allowed yet; the partner has a profile."""
    case = make_case(desk, children=children)
    done = desk.household.add(case, PARTNER)
    partner = int(done.facts["person"])
    professional = desk.candidates.case(case).people[0].id
    employer = make_provider(
        desk, organisation="Werft am Siel", category=Category.EMPLOYER, service="Schiffbau"
    )
    desk.careers.edit_profile(partner, PROFILE)
    opening = int(desk.openings.add(replace(JOB, provider=employer)).facts["id"])
    return Home(case, professional, partner, employer, opening)


def allow(desk: Desk, case: int, person: int, name: str = "Werft am Siel") -> int:
    """The consent to pass data on to an employer by name; its id."""
    draft = ConsentDraft(
        person,
        Purpose.SHARE,
        Recipient.EMPLOYER,
        "Mein Kurzprofil darf dorthin.",
        TODAY,
        ConsentWay.SIGNED,
        name,
    )
    return int(desk.consents.give(case, draft).facts["id"])


def own_case(desk: Desk, **changes: object) -> tuple[int, int]:
    """The same human as a professional of another case: ids of case and person."""
    person = replace(PARTNER, role=MemberRole.PROFESSIONAL, **changes)
    done = desk.candidates.register(CaseDraft(occupation="Elektriker"), person)
    assert done.case is not None
    return done.case, desk.candidates.case(done.case).people[0].id
