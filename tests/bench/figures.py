"""The figures of a year over 10,000 cases with 100,000 contacts, against reading their rows."""

from __future__ import annotations

import random
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

CASES = 10_000
CONTACTS = 10
TODAY = date(2026, 11, 23)
COUNTRIES = ("DE", "NL", "PL", "TN", "IN", "VN", "PH", "UA", "CO", "")
TOPICS = ("work", "housing", "childcare", "school", "language", "recognition")
STAGES = ("interest", "visit", "contract", "preboarding", "arrival", "induction")
TABLES = ("cases", "people", "contacts", "contact_topics", "facts", "anchors", "stage_changes")


def run(rounds: int) -> str:
    """Milliseconds in this process; the floor fetches every row of the tables that are counted."""
    from app.desk import open_desk
    from app.paths import resources
    from app.progress import finish
    from app.records.figures import Period
    from app.services.files import open_data

    with TemporaryDirectory() as folder:
        path = figures_file(Path(folder))
        desk = open_desk(open_data(path), resources(), lambda: TODAY, "Messung")
        counted, floors = [], []
        year = Period(date(2026, 1, 1), date(2026, 12, 31))
        for _ in range(rounds):
            began = time.perf_counter()
            report = finish(desk.figures.report(year))
            counted.append((time.perf_counter() - began) * 1000)
            with desk.transactions.file.connect() as connection:
                began = time.perf_counter()
                rows = [connection.execute(f"SELECT * FROM {each}").fetchall() for each in TABLES]  # noqa: S608
                floors.append((time.perf_counter() - began) * 1000)
        desk.close()
    return (
        f"Zahlen eines Jahres, {CASES} Fälle: {median(counted):.0f} ms (Ziel ≤ 2000), "
        f"{len(report.tables)} Tabellen, zwei Jahre mit Quartalen; "
        f"{sum(map(len, rows))} Zeilen nur gelesen "
        f"{median(floors):.0f} ms, {median(counted) / median(floors):.1f}-mal so lang"
    )


def figures_file(folder: Path) -> Path:
    """A new file of two years: households with contacts, topics, stages, facts and dates."""
    from db.file import connect
    from db.migrate import create

    path = folder / "zahlen.hafen"
    create(path)
    dice = random.Random(11)  # noqa: S311 - figures, no secrets
    connection = connect(path, writable=True)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN")
    for case in range(1, CASES + 1):
        _write(connection, dice, case)
    connection.execute("COMMIT")
    connection.close()
    return path


def _write(connection, dice, case):
    began = TODAY - timedelta(days=dice.randrange(30, 730))
    connection.execute(
        "INSERT INTO cases (id, language, profession, origin, source, home_street, stage,"
        " stage_rank, registered_on) VALUES (?, 'de', 'nurse', ?, 'Messe', 'Weg 1', 'interest', 0,"
        " ?)",
        (case, dice.choice(COUNTRIES), str(began)),
    )
    connection.executemany(
        "INSERT INTO people (case_id, role, given, nationality, gender, birth_year, birth_month,"
        " birth_day) VALUES (?, ?, 'Amira', ?, ?, ?, 5, 17)",
        [
            (case, role, dice.choice(COUNTRIES), dice.choice("fm"), dice.randrange(1950, 2024))
            for role in ("professional", "partner", "child", "child")[: dice.randrange(1, 5)]
        ],
    )
    for number in range(CONTACTS):
        key = (case - 1) * CONTACTS + number + 1
        on = began + timedelta(days=dice.randrange(max((TODAY - began).days, 1)))
        connection.execute(
            'INSERT INTO contacts (id, case_id, "on", channel, counterpart, text)'
            " VALUES (?, ?, ?, ?, ?, 'Kita?')",
            (key, case, str(on), dice.choice(("phone", "email", "visit")), _with(dice)),
        )
        connection.executemany(
            "INSERT INTO contact_topics (contact_id, topic) VALUES (?, ?)",
            [(key, topic) for topic in dice.sample(TOPICS, 2)],
        )
    connection.executemany(
        "INSERT INTO facts (case_id, key, value, noted_on) VALUES (?, ?, ?, ?)",
        [
            (case, "home_found", dice.choice(("yes", "no")), str(began)),
            (case, "moves_from", dice.choice(("de", "eu", "third")), str(began)),
        ],
    )
    connection.executemany(
        "INSERT INTO anchors (case_id, kind, \"on\", precision) VALUES (?, ?, ?, 'day')",
        [
            (case, "entry", str(began + timedelta(days=90))),
            (case, "work_start", str(began + timedelta(days=120))),
        ],
    )
    connection.executemany(
        'INSERT INTO stage_changes (case_id, "on", stage, failed) VALUES (?, ?, ?, 0)',
        [
            (case, str(began + timedelta(days=30 * at)), stage)
            for at, stage in enumerate(STAGES[: dice.randrange(1, 7)])
        ],
    )


def _with(dice):
    return "family" if dice.random() < 0.7 else "body"
