"""Opening hours on paper: as a small week, and the same in words."""

from __future__ import annotations

from datetime import date, timedelta

from app.folder.contents import Hours, Span
from app.folder.speech import Speech
from app.typeset import blocks

MONDAY = date(2026, 11, 23)
WORKING_DAYS = 5


def drawn(hours: Hours, speech: Speech) -> blocks.SmallWeek | None:
    """The week as a drawing, None where the hours are unknown or only words.

    Saturday and Sunday appear only where somebody is there.
    """
    if not hours.known:
        return None
    shown = max(WORKING_DAYS, *(n + 1 for n, spans in enumerate(hours.week) if spans))
    days = tuple(
        blocks.WeekDay(label(n, speech), tuple(_bar(span) for span in hours.week[n]))
        for n in range(shown)
    )
    return blocks.SmallWeek(days, alt=speech.text("places.week", hours=in_words(hours, speech)))


def in_words(hours: Hours, speech: Speech) -> str:
    """ "Mo bis Do: 8:00–12:00, 14:30–16:00; Fr: 8:00–12:00"; closed days are left out."""
    parts = []
    for first, last in _alike(hours):
        spans = hours.week[first]
        if spans:
            said = ", ".join(_span(span, speech) for span in spans)
            parts.append(
                speech.text("places.open_days", days=_days(first, last, speech), spans=said)
            )
    return "; ".join(parts)


def label(day: int, speech: Speech) -> str:
    """The short name of a day, 0 is Monday."""
    return speech.date(MONDAY + timedelta(days=day), "weekday_short")


def has_marginal(hours: Hours) -> bool:
    """Whether any hour must be agreed beforehand."""
    return any(span.marginal for spans in hours.week for span in spans)


def _alike(hours: Hours) -> list[tuple[int, int]]:
    """Stretches of days with the same hours, first and last day of each."""
    stretches: list[tuple[int, int]] = []
    for day, spans in enumerate(hours.week):
        if stretches and hours.week[stretches[-1][1]] == spans:
            stretches[-1] = (stretches[-1][0], day)
        else:
            stretches.append((day, day))
    return stretches


def _days(first: int, last: int, speech: Speech) -> str:
    if first == last:
        return label(first, speech)
    return speech.text("places.day_range", first=label(first, speech), last=label(last, speech))


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
