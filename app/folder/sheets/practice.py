"""The way to a practice of one's own for a family: its days, its steps, practices worth a look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from app.content.languages import OFFICE_LANGUAGE
from app.folder.practice_contents import PrintedPractice, PrintedWay, PrintedWayStep
from app.folder.sheets import reach
from app.folder.sheets.cells import in_lines
from app.folder.speech import Speech
from app.rules.calendar import Day, Precision
from app.typeset import blocks


def way(printed: PrintedWay, speech: Speech) -> tuple[blocks.Block, ...]:
    """The sheet of one person."""
    return tuple(_way(printed, speech))


def _way(printed: PrintedWay, speech: Speech) -> Iterator[blocks.Block]:
    yield blocks.Heading(1, blocks.words(speech.text("practice.title")), in_contents=False)
    yield blocks.Paragraph(blocks.words(blocks.bold(printed.name)))
    yield blocks.Intro(blocks.words(speech.text("practice.intro")))
    if printed.opening is not None:
        said = speech.text("practice.opening", date=_day(printed.opening, speech))
        yield blocks.Paragraph(blocks.words(said))
    if printed.by_committee:
        yield blocks.Paragraph(in_lines(_session(printed, speech)))
    if printed.steps:
        yield blocks.Heading(2, blocks.words(speech.text("practice.steps")), in_contents=False)
        yield _steps(printed.steps, speech)
    if printed.practices:
        yield blocks.Heading(2, blocks.words(speech.text("practice.offers")), in_contents=False)
        yield _practices(printed.practices, speech)


def _session(printed: PrintedWay, speech: Speech) -> Iterator[blocks.Words]:
    if printed.session is None:
        yield blocks.words(speech.text("practice.no_session"))
        return
    day = speech.date(printed.session, "full")
    yield blocks.words(blocks.bold(speech.text("practice.session", date=day)))
    if printed.papers_by is not None and not printed.handed_in:
        by = speech.date(printed.papers_by, "full")
        yield blocks.words(blocks.bold(speech.text("practice.papers_by", date=by)))
    elif not printed.handed_in:
        yield blocks.words(speech.text("practice.ask_papers_by"))
    yield blocks.words(blocks.Run(printed.body, lang=OFFICE_LANGUAGE))


def _steps(steps: Iterable[PrintedWayStep], speech: Speech) -> blocks.Table:
    heads = (("practice.step", 6.0), ("training.when", 3.6), ("training.where", 6.0))
    return blocks.Table(
        _columns(heads, speech),
        tuple(
            (
                blocks.words(blocks.bold(each.short)),
                blocks.words(_when(each, speech)),
                blocks.words(each.office),
            )
            for each in steps
        ),
        summary=speech.text("practice.steps_summary"),
    )


def _when(step: PrintedWayStep, speech: Speech) -> str:
    if step.is_done:
        done = speech.text("checklist.done")
        return f"{done} {speech.date(step.done_on, 'numbers')}" if step.done_on else done
    return "" if step.due is None else speech.text("dates.until", date=_day(step.due, speech))


def _practices(practices: Iterable[PrintedPractice], speech: Speech) -> blocks.Table:
    heads = (("practice.practice", 6.0), ("practice.handover", 3.6), ("practice.area", 6.0))
    return blocks.Table(
        _columns(heads, speech),
        tuple(
            (
                in_lines(_practice(each, speech)),
                in_lines(_handover(each, speech)),
                in_lines(_area(each, speech)),
            )
            for each in practices
        ),
        summary=speech.text("practice.offers_summary"),
    )


def _practice(practice: PrintedPractice, speech: Speech) -> Iterator[blocks.Words]:
    yield blocks.words(blocks.bold(practice.title, lang=OFFICE_LANGUAGE))
    for told in (practice.specialty, practice.place, practice.contact):
        if told:
            yield blocks.words(blocks.Run(told, lang=OFFICE_LANGUAGE))
    yield from reach.lines(speech, phone=practice.phone, email=practice.email)
    yield from reach.web(practice.website)
    if practice.public_note:
        yield blocks.words(blocks.Run(practice.public_note, lang=OFFICE_LANGUAGE))
    if practice.is_known:
        yield blocks.words(speech.text("practice.known"))
    if practice.as_of is not None:
        yield blocks.words(_stand(practice.as_of, speech))


def _handover(practice: PrintedPractice, speech: Speech) -> Iterator[blocks.Words]:
    first, last = (
        speech.date(day, "numbers") if day else "" for day in (practice.from_day, practice.to_day)
    )
    if first and last:
        yield blocks.words(speech.text("training.from_to", first=first, last=last))
    elif first or last:
        key = "dates.from" if first else "dates.until"
        yield blocks.words(speech.text(key, date=first or last))
    else:
        yield blocks.words(speech.text("training.begin_open"))


def _area(practice: PrintedPractice, speech: Speech) -> Iterator[blocks.Words]:
    if practice.seats:
        yield blocks.words(speech.text("practice.seats", count=practice.seats))
    if not practice.has_areas:
        return
    yield blocks.words(speech.text(f"practice.{practice.state or 'unknown'}"))
    if practice.state and practice.area_as_of is not None:
        yield blocks.words(_stand(practice.area_as_of, speech))


def _stand(day: date, speech: Speech) -> str:
    return speech.text("exchange.stand", date=speech.date(day, "numbers"))


def _day(day: Day, speech: Speech) -> str:
    pattern = "month" if day.precision is Precision.MONTH else "numbers"
    return speech.date(day.on, pattern)


def _columns(heads: Iterable[tuple[str, float]], speech: Speech) -> tuple[blocks.Column, ...]:
    return tuple(
        blocks.Column(blocks.words(speech.text(key)), share=share, row_head=not number)
        for number, (key, share) in enumerate(heads)
    )
