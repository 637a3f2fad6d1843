"""The sheet of a visit: each day in its order, what to bring, films, how to reach the office."""

from __future__ import annotations

from collections.abc import Iterator

from app.folder.sheets import reach
from app.folder.sheets.films import films
from app.folder.speech import Speech
from app.folder.visit_contents import Ferry, VisitContents, VisitDay, VisitEntry, WayLine
from app.folder.week import clock
from app.rules.visit_days import StopKind
from app.rules.visit_ways import Means
from app.typeset import blocks

_TIMES = 24
_OUTSIDE = frozenset({StopKind.BEACH, StopKind.ISLAND})
_Cell = tuple[blocks.Words, ...]


def visit(contents: VisitContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """The whole sheet in one language."""
    return (
        blocks.Heading(1, blocks.words(speech.text("visit.title")), in_contents=False),
        blocks.Intro(blocks.words(_intro(contents, speech))),
        *_base(contents, speech),
        *(block for day in contents.days if day.entries for block in _day(day, speech)),
        *_sources(contents, speech),
        *_left_out(contents, speech),
        *_bring(contents, speech),
        *films(contents.films, speech),
        *_reach(contents, speech),
    )


def kind_of(entry: VisitEntry, speech: Speech) -> str:
    """What a stop is called: its own title, else its kind."""
    return entry.title or speech.text(f"visit.kinds.{entry.kind.value}")


def way_lines(way: WayLine | None, speech: Speech) -> tuple[str, ...]:
    """A way in sentences, none where there is nothing to go."""
    return tuple(_way(way, speech)) if way else ()


def source_lines(contents: VisitContents, speech: Speech) -> tuple[str, ...]:
    """Where the times of the ferries are from."""
    return tuple(
        speech.text(
            "visit.ferry_stand", source=each.source, date=speech.date(each.as_of, "numbers")
        )
        for each in contents.sources
    )


def _intro(contents: VisitContents, speech: Speech) -> str:
    if contents.first == contents.last:
        return speech.text("visit.intro_day", date=speech.date(contents.first, "full"))
    return speech.text(
        "visit.intro",
        first=speech.date(contents.first, "day"),
        last=speech.date(contents.last, "day"),
    )


def _base(contents: VisitContents, speech: Speech) -> Iterator[blocks.Block]:
    if contents.base:
        yield blocks.Paragraph(blocks.words(speech.text("visit.base", place=contents.base)))
    if contents.public_note:
        yield blocks.Paragraph(blocks.words(contents.public_note))


def _day(day: VisitDay, speech: Speech) -> Iterator[blocks.Block]:
    on = speech.date(day.on, "full")
    rows = tuple(_rows(day, speech))
    table = blocks.Table(
        (
            blocks.Column(blocks.words(speech.text("visit.when")), width=_TIMES, row_head=True),
            blocks.Column(blocks.words(speech.text("visit.what"))),
        ),
        tuple((when, _joined(cell)) for when, cell in rows),
        summary=speech.text("visit.summary", date=on),
    )
    heading = blocks.Heading(2, blocks.words(on), in_contents=False)
    if day.sunset is None:
        yield blocks.KeepTogether((heading, table))
        return
    dark = speech.text("visit.sunset", time=clock(day.sunset))
    note = blocks.Paragraph(blocks.words(dark), style=blocks.Style.NOTE)
    yield blocks.KeepTogether((heading, table, note))


def _rows(day: VisitDay, speech: Speech) -> Iterator[tuple[blocks.Words, _Cell]]:
    for entry in day.entries:
        for ferry in entry.ferries:
            yield _ferry(ferry, speech)
        when = speech.text("places.open_from_to", start=clock(entry.start), end=clock(entry.end))
        yield blocks.words(when), tuple(_cell(entry, speech))
    for ferry in day.ferries:
        yield _ferry(ferry, speech)
    if day.back_at is not None:
        back = [blocks.words(blocks.bold(speech.text("visit.back")))]
        back += [blocks.words(said) for said in way_lines(day.way, speech)]
        yield blocks.words(clock(day.back_at)), tuple(back)


def _ferry(ferry: Ferry, speech: Speech) -> tuple[blocks.Words, _Cell]:
    when = speech.text("places.open_from_to", start=clock(ferry.departs), end=clock(ferry.arrives))
    minutes = ferry.arrives - ferry.departs
    said = speech.text("visit.ferry", start=ferry.start, end=ferry.end, minutes=minutes)
    return blocks.words(when), (
        blocks.words(blocks.bold(said)),
        *(blocks.words(each) for each in way_lines(ferry.way, speech)),
    )


def _cell(entry: VisitEntry, speech: Speech) -> Iterator[blocks.Words]:
    yield blocks.words(blocks.bold(kind_of(entry, speech)))
    where = speech.joined((entry.where, *entry.address))
    if where:
        yield blocks.words(where)
    if entry.contact:
        yield blocks.words(speech.text("visit.meets", name=entry.contact))
    if entry.hours:
        hours = speech.joined(
            speech.text("places.open_from_to", start=clock(first), end=clock(last))
            for first, last in entry.hours
        )
        yield blocks.words(speech.text("places.week", hours=hours))
    for said in way_lines(entry.way, speech):
        yield blocks.words(said)
    if entry.public_note:
        yield blocks.words(entry.public_note)
    yield from reach.web(entry.website)
    if not entry.confirmed and entry.kind not in _OPEN_TO_ALL:
        yield blocks.words(speech.text("visit.unconfirmed"))


_OPEN_TO_ALL = frozenset({StopKind.BEACH, StopKind.ISLAND, StopKind.LEISURE, StopKind.MEAL})
"""Nobody waits there who could confirm."""


def _way(way: WayLine, speech: Speech) -> Iterator[str]:
    if way.minutes is None:
        yield speech.text("visit.way_unknown")
    elif way.means is Means.CAR:
        about = "_about" if way.estimated else ""
        yield speech.text(f"visit.by_car{about}", minutes=way.minutes)
    elif way.minutes:
        key = "visit.on_foot" if way.means is Means.FOOT else "visit.by_bus"
        yield speech.text(key, minutes=way.minutes)


def _sources(contents: VisitContents, speech: Speech) -> Iterator[blocks.Block]:
    for said in source_lines(contents, speech):
        yield blocks.Paragraph(blocks.words(said), style=blocks.Style.NOTE)


def _left_out(contents: VisitContents, speech: Speech) -> Iterator[blocks.Block]:
    if not contents.left_out:
        return
    items = tuple(
        blocks.words(speech.joined((kind_of(entry, speech), entry.where)))
        for entry in contents.left_out
    )
    yield blocks.KeepTogether(
        (
            blocks.Heading(2, blocks.words(speech.text("visit.open")), in_contents=False),
            blocks.Paragraph(blocks.words(speech.text("visit.open_intro"))),
            blocks.ListBlock(items),
        )
    )


def _bring(contents: VisitContents, speech: Speech) -> Iterator[blocks.Block]:
    kinds = {entry.kind for day in contents.days for entry in day.entries}
    keys = ["bring_pass"]
    if StopKind.INTERVIEW in kinds:
        keys.append("bring_papers")
    if kinds & _OUTSIDE:
        keys.append("bring_weather")
    items = tuple(blocks.words(speech.text(f"visit.{key}")) for key in keys)
    yield blocks.KeepTogether(
        (
            blocks.Heading(2, blocks.words(speech.text("visit.bring")), in_contents=False),
            blocks.ListBlock(items, marker=blocks.Marker.BOX),
        )
    )


def _reach(contents: VisitContents, speech: Speech) -> Iterator[blocks.Block]:
    office, advisor = contents.office, contents.advisor
    name = speech.joined((advisor.name if advisor else "", office.name))
    lines: list[blocks.Words] = [blocks.words(blocks.bold(name))] if name else []
    lines += [blocks.words(line) for line in office.address.lines]
    lines += reach.lines(
        speech,
        phone=(advisor.phone if advisor else "") or office.phone,
        email=(advisor.email if advisor else "") or office.email,
        languages=advisor.languages if advisor else (),
    )
    if lines:
        yield blocks.KeepTogether(
            (
                blocks.Heading(2, blocks.words(speech.text("visit.reach")), in_contents=False),
                blocks.Paragraph(_joined(tuple(lines))),
            )
        )


def _joined(lines: _Cell) -> blocks.Words:
    """The lines below each other."""
    broken = [(*line, blocks.Run("\n")) for line in lines[:-1]]
    return tuple(run for line in (*broken, *lines[-1:]) for run in line)
