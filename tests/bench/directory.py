"""A hundred thousand providers: first rows, a search keystroke with its repaint, the nearest."""

from __future__ import annotations

import random
from pathlib import Path

from db.file import connect
from db.folding import search_text, sort_key
from db.migrate import create
from db.tables.provider import CATEGORIES

NUMBER = 100_000
TYPED = ("kita norden", "grundschule au", "arabisch", "mue", "04931 92", "sankt", "pflege no")
KINDS = ("Kita", "Kindergarten", "Grundschule", "Praxis", "Pflegedienst", "Umzüge", "Verein")
NAMES = ("Deichspatzen", "Möwennest", "Am Markt", "Sankt Ludgeri", "Müller", "Janßen", "Wattwurm")
TOWNS = (
    ("26506", "Norden", 53.60, 7.20),
    ("26603", "Aurich", 53.47, 7.48),
    ("26524", "Hage", 53.60, 7.28),
    ("26624", "Südbrookmerland", 53.48, 7.34),
    ("26721", "Emden", 53.37, 7.21),
)
LANGUAGES = ("", "en", "ar en", "uk ru", "tr")
SPOKEN = {
    "": "",
    "en": "Englisch",
    "ar en": "Arabisch Englisch",
    "uk ru": "Ukrainisch Russisch",
    "tr": "Türkisch",
}


def directory_file(folder: Path, number: int) -> Path:
    """A new file in `folder` with so many invented providers, the same every time."""
    path = folder / f"anbieter-{number}.hafen"
    create(path)
    dice = random.Random(11)  # noqa: S311 - figures, no secrets
    connection = connect(path, writable=True)
    connection.execute("BEGIN")
    for each in range(1, number + 1):
        name = f"{dice.choice(KINDS)} {dice.choice(NAMES)} {each if each % 3 else ''}".strip()
        postcode, town, north, east = dice.choice(TOWNS)
        spoken = dice.choice(LANGUAGES)
        phone = f"0{dice.randrange(4900, 4999)} {dice.randrange(10_000, 99_999)}"
        street = f"Straße {each % 200}"
        connection.execute(
            "INSERT INTO organisations (id, name, phone) VALUES (?, ?, ?)", (each, name, phone)
        )
        connection.execute(
            "INSERT INTO services (id, organisation_id, category, languages) VALUES (?, ?, ?, ?)",
            (each, each, dice.choice(CATEGORIES), spoken),
        )
        connection.execute(
            "INSERT INTO places (id, organisation_id, street, postcode, town, latitude, longitude)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (each, each, street, postcode, town, north + dice.random() / 20, east),
        )
        connection.execute(
            "INSERT INTO services_at_places (id, service_id, place_id, saved_at, search, sort_key)"
            " VALUES (?, ?, ?, '2026-11-01 08:00:00', ?, ?)",
            (
                each,
                each,
                each,
                search_text(name, street, postcode, town, SPOKEN[spoken], phone.replace(" ", "")),
                sort_key(name),
            ),
        )
    connection.execute("COMMIT")
    connection.close()
    return path
