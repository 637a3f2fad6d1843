"""Kita and school for the children of a family: what there is and how far one is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.content.languages import OFFICE_LANGUAGE
from app.folder.school_contents import PrintedChild, PrintedSchool
from app.folder.sheets import care_reasons, reach
from app.folder.sheets.cells import in_lines
from app.folder.speech import Speech
from app.folder.week import in_words
from app.rules import care_law
from app.typeset import blocks


def school_list(children: Sequence[PrintedChild], speech: Speech) -> tuple[blocks.Block, ...]:
    """The sheet: a table for each child, and below it the right to an all-day place."""
    found: list[blocks.Block] = [
        blocks.Heading(1, blocks.words(speech.text("places.children_chapter")), in_contents=False),
        blocks.Intro(blocks.words(speech.text("schools.intro"))),
    ]
    for child in children:
        found.append(blocks.Heading(2, blocks.words(child.name), in_contents=False))
        found.append(_table(child, speech))
        if child.right_in:
            stand = speech.date(care_law.STAND, "month")
            said = speech.text(
                "schools.all_day_right", name=child.name, year=child.right_in, stand=stand
            )
            found.append(blocks.Paragraph(blocks.words(said)))
    return tuple(found)


def _table(child: PrintedChild, speech: Speech) -> blocks.Table:
    heads = (
        (speech.text("schools.place"), 6.0),
        (speech.text("care.to_know"), 6.6),
        (speech.text("schools.standing"), 4.0),
    )
    columns = tuple(
        blocks.Column(blocks.words(text), share=share, row_head=place == 0)
        for place, (text, share) in enumerate(heads)
    )
    rows = tuple(
        (
            in_lines(_place(each, speech)),
            in_lines(_told(each, speech)),
            in_lines(_standing(each, speech)),
        )
        for each in child.schools
    )
    return blocks.Table(columns, rows, summary=speech.text("schools.summary"))


def _place(school: PrintedSchool, speech: Speech) -> Iterator[blocks.Words]:
    yield blocks.words(blocks.bold(school.name, lang=OFFICE_LANGUAGE))
    if school.kind:
        yield blocks.words(speech.text(f"care.kinds.{school.kind}"))
    if school.town:
        yield blocks.words(blocks.Run(school.town, lang=OFFICE_LANGUAGE))
    if school.minutes is not None:
        about = "_about" if school.estimated else ""
        yield blocks.words(speech.text(f"visit.by_car{about}", minutes=school.minutes))
    yield from reach.lines(speech, phone=school.phone)
    yield from reach.web(school.website)


def _told(school: PrintedSchool, speech: Speech) -> Iterator[blocks.Words]:
    if school.first is not None and school.last is not None:
        yield blocks.words(speech.text("schools.classes", first=school.first, last=school.last))
    if school.district:
        yield blocks.words(speech.text("schools.district"))
    if school.all_day:
        told = speech.text(f"schools.all_day.{school.all_day}")
        yield blocks.words(speech.joined((told, _free(school, speech))))
    for key, holds in (
        ("schools.german_class", school.german_class),
        ("schools.holiday_care", school.holiday_care),
    ):
        if holds:
            yield blocks.words(speech.text(key))
    if school.hours is not None and school.hours.known:
        yield blocks.words(speech.text("places.week", hours=in_words(school.hours, speech)))
    if school.open == 0:
        yield blocks.words(speech.text("places.need_covered"))
    elif school.open is not None:
        week = speech.text("care.a_week", time=care_reasons.hours(school.open, speech))
        yield blocks.words(speech.text("schools.stays_open", time=week))
    if school.public_note:
        yield blocks.words(blocks.Run(school.public_note, lang=OFFICE_LANGUAGE))


def _free(school: PrintedSchool, speech: Speech) -> str:
    """How many all-day places were free when they were counted, blank where nobody knows."""
    if school.free is None or school.free_on is None:
        return ""
    free = speech.text("care.free", count=school.free)
    key = "care.said.place_free_on" if school.free else "care.said.no_place_on"
    return speech.text(key, free=free, on=speech.date(school.free_on, "numbers"))


def _standing(school: PrintedSchool, speech: Speech) -> Iterator[blocks.Words]:
    key = school.standing or "training.standings.proposed"
    said = speech.text(key)
    yield blocks.words(blocks.bold(said) if school.standing else said)
    if school.starts_on is not None:
        day = speech.date(school.starts_on, "numbers")
        yield blocks.words(speech.text("dates.from", date=day))
    if school.next_on is not None:
        day = speech.date(school.next_on, "numbers")
        yield blocks.words(blocks.bold(speech.text("schools.next", date=day)))
