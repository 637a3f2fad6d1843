"""German words of the directory: categories, the age of a check, hours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.records.providers import Category
from ui import wording

CATEGORIES: Mapping[Category, str] = {
    Category.KITA: "Kita",
    Category.CHILDMINDING: "Kindertagespflege",
    Category.SCHOOL: "Schule",
    Category.ALL_DAY_CARE: "Ganztag",
    Category.HOUSING: "Wohnen",
    Category.ESTATE_MANAGER: "Hausverwaltung",
    Category.MOVER: "Umzugsfirma",
    Category.EMPLOYER: "Arbeitgeber",
    Category.AUTHORITY: "Amt",
    Category.COUNSELLING: "Beratung",
    Category.LANGUAGE_COURSE: "Sprachkurs",
    Category.TRAINING: "Weiterbildung",
    Category.DOCTOR: "Gesundheit",
    Category.ELDER_CARE: "Altenbetreuung",
    Category.CLUB: "Verein",
    Category.LEISURE: "Freizeit, Inseln",
    Category.FUNDING_BODY: "Förderstelle",
    Category.NETWORK: "Netzwerk",
    Category.OTHER: "Sonstiges",
}

ICONS: Mapping[Category, str] = {
    Category.KITA: "baby",
    Category.CHILDMINDING: "hand-heart",
    Category.SCHOOL: "school",
    Category.ALL_DAY_CARE: "backpack",
    Category.HOUSING: "key-round",
    Category.ESTATE_MANAGER: "building-2",
    Category.MOVER: "truck",
    Category.EMPLOYER: "briefcase-business",
    Category.AUTHORITY: "landmark",
    Category.COUNSELLING: "messages-square",
    Category.LANGUAGE_COURSE: "languages",
    Category.TRAINING: "graduation-cap",
    Category.DOCTOR: "stethoscope",
    Category.ELDER_CARE: "heart-handshake",
    Category.CLUB: "users",
    Category.LEISURE: "waves",
    Category.FUNDING_BODY: "euro",
    Category.NETWORK: "network",
    Category.OTHER: "map-pin",
}
"""The sign of each kind on the map."""

STALE_DAYS = 365
DUE_DAYS = 180


def checked(on: date | None, by: str, today: date) -> str:
    """How old the last check by a person is, in words."""
    if on is None:
        return "noch nie geprüft"
    who = f" von {by}" if by else ""
    age = (today - on).days
    if age > STALE_DAYS:
        return f"zuletzt geprüft {wording.day(on)}{who}, vor über einem Jahr"
    if age > DUE_DAYS:
        return f"geprüft {wording.day(on)}{who}, bald wieder fällig"
    return f"geprüft {wording.day(on)}{who}"


def needs_check(on: date | None, today: date) -> bool:
    """Whether somebody should look again: never checked, or longer ago than a year."""
    return on is None or (today - on).days > STALE_DAYS


def months(age: int | None) -> str:
    """An age in months as the office says it: 18 Monate, 3 Jahre."""
    if age is None:
        return ""
    if age and age % 12 == 0:
        years = age // 12
        return "1 Jahr" if years == 1 else f"{years} Jahre"
    return "1 Monat" if age == 1 else f"{age} Monate"
