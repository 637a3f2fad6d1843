"""Homes between record and row: checked, filled in, read back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.municipalities import municipality_of
from app.errors import Reason, Refused
from app.records.housing import (
    Caller,
    HomeKind,
    OfferDraft,
    OfferHint,
    OfferView,
    Pets,
    Tenure,
    WishDraft,
)
from app.rules.home_matching import Address, same_home, same_page
from app.services import checks, existing
from db.repositories import housing, providers
from db.tables.housing import HousingOffer, HousingWish

_TEXTS = (
    "title",
    "street",
    "postcode",
    "town",
    "contact",
    "phone",
    "email",
    "website",
    "public_note",
    "note",
)
_AS_THEY_ARE = (
    "half_rooms",
    "square_metres",
    "floor",
    "cold_cents",
    "extra_cents",
    "heating_cents",
    "deposit_cents",
    "price_cents",
    "free_from",
    "free_until",
    "accessible",
    "furnished",
    "entitled_only",
    "valid_to",
)
_WISHED = (
    "half_rooms",
    "square_metres",
    "rent_cents",
    "price_cents",
    "wanted_from",
    "latest_from",
    "accessible",
    "pets",
    "furnished",
    "minutes_to_work",
)
_ROOMS = range(2, 41)
_MINUTES = range(1, 241)


def check_offer(draft: OfferDraft) -> None:
    """Refuse what cannot be, beside its field."""
    checks.storable(draft)
    checks.not_blank(draft.title, "title")
    checks.not_blank(draft.town, "town")
    checks.postcode(draft.postcode, "postcode")
    checks.phone(draft.phone, "phone")
    checks.email(draft.email, "email")
    checks.span(("free_from", draft.free_from), ("free_until", draft.free_until))
    if draft.valid_to is not None:
        checks.day(draft.valid_to, "valid_to")
    _check_numbers(draft)
    for name in ("cold_cents", "price_cents"):
        if getattr(draft, name) is not None and getattr(draft, name) <= 0:
            raise Refused(Reason.NO_RENT, name)
    for name in ("extra_cents", "heating_cents", "deposit_cents"):
        value = getattr(draft, name)
        if value is not None and value < 0:
            raise Refused(Reason.NOT_A_VALUE, name, typed=str(value))


def check_wish(draft: WishDraft) -> None:
    """Refuse what cannot be, beside its field."""
    checks.storable(draft)
    checks.span(("wanted_from", draft.wanted_from), ("latest_from", draft.latest_from))
    _check_numbers(draft)
    for name in ("rent_cents", "price_cents"):
        if getattr(draft, name) is not None and getattr(draft, name) <= 0:
            raise Refused(Reason.NO_RENT, name)
    minutes = draft.minutes_to_work
    if minutes is not None and minutes not in _MINUTES:
        raise Refused(Reason.NOT_MINUTES, "minutes_to_work", typed=str(minutes))


def _check_numbers(draft: OfferDraft | WishDraft) -> None:
    if draft.half_rooms is not None and draft.half_rooms not in _ROOMS:
        raise Refused(Reason.NOT_ROOMS, "half_rooms")
    if draft.square_metres is not None and draft.square_metres <= 0:
        raise Refused(Reason.NOT_A_VALUE, "square_metres", typed=str(draft.square_metres))


def existing_offer(session: Session, offer_id: int) -> HousingOffer:
    """The offer with this id. Raises `Refused(NO_SUCH_HOME)`."""
    found = housing.offer(session, offer_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_HOME, id=offer_id)
    return found


def refuse_twice(session: Session, draft: OfferDraft, own: int | None = None) -> None:
    """Tell of another offer that may be the same home. Raises `Refused(HOME_TWICE)` beside
    `website` or `street`; `other` names the other one, `id` is its id, `on` when it was entered."""
    mine = address_of(draft)
    for row in housing.addresses(session):
        if row.id == own:
            continue
        other = Address(*row[3:])
        field = "website" if same_page(mine, other) else ""
        field = field or ("street" if same_home(mine, other) else "")
        if field:
            raise Refused(
                Reason.HOME_TWICE,
                field,
                other=row.title,
                on=f"{row.entered_on:%d.%m.%Y}",
                id=row.id,
            )


def address_of(draft: OfferDraft) -> Address:
    """What of a draft tells whether another is the same home."""
    money = draft.cold_cents if draft.cold_cents is not None else draft.price_cents
    return Address(draft.street, draft.postcode, draft.town, draft.half_rooms, money, draft.website)


def fill_offer(session: Session, row: HousingOffer, draft: OfferDraft, resources: Path) -> None:
    """Write a draft into its row. Raises `Refused(NO_SUCH_PROVIDER)`."""
    if draft.provider is not None:
        existing.provider(session, draft.provider)
    row.provider_id = draft.provider
    row.kind, row.tenure, row.pets = draft.kind.value, draft.tenure.value, draft.pets.value
    for name in _TEXTS:
        setattr(row, name, str(getattr(draft, name)).strip())
    for name in _AS_THEY_ARE:
        setattr(row, name, getattr(draft, name))
    found = municipality_of(row.town, row.postcode, resources)
    row.municipality = found.ags if found else ""


def offer_draft(row: HousingOffer) -> OfferDraft:
    """An offer as it is edited."""
    return OfferDraft(
        kind=HomeKind(row.kind),
        tenure=Tenure(row.tenure),
        pets=Pets(row.pets),
        provider=row.provider_id,
        **{name: getattr(row, name) for name in (*_TEXTS, *_AS_THEY_ARE)},
    )


class OfferViews:
    """Offers as they are listed; who offers them is read once for all."""

    def __init__(self, session: Session, rows: list[HousingOffer], today: date) -> None:
        self._today = today
        ids = [row.provider_id for row in rows if row.provider_id is not None]
        wholes = providers.of_ids(session, list(dict.fromkeys(ids)))
        self._wholes = {whole.at.id: whole for whole in wholes}
        self._taken = housing.taken(session)

    def view(self, row: HousingOffer) -> OfferView:
        """One of the rows."""
        whole = self._wholes.get(row.provider_id or 0)
        callers = (
            ()
            if whole is None
            else (
                Caller(
                    whole.organisation.name,
                    phone=whole.organisation.phone,
                    email=whole.organisation.email,
                    provider=whole.at.id,
                    town=whole.place.town,
                ),
                *(Caller(each.name, each.area, each.phone, each.email) for each in whole.contacts),
            )
        )
        return OfferView(
            id=row.id,
            draft=offer_draft(row),
            entered_on=row.entered_on,
            municipality=row.municipality,
            provider_name=whole.organisation.name if whole else "",
            callers=callers,
            source=row.source or "",
            archived_on=row.archived_on,
            archived_because=row.archived_because,
            taken_by=next(iter(self._taken.get(row.id, ())), None),
            hints=offer_hints(row, self._today),
        )


def offer_hints(row: HousingOffer, today: date) -> tuple[OfferHint, ...]:
    """What is odd about the days of an offer. One that is offered no more is looked at only where
    it was changed since: it is free again, or it would not be worth the work."""
    if row.archived_on is not None:
        again = row.free_from is not None and row.free_from > row.archived_on
        return (OfferHint.FREE_AGAIN,) if again and row.entered_on > row.archived_on else ()
    found = (
        (OfferHint.EXPIRED, row.valid_to),
        (OfferHint.OVER, row.free_until),
    )
    return tuple(hint for hint, last in found if last is not None and last < today)


def fill_wish(row: HousingWish, draft: WishDraft) -> None:
    """Write a wish into its row."""
    row.kinds = " ".join(sorted(each.value for each in draft.kinds))
    row.tenures = " ".join(sorted(each.value for each in draft.tenures))
    row.municipalities = " ".join(dict.fromkeys(draft.municipalities))
    for name in _WISHED:
        setattr(row, name, getattr(draft, name))
    row.public_note, row.note = draft.public_note.strip(), draft.note.strip()


def wish_draft(row: HousingWish) -> WishDraft:
    """A wish as it is edited."""
    return WishDraft(
        kinds=frozenset(map(HomeKind, row.kinds.split())),
        tenures=frozenset(map(Tenure, row.tenures.split())),
        municipalities=tuple(row.municipalities.split()),
        public_note=row.public_note,
        note=row.note,
        **{name: getattr(row, name) for name in _WISHED},
    )
