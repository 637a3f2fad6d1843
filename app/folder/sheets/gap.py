"""The page about the gap: what the numbers mean, the week as a heat map, places and ages."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from app.exchange.gap_offer import lines
from app.folder.gap import GapPage
from app.folder.speech import Speech
from app.records.care_gap import ALL, DAYS, GROUPS, GapReport
from app.rules.care_gap import HOURS, slot_of
from app.typeset import blocks

PITCHES = (6.0, 5.2, 4.6, 4.0)
"""Millimetres from row to row, from the roomiest to the closest."""
LEVELS = 4
_LABEL = 36.0
_DAY = 15.2


def gap(page: GapPage, speech: Speech, pitch: float = PITCHES[0]) -> tuple[blocks.Block, ...]:
    """Title, definition, heat map, municipalities by age group, and what is left out."""
    report = page.report
    last = report.first + timedelta(days=DAYS - 1)
    intro = speech.text(
        "gap.definition",
        first=speech.date(report.first, "numbers"),
        last=speech.date(last, "numbers"),
        households=_count(report.households, speech),
    )
    return (
        blocks.Heading(1, blocks.words(speech.text("gap.title")), in_contents=False),
        blocks.Paragraph(
            blocks.words(blocks.bold(_total(report, speech)), f" {intro}"),
            style=blocks.Style.TABLE,
        ),
        blocks.Heading(2, blocks.words(speech.text("gap.week")), in_contents=False),
        _week(report, speech, pitch),
        blocks.Heading(2, blocks.words(speech.text("gap.places")), in_contents=False),
        _places(report, speech, pitch),
        *_offer(page, speech),
        blocks.Paragraph(blocks.words(" ".join(_notes(report, speech))), style=blocks.Style.TABLE),
    )


def _offer(page: GapPage, speech: Speech) -> tuple[blocks.Block, ...]:
    """What one offer would change and cost, in one paragraph."""
    if page.offer is None:
        return ()
    told = lines(page.offer, speech.phrases)
    said = speech.divided(f"{what}: {much}" for what, much in told)
    return (
        blocks.Heading(2, blocks.words(speech.text("gap.offer.title")), in_contents=False),
        blocks.Paragraph(
            blocks.words(speech.text("joins.sentence", text=said)), style=blocks.Style.TABLE
        ),
    )


def _total(report: GapReport, speech: Speech) -> str:
    minutes = report.minutes()
    if minutes is None:
        return speech.text("gap.total_few")
    households = _count(report.concerned(), speech)
    return speech.text("gap.total", hours=_hours(minutes, speech), households=households)


def _week(report: GapReport, speech: Speech, pitch: float) -> blocks.HeatMap:
    numbers = {
        (day, hour): report.minutes(slot=slot_of(day, hour))
        for day in range(7)
        for hour in range(HOURS)
    }
    most = max((each for each in numbers.values() if each), default=Fraction(1))
    rows = tuple(
        blocks.HeatRow(
            speech.text(f"gap.days.{day}"),
            tuple(_cell(numbers[day, hour], most, speech) for hour in range(HOURS)),
        )
        for day in range(7)
    )
    return blocks.HeatMap(
        tuple(str(hour) for hour in range(HOURS)),
        rows,
        corner=speech.text("gap.hour"),
        label=_DAY,
        pitch=min(pitch + 1.0, 2 * pitch - PITCHES[-1]),
        summary=speech.text("gap.week_summary"),
    )


def _places(report: GapReport, speech: Speech, pitch: float) -> blocks.HeatMap:
    heads = (
        *(speech.text(f"gap.short.{group.value}") for group in GROUPS),
        speech.text("gap.all"),
        speech.text("gap.households"),
    )
    most = max(
        (m for p in range(len(report.places)) for g in range(len(GROUPS))
         if (m := report.minutes(p, g))),
        default=Fraction(1),
    )  # fmt: skip
    rows = []
    for place in (*range(len(report.places)), ALL):
        cells = [_cell(report.minutes(place, at), most, speech) for at in range(len(GROUPS))]
        if place == ALL:
            cells = [blocks.HeatCell(each.text, hidden=each.hidden) for each in cells]
            name = speech.text("gap.all_places")
        else:
            name = report.places[place].name or speech.text("gap.nowhere")
        total, households = report.minutes(place), report.concerned(place)
        cells.append(_plain(None if total is None else _hours(total, speech), speech))
        cells.append(_plain(None if households is None else str(households), speech))
        rows.append(blocks.HeatRow(name, tuple(cells), strong=place == ALL))
    return blocks.HeatMap(
        heads,
        tuple(rows),
        corner=speech.text("gap.place"),
        label=_LABEL,
        pitch=pitch,
        summary=speech.text("gap.places_summary"),
    )


def _cell(minutes: Fraction | None, most: Fraction, speech: Speech) -> blocks.HeatCell:
    if minutes is None:
        return blocks.HeatCell(speech.text("gap.few"), hidden=True)
    level = min(int(minutes * LEVELS / most) + 1, LEVELS) if minutes else 0
    return blocks.HeatCell(_hours(minutes, speech), level)


def _plain(text: str | None, speech: Speech) -> blocks.HeatCell:
    return blocks.HeatCell(speech.text("gap.few") if text is None else text, hidden=text is None)


def _hours(minutes: Fraction, speech: Speech) -> str:
    """Hours with one decimal below ten: a little more than nothing is not nothing."""
    from babel.numbers import format_decimal

    hours = minutes / 60
    if not hours:
        return "0"
    shown = max(round(hours, 1), Fraction(1, 10)) if hours < Fraction(995, 100) else round(hours)
    pattern = "0.#" if hours < Fraction(995, 100) else "#,##0"
    return str(format_decimal(float(shown), format=pattern, locale=speech.locale))


def _count(count: int | None, speech: Speech) -> str:
    return speech.text("gap.few_words") if count is None else str(count)


def _notes(report: GapReport, speech: Speech) -> list[str]:
    told = [speech.text("gap.suppression"), speech.text("gap.aid")]
    if report.notes:
        left = speech.divided(
            speech.text(f"gap.left.{each.left.value}", count=_count(each.count, speech))
            for each in report.notes
        )
        told.insert(1, speech.text("gap.left_out", left=left))
    return told
