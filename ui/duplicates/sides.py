"""What one has to know of each of two entries before one of them goes."""

from __future__ import annotations

from datetime import date

from app.records.merging import Entry, Matter
from ui.duplicates import words
from ui.duplicates.words import listed
from ui.providers.words import CATEGORIES, checked


def value(entry: Entry, matter: Matter) -> str:
    """What an entry says of a matter, in one line or several; blank where it says nothing."""
    if matter is Matter.CATEGORY:
        return CATEGORIES[entry.draft.category]
    return words.value(entry, matter)


def used(entry: Entry) -> tuple[str, ...]:
    """Where an entry is used, a line each; none where it is not."""
    told = [
        ("Arbeitgeber von", [name for _, name in entry.used_by]),
        ("Nachfolger von", entry.follows),
        ("Belegplätze für das Personal bei", entry.keeps_places),
    ]
    return tuple(f"{what} {listed(names)}" for what, names in told if names)


def state(entry: Entry, today: date) -> str:
    """When it was checked and by whom."""
    said = checked(entry.checked_on, entry.checked_by, today, entry.draft.category)
    return said[:1].upper() + said[1:]


def together(entry: Entry) -> str:
    """Who else changes with the organisation of the entry; blank where nobody does."""
    if not entry.neighbours:
        return ""
    others = len(entry.neighbours)
    many = "einen weiteren Eintrag" if others == 1 else f"{others} weitere Einträge"
    return (
        "Name, Träger, Telefon, E-Mail, Internet und Ansprechpersonen gelten auch für "
        f"{many} derselben Einrichtung: {listed(entry.neighbours)}."
    )
