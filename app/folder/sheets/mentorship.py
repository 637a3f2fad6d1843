"""The two sheets of a mentorship: one for the newcomer, one for the mentor."""

from __future__ import annotations

from app.content.languages import OFFICE_LANGUAGE
from app.folder.mentorship_contents import FamilySide, MentorshipContents, MentorSide
from app.folder.papers import PaperSheet
from app.folder.sheets import reach
from app.folder.speech import Speech, is_month
from app.rules.calendar import Day
from app.typeset import blocks

THINGS = ("meet", "way", "everyday")


def newcomer(contents: MentorshipContents, speech: Speech) -> PaperSheet:
    """Who accompanies the newcomer, and what to begin with."""
    mentor = contents.mentor
    said = speech.text("mentorship.intro", name=mentor.name)
    return _sheet(
        "mentorship.title",
        said,
        (_heading("mentorship.who", speech), *_mentor(mentor, speech)),
        (),
        contents,
        speech,
    )


def mentor(contents: MentorshipContents, speech: Speech) -> PaperSheet:
    """Whom the mentor accompanies, as far as the family allows it to be told."""
    family = contents.family
    intro = speech.text("mentorship.mentor_intro_newcomer")
    if family.names:
        intro = speech.text("mentorship.mentor_intro", name=speech.listed(family.names))
    return _sheet(
        "mentorship.mentor_title",
        intro,
        (_heading("mentorship.whom", speech), *_family(family, speech)),
        (speech.text("mentorship.trust"),),
        contents,
        speech,
    )


def _sheet(
    title: str,
    intro: str,
    other: tuple[blocks.Block, ...],
    more: tuple[str, ...],
    contents: MentorshipContents,
    speech: Speech,
) -> PaperSheet:
    things = tuple(blocks.words(speech.text(f"mentorship.things.{each}")) for each in THINGS)
    lines = tuple(speech.text(f"mentorship.{each}") for each in ("meeting", "touch"))
    part: tuple[blocks.Block, ...] = (
        blocks.Heading(1, blocks.words(speech.text(title)), in_contents=False),
        blocks.Intro(blocks.words(intro)),
        *other,
        *_together(contents, speech),
        _heading("mentorship.first", speech),
        blocks.ListBlock(things, blocks.Marker.BOX, apart=True),
        blocks.SignLines(lines),
        blocks.Space(2),
        *_help(contents, speech),
        *(
            blocks.Paragraph(blocks.words(said), style=blocks.Style.NOTE)
            for said in (*more, speech.text("mentorship.voluntary"))
        ),
    )
    return PaperSheet(
        title=speech.text(title),
        parts=(part,),
        office=contents.office,
        created=contents.created,
        example=contents.example,
    )


def _mentor(side: MentorSide, speech: Speech) -> tuple[blocks.Block, ...]:
    at = speech.joined((side.organisation, side.ward))
    ways = reach.lines(speech, phone=side.phone, email=side.email, languages=side.languages)
    return (_person(side.name, (*((blocks.words(at),) if at else ()), *ways)),)


def _family(side: FamilySide, speech: Speech) -> tuple[blocks.Block, ...]:
    found: list[blocks.Words] = [
        line for number in side.phones for line in reach.lines(speech, phone=number)
    ]
    found += reach.lines(speech, languages=side.languages)
    for key, day in (("arrival", side.arrival), ("first_day", side.work_start)):
        if day is not None:
            found.append(blocks.words(speech.text(f"mentorship.{key}", date=_day(day, speech))))
    told = _person(speech.listed(side.names), tuple(found))
    if side.names:
        return (told,)
    note = blocks.Paragraph(blocks.words(speech.text("mentorship.not_shared")))
    return (told, note) if found else (note,)


def _person(name: str, lines: tuple[blocks.Words, ...]) -> blocks.Paragraph:
    head: blocks.Words = blocks.words(blocks.bold(name)) if name else ()
    runs = list(head)
    for line in lines:
        runs += [blocks.Run("\n"), *line] if runs else line
    return blocks.Paragraph(tuple(runs))


def _together(contents: MentorshipContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """What both have in common; interests stand in the office's own words, which are German."""
    said: list[blocks.Words] = []
    if contents.shared_languages:
        named = speech.languages(contents.shared_languages)
        said.append(blocks.words(speech.text("mentorship.languages", languages=named)))
    if contents.shared_interests:
        before, _, after = speech.text("mentorship.interests", interests=_HERE).partition(_HERE)
        liked = blocks.Run(", ".join(contents.shared_interests), lang=OFFICE_LANGUAGE)
        runs = (blocks.Run(before), liked, blocks.Run(after))
        said.append(tuple(run for run in runs if run.text))
    if not said:
        return ()
    return (_heading("mentorship.together", speech), blocks.ListBlock(tuple(said)))


def _help(contents: MentorshipContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """Whom both may ask: the advisor, else the service point."""
    office, advisor = contents.office, contents.advisor
    name = advisor.name if advisor else office.name
    if not name:
        return ()
    ways = reach.lines(
        speech,
        phone=(advisor.phone if advisor else "") or office.phone,
        email=(advisor.email if advisor else "") or office.email,
    )
    at = ((blocks.words(office.name),) if advisor and office.name else ()) + ways
    return (blocks.KeepTogether((_heading("mentorship.help_title", speech), _person(name, at))),)


def _day(day: Day, speech: Speech) -> str:
    return speech.date(day.on, "month" if is_month(day) else "full")


def _heading(key: str, speech: Speech) -> blocks.Heading:
    return blocks.Heading(2, blocks.words(speech.text(key)), in_contents=False)


_HERE = "\ue000"
