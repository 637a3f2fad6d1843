"""A cover laid out as days, sentences and proposals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from app.records.care import CareState
from app.records.care_board import (
    Answer,
    CareDay,
    DutyBar,
    GapLine,
    HandoverView,
    Helper,
    PieceView,
    Proposal,
    Stretch,
)
from app.rules import spans
from app.rules.calendar import PartialDate, holiday_name, school_holiday_name
from app.rules.care_fit import CareReason, Said
from app.rules.care_law import DayAtKita, free_from, priced_minutes, too_long
from app.rules.care_need import Away, Need
from app.rules.care_ways import Stop, Table, estimated, is_same_place
from app.rules.cover import ALONE, CareKind, Cover, Gap, Source
from app.rules.wall_time import DAY, Days

_FURTHEST: Mapping[CareState | None, int] = {
    CareState.PROMISED: 0,
    CareState.WANTED: 1,
    CareState.PROPOSED: 2,
    CareState.DECLINED: 3,
    None: 3,
}


def answer_of(
    told: Cover,
    sources: Sequence[Source],
    stops: Mapping[int, Stop],
    need: Need,
    birth: PartialDate | None,
    table: Table,
) -> Answer:
    """The answer of these sources, in the order they are to be named in."""
    days = need.days
    return Answer(
        tuple(each.key for each in sources),
        told.needed,
        told.covered,
        told.by,
        told.gaps,
        tuple(_lines(told, days)),
        tuple(_day(place, told, sources, need) for place in range(days.count)),
        tuple(_handovers(told, stops, days, table)),
        tuple(_said(told, sources, days, birth)),
        tuple(_proposals(told, need)),
    )


def together(found: Iterable[tuple[Helper, int]]) -> tuple[int, ...]:
    """Keys of those who can care for one person at a time, of helpers with the minutes each covers
    alone: of a kind of which a child has at most one the promised ones, else the one wanted, else
    the one proposed, of several the one that covers most."""
    ranked = sorted(found, key=lambda pair: (_FURTHEST[pair[0].state], -pair[1]))
    kept: list[Helper] = []
    for helper, _ in ranked:
        if helper.given or helper.kind not in ALONE or all(e.kind is not helper.kind for e in kept):
            kept.append(helper)
    return tuple(helper.key for helper in kept)


def _day(place: int, told: Cover, sources: Sequence[Source], need: Need) -> CareDay:
    days = need.days
    on = days.first + timedelta(days=place)
    start, end = days.midnights[place], days.midnights[place + 1]
    whole = spans.span(start, end)
    pieces = [each for each in told.pieces if start <= each.start < end]
    return CareDay(
        on,
        holiday_name(on),
        school_holiday_name(on),
        spans.count(need.minutes & whole),
        sum(each.end - each.start for each in pieces if each.gap is not None),
        tuple(_bars(need, start, end)),
        tuple(_stretches(need.minutes & whole, days, end)),
        {each.key: tuple(_stretches(each.windows.sure & whole, days, end)) for each in sources},
        tuple(
            PieceView(
                days.shown(each.start),
                DAY if each.end == end else days.shown(each.end),
                each.end - each.start,
                each.by,
                each.gap,
            )
            for each in pieces
        ),
    )


def _stretches(minutes: int, days: Days, end: int) -> Iterator[Stretch]:
    for first, last in spans.runs(minutes):
        yield Stretch(days.shown(first), DAY if last == end else days.shown(last))


def _bars(need: Need, start: int, end: int) -> Iterator[DutyBar]:
    """Each duty on the day, and what of the next or last night reaches into it."""
    days = need.days
    for each in need.aways:
        if each.end <= start or each.start >= end:
            continue
        place = days.index(each.duty.on)
        began = days.at(place, each.duty.start)
        ended = days.at(place, each.duty.end, later=True)

        def clipped(minute: int) -> int:
            inside = min(max(minute, start), end)
            return DAY if inside == end else days.shown(inside)

        yield DutyBar(
            each.parent,
            each.duty.label,
            each.duty.kind,
            clipped(began),
            clipped(ended),
            clipped(each.start),
            clipped(each.end),
        )


def _lines(told: Cover, days: Days) -> Iterator[GapLine]:
    """Gaps of one kind and length together, the longest in all first."""
    by_day: dict[tuple[date, Gap], int] = defaultdict(int)
    for each in told.pieces:
        if each.gap is not None:
            by_day[days.on(each.start), each.gap] += each.end - each.start
    alike: dict[tuple[Gap, int], list[date]] = defaultdict(list)
    for (on, gap), minutes in sorted(by_day.items(), key=lambda pair: pair[0][0]):
        alike[gap, minutes].append(on)
    lines = [GapLine(gap, minutes, tuple(on)) for (gap, minutes), on in alike.items()]
    yield from sorted(lines, key=lambda line: (-line.minutes * len(line.days), line.days))


def _handovers(
    told: Cover, stops: Mapping[int, Stop], days: Days, table: Table
) -> Iterator[HandoverView]:
    """Who takes the child where; within one place nobody goes."""
    alike: dict[tuple[int, int, int, int], list[date]] = defaultdict(list)
    for each in told.handovers:
        if is_same_place(stops[each.first], stops[each.second]):
            continue
        alike[each.first, each.second, each.goes, each.minutes].append(days.on(each.at))
    for (first, second, goes, minutes), on in alike.items():
        guessed = estimated(stops[first], stops[second], table)
        yield HandoverView(first, second, goes, minutes, tuple(on), guessed)


def _said(
    told: Cover, sources: Sequence[Source], days: Days, birth: PartialDate | None
) -> Iterator[Said]:
    """What the law says of the hours at a kita."""
    at_kita = {each.key for each in sources if each.kind is CareKind.KITA}
    if not at_kita:
        return
    attended = tuple(_attended(told, at_kita, days))
    if long := too_long(attended):
        longest = max(each.minutes for each in long)
        yield Said(CareReason.TEN_HOURS, {"days": len(long), "minutes": longest})
    if birth is not None and birth.day is not None:
        free = free_from(birth.first)
        if free > days.first:
            yield Said(CareReason.FREE_FROM, {"on": free})
    priced = priced_minutes(birth, attended)
    if priced:
        yield Said(CareReason.PRICED, {"minutes": priced})


def _attended(told: Cover, at_kita: set[int], days: Days) -> Iterator[DayAtKita]:
    """From coming to going on each day."""
    found: dict[date, tuple[int, int]] = {}
    for each in told.pieces:
        if each.by in at_kita:
            on = days.on(each.start)
            came, _ = found.get(on, (each.start, each.end))
            found[on] = (came, each.end)
    for on, (came, went) in found.items():
        yield DayAtKita(on, went - came)


def _proposals(told: Cover, need: Need) -> Iterator[Proposal]:
    """Duties that would close gaps if they began later or ended earlier: those of whom the need
    begins or ends with."""
    later: dict[tuple[int, str, int, int], dict[date, int]] = defaultdict(dict)
    earlier: dict[tuple[int, str, int, int], dict[date, int]] = defaultdict(dict)
    edges = dict(spans.runs(need.minutes))
    ends = {end: start for start, end in edges.items()}
    for piece in told.pieces:
        if piece.gap is Gap.EARLY and piece.start in edges and piece.end < edges[piece.start]:
            for away in _binding(need.aways, start=piece.start):
                later[_duty(away)][away.duty.on] = piece.end - piece.start
        if piece.gap is Gap.LATE and piece.end in ends and piece.start > ends[piece.end]:
            for away in _binding(need.aways, end=piece.end):
                earlier[_duty(away)][away.duty.on] = piece.end - piece.start
    found = [
        Proposal(
            *key[:2],
            tuple(gaps),
            *key[2:],
            later=key[2] + max(gaps.values()),
            earlier=None,
            closes=sum(gaps.values()),
        )
        for key, gaps in later.items()
    ] + [
        Proposal(
            *key[:2],
            tuple(gaps),
            *key[2:],
            later=None,
            earlier=key[3] - max(gaps.values()),
            closes=sum(gaps.values()),
        )
        for key, gaps in earlier.items()
    ]
    yield from sorted(found, key=lambda each: -each.closes)


def _binding(
    aways: Sequence[Away], *, start: int | None = None, end: int | None = None
) -> list[Away]:
    """The duties a need begins (or ends) with, where it is only one."""
    found = [each for each in aways if each.start == start or each.end == end]
    return found if len(found) == 1 else []


def _duty(away: Away) -> tuple[int, str, int, int]:
    return away.parent, away.duty.label, away.duty.start, away.duty.end
