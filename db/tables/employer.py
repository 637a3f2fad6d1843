"""What an employer offers and how it brings newcomers in."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of

BENEFIT_KINDS = (
    "bike_leasing",
    "fitness",
    "health",
    "relocation",
    "housing",
    "childcare",
    "language",
    "training",
    "meals",
    "ticket",
    "pension",
    "action",
    "other",
)


class EmployerProfile(Base):
    """What the office knows of an employer at a site (a provider). `ways_in`: how to get in touch
    with the right people, for the office. Which set of milestones its cases are proposed stands
    with the set, which names its employer."""

    __tablename__ = "employer_profiles"
    __table_args__ = (UniqueConstraint("provider_id"), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    provider_id: Mapped[int] = mapped_column(ForeignKey("services_at_places.id"))
    ways_in: Mapped[Text]


class Benefit(Base):
    """What an employer gives its staff (bike leasing, the gym), from the first to the last day."""

    __tablename__ = "benefits"
    __table_args__ = (
        CheckConstraint(one_of("kind", *BENEFIT_KINDS), name="kind"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    provider_id: Mapped[int] = mapped_column(ForeignKey("services_at_places.id"), index=True)
    kind: Mapped[str]
    title: Mapped[Text]
    public_note: Mapped[Text]
    website: Mapped[Text]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class ShiftPattern(Base):
    """A rotation that an employer works by, as a roster to start from. `weeks`: one line a week,
    Monday first, seven cells with a blank between: the code of a shift, or "-" for a free day."""

    __tablename__ = "shift_patterns"

    id: Mapped[Key]
    employer_id: Mapped[int] = mapped_column(ForeignKey("services_at_places.id"), index=True)
    name: Mapped[str]
    weeks: Mapped[str]


class StepConfirmation(Base):
    """Somebody in a role said what became of a step on a day; newcomer and ward may differ."""

    __tablename__ = "step_confirmations"
    __table_args__ = (
        UniqueConstraint("step_id", "role"),
        CheckConstraint(one_of("outcome", "done", "partly", "missed"), name="outcome"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    step_id: Mapped[int] = mapped_column(ForeignKey("steps.id"), index=True)
    role: Mapped[str]
    outcome: Mapped[str]
    on: Mapped[date]
    by: Mapped[Text]
    note: Mapped[Text]
