"""What a case may get, among the shipped programmes and as many of the office's own."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

TODAY = date(2026, 11, 23)
OWN = 20


def run(rounds: int) -> str:
    """Milliseconds in this process; the floor is reading the case and deriving its facts."""
    from app.desk import open_desk
    from app.paths import resources
    from app.rules.deriving import derive
    from app.services.known import known_facts
    from app.services.seen import anchor_days, household_of
    from db.file import open_file
    from db.migrate import create
    from db.repositories import cases
    from tests.makers import make_case, with_dates
    from tests.services.funding_commands import KREIS

    with TemporaryDirectory() as folder:
        path = Path(folder) / "servicestelle.hafen"
        create(path)
        file = open_file(path)
        desk = open_desk(file, resources(), lambda: TODAY, "Messung")
        case = make_case(desk, children=2)
        with_dates(desk, case)
        for number in range(OWN):
            desk.funding.add(replace(KREIS, title=f"Zuschuss {number}", most_cents=number + 1))
        desk.funding.consider(case, "recognition_grant")
        answers, floors = [], []
        for _ in range(rounds):
            began = time.perf_counter()
            with desk.transactions.reading() as session:
                row = cases.by_id(session, case)
                assert row is not None
                anchors = anchor_days(cases.anchors(session, case))
                people = cases.people(session, case)
                known = known_facts(session, case)
                derive(household_of(row, people, known, anchors), TODAY)
            floors.append((time.perf_counter() - began) * 1000)
            began = time.perf_counter()
            board = desk.funding.answer(case)
            answers.append((time.perf_counter() - began) * 1000)
        desk.close()
    return (
        f"Förderung, {len(board.offers)} Programme für einen Fall: {median(answers):.1f} ms "
        f"(Ziel ≤ 50); den Fall lesen und seine Tatsachen ableiten {median(floors):.1f} ms"
    )
