"""German words of the directory: categories, the age of a check, hours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.records.checking import CONFIRMED
from app.records.providers import Category
from app.rules import checking
from app.rules.checking import CheckAge
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


def checked(on: date | None, by: str, today: date, category: Category = Category.OTHER) -> str:
    """How old the last check by a person is, in words."""
    if on is None:
        return "noch nie geprüft"
    who, _, informant = by.partition(CONFIRMED)
    told = f"{wording.day(on)}{f' von {who}' if who else ''}"
    if informant:
        told += f", bestätigt durch {informant}"
    match checking.age(on, category.value, today):
        case CheckAge.STALE:
            return f"zuletzt geprüft {told}, {ago(on, today)}"
        case CheckAge.SOON:
            return f"geprüft {told}, bald wieder fällig"
        case _:
            return f"geprüft {told}"


def needs_check(on: date | None, today: date, category: Category = Category.OTHER) -> bool:
    """Whether somebody should look again: never checked, or too long ago for its category."""
    return checking.age(on, category.value, today) in (CheckAge.NEVER, CheckAge.STALE)


def ago(on: date, today: date) -> str:
    """How long ago a check was: vor 13 Monaten."""
    months = (today.year - on.year) * 12 + today.month - on.month - (today.day < on.day)
    if months < 1:
        return "vor weniger als einem Monat"
    return f"vor {months} Monaten" if months > 1 else "vor einem Monat"


def months(age: int | None) -> str:
    """An age in months as the office says it: 18 Monate, 3 Jahre."""
    if age is None:
        return ""
    if age and age % 12 == 0:
        years = age // 12
        return "1 Jahr" if years == 1 else f"{years} Jahre"
    return "1 Monat" if age == 1 else f"{age} Monate"
