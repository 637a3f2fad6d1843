"""The best combinations of up to three among 1,870 real kitas and 400 invented childminders for two
children over 28 days, against a plain loop over minutes; and how it grows."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from datetime import date
from math import ceil
from statistics import median

from app.exchange.mapping import read_mapping
from app.exchange.providers import read_rows_as_providers
from app.exchange.sources import open_source
from app.progress import finish
from app.rules.care_need import Parent, Ways, need
from app.rules.care_windows import windows
from app.rules.cover import CareKind, Source
from app.rules.distance import Point, kilometres
from app.rules.matching import Candidate, Search
from app.rules.rosters import Duty, Roster, ShiftKind
from app.rules.wall_time import Days
from tests.bench.duplicates import DATA, ROOT
from tests.rules import care_loop

MONDAY = date(2027, 2, 1)
HOME: Point = (54.3, 9.9)
MINDERS, LENGTH = 400, 28
STARTS = (300, 330, 345, 360, 390, 420, 780, 840, 870)
ENDS = (900, 960, 1020, 1080, 1200, 1260, 1320, 1380)
WEEKDAYS = ("Mo-Fr", "Mo,We,Fr", "Tu,Th", "Mo-Sa", "Sa,Su", "Mo-Th")


def run(rounds: int) -> str:
    """Milliseconds of this process; the loop in seconds for a few places, counted up to all."""
    if not DATA.exists():
        return "Betreuung im Dienstplan: ../shared/data fehlt"
    places = [*_kitas(), *_minders()]
    began = time.process_time()
    _candidates(places, Days(MONDAY, LENGTH))
    cold = (time.process_time() - began) * 1_000
    times = {
        (share, days): _best_of(rounds, places[:: len(places) // share], days)
        for share, days in ((len(places), 28), (len(places) // 2, 28), (len(places), 14))
    }
    whole = times[len(places), 28]
    looped = _loop(places)
    return (
        f"Betreuung: beste Verbindungen bis zu dreien unter {len(places)} Orten für zwei Kinder "
        f"über 28 Tage {whole:.0f} ms (Ziel ≤ 100), halb so viele Orte "
        f"{times[len(places) // 2, 28]:.0f} ms, halb so viele Tage {times[len(places), 14]:.0f} ms"
        f"; Zeiten erstmals lesen {cold:.0f} ms; eine Schleife über Minuten braucht allein für die "
        f"einzelnen Orte {looped:.0f} ms ({looped / whole:.0f} ×)"
    )


_Place = tuple[str, CareKind, Point]


def _best_of(rounds: int, places: Sequence[_Place], length: int) -> float:
    days = Days(MONDAY, length)
    candidates = _candidates(places, days)
    points = [point for _, _, point in places]

    def way(one: Source, other: Source) -> int:
        return ceil(kilometres(points[one.key], points[other.key]) * 2.8)

    def work() -> None:
        for parents in _families():
            wanted = need(parents, days).minutes
            search = Search(wanted, days, (), candidates, way)
            search.alone()
            search.best()

    return _timed(work, rounds)


def _timed(work: Callable[[], None], rounds: int) -> float:
    found = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        found.append((time.process_time() - began) * 1_000)
    return median(found)


def _loop(places: Sequence[_Place]) -> float:
    """What a loop over minutes takes for the single places alone, for two children."""
    sample = places[:: len(places) // 20]
    days = Days(MONDAY, LENGTH)
    wanted = need(_families()[0], days).minutes
    minutes = [bool(wanted >> at & 1) for at in range(days.length)]
    began = time.process_time()
    for osm, _, _ in sample:
        there = windows(osm, days).sure
        open_ = [bool(there >> at & 1) for at in range(days.length)]
        care_loop.covered(minutes, [(open_, True)], [[0]])
    return (time.process_time() - began) * 1_000 * len(places) / len(sample) * 2


def _candidates(places: Sequence[_Place], days: Days) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(Source(number, kind, windows(osm, days)), kilometres(HOME, point))
        for number, (osm, kind, point) in enumerate(places)
    )


def _kitas() -> list[_Place]:
    file = ROOT / "resources" / "mappings" / "kitas_schleswig_holstein.toml"
    mapping, _ = read_mapping(file.name, file.read_bytes())
    assert mapping is not None
    path = DATA / "kitas_schleswig_holstein" / "kitas.json"
    source = finish(open_source(path.read_bytes(), path.name))
    return [
        (draft.hours_osm, CareKind.KITA, (draft.latitude or HOME[0], draft.longitude or HOME[1]))
        for draft in finish(read_rows_as_providers(source, mapping)).drafts
    ]


def _minders() -> list[_Place]:
    draw = random.Random(6)  # noqa: S311
    found = []
    for _ in range(MINDERS):
        start, end = draw.choice(STARTS), draw.choice(ENDS)
        start = min(start, end - 240)
        osm = f"{draw.choice(WEEKDAYS)} {_clock(start)}-{_clock(end)}; PH off"
        point = HOME[0] + draw.uniform(-0.5, 0.5), HOME[1] + draw.uniform(-0.8, 0.8)
        found.append((osm, CareKind.CHILDMINDING, point))
    return found


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _families() -> list[list[Parent]]:
    """Two children with rosters of their own: a nurse in three shifts beside an office worker, and
    a nurse alone."""
    office = tuple(Duty(day, 480, 990) for day in range(5))
    return [
        [
            Parent(1, (_shifts(1),), Ways(to_work=20, from_work=20, changing=10)),
            Parent(2, (Roster(MONDAY, None, 1, office),), Ways(to_work=25, from_work=25)),
        ],
        [Parent(3, (_shifts(2),), Ways(to_work=20, from_work=20, changing=10))],
    ]


def _shifts(seed: int) -> Roster:
    draw = random.Random(seed)  # noqa: S311
    found = []
    for day in range(LENGTH):
        kind = draw.choice((None, None, ShiftKind.EARLY, ShiftKind.EARLY, ShiftKind.LATE))
        if kind is ShiftKind.EARLY:
            found.append(Duty(day, 360, 852, "F", kind))
        elif kind is ShiftKind.LATE:
            found.append(Duty(day, 795, 1260, "S", kind))
    found += [Duty(day, 1290, 1815, "N", ShiftKind.NIGHT) for day in (25, 26)]
    kept = tuple(each for each in found if each.day not in (25, 26, 27) or each.start > 1200)
    return Roster(MONDAY, None, 4, kept)
