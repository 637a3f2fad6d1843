"""What the elders of a household need and want."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of

LIVES = ("", "with_family", "own_home", "care_home", "abroad")


class ElderNeed(Base):
    """What an elder of the household wants. `lives`: where they are to live; `wanted`: codes of
    services, blank between. `care_degree` 1 to 5 (§ 15 SGB XI) belongs to Art. 9 DSGVO and rests
    on `consent_id`."""

    __tablename__ = "elder_needs"
    __table_args__ = (
        UniqueConstraint("person_id"),
        CheckConstraint(one_of("lives", *LIVES), name="lives"),
        CheckConstraint("care_degree BETWEEN 1 AND 5", name="care_degree"),
        CheckConstraint("care_degree IS NULL OR consent_id IS NOT NULL", name="consent"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    lives: Mapped[Text]
    wanted: Mapped[Text]
    care_degree: Mapped[int | None]
    consent_id: Mapped[int | None] = mapped_column(ForeignKey("consents.id"))
    public_note: Mapped[Text]
    note: Mapped[Text]
    noted_on: Mapped[date]
