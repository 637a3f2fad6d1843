"""The personal letter after DIN 5008: who writes, what comes first, whom to call."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest
from textwrap import wrap

from app.content.languages import OFFICE_LANGUAGE
from app.folder import household, week
from app.folder.contents import ChecklistEntry, FolderContents
from app.folder.sheets import reach
from app.folder.speech import Speech, mail_target, phone_target
from app.rules.terms import DateKind
from app.typeset import blocks

FIRST_THINGS = 3

# The letter is to keep to one page. A sheet measures no text, so it counts: characters of 11 pt
# on a line of 116 mm (fewer than fit on average), of 9 pt on one of 66 mm, and mm down the page as
# PAPER.md sets them.
LINE, TICK_LINE, ENTRY_WIDTH = 58, 52, 40
PITCH, GAP, TICK, CLOSING = 5.33, 5.33, 8.0, 26.7
TOP_OF_BODY, END_OF_BODY = 112.0, 272.0
BELOW_INFORMATION, ENTRY, ENTRY_LINE = 48.0, 12.0, 4.0


def letter(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """One letter; the sheet has no decisions of its own beyond what is known and what is not."""
    office = contents.office
    town = contents.home.town
    return (
        blocks.Letter(
            sender=(office.responsible_body or office.name, _second_line(contents)),
            return_line=" · ".join(
                part for part in (office.name, *office.address.lines) if part.strip()
            ),
            address=(
                contents.addressee or household.title(contents, speech),
                *contents.home.lines,
            ),
            posted_in=OFFICE_LANGUAGE if contents.addressee else "",
            information=_information(contents, speech),
            subject=speech.text("letter.subject_town", town=town)
            if town
            else speech.text("letter.subject"),
            body=_body(contents, speech),
            closing=speech.text("letter.closing"),
            signed=contents.advisor.name if contents.advisor else office.signatory or office.name,
            signed_as=_signed_as(contents),
        ),
    )


def tasks_named(*sides: tuple[FolderContents, Speech]) -> int:
    """How many tasks leave room for the signature on the first page; of facing letters the longer
    of two paragraphs counts, since they begin at one height."""
    below = max(_below_information(*side) for side in sides)
    signed = max(len(wrap(_signed_as(contents), LINE)) for contents, _ in sides)
    room = END_OF_BODY - max(TOP_OF_BODY, below) - CLOSING - max(0, signed - 1) * ENTRY_LINE
    for texts in zip_longest(*(_said(*side) for side in sides), fillvalue=""):
        room -= max(len(wrap(text, LINE)) for text in texts) * PITCH + GAP
    room -= PITCH + GAP
    kept = 0
    for tasks in zip(*(first_things(contents) for contents, _ in sides), strict=False):
        room -= TICK + max(len(wrap(task.title, TICK_LINE)) for task in tasks) * PITCH
        if room < 0:
            break
        kept += 1
    return kept


def first_things(contents: FolderContents) -> tuple[ChecklistEntry, ...]:
    """The open tasks with the nearest dates, at most three; "unverzüglich" goes first."""
    open_tasks = [
        task
        for task in contents.checklist
        if not task.done and (task.promptly or _ends(task) >= contents.created)
    ]
    dated = [task for task in open_tasks if task.due is not None and task.kind is not DateKind.HINT]
    return tuple(sorted(dated, key=_ends)[:FIRST_THINGS])


def _ends(task: ChecklistEntry) -> date:
    return task.due.last if task.due is not None else date.max


def _body(
    contents: FolderContents, speech: Speech
) -> tuple[blocks.Paragraph | blocks.TickLine, ...]:
    *said, call = _said(contents, speech)
    body: list[blocks.Paragraph | blocks.TickLine] = [
        blocks.Paragraph(blocks.words(text)) for text in said
    ]
    count = contents.letter_tasks
    if count is None:
        count = tasks_named((contents, speech))
    tasks = first_things(contents)[:count]
    if tasks:
        body.append(
            blocks.Paragraph(blocks.words(speech.text("letter.first")), keep_with_next=True)
        )
        body += [_tick(task, speech) for task in tasks]
    body.append(blocks.Paragraph(blocks.words(call)))
    return tuple(body)


def _said(contents: FolderContents, speech: Speech) -> list[str]:
    """The paragraphs of the letter, those behind the tasks last."""
    said = [household.salutation(contents, speech)]
    said.append(speech.text("letter.opening"))
    said += _work(contents, speech)
    said.append(speech.text("letter.made_for_you"))
    said.append(speech.text("letter.call_me" if contents.advisor else "letter.call_us"))
    return said


def _below_information(contents: FolderContents, speech: Speech) -> float:
    """Where the block of information ends, in mm from the top of the sheet."""
    information = _information(contents, speech)
    values = ["".join(run.text for run in entry.value) for entry in information]
    lines = sum(len(wrap(line, ENTRY_WIDTH)) or 1 for text in values for line in text.split("\n"))
    further = ENTRY_LINE * (lines - len(values))
    return BELOW_INFORMATION + ENTRY * len(values) + further


def _tick(task: ChecklistEntry, speech: Speech) -> blocks.TickLine:
    if task.promptly or task.due is None:
        head = speech.text("dates.promptly")
    else:
        head = speech.due(task.due, task.kind)
    return blocks.TickLine(head, blocks.words(task.title))


def _work(contents: FolderContents, speech: Speech) -> list[str]:
    """When work begins, whose and where; nothing while the day is unknown."""
    name, start = household.professional(contents), contents.work_start
    if not name or start is None:
        return []
    ahead = start.last >= contents.created
    if ahead:
        when = speech.due(start, DateKind.HINT)
        sentences = [speech.text("letter.work_ahead", name=name, date=when)]
    else:
        sentences = [speech.text("letter.work_begun", name=name)]
    if contents.employer:
        sentences.append(speech.text("letter.employer", employer=contents.employer))
    sentences.append(speech.text("letter.help_ahead" if ahead else "letter.help_begun"))
    return [" ".join(sentences)]


def _information(contents: FolderContents, speech: Speech) -> tuple[blocks.InfoEntry, ...]:
    office, advisor = contents.office, contents.advisor
    phone = (advisor.phone if advisor else "") or office.phone
    email = (advisor.email if advisor else "") or office.email
    typed = office.hours.text.replace("; ", "\n")
    hours = typed or "\n".join(week.in_lines(office.hours, speech))
    entries: list[tuple[str, blocks.Words]] = []
    if advisor:
        entries.append(("letter.advisor", blocks.words(blocks.bold(advisor.name))))
    else:
        entries.append(("letter.office", blocks.words(blocks.bold(office.name))))
    if phone:
        number = blocks.link(reach.unbroken(phone), phone_target(phone))
        entries.append(("letter.phone", blocks.words(number)))
    if email:
        entries.append(("letter.email", blocks.words(blocks.link(email, mail_target(email)))))
    if hours:
        entries.append(("letter.hours", blocks.words(hours)))
    entries.append(("letter.date", blocks.words(speech.date(contents.told_on, "full"))))
    return tuple(blocks.InfoEntry(speech.text(key), value) for key, value in entries)


def _second_line(contents: FolderContents) -> str:
    office = contents.office
    return office.name if office.responsible_body else office.department


def _signed_as(contents: FolderContents) -> str:
    title = contents.advisor.title if contents.advisor else ""
    return ", ".join(part for part in (title, contents.office.name) if part)
