"""Need, windows, cover and combinations against a plain loop over minutes, on random rosters."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.rules import spans
from app.rules.calendar import public_holidays
from app.rules.care_need import Parent, Ways, need
from app.rules.care_windows import windows
from app.rules.cover import CareKind, Source, cover
from app.rules.matching import Candidate, Search
from app.rules.rosters import Duty, Roster, faults
from app.rules.wall_time import Days
from tests.rules import care_loop as loop

COUNT = 4
# both changes of 2027, Easter, new year, and an ordinary week
FIRSTS = (date(2027, 3, 26), date(2027, 10, 29), date(2026, 12, 30), date(2027, 2, 8))
quarter = st.integers(0, 95).map(lambda at: at * 15)
odd = st.integers(0, 1439)


@st.composite
def duties(draw):
    """Duties that do not run into each other, some over midnight."""
    found, free = [], 0
    for day in range(COUNT + 1):
        if draw(st.booleans()):
            start = max(draw(odd), free - day * 1440, 0)
            if start >= 1440:
                continue
            end = min(start + draw(st.integers(1, 14 * 60)), 2880)
            found.append(Duty(day, start, end))
            free = day * 1440 + end
    return tuple(found)


@st.composite
def parents(draw):
    return [
        (draw(duties()), draw(st.integers(0, 70)), draw(st.integers(0, 70)))
        for _ in range(draw(st.integers(1, 2)))
    ]


@st.composite
def places(draw, *, goes):
    hours = {}
    for day in range(7):
        marks = sorted(draw(st.lists(quarter, min_size=0, max_size=4, unique=True)))
        hours[day] = tuple((s, e) for s, e in zip(marks[::2], marks[1::2], strict=False) if s < e)
    return loop.Place(hours, goes=goes, is_kita=not goes)


def rules_need(first, people):
    days = Days(first, COUNT)
    own = [
        Parent(
            number,
            (Roster(first - timedelta(days=1), first + timedelta(days=COUNT + 1), 0, chosen),),
            Ways(to_work=before, from_work=after),
        )
        for number, (chosen, before, after) in enumerate(people)
    ]
    return days, need(own, days).minutes


def loop_need(first, people):
    begins = first - timedelta(days=1)
    told = [
        ([(begins + timedelta(days=d.day), (d.start, d.end)) for d in chosen], before, after)
        for chosen, before, after in people
    ]
    return loop.needed(told, first, COUNT)


def as_bits(minutes):
    return sum(1 << at for at, holds in enumerate(minutes) if holds)


def holidays_of(first):
    return frozenset(
        day
        for day in (first + timedelta(days=count) for count in range(COUNT))
        if day in public_holidays(day.year)
    )


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FIRSTS), parents())
def test_the_need_is_that_of_a_loop_over_minutes(first, people):
    assert not any(faults(Roster(first, None, 0, chosen)) for chosen, _, _ in people)
    _, minutes = rules_need(first, people)
    assert minutes == as_bits(loop_need(first, people))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FIRSTS), places(goes=False))
def test_the_windows_are_those_of_a_loop_over_minutes(first, place):
    told = windows(place.osm, Days(first, COUNT))
    if not place.osm:
        assert (told.sure, told.closed) == (0, 0)
        return
    assert told.sure == as_bits(loop.there(place, first, COUNT, holidays_of(first)))


def sources_of(first, chosen):
    days = Days(first, COUNT)
    return [
        Source(
            number,
            CareKind.CHILDMINDING if place.goes else CareKind.KITA,
            windows(place.osm, days),
        )
        for number, place in enumerate(chosen)
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(FIRSTS),
    parents(),
    places(goes=False),
    st.lists(places(goes=True), min_size=1, max_size=2),
    st.lists(st.integers(0, 40), min_size=9, max_size=9),
)
def test_a_cover_is_the_best_that_a_loop_over_minutes_finds(first, people, kita, minders, ways):
    days, minutes = rules_need(first, people)
    chosen = [kita, *minders]
    table = [[ways[3 * one + other] for other in range(len(chosen))] for one in range(len(chosen))]
    sources = sources_of(first, chosen)
    told = cover(minutes, sources, lambda one, other: table[one.key][other.key], days)
    open_ = [(loop.there(place, first, COUNT, holidays_of(first)), place.goes) for place in chosen]
    assert told.covered == loop.covered(loop_need(first, people), open_, table)
    # what is said adds up to the minute
    assert sum(told.by.values()) == told.covered
    assert told.covered + sum(told.gaps.values()) == told.needed == spans.count(minutes)
    for piece in told.pieces:
        if piece.by is not None:
            there = sources[piece.by].windows.sure
            assert spans.span(piece.start, piece.end) & ~there == 0


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(FIRSTS),
    parents(),
    st.lists(places(goes=False), min_size=1, max_size=3),
    st.lists(places(goes=True), min_size=1, max_size=3),
    st.integers(0, 30),
)
def test_no_combination_of_three_is_better(first, people, kitas, minders, way):
    days, minutes = rules_need(first, people)
    chosen = [*kitas, *minders]
    sources = sources_of(first, chosen)
    candidates = tuple(Candidate(source, float(source.key)) for source in sources)
    found = Search(minutes, days, (), candidates, lambda _one, _other: way).best()
    open_ = [(loop.there(place, first, COUNT, holidays_of(first)), place.goes) for place in chosen]
    table = [[way] * len(chosen)] * len(chosen)
    most = loop.best(loop_need(first, people), open_, [place.is_kita for place in chosen], table)
    assert (found[0].cover.covered if found else 0) == most
    for each in found:
        assert sum(sources[key].kind is CareKind.KITA for key in each.members) <= 1
