"""A hundred thousand cases: the first rows, and a search keystroke with its repaint."""

from __future__ import annotations

import os
import time
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from tests.bench.office import cases_file

NUMBER = 100_000
TYPED = ("mueller", "petersen ar", "nguyen thi", "kowal", "ben amor sa", "0421", "hebamme", "de vr")


def run(rounds: int) -> str:
    """Milliseconds in this process; the floor is the same window repainted without a search."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from app.__main__ import doors
    from app.paths import resources
    from app.records.cases import CaseQuery
    from app.services.files import open_data
    from app.services.lists import Lists
    from ui import start
    from ui.settings import Settings
    from ui.tabs import place

    with TemporaryDirectory() as folder:
        path = cases_file(Path(folder), NUMBER)
        firsts = []
        for _ in range(rounds):
            file = open_data(path)
            lists = Lists(file, start.date.today)
            began = time.perf_counter()
            lists.case_rows(lists.case_ids(CaseQuery())[:128])
            firsts.append((time.perf_counter() - began) * 1000)
            lists.close()
            file.close()
        app = start.application()
        settings = Settings(parent=app)
        start.dress(app, resources(), settings)
        window = start.compose(doors(resources()), settings)
        window.resize(1366, 768)
        window.files.open(path)
        window.show()
        QApplication.processEvents()
        page = window.go_to(place("candidates"))
        assert page is not None
        field = page.search_field()
        strokes, floors = [], []
        for word in TYPED:
            for end in range(1, len(word) + 1):
                began = time.perf_counter()
                field.setText(word[:end])
                field.searched.emit(word[:end])
                window.repaint()
                QApplication.processEvents()
                strokes.append((time.perf_counter() - began) * 1000)
                began = time.perf_counter()
                window.repaint()
                QApplication.processEvents()
                floors.append((time.perf_counter() - began) * 1000)
        window.close()
        window.files.leave()
    return (
        f"100.000 Fälle: erste Zeilen {median(firsts):.0f} ms (Ziel ≤ 60); "
        f"Tastendruck mit Neuzeichnen p50 {median(strokes):.0f} ms, "
        f"p95 {quantiles(strokes, n=20)[-1]:.0f} ms (Ziel ≤ 25); "
        f"nur Neuzeichnen {median(floors):.0f} ms"
    )
