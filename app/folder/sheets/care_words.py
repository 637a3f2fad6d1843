"""What a sheet of care says in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.folder.care import PEOPLE
from app.folder.care_contents import Care, CareHelper, CareWeek, PrintedDay
from app.folder.sheets import care_reasons
from app.folder.speech import Speech
from app.folder.week import clock, label, weekday
from app.records.care_board import DutyBar, HandoverView, LeftOut, PieceView
from app.rules import care_law
from app.rules.care_fit import CareReason
from app.rules.care_need import Unsaid
from app.rules.cover import CareKind, Gap
from app.typeset.inline import Fill

_MOST_DATES = 6
_BY_DATE = frozenset({Gap.CLOSED, Gap.UNKNOWN})
"""Gaps that a holiday may explain."""


@dataclass(frozen=True)
class Told:
    """The words of one sheet; `signs`: letter and pattern of who is counted with, by key."""

    care: Care
    speech: Speech
    signs: Mapping[int, tuple[str, Fill]]

    def hours(self, minutes: int) -> str:
        """42 h 05."""
        return care_reasons.hours(minutes, self.speech)

    def short(self, minutes: int) -> str:
        """80 min; from two hours on 2 h 05."""
        return care_reasons.short(minutes, self.speech)

    def week(self, week: CareWeek) -> tuple[str, str]:
        """The sentence of the one week that is the same all the time: what is covered, and what is
        open."""
        covered = self.speech.text("care.covered", **self._sums(week))
        if not week.open:
            return self.speech.text("joins.sentence", text=covered), ""
        gaps = self.speech.joined(self._gaps(week.days))
        return covered, self.speech.text("care.gaps", gaps=gaps)

    def heading(self, week: CareWeek) -> str:
        """Woche ab 1. März: 29 h 35 von 29 h 55 gedeckt."""
        dates = self.speech.listed([self._date(each) for each in week.mondays])
        key = "care.covered" if week.needed else "care.nothing_needed"
        return self.speech.text(
            "care.weeks_from",
            count=len(week.mondays),
            dates=dates,
            covered=self.speech.text(key, **self._sums(week)),
        )

    def open(self, week: CareWeek) -> str:
        """What is open in one of several weeks, as a sentence."""
        gaps = self.speech.joined(self._gaps(week.days))
        return self.speech.text("care.open_gaps", gaps=gaps) if gaps else ""

    def _sums(self, week: CareWeek) -> dict[str, str]:
        covered = self.hours(week.needed - week.open)
        return {"covered": covered, "needed": self.hours(week.needed)}

    def all_weeks(self) -> tuple[str, str]:
        """The sum of all weeks, where they differ."""
        said = self.speech.text(
            "care.covered",
            covered=self.hours(self.care.covered),
            needed=self.hours(self.care.needed),
        )
        return self.speech.text("care.all_weeks", covered=said), ""

    def nobody_needed(self) -> str:
        """Why nothing is drawn."""
        unknown = any(each.unsaid is Unsaid.NOTHING_KNOWN for each in self.care.left)
        return self.speech.text("care.nothing_computed" if unknown else "care.no_need")

    def days_without(self, week: CareWeek) -> str:
        """The days of a week on which nobody is needed."""
        names = [self._weekday(day) for day in week.days if not day.needed]
        return self.speech.text("care.no_day", days=self.speech.listed(names)) if names else ""

    def day_name(self, day: PrintedDay) -> str:
        """Di, in the words of `dates.weekday_short`."""
        return label(day.on.weekday(), self.speech)

    def day(self, day: PrintedDay) -> str:
        """All of a day: who works, who cares, what is open."""
        parts = [*map(self._duty, day.duties), *map(self._piece, day.pieces)]
        said = self.speech.divided(parts)
        return self.speech.text("care.day_said", day=self._called(day), parts=said)

    def kind(self, helper: CareHelper) -> str:
        """Kita, Norden."""
        kind = self.speech.text(f"care.kinds.{helper.kind.value}")
        return self.speech.joined((kind, helper.town.strip()))

    def covers(self, helper: CareHelper) -> str:
        """How long a helper is there for what is needed: a week, or in all where weeks differ."""
        if not helper.counted:
            return self.speech.text("care.not_counted")
        if len(self.care.weeks) == 1:
            count = len(self.care.weeks[0].mondays)
            return self.speech.text("care.a_week", time=self.short(helper.covers // count))
        return self.short(helper.covers)

    def state(self, helper: CareHelper) -> str:
        """What is decided: Platz zugesagt."""
        whose = "people" if helper.kind in PEOPLE else "places"
        return self.speech.text(f"care.{whose}.{helper.state.value}")

    def of_helper(self, helper: CareHelper) -> str:
        """What is known of a place, and when that was checked."""
        speech = self.speech
        said = [care_reasons.of_place(each, helper.state, speech) for each in helper.said]
        if not helper.counted:
            said.insert(0, speech.text("care.only_one"))
        if helper.kind not in PEOPLE:
            said.append(
                speech.text("care.checked", date=speech.date(helper.checked_on, "numbers"))
                if helper.checked_on
                else speech.text("care.not_checked")
            )
        return " ".join(filter(None, said))

    def handovers(self) -> Iterator[str]:
        """Who takes the person from where to where."""
        for each in self.care.handovers:
            told = self._handover(each)
            if each.minutes:
                key = "care.way_estimated" if each.estimated else "care.way"
                told = self.speech.text(key, text=told, count=each.minutes)
            yield told

    def law(self) -> Iterator[str]:
        """Hours a child should not exceed, and those that cost a fee, each with its paragraph."""
        said = {each.about: each for each in self.care.said}
        speech, name = self.speech, self.care.name
        stand = speech.date(care_law.STAND, "month")
        if long := said.get(CareReason.TEN_HOURS):
            time = self.hours(long.minutes or 0)
            count = long.days or 0
            yield speech.text("care.ten_hours", count=count, name=name, time=time, stand=stand)
        priced, free = said.get(CareReason.PRICED), said.get(CareReason.FREE_FROM)
        if priced:
            yield speech.text("care.priced", time=self.hours(priced.minutes or 0))
        if priced or free:
            yield speech.text("care.free_hours", stand=stand)
        if free and free.on:
            yield speech.text("care.free_from", name=name, on=speech.date(free.on, "day"))

    def missing(self) -> Iterator[str]:
        """What nobody knows and how it was counted."""
        yield from map(self._left, self.care.left)
        for each in self.care.said:
            if each.about is CareReason.HOLIDAYS_UNKNOWN and each.on:
                until = self.speech.date(each.on, "numbers")
                yield self.speech.text("care.holidays_unknown", on=until)
        unknown = any(each.about is CareReason.AGE_UNKNOWN for each in self.care.said)
        if unknown and any(each.kind is CareKind.KITA for each in self.care.helpers):
            yield self.speech.text("care.age_unknown", name=self.care.name)

    def _left(self, left: LeftOut) -> str:
        return self.speech.text(
            f"care.left.{left.unsaid.value}",
            count=left.days,
            first=self._date(left.first),
            name=left.name,
        )

    def _gaps(self, days: Sequence[PrintedDay]) -> Iterator[str]:
        """Di und Do früh je 80 min; days of one week with the same gap together."""
        alike: dict[tuple[Gap, int], list[str]] = {}
        for day in days:
            sums: dict[Gap, int] = {}
            for piece in day.pieces:
                if piece.gap is not None:
                    sums[piece.gap] = sums.get(piece.gap, 0) + piece.minutes
            for gap, minutes in sums.items():
                name = self._called(day) if gap in _BY_DATE else self._weekday(day)
                alike.setdefault((gap, minutes), []).append(name)
        for (gap, minutes), names in alike.items():
            yield self.speech.text(
                f"care.gap.{gap.value}",
                count=len(names),
                days=self.speech.listed(names),
                time=self.short(minutes),
            )

    def _weekday(self, day: PrintedDay) -> str:
        """Di, in the words of `dates.weekday_said`."""
        return weekday(day.on.weekday(), self.speech)

    def _called(self, day: PrintedDay) -> str:
        """The name of a day, with what is special about it."""
        name = self._weekday(day)
        if day.holiday:
            return self.speech.text("care.holiday", day=name)
        return self.speech.text("care.school_holiday", day=name) if day.school_holiday else name

    def _duty(self, bar: DutyBar) -> str:
        name = dict(self.care.parents).get(bar.person, "")
        return self.speech.text("care.duty_said", name=name, **_times(bar.start, bar.end))

    def _piece(self, piece: PieceView) -> str:
        times = _times(piece.start, piece.end)
        if piece.by is None:
            return self.speech.text("care.gap_said", **times)
        return self.speech.text("care.piece_said", name=self._name(piece.by), **times)

    def _handover(self, one: HandoverView) -> str:
        first, second, goes = (self._name(key) for key in (one.first, one.second, one.goes))
        days = self._when(one.days)
        if one.goes == one.first:
            key, places = "brings", {"to": second}
        elif one.goes == one.second:
            key, places = "fetches", {"origin": first}
        else:
            key, places = "takes", {"origin": first, "to": second}
        told = {"days": days, "goes": goes, "name": self.care.name, **places}
        return self.speech.text(f"care.{key}", **told)

    def _when(self, days: Sequence[date]) -> str:
        """Weekdays where it is so in every week, else dates, else how many."""
        weekdays = sorted({day.weekday() for day in days})
        length = (self.care.last - self.care.first).days + 1
        whole = {self.care.first + timedelta(days=place) for place in range(length)}
        if set(days) == {day for day in whole if day.weekday() in weekdays}:
            return self.speech.listed([weekday(each, self.speech) for each in weekdays])
        dates = sorted(set(days))
        if len(dates) <= _MOST_DATES:
            return self.speech.listed([self._date(each) for each in dates])
        return self.speech.text("care.on_days", count=len(dates))

    def _name(self, key: int) -> str:
        return next((each.name for each in self.care.helpers if each.key == key), "")

    def _date(self, on: date) -> str:
        return self.speech.date(on, "day_of_year")


def _times(start: int, end: int) -> dict[str, str]:
    return {"start": clock(start), "end": clock(end)}
