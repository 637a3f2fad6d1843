"""What a folder gives beside information: vouchers, and what the office may do with data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.folder.benefit_contents import Benefit
from app.folder.contents import Address, Member
from app.folder.privacy_contents import GivenConsent, Privacy
from app.folder.voucher_contents import Voucher, concerns
from app.records.vouchers import Audience
from app.rules.terms import AnchorKind, Purpose, Recipient
from app.services import employer_records
from app.services.derived import full_name
from app.services.office import setting_of
from app.services.seen import anchor_days
from db.repositories import cases, consents, providers, vouchers
from db.tables import composition as tables
from db.tables.case import Case


def vouchers_of(session: Session, members: Sequence[Member], today: date) -> tuple[Voucher, ...]:
    """The vouchers that concern a household and have not ended, by title. One whose provider is
    archived or has ended can be redeemed nowhere and is left out."""
    found = [
        voucher
        for row in vouchers.not_ended(session, today)
        if concerns(Audience(row.audience), members)
        for voucher in _voucher(session, row, today)
    ]
    return tuple(sorted(found, key=lambda each: (each.title.casefold(), each.number)))


def _voucher(session: Session, row: tables.Voucher, today: date) -> Iterator[Voucher]:
    whole = None if row.provider_id is None else providers.by_id(session, row.provider_id)
    if whole is not None:
        at = whole.at
        if at.archived_on is not None or (at.valid_to is not None and at.valid_to < today):
            return
    place = whole.place if whole else None
    yield Voucher(
        number=row.id,
        title=row.title,
        text=row.text,
        audience=Audience(row.audience),
        issuer=row.issuer,
        redeemed_at=whole.organisation.name if whole else "",
        address=Address(place.street, place.postcode, place.town).lines if place else (),
        first=row.valid_from,
        last=row.valid_to,
    )


def benefits_of(session: Session, case: Case, today: date) -> tuple[Benefit, ...]:
    """What the employer of a case gives on its first working day, or today once that is past; in
    the order of the kinds."""
    if case.employer_id is None:
        return ()
    start = anchor_days(cases.anchors(session, case.id)).get(AnchorKind.WORK_START)
    on = max(start.last, today) if start else today
    return tuple(
        Benefit(
            kind=each.draft.kind,
            title=each.draft.title,
            public_note=each.draft.public_note,
            website=each.draft.website,
            last=each.draft.valid_to,
        )
        for each in employer_records.benefits(session, case.employer_id)
        if each.draft.holds(on)
    )


def privacy_of(session: Session, case: Case) -> Privacy:
    """What the office set of its privacy sheet, and every consent of a case, newest first."""
    names = {person.id: full_name(person) for person in cases.people(session, case.id)}
    return Privacy(
        officer=setting_of(session, "officer"),
        retention=setting_of(session, "retention"),
        consents=tuple(
            GivenConsent(
                name=names.get(consent.person_id, ""),
                purpose=Purpose(consent.purpose),
                recipient=Recipient(consent.recipient),
                wording=consent.wording,
                since=consent.given_on,
                recipient_name=consent.recipient_name,
                withdrawn_on=consent.withdrawn_on,
            )
            for consent in consents.of_case(session, case.id)
        ),
    )
