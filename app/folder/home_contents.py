"""Homes and dormitories as they are printed for a family, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PrintedHome:
    """One home. Cents of a euro: `rent_cents` a month, with all that comes with it where `is_warm`,
    else cold; None unknown. `viewing_at`: minutes of the day. `fits`: keys of the phrases
    homes.fits that hold; `ask`: something of it is not known. Title, contact and note are the
    landlord's own words and German."""

    title: str
    street: str = ""
    postcode: str = ""
    town: str = ""
    half_rooms: int | None = None
    square_metres: int | None = None
    rent_cents: int | None = None
    is_warm: bool = False
    price_cents: int | None = None
    deposit_cents: int | None = None
    entitled_only: bool = False
    free_from: date | None = None
    free_until: date | None = None
    viewing_on: date | None = None
    viewing_at: int | None = None
    contact: str = ""
    office: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    public_note: str = ""
    fits: tuple[str, ...] = ()
    ask: bool = False


@dataclass(frozen=True)
class PrintedDormitory:
    """A dormitory somebody applied to. `month_cents`: a place a month in cents of a euro, None
    unknown; `person`: for whom, blank where the household is one person; `state`: applied, waiting
    or offered; `rank` on the waiting list; `ask_on`: when the office asks there, or has to have the
    family's answer. Name and note are German."""

    name: str
    state: str
    applied_on: date
    town: str = ""
    phone: str = ""
    website: str = ""
    public_note: str = ""
    month_cents: int | None = None
    person: str = ""
    wanted_from: date | None = None
    rank: int | None = None
    ask_on: date | None = None
