"""From where distances are measured for the family that is open: its home, its employer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.content.postcodes import centre_of
from app.errors import Refused
from app.records.directory import Near

if TYPE_CHECKING:
    from app.desk import Desk


def origins(desk: Desk | None, case_id: int | None, resources: Path) -> list[Near]:
    """Home and work of a case, as far as known; a home is its post code's middle."""
    if desk is None or case_id is None:
        return []
    try:
        draft = desk.candidates.case(case_id).draft
    except Refused:
        return []
    found: list[Near] = []
    home = centre_of(draft.home_postcode, resources)
    if home is not None:
        found.append(Near(f"Wohnung ({draft.home_town or draft.home_postcode})", *home, rough=True))
    if draft.employer is not None:
        found += _work(desk, draft.employer, resources)
    return found


def _work(desk: Desk, provider_id: int, resources: Path) -> list[Near]:
    try:
        employer = desk.providers.provider(provider_id).draft
    except Refused:
        return []
    name = f"Arbeit ({employer.organisation})"
    if employer.latitude is not None and employer.longitude is not None:
        return [Near(name, employer.latitude, employer.longitude)]
    middle = centre_of(employer.postcode, resources)
    return [Near(name, *middle, rough=True)] if middle else []
