"""The hours of a place held against the family's own duties: bars under the hours, and in words
what stays free of duties, or what of the care that is needed stays open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.folder import week
from app.folder.contents import Hours, Place, PlaceKind, Span
from app.folder.place_contents import Duties
from app.folder.speech import Speech
from app.rules import duty_weeks
from app.typeset import blocks

BESIDE = frozenset(
    {
        PlaceKind.OFFICE,
        PlaceKind.ADVICE,
        PlaceKind.HEALTH,
        PlaceKind.LANGUAGE,
        PlaceKind.WORK,
        PlaceKind.FUNDING,
    }
)
"""Where somebody has to go in person."""

CARE = frozenset({PlaceKind.CHILDCARE})
"""What has to be open while the parents work."""

_PEOPLE = (blocks.Bar.PERSON, blocks.Bar.PARTNER)
_FIRST, _LAST = 5 * 60, 22 * 60
"""The minutes of a day that every week shows; duties beyond are drawn in the own week alone."""

Row = tuple[blocks.Span, ...]


def concerns(place: Place, duties: Duties | None) -> bool:
    """Whether the hours of the place are held against the duties."""
    if duties is None or not place.hours.known:
        return False
    return place.kind in BESIDE or (place.kind in CARE and any(duties.need))


def bars(place: Place, duties: Duties) -> tuple[Row, ...]:
    """For each day of the week what lies under the hours: duties, or need and what of it is not
    open."""
    found: list[list[blocks.Span]] = [[] for _ in range(7)]
    if place.kind in CARE:
        need = duties.need[0]
        _add(found, blocks.Bar.NEED, need)
        _add(found, blocks.Bar.GAP, need & ~_open(place.hours))
        return tuple(map(tuple, found))
    opened = [span for spans in place.hours.week for span in spans]
    first = min([_FIRST, *(span.start for span in opened)])
    last = max([_LAST, *(span.end for span in opened)])
    for bar, worker in zip(_PEOPLE, duties.workers, strict=False):
        _add(found, bar, worker.weeks[0])
    return tuple(
        tuple(
            blocks.Span(span.bar, max(span.start, first), min(span.end, last))
            for span in row
            if span.start < last and span.end > first
        )
        for row in found
    )


def covered(hours: Hours, duties: Duties, speech: Speech) -> str:
    """Whether a place is open when the family needs care, and when not: in the drawn week, or in
    all weeks where they differ."""
    open_minutes = _open(hours)
    missing = [need & ~open_minutes for need in duties.need]
    whole = 0
    for each in missing:
        whole |= each
    if not whole:
        return speech.text("places.need_covered")
    key = "need_open" if len(set(missing)) == 1 else "need_open_sometimes"
    return speech.text(f"places.{key}", hours=week.in_words(_hours(whole), speech))


def beside(hours: Hours, duties: Duties, speech: Speech) -> tuple[str, ...]:
    """When a place is open while they are not on duty, a line for each."""
    open_minutes = _open(hours)
    return tuple(
        _beside(open_minutes, worker.name, worker.weeks, speech) for worker in duties.workers
    )


def own_week(duties: Duties, speech: Speech, *, care: bool) -> blocks.Provider:
    """The week of the family itself, which explains the bars of the places after it; `care`: with
    the care that is needed."""
    rows: list[list[blocks.Span]] = [[] for _ in range(7)]
    lines: list[blocks.Words] = []
    keys: list[blocks.KeyEntry] = []
    for bar, worker in zip(_PEOPLE, duties.workers, strict=False):
        _add(rows, bar, worker.weeks[0])
        lines.append(blocks.words(blocks.bold(worker.name)))
        lines += map(blocks.words, week.in_lines(_hours(worker.weeks[0]), speech))
        keys.append(blocks.KeyEntry(bar, worker.name))
    if care:
        _add(rows, blocks.Bar.NEED, duties.need[0])
        keys.append(blocks.KeyEntry(blocks.Bar.NEED, speech.text("places.need_key")))
        keys.append(blocks.KeyEntry(blocks.Bar.GAP, speech.text("places.gap_key")))
    notes = [speech.text("places.duties_note")]
    if duties.vary:
        on = speech.date(duties.last, "numbers")
        notes.append(speech.text("places.duties_vary", date=on))
    days = week.days(tuple(map(tuple, rows)), speech)
    said = (" ".join(run.text for run in line) for line in lines)
    return blocks.Provider(
        name=speech.text("places.duties_week", date=speech.date(duties.first, "numbers")),
        lines=(*lines, *map(blocks.words, notes)),
        week=blocks.SmallWeek(days, alt=speech.joined(said)),
        key=tuple(keys),
    )


def _beside(open_minutes: int, name: str, weeks: Sequence[int], speech: Speech) -> str:
    free = duty_weeks.beside(open_minutes, weeks)
    if free.always == open_minutes:
        return speech.text("places.beside_duties_all", name=name)
    always, sometimes = (
        week.in_words(_hours(minutes), speech) for minutes in (free.always, free.sometimes)
    )
    if free.sometimes == open_minutes:
        return speech.text("places.beside_duties_some_weeks", name=name)
    if not free.always:
        key = "beside_duties_only_sometimes" if free.sometimes else "beside_duties_never"
        return speech.text(f"places.{key}", name=name, hours=sometimes)
    if not free.sometimes:
        key = "beside_duties" if len(set(weeks)) == 1 else "beside_duties_always"
        return speech.text(f"places.{key}", name=name, hours=always)
    first = speech.text("places.beside_duties_always", name=name, hours=always)
    return f"{first} {speech.text('places.beside_duties_sometimes', hours=sometimes)}"


def _open(hours: Hours) -> int:
    return duty_weeks.opened([[(span.start, span.end) for span in row] for row in hours.week])


def _hours(minutes: int) -> Hours:
    return Hours(
        tuple(tuple(Span(start, end) for start, end in row) for row in duty_weeks.rows(minutes))
    )


def _add(rows: Iterable[list[blocks.Span]], bar: blocks.Bar, minutes: int) -> None:
    for row, spans in zip(rows, duty_weeks.rows(minutes), strict=True):
        row += (blocks.Span(bar, start, end) for start, end in spans)
