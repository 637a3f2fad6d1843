"""Importing 20,000 rows of a table and 1,870 real kitas, against writing the same rows by SQL."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.desk import Desk
    from app.records.importing import Outcome

ROOT = Path(__file__).parent.parent.parent
KITAS = ROOT.parent / "shared" / "data" / "kitas_schleswig_holstein" / "kitas.json"
ROWS = 20_000
HEADS = (
    "Nummer;Einrichtung;Träger;Art;Straße;PLZ;Ort;Telefon;E-Mail;Internet;Öffnungszeiten;Plätze;"
    "Sprachen;barrierefrei;Breitengrad;Längengrad;Bemerkung"
)


def run(rounds: int) -> str:
    """Seconds in this process, after the imports of the program."""
    told = []
    with TemporaryDirectory() as folder:
        made = Path(folder) / "anbieter.csv"
        made.write_text(table(ROWS), encoding="cp1252")
        changed = Path(folder) / "geaendert" / "anbieter.csv"
        changed.parent.mkdir()
        changed.write_text(table(ROWS, town="Norddeich"), encoding="cp1252")
        told.append(_measured("Tabelle", made, rounds, changed))
    if KITAS.exists():
        told.append(_measured("Kitas", KITAS, rounds))
    else:
        told.append("Import der Kitas: ../shared/data fehlt")
    return "\n".join(told)


def table(rows: int, town: str = "Norden") -> str:
    """A table as offices keep it, every column filled."""
    lines = (
        f"K{number * 7:06d};Kita Strandläufer {number};Trägerverein {number % 300};Kita;"
        f"Am Alten Deich {number % 200 + 1};{26500 + number % 400};{town};"
        f"040 66969-{number % 1000:03d};kita{number}@example.org;www.example.org/{number};"
        f"Mo-Fr 7:30-16:30 Uhr;{number % 90 + 10};Deutsch, Englisch;ja;"
        f"53,{5000 + number % 999};7,{1000 + number % 899};Anruf ab 8 Uhr"
        for number in range(1, rows + 1)
    )
    return "\r\n".join((HEADS, *lines)) + "\r\n"


def _measured(name: str, path: Path, rounds: int, changed: Path | None = None) -> str:
    first, again, later, floors = [], [], [], []
    for _ in range(rounds):
        with TemporaryDirectory() as folder:
            desk = _desk(Path(folder) / "anbieter.hafen")
            seconds, outcome = _imported(desk, path)
            first.append(seconds)
            assert outcome.done is not None
            floors.append(_floor(desk, Path(folder) / "boden.hafen"))
            again.append(_imported(desk, path)[0])
            if changed is not None:
                seconds, other = _imported(desk, changed)
                assert other.imported.changed == outcome.imported.added, other.imported.changed
                later.append(seconds)
            desk.close()
    floor = median(floors)
    target = " (Ziel ≤ 10)" if changed is not None else " (Ziel ≤ 3)"
    more = f", alle geändert {median(later):.2f} s" if later else ""
    return (
        f"Import von {outcome.imported.added} Zeilen ({name}): {median(first):.2f} s{target}, noch "
        f"einmal dieselben {median(again):.2f} s{more}; dieselben Zeilen nur als SQL "
        f"{floor:.2f} s: {median(first) / floor:.1f} ×"
    )


def _desk(path: Path) -> Desk:
    from datetime import date

    from app.desk import open_desk
    from app.services.files import open_data
    from db.migrate import create

    create(path)
    return open_desk(open_data(path), ROOT / "resources", lambda: date(2026, 11, 23), "Messung")


def _imported(desk: Desk, path: Path) -> tuple[float, Outcome]:
    """Open, propose, preview, carry out."""
    from app.progress import finish

    began = time.perf_counter()
    source = finish(desk.imports.open(path))
    mapping = desk.imports.proposal(source).mapping
    preview = finish(desk.imports.preview(source, mapping))
    outcome = finish(desk.imports.carry_out(preview))
    return time.perf_counter() - began, outcome


def _floor(desk: Desk, path: Path) -> float:
    """Seconds to write the rows of the directory and their revisions by plain SQL."""
    from db.file import connect
    from db.migrate import create

    tables = ("organisations", "services", "places", "services_at_places", "batches", "revisions")
    source = desk.transactions.file.connect()
    rows = {name: source.execute(f"SELECT * FROM {name}").fetchall() for name in tables}  # noqa: S608
    source.close()
    create(path)
    target = connect(path, writable=True)
    began = time.perf_counter()
    target.execute("BEGIN")
    for name in tables:
        if rows[name]:
            marks = ",".join("?" * len(rows[name][0]))
            target.executemany(f"INSERT INTO {name} VALUES ({marks})", rows[name])  # noqa: S608
    target.execute("COMMIT")
    seconds = time.perf_counter() - began
    target.close()
    return seconds
