"""Who was not spoken with for long, and what is to be chased, among 2,000 cases with 20,000
contacts."""

from __future__ import annotations

import random
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.timeline import CASES, TODAY, timeline_file

CONTACTS = 10


def run(rounds: int) -> str:
    """Milliseconds in this process; the floor is one pass over the contacts in SQL."""
    from app.content.catalogue import load_catalogue
    from app.desk import open_desk
    from app.paths import resources
    from app.services.files import open_data

    catalogue = load_catalogue(resources())
    with TemporaryDirectory() as folder:
        path = timeline_file(Path(folder), [step.id for step in catalogue.steps])
        _write_contacts(path)
        desk = open_desk(open_data(path), resources(), lambda: TODAY, "Messung")
        silent, chases, floors = [], [], []
        for _ in range(rounds):
            with desk.transactions.file.connect() as connection:
                began = time.perf_counter()
                connection.execute('SELECT case_id, max("on") FROM contacts GROUP BY 1').fetchall()
                floors.append((time.perf_counter() - began) * 1000)
            began = time.perf_counter()
            cases = desk.silence.cases()
            silent.append((time.perf_counter() - began) * 1000)
            began = time.perf_counter()
            due = desk.contacts.due()
            chases.append((time.perf_counter() - began) * 1000)
        desk.close()
    return (
        f"Ohne Kontakt, {len(cases)} von {CASES} Fällen: {median(silent):.0f} ms (Ziel ≤ 200); "
        f"{len(due)} nachzufassen: {median(chases):.0f} ms; "
        f"ein Gang durch {CASES * CONTACTS} Kontakte in SQL {median(floors):.0f} ms"
    )


def _write_contacts(path: Path) -> None:
    from db.file import connect

    dice = random.Random(5)  # noqa: S311 - figures, no secrets
    connection = connect(path, writable=True)
    connection.execute("BEGIN")
    for (case,) in connection.execute("SELECT id FROM cases").fetchall():
        connection.executemany(
            'INSERT INTO contacts (case_id, "on", channel, counterpart, text, follow_up_on,'
            " follow_up, followed_up_on) VALUES (?, ?, 'phone', ?, 'Kita?', ?, 'Fragen', ?)",
            [_contact(dice, case) for _ in range(CONTACTS)],
        )
    connection.execute("COMMIT")
    connection.close()


def _contact(dice: random.Random, case: int) -> tuple[object, ...]:
    on: date = TODAY - timedelta(days=dice.randrange(400))
    follow = on + timedelta(days=dice.randrange(30)) if dice.random() < 0.3 else None
    done = follow if follow is not None and dice.random() < 0.9 else None
    return (
        case,
        str(on),
        "family" if dice.random() < 0.4 else "body",
        follow and str(follow),
        done and str(done),
    )
