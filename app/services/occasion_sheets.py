"""Occasions as they are printed, gathered from the records that may leave the office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.records.occasions import OccasionKind
from app.services import existing
from app.services.occasion_views import COMING, host_name
from app.services.office import advisor_name, setting_of
from db.repositories import cases, occasions, office
from db.tables.case import Case
from db.tables.mentor import Occasion

if TYPE_CHECKING:
    from app.folder import occasion_contents as printed
    from app.folder.papers import PaperSheet
    from app.folder.speech import Speech


def occasions_of(session: Session, case: Case, today: date) -> tuple[printed.Occasion, ...]:
    """What a family is invited to or comes to from today on, by day; who has accepted is asked for
    no answer."""
    return tuple(
        replace(known, answer_by=None) if invitation.state in COMING else known
        for invitation, row in occasions.ahead(session, case.id, today)
        for known in (_printed(session, row),)
    )


def invitation_sheet(
    session: Session, speech: Speech, invitation_id: int, today: date
) -> PaperSheet:
    """The invitation of one case."""
    from app.folder.contents import Advisor
    from app.folder.invitation_contents import InvitationContents
    from app.folder.sheets.invitation import invitation
    from app.services.folder_contents import family_title, office_of

    row = occasions.invitation(session, invitation_id)
    occasion = occasions.by_id(session, row.occasion_id) if row else None
    if row is None or occasion is None:
        raise LookupError(invitation_id)
    case = existing.case(session, row.case_id)
    advisor = office.advisor(session, case.advisor_id) if case.advisor_id else None
    contents = InvitationContents(
        office=office_of(session, today, case),
        created=today,
        occasion=_printed(session, occasion),
        family=family_title(cases.people(session, case.id), speech, today),
        advisor=Advisor(advisor_name(advisor), advisor.title, advisor.phone, advisor.email)
        if advisor
        else None,
        example=setting_of(session, "example") == "yes",
    )
    return invitation(contents, speech)


def _printed(session: Session, row: Occasion) -> printed.Occasion:
    from app.folder import occasion_contents as printed

    return printed.Occasion(
        kind=OccasionKind(row.kind),
        title=row.title,
        on=row.on,
        start=row.start,
        finish=row.finish,
        place=row.place,
        host=host_name(session, row),
        website=row.website,
        public_note=row.public_note,
        answer_by=row.answer_by,
    )
