"""Moving the first working day of a case: what the preview costs, and what doing it costs."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.bench.households import TODAY

if TYPE_CHECKING:
    from app.desk import Desk

WEEKS = 6
CASES = range(1, 7)


def run(rounds: int) -> str:
    """Milliseconds over the six example families, beside reading the same records alone."""
    from app import demo
    from app.desk import open_desk
    from app.paths import resources
    from app.progress import finish
    from db.file import open_file

    with TemporaryDirectory() as folder:
        path = finish(demo.make(Path(folder) / demo.FILE, resources()))
        desk = open_desk(open_file(path), resources(), lambda: TODAY, "Messung")
        found = [_one(desk, case) for _ in range(rounds) for case in CASES]
        desk.close()
    floor, preview, move = (median(times) for times in zip(*found, strict=True))
    return (
        f"ein Fall: Vorschau {preview:.1f} ms, verschieben {move:.1f} ms (Ziel ≤ 20), "
        f"{preview / floor:.1f}- und {move / floor:.1f}-mal so lange wie das Lesen allein "
        f"({floor:.1f} ms)"
    )


def _one(desk: Desk, case: int) -> tuple[float, float, float]:
    from app.records.redating import Redating
    from app.rules.calendar import Day
    from app.rules.terms import AnchorKind
    from db.repositories import cases

    began = time.perf_counter()
    with desk.transactions.reading() as session:
        cases.by_id(session, case)
        for read in (cases.people, cases.facts, cases.anchors, cases.steps, cases.documents):
            read(session, case)
        floor = time.perf_counter() - began
    start = desk.candidates.case(case).anchors[AnchorKind.WORK_START]
    wanted = Redating(((AnchorKind.WORK_START, Day(start.on + timedelta(weeks=WEEKS))),))
    began = time.perf_counter()
    desk.dates.preview(case, wanted)
    preview = time.perf_counter() - began
    began = time.perf_counter()
    done = desk.dates.move(case, wanted)
    move = time.perf_counter() - began
    assert done.batch is not None
    desk.history.undo(done.batch)
    return floor * 1000, preview * 1000, move * 1000
