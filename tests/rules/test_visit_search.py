"""The order of a visit against a loop that tries everything, and what it does with many stops."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.rules.visit_search import Frame, Task, feasible, search
from app.rules.visit_ways import Atlas, Crossing, Means, Way
from tests.rules import visit_loop

BASE, HARBOUR, LANDING = 0, 1, 2
GRAIN = visit_loop.GRAIN


def minutes(least, most):
    return st.integers(least // GRAIN, most // GRAIN).map(lambda count: count * GRAIN)


@st.composite
def atlases(draw, places, days):
    """Places on the mainland and on one island, ferries at any time."""
    shores = [
        "",
        "",
        "oog",
        *draw(st.lists(st.sampled_from(["", "", "oog"]), min_size=places, max_size=places)),
    ]
    ways = {
        (one, other): Way(draw(minutes(0, 60)), Means.CAR)
        for other in range(len(shores))
        for one in range(other)
        if shores[one] == shores[other]
    }
    crossings = []
    for _ in range(days):
        of_day = []
        for number in range(draw(st.integers(0, 4))):
            departs, takes = draw(minutes(420, 1080)), draw(minutes(20, 60))
            ends = (HARBOUR, LANDING) if number % 2 else (LANDING, HARBOUR)
            of_day.append(Crossing(number, *ends, departs, departs + takes))
        crossings.append(tuple(of_day))
    return Atlas(tuple(shores), ways, tuple(crossings))


@st.composite
def visits(draw):
    days = draw(st.integers(1, 2))
    count = draw(st.integers(1, 4))
    atlas = draw(atlases(count, days))
    frame = Frame(BASE, 480, draw(st.sampled_from([960, 1200])), days, draw(st.integers(2, 5)))
    tasks = []
    for number in range(count):
        lasts = draw(minutes(15, 240))
        fixed = draw(st.sampled_from([None, None, None, *range(days)]))
        starts = []
        for day in range(days):
            if fixed is not None:
                at = draw(minutes(420, 1140))
                starts.append(((at, at),) if day == fixed else ())
                continue
            spans = []
            for _ in range(draw(st.integers(0, 2))):
                first = draw(minutes(420, 1080))
                spans.append((first, first + draw(minutes(0, 300))))
            starts.append(tuple(spans))
        tasks.append(Task(number, 3 + number, lasts, draw(st.integers(1, 3)), tuple(starts), fixed))
    return tuple(tasks), frame, atlas


@settings(max_examples=25, deadline=None)
@given(visits())
def test_the_search_agrees_with_a_loop_that_tries_everything(visit):
    tasks, frame, atlas = visit
    days = range(frame.days)
    kept = [day for day in days if feasible(tasks, frame, atlas, day)]
    for day in days:
        agreed = [each for each in tasks if each.fixed == day]
        assert (day in kept) == (visit_loop.cheapest(agreed, frame, atlas, day) is not None)
    tasks = tuple(each for each in tasks if each.fixed is None or each.fixed in kept)
    found = search(tasks, frame, atlas, ())
    put = [place for day in found.days for place in day.order]
    assert len(put) == len(set(put))
    worth = sum(tasks[place].wanted for place in put if tasks[place].fixed is None)
    cost = sum(day.cost for day in found.days)
    assert found.exact
    assert (worth, cost) == visit_loop.best(tasks, frame, atlas)
    for number, day in enumerate(found.days):
        for place, start in zip(day.order, day.starts, strict=True):
            assert any(a <= start <= b for a, b in tasks[place].starts[number])


def many(count):
    atlas = Atlas(("",) * (count + 3), {(0, 1): Way(10, Means.CAR)}, ((), (), (), ()))
    frame = Frame(BASE, 480, 1200, 4)
    tasks = tuple(Task(n, 3 + n, 90, 1 + n % 3, (((480, 1100),),) * 4) for n in range(count))
    return tasks, frame, atlas


def test_beyond_the_stops_that_are_searched_whole_the_others_are_put_in_and_it_is_said():
    found = search(*many(17), ())
    put = sorted(place for day in found.days for place in day.order)
    assert put == list(range(17))
    assert not found.exact


def test_nothing_is_put_on_a_day_that_clashes():
    found = search(*many(3), (0, 1, 2))
    assert [len(day.order) for day in found.days] == [0, 0, 0, 3]
