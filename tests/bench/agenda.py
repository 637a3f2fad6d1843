"""The day of the whole office: read from 2,000 cases with 160,000 steps, and shown."""

from __future__ import annotations

import os
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.timeline import TODAY, timeline_file


def run(rounds: int) -> str:
    """Milliseconds in this process; the floor is one pass over the steps in SQL."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from app.content.catalogue import load_catalogue
    from app.paths import resources
    from app.records.agenda import AgendaQuery, Part
    from app.services.files import open_data
    from app.services.lists import Lists
    from ui import start
    from ui.settings import Settings
    from ui.today.model import sections
    from ui.today.view import DayList

    app = start.application()
    start.dress(app, resources(), Settings(parent=app))
    catalogue = load_catalogue(resources())
    with TemporaryDirectory() as folder:
        path = timeline_file(Path(folder), [step.id for step in catalogue.steps])
        file = open_data(path)
        floors, reads, opens = [], [], []
        view = DayList()
        view.resize(912, 640)
        view.show()
        for number in range(rounds):
            lists = Lists(file, lambda: TODAY)
            lists.name_steps({step.id: step.short.in_language("de") for step in catalogue.steps})
            lists.changed_elsewhere()
            with file.connect() as connection:
                began = time.perf_counter()
                connection.execute(
                    "SELECT count(*) FROM steps WHERE due <= '2026-11-30'"
                ).fetchone()
                floors.append((time.perf_counter() - began) * 1000)
            began = time.perf_counter()
            agenda = lists.agenda(AgendaQuery())
            reads.append((time.perf_counter() - began) * 1000)
            view.set_agenda(agenda, sections(agenda, {}, None), same=number > 0)
            view.repaint()
            QApplication.processEvents()
            opens.append((time.perf_counter() - began) * 1000)
            lists.close()
        view.close()
        file.close()
    return (
        f"Tag des Amtes, {sum(agenda.totals[part] for part in Part)} Schritte und Sperren an der "
        f"Reihe: gelesen in {median(reads):.0f} ms, offen in {median(opens):.0f} ms (Ziel ≤ 200); "
        f"ein Gang durch die Schritte in SQL {median(floors):.0f} ms"
    )
