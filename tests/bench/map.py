"""The map of the county with 2,000 providers: a frame while it is dragged and zoomed."""

from __future__ import annotations

import os
import random
import time
from statistics import median, quantiles

NUMBER = 2_000
WIDE, HIGH = 1366, 700
MOVES = 40


def run(rounds: int) -> str:
    """Milliseconds a repaint; the floor is a widget of the same size that paints one picture."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPainter, QPixmap
    from PySide6.QtWidgets import QWidget

    from app.content.county_map import county_map
    from app.paths import resources
    from ui import start
    from ui.providers.words import ICONS
    from ui.settings import Settings
    from ui.widgets.county_map import CountyMapView
    from ui.widgets.map_marks import Mark, PlaceMark

    class Floor(QWidget):
        def paintEvent(self, event):  # noqa: N802
            painter = QPainter(self)
            painter.drawPixmap(0, 0, picture)
            painter.end()

    app = start.application()
    start.dress(app, resources(), Settings(parent=app))
    dice = random.Random(5)  # noqa: S311
    view = CountyMapView(county_map(resources()))
    own = county_map(resources()).own()
    kinds = list(ICONS.values())
    marks = []
    for key in range(NUMBER):
        x, y = dice.choice(own).label
        place = x + dice.gauss(0, 3), y + dice.gauss(0, 3)
        marks.append(Mark(key, f"Anbieter {key}", place, dice.choice(kinds)))
    view.set_marks(marks)
    view.set_places([PlaceMark("Wohnung", marks[0].place, "house", "ungefähr: Ortsmitte")])
    view.resize(WIDE, HIGH)
    view.show()
    picture = QPixmap(WIDE, HIGH)
    floor = Floor()
    floor.resize(WIDE, HIGH)
    floor.show()
    app.processEvents()

    def frame(widget: QWidget) -> float:
        began = time.perf_counter()
        widget.repaint()
        return (time.perf_counter() - began) * 1000

    drags, zooms, sharps, floors = [], [], [], []
    for _ in range(rounds):
        view.show_all()
        view.repaint()
        for turn in range(14):
            began = time.perf_counter()
            view.zoom(1.25, QPointF(500 + turn * 9, 300))
            view.repaint()
            zooms.append((time.perf_counter() - began) * 1000)
            view._settling.stop()
            sharps.append(frame(view))
            floors.append(frame(floor))
        view.show_all()
        for step in (1.0, 2.5, 2.5):
            view.zoom(step)
            for move in range(MOVES):
                view._move(9, 4 if move < MOVES / 2 else -12)
                drags.append(frame(view))
                app.processEvents()
                floors.append(frame(floor))
    view.close()
    floor.close()
    return (
        f"Karte mit {NUMBER} Anbietern, {WIDE} × {HIGH}: verschieben p50 {median(drags):.1f} ms, "
        f"p95 {quantiles(drags, n=20)[-1]:.1f} ms, max {max(drags):.1f} ms (Ziel ≤ 16); "
        f"Maßstab ändern p50 {median(zooms):.1f} ms, p95 {quantiles(zooms, n=20)[-1]:.1f} ms, "
        f"danach scharf gezeichnet p50 {median(sharps):.1f} ms; "
        f"leeres Bild p50 {median(floors):.2f} ms, "
        f"Verhältnis {median(drags) / median(floors):.1f}"
    )
