"""Steps of the plan: one kind of thing carries the timeline and the checklist."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of


class Step(Base):
    """A step of one household. `template` is blank for the office's own steps; `anchor` and
    `offset` are kept as they were when the step was given, so that a later template never
    rewrites a running plan by itself. `roles`: codes, blank between. `by_hand`: taken from the list
    of all steps although its condition does not ask for it. `snoozed_until`: nobody is reminded
    before that day; `snoozes` counts how often."""

    __tablename__ = "steps"
    __table_args__ = (
        CheckConstraint(one_of("track", "onboarding", "relocation"), name="track"),
        CheckConstraint(one_of("state", "open", "done", "not_needed"), name="state"),
        CheckConstraint(one_of("applies", "yes", "no", "unclear"), name="applies"),
        CheckConstraint(one_of("precision", "day", "month"), name="precision"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    track: Mapped[str]
    template: Mapped[Text]
    title: Mapped[Text]
    phase: Mapped[Text]
    roles: Mapped[Text]
    applies: Mapped[str]
    anchor: Mapped[Text]
    offset: Mapped[Text]
    kind: Mapped[str]
    due: Mapped[date | None]
    precision: Mapped[str] = mapped_column(default="day")
    pinned: Mapped[bool] = mapped_column(default=False)
    by_hand: Mapped[bool] = mapped_column(default=False, server_default=false())
    state: Mapped[str] = mapped_column(default="open")
    done_on: Mapped[date | None]
    reason: Mapped[Text]
    note: Mapped[Text]
    snoozed_until: Mapped[date | None]
    snoozes: Mapped[int] = mapped_column(default=0, server_default="0")


class StepDocument(Base):
    """A paper that is there: "liegt vor am". No row means it is missing."""

    __tablename__ = "step_documents"
    __table_args__ = (UniqueConstraint("step_id", "key"), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    step_id: Mapped[int] = mapped_column(ForeignKey("steps.id"), index=True)
    key: Mapped[str]
    present_on: Mapped[date]
