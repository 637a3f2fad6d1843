"""What if there were more care: whose unmet minutes an added window would take away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from app.rules import spans
from app.rules.care_fit import PlaceOfCare, Verdict, Wish, fit
from app.rules.care_gap import GROUPS, AgeGroup, Unmet, told
from app.rules.care_windows import windows
from app.rules.distance import Point, kilometres
from app.rules.small_numbers import ALL, Part, SafeTable, few, protected
from app.rules.terms import MemberRole
from app.rules.wall_time import Days


class Bearer(Enum):
    """Who would bear the cost: the county and municipalities as public bodies (§ 90 SGB VIII,
    § 22 NKiTaG), an employer (Betriebskita, reserved places), the family, who runs it (Träger, from
    own means), nobody yet."""

    PUBLIC = "public"
    EMPLOYER = "employer"
    FAMILY = "family"
    OPERATOR = "operator"
    OPEN = "open"


@dataclass(frozen=True)
class Offer:
    """Care that is not there yet: an OSM opening_hours value, ages in completed months (both ends
    included; None open), where it is and from how far families come, how many children it takes
    (None: all), for the staff of which organisation only, for `elders` instead of children."""

    hours_osm: str
    first_month: int | None = None
    last_month: int | None = None
    point: Point | None = None
    radius_km: float | None = None
    places: int | None = None
    employer: int | None = None
    elders: bool = False
    bearer: Bearer = Bearer.OPEN


@dataclass(frozen=True)
class Taken:
    """The unmet minutes of a person that an offer would take, as bits."""

    unmet: Unmet
    minutes: int


@dataclass(frozen=True)
class Effect:
    """Whom an offer would help. `unsure`: cases of which age or distance is not known, so nobody
    says whether it would; `turned_away`: persons for whom it has no place. Of single households:
    it never leaves the office's services."""

    taken: tuple[Taken, ...]
    unsure: frozenset[int]
    turned_away: int


@dataclass(frozen=True)
class SafeEffect:
    """An effect without names, in minutes of all days; None where fewer than five households stand
    behind it, or a number that can be told apart by subtraction.

    `helped` households lose at least a minute, `whole` ones have no unmet minute left; `groups`
    are minutes by age group, `left` those that stay open in all.
    """

    helped: int | None
    whole: int | None
    freed: int | None
    left: int | None
    groups: tuple[tuple[AgeGroup, int | None], ...]
    unsure: int | None
    turned_away: int | None


def effect(unmet: Iterable[Unmet], offer: Offer, days: Days) -> Effect:
    """What an offer would take from whom: the minutes it is open, where age, employer and the
    nearer of both radii allow it. Where places are few the households with most minutes come
    first, in them the persons with most.

    The way to and from another place of care on the same day is not modelled here, nor settling
    in: what is told is the most that is possible.
    """
    opened = windows(offer.hours_osm, days).sure
    found: dict[int, list[Taken]] = defaultdict(list)
    unsure = set()
    for each in unmet:
        minutes = each.minutes & opened
        if not minutes or (each.person.role is not MemberRole.CHILD) is not offer.elders:
            continue
        allowed = _allowed(each, offer, days)
        if allowed is None:
            unsure.add(each.home.case)
        elif minutes & allowed:
            found[each.home.case].append(Taken(each, minutes & allowed))
    ranked = sorted(found.values(), key=lambda taken: (-_count(taken), taken[0].unmet.home.case))
    queue = [one for taken in ranked for one in sorted(taken, key=lambda e: -_count([e]))]
    places = len(queue) if offer.places is None else offer.places
    return Effect(tuple(queue[:places]), frozenset(unsure), len(queue[places:]))


def _allowed(unmet: Unmet, offer: Offer, days: Days) -> int | None:
    """The minutes at which an offer takes a person; None where nobody knows."""
    home = unmet.home
    radii = [each for each in (offer.radius_km, home.radius_km) if each is not None]
    km = None
    if offer.point is not None and home.point is not None:
        km = kilometres(offer.point, home.point)
    place = PlaceOfCare(offer.first_month, offer.last_month, staff=offer.employer, km=km)
    radius = min(radii) if radii and offer.point is not None else None
    wish = Wish(unmet.person.birth, home.employers, radius_km=radius)
    weighed = fit(place, wish, days)
    if weighed.verdict is Verdict.UNSURE:
        return None
    return weighed.minutes if weighed.verdict is Verdict.FITS else 0


def safe(found: Effect, unmet: Sequence[Unmet], before: int | None) -> SafeEffect:
    """What may be told of an effect; `before` is the shown sum of all unmet minutes.

    What is freed and what stays open add up to the gap that is shown beside, so both are protected
    together (`small_numbers`): by age group where no sum has to be hidden for it, else in all. It
    is safe for itself. Two offers that differ by little can be told apart by subtraction, so
    only one of them may leave the office.
    """
    table, by_group = _told(found, unmet)
    freed = table.number((0, ALL, 0)) if table else None
    households = {each.unmet.home.case for each in found.taken}
    taken = {(e.unmet.home.case, e.unmet.person.id): e.minutes for e in found.taken}
    open_still = {
        each.home.case
        for each in unmet
        if each.minutes & ~taken.get((each.home.case, each.person.id), 0)
    }
    whole = len(households - open_still)
    in_part = len(households) - whole
    concerned = {each.unmet.group for each in found.taken}
    return SafeEffect(
        helped=told(len(households)),
        whole=None if few(len(households)) or few(in_part) else told(whole),
        freed=freed,
        left=None if freed is None or before is None else before - freed,
        groups=tuple((each, by_group.get(each)) for each in GROUPS if each in concerned),
        unsure=told(len(found.unsure)),
        turned_away=told(found.turned_away),
    )


def _told(
    found: Effect, unmet: Sequence[Unmet]
) -> tuple[SafeTable | None, dict[AgeGroup, int | None]]:
    """Freed (0) and left (1) minutes in all, and the freed ones by group, as far as they may be
    told while their sums are."""
    place = {each: at for at, each in enumerate(GROUPS)}
    freed = {(each.unmet.home.case, each.unmet.person.id): each.minutes for each in found.taken}
    parts = []
    for each in unmet:
        taken = freed.get((each.home.case, each.person.id), 0)
        for third, minutes in enumerate((taken, each.minutes & ~taken)):
            if minutes:
                amount = spans.count(minutes)
                parts.append(Part(0, place[each.group], third, each.home.case, amount))
    table = protected(parts, (1, len(GROUPS), 2))
    if not _hides_sums(table):
        return table, {each: table.number((0, at, 0)) for each, at in place.items()}
    table = protected([replace(each, second=0) for each in parts], (1, 1, 2))
    return (None if _hides_sums(table) else table), {}


def _hides_sums(table: SafeTable) -> bool:
    return any(third == ALL for _, _, third in table.hidden)


def _count(taken: Iterable[Taken]) -> int:
    return sum(spans.count(each.minutes) for each in taken)
