"""Questions about places of care that employers keep or pay for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import Session

from db.tables.employer_places import EmployerPlace
from db.tables.provider import Organisation, ServiceAtPlace

_AT_ONCE = 900


def place(session: Session, place_id: int) -> EmployerPlace | None:
    return session.get(EmployerPlace, place_id)


def of_service(session: Session, service_id: int) -> Sequence[EmployerPlace]:
    found = select(EmployerPlace).where(EmployerPlace.service_id == service_id)
    return session.scalars(found.order_by(EmployerPlace.id)).all()


def of_organisation(session: Session, organisation_id: int) -> Sequence[EmployerPlace]:
    found = select(EmployerPlace).where(EmployerPlace.organisation_id == organisation_id)
    return session.scalars(found.order_by(EmployerPlace.id)).all()


def holding(
    session: Session, services: Iterable[int], first: date, last: date
) -> Sequence[Row[*tuple[Any, ...]]]:
    """What holds on one of these days at least, of these services, with the employer's name."""
    question = (
        select(
            EmployerPlace.service_id,
            EmployerPlace.organisation_id,
            EmployerPlace.kind,
            EmployerPlace.places,
            EmployerPlace.cents,
            EmployerPlace.valid_to,
            Organisation.name,
        )
        .join(Organisation, Organisation.id == EmployerPlace.organisation_id)
        .where(or_(EmployerPlace.valid_from.is_(None), EmployerPlace.valid_from <= last))
        .where(or_(EmployerPlace.valid_to.is_(None), EmployerPlace.valid_to >= first))
        .order_by(EmployerPlace.id)
    )
    wanted = sorted(set(services))
    found: list[Row[*tuple[Any, ...]]] = []
    for start in range(0, len(wanted), _AT_ONCE):
        some = EmployerPlace.service_id.in_(wanted[start : start + _AT_ONCE])
        found += session.execute(question.where(some)).all()
    return found


def entry_of_service(session: Session, service_id: int) -> int | None:
    """An entry of the directory for a service, one in use before others."""
    order = (ServiceAtPlace.archived_on.is_not(None), ServiceAtPlace.id)
    found = select(ServiceAtPlace.id).where(ServiceAtPlace.service_id == service_id)
    return session.scalars(found.order_by(*order)).first()


def unite(session: Session, old: int, new: int) -> None:
    """Before the entry of the old service is archived for the new one: what employers keep or pay
    there is theirs at the new one, once where both say the same; what other entries of the old
    service still need stays."""
    if old == new:
        return
    others = select(ServiceAtPlace.id).where(
        ServiceAtPlace.service_id == old, ServiceAtPlace.archived_on.is_(None)
    )
    if len(session.scalars(others).all()) > 1:
        return
    known = {_told(each) for each in of_service(session, new)}
    for each in of_service(session, old):
        if _told(each) in known:
            session.delete(each)
        else:
            each.service_id = new
    session.flush()


def _told(each: EmployerPlace) -> tuple[object, ...]:
    days = each.valid_from, each.valid_to
    return each.organisation_id, each.kind, each.places, each.cents, *days
