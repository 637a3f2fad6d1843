"""Questions about the working group; functions, session first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.tables.network import Attendance, GroupEntry, GroupTopic, Meeting, TopicKeyword


def topic(session: Session, topic_id: int) -> GroupTopic | None:
    return session.get(GroupTopic, topic_id)


def topics(session: Session) -> Sequence[GroupTopic]:
    """All of them by rank, the archived ones among them."""
    return session.scalars(select(GroupTopic).order_by(GroupTopic.rank, GroupTopic.id)).all()


def last_rank(session: Session) -> int:
    """The highest rank there is, 0 without topics."""
    return session.scalar(select(func.max(GroupTopic.rank))) or 0


def keywords(session: Session, topic_id: int | None = None) -> Sequence[TopicKeyword]:
    """The keywords of a topic, of all where None, in the order they were given."""
    asked = select(TopicKeyword).order_by(TopicKeyword.id)
    if topic_id is not None:
        asked = asked.where(TopicKeyword.topic_id == topic_id)
    return session.scalars(asked).all()


def entry(session: Session, entry_id: int) -> GroupEntry | None:
    return session.get(GroupEntry, entry_id)


def entries(session: Session, meeting_id: int | None = None) -> Sequence[GroupEntry]:
    """The lines of a meeting, all where None, in the order they were entered."""
    asked = select(GroupEntry).order_by(GroupEntry.id)
    if meeting_id is not None:
        asked = asked.where(GroupEntry.meeting_id == meeting_id)
    return session.scalars(asked).all()


def meeting(session: Session, meeting_id: int) -> Meeting | None:
    return session.get(Meeting, meeting_id)


def meetings(session: Session) -> Sequence[Meeting]:
    """All of them, the latest first."""
    return session.scalars(
        select(Meeting).order_by(Meeting.on.desc(), Meeting.start.desc(), Meeting.id.desc())
    ).all()


def following(session: Session, after: date) -> Meeting | None:
    """The first meeting after this day."""
    later = select(Meeting).where(Meeting.on > after)
    return session.scalars(later.order_by(Meeting.on, Meeting.start, Meeting.id)).first()


def attendances(session: Session, meeting_id: int | None = None) -> Sequence[Attendance]:
    """Who was at a meeting, at all where None, in the order they were entered."""
    asked = select(Attendance).order_by(Attendance.id)
    if meeting_id is not None:
        asked = asked.where(Attendance.meeting_id == meeting_id)
    return session.scalars(asked).all()
