"""The best order of a visit of four days, against a loop that tries everything on a small one."""

from __future__ import annotations

import random
import time
from statistics import median

from app.rules.visit_search import Frame, Task, search
from app.rules.visit_ways import Atlas, Means, Way
from tests.rules import visit_loop

GRAIN = visit_loop.GRAIN
SMALL, LARGE = 5, 12


def run(rounds: int) -> str:
    """Milliseconds in this process; the peer plans five stops on two days by trying all orders."""
    large = _visit(LARGE, 4)
    small = _visit(SMALL, 2)
    times, few = [], []
    for _ in range(rounds):
        began = time.perf_counter()
        found = search(*large, ())
        times.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        search(*small, ())
        few.append((time.perf_counter() - began) * 1000)
    began = time.perf_counter()
    visit_loop.best(*small)
    loop = (time.perf_counter() - began) * 1000
    exact = "genau" if found.exact else "nicht genau"
    return (
        f"Besuch, {LARGE} freie Programmpunkte an 4 Tagen, {exact}: {median(times):.0f} ms "
        f"(Ziel ≤ 1000); {SMALL} an 2 Tagen: {median(few):.1f} ms, eine Schleife über alles "
        f"{loop:.0f} ms ({loop / median(few):.0f} ×)"
    )


def _visit(stops: int, days: int) -> tuple[tuple[Task, ...], Frame, Atlas]:
    """Stops that differ in all that counts: how long, how much wanted, when open, where."""
    dice = random.Random(7)  # noqa: S311 - figures, no secrets
    places = stops + 1
    ways = {
        (one, other): Way(dice.randrange(1, 9) * GRAIN, Means.CAR)
        for other in range(places)
        for one in range(other)
    }
    tasks = tuple(
        Task(
            number,
            number + 1,
            dice.randrange(6, 30) * GRAIN,
            dice.randrange(1, 4),
            tuple(_open(dice) for _ in range(days)),
        )
        for number in range(stops)
    )
    return tasks, Frame(0, 480, 1200, days), Atlas(("",) * places, ways, ((),) * days)


def _open(dice: random.Random) -> tuple[tuple[int, int], ...]:
    first = dice.randrange(96, 160) * GRAIN
    return ((first, first + dice.randrange(12, 60) * GRAIN),)
