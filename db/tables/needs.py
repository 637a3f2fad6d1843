"""What a household needed, whether it was met, and what happened then."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of

NEED_KINDS = (
    "home",
    "childcare",
    "school",
    "job",
    "training",
    "elder_care",
    "funding",
    "recognition",
    "practice",
    "move",
    "other",
)
NEED_STATES = ("open", "met", "unmet", "dropped")


class Need(Base):
    """What the office said of a need; what the rest of the records says of it is not kept here.
    `reason`: why it was not met, `outcome`: what happened then, both codes."""

    __tablename__ = "needs"
    __table_args__ = (
        UniqueConstraint("case_id", "kind"),
        CheckConstraint(one_of("kind", *NEED_KINDS), name="kind"),
        CheckConstraint(one_of("state", *NEED_STATES), name="state"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[str]
    state: Mapped[str]
    since: Mapped[date]
    settled_on: Mapped[date | None]
    reason: Mapped[Text]
    outcome: Mapped[Text]
    because: Mapped[Text]
