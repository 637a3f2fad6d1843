"""The sheet for an elder: what fits, as the directory has it today."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.folder.contents import Address
from app.folder.elder_contents import PrintedElder, PrintedService
from app.records.care import CareState
from app.records.elders import ElderMatch, ElderView
from app.rules.elder_fit import ElderWish, Speaks
from app.services import existing
from app.services.folder_places import hours_today

STAND = date(2026, 8, 1)
"""The state of SGB XI as the catalogue of steps has it (`resources/templates`)."""
MOST = 6
"""So many services are printed for a wish at most."""


def printed_elder(session: Session, view: ElderView, town: str, today: date) -> PrintedElder:
    """What fits and was not declined, the best of each wish first; the degree only while
    a consent for it holds, `town` that of the home; of the
    steps those still open whose law somebody vouched for, with days that are to come."""
    chosen, counts = [], dict.fromkeys(ElderWish, 0)
    for match in view.matches:
        wanted = [wish for wish in match.fit.meets if counts[wish] < MOST]
        if match.fit.fits and match.state is not CareState.DECLINED and wanted:
            for wish in wanted:
                counts[wish] += 1
            chosen.append(match)
    draft = view.draft
    return PrintedElder(
        name=view.name,
        wanted=tuple(wish for wish in ElderWish if wish in draft.wanted),
        services=tuple(_service(session, match, town, today) for match in chosen),
        unmet=tuple(wish for wish in ElderWish if wish in draft.wanted and not counts[wish]),
        degree=draft.care_degree if view.may_tell else None,
        steps=tuple(
            (each.title, each.due if each.due and each.due.last >= today else None, each.kind)
            for each in view.steps
            if not each.done and not each.unproven
        ),
        note=draft.public_note,
        stand=STAND,
    )


def _service(session: Session, match: ElderMatch, town: str, today: date) -> PrintedService:
    whole = existing.provider(session, match.provider)
    organisation, place = whole.organisation, whole.place
    in_charge = Speaks.IN_CHARGE in match.fit.speaks
    return PrintedService(
        name=organisation.name,
        meets=match.fit.meets,
        address=Address(place.street, place.postcode, place.town),
        phone=organisation.phone,
        email=organisation.email,
        website=organisation.website,
        languages=tuple(whole.service.languages.split()),
        hours=hours_today(whole, today),
        place=town if in_charge else "",
        free=match.free,
        free_on=match.free_on,
        km=match.km,
        accessible=place.accessible is True,
        checked_on=whole.at.checked_on,
    )
