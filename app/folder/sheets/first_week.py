"""The two sheets of a first week at work: one for the ward, one for the newcomer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from app.folder.contents import ContactPerson
from app.folder.first_week_contents import FirstWeek, WeekTask, WorkDay
from app.folder.papers import PaperSheet
from app.folder.sheets import reach, telling
from app.folder.speech import Speech
from app.folder.week import clock
from app.rules.rosters import DAY
from app.rules.terms import Role
from app.typeset import blocks

_SOON = timedelta(days=105)
"""So far a sheet of the first week looks ahead: past the talk after 100 days."""


def ward(week: FirstWeek, speech: Speech) -> PaperSheet:
    """For the ward: accesses first, then each day with boxes and room for the day it was done,
    lines to sign at the end."""
    title = speech.text("first_week.ward_title")
    intro = speech.text(
        "first_week.ward_intro",
        name=week.newcomer,
        date=_on(week, speech),
        employer=week.employer,
    )
    groups = (
        *_accesses(week, speech, state=True),
        *_before(week, speech),
        *_week(week, speech, blank=1),
        *_later(week, speech),
    )
    list_ = blocks.Sentences(
        _heads(speech),
        groups,
        tick_alt=speech.text("checklist.box"),
        write=speech.text("first_week.done_on"),
        summary=speech.text("first_week.summary"),
    )
    signed = (speech.text("letter.date"), speech.text("roles.ward"), week.newcomer)
    return _sheet(
        week,
        title,
        (
            *_head(title, intro),
            *_asking(week, speech),
            list_,
            blocks.Space(),
            blocks.SignLines(signed),
        ),
    )


def newcomer(week: FirstWeek, speech: Speech) -> PaperSheet:
    """For the newcomer: the first day in one table, then what each day brings, and lines for
    questions."""
    title = speech.text("first_week.newcomer_title")
    intro = speech.text("first_week.newcomer_intro", date=_on(week, speech), employer=week.employer)
    days = blocks.Sentences(
        (speech.text("timeline.what"), speech.text("timeline.who")),
        (*_accesses(week, speech, state=False), *_week(week, speech), *_later(week, speech)),
        summary=speech.text("first_week.summary"),
    )
    return _sheet(
        week,
        title,
        (
            *_head(title, intro),
            blocks.Space(),
            _first_day(week, speech),
            blocks.Space(),
            days,
            blocks.Heading(2, blocks.words(speech.text("questions.title")), in_contents=False),
            blocks.WritingLines(3, to_the_end=True),
        ),
    )


def _sheet(week: FirstWeek, title: str, part: tuple[blocks.Block, ...]) -> PaperSheet:
    return PaperSheet(title, (part,), week.office, week.created, week.newcomer, week.example)


def _head(title: str, intro: str) -> tuple[blocks.Block, ...]:
    return (
        blocks.Heading(1, blocks.words(title), in_contents=False),
        blocks.Intro(blocks.words(intro)),
    )


def _heads(speech: Speech) -> tuple[str, str]:
    return speech.text("checklist.task"), speech.text("timeline.who")


def _on(week: FirstWeek, speech: Speech) -> str:
    return speech.text("dates.on", date=speech.date(week.first_day, "full"))


def _asking(week: FirstWeek, speech: Speech) -> tuple[blocks.Block, ...]:
    """Who goes along with the newcomer, and whom to call at the service point."""
    lines = [_person(each, speech) for each in week.meets if each.role is Role.MENTOR]
    point = _service_point(week, speech)
    if point:
        call = blocks.bold(speech.text("first_week.call"))
        lines.append((call, blocks.Run(" "), *point))
    return (blocks.Paragraph(_lines(lines)), blocks.Space()) if lines else ()


def _service_point(week: FirstWeek, speech: Speech) -> blocks.Words:
    office, advisor = week.office, week.advisor
    phone = (advisor.phone if advisor else "").strip() or office.phone
    email = (advisor.email if advisor else "").strip() or office.email
    names = [name for name in (advisor.name if advisor else "", office.name) if name.strip()]
    return _row(
        [blocks.words(speech.joined(names)), *reach.lines(speech, phone=phone, email=email)]
    )


def _row(parts: Iterable[blocks.Words]) -> blocks.Words:
    runs: list[blocks.Run] = []
    for part in parts:
        if runs and part:
            runs.append(blocks.Run(" · "))
        runs += part
    return tuple(runs)


def _accesses(week: FirstWeek, speech: Speech, *, state: bool) -> list[blocks.SentenceGroup]:
    """What must be set up on the first day. `state`: how far it is, what is done included."""
    found = [each for each in week.tasks if each.is_access and (state or not each.done)]
    rows = tuple(_access(each, speech) if state else _task(each, speech) for each in found)
    return [blocks.SentenceGroup(speech.text("first_week.accesses"), rows)] if rows else []


def _before(week: FirstWeek, speech: Speech) -> list[blocks.SentenceGroup]:
    """What the employer still has to do by the first day."""
    rows = tuple(
        _dated(each, speech)
        for each in week.tasks
        if not each.is_access and each.due < week.first_day and not each.done
    )
    return [blocks.SentenceGroup(speech.text("first_week.before"), rows)] if rows else []


def _week(week: FirstWeek, speech: Speech, *, blank: int = 0) -> list[blocks.SentenceGroup]:
    """Each day with what is to be done on it, and lines to go on with where that is nothing."""
    groups = []
    for day in week.days:
        rows = tuple(_task(each, speech) for each in week.on(day.on))
        lines = blank if not rows and day.duties != () else 0
        groups.append(blocks.SentenceGroup(_day(day, speech), rows, lines, counted=True))
    return groups


def _later(week: FirstWeek, speech: Speech) -> list[blocks.SentenceGroup]:
    rows = tuple(
        _dated(each, speech)
        for each in week.tasks
        if week.last_day < each.due <= week.first_day + _SOON and not each.is_access
    )
    return [blocks.SentenceGroup(speech.text("first_week.later"), rows)] if rows else []


def _day(day: WorkDay, speech: Speech) -> str:
    """ "Montag, 4. Januar 2027: Dienst 06:00–14:12"."""
    said = speech.date(day.on, "full")
    if day.duties is None:
        return said
    duty = speech.text("first_week.free")
    if day.duties:
        duty = speech.text("first_week.duty", times=_times(day.duties, speech))
    return speech.text("first_week.day_with", day=said, duty=duty)


def _times(duties: Iterable[tuple[int, int]], speech: Speech) -> str:
    spans = [
        speech.text("places.open_from_to", start=clock(start), end=clock(end % DAY))
        for start, end in duties
    ]
    return speech.joined(spans)


def _task(task: WeekTask, speech: Speech) -> blocks.Sentence:
    title = blocks.Run(task.title, lang=task.language)
    return blocks.Sentence((blocks.words(title), blocks.words(_who(task, speech))))


def _dated(task: WeekTask, speech: Speech) -> blocks.Sentence:
    """In short, with its day."""
    on = speech.date(task.due, "numbers")
    said = speech.text("first_week.task_until", task=task.short, date=on)
    title = blocks.Run(said, lang=task.language)
    return blocks.Sentence((blocks.words(title), blocks.words(_who(task, speech))))


def _access(task: WeekTask, speech: Speech) -> blocks.Sentence:
    """An access with how far it is."""
    state = speech.text("first_week.not_set_up")
    if task.done and task.done_on:
        state = speech.text("first_week.set_up", date=speech.date(task.done_on, "numbers"))
    who = _who(task, speech)
    title = blocks.words(blocks.Run(task.title, lang=task.language))
    return blocks.Sentence((title, blocks.words(speech.joined([who, state]))))


def _who(task: WeekTask, speech: Speech) -> str:
    """The name, or the roles that act."""
    return task.name or speech.joined(speech.text(f"roles.{role.value}") for role in task.roles)


def _first_day(week: FirstWeek, speech: Speech) -> blocks.Table:
    rows: list[tuple[str, blocks.Words]] = [
        (speech.text("timeline.when"), blocks.words(_begins(week, speech))),
        (
            speech.text("first_week.where"),
            blocks.words("\n".join((week.employer, *week.address.lines))),
        ),
    ]
    meets = [_person(each, speech) for each in week.meets]
    if meets:
        rows.append((speech.text("first_week.meets"), _lines(meets)))
    if week.papers:
        papers = [
            blocks.words(
                blocks.Run(telling.named(each.title, each.for_whom, speech), lang=each.language)
            )
            for each in week.papers
        ]
        rows.append((speech.text("first_week.bring"), _lines(papers)))
    call = _service_point(week, speech)
    if call:
        rows.append((speech.text("first_week.call"), call))
    return blocks.Table(
        (
            blocks.Column(blocks.words(speech.text("first_week.first_day")), 44, row_head=True),
            blocks.Column(blocks.words(speech.date(week.first_day, "full"))),
        ),
        tuple((blocks.words(blocks.bold(head)), words) for head, words in rows),
        summary=speech.text("first_week.day_summary"),
    )


def _begins(week: FirstWeek, speech: Speech) -> str:
    """The times of the first duty; without a roster somebody else says so."""
    first = next((each for each in week.days if each.on == week.first_day), None)
    if first is None or not first.duties:
        return speech.text("first_week.time_unknown")
    return _times(first.duties, speech)


def _person(person: ContactPerson, speech: Speech) -> blocks.Words:
    """ "Jantje Seelhoff · Patin oder Pate · Telefon …"."""
    role = speech.text(f"roles.{person.role.value}") if person.role else ""
    name = (blocks.bold(person.name),)
    parts = [name, blocks.words(role)] if role else [name]
    return _row([*parts, *reach.lines(speech, phone=person.phone)])


def _lines(parts: Iterable[blocks.Words]) -> blocks.Words:
    runs: list[blocks.Run] = []
    for part in parts:
        if runs:
            runs.append(blocks.Run("\n"))
        runs += part
    return tuple(runs)
