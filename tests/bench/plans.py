"""Plans: all steps of one household with their reasons, and ten thousand households at once."""

from __future__ import annotations

import random
import resource
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.bench.households import TODAY, household, households_file

if TYPE_CHECKING:
    from app.services.transactions import Transactions

HOUSEHOLDS = 10_000
SAMPLE = 200


def run(rounds: int) -> str:
    """Milliseconds for one household; seconds and megabytes for ten thousand, beside a run that
    reads the same rows and does nothing with them."""
    with TemporaryDirectory() as folder:
        return f"{_one(rounds)}; {_all(Path(folder), rounds)}"


def _one(rounds: int) -> str:
    from app.content.catalogue import load_catalogue
    from app.paths import resources
    from app.rules.planning import plan

    rules = [step.rule for step in load_catalogue(resources()).steps]
    dice = random.Random(11)  # noqa: S311 - figures, no secrets
    homes = [household(dice, 1) for _ in range(SAMPLE)]
    times = []
    for _ in range(rounds):
        for home, anchors in homes:
            began = time.perf_counter()
            plan(rules, home, anchors, TODAY)
            times.append((time.perf_counter() - began) * 1000)
    return (
        f"alle {len(rules)} Schritte eines Haushalts mit Gründen {median(times):.1f} ms (Ziel ≤ 5)"
    )


def _all(folder: Path, rounds: int) -> str:
    from app.desk import open_desk
    from app.paths import resources
    from app.progress import finish
    from db.file import open_file

    path = households_file(folder, HOUSEHOLDS)
    desk = open_desk(open_file(path), resources(), lambda: TODAY, "Messung")
    # one of each round is enough: seconds long, and the same every time
    floors, whole = [], []
    changed = 0
    peak = _peak()
    for _ in range(max(1, rounds // 3)):
        floors.append(_floor(desk.transactions))
        began = time.perf_counter()
        changed += finish(desk.plan.refresh())
        whole.append(time.perf_counter() - began)
    grown = _peak() - peak
    desk.close()
    floor, taken = median(floors), median(whole)
    return (
        f"{HOUSEHOLDS} Haushalte neu bewertet {taken:.1f} s (Ziel ≤ 10), "
        f"{taken / floor:.1f}-mal so lange wie das Lesen allein ({floor:.1f} s), "
        f"{changed} geändert, Speicher +{grown:.0f} MB"
    )


def _floor(transactions: Transactions) -> float:
    """Seconds to read the same rows, as a refresh reads them."""
    from app.services import refreshing
    from db.repositories import cases, plans

    began = time.perf_counter()
    with transactions.reading() as session:
        wanted = cases.running_ids(session)
        for start in range(0, len(wanted), refreshing.CHUNK):
            plans.stored(
                session, wanted[start : start + refreshing.CHUNK], refreshing.KINDS, (), (), ""
            )
    return time.perf_counter() - began


def _peak() -> float:
    """The most memory this process ever held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
