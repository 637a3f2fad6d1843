"""Opening hours on paper: as a small week, and the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from app.folder.contents import Hours, Span
from app.folder.speech import Speech
from app.typeset import blocks

MONDAY = date(2026, 11, 23)
WORKING_DAYS = 5
RANGE = 3
_DUTIES = frozenset({blocks.Bar.PERSON, blocks.Bar.PARTNER})
_OF_A_PLACE = frozenset({blocks.Bar.OPEN, blocks.Bar.MARGINAL})


def drawn(
    hours: Hours, speech: Speech, under: Sequence[tuple[blocks.Span, ...]] = ()
) -> blocks.SmallWeek | None:
    """The week as a drawing, None where the hours are unknown or only words.

    `under`: what is held against the hours, for each day. Saturday and Sunday appear only where
    somebody is there or care is needed.
    """
    if not hours.known:
        return None
    rows = tuple(
        (*(_bar(span) for span in spans), *(under[day] if under else ()))
        for day, spans in enumerate(hours.week)
    )
    return blocks.SmallWeek(
        days(rows, speech), alt=speech.text("places.week", hours=in_words(hours, speech))
    )


def days(rows: Sequence[tuple[blocks.Span, ...]], speech: Speech) -> tuple[blocks.WeekDay, ...]:
    """The days of a drawing with their names: Monday to Friday, and the weekend where it has more
    than somebody's duties under the hours of others."""
    alone = not any(span.bar in _OF_A_PLACE for spans in rows for span in spans)
    told = [
        n for n, spans in enumerate(rows) if any(alone or span.bar not in _DUTIES for span in spans)
    ]
    shown = max([WORKING_DAYS, *(n + 1 for n in told)])
    return tuple(blocks.WeekDay(label(n, speech), rows[n]) for n in range(shown))


def in_words(hours: Hours, speech: Speech) -> str:
    """ "Mo bis Do: 8:00–12:00, 14:30–16:00; Fr: 8:00–12:00"; closed days are left out."""
    return speech.divided(in_lines(hours, speech))


def in_lines(hours: Hours, speech: Speech) -> tuple[str, ...]:
    """ "Mo bis Do: 8:00–12:00", "Fr: 8:00–12:00".

    Days with the same hours are said together, wherever they stand in the week.
    """
    alike: dict[tuple[Span, ...], list[int]] = {}
    for day, spans in enumerate(hours.week):
        if spans:
            alike.setdefault(spans, []).append(day)
    return tuple(
        speech.text(
            "places.open_days",
            days=_days(days, speech),
            spans=speech.joined(_span(span, speech) for span in spans),
        )
        for spans, days in alike.items()
    )


def label(day: int, speech: Speech) -> str:
    """The short name of a day for a column, 0 is Monday."""
    return speech.date(MONDAY + timedelta(days=day), "weekday_short")


def weekday(day: int, speech: Speech) -> str:
    """The name of a day in a sentence, short where the language has such names."""
    return speech.date(MONDAY + timedelta(days=day), "weekday_said")


def has_marginal(hours: Hours) -> bool:
    """Whether any hour must be agreed beforehand."""
    return any(span.marginal for spans in hours.week for span in spans)


def _days(days: list[int], speech: Speech) -> str:
    """ "Mo bis Mi, Fr": three days or more in a row become a range."""
    rows: list[list[int]] = []
    for day in days:
        if rows and rows[-1][-1] == day - 1:
            rows[-1].append(day)
        else:
            rows.append([day])
    return speech.joined(_row(row, speech) for row in rows)


def _row(days: list[int], speech: Speech) -> str:
    if len(days) < RANGE:
        return speech.joined(weekday(day, speech) for day in days)
    return speech.text(
        "places.day_range", first=weekday(days[0], speech), last=weekday(days[-1], speech)
    )


def _span(span: Span, speech: Speech) -> str:
    key = "places.marginal_from_to" if span.marginal else "places.open_from_to"
    return speech.text(key, start=clock(span.start), end=clock(span.end))


def clock(minutes: int) -> str:
    """ "8:05"; the day's end is 24:00."""
    return f"{minutes // 60}:{minutes % 60:02}"


def _bar(span: Span) -> blocks.Span:
    return blocks.Span(
        blocks.Bar.MARGINAL if span.marginal else blocks.Bar.OPEN, span.start, span.end
    )
