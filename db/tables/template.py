"""What the office changed of the shipped templates, and which cases keep a former rule."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of

KINDS = ("step", "set", "phase", "order")


class TemplateVersion(Base):
    """One wording of a step, a set or a phase, in force from a day on, beside the shipped
    original; of several the one with the latest day, then the highest id, holds.

    `text`: the block of a template file as TOML, blank where the office switched it off.
    `template`: the id in that block; of an order the track. `base`: SHA-256 (hex) of the shipped
    block when this was written, blank for what the office made itself.
    """

    __tablename__ = "template_versions"
    __table_args__ = (
        CheckConstraint(one_of("kind", *KINDS), name="kind"),
        CheckConstraint(one_of("track", "onboarding", "relocation"), name="track"),
        Index("ix_template_versions_of", "kind", "template"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    kind: Mapped[str]
    track: Mapped[str]
    template: Mapped[str]
    text: Mapped[Text]
    valid_from: Mapped[date]
    made_on: Mapped[date]
    made_by: Mapped[Text]
    note: Mapped[Text]
    base: Mapped[Text]


class HeldRule(Base):
    """A running case that keeps a former rule of a step, because its plan would have changed and
    nobody took the change over. `version_id`: the version it keeps, None the shipped original,
    which an own step of the office does not have: then the case goes without."""

    __tablename__ = "held_rules"
    __table_args__ = (UniqueConstraint("case_id", "template"), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    template: Mapped[str]
    version_id: Mapped[int | None] = mapped_column(ForeignKey("template_versions.id"))
