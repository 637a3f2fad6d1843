"""What an entry says of a school, in German. No Qt here: the terminal says the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.content.languages import language_name
from app.exchange.school_words import ALL_DAY, TYPES
from app.records.merging import Entry, Matter
from app.records.school_profiles import BLANK, ProfileDraft
from ui.widgets.hours_echo import echo


def value(entry: Entry, matter: Matter) -> str:
    """What an entry says of one of `MATTERS`; blank where that is only that it is not known."""
    return _VALUES[matter](entry.draft.school or BLANK)


def _classes(school: ProfileDraft) -> str:
    first, last = school.first_class, school.last_class
    if first is not None and last is not None:
        return f"{first} bis {last}"
    return f"ab {first}" if first is not None else f"bis {last}"


def _places(school: ProfileDraft) -> str:
    count = "" if school.all_day_places is None else str(school.all_day_places)
    on = f"Stand {school.as_of:%d.%m.%Y}" if school.as_of else ""
    return f"{count} ({on})" if count and on else count or on


_VALUES: Mapping[Matter, Callable[[ProfileDraft], str]] = {
    Matter.SCHOOL_TYPE: lambda school: TYPES[school.type],
    Matter.CLASSES: _classes,
    Matter.ALL_DAY: lambda school: ALL_DAY[school.all_day],
    Matter.ALL_DAY_HOURS: lambda school: echo(school.all_day_osm) or school.all_day_osm,
    Matter.ALL_DAY_PLACES: _places,
    Matter.TAUGHT: lambda school: ", ".join(map(language_name, school.languages)),
}
MATTERS = frozenset(_VALUES)
"""The matters of a school that are not told as they stand."""
