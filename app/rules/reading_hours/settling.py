"""The rules of a text put together to weeks: what each day comes to, and where rules collide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.rules.reading_hours.kinds import apply_kind, is_of_kind
from app.rules.reading_hours.parts import BASE, SCHOOL, DayChoice, Doubts, Gap, Season, Times
from app.rules.reading_hours.proposal import DoubtCode
from app.rules.reading_hours.said import EVERY_DAY, NO_END, NO_HOURS, Said, Whole
from app.rules.reading_hours.weeks import Week, start_of
from app.rules.reading_hours.words import HOLIDAY


def settle(whole: Whole, doubts: Doubts) -> list[Week]:
    """One week for each part of the year, the ordinary one first."""
    weeks: dict[Season, Week] = {BASE: Week(BASE)}
    ordinary = [said for said in whole.rules if not is_of_kind(said)]
    before: Said | None = None
    for said in ordinary:
        _apply(_with_start(said, before, weeks, doubts), weeks, doubts)
        before = said
    for said in whole.rules:
        if is_of_kind(said):
            apply_kind(said, weeks, doubts)
    for week in weeks.values():
        for day, times in list(week.days.items()):
            week.days[day] = _completed(times, doubts)
            if times and not week.days[day]:
                del week.days[day]
    _leave_school_holidays(weeks)
    _leave_named(weeks, doubts)
    return [week for week in weeks.values() if week.days]


def _leave_school_holidays(weeks: dict[Season, Week]) -> None:
    """ "In der Schulzeit 12–16, in den Ferien 8–16 Uhr": the holidays have hours of their own."""
    has_own = any(week.season.osm == "SH" and any(week.days.values()) for week in weeks.values())
    if has_own and weeks[BASE].days.get(DayChoice(SCHOOL)) == ():
        del weeks[BASE].days[DayChoice(SCHOOL)]


def _leave_named(weeks: dict[Season, Week], doubts: Doubts) -> None:
    """What holds in a "Sommer" without dates must not replace the ordinary week."""
    if not any(weeks[BASE].days.values()):
        return
    for season in [season for season in weeks if season.named]:
        for said in weeks.pop(season).told_by.values():
            doubts.add(DoubtCode.SEASON_UNKNOWN, said.span)


def _apply(said: Said, weeks: dict[Season, Week], doubts: Doubts) -> None:
    days = said.days
    if days is None:
        days = tuple(weeks[BASE].days) if said.season != BASE else ()
        days = tuple(each for each in days if each.day < 7 and weeks[BASE].days[each])
        if not days:
            doubts.add(DoubtCode.NO_DAYS, said.span)
            days = EVERY_DAY
    for day in days:
        week = weeks.setdefault(said.season, Week(said.season))
        if "SH" in said.season.osm and day.day >= HOLIDAY:
            # OSM knows no public holidays of the school holidays
            week = weeks[BASE]
            if not said.is_closed or week.days.get(day) != ():
                doubts.add(DoubtCode.SEASON_REACH, said.span)
        earlier = week.days.get(day)
        base = weeks[BASE].days.get(day)
        if earlier and earlier[0].comment == NO_HOURS:
            earlier = None
            del week.days[day]
        if earlier and said.gap >= Gap.FALLBACK and _says_no_hours(said):
            continue  # told already, and doubted
        if said.is_closed:
            _close(said, week, day, doubts)
        elif _is_shift(said, earlier if earlier is not None else base):
            found = earlier if earlier is not None else base
            week.days[day] = _shifted(said, found or (), doubts)
            week.told_by[day] = said
        else:
            week.days[day] = _joined(said, week, day, doubts)
            week.told_by.setdefault(day, said)


def _says_no_hours(said: Said) -> bool:
    return bool(said.times) and said.times[0].comment == NO_HOURS


def _with_start(said: Said, before: Said | None, weeks: dict[Season, Week], doubts: Doubts) -> Said:
    """ "Mo–Do 8–16 Uhr, Fr bis 13 Uhr": the start is that of the days before, with a doubt."""
    if before is None or not said.days or len(said.times) != 1 or said.times[0].start is not None:
        return said
    known = weeks.get(said.season, weeks[BASE]).days
    start, end = before.times[0].start if before.times else None, said.times[0].end
    if start is None or end is None or start >= end or any(known.get(day) for day in said.days):
        return said
    doubts.add(DoubtCode.ONLY_END, said.times[0].span)
    return replace(said, times=[replace(said.times[0], start=start)])


def _is_shift(said: Said, earlier: tuple[Times, ...] | None) -> bool:
    """ "Fr nur bis 14 Uhr" and "Mi ab 10 Uhr" change what was said about that day before."""
    if len(said.times) != 1 or not earlier or said.gap >= Gap.FALLBACK:
        return False
    if any(each.state == "unknown" or each.end is None for each in earlier):
        return False
    (only,) = said.times
    if only.start is None:
        return True
    last = max((each.end or 0) for each in earlier)
    inside = any(
        each.start is not None and each.start < only.start < (each.end or 0) for each in earlier
    )
    return only.end is None and only.open_end and inside and only.start < last


def _shifted(said: Said, earlier: tuple[Times, ...], doubts: Doubts) -> tuple[Times, ...]:
    (only,) = said.times
    if only.start is None and only.end is not None:
        kept = [each for each in earlier if each.start is not None and each.start < only.end]
        if not kept:
            doubts.add(DoubtCode.ONLY_END, only.span)
            return earlier
        if kept[-1].end is None or kept[-1].end < only.end:
            doubts.add(DoubtCode.ONLY_END, only.span)
        kept[-1] = replace(kept[-1], end=only.end, open_end=False)
        return tuple(kept)
    doubts.add(DoubtCode.OPEN_END, only.span)
    start = only.start or 0
    later = [each for each in earlier if (each.end or 0) > start]
    if later and (later[0].start or 0) < start:
        later[0] = replace(later[0], start=start)
    return tuple(later)


def _close(said: Said, week: Week, day: DayChoice, doubts: Doubts) -> None:
    earlier = week.days.get(day)
    if earlier:
        told = week.told_by.get(day)
        if told is None or told.days is None or not _weekdays(said) < _weekdays(told):
            doubts.add(DoubtCode.DAY_TWICE, said.span)
    week.days[day] = ()
    week.told_by[day] = said


def _weekdays(said: Said) -> frozenset[DayChoice]:
    """Without the holidays, which stand beside weekdays in many lists."""
    return frozenset(each for each in said.days or () if each.day < HOLIDAY)


def _joined(said: Said, week: Week, day: DayChoice, doubts: Doubts) -> tuple[Times, ...]:
    """The times of the day with those said now: added where they leave each other room."""
    earlier = week.days.get(day)
    now = _in_order(said.times, doubts)
    if earlier is None:
        return now
    if not earlier:
        told = week.told_by.get(day)
        if told is not None and _weekdays(told) > _weekdays(said):
            return now
        doubts.add(DoubtCode.DAY_TWICE, said.span)
        return earlier if _is_exception_before(said, week, day) else now
    if len(now) == len(earlier) and all(_is_said(each, earlier) for each in now):
        return earlier
    if not _collide(earlier, now):
        if said.gap >= Gap.STRONG and not said.is_extra:
            doubts.add(DoubtCode.DAY_TWICE, said.span)
        return tuple(sorted((*earlier, *now), key=start_of))
    if said.is_extra or not _is_exception(said, week, day, earlier, now):
        doubts.add(DoubtCode.DAY_TWICE, said.span)
        if said.is_headed or said.gap >= Gap.FALLBACK or _is_exception_before(said, week, day):
            return earlier
    week.told_by[day] = said
    return now


def _is_exception(
    said: Said, week: Week, day: DayChoice, earlier: tuple[Times, ...], now: tuple[Times, ...]
) -> bool:
    """ "Mo–Fr 9–15, Do 9–17": one of the days, with the same start or the same end."""
    told = week.told_by.get(day)
    if told is None or not _weekdays(said) < _weekdays(told):
        return False
    return start_of(earlier[0]) == start_of(now[0]) or earlier[-1].end == now[-1].end


def _is_exception_before(said: Said, week: Week, day: DayChoice) -> bool:
    """ "Montag geschlossen, täglich 10–18 Uhr": the fewer days keep what was said of them."""
    told = week.told_by.get(day)
    return told is not None and _weekdays(told) < _weekdays(said)


def _is_said(times: Times, earlier: Iterable[Times]) -> bool:
    return any((times.start, times.end) == (each.start, each.end) for each in earlier)


def _end(times: Times) -> int:
    if times.end is not None:
        return times.end
    return start_of(times) + 1 if not times.open_end else 1440


def _collide(earlier: Iterable[Times], now: Iterable[Times]) -> bool:
    return any(
        start_of(one) < _end(other) and start_of(other) < _end(one)
        for one in earlier
        for other in now
    )


def _in_order(times: Iterable[Times], doubts: Doubts) -> tuple[Times, ...]:
    """By their start; those that overlap within one sentence are doubted."""
    ordered = sorted(times, key=start_of)
    if list(ordered) != list(times):
        doubts.add(DoubtCode.OVERLAP, ordered[0].span.with_(ordered[-1].span))
    kept: list[Times] = []
    for each in ordered:
        if kept and start_of(each) < _end(kept[-1]) and each.kind == kept[-1].kind:
            doubts.add(DoubtCode.OVERLAP, kept[-1].span.with_(each.span))
        kept.append(each)
    return tuple(kept)


def _completed(times: tuple[Times, ...], doubts: Doubts) -> tuple[Times, ...]:
    """Starts without an end and ends without a start, doubted; the latter cannot be told."""
    kept: list[Times] = []
    for each in times:
        if each.start is None:
            doubts.add(DoubtCode.ONLY_END, each.span)
            continue
        if each.end is None:
            code = DoubtCode.OPEN_END if each.open_end else DoubtCode.ONLY_START
            doubts.add(code, each.span)
            if not each.open_end:
                each = replace(each, comment=each.comment or NO_END, state=each.state or "unknown")
        last = kept[-1] if kept else None
        if last is not None and _touch(last, each):
            kept[-1] = replace(last, end=each.end, open_end=each.open_end)
        else:
            kept.append(each)
    return tuple(kept)


def _touch(first: Times, second: Times) -> bool:
    """8–12 and 12–16 are one time where nothing else tells them apart."""
    same = (first.kind, first.comment, first.state) == (second.kind, second.comment, second.state)
    return same and first.end == second.start and not first.open_end and second.end is not None
