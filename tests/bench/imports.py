"""Reading and writing 1,870 real kitas, against reading the file's JSON alone."""

from __future__ import annotations

import json
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent.parent
LIST = ROOT.parent / "shared" / "data" / "kitas_schleswig_holstein" / "kitas.json"


def run(rounds: int) -> str:
    """Seconds in this process, after the imports of the program."""
    if not LIST.exists():
        return "Import der Kitas: ../shared/data fehlt"
    from datetime import date

    from app.desk import open_desk
    from app.progress import finish
    from app.services.files import open_data
    from db.migrate import create

    ours, floors = [], []
    for _ in range(rounds):
        began = time.perf_counter()
        json.loads(LIST.read_bytes())
        floors.append(time.perf_counter() - began)
        with TemporaryDirectory() as folder:
            path = Path(folder) / "kitas.hafen"
            create(path)
            file = open_data(path)
            desk = open_desk(file, ROOT / "resources", lambda: date(2026, 11, 23), "Messung")
            mapping = desk.exchange.mapping(
                ROOT / "resources" / "mappings" / "kitas_schleswig_holstein.toml"
            )
            began = time.perf_counter()
            outcome = finish(desk.exchange.import_providers(LIST, mapping))
            ours.append(time.perf_counter() - began)
            desk.close()
    return (
        f"Import von {outcome.imported.added} Kitas: {median(ours):.2f} s (Ziel ≤ 3), "
        f"nur JSON lesen {median(floors):.3f} s"
    )
