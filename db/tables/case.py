"""A case: the household, its facts, anchor dates, stages and contacts."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of

STAGES = (
    "interest",
    "visit",
    "contract",
    "preboarding",
    "arrival",
    "induction",
    "probation",
    "staying",
)
RUNNING = text("closed_on IS NULL AND held_until IS NULL")
NEVER = "9999-12-31"  # sorts what has no date behind what has one


def _running(order: str, *columns: str) -> Index:
    """The order of the cases that the office looks at all day, without visiting their rows."""
    return Index(
        f"ix_cases_running_by_{order}",
        *columns,
        sqlite_where=RUNNING,
        postgresql_where=RUNNING,
    )


class Case(Base):
    """`search`, `name`, `sort_key`, `due_key`, `next_step`, `arrival_key` and `barred` (how much
    bars the first working day) are derived from the rest of the case and computed with every
    command (see `db.journal.DERIVED`). `onboarding_set`: which set of milestones, blank the
    standard."""

    __tablename__ = "cases"
    __table_args__ = (
        CheckConstraint(one_of("stage", *STAGES), name="stage"),
        CheckConstraint("stage_rank BETWEEN 0 AND 7", name="stage_rank"),
        Index("ix_cases_by_name", "sort_key", "id"),
        _running("due", "due_key", "sort_key", "id"),
        _running("name", "sort_key", "id"),
        _running("arrival", "arrival_key", "sort_key", "id"),
        _running("stage", "stage_rank", "sort_key", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    advisor_id: Mapped[int | None] = mapped_column(ForeignKey("advisors.id"))
    deputy_id: Mapped[int | None] = mapped_column(ForeignKey("advisors.id"))
    employer_id: Mapped[int | None] = mapped_column(ForeignKey("services_at_places.id"))
    language: Mapped[str]
    profession: Mapped[Text]
    occupation: Mapped[Text]
    origin: Mapped[Text]
    source: Mapped[Text]
    home_street: Mapped[Text]
    home_postcode: Mapped[Text]
    home_town: Mapped[Text]
    note: Mapped[Text]
    stage: Mapped[str]
    stage_rank: Mapped[int]
    held_until: Mapped[date | None]
    held_because: Mapped[Text]
    closed_on: Mapped[date | None]
    closed_because: Mapped[Text]
    registered_on: Mapped[date]
    search: Mapped[Text]
    name: Mapped[Text]
    sort_key: Mapped[Text]
    due_key: Mapped[str] = mapped_column(default=NEVER, server_default=NEVER)
    next_step: Mapped[Text]
    arrival_key: Mapped[str] = mapped_column(default=NEVER, server_default=NEVER)
    barred: Mapped[int] = mapped_column(default=0, server_default="0")
    onboarding_set: Mapped[Text]


class Person(Base):
    """Names as typed; the birth date may be known in part. `languages`: tags, blank between;
    `interests`: in words, a comma between; `gender`: f, m or d, blank where nobody said."""

    __tablename__ = "people"
    __table_args__ = (
        CheckConstraint(
            one_of("role", "professional", "partner", "child", "grandparent", "other"), name="role"
        ),
        CheckConstraint("birth_month BETWEEN 1 AND 12", name="birth_month"),
        CheckConstraint("birth_day BETWEEN 1 AND 31", name="birth_day"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    role: Mapped[str]
    given: Mapped[Text]
    family: Mapped[Text]
    called: Mapped[Text]
    passport: Mapped[Text]
    own_script: Mapped[Text]
    birth_year: Mapped[int | None]
    birth_month: Mapped[int | None]
    birth_day: Mapped[int | None]
    nationality: Mapped[Text]
    languages: Mapped[Text]
    interests: Mapped[Text]
    gender: Mapped[Text]
    phone: Mapped[Text]
    email: Mapped[Text]
    note: Mapped[Text]


class RecordedFact(Base):
    """An answer the records do not give by themselves; no row means unknown."""

    __tablename__ = "facts"
    __table_args__ = (
        UniqueConstraint("case_id", "person_id", "key"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    key: Mapped[str]
    value: Mapped[str]
    noted_on: Mapped[date]


class AnchorDate(Base):
    """A date plans are counted from; `precision` says whether only its month is known."""

    __tablename__ = "anchors"
    __table_args__ = (
        UniqueConstraint("case_id", "kind"),
        CheckConstraint(one_of("precision", "day", "month"), name="precision"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[str]
    on: Mapped[date]
    precision: Mapped[str]


class AnchorMove(Base):
    """A date that was moved, from when to when, and why; the first entry of a date is no move."""

    __tablename__ = "anchor_moves"
    __table_args__ = (
        CheckConstraint(one_of("old_precision", "day", "month"), name="old_precision"),
        CheckConstraint(one_of("precision", "day", "month"), name="precision"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[str]
    old_on: Mapped[date]
    old_precision: Mapped[str]
    on: Mapped[date]
    precision: Mapped[str]
    moved_on: Mapped[date]
    reason: Mapped[Text]


class StageChange(Base):
    """The way of a case through its stages; a step back is a failed attempt and keeps why."""

    __tablename__ = "stage_changes"
    __table_args__ = (
        CheckConstraint(one_of("stage", *STAGES), name="stage"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    on: Mapped[date]
    stage: Mapped[str]
    failed: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[Text]
