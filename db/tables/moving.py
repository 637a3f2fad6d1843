"""The move of a household: quotes of movers, what it costs, who pays it back."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.tables.base import Base, Key, Text, one_of

QUOTE_STATES = ("asked", "received", "chosen", "declined")
COST_KINDS = (
    "mover",
    "transport",
    "travel",
    "search",
    "broker",
    "double_rent",
    "tuition",
    "storage",
    "visa",
    "translation",
    "other",
)
PAYERS = ("family", "employer", "agency", "eures", "job_centre", "programme", "other")
RECEIPTS = ("none", "asked", "here")


class Move(Base):
    """What movers ask before they say a price: cubic metres, kilometres, floors without a lift on
    both sides. `goods_cents`: what the goods are worth; `pays`: who has promised to pay, codes,
    blank between."""

    __tablename__ = "moves"
    __table_args__ = (
        UniqueConstraint("case_id"),
        CheckConstraint("cubic_metres > 0", name="cubic_metres"),
        CheckConstraint("kilometres > 0", name="kilometres"),
        CheckConstraint("goods_cents > 0", name="goods_cents"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    from_town: Mapped[Text]
    cubic_metres: Mapped[int | None]
    kilometres: Mapped[int | None]
    floors_from: Mapped[int | None]
    floors_to: Mapped[int | None]
    goods_cents: Mapped[int | None]
    extras: Mapped[Text]
    pays: Mapped[Text]
    note: Mapped[Text]


class MoveQuote(Base):
    """What a mover asks for. `provider_id`: the mover, where the directory has them. `cents` of a
    euro with VAT; `fixed`: a fixed price; `includes`: codes of what is in it, blank between."""

    __tablename__ = "move_quotes"
    __table_args__ = (
        CheckConstraint(one_of("state", *QUOTE_STATES), name="state"),
        CheckConstraint("cents > 0", name="cents"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("services_at_places.id"))
    name: Mapped[Text]
    state: Mapped[str]
    asked_on: Mapped[date | None]
    received_on: Mapped[date | None]
    valid_to: Mapped[date | None]
    moving_on: Mapped[date | None]
    cents: Mapped[int | None]
    fixed: Mapped[bool | None]
    cubic_metres: Mapped[int | None]
    insured_cents: Mapped[int | None]
    includes: Mapped[Text]
    because: Mapped[Text]
    public_note: Mapped[Text]
    note: Mapped[Text]


class MoveCost(Base):
    """What the move costs: `cents` of a euro, ordered on a day and due on another. `payer`: who is
    to pay it in the end; asked for on `claimed_on`, at the latest on `claim_by`; `refunded_cents`
    came on `refunded_on`."""

    __tablename__ = "move_costs"
    __table_args__ = (
        CheckConstraint(one_of("kind", *COST_KINDS), name="kind"),
        CheckConstraint(one_of("payer", *PAYERS), name="payer"),
        CheckConstraint(one_of("receipt", *RECEIPTS), name="receipt"),
        CheckConstraint("cents > 0", name="cents"),
        CheckConstraint("refunded_cents >= 0", name="refunded_cents"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    quote_id: Mapped[int | None] = mapped_column(ForeignKey("move_quotes.id"))
    kind: Mapped[str]
    title: Mapped[Text]
    cents: Mapped[int]
    ordered_on: Mapped[date | None]
    incurred_on: Mapped[date | None]
    receipt: Mapped[str]
    payer: Mapped[str]
    claim_by: Mapped[date | None]
    claimed_on: Mapped[date | None]
    refunded_cents: Mapped[int | None]
    refunded_on: Mapped[date | None]
    refused_because: Mapped[Text]
    note: Mapped[Text]
