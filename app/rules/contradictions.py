"""Dates of a case in an order that cannot be: told on the case, never refused."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from app.rules.calendar import Day
from app.rules.terms import AnchorKind

# Each line in the order in which the dates follow one another; the same day is possible.
_ORDERS = (
    (
        AnchorKind.FIRST_CONTACT,
        AnchorKind.CONTRACT,
        AnchorKind.WORK_START,
        AnchorKind.EMPLOYMENT_END,
    ),
    (AnchorKind.FIRST_CONTACT, AnchorKind.VISIT),
    (AnchorKind.VISA_APPLICATION, AnchorKind.ENTRY, AnchorKind.WORK_START),
    (AnchorKind.ENTRY, AnchorKind.MOVE_IN),
    (AnchorKind.ENTRY, AnchorKind.RESIDENCE),
    (AnchorKind.PERMIT_ISSUED, AnchorKind.PERMIT_EXPIRY),
    # § 4a Abs. 5 AufenthG: nobody begins to work on a title that is over.
    (AnchorKind.WORK_START, AnchorKind.PERMIT_EXPIRY),
    (AnchorKind.ENTRY, AnchorKind.PERMIT_EXPIRY),
)


def contradictions(anchors: Mapping[AnchorKind, Day]) -> tuple[str, ...]:
    """Pairs of dates in an impossible order, as "earlier>later" codes: `earlier` ought not to come
    after `later`. A date known by its month contradicts only where every day of it would.

    Where a date in between is set and is out of order with one of the two, that pair is told
    instead, so that one wrong date is not told twice.
    """
    found: dict[str, None] = {}
    for order in _ORDERS:
        dated = [kind for kind in order if kind in anchors]
        wrong = {
            (earlier, later)
            for earlier, later in combinations(dated, 2)
            if anchors[earlier].first > anchors[later].last
        }
        for earlier, later in combinations(dated, 2):
            between = dated[dated.index(earlier) + 1 : dated.index(later)]
            nearer = {pair for kind in between for pair in ((earlier, kind), (kind, later))}
            if (earlier, later) in wrong and not wrong & nearer:
                found[f"{earlier.value}>{later.value}"] = None
    return tuple(found)
