"""The sheet on who works together here, and the lines on it in a folder's places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from app.errors import Reason, Refused
from app.folder.network_contents import NetworkPage, Partner, Together
from app.folder.papers import PaperSheet
from app.folder.sheets.network import network
from app.folder.speech import Speech
from app.records.network import LinkEnd, LinkView
from app.services.folder_contents import office_of
from app.services.office import setting_of


def network_sheet(
    session: Session, speech: Speech, today: date, links: Iterable[LinkView]
) -> PaperSheet:
    """The sheet; raises `Refused(NO_LINKS)` where nobody is linked."""
    found = tuple(
        Together(
            each.draft.kind.value, _partner(each.first), _partner(each.second), each.draft.text
        )
        for each in links
    )
    if not found:
        raise Refused(Reason.NO_LINKS)
    return PaperSheet(
        title=speech.text("network.title"),
        parts=(network(NetworkPage(found, today), speech),),
        office=office_of(session, today, None),
        created=today,
        example=setting_of(session, "example") == "yes",
    )


def _partner(end: LinkEnd) -> Partner:
    return Partner(end.name, end.town, end.phone, end.video)
