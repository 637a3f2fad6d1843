"""What a calendar says of a step, in the words of the phrases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.content.phrases import Phrases
from app.exchange.calendar_file import EntryState
from app.rules.terms import DateKind, Role, Track


@dataclass(frozen=True)
class Task:
    """A step as it is told to one reader. `whom` is the person in the title, "" where it needs
    none, `case` the case as the office calls it, where that is another's. `kind` None: the office's
    own step, whose date means nothing more. `missing`: papers that are not there yet. Of what is
    gone only the title is left, and `track` is None."""

    title: str
    track: Track | None
    explanation: str = ""
    whom: str = ""
    case: str = ""
    kind: DateKind | None = None
    basis: str = ""
    office: str = ""
    missing: tuple[str, ...] = ()
    unproven: bool = False


def calendar_name(of: str | Role, words: Phrases) -> str:
    """What the calendar is called: after a person, or after a role."""
    if isinstance(of, Role):
        of = words.text("calendar.families" if of is Role.PERSON else f"roles.{of.value}")
    return words.text("calendar.name", of=of) if of else "Heimathafen"


def summary(task: Task, state: EntryState, words: Phrases) -> str:
    """One line: "Wohnsitz anmelden – Amira B."; what is done, cancelled or possible from this day
    on says so first."""
    if not task.title:
        return words.text("calendar.withdrawn")
    title = task.title
    if task.whom:
        title = words.text("calendar.summary", title=title, name=task.whom)
    if state is EntryState.CANCELLED:
        return words.text("calendar.cancelled", title=title)
    if state is EntryState.DONE:
        return words.text("calendar.done", title=title)
    is_earliest = task.kind is DateKind.EARLIEST
    return words.text("calendar.earliest", title=title) if is_earliest else title


def description(task: Task, words: Phrases) -> str:
    """What to do, for whom, what the date means, where, and which papers are missing."""
    return "\n".join(_lines(task, words))


def categories(task: Task, words: Phrases) -> tuple[str, ...]:
    """The track, and what the date means."""
    track = (words.text(f"calendar.{task.track.value}"),) if task.track else ()
    return track if task.kind is None else (*track, _kind(task.kind, words))


def _lines(task: Task, words: Phrases) -> Iterator[str]:
    if task.explanation:
        yield task.explanation
    if task.unproven:
        yield words.text("calendar.unproven")
    if task.whom:
        yield words.text("calendar.whom", name=task.whom)
    if task.case:
        yield words.text("calendar.case", name=task.case)
    if task.kind is not None:
        key = "calendar.date_basis" if task.basis else "calendar.date"
        yield words.text(key, kind=_kind(task.kind, words), basis=task.basis)
    if task.office:
        yield words.text("calendar.where", office=task.office)
    if task.missing:
        between = words.text("joins.semicolon", first="", second="")
        yield words.text("calendar.missing", papers=between.join(task.missing))


def _kind(kind: DateKind, words: Phrases) -> str:
    return words.text(f"calendar.kinds.{kind.value}")
