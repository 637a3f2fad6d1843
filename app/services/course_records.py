"""Offers of further training between record and row: checked, filled in, read back."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.errors import Reason, Refused
from app.records.training import CourseDraft, CourseKind, CourseView
from app.rules.course_matching import Offer
from app.services import checks, existing
from db.repositories import providers, training
from db.tables.training import Course


def check(draft: CourseDraft) -> None:
    """Refuse what cannot be, beside its field."""
    checks.storable(draft)
    checks.not_blank(draft.title, "title")
    checks.span(("first", draft.first), ("last", draft.last))
    checks.span(("register_by", draft.register_by), ("last", draft.last))
    for name, on in (("as_of", draft.as_of), ("valid_to", draft.valid_to)):
        if on is not None:
            checks.day(on, name)
    checks.opening_hours(draft.hours_osm, "hours_osm")
    for name, number in (("places", draft.places), ("cents", draft.cents)):
        if number is not None and number < 0:
            raise Refused(Reason.NOT_A_VALUE, name, typed=str(number))


def existing_course(session: Session, course_id: int) -> Course:
    """The offer with this id. Raises `Refused(NO_SUCH_COURSE)`."""
    found = training.course(session, course_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_COURSE, id=course_id)
    return found


def fill(session: Session, row: Course, draft: CourseDraft) -> None:
    """Write a draft into its row. Raises `Refused(NO_SUCH_PROVIDER)`."""
    existing.provider(session, draft.provider)
    row.provider_id = draft.provider
    row.kind = draft.kind.value
    row.title = draft.title.strip()
    row.professions = " ".join(sorted(draft.professions))
    for name in ("german", "reaches", "hours_osm", "funding", "website", "public_note", "source"):
        setattr(row, name, str(getattr(draft, name)).strip())
    for name in ("first", "last", "register_by", "places", "cents", "as_of", "valid_to"):
        setattr(row, name, getattr(draft, name))


def course_view(session: Session, row: Course, taken: dict[int, int]) -> CourseView:
    """An offer as listed; `taken`: places that are taken, by id of the offer."""
    whole = providers.by_id(session, row.provider_id)
    return CourseView(
        id=row.id,
        draft=CourseDraft(
            provider=row.provider_id,
            kind=CourseKind(row.kind),
            title=row.title,
            professions=frozenset(row.professions.split()),
            german=row.german,
            reaches=row.reaches,
            first=row.first,
            last=row.last,
            register_by=row.register_by,
            hours_osm=row.hours_osm,
            places=row.places,
            cents=row.cents,
            funding=row.funding,
            website=row.website,
            public_note=row.public_note,
            source=row.source,
            as_of=row.as_of,
            valid_to=row.valid_to,
        ),
        provider_name=whole.organisation.name if whole else "",
        town=whole.place.town if whole else "",
        taken=taken.get(row.id, 0),
        archived_on=row.archived_on,
    )


def offer_of(view: CourseView) -> Offer:
    """What of it decides whom it suits."""
    draft = view.draft
    return Offer(
        professions=draft.professions,
        german=draft.german,
        reaches=draft.reaches,
        first=draft.first,
        last=draft.last,
        register_by=draft.register_by,
        valid_to=draft.valid_to,
        places=draft.places,
        taken=view.taken,
        cents=draft.cents,
    )
