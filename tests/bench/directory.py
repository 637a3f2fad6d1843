"""A hundred thousand providers: first rows, a search keystroke with its repaint, the nearest."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

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


def run(rounds: int) -> str:
    """Milliseconds in this process; the floor is the same window repainted without a search."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from app.__main__ import doors
    from app.paths import resources
    from app.records.directory import Near, ProviderOrder, ProviderQuery
    from app.services.files import open_data
    from app.services.lists import Lists
    from ui import start
    from ui.settings import Settings
    from ui.tabs import place

    with TemporaryDirectory() as folder:
        path = directory_file(Path(folder), NUMBER)
        firsts, nearest = [], []
        near = ProviderQuery(near=Near("Norden", 53.6, 7.2), order=ProviderOrder.NEAREST)
        for _ in range(rounds):
            file = open_data(path)
            lists = Lists(file, start.date.today)
            began = time.perf_counter()
            lists.provider_rows(lists.provider_ids(ProviderQuery())[:128])
            firsts.append((time.perf_counter() - began) * 1000)
            began = time.perf_counter()
            lists.provider_ids(near)
            nearest.append((time.perf_counter() - began) * 1000)
            lists.close()
            file.close()
        app = start.application()
        settings = Settings(parent=app)
        start.dress(app, resources(), settings)
        window = start.compose(doors(resources()), settings)
        window.resize(1366, 768)
        window.files.open(path)
        window.show()
        page = window.go_to(place("providers"))
        assert page is not None
        for _ in range(20):
            time.sleep(0.02)
            QApplication.processEvents()  # what a search needs is read once the rows are painted
        field = page.search_field()
        strokes, floors, wholes = [], [], []
        for word in TYPED:
            for end in range(1, len(word) + 1):
                began = time.perf_counter()
                field.setText(word[:end])
                field.searched.emit(word[:end])
                window.repaint()
                strokes.append((time.perf_counter() - began) * 1000)
                page.list.ids()  # type: ignore[attr-defined]
                wholes.append((time.perf_counter() - began) * 1000)
                QApplication.processEvents()
                began = time.perf_counter()
                window.repaint()
                floors.append((time.perf_counter() - began) * 1000)
        window.close()
        window.files.leave()
    return (
        f"100.000 Anbieter: erste Zeilen {median(firsts):.0f} ms; "
        f"Tastendruck mit Neuzeichnen p50 {median(strokes):.1f} ms, "
        f"p95 {quantiles(strokes, n=20)[-1]:.1f} ms (Ziel ≤ 25), "
        f"ganze Trefferliste p95 {quantiles(wholes, n=20)[-1]:.0f} ms; "
        f"nur Neuzeichnen {median(floors):.1f} ms; "
        f"nach Entfernung geordnet {median(nearest):.0f} ms"
    )
