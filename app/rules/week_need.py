"""A need of care written as weekdays and hours, on an ordinary week."""

from __future__ import annotations

import re
from datetime import date, timedelta

from app.rules.calendar import CalendarUnknown, public_holidays, school_holidays
from app.rules.care_windows import windows
from app.rules.hours import check
from app.rules.wall_time import Days

_WEEK = 7
_LOOKED_AT = 60
_WEEKDAYS = {
    "mo": "Mo",
    "tu": "Tu",
    "di": "Tu",
    "we": "We",
    "mi": "We",
    "th": "Th",
    "do": "Th",
    "fr": "Fr",
    "sa": "Sa",
    "su": "Su",
    "so": "Su",
}
_NAMED = re.compile(r"\b(mo|tu|di|we|mi|th|do|fr|sa|su|so)\b", re.IGNORECASE)


def written(text: str) -> str | None:
    """A need such as "MO-FR 07:30-17:15" or "Di, Do 20:45-06:15" as an OSM opening_hours value;
    None where it is not one. Weekdays may be English or German."""
    osm = _NAMED.sub(lambda day: _WEEKDAYS[day[0].lower()], " ".join(text.split()))
    return osm if check(osm) is None else None


def minutes(osm: str, days: Days) -> int:
    """The minutes of a need that `written` gave. On an ordinary week of seven days a night from
    Sunday to Monday counts in the morning of the Monday before."""
    return windows(osm, days).sure


def ordinary_week(today: date) -> Days:
    """The next week from Monday to Sunday without a public or school holiday of Lower Saxony and
    without a change of clocks; where none is known to be so, the next week."""
    first = today + timedelta(days=_WEEK - today.weekday())
    for count in range(_LOOKED_AT):
        days = Days(first + timedelta(weeks=count), _WEEK)
        if _is_ordinary(days):
            return days
    return Days(first, _WEEK)


def _is_ordinary(days: Days) -> bool:
    try:
        return days.length == _WEEK * 1440 and not any(
            on in public_holidays(on.year) or on in school_holidays(on.year)
            for on in (days.first + timedelta(days=place) for place in range(-1, _WEEK + 1))
        )
    except CalendarUnknown:
        return False
