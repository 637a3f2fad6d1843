"""What a letter of the verification round says, frozen, and nothing else: internal notes have no
field here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.folder.contents import Address, Hours, Office
from app.records.providers import Category, ContactPerson, Cost

_NOWHERE = Address()
_UNKNOWN = Hours()


@dataclass(frozen=True)
class AskedEntry:
    """One service at one place as it stands in the directory; None and "" mean unknown. Ages in
    months of age. `costs` are those that hold today; `hours_given` is what was told in words."""

    category: Category
    service: str = ""
    site: str = ""
    address: Address = _NOWHERE
    hours: Hours = _UNKNOWN
    hours_given: str = ""
    closed_from: date | None = None
    closed_until: date | None = None
    min_age_months: int | None = None
    max_age_months: int | None = None
    places: int | None = None
    reserved_places: int | None = None
    free_places: int | None = None
    free_as_of: date | None = None
    waiting: int | None = None
    settling_weeks: int | None = None
    costs: tuple[Cost, ...] = ()
    languages: tuple[str, ...] = ()
    accessible: bool | None = None
    by_appointment: bool | None = None
    online_form: str = ""
    video: bool | None = None


@dataclass(frozen=True)
class AskingLetter:
    """A letter to one organisation about all its entries. `number` is its id, told in the
    reference so that an answer finds its way back."""

    created: date
    reply_by: date
    office: Office
    number: int
    name: str
    entries: tuple[AskedEntry, ...]
    operator: str = ""
    address: Address = _NOWHERE
    phone: str = ""
    email: str = ""
    website: str = ""
    contacts: tuple[ContactPerson, ...] = ()
    example: bool = False
