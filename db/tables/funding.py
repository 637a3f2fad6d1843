"""Funding programmes as the office changed them, and applications for them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of

APPLICATION_STATES = (
    "considered",
    "preparing",
    "submitted",
    "granted",
    "refused",
    "withdrawn",
    "paid",
)


class FundingProgramme(Base):
    """A programme the office wrote or changed, as TOML; `based_on`: the digest of the original that
    was shipped when it was changed, blank for one of the office's own."""

    __tablename__ = "funding_programmes"
    __table_args__ = (UniqueConstraint("code"), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    code: Mapped[str]
    text: Mapped[str]
    based_on: Mapped[Text]
    changed_on: Mapped[date]
    archived_on: Mapped[date | None]


class FundingApplication(Base):
    """An application of a case, or of one member, for a programme (`programme`: its code, `title`
    as it was called then). `missing`: codes of the papers still missing, blank between;
    `confirmed`: codes of the checks that hold. `anchor`, `offset`, `last_day`: until when to apply,
    as the programme said then. Cents of a euro; what was granted binds until `bound_until`."""

    __tablename__ = "funding_applications"
    __table_args__ = (
        CheckConstraint(one_of("state", *APPLICATION_STATES), name="state"),
        CheckConstraint("asked_cents > 0", name="asked_cents"),
        CheckConstraint("granted_cents >= 0", name="granted_cents"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    programme: Mapped[str]
    title: Mapped[str]
    state: Mapped[str]
    noted_on: Mapped[date]
    submitted_on: Mapped[date | None]
    decided_on: Mapped[date | None]
    paid_on: Mapped[date | None]
    asked_cents: Mapped[int | None]
    granted_cents: Mapped[int | None]
    bound_until: Mapped[date | None]
    next_on: Mapped[date | None]
    missing: Mapped[Text]
    confirmed: Mapped[Text]
    anchor: Mapped[Text]
    offset: Mapped[Text]
    last_day: Mapped[date | None]
    reason: Mapped[Text]
    because: Mapped[Text]
    note: Mapped[Text]
