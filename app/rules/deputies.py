"""Who stands in for an advisor who is away, and what is wrong with an absence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum


@dataclass(frozen=True)
class Colleague:
    """An advisor: the service point worked at, who stands in usually, whether still there."""

    id: int
    point: int | None = None
    deputy: int | None = None
    is_active: bool = True


@dataclass(frozen=True)
class Away:
    """`advisor` is away from `first` to `last`, both included; `deputy` was named for that."""

    id: int | None
    advisor: int
    first: date
    last: date
    deputy: int | None = None

    def covers(self, on: date) -> bool:
        """Whether the day is one of these."""
        return self.first <= on <= self.last

    def meets(self, other: Away) -> bool:
        """Whether both share a day."""
        return self.first <= other.last and other.first <= self.last


class Clash(Enum):
    """Why an absence cannot be as it was entered.

    SELF: the deputy is the advisor. LEFT: the deputy works here no more. OVERLAP: the advisor is
    away then already. CIRCLE: all who would stand in for each other are away. DEPUTY_AWAY: the
    deputy is. NEEDED: the advisor was named as deputy of somebody who is away then.
    """

    SELF = "self"
    LEFT = "left"
    OVERLAP = "overlap"
    CIRCLE = "circle"
    DEPUTY_AWAY = "deputy_away"
    NEEDED = "needed"


@dataclass(frozen=True)
class Team:
    """The advisors in the order they are asked in, and who is away when."""

    colleagues: Mapping[int, Colleague]
    away: tuple[Away, ...] = ()

    def away_on(self, advisor: int, on: date) -> Away | None:
        """The absence of an advisor that a day belongs to."""
        return next(
            (each for each in self.away if each.advisor == advisor and each.covers(on)), None
        )

    def is_there(self, advisor: int, on: date) -> bool:
        """Whether an advisor works here and is not away that day."""
        known = self.colleagues.get(advisor)
        return known is not None and known.is_active and self.away_on(advisor, on) is None

    def away_until(self, advisor: int, on: date) -> date | None:
        """The last day of being away, absences that follow each other taken together; None for
        who is there."""
        last: date | None = None
        absence = self.away_on(advisor, on)
        while absence is not None:
            last = absence.last
            absence = self.away_on(advisor, last + timedelta(days=1))
        return last

    def stand_in(self, advisor: int, named: int | None, on: date) -> int | None:
        """Who stands in that day: the deputy `named` for the case, the one of the absence, the
        usual one, somebody of the same service point, somebody; the first of them who is there."""
        absence = self.away_on(advisor, on)
        for each in (named, absence.deputy if absence else None, *self._usually(advisor)):
            if each is not None and each != advisor and self.is_there(each, on):
                return each
        return None

    def usual(self, advisor: int, named: int | None) -> int | None:
        """Who stands in whenever the advisor is away; asked without looking at a day."""
        for each in (named, *self._usually(advisor)):
            known = None if each is None else self.colleagues.get(each)
            if known is not None and known.is_active and each != advisor:
                return each
        return None

    def _usually(self, advisor: int) -> Iterator[int | None]:
        known = self.colleagues.get(advisor)
        yield known.deputy if known else None
        point = known.point if known else None
        others = [each for each in self.colleagues.values() if each.id != advisor]
        yield from (each.id for each in others if each.point == point)
        yield from (each.id for each in others if each.point != point)


def clash(team: Team, absence: Away) -> tuple[Clash, Away | None] | None:
    """What is wrong with an absence that is to be entered, or changed (its `id`), and the other
    absence it collides with; None where nothing is."""
    others = tuple(each for each in team.away if each.id != absence.id and each.meets(absence))
    deputy = absence.deputy
    if deputy == absence.advisor:
        return Clash.SELF, None
    if deputy is not None and not team.colleagues[deputy].is_active:
        return Clash.LEFT, None
    own = _of(absence.advisor, others)
    if own is not None:
        return Clash.OVERLAP, own
    circle = _circle(team, absence, others)
    if circle is not None:
        return Clash.CIRCLE, circle
    theirs = None if deputy is None else _of(deputy, others)
    if theirs is not None:
        return Clash.DEPUTY_AWAY, theirs
    needed = next((each for each in others if each.deputy == absence.advisor), None)
    return None if needed is None else (Clash.NEEDED, needed)


def _circle(team: Team, absence: Away, others: Iterable[Away]) -> Away | None:
    """The last absence of a chain of deputies that leads back to the advisor, where any of them
    was named for it: of usual deputies who are all away, others take the place."""
    away = tuple(others)
    at, named, seen = absence, absence.deputy is not None, {absence.advisor}
    while True:
        following = at.deputy or team.colleagues[at.advisor].deputy
        if following == absence.advisor and at is not absence:
            return at if named else None
        after = None if following is None or following in seen else _of(following, away)
        if after is None:
            return None
        seen.add(after.advisor)
        named = named or after.deputy is not None
        at = after


def _of(advisor: int, away: Iterable[Away]) -> Away | None:
    return next((each for each in away if each.advisor == advisor), None)
