"""Work: the short profile for an employer, the openings for a person, the lines of the folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.content.languages import OFFICE_LANGUAGE
from app.folder.career_contents import (
    Career,
    PrintedIntroduction,
    PrintedOpening,
    PrintedProfile,
)
from app.folder.contents import FolderContents
from app.folder.sheets import reach
from app.folder.speech import Speech
from app.rules.job_terms import Level, WorkTime
from app.typeset import blocks


def profile(printed: PrintedProfile, speech: Speech) -> tuple[blocks.Block, ...]:
    """One page about somebody; the words of the office stand in German."""
    intro = speech.text("careers.profile_intro", name=printed.name, employer=printed.employer)
    return (
        blocks.Heading(1, blocks.words(speech.text("careers.profile")), in_contents=False),
        blocks.Intro(blocks.words(intro)),
        blocks.Heading(2, blocks.words(printed.name), in_contents=False),
        *(
            blocks.Paragraph((blocks.bold(speech.text(f"careers.{key}")), blocks.Run("\n"), *said))
            for key, said in _told(printed, speech)
            if said
        ),
    )


def openings(
    name: str, printed: Sequence[PrintedOpening], speech: Speech
) -> tuple[blocks.Block, ...]:
    """The openings that suit somebody, the best first."""
    return (
        blocks.Heading(1, blocks.words(speech.text("careers.openings")), in_contents=False),
        blocks.Intro(blocks.words(speech.text("careers.openings_intro", name=name))),
        *(_opening(each, speech) for each in printed),
    )


def in_folder(contents: FolderContents, speech: Speech) -> Iterator[blocks.Block]:
    """Appointments with employers, and the openings that suit whoever looks for work."""
    for career in contents.careers:
        yield from _ahead(career, speech)
        if career.openings:
            intro = speech.text("careers.openings_intro", name=career.name)
            yield blocks.KeepTogether(
                (
                    blocks.Heading(
                        2, blocks.words(speech.text("careers.openings")), in_contents=False
                    ),
                    blocks.Paragraph(blocks.words(intro), keep_with_next=True),
                    blocks.ListBlock(
                        tuple(_in_a_line(each, speech) for each in career.openings),
                        style=blocks.Style.TABLE,
                    ),
                )
            )


def _told(printed: PrintedProfile, speech: Speech) -> Iterator[tuple[str, blocks.Words]]:
    yield "occupation", _german(printed.occupation)
    learned = ""
    if printed.qualification is not None:
        learned = speech.text(f"careers.qualifications.{printed.qualification.value}")
    as_what = _german(printed.qualified_as)
    between = (blocks.Run("\n"),) if learned and as_what else ()
    yield "qualification", (*_plain(learned), *between, *as_what)
    spoken = (
        speech.text(
            "careers.level", language=speech.language_name(tag), level=_level(level, speech)
        )
        for tag, level in printed.languages
    )
    yield "languages", _plain(speech.joined(spoken))
    yield "hours", _plain(_hours(printed.min_hours, printed.max_hours, speech))
    yield "shifts", _plain(_shifts(printed.shifts, speech))
    if printed.available_from is not None:
        day = speech.date(printed.available_from, "day")
        yield "available", _plain(speech.text("dates.from", date=day))
    yield "wishes", _german(printed.wishes)
    yield "contact", _contact(printed, speech)


def _contact(printed: PrintedProfile, speech: Speech) -> blocks.Words:
    said: list[blocks.Run] = list(_plain(printed.advisor))
    for line in reach.lines(speech, phone=printed.phone, email=printed.email):
        said += [blocks.Run("\n"), *line] if said else line
    return tuple(said)


def _opening(printed: PrintedOpening, speech: Speech) -> blocks.Block:
    title = blocks.Run(printed.title, lang=_lang(speech))
    where = ", ".join(part for part in (printed.employer, printed.town) if part)
    facts = map(blocks.words, _facts(printed, speech))
    lines = (_german(where), *facts, _german(printed.public_note), _german(printed.contact))
    said: list[blocks.Run] = []
    for line in filter(None, lines):
        said += [blocks.Run("\n"), *line] if said else line
    code = reach.code(printed.website, speech, (), "")
    return blocks.KeepTogether(
        (
            blocks.Heading(2, (title,), in_contents=False),
            blocks.Paragraph(tuple(said)),
            *((code,) if code else ()),
        )
    )


def _facts(printed: PrintedOpening, speech: Speech) -> Iterator[str]:
    if printed.km is not None:
        yield speech.distance(printed.km)
    if hours := _hours(printed.min_hours, printed.max_hours, speech):
        yield hours
    if printed.shifts:
        yield _shifts(printed.shifts, speech)
    if printed.german is not None:
        yield speech.text("careers.german", level=_level(printed.german, speech))
    if printed.last is not None:
        yield speech.text("dates.until", date=speech.date(printed.last, "day"))


def _in_a_line(printed: PrintedOpening, speech: Speech) -> blocks.Words:
    place = ", ".join(part for part in (printed.employer, printed.town) if part)
    said = [blocks.Run(printed.title, bold=True, lang=_lang(speech)), blocks.Run(" · ")]
    said.append(blocks.Run(place, lang=_lang(speech)))
    for fact in _facts(printed, speech):
        said += [blocks.Run(" · "), blocks.Run(fact)]
    return tuple(said)


def _ahead(career: Career, speech: Speech) -> Iterator[blocks.Block]:
    if not career.ahead:
        return
    head = blocks.Heading(2, blocks.words(speech.text("careers.ahead")), in_contents=False)
    items = tuple(_appointment(each, career.name, speech) for each in career.ahead)
    yield blocks.KeepTogether((head, blocks.ListBlock(items, style=blocks.Style.TABLE)))


def _appointment(printed: PrintedIntroduction, name: str, speech: Speech) -> blocks.Words:
    state = speech.text(f"careers.states.{printed.state.value}", name=name)
    when = speech.date(printed.on, "full")
    where = ", ".join(part for part in (printed.employer, printed.title) if part)
    return (
        blocks.bold(when),
        blocks.Run(" · "),
        blocks.Run(state),
        blocks.Run(" · "),
        blocks.Run(where, lang=_lang(speech)),
    )


def _hours(least: int | None, most: int | None, speech: Speech) -> str:
    if least is not None and most is not None:
        if least == most:
            return speech.text("careers.hours_exact", most=most)
        return speech.text("careers.hours_span", least=least, most=most)
    if least is not None:
        return speech.text("careers.hours_least", least=least)
    return "" if most is None else speech.text("careers.hours_most", most=most)


def _shifts(times: frozenset[WorkTime], speech: Speech) -> str:
    return speech.joined(
        speech.text(f"careers.shift.{each.value}") for each in WorkTime if each in times
    )


def _level(level: Level, speech: Speech) -> str:
    return speech.text("careers.native") if level is Level.NATIVE else level.value.upper()


def _plain(text: str) -> blocks.Words:
    return blocks.words(text) if text else ()


def _german(text: str) -> blocks.Words:
    """The office's own words, whoever reads them."""
    return (blocks.Run(text, lang=OFFICE_LANGUAGE),) if text else ()


def _lang(speech: Speech) -> str:
    return "" if speech.language == OFFICE_LANGUAGE else OFFICE_LANGUAGE
