"""Places of care that employers reserve or pay for."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of


class EmployerPlace(Base):
    """An employer (an organisation) keeps `places` of a service for its staff, or pays towards
    them: `cents` of a euro a place and month, from the first to the last day."""

    __tablename__ = "employer_places"
    __table_args__ = (
        CheckConstraint(one_of("kind", "reserves", "pays"), name="kind"),
        CheckConstraint("places > 0", name="places"),
        CheckConstraint("cents > 0", name="cents"),
        CheckConstraint("kind = 'reserves' OR cents IS NOT NULL", name="pays"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    service_id: Mapped[int] = mapped_column(ForeignKey("services.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    kind: Mapped[str]
    places: Mapped[int | None]
    cents: Mapped[int | None]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    note: Mapped[Text]
