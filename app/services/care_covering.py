"""Which providers cover all of a need by themselves."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.records.care_board import Covering, CoveringQuery, CoveringRow
from app.records.providers import Category
from app.rules import week_need
from app.rules.care_household import TERM_TIME
from app.rules.care_windows import windows
from app.rules.distance import kilometres
from app.rules.wall_time import Days
from app.services.care_data import PlaceData, place_data
from db.repositories import care_places

CHILDCARE = (Category.KITA, Category.CHILDMINDING, Category.ALL_DAY_CARE)


def covering(session: Session, query: CoveringQuery, need: str, days: Days) -> Covering:
    """Providers whose sure hours hold every minute of the need, nearest first; and how many could,
    were more known of their hours, ages or place. `need`: as `week_need.written` gives it."""
    wanted = week_need.minutes(need, days)
    found: list[CoveringRow] = []
    unknown = 0
    for row in care_places.places(session, {each.value for each in CHILDCARE}):
        place = place_data(row)
        km = _km(place, query)
        aged = _aged(place, query.age_months)
        too_far = query.within_km is not None and km is not None and km > query.within_km
        if aged is False or too_far:
            continue
        there = windows(place.hours, days, term_time=place.kind in TERM_TIME)
        covers: bool | None = not wanted & ~there.sure
        if not covers and not wanted & ~(there.sure | there.asked | there.unknown):
            covers = None
        if covers is False:
            continue
        placed = query.within_km is None or km is not None
        if covers and aged and placed:
            found.append(CoveringRow(place.id, place.name, km))
        else:
            unknown += 1
    found.sort(key=lambda each: (each.km is None, each.km or 0.0, each.name, each.id))
    return Covering(tuple(found), unknown)


def _km(place: PlaceData, query: CoveringQuery) -> float | None:
    if query.near is None or place.point is None:
        return None
    return round(kilometres(query.near, place.point), 3)


def _aged(place: PlaceData, months: int | None) -> bool | None:
    """Whether the age fits, None where the place says nothing."""
    if months is None:
        return True
    low, high = place.facts.min_age_months, place.facts.max_age_months
    if low is None and high is None:
        return None
    return (low is None or low <= months) and (high is None or months <= high)
