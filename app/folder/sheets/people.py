"""The people who help, what for and how to reach them; the three numbers for emergencies."""

from __future__ import annotations

from app.folder import week
from app.folder.contents import ContactPerson, FolderContents, Hours
from app.folder.sheets import reach
from app.folder.speech import Speech
from app.rules.terms import Role
from app.typeset import blocks

# Emergency number of the Union, police, doctor on call: the same all over Germany.
EMERGENCY = (("112", "people.rescue"), ("110", "people.police"), ("116117", "people.doctor"))

# Of these the family is told what for, unless the contents say it.
USUAL = (Role.MENTOR, Role.WARD, Role.HR, Role.IT)


def people(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """The emergency numbers first, where they are found at once; then the advisor, then everybody
    else in the order given."""
    rows = tuple(_row(person, speech) for person in everybody(contents, speech))
    found: list[blocks.Block] = [
        blocks.Heading(1, blocks.words(speech.text("people.chapter")), in_contents=False),
        blocks.Intro(blocks.words(speech.text("people.intro"))),
    ]
    numbers = tuple(
        blocks.NumberEntry(number, blocks.words(speech.text(key))) for number, key in EMERGENCY
    )
    found.append(blocks.Numbers(speech.text("people.emergency"), numbers))
    if rows:
        heads = (
            speech.text("people.who"),
            speech.text("people.when"),
            speech.text("people.web"),
        )
        found.append(blocks.Contacts(heads, rows))
    return tuple(found)


def everybody(contents: FolderContents, speech: Speech) -> tuple[ContactPerson, ...]:
    """The contact persons with the service point at their head, and who stands in for them."""
    office, advisor = contents.office, contents.advisor
    if advisor is None and not office.name:
        return contents.people
    first = ContactPerson(
        name=advisor.name if advisor else office.name,
        role=Role.SERVICE_POINT,
        organisation=office.name if advisor else office.department,
        purpose=speech.text("people.advisor_purpose"),
        phone=(advisor.phone if advisor else "") or office.phone,
        email=(advisor.email if advisor else "") or office.email,
        website=office.website,
        languages=advisor.languages if advisor else (),
        hours=office.hours,
    )
    return (first, *_deputy(contents, speech), *contents.people)


def _deputy(contents: FolderContents, speech: Speech) -> tuple[ContactPerson, ...]:
    office, advisor, deputy = contents.office, contents.advisor, contents.deputy
    if advisor is None or deputy is None:
        return ()
    return (
        ContactPerson(
            name=deputy.name,
            role=Role.SERVICE_POINT,
            organisation=deputy.office or office.name,
            purpose=speech.text("people.deputy_purpose", name=advisor.name),
            phone=deputy.phone or ("" if deputy.office else office.phone),
            email=deputy.email or ("" if deputy.office else office.email),
            languages=deputy.languages,
            hours=deputy.hours,
        ),
    )


def _row(person: ContactPerson, speech: Speech) -> blocks.Contact:
    ways = reach.lines(speech, phone=person.phone, email=person.email, languages=person.languages)
    code = reach.code(person.website, speech, (), "")
    said = person.purpose or _usual_purpose(person, speech)
    purpose = (blocks.words(said),) if said else ()
    return blocks.Contact(
        name=person.name,
        role=_role(person, speech),
        does=(*purpose, *ways),
        hours=_hours(person.hours, speech),
        hours_note=person.hours.text if person.hours.known else "",
        qr=code,
        reach=() if code else reach.web(person.website),
    )


def _usual_purpose(person: ContactPerson, speech: Speech) -> str:
    return speech.text(f"people.purposes.{person.role.value}") if person.role in USUAL else ""


def _role(person: ContactPerson, speech: Speech) -> str:
    role = speech.text(f"roles.{person.role.value}") if person.role else ""
    parts = [part for part in (role, person.organisation) if part]
    if person.organisation == role or person.role is Role.SERVICE_POINT:
        parts = parts[-1:]
    return speech.joined(parts)


def _hours(hours: Hours, speech: Speech) -> blocks.SmallWeek | tuple[blocks.Words, ...]:
    drawing = week.drawn(hours, speech)
    if drawing is not None:
        return drawing
    return (blocks.words(hours.text),) if hours.text else ()
