"""What is odd about an application for funding: more granted than there is, too late, undecided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.rules.calendar import Day
from app.rules.funding import BEGINNINGS, Before, Programme
from app.rules.funding_sums import amount_of
from app.rules.terms import AnchorKind


class ApplicationHint(Enum):
    """What to look at; nothing of it is refused, for what a body decides may differ."""

    ABOVE_MOST = "above_most"  # more granted than the programme gives
    LATE = "late"  # went out after the last day to apply
    BEGUN = "begun"  # begun before it was granted, where that must not be
    UNDECIDED = "undecided"  # a decision is noted, the state knows of none


@dataclass(frozen=True)
class Applied:
    """What of an application is held against its programme. `by`: the last day to apply, the latest
    one where a date of the case is known by its month alone; `is_decided`: by its state; cents."""

    submitted_on: date | None = None
    decided_on: date | None = None
    granted_cents: int | None = None
    by: date | None = None
    is_decided: bool = False
    is_over: bool = False


def application_hints(
    programme: Programme, anchors: Mapping[AnchorKind, Day], applied: Applied
) -> tuple[ApplicationHint, ...]:
    """In the order of the codes; none of one that came to nothing (`is_over`)."""
    return () if applied.is_over else tuple(_found(programme, anchors, applied))


def most_of(programme: Programme) -> int | None:
    """Cents at once at most, single cases counted in; None where nobody knows, or it is paid by the
    month."""
    if programme.monthly_cents is not None:
        return None
    known = [each for each in (amount_of(programme), programme.special_cents) if each is not None]
    return max(known) if known else None


def _found(
    programme: Programme, anchors: Mapping[AnchorKind, Day], applied: Applied
) -> Iterator[ApplicationHint]:
    most = most_of(programme)
    if most is not None and (applied.granted_cents or 0) > most:
        yield ApplicationHint.ABOVE_MOST
    sent = applied.submitted_on
    if sent is not None and applied.by is not None and sent > applied.by:
        yield ApplicationHint.LATE
    elif programme.before is Before.START:
        start = next((anchors[each] for each in BEGINNINGS if each in anchors), None)
        granted = applied.decided_on or sent
        if start is not None and granted is not None and granted > start.last:
            yield ApplicationHint.BEGUN
    is_told = applied.decided_on is not None or applied.granted_cents is not None
    if is_told and not applied.is_decided:
        yield ApplicationHint.UNDECIDED
