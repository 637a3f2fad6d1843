"""Words for everything that happened, was refused or went wrong. No Qt here: the terminal
speaks with the same words.

Services give facts as codes and ISO dates; here they become words: `name` (case, provider,
advisor, filter), `other` (a second provider), `step`, `on`, `until`, `stage`, `because`, `anchor`,
`role`, `state` (of care), `languages`, `moved`, `added`, `changed`; of folders `chapter`, `option`,
`change`.
"""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.content.languages import language_name
from app.done import Act, Done
from app.edits import changed_nothing
from app.errors import Fault, Reason, Refused, Unavailable
from app.records.care import CareState
from app.records.cases import CloseReason
from app.records.papers import PaperKind
from app.rules.terms import AnchorKind, Role, Stage
from ui import calendar_words, chapter_words, note_values, reasons, told_codes
from ui.field_names import field_name
from ui.file_sentences import NOTES, PROBLEMS
from ui.refusal_sentences import REASONS, TROUBLES
from ui.sentences import ACTS
from ui.sheet_words import PAPERS
from ui.words import ANCHORS, CARE_STATES, CLOSE_REASONS, ROLES, STAGES

if TYPE_CHECKING:
    from app.exchange.guessing import ColumnProposal
    from app.records.brochures import BrochureFacts
    from app.records.calendars import LeftOut
    from app.records.care_board import CareBoard
    from app.records.care_gap import GapNote, OfferAnswer
    from app.records.careers import Match
    from app.records.directory import Imported
    from app.records.exporting import Loss
    from app.records.funding import FundingBoard
    from app.records.housing import HousingBoard
    from app.records.importing import ImportPreview
    from app.records.imports import Note
    from app.records.mentors import Proposals
    from app.records.merging import Comparison, Pair, Picks
    from app.records.plan import ListedStep
    from app.records.redating import RedatingPreview
    from app.records.roster_imports import RosterPreview
    from app.records.visits import VisitView
    from app.records.wordings import TextsRead
    from app.rules.hours import DayHours
    from app.rules.reading_hours.proposal import Doubt, Proposal

UNCHANGED = "Es wurde nichts geändert."
DAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


def done(did: Done) -> str:
    """What happened, for the message bar."""
    if changed_nothing(did):
        return UNCHANGED
    facts = _worded(did.facts)
    if did.act in (Act.UNDONE, Act.REDONE):
        head = "Rückgängig gemacht" if did.act is Act.UNDONE else "Wiederholt"
        what = did.facts.get("act", "")
        if what in {act.value for act in Act}:
            return f"{head}: {_filled(ACTS[Act(what)], facts)}"
    return _filled(ACTS[did.act], facts)


def act(code: str) -> str:
    """What happened, from the journal's code alone; the code itself where it is unknown."""
    known = {member.value: member for member in Act}
    return ACTS[known[code]][-1].rstrip(".") if code in known else code


def refused(refusal: Refused) -> str:
    """Why a rule said no, and what to do."""
    told = refusal.facts.items()
    facts = _worded({key: str(value) for key, value in told if value is not None})
    if refusal.reason is Reason.NOT_A_DATE and refusal.facts.get("past"):
        return REASONS[refusal.reason][-1]
    return _filled(REASONS[refusal.reason], facts)


def unavailable(trouble: Unavailable) -> tuple[str, str]:
    """What the machine could not do; what the user can do about it."""
    path = trouble.path
    facts = {
        "file": f"„{path.name}“" if path else "der Daten",
        "folder": f"„{path.parent}“" if path else "diesen Datenträger",
    }
    what, remedy = TROUBLES[trouble.trouble]
    return what.format(**facts), remedy


def fault(found: Fault) -> str:
    """What is wrong in a template, phrase or mapping, with file, line and the nearest name."""
    line = f", Zeile {found.line}" if found.line else ""
    near = f" Gemeint ist vielleicht „{found.nearest}“." if found.nearest else ""
    problem = PROBLEMS.get(found.problem, found.problem)
    key = f"„{found.key}“" if found.key else "Die Datei"
    return f"{found.file}{line}: {key} {problem}.{near}"


def faults(count: int) -> str:
    """That templates or phrases have faults; which they are is shown on request."""
    if count == 1:
        return "In den Vorlagen stimmt eine Stelle nicht."
    return f"In den Vorlagen stimmen {count} Stellen nicht."


