"""Further training for the members of a family: what fits, when, where, and how one gets in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.content.languages import OFFICE_LANGUAGE
from app.folder.contents import FolderContents
from app.folder.sheets import reach
from app.folder.sheets.cells import in_lines
from app.folder.speech import Speech
from app.folder.training_contents import PrintedCourse
from app.typeset import blocks

SURE = frozenset({"registered", "attending"})
"""Whoever stands so has a place and need not register any more."""


def training(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """The part of the chapter on the profession."""
    return (
        blocks.Heading(2, blocks.words(speech.text("training.title")), in_contents=False),
        blocks.Paragraph(blocks.words(speech.text("training.intro"))),
        table(contents.training, speech),
    )


def course_list(
    courses: Sequence[PrintedCourse], family: str, speech: Speech
) -> tuple[blocks.Block, ...]:
    """The sheet alone."""
    return (
        blocks.Heading(1, blocks.words(speech.text("training.title")), in_contents=False),
        blocks.Paragraph(blocks.words(blocks.bold(family))),
        blocks.Intro(blocks.words(speech.text("training.intro"))),
        table(courses, speech),
    )


def table(courses: Sequence[PrintedCourse], speech: Speech) -> blocks.Table:
    """A row each; what is the provider's own wording stays German."""
    heads = ("course", "when", "where", "who")
    shares = (6.0, 3.6, 4.6, 2.4)
    columns = tuple(
        blocks.Column(
            blocks.words(speech.text(f"training.{head}")), share=share, row_head=head == "course"
        )
        for head, share in zip(heads, shares, strict=True)
    )
    rows = tuple(
        (
            in_lines(_course(each, speech)),
            in_lines(_when(each, speech)),
            in_lines(_where(each, speech)),
            in_lines(_who(each, speech)),
        )
        for each in courses
    )
    return blocks.Table(columns, rows, summary=speech.text("training.summary"))


def _course(course: PrintedCourse, speech: Speech) -> Iterator[blocks.Words]:
    yield blocks.words(blocks.bold(course.title, lang=OFFICE_LANGUAGE))
    yield blocks.words(speech.text(f"training.kinds.{course.kind}"))
    if course.german:
        yield blocks.words(speech.text("training.german", level=course.german))
    if course.reaches:
        yield blocks.words(speech.text("training.reaches", level=course.reaches))
    if course.public_note:
        yield blocks.words(blocks.Run(course.public_note, lang=OFFICE_LANGUAGE))


def _when(course: PrintedCourse, speech: Speech) -> Iterator[blocks.Words]:
    first = speech.date(course.first, "numbers") if course.first else ""
    last = speech.date(course.last, "numbers") if course.last else ""
    if not first:
        yield blocks.words(speech.text("training.begin_open"))
    elif first == last:
        yield blocks.words(speech.text("dates.on", date=first))
    elif last:
        yield blocks.words(speech.text("training.from_to", first=first, last=last))
    else:
        yield blocks.words(speech.text("dates.from", date=first))
    if course.register_by and course.standing not in SURE:
        until = speech.date(course.register_by, "numbers")
        yield blocks.words(blocks.bold(speech.text("training.register_by", date=until)))


def _where(course: PrintedCourse, speech: Speech) -> Iterator[blocks.Words]:
    yield blocks.words(blocks.Run(course.provider, lang=OFFICE_LANGUAGE))
    if course.town:
        yield blocks.words(blocks.Run(course.town, lang=OFFICE_LANGUAGE))
    yield from reach.web(course.website)
    if course.cents is not None:
        yield blocks.words(_price(course.cents, speech))
    if course.funding:
        yield blocks.words(blocks.Run(course.funding, lang=OFFICE_LANGUAGE))


def _who(course: PrintedCourse, speech: Speech) -> Iterator[blocks.Words]:
    yield blocks.words(blocks.bold(course.for_whom))
    if course.standing:
        yield blocks.words(speech.text(f"training.standings.{course.standing}"))


def _price(cents: int, speech: Speech) -> str:
    if not cents:
        return speech.text("training.free")
    return speech.money(cents)
