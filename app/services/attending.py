"""Who is there for a case: its advisor, who stands in, and the service point they work at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.records.office import Attending
from app.rules.calendar import Day, Precision
from app.rules.deputies import Away, Colleague, Team
from app.rules.standing import PRESSING
from app.rules.terms import MemberRole
from app.rules.workload import MONTH, Applicant, Due, Load, loads
from app.services.office import advisor_name
from db.repositories import cases, office, team
from db.tables.case import Case
from db.tables.office import Absence, Advisor, ServicePoint

KINDS = frozenset(kind.value for kind in PRESSING)
"""The kinds of dates that count as deadlines."""


def team_of(session: Session) -> Team:
    """The advisors by name, and who is away when."""
    first = office.service_point(session)
    return Team(
        {
            row.id: Colleague(
                row.id,
                row.service_point_id or (first.id if first else None),
                row.deputy_id,
                row.active,
            )
            for row in office.advisors(session)
        },
        tuple(away(row) for row in team.absences(session)),
    )


def away(row: Absence) -> Away:
    return Away(row.id, row.advisor_id, row.first, row.last, row.deputy_id)


def standing_in(session: Session, case: Case, on: date, known: Team | None = None) -> Attending:
    """Who is there for a case on a day; `known`: the team, where it was read before."""
    if case.advisor_id is None:
        return Attending()
    found = known or team_of(session)
    until = found.away_until(case.advisor_id, on)
    if until is None:
        deputy = found.usual(case.advisor_id, case.deputy_id)
    else:
        deputy = found.stand_in(case.advisor_id, case.deputy_id, on)
    return Attending(
        case.advisor_id,
        name_of(session, case.advisor_id),
        deputy,
        name_of(session, deputy),
        until,
    )


def name_of(session: Session, advisor_id: int | None) -> str:
    """An advisor by name, blank for None."""
    return advisor_name(office.advisor(session, advisor_id) if advisor_id else None)


def point_of(session: Session, case: Case | None) -> ServicePoint | None:
    """The service point of a case: where its advisor works, else (None too) the first one."""
    advisor = office.advisor(session, case.advisor_id) if case and case.advisor_id else None
    return point_of_advisor(session, advisor)


def point_of_advisor(session: Session, advisor: Advisor | None) -> ServicePoint | None:
    """Where an advisor works, else the first service point."""
    own = advisor.service_point_id if advisor else None
    found = team.point(session, own) if own else None
    return found or office.service_point(session)


def load_of(session: Session, today: date) -> Callable[[int | None], Load]:
    """What everybody has to do as of today, None: for the cases of nobody."""
    horizon = today + timedelta(days=MONTH)
    found = loads(
        team.running_counts(session),
        (
            Due(advisor, Day(on, Precision(precision)), count)
            for advisor, on, precision, count in team.deadlines(session, KINDS, horizon)
        ),
        team.follow_up_counts(session, today),
        today,
    )
    return lambda advisor: found.get(advisor, Load())


def applicants(session: Session, today: date, but: int | None = None) -> tuple[Applicant, ...]:
    """The advisors who may take a case, by name, without one of them."""
    known, load = team_of(session), load_of(session, today)
    return tuple(
        Applicant(
            row.id,
            frozenset(row.languages.split()),
            load(row.id),
            known.is_there(row.id, today),
        )
        for row in office.advisors(session)
        if row.active and row.id != but
    )


def spoken(session: Session, case: Case) -> frozenset[str]:
    """The languages of a household (BCP 47): of its folder, and of its grown-ups."""
    found = {case.language}
    for person in cases.people(session, case.id):
        if person.role != MemberRole.CHILD.value:
            found |= set(person.languages.split())
    return frozenset(found)
