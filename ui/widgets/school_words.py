"""German words of what a school is besides the directory. No Qt here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.content.languages import language_name
from app.content.municipalities import municipalities
from app.exchange.school_words import TYPES
from app.paths import resources
from app.records.school_profiles import ProfileDraft
from app.rules.school_matching import AllDay

ALL_DAY: Mapping[AllDay, str] = {
    AllDay.UNKNOWN: "unbekannt",
    AllDay.NONE: "kein Ganztag",
    AllDay.OPEN: "offen (freiwillig)",
    AllDay.PARTLY_BOUND: "teilgebunden",
    AllDay.BOUND: "gebunden (Pflicht)",
}


def kind(profile: ProfileDraft) -> str:
    """What type of school it is."""
    return TYPES[profile.type]


def facts(profile: ProfileDraft) -> Iterator[str]:
    """Classes, all-day form and free places, each as one piece of a line."""
    if profile.first_class is not None and profile.last_class is not None:
        yield f"Klasse {profile.first_class} bis {profile.last_class}"
    if profile.all_day is AllDay.NONE:
        yield ALL_DAY[profile.all_day]
    elif profile.all_day is not AllDay.UNKNOWN:
        yield f"Ganztag: {ALL_DAY[profile.all_day]}"
    if profile.all_day_places is not None and profile.as_of is not None:
        places = profile.all_day_places
        count = f"{places or 'keine'}\u00a0{'Ganztagsplatz' if places == 1 else 'Ganztagsplätze'}"
        yield f"{count} frei, Stand {profile.as_of:%d.%m.%Y}"


def further(profile: ProfileDraft) -> Iterator[str]:
    """Whom it takes, what it offers besides, in which languages it teaches, piece by piece."""
    if profile.catchment:
        names = {each.ags: each.name for each in municipalities(resources())}
        where = ", ".join(names.get(key, key) for key in profile.catchment)
        yield f"nimmt Kinder aus {where}"
    for said, yes, no in (
        (profile.german_class, "Deutschförderung", "keine Deutschförderung"),
        (profile.holiday_care, "Ferienbetreuung", "keine Ferienbetreuung"),
    ):
        if said is not None:
            yield yes if said else no
    if profile.languages:
        yield f"unterrichtet {', '.join(map(language_name, profile.languages))}"