def note(found: Note) -> str:
    """What an import saw in a row: row, key, field, what, and the values."""
    key = f" ({found.key})" if found.key else ""
    field = f"{field_name(found.field)}: " if found.field else ""
    values = note_values.told(found)
    return f"Zeile {found.row}{key}: {field}{NOTES[found.code]}" + (f" {values}" if values else "")


def columns(read: ColumnProposal, left: Sequence[str]) -> tuple[str, ...]:
    """How the columns of a list were understood, and which are not read: a sentence each."""
    from ui import import_words  # it words notes as this module does

    return import_words.understood(read, left)


def imported(told: Imported, preview: ImportPreview) -> tuple[str, ...]:
    """What is worth saying of an import: notes row by row, what stayed, what is gone."""
    from ui import import_words

    stayed = import_words.stayed(preview)
    unknown = import_words.unrecognised(preview)
    return (*map(note, told.notes), *stayed, *import_words.result(told)[1:], unknown)


def mentors(found: Proposals) -> tuple[str, ...]:
    """Who could accompany a family: a line for each with all reasons; first that a site closes."""
    from ui import mentor_words

    if not found.employer:
        return ("Der Fall hat noch keinen Arbeitgeber.",)
    closed = mentor_words.closed(found)
    lines = tuple(map(mentor_words.proposal_line, found.mentors))
    nobody = f"Bei „{found.employer}“ ist noch niemand als Pat*in eingetragen."
    return (*((closed,) if closed else ()), *(lines or (nobody,)))


def roster(preview: RosterPreview) -> tuple[str, ...]:
    """What a roster read from a file says: a line for all of it, then one for each duty."""
    from ui import roster_words  # it words days as this module does

    found = preview.reading.roster
    duties = found.duties if found else ()
    lines = (roster_words.duty(found, each) for each in duties if found)
    return (roster_words.heading(preview), *lines)


def roster_notes(preview: RosterPreview) -> tuple[str, ...]:
    """What is said of places in a roster's file, and whether another roster is replaced."""
    from ui import roster_words

    return (*roster_words.notes(preview.reading), roster_words.replaces(preview))


def losses(lost: Sequence[Loss]) -> str:
    """What a file does not hold, or does not give back when it is read in; blank for nothing."""
    if not lost:
        return ""
    told = ", ".join(f"{field_name(each.field)} ({each.count})" for each in lost)
    return f"Diese Angaben kommen aus der Datei nicht zurück (Zahl der Anbieter): {told}."


def why(step: ListedStep) -> tuple[str, ...]:
    """Why a step applies, does not, or cannot be told yet: sentences."""
    return reasons.listed(step)


def step(listed: ListedStep) -> str:
    """A step in one line: when, what, for whom, where it stands, why."""
    return reasons.line(listed)


def left_out(counts: Mapping[LeftOut, int]) -> str:
    """Which open steps a calendar file does not hold, and why; blank where it holds all."""
    return calendar_words.left_out(counts)


def redating(seen: RedatingPreview) -> tuple[str, ...]:
    """What moving dates does: old and new days, what stays, what does not fit."""
    from ui.redating import words as redating_words  # it words days as this module does

    return redating_words.lines(seen)


def pair(found: Pair) -> str:
    """Two providers that may be one, in one line: numbers, how sure, names, why."""
    from ui.duplicates import words as duplicate_words  # it words days as this module does

    return duplicate_words.line(found)


def merged_into(name: str) -> str:
    """Why an entry is archived that was merged into another."""
    from ui.duplicates import words as duplicate_words

    return duplicate_words.merged_into(name)


def taken(seen: Comparison, picks: Picks) -> tuple[str, ...]:
    """What the entry that stays took from the other, a line each."""
    from ui.duplicates import words as duplicate_words

    return duplicate_words.taken(seen, picks)


def visit(view: VisitView) -> tuple[str, ...]:
    """The plan of a visit: days, stops, ways, and what speaks against it."""
    from ui.visits import words as visit_words  # it words days as this module does

    return visit_words.lines(view, view.plan)


def gap_note(found: GapNote) -> str:
    """What the gap for planners leaves out."""
    from ui.gap import words as gap_words

    return gap_words.note(found)


def offer(answer: OfferAnswer) -> tuple[str, ...]:
    """What an offer would take from the gap, a sentence each."""
    from ui.gap import words as gap_words

    return gap_words.offer(answer)


def hours(found: Proposal) -> tuple[str, ...]:
    """How opening hours were understood, and a line for each doubt."""
    from ui import wording_hours

    return wording_hours.lines(found)


