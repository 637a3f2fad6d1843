"""The office: service points, advisors, settings, saved filters, confirmed templates."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text


class ServicePoint(Base):
    __tablename__ = "service_points"

    id: Mapped[Key]
    name: Mapped[Text]
    department: Mapped[Text]
    street: Mapped[Text]
    postcode: Mapped[Text]
    town: Mapped[Text]
    phone: Mapped[Text]
    email: Mapped[Text]
    website: Mapped[Text]
    hours_osm: Mapped[Text]
    greeting: Mapped[Text]
    signatory: Mapped[Text]
    archived_on: Mapped[date | None]


class Advisor(Base):
    """`languages`: BCP 47 tags, separated by blanks. `deputy_id`: who stands in for the advisor
    where neither the case nor the absence names somebody else."""

    __tablename__ = "advisors"

    id: Mapped[Key]
    service_point_id: Mapped[int | None] = mapped_column(ForeignKey("service_points.id"))
    title: Mapped[Text]
    given: Mapped[Text]
    family: Mapped[Text]
    phone: Mapped[Text]
    email: Mapped[Text]
    languages: Mapped[Text]
    active: Mapped[bool] = mapped_column(default=True)
    deputy_id: Mapped[int | None] = mapped_column(ForeignKey("advisors.id"))


class Absence(Base):
    """An advisor is away from `first` to `last`, both included; why is nobody's business here.
    `deputy_id`: who stands in meanwhile, None the advisor's or the case's deputy."""

    __tablename__ = "absences"
    __table_args__ = (
        CheckConstraint("first <= last", name="span"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    advisor_id: Mapped[int] = mapped_column(ForeignKey("advisors.id"), index=True)
    first: Mapped[date]
    last: Mapped[date]
    deputy_id: Mapped[int | None] = mapped_column(ForeignKey("advisors.id"))


class Setting(Base):
    """What the office sets once, such as the responsible body (Art. 4 No. 7 GDPR)."""

    __tablename__ = "settings"
    __table_args__ = (UniqueConstraint("key"), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    key: Mapped[str]
    value: Mapped[Text]


class SavedFilter(Base):
    """`query`: a case query as JSON."""

    __tablename__ = "saved_filters"

    id: Mapped[Key]
    name: Mapped[str]
    query: Mapped[str]


class Confirmation(Base):
    """Somebody of the office checked a step that no source proves. It holds for the text with this
    `digest` (SHA-256) alone: another text has to be checked anew."""

    __tablename__ = "confirmations"
    __table_args__ = (UniqueConstraint("template"), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    template: Mapped[str]
    digest: Mapped[str]
    by: Mapped[str]
    on: Mapped[date]
