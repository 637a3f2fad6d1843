"""Whether an employer's site will be there when somebody starts to work at it."""

from __future__ import annotations

from datetime import date
from enum import Enum


class SiteProblem(Enum):
    """What is wrong with a site for a case."""

    ENDED = "ended"
    ENDS_BEFORE_START = "ends_before_start"
    ENDS = "ends"
    OPENS_AFTER_START = "opens_after_start"
    ARCHIVED = "archived"


def site_problem(
    valid: tuple[date | None, date | None],
    today: date,
    work_start: date | None = None,
    *,
    archived: bool = False,
) -> tuple[SiteProblem, date | None] | None:
    """What is wrong, with the day it hangs on (the last or first day of the site); None where the
    site is there on the first working day. Without that day a site that ends at all is told."""
    first, last = valid
    if last is not None and last < today:
        return SiteProblem.ENDED, last
    if archived:
        return SiteProblem.ARCHIVED, None
    if last is not None and work_start is None:
        return SiteProblem.ENDS, last
    if last is not None and work_start is not None and last < work_start:
        return SiteProblem.ENDS_BEFORE_START, last
    if first is not None and work_start is not None and first > work_start:
        return SiteProblem.OPENS_AFTER_START, first
    return None
