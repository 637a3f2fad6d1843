"""The whole office in one picture: 2,000 cases opened, 20,000 marks scrolled."""

from __future__ import annotations

import os
import random
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from tests.bench.office import cases_file

CASES, MARKS, OTHERS = 2_000, 10, 70
TODAY = date(2026, 11, 23)
WIDE, HIGH = 1366, 640
FRAMES = 240


def run(rounds: int) -> str:
    """Milliseconds in this process; the floor is an empty scroll area of the same size that is
    filled once a frame."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QColor, QPainter, QPaintEvent
    from PySide6.QtWidgets import QAbstractScrollArea, QApplication

    from app.content.catalogue import load_catalogue
    from app.paths import resources
    from app.records.timeline import TimelineQuery
    from app.services.files import open_data
    from app.services.lists import Lists
    from ui import start
    from ui.onboarding.office import OfficeSheet
    from ui.settings import Settings

    class Floor(QAbstractScrollArea):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            QPainter(self.viewport()).fillRect(event.rect(), QColor("#FFFFFF"))

        def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
            self.viewport().update()

    app = start.application()
    start.dress(app, resources(), Settings(parent=app))
    catalogue = load_catalogue(resources())
    with TemporaryDirectory() as folder:
        path = timeline_file(Path(folder), [step.id for step in catalogue.steps])
        file = open_data(path)
        lists = Lists(file, lambda: TODAY)
        lists.name_steps({step.id: step.short.in_language("de") for step in catalogue.steps})
        sheet, floor = OfficeSheet(), Floor()
        for widget in (sheet, floor):
            widget.resize(WIDE, HIGH)
            widget.show()
        reads, opens = [], []
        for _ in range(rounds):
            began = time.perf_counter()
            timeline = lists.office_timeline(TimelineQuery())
            reads.append((time.perf_counter() - began) * 1000)
            sheet.set_timeline(timeline)
            sheet.repaint()
            QApplication.processEvents()
            opens.append((time.perf_counter() - began) * 1000)
        lists.close()
        file.close()
    floor.verticalScrollBar().setRange(0, sheet.verticalScrollBar().maximum())
    frames, floors = [], []
    for widget, found in ((floor, floors), (sheet, frames)):
        down, across = widget.verticalScrollBar(), widget.horizontalScrollBar()
        for number in range(FRAMES):
            began = time.perf_counter()
            down.setValue(number * down.maximum() // FRAMES)
            across.setValue(number * across.maximum() // FRAMES)
            widget.viewport().repaint()
            found.append((time.perf_counter() - began) * 1000)
    sheet.close()
    floor.close()
    marks = len(timeline.days)
    return (
        f"{CASES} Fälle, {marks} Zeichen: gelesen in {median(reads):.0f} ms, "
        f"offen in {median(opens):.0f} ms (Ziel ≤ 200); "
        f"gerollt und neu gezeichnet p50 {median(frames):.1f} ms, "
        f"p95 {quantiles(frames, n=20)[-1]:.1f} ms (Ziel ≤ 16); "
        f"leere Fläche p50 {median(floors):.1f} ms, p95 {quantiles(floors, n=20)[-1]:.1f} ms"
    )


def timeline_file(folder: Path, templates: list[str], number: int = CASES) -> Path:
    """A file with so many running cases, ten open milestones each among many other steps; the
    same every time."""
    from db.file import connect

    path = cases_file(folder, number)
    dice = random.Random(11)  # noqa: S311 - figures, no secrets
    connection = connect(path, writable=True)
    connection.execute("BEGIN")
    for given, family in (("Selin", "Wattmann"), ("Tomke", "Harms"), ("Jelto", "Freese")):
        connection.execute(
            "INSERT INTO advisors (given, family, active) VALUES (?, ?, 1)", (given, family)
        )
    connection.execute("UPDATE cases SET advisor_id = 1 + id % 3, barred = (id % 7 = 0)")
    cases = [row[0] for row in connection.execute("SELECT id FROM cases")]
    for case in cases:
        start = TODAY + timedelta(days=dice.randrange(-200, 400))
        connection.execute(
            'INSERT INTO anchors (case_id, kind, "on", precision)'
            " VALUES (?, 'work_start', ?, 'day')",
            (case, str(start)),
        )
        connection.executemany(
            "INSERT INTO steps (case_id, track, template, phase, roles, applies, anchor, offset,"
            " kind, due, state, pinned, precision) VALUES (?, ?, ?, '', ?, 'yes', 'work_start',"
            " 'P0D', ?, ?, ?, ?, 'day')",
            [_step(dice, case, start, at, templates) for at in range(MARKS + OTHERS)],
        )
    connection.execute("COMMIT")
    connection.close()
    return path


def _step(
    dice: random.Random, case: int, start: date, at: int, templates: list[str]
) -> tuple[object, ...]:
    open_milestone = at < MARKS
    track = "onboarding" if at < MARKS + OTHERS // 3 else "relocation"
    due = start + timedelta(days=dice.randrange(-120, 365))
    return (
        case,
        track,
        templates[at % len(templates)],
        dice.choice(("hr", "mentor", "ward it", "service_point", "employer service_point")),
        "duty" if at == 3 else "advice",
        str(due),
        "open" if open_milestone or track == "relocation" else "done",
        int(at == 5),
    )
