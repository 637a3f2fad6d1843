"""A data file with many invented cases, for measuring lists and search."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from db.file import connect
from db.folding import search_text, sort_key
from db.migrate import create
from db.tables.case import NEVER, STAGES

GIVEN = ("Amira", "Jana", "Lucía", "Malte", "Thị Mai", "Olena", "Réka", "Sami", "Femke", "Nilufar")
FAMILY = ("Müller", "Nguyễn", "de Vries", "Petersen", "Ковальчук", "Saathoff", "Ben Amor", "Krüger")
WORK = ("Pflegefachfrau", "Arzt", "Hebamme", "Physiotherapeutin", "Auszubildende Pflege")


def cases_file(folder: Path, number: int) -> Path:
    """A new file in `folder` with so many cases, the same every time."""
    path = folder / f"faelle-{number}.hafen"
    create(path)
    dice = random.Random(7)  # noqa: S311 - figures, no secrets
    connection = connect(path, writable=True)
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO cases (language, occupation, stage, stage_rank, registered_on, home_town,"
        " name, sort_key, search, due_key, next_step, arrival_key)"
        " VALUES ('de', ?, ?, ?, '2026-01-01', 'Norden', ?, ?, ?, ?, 'Wohnsitz anmelden', ?)",
        (_case(dice, each) for each in range(number)),
    )
    connection.execute("COMMIT")
    connection.close()
    return path


def _case(dice: random.Random, number: int) -> tuple[object, ...]:
    family = f"{dice.choice(FAMILY)}-{number:06d}" if number % 3 else dice.choice(FAMILY)
    given, work = dice.choice(GIVEN), dice.choice(WORK)
    name = f"{family}, {given}"
    rank = dice.randrange(len(STAGES))
    due = date(2026, 11, 1) + timedelta(days=dice.randrange(400))
    return (
        work,
        STAGES[rank],
        rank,
        name,
        sort_key(name),
        search_text(family, given, work, "Norden"),
        str(due) if number % 5 else NEVER,
        str(due + timedelta(days=30)) if number % 4 else NEVER,
    )
