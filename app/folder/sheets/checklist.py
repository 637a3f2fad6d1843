"""The checklist: what the family does, by when, where, with which papers, and why then."""

from __future__ import annotations

from dataclasses import replace

from app.folder import household
from app.folder.contents import ChecklistEntry, Document, FolderContents
from app.folder.sheets import marks, reach, telling
from app.folder.speech import Speech
from app.folder.week import clock
from app.rules.hours import DAY
from app.rules.terms import DateKind
from app.typeset import blocks

# Lines for questions that are kept together; more follow to the end of the page.
QUESTIONS = 6


def checklist(
    contents: FolderContents, speech: Speech, *, open_only: bool = False
) -> tuple[blocks.Block, ...]:
    """All tasks in their groups, numbered through; what is left out keeps its number, so that
    the others mean the same in every folder."""
    return (
        blocks.Heading(1, blocks.words(speech.text("checklist.chapter")), in_contents=False),
        blocks.Intro(blocks.words(speech.text("checklist.intro"))),
        _table(contents, speech, open_only=open_only),
    )


def questions(_contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """Lines for the family's own questions, below the last task or on a page of their own."""
    return (
        blocks.Heading(2, blocks.words(speech.text("questions.title")), in_contents=False),
        blocks.WritingLines(QUESTIONS, to_the_end=True),
    )


def alone(contents: FolderContents, speech: Speech) -> tuple[blocks.Block, ...]:
    """The same list as a paper of its own: whose it is, as of when, who helps."""
    family = household.title(contents, speech)
    stand = speech.text("checklist.stand", date=speech.date(contents.created, "full"))
    whose = (blocks.bold(family), blocks.Run(f" · {stand}")) if family else (blocks.Run(stand),)
    todo = speech.text("checklist.intro" if contents.checklist else "checklist.nothing")
    head: list[blocks.Block] = [
        blocks.Heading(1, blocks.words(speech.text("checklist.chapter")), in_contents=False),
        blocks.Intro((*blocks.words(*whose), blocks.Run("\n"), blocks.Run(todo))),
    ]
    helper = _helper(contents, speech)
    if helper:
        head.append(blocks.Paragraph(helper, style=blocks.Style.TABLE, keep_with_next=True))
    if contents.checklist:
        head.append(_table(contents, speech))
    return tuple(head)


def _helper(contents: FolderContents, speech: Speech) -> blocks.Words:
    """The service point in one line, the advisor's own telephone before the office's."""
    office, advisor = contents.office, contents.advisor
    phone = advisor.phone if advisor and advisor.phone.strip() else office.phone
    email = advisor.email if advisor and advisor.email.strip() else office.email
    names = [name for name in (office.name, advisor.name if advisor else "") if name.strip()]
    parts = [blocks.words(name) for name in names]
    parts += reach.lines(speech, phone=phone, email=email)
    first, *others = parts or [()]
    return (*first, *(run for part in others for run in (blocks.Run(" · "), *part)))


def _table(
    contents: FolderContents, speech: Speech, *, open_only: bool = False
) -> blocks.Checklist:
    numbers = [each for each in numbered(contents) if not (open_only and each[1].done)]
    groups: dict[tuple[str, str], list[blocks.CheckRow]] = {}
    for number, task in numbers:
        title = task.group or speech.text("checklist.more")
        make = _done_row if task.done and not task.in_full else _row
        groups.setdefault((_group(task), title), []).append(make(number, task, speech))
    rows = [row for group in groups.values() for row in group]
    heads = (
        speech.text("checklist.task"),
        speech.text("checklist.when_where"),
        speech.text("checklist.documents"),
    )
    return blocks.Checklist(
        heads,
        tuple(blocks.CheckGroup(title, tuple(rows)) for (_, title), rows in groups.items()),
        legend=marks.legend(rows, speech),
        tick_alt=speech.text("checklist.box"),
        done_alt=speech.text("checklist.done"),
    )


def numbered(contents: FolderContents) -> tuple[tuple[int, ChecklistEntry], ...]:
    """The tasks with the numbers they are printed with: groups in the order they first appear,
    those without a group last."""
    order = [*dict.fromkeys(_group(task) for task in contents.checklist if task.group), ""]
    tasks = sorted(contents.checklist, key=lambda task: order.index(_group(task)))
    named = (replace(task, for_whom=household.named(contents, task.for_whom)) for task in tasks)
    return tuple(enumerate(named, start=1))


def _group(task: ChecklistEntry) -> str:
    """What tells a group from another in every language; blank for those without one."""
    return (task.phase or task.group) if task.group else ""


def _row(number: int, task: ChecklistEntry, speech: Speech) -> blocks.CheckRow:
    mark, mark_words = marks.mark(task.kind, task.basis, speech)
    required = speech.text("marks.required") if marks.asked_for(task.kind, task.basis) else ""
    when, where = _when_and_where(task, speech)
    return blocks.CheckRow(
        number=number,
        title=task.title,
        when=when,
        where=tuple(blocks.words(line) for line in where if line),
        documents=tuple(_paper(paper, speech) for paper in needed(task)),
        mark=mark,
        mark_words=mark_words,
        tick=_tick(task),
        lines=telling.told(task, task.explanation, (task.why,), speech, required),
        lang=task.language,
    )


def needed(task: ChecklistEntry) -> tuple[Document, ...]:
    """The papers to get ready: none for a hint."""
    return () if task.kind is DateKind.HINT else task.documents


def _paper(paper: Document, speech: Speech) -> blocks.Document:
    """Ticked once theirs were all seen; a paper only some need says whose."""
    return blocks.Document(
        telling.named(paper.title, paper.for_whom, speech),
        blocks.Tick.DONE if paper.present_on else blocks.Tick.OPEN,
        paper.language,
    )


def _done_row(number: int, task: ChecklistEntry, speech: Speech) -> blocks.CheckRow:
    """What it was and for whom, ticked: the paper is for what is still to do."""
    whose = telling.for_whom(task.for_whom, speech)
    return blocks.CheckRow(
        number=number,
        title=task.title,
        lines=(blocks.words(blocks.Run(whose, lang=telling.own(task, speech))),) if whose else (),
        tick=_tick(task),
        lang=task.language,
    )


def _tick(task: ChecklistEntry) -> blocks.Tick:
    """A hint asks for nothing, so there is nothing to tick."""
    if task.kind is DateKind.HINT:
        return blocks.Tick.NONE
    return blocks.Tick.DONE if task.done else blocks.Tick.OPEN


def _when_and_where(task: ChecklistEntry, speech: Speech) -> tuple[str, list[str]]:
    """ "unverzüglich" is printed as the word; a date beside it is only what we advise. A hint asks
    for nothing by any day."""
    if task.kind is DateKind.HINT:
        return "", [task.office]
    kind = DateKind.ADVICE if task.promptly else task.kind
    due = speech.due(task.due, kind, "short") if task.due else ""
    if task.promptly:
        best = speech.text("dates.at_best", date=due) if due else ""
        return speech.text("dates.promptly"), [best, task.office, *_last_open(task, speech)]
    return due, [task.office, *_last_open(task, speech)]


def _last_open(task: ChecklistEntry, speech: Speech) -> list[str]:
    """ "zuletzt offen: Fr, 26.02.2027, 11:00–12:30": whoever comes later comes too late. On the
    last day itself only until when they are open is news, or when beside the duties."""
    slot = task.last_open
    if slot is None or task.due is None:
        return []
    ends = [speech.text("checklist.roster_ends")] if slot.roster_ends else []
    times = speech.text("places.open_from_to", start=clock(slot.start), end=clock(slot.end))
    if slot.on == task.due.on and not slot.on_duty:
        if slot.beside_duty:
            return [speech.text("checklist.beside_duty_then", times=times), *ends]
        until = clock(slot.end)
        return [] if slot.end == DAY else [speech.text("checklist.open_until", time=until), *ends]
    name = "on_duty" if slot.on_duty else "beside_duty" if slot.beside_duty else "last_open"
    on = speech.date(slot.on, "short").replace(" ", "\u00a0")
    return [speech.text(f"checklist.{name}", date=on, times=times), *ends]
