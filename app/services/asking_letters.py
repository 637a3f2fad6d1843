"""What a letter of the verification round says, gathered from the records of an organisation.

What is not copied here cannot be printed: internal notes are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.folder import asking
from app.folder.contents import Address
from app.records.providers import Category, ProviderDraft
from app.rules.calendar import next_working_day
from app.services.folder_contents import office_of
from app.services.folder_places import hours_of
from app.services.provider_records import draft_of
from db.repositories import office
from db.repositories.providers import Whole

REPLY_DAYS = 21
"""So long an organisation has to answer: two weeks, and one for the post and holidays."""


def gathered(
    session: Session, number: int, name: str, wholes: Sequence[Whole], *, today: date
) -> asking.AskingLetter:
    """The letter to an organisation about these entries of it, at least one."""
    drafts = [draft_of(whole) for whole in wholes]
    first = drafts[0]
    example = office.setting(session, "example")
    return asking.AskingLetter(
        created=today,
        reply_by=next_working_day(today + timedelta(days=REPLY_DAYS)),
        office=office_of(session, today, None),
        number=number,
        name=name,
        operator=first.operator,
        address=_post_address(drafts),
        phone=first.phone,
        email=first.email,
        website=first.website,
        contacts=first.contacts,
        entries=tuple(_entry(draft, today) for draft in drafts),
        example=example is not None and example.value == "yes",
    )


def _post_address(drafts: Sequence[ProviderDraft]) -> Address:
    """The first whole address of its sites; blank where none is known."""
    for draft in drafts:
        if draft.street.strip() and draft.postcode.strip():
            return Address(draft.street, draft.postcode, draft.town)
    return Address()


def _entry(draft: ProviderDraft, today: date) -> asking.AskedEntry:
    over = draft.closed_until is not None and draft.closed_until < today
    return asking.AskedEntry(
        category=Category(draft.category),
        service=draft.service,
        site=draft.site,
        address=Address(draft.street, draft.postcode, draft.town),
        hours=hours_of(draft.hours_osm, draft.hours_given, today),
        hours_given=draft.hours_given,
        closed_from=None if over else draft.closed_from,
        closed_until=None if over else draft.closed_until,
        min_age_months=draft.min_age_months,
        max_age_months=draft.max_age_months,
        places=draft.places,
        reserved_places=draft.reserved_places,
        free_places=draft.free_places,
        free_as_of=draft.free_as_of,
        waiting=draft.waiting,
        settling_weeks=draft.settling_weeks,
        costs=tuple(
            cost for cost in draft.costs if cost.valid_to is None or cost.valid_to >= today
        ),
        languages=draft.languages,
        accessible=draft.accessible,
        by_appointment=draft.by_appointment,
        online_form=draft.online_form,
        video=draft.video,
    )
