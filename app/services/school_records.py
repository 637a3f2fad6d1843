"""Schools and choices between record and row: checked, filled in, read back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Row
from sqlalchemy.orm import Session

from app.errors import Reason, Refused
from app.records.providers import Category
from app.records.schools import (
    OVER,
    ProfileDraft,
    SchoolChoiceDraft,
    SchoolRefusal,
    SchoolState,
    SchoolView,
)
from app.rules.home_matching import WayThere
from app.rules.school_matching import FIRST_CLASS, LAST_CLASS, AllDay, School, SchoolType, presumed
from app.services import checks
from db.repositories import schooling
from db.tables.schooling import SchoolChoice, SchoolProfile

_AGS = re.compile(r"[0-9]{8}", re.ASCII)
_MOST_PLACES = 10_000


def check_profile(draft: ProfileDraft, today: date) -> None:
    """Refuse what cannot be, beside its field."""
    checks.storable(draft)
    for field in ("first_class", "last_class"):
        number = getattr(draft, field)
        if number is not None and not FIRST_CLASS <= number <= LAST_CLASS:
            raise Refused(Reason.NOT_A_VALUE, field, typed=str(number))
    first, last = draft.first_class, draft.last_class
    if first is not None and last is not None and last < first:
        raise Refused(Reason.NOT_A_VALUE, "last_class", typed=str(last))
    for key in draft.catchment:
        if not _AGS.fullmatch(key):
            raise Refused(Reason.NOT_A_VALUE, "catchment", typed=key)
    checks.opening_hours(draft.all_day_osm, "all_day_osm")
    checks.languages(draft.languages, "languages")
    places = draft.all_day_places
    if places is not None and not 0 <= places <= _MOST_PLACES:
        raise Refused(Reason.NOT_A_VALUE, "all_day_places", typed=str(places))
    if places is not None and draft.as_of is None:
        raise Refused(Reason.DAY_MISSING, "as_of")
    if draft.as_of is not None:
        checks.day(draft.as_of, "as_of")
        if draft.as_of > today:
            raise Refused(Reason.DATE_IN_FUTURE, "as_of")


def check_choice(draft: SchoolChoiceDraft) -> None:
    """Refuse what cannot be, beside its field: what came to nothing has a reason."""
    checks.storable(draft)
    for field in ("starts_on", "next_on"):
        if (on := getattr(draft, field)) is not None:
            checks.day(on, field)
    if draft.state in OVER and draft.reason is SchoolRefusal.NONE:
        raise Refused(Reason.REASON_MISSING, "reason")
    if draft.reason is SchoolRefusal.OTHER and not draft.because.strip():
        raise Refused(Reason.REASON_MISSING, "because")


def fill_profile(row: SchoolProfile, draft: ProfileDraft) -> None:
    row.type = draft.type.value
    row.first_class, row.last_class = draft.first_class, draft.last_class
    row.catchment = " ".join(draft.catchment)
    row.all_day, row.all_day_osm = draft.all_day.value, draft.all_day_osm.strip()
    row.all_day_places, row.as_of = draft.all_day_places, draft.as_of
    row.holiday_care, row.german_class = draft.holiday_care, draft.german_class
    row.languages = " ".join(draft.languages)
    row.public_note, row.source = draft.public_note.strip(), draft.source.strip()


def write_profile(session: Session, provider_id: int, draft: ProfileDraft) -> SchoolProfile:
    """Keep the profile of a school in its row, a new one where it had none."""
    row = schooling.profile(session, provider_id)
    if row is None:
        row = SchoolProfile(provider_id=provider_id)
        session.add(row)
    fill_profile(row, draft)
    return row


def profile_of(row: SchoolProfile) -> ProfileDraft:
    """A profile as it is edited."""
    return ProfileDraft(
        type=SchoolType(row.type),
        first_class=row.first_class,
        last_class=row.last_class,
        catchment=tuple(row.catchment.split()),
        all_day=AllDay(row.all_day),
        all_day_osm=row.all_day_osm,
        all_day_places=row.all_day_places,
        holiday_care=row.holiday_care,
        languages=tuple(row.languages.split()),
        german_class=row.german_class,
        public_note=row.public_note,
        source=row.source,
        as_of=row.as_of,
    )


def fill_choice(row: SchoolChoice, draft: SchoolChoiceDraft) -> None:
    over = draft.state in OVER
    row.state = draft.state.value
    row.starts_on = draft.starts_on
    row.next_on = None if over else draft.next_on
    row.reason = draft.reason.value if over else ""
    row.because = draft.because.strip() if over else ""


def choice_of(row: SchoolChoice) -> SchoolChoiceDraft:
    """A choice as it is edited."""
    return SchoolChoiceDraft(
        state=SchoolState(row.state),
        starts_on=row.starts_on,
        next_on=row.next_on,
        reason=SchoolRefusal(row.reason),
        because=row.because,
    )


def view_of(
    row: Row[*tuple[Any, ...]],
    profile: SchoolProfile | None,
    km: float | None,
    way: WayThere | None,
) -> SchoolView:
    """A school of the directory with what is known of it besides; an all-day offer is called by its
    service too, apart from the school it belongs to."""
    is_all_day = row.category == Category.ALL_DAY_CARE.value
    all_day = row.service if is_all_day else ""
    return SchoolView(
        provider=row.id,
        name=", ".join(part for part in (row.name, row.site.strip(), all_day) if part),
        town=row.town,
        profile=None if profile is None else profile_of(profile),
        km=km,
        hours=row.hours_osm,
        phone=row.phone,
        email=row.email,
        website=row.website,
        way=way,
        is_all_day=is_all_day,
    )


def school_of(row: Row[*tuple[Any, ...]], profile: SchoolProfile | None) -> School:
    """What of a school or all-day offer decides."""
    is_beside = row.category == Category.ALL_DAY_CARE.value
    described = school_named(row.name, row.service, profile)
    return replace(described, accessible=row.accessible, is_beside=is_beside)


def school_named(name: str, service: str, profile: SchoolProfile | None) -> School:
    """Its profile, else what its name tells; of the classes too, where the profile has none of
    them."""
    told = presumed(name, service)
    if profile is None:
        return told
    first, last = profile.first_class, profile.last_class
    if first is None and last is None and told.type is SchoolType(profile.type):
        first, last = told.first, told.last
    return School(
        type=SchoolType(profile.type),
        first=first,
        last=last,
        catchment=frozenset(profile.catchment.split()),
        all_day=AllDay(profile.all_day),
        free=profile.all_day_places,
        counted=profile.as_of,
        holiday_care=profile.holiday_care,
        german_class=profile.german_class,
        languages=frozenset(profile.languages.split()),
    )