def understood(osm: str) -> str:
    """A value of opening hours read back: Mo–Do 7:30–16 Uhr; an Feiertagen geschlossen."""
    from ui.widgets.hours_echo import echo

    return echo(osm)


def doubt(found: Doubt) -> str:
    """Why some characters of opening hours are doubtful."""
    from ui import wording_hours

    return wording_hours.doubt(found)


def care(board: CareBoard) -> tuple[str, ...]:
    """Who can care for whom on the parents' rosters, and what stays open."""
    from ui.care import lines

    return lines.lines(board)


def texts_read(found: TextsRead) -> str:
    """What a file of texts brings, and what of it was not taken over."""
    from ui.texts import words as text_words  # it words faults as this module does

    return text_words.read(found)


def brochure(facts: BrochureFacts) -> tuple[str, ...]:
    """What was found in a PDF of others, what went, and what to know before it is printed."""
    from ui import brochure_words

    return brochure_words.told(facts)


def match(found: Match) -> tuple[str, ...]:
    """An opening for somebody: title, employer, way; then what speaks for and against it."""
    from ui.careers import words as career_words

    return career_words.lines(found)


def funding(board: FundingBoard) -> tuple[str, ...]:
    """What a case may get: the sums, then every programme with its reasons."""
    from ui.funding import words as of_funding

    return of_funding.case_lines(board)


def homes(board: HousingBoard) -> tuple[str, ...]:
    """Where a case stands with which home, then what is offered, point by point."""
    from ui.housing import point_words

    return point_words.lines(board)


def open_day(day: DayHours) -> str:
    """Mo 23.11.2026: 8–12 Uhr."""
    from ui import wording_hours

    return wording_hours.open_day(day)


def day(on: date) -> str:
    """A date with its weekday: Mo 01.03.2027."""
    return f"{DAYS[on.weekday()]} {on:%d.%m.%Y}"


def short_day(on: date) -> str:
    """A date of these weeks, without its year: Mo 07.12."""
    return f"{DAYS[on.weekday()]} {on:%d.%m.}"


def moment(at: datetime, today: date) -> str:
    """A time stamp as the office says it: heute, 08:00 or Fr 20.11.2026, 08:00 (local time)."""
    local = at.astimezone()
    on = "heute" if local.date() == today else day(local.date())
    return f"{on}, {local:%H:%M}"


def distance(days: int) -> str:
    """How far a day is from today: heute, morgen, in 3 Tagen, 7 Tage überfällig."""
    if days < 0:
        return "1 Tag überfällig" if days == -1 else f"{-days} Tage überfällig"
    return {0: "heute", 1: "morgen"}.get(days, f"in {days} Tagen")


def stage(which: Stage) -> str:
    """A stage with its number: 3 von 8: Zusage/Vertrag."""
    stages = list(Stage)
    return f"{stages.index(which) + 1} von {len(stages)}: {STAGES[which]}"


def _worded(facts: Mapping[str, str]) -> dict[str, str]:
    """The facts with codes and ISO dates put into words; what is no code stays as it is."""
    words = dict(facts)
    for name in ("on", "until"):
        with suppress(KeyError, ValueError):
            words[name] = day(date.fromisoformat(facts[name]))
    with suppress(KeyError, ValueError):
        words["stage"] = STAGES[Stage(facts["stage"])]
    with suppress(KeyError, ValueError):
        words["because"] = CLOSE_REASONS[CloseReason(facts["because"])]
    with suppress(KeyError, ValueError):
        words["anchor"] = ANCHORS[AnchorKind(facts["anchor"])]
    with suppress(KeyError, ValueError):
        words["role"] = ROLES[Role(facts["role"])]
    with suppress(KeyError, ValueError):
        words["paper"] = PAPERS[PaperKind(facts["paper"])].bare
    with suppress(KeyError, ValueError):
        words["state"] = CARE_STATES[CareState(facts["state"])]
    if "languages" in facts:
        words["languages"] = ", ".join(map(language_name, facts["languages"].split()))
    return words | told_codes.worded(facts) | chapter_words.worded(facts)


def _filled(forms: tuple[str, ...], facts: Mapping[str, str]) -> str:
    for form in forms:
        needed = {name for _, name, _, _ in string.Formatter().parse(form) if name}
        if all(facts.get(name) for name in needed):
            return form.format(**facts)
    raise KeyError(forms[-1])
