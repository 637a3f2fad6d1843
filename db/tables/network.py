"""The network: actors, links between services, and the working group with its topics."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of

ACTOR_KINDS = (
    "municipality",
    "county",
    "doctors_association",
    "region",
    "welfare",
    "medical_centre",
    "hospital",
    "care_service",
    "university",
    "school",
    "employer",
    "other",
)
SECTORS = ("", "outpatient", "inpatient", "both", "outside")
LINK_KINDS = (
    "outpatient_inpatient",
    "interdisciplinary",
    "interprofessional",
    "emergency",
    "training",
    "cooperation",
)
TOPIC_STATES = ("collected", "researched", "proposed", "decided", "running", "done", "dropped")
ENTRY_KINDS = ("note", "proposal", "research", "decision", "task")


class Actor(Base):
    """Somebody of the network: a body (`organisation_id` where the directory has it) with its role
    and whom to ask there. `sector`: outpatient, inpatient or both."""

    __tablename__ = "actors"
    __table_args__ = (
        CheckConstraint(one_of("kind", *ACTOR_KINDS), name="kind"),
        CheckConstraint(one_of("sector", *SECTORS), name="sector"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"))
    name: Mapped[str]
    kind: Mapped[str]
    sector: Mapped[Text]
    role: Mapped[Text]
    contact: Mapped[Text]
    phone: Mapped[Text]
    email: Mapped[Text]
    in_group: Mapped[bool] = mapped_column(default=False, server_default="0")
    since: Mapped[date | None]
    until: Mapped[date | None]
    note: Mapped[Text]


class ServiceLink(Base):
    """Two providers that work together for the same people, and how; `text` is for the family."""

    __tablename__ = "service_links"
    __table_args__ = (
        UniqueConstraint("from_id", "to_id", "kind"),
        CheckConstraint(one_of("kind", *LINK_KINDS), name="kind"),
        CheckConstraint("from_id <> to_id", name="two"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    from_id: Mapped[int] = mapped_column(ForeignKey("services_at_places.id"), index=True)
    to_id: Mapped[int] = mapped_column(ForeignKey("services_at_places.id"), index=True)
    kind: Mapped[str]
    text: Mapped[Text]
    note: Mapped[Text]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class GroupTopic(Base):
    """A topic of the working group; `rank` orders them."""

    __tablename__ = "group_topics"
    __table_args__ = (
        CheckConstraint(one_of("state", *TOPIC_STATES), name="state"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    rank: Mapped[int]
    title: Mapped[str]
    about: Mapped[Text]
    state: Mapped[str]
    archived_on: Mapped[date | None]


class TopicKeyword(Base):
    """A keyword of a topic."""

    __tablename__ = "topic_keywords"
    __table_args__ = (UniqueConstraint("topic_id", "keyword"), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    topic_id: Mapped[int] = mapped_column(ForeignKey("group_topics.id"), index=True)
    keyword: Mapped[str]


class Meeting(Base):
    """A meeting of the working group; `start` in minutes of the day."""

    __tablename__ = "meetings"
    __table_args__ = (
        CheckConstraint("0 <= start AND start < 1440", name="start"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    on: Mapped[date]
    start: Mapped[int | None]
    place: Mapped[Text]
    title: Mapped[Text]
    note: Mapped[Text]


class Attendance(Base):
    """An actor who was at a meeting, or excused."""

    __tablename__ = "attendances"
    __table_args__ = (UniqueConstraint("meeting_id", "actor_id"), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    actor_id: Mapped[int] = mapped_column(ForeignKey("actors.id"))
    present: Mapped[bool]


class GroupEntry(Base):
    """What was said to a topic: a note, a proposal, research, a decision, a task of an actor that
    is `due` and was `done_on`."""

    __tablename__ = "group_entries"
    __table_args__ = (
        CheckConstraint(one_of("kind", *ENTRY_KINDS), name="kind"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    topic_id: Mapped[int] = mapped_column(ForeignKey("group_topics.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"), index=True)
    kind: Mapped[str]
    text: Mapped[str]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("actors.id"))
    due: Mapped[date | None]
    done_on: Mapped[date | None]
    noted_on: Mapped[date]
