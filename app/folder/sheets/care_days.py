"""A week of care as rows of bars, each day with what it says in words.

Times in a bar are said as in running text, so that they run with the hours below them: where a
language is read from the right, both begin there.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.content.isolates import isolated
from app.content.languages import is_right_to_left
from app.folder.care_contents import Care, CareWeek, PrintedDay
from app.folder.sheets.care_words import Told
from app.folder.week import clock
from app.records.care_board import DutyBar, PieceView
from app.typeset import blocks

_DUTIES = (blocks.Fill.FIRST, blocks.Fill.SECOND)
_NARROW = (6, 18)
"""Hours: the least that is drawn."""


@dataclass(frozen=True)
class Drawing:
    """Draws the weeks of one sheet on the same hours."""

    care: Care
    told: Told
    with_duties: bool

    def week(self, week: CareWeek, *, key: bool) -> blocks.CareWeek:
        """The days on which care is needed or somebody works."""
        speech = self.told.speech
        hour_from, hour_to = self._hours()
        return blocks.CareWeek(
            (speech.text("care.day"), speech.text("care.needed"), speech.text("care.open")),
            tuple(self._row(day) for day in week.days if day.needed),
            hour_from,
            hour_to,
            self._key() if key else (),
            summary=speech.text("care.weeks_summary"),
            beside=tuple(map(self._in_words, self._drawn())),
        )

    def _row(self, day: PrintedDay) -> blocks.CareRow:
        label, needed, left = self._in_words(day)
        return blocks.CareRow(
            label,
            (*self._there(day), *(self._piece(each) for each in day.pieces)),
            self.told.day(day),
            needed,
            left,
            is_open=bool(day.open),
            duties=self._lanes(day) if self.with_duties else (),
        )

    def _in_words(self, day: PrintedDay) -> tuple[str, str, str]:
        """What stands beside the picture: the day, what is needed and what is open."""
        told = self.told
        left = told.short(day.open) if day.open else told.speech.text("care.is_covered")
        return told.day_name(day), told.short(day.needed), left

    def _piece(self, piece: PieceView) -> blocks.CareBar:
        if piece.by is None:
            label = self.told.short(piece.minutes)
            return blocks.CareBar(blocks.Fill.GAP, piece.start, piece.end, (label,))
        sign, fill = self.told.signs[piece.by]
        times = self.told.speech.text(
            "places.open_from_to", start=clock(piece.start), end=clock(piece.end)
        )
        # apart, so that a letter from the left does not turn the times behind it
        put = isolated(sign) if is_right_to_left(self.told.speech.language) else sign
        return blocks.CareBar(fill, piece.start, piece.end, (f"{put}  {times}", sign))

    def _there(self, day: PrintedDay) -> tuple[blocks.CareBar, ...]:
        """When those counted with are there, needed or not."""
        return tuple(
            blocks.CareBar(blocks.Fill.THERE, each.start, each.end) for _, each in day.there
        )

    def _lanes(self, day: PrintedDay) -> tuple[blocks.CareDuty, ...]:
        return tuple(
            blocks.CareDuty(
                min(self._lane(bar), len(_DUTIES) - 1),
                _DUTIES[min(self._lane(bar), len(_DUTIES) - 1)],
                bar.start,
                bar.end,
                bar.away_start,
                bar.away_end,
            )
            for bar in day.duties
        )

    def _lane(self, bar: DutyBar) -> int:
        return [person for person, _ in self.care.parents].index(bar.person)

    def _drawn(self) -> list[PrintedDay]:
        """The days of all weeks of the sheet that are drawn."""
        return [day for week in self.care.weeks for day in week.days if day.needed]

    def _hours(self) -> tuple[int, int]:
        """Whole hours around everything needed; the ways of the parents too where drawn."""
        days = self._drawn()
        edges = [(each.start, each.end) for day in days for each in day.pieces]
        if self.with_duties:
            edges += [(bar.away_start, bar.away_end) for day in days for bar in day.duties]
        first = min(start for start, _ in edges) // 60
        last = -(-max(end for _, end in edges) // 60)
        return min(first, _NARROW[0]), max(last, _NARROW[1])

    def _key(self) -> tuple[blocks.FillKey, ...]:
        """What is in the pictures beside the helpers, whose signs stand in their own table."""
        speech = self.told.speech
        days = self._drawn()
        found = []
        if self.with_duties:
            working = {bar.person for day in days for bar in day.duties}
            for lane, (person, name) in enumerate(self.care.parents):
                if person in working:
                    words = speech.text("care.works_away", name=name)
                    fill = _DUTIES[min(lane, len(_DUTIES) - 1)]
                    found.append(blocks.FillKey(fill, words))
        if any(self._there(day) for day in days):
            found.append(blocks.FillKey(blocks.Fill.THERE, speech.text("care.there")))
        if any(day.open for day in days):
            found.append(blocks.FillKey(blocks.Fill.GAP, speech.text("care.not_covered")))
        return tuple(found)
