"""Gathers the sheet for a talk: the name, the day, and nothing of what was said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.folder.speech import Speech
from app.folder.talk_contents import TalkContents
from app.rules.staying import TalkKind
from app.services import existing, staying_sight
from app.services.derived import full_name
from app.services.folder_contents import office_of
from app.services.office import setting_of
from db.repositories import cases

if TYPE_CHECKING:
    from app.folder.papers import PaperSheet


def gathering(
    case_id: int, kind: TalkKind, today: date, talk_id: int | None = None
) -> Callable[[Session, Speech], PaperSheet]:
    """What composes the sheet in a session for what goes out."""

    def sheet(session: Session, speech: Speech) -> PaperSheet:
        from app.folder.sheets.talk import talk  # ReportLab only where a sheet is made

        return talk(contents(session, case_id, kind, today, talk_id), speech)

    return sheet


def contents(
    session: Session, case_id: int, kind: TalkKind, today: date, talk_id: int | None = None
) -> TalkContents:
    """The talk of this kind, of several others the one named; raises `Refused(NO_SUCH_CASE)`."""
    case = existing.case(session, case_id)
    sight = staying_sight.gather(session, today, (case_id,))[case_id]
    found = next(
        (
            each
            for each in staying_sight.views(sight, today)
            if each.draft.kind is kind and talk_id in (None, each.id)
        ),
        None,
    )
    people = cases.people(session, case_id)
    chosen = [each for each in people if found and each.id == found.draft.person]
    return TalkContents(
        created=today,
        office=office_of(session, today, case),
        name=full_name((chosen or people)[0]) if people else case.name,
        on=found.on if found else None,
        example=setting_of(session, "example") == "yes",
    )
