"""A visit day by day: what is planned when, the ways between, and what does not go together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.rules import visit_search
from app.rules.calendar import holiday_name
from app.rules.visit_days import Frame, Why, Wish, faults, starts
from app.rules.visit_search import Task
from app.rules.visit_ways import Atlas, Leg


@dataclass(frozen=True)
class Note:
    """Something about a stop (its key). `on`: the day, None for all; `other`: the stop it goes
    against; `minutes` that are missing; `name` of a holiday."""

    why: Why
    stop: int
    on: date | None = None
    other: int | None = None
    minutes: int | None = None
    name: str = ""


@dataclass(frozen=True)
class Row:
    """A stop at its time, minutes of the day, with the way to it."""

    stop: int
    start: int
    end: int
    way: tuple[Leg, ...] = ()


@dataclass(frozen=True)
class PlannedDay:
    """A day of the visit. `back`: the way home; `holiday`: its German name."""

    on: date
    rows: tuple[Row, ...] = ()
    back: tuple[Leg, ...] = ()
    holiday: str = ""


@dataclass(frozen=True)
class VisitPlan:
    """`left_out`: the keys of what has no time; `notes` by stop say why, and what is wrong with
    the rest. `exact`: no plan shows more that is wanted, or the same with fewer minutes on the
    way and waiting."""

    days: tuple[PlannedDay, ...]
    left_out: tuple[int, ...] = ()
    notes: tuple[Note, ...] = ()
    exact: bool = True

    @property
    def conflicts(self) -> tuple[Note, ...]:
        """What has to be put right before the visit can go so."""
        return tuple(
            each
            for each in self.notes
            if not each.why.is_hint
            and (each.stop not in self.left_out or each.why is Why.NOT_DURING_VISIT)
        )


@dataclass(frozen=True)
class Visit:
    """What a plan is made of. `places`: of each stop the number of its place in the atlas; `base`:
    that of where they stay."""

    frame: Frame
    wishes: tuple[Wish, ...]
    places: Mapping[int, int]
    atlas: Atlas
    base: int

    def wish(self, key: int) -> Wish:
        """A stop by its key."""
        return next(each for each in self.wishes if each.key == key)


Times = Mapping[int, tuple[date, int]]
"""Day and minute by the key of a stop."""


def plan(visit: Visit) -> VisitPlan:
    """The best plan: what is agreed at its time, of the rest what is wanted most."""
    agreed: dict[int, tuple[date, int]] = {}
    for each in visit.wishes:
        if each.asked_day and each.asked_day in visit.frame.days and each.asked_start is not None:
            agreed[each.key] = (each.asked_day, each.asked_start)
    return _planned(visit, agreed)


def check(visit: Visit, kept: Times) -> VisitPlan:
    """A plan as it is kept, seen against what is known now; nothing is moved."""
    days = visit.frame.days
    stands = {key: when for key, when in kept.items() if when[0] in days}
    lost = [each for each in visit.wishes if each.asked_day and each.asked_day not in days]
    reasons = {each.key: (Note(Why.NOT_DURING_VISIT, each.key, each.asked_day),) for each in lost}
    return _whole(visit, stands, tuple(reasons), reasons, exact=True)


def _planned(visit: Visit, agreed: Times) -> VisitPlan:
    days = visit.frame.days
    tasks = [_agreed_task(visit, key, on, at) for key, (on, at) in agreed.items()]
    free: dict[int, tuple[Why | None, ...]] = {}
    frame = visit_search.Frame(visit.base, visit.frame.wakes, visit.frame.rests, len(days))
    clashing = [
        day for day in range(len(days)) if not visit_search.feasible(tasks, frame, visit.atlas, day)
    ]
    fixed = [task for task in tasks if task.fixed not in clashing]
    loose = []
    for wish in visit.wishes:
        if wish.key not in agreed:
            found = [starts(wish, on, visit.frame) for on in days]
            free[wish.key] = tuple(why for _, why in found)
            spans = tuple(each for each, _ in found)
            loose.append(Task(wish.key, visit.places[wish.key], wish.minutes, wish.wanted, spans))
    searched = [*fixed, *loose]
    best = visit_search.search(searched, frame, visit.atlas, clashing)
    times = dict(agreed)
    for on, day in zip(days, best.days, strict=True):
        for place, at in zip(day.order, day.starts, strict=True):
            times[searched[place].key] = (on, at)
    left = [task for task in loose if task.key not in times]
    reasons = {
        task.key: tuple(_left_out(visit, task, free[task.key], frame, clashing)) for task in left
    }
    return _whole(visit, times, [task.key for task in left], reasons, exact=best.exact)


def _agreed_task(visit: Visit, key: int, on: date, at: int) -> Task:
    days = visit.frame.days
    spans = tuple(((at, at),) if day == on else () for day in days)
    wish = visit.wish(key)
    return Task(key, visit.places[key], wish.minutes, wish.wanted, spans, days.index(on))


def _left_out(
    visit: Visit,
    task: Task,
    whys: Sequence[Why | None],
    frame: visit_search.Frame,
    clashing: Sequence[int],
) -> Iterator[Note]:
    """Why a stop has no time: it is crowded out, what is agreed clashes on the days it could be
    on, or something is against it on each day."""
    wish, days = visit.wish(task.key), visit.frame.days
    if wish.asked_day is not None and wish.asked_day not in days:
        yield Note(Why.NOT_DURING_VISIT, task.key, wish.asked_day)
        return
    against: list[tuple[date, Why]] = []
    for number, on in enumerate(days):
        why = whys[number]
        if task.starts[number]:
            if not visit_search.fits_alone(task, frame, visit.atlas, number):
                why = _unreachable(visit, task, number)
            elif number in clashing:
                why = Why.CLASHING_DAY
            else:
                yield Note(Why.NO_ROOM, task.key)
                return
        if why is not None:
            against.append((on, why))
    if len({why for _, why in against}) == 1:
        yield Note(against[0][1], task.key)
        return
    for on, why in against:
        yield Note(why, task.key, on, name=holiday_name(on) if why is Why.HOLIDAY else "")


def _unreachable(visit: Visit, task: Task, day: int) -> Why:
    atlas = visit.atlas
    if atlas.shores[task.place] == atlas.shores[visit.base]:
        return Why.TOO_LONG
    out = atlas.link(visit.base, task.place, day)
    return Why.NO_FERRY_BACK if out.exists else Why.NO_FERRY


def _whole(
    visit: Visit,
    times: Times,
    left: Sequence[int],
    reasons: Mapping[int, tuple[Note, ...]],
    *,
    exact: bool,
) -> VisitPlan:
    """The plan with its ways, and everything to be said of it."""
    days: list[PlannedDay] = []
    notes: list[Note] = []
    for number, on in enumerate(visit.frame.days):
        of_day = [(at, key) for key, (day, at) in times.items() if day == on]
        walked = _Day(visit, number, on, sorted(of_day))
        days.append(walked.planned())
        notes += walked.notes
    missing = [each.key for each in visit.wishes if each.key not in times]
    order = {wish.key: place for place, wish in enumerate(visit.wishes)}
    notes += [note for key in left for note in reasons.get(key, ())]
    notes.sort(key=lambda note: (note.why.is_hint, order[note.stop]))
    return VisitPlan(tuple(days), tuple(missing), tuple(notes), exact)


class _Day:
    """One day walked through: its rows, and what is wrong between them."""

    def __init__(
        self, visit: Visit, number: int, on: date, times: Sequence[tuple[int, int]]
    ) -> None:
        self._visit = visit
        self._number = number
        self._on = on
        self._times = times
        self.notes: list[Note] = []

    def planned(self) -> PlannedDay:
        visit, atlas = self._visit, self._visit.atlas
        rows: list[Row] = []
        here, now, before = visit.base, 0, None
        for at, key in self._times:
            wish, there = visit.wish(key), visit.places[key]
            end = at + wish.minutes
            self._note_faults(wish, at)
            way: tuple[Leg, ...] = ()
            if not self._overlap(key, at):
                self._note_way(key, here, there, now, at, before)
                way = atlas.legs(here, there, self._number, now, at)
            rows.append(Row(key, at, end, way))
            if end >= now or before is None:
                here, now, before = there, end, key
        back: tuple[Leg, ...] = ()
        if before is not None:
            back = atlas.legs_soon(here, visit.base, self._number, now)
            self._note_back(before, here, now)
        return PlannedDay(self._on, tuple(rows), back, holiday_name(self._on))

    def _note(
        self, why: Why, key: int, other: int | None = None, minutes: int | None = None
    ) -> None:
        self.notes.append(Note(why, key, self._on, other, minutes))

    def _note_faults(self, wish: Wish, at: int) -> None:
        for why, name in faults(wish, self._on, at, self._visit.frame):
            self.notes.append(Note(why, wish.key, self._on, name=name))

    def _overlap(self, key: int, at: int) -> bool:
        """Whether an earlier stop is still on; each is named."""
        found = False
        for start, other in self._times:
            if (start, other) >= (at, key):
                break
            if start + self._visit.wish(other).minutes > at:
                self._note(Why.TWO_AT_ONCE, key, other=other)
                found = True
        return found

    def _note_way(
        self, key: int, here: int, there: int, now: int, at: int, before: int | None
    ) -> None:
        atlas = self._visit.atlas
        link = atlas.link(here, there, self._number)
        arrival = link.arrival(now)
        if arrival is None:
            self._note(Why.NO_FERRY, key, other=before)
        elif arrival > at:
            is_ferry = link.direct is None
            why = Why.NO_FERRY if is_ferry and before is None else Why.WAY_TOO_SHORT
            self._note(why, key, other=before, minutes=arrival - at)
        elif before is None and link.direct is not None:
            leaves = at - link.direct
            if leaves < self._visit.frame.wakes <= at:
                self._note(Why.TOO_EARLY, key)
        if before is not None and self._is_unknown(here, there):
            self._note(Why.WAY_UNKNOWN, key, other=before)

    def _is_unknown(self, here: int, there: int) -> bool:
        atlas = self._visit.atlas
        same = atlas.shores[here] == atlas.shores[there]
        return same and atlas.way(here, there).minutes is None

    def _note_back(self, key: int, here: int, now: int) -> None:
        frame = self._visit.frame
        arrival = self._visit.atlas.link(here, self._visit.base, self._number).arrival(now)
        if arrival is None:
            self._note(Why.NO_FERRY_BACK, key)
        elif arrival > frame.rests >= now:
            self._note(Why.TOO_LATE, key)
