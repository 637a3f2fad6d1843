"""Whether people stay: talks, moods, reasons, ambassadors, and who left."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of

TALK_KINDS = ("day30", "day100", "day365", "other")
INTENTIONS = ("", "stays", "unsure", "leaves")
AMBASSADOR_KINDS = ("trainees", "region", "returning", "guide")


class Talk(Base):
    """A talk about how it goes. `mood` 1 (bad) to 5 (very good); `intention`: whether they mean to
    stay. `planned_on` None: on the day of the step its kind belongs to, which moves with the first
    working day. What was said stays in the office."""

    __tablename__ = "talks"
    __table_args__ = (
        CheckConstraint(one_of("kind", *TALK_KINDS), name="kind"),
        CheckConstraint("mood BETWEEN 1 AND 5", name="mood"),
        CheckConstraint(one_of("intention", *INTENTIONS), name="intention"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    advisor_id: Mapped[int | None] = mapped_column(ForeignKey("advisors.id"))
    kind: Mapped[str]
    planned_on: Mapped[date | None]
    held_on: Mapped[date | None]
    mood: Mapped[int | None]
    intention: Mapped[Text]
    note: Mapped[Text]
    next_act: Mapped[Text]
    next_on: Mapped[date | None]
    next_done_on: Mapped[date | None]


class TalkReason(Base):
    """What speaks for staying (`speaks_for`) or against it, as a code."""

    __tablename__ = "talk_reasons"
    __table_args__ = (UniqueConstraint("talk_id", "reason"), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    talk_id: Mapped[int] = mapped_column(ForeignKey("talks.id"), index=True)
    reason: Mapped[str]
    speaks_for: Mapped[bool]


class Leaving(Base):
    """A case that left: the employer alone or the region. `may_return`: they would come back."""

    __tablename__ = "leavings"
    __table_args__ = (
        UniqueConstraint("case_id"),
        CheckConstraint(one_of("leaves", "employer", "region"), name="leaves"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    left_on: Mapped[date]
    leaves: Mapped[str]
    may_return: Mapped[bool | None]
    note: Mapped[Text]


class LeavingReason(Base):
    """Why they left, as a code of the same list as that of talks."""

    __tablename__ = "leaving_reasons"
    __table_args__ = (UniqueConstraint("leaving_id", "reason"), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    leaving_id: Mapped[int] = mapped_column(ForeignKey("leavings.id"), index=True)
    reason: Mapped[str]


class Ambassador(Base):
    """Somebody willing to speak for the region or the profession, from the first to the last day.
    `consent_id`: what allows to pass the name on."""

    __tablename__ = "ambassadors"
    __table_args__ = (
        UniqueConstraint("person_id", "kind"),
        CheckConstraint(one_of("kind", *AMBASSADOR_KINDS), name="kind"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[str]
    topics: Mapped[Text]
    since: Mapped[date]
    until: Mapped[date | None]
    consent_id: Mapped[int | None] = mapped_column(ForeignKey("consents.id"))
