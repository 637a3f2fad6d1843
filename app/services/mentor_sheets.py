"""The sheets of a mentorship, gathered from the records that may leave the office."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.rules.calendar import Day
from app.rules.mentoring import shared_interests, shared_languages
from app.rules.terms import AnchorKind, MemberRole
from app.services import existing
from app.services.derived import full_name
from app.services.mentor_matching import mentor_name
from app.services.office import advisor_name, setting_of
from app.services.seen import anchor_days
from db.repositories import cases, mentors, office, providers
from db.tables.case import Case
from db.tables.mentor import Mentor

if TYPE_CHECKING:
    from app.folder.mentorship_contents import MentorshipContents
    from app.folder.papers import PaperSheet
    from app.folder.speech import Speech

_ARRIVAL = (AnchorKind.ENTRY, AnchorKind.MOVE_IN, AnchorKind.MOVE)
"""The first of these that is known is told as the day of arrival."""


def for_newcomer(session: Session, speech: Speech, mentorship_id: int, today: date) -> PaperSheet:
    """The newcomer's sheet, all of whose facts are the family's own or the mentor's."""
    from app.folder.sheets.mentorship import newcomer

    mentor, case = _both(session, mentorship_id)
    everybody = {each.id for each in cases.people(session, case.id)}
    return newcomer(_contents(session, mentor, case, everybody, (), today), speech)


def for_mentor(
    session: Session,
    speech: Speech,
    mentorship_id: int,
    allowing: Collection[int],
    phones: tuple[str, ...],
    today: date,
) -> PaperSheet:
    """The mentor's sheet. `allowing`: the members who allow their name and contact to be passed
    on, `phones` their numbers; of nobody else a name is on it."""
    from app.folder.sheets.mentorship import mentor as composed

    mentor, case = _both(session, mentorship_id)
    return composed(_contents(session, mentor, case, allowing, phones, today), speech)


def _both(session: Session, mentorship_id: int) -> tuple[Mentor, Case]:
    row = mentors.mentorship(session, mentorship_id)
    mentor = mentors.by_id(session, row.mentor_id) if row else None
    if row is None or mentor is None:
        raise LookupError(mentorship_id)
    return mentor, existing.case(session, row.case_id)


def _contents(
    session: Session,
    mentor: Mentor,
    case: Case,
    allowing: Collection[int],
    phones: tuple[str, ...],
    today: date,
) -> MentorshipContents:
    from app.folder.contents import Advisor
    from app.folder.mentorship_contents import FamilySide, MentorshipContents, MentorSide
    from app.services.folder_contents import office_of

    people = cases.people(session, case.id)
    told = [each for each in people if each.id in allowing]
    newcomer = [each for each in people if each.role == MemberRole.PROFESSIONAL.value][:1]
    days = anchor_days(cases.anchors(session, case.id))
    employer = providers.by_id(session, mentor.employer_id)
    advisor = office.advisor(session, case.advisor_id) if case.advisor_id else None
    languages = [tag for each in newcomer for tag in each.languages.split()]
    spoken = mentor.languages.split()
    return MentorshipContents(
        office=office_of(session, today, case),
        created=today,
        mentor=MentorSide(
            name=mentor_name(mentor),
            organisation=employer.organisation.name if employer else "",
            ward=mentor.ward,
            phone=mentor.phone,
            email=mentor.email,
            languages=tuple(spoken),
        ),
        family=FamilySide(
            names=tuple(full_name(each) for each in told),
            phones=phones,
            languages=tuple(languages) if told else (),
            arrival=_arrival(days) if told else None,
            work_start=days.get(AnchorKind.WORK_START) if told else None,
        ),
        advisor=Advisor(
            name=advisor_name(advisor),
            title=advisor.title,
            phone=advisor.phone,
            email=advisor.email,
        )
        if advisor
        else None,
        shared_languages=shared_languages(languages, spoken) if told else (),
        shared_interests=(
            shared_interests(newcomer[0].interests, mentor.interests) if newcomer and told else ()
        ),
        example=setting_of(session, "example") == "yes",
    )


def _arrival(days: dict[AnchorKind, Day]) -> Day | None:
    return next((days[kind] for kind in _ARRIVAL if kind in days), None)
