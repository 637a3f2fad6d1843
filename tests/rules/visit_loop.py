"""A visit planned by trying everything: slow, and independent of the search it checks.

All minutes must be multiples of `GRAIN`, so that a best plan leaves at one of them.
"""

from __future__ import annotations

from itertools import permutations, product

GRAIN = 5


def best(tasks, frame, atlas):
    """The worth and the cost of the best plan, over all ways to give stops to days or to none."""
    free = [each for each in tasks if each.fixed is None]
    costs = {}
    found = None
    for given in product([None, *range(frame.days)], repeat=len(free)):
        worth = sum(task.wanted for task, day in zip(free, given, strict=True) if day is not None)
        cost = 0
        for day in range(frame.days):
            agreed = [each for each in tasks if each.fixed == day]
            some = agreed + [task for task, on in zip(free, given, strict=True) if on == day]
            key = (day, tuple(each.key for each in some))
            if key not in costs:
                too_many = len(some) > max(frame.most, len(agreed))
                costs[key] = None if too_many else cheapest(some, frame, atlas, day)
            if costs[key] is None:
                break
            cost += costs[key]
        else:
            if found is None or (-worth, cost) < found:
                found = (-worth, cost)
    return None if found is None else (-found[0], found[1])


def cheapest(tasks, frame, atlas, day):
    """The fewest minutes of ways and waiting in which all of these can be visited, or None."""
    if not tasks:
        return 0
    found = []
    for order in permutations(tasks):
        first = 0 if order[0].fixed is not None else frame.wakes
        limit = 1440 if order[-1].fixed is not None else frame.rests
        for leaves in range(first, 1440, GRAIN):
            back = walked(order, leaves, frame, atlas, day)
            if back is not None and back <= limit:
                found.append(back - leaves - sum(each.minutes for each in order))
    return min(found, default=None)


def walked(order, leaves, frame, atlas, day):
    """The minute one is back, each stop begun as soon as it can be; None where it cannot be."""
    now, here = leaves, frame.base
    for task in order:
        now = reached(here, task.place, now, atlas, day)
        if now is None:
            return None
        while not any(first <= now <= last for first, last in task.starts[day]):
            now += GRAIN
            if now > 1440:
                return None
        now, here = now + task.minutes, task.place
    return reached(here, frame.base, now, atlas, day)


def reached(here, there, now, atlas, day):
    """The minute one is there, by the way itself or by the ferry that is there first."""
    if atlas.shores[here] == atlas.shores[there]:
        return now + (atlas.way(here, there).minutes or 0)
    arrivals = []
    for each in atlas.crossings[day]:
        over = atlas.shores[each.harbour], atlas.shores[each.landing]
        if over != (atlas.shores[here], atlas.shores[there]):
            continue
        on_board = now + (atlas.way(here, each.harbour).minutes or 0) + 15
        if on_board <= each.departs:
            arrivals.append(each.arrives + (atlas.way(each.landing, there).minutes or 0))
    return min(arrivals, default=None)
