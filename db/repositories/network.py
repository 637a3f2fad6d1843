"""Questions about actors and links between services; functions, session first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from db.tables.network import Actor, Attendance, GroupEntry, ServiceLink


def actor(session: Session, actor_id: int) -> Actor | None:
    return session.get(Actor, actor_id)


def actors(session: Session) -> Sequence[Actor]:
    """All of them, in the order they were entered."""
    return session.scalars(select(Actor).order_by(Actor.id)).all()


def link(session: Session, link_id: int) -> ServiceLink | None:
    return session.get(ServiceLink, link_id)


def links(session: Session) -> Sequence[ServiceLink]:
    """All of them, in the order they were entered."""
    return session.scalars(select(ServiceLink).order_by(ServiceLink.id)).all()


def links_of(session: Session, provider_ids: Iterable[int]) -> Sequence[ServiceLink]:
    """The links with any of these providers at either end."""
    wanted = list(provider_ids)
    at_end = or_(ServiceLink.from_id.in_(wanted), ServiceLink.to_id.in_(wanted))
    return session.scalars(select(ServiceLink).where(at_end).order_by(ServiceLink.id)).all()


def valid_links(session: Session, today: date) -> Sequence[ServiceLink]:
    """The links that are valid on this day."""
    return session.scalars(
        select(ServiceLink)
        .where(
            or_(ServiceLink.valid_from.is_(None), ServiceLink.valid_from <= today),
            or_(ServiceLink.valid_to.is_(None), ServiceLink.valid_to >= today),
        )
        .order_by(ServiceLink.id)
    ).all()


def entries_of_actors(session: Session) -> dict[int, int]:
    """How many lines of the group and attendances name each actor, by its id."""
    counted: dict[int, int] = {}
    for column in (GroupEntry.actor_id, Attendance.actor_id):
        found = select(column, func.count()).where(column.is_not(None)).group_by(column)
        for key, count in session.execute(found):
            if key is not None:
                counted[key] = counted.get(key, 0) + count
    return counted
