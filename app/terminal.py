"""What the commands of the terminal share: sentences, output, the desk on a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.done import Done
from app.errors import Fault, Refused, Unavailable
from app.records.calendars import LeftOut
from app.records.exporting import Loss
from app.records.imports import Note
from app.records.merging import Comparison, Pair, Picks
from app.records.plan import ListedStep
from app.records.redating import RedatingPreview
from app.records.roster_imports import RosterPreview
from app.rules.hours import DayHours
from app.rules.reading_hours.proposal import Doubt, Proposal
from app.services.files import HolderRecord, open_data

if TYPE_CHECKING:
    from app.desk import Desk
    from app.exchange.guessing import ColumnProposal
    from app.records.brochures import BrochureFacts
    from app.records.care_board import CareBoard
    from app.records.care_gap import GapNote, OfferAnswer
    from app.records.careers import Match
    from app.records.directory import Imported
    from app.records.funding import FundingBoard
    from app.records.housing import HousingBoard
    from app.records.importing import ImportPreview
    from app.records.mentors import Proposals
    from app.records.visits import VisitView
    from app.records.wordings import TextsRead
    from db.file import DataFile


class Wording(Protocol):
    """German sentences for what the commands meet; `ui.wording` has them."""

    def refused(self, refusal: Refused) -> str: ...
    def unavailable(self, trouble: Unavailable) -> tuple[str, str]: ...
    def fault(self, found: Fault) -> str: ...
    def note(self, found: Note) -> str: ...
    def why(self, step: ListedStep) -> tuple[str, ...]: ...
    def step(self, step: ListedStep) -> str: ...
    def left_out(self, counts: Mapping[LeftOut, int]) -> str: ...
    def done(self, did: Done) -> str: ...
    def losses(self, lost: Sequence[Loss]) -> str: ...
    def redating(self, seen: RedatingPreview) -> tuple[str, ...]: ...
    def columns(self, read: ColumnProposal, left: Sequence[str]) -> tuple[str, ...]: ...
    def imported(self, told: Imported, preview: ImportPreview) -> tuple[str, ...]: ...
    def roster(self, preview: RosterPreview) -> tuple[str, ...]: ...
    def roster_notes(self, preview: RosterPreview) -> tuple[str, ...]: ...
    def pair(self, found: Pair) -> str: ...
    def merged_into(self, name: str) -> str: ...
    def taken(self, seen: Comparison, picks: Picks) -> tuple[str, ...]: ...
    def hours(self, found: Proposal) -> tuple[str, ...]: ...
    def understood(self, osm: str) -> str: ...
    def doubt(self, found: Doubt) -> str: ...
    def gap_note(self, found: GapNote) -> str: ...
    def offer(self, answer: OfferAnswer) -> tuple[str, ...]: ...
    def care(self, board: CareBoard) -> tuple[str, ...]: ...
    def mentors(self, found: Proposals) -> tuple[str, ...]: ...
    def texts_read(self, found: TextsRead) -> str: ...
    def brochure(self, facts: BrochureFacts) -> tuple[str, ...]: ...
    def match(self, found: Match) -> tuple[str, ...]: ...
    def funding(self, board: FundingBoard) -> tuple[str, ...]: ...
    def homes(self, board: HousingBoard) -> tuple[str, ...]: ...
    def open_day(self, day: DayHours) -> str: ...
    def visit(self, view: VisitView) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class Terminal:
    """What the commands need from the machine: wording, resources, the clock, who calls."""

    wording: Wording
    resources: Path
    today: Callable[[], date]
    who: str

    def say(self, sentence: str) -> None:
        if sentence:
            sys.stderr.write(sentence + "\n")

    def print(self, text: str) -> None:
        sys.stdout.write(text + "\n")


def held_by(holder: HolderRecord) -> str:
    since = holder.since.astimezone()
    return f"Geöffnet von {holder.who} auf {holder.host} seit {since:%d.%m.%Y, %H:%M} Uhr."


@contextmanager
def desk_on(terminal: Terminal, file: Path) -> Iterator[Desk]:
    from app.desk import open_desk

    opened = open_data(file)
    with closing(open_desk(opened, terminal.resources, terminal.today, terminal.who)) as desk:
        yield desk


def say_unrecorded(terminal: Terminal, file: DataFile) -> None:
    """Whoever reads while another writes leaves no trace in the journal, and is told so."""
    if file.writable:
        return
    if file.holder is None:
        terminal.say("Die Datei lässt sich nur lesen: Dieser Zugriff ist nicht vermerkt.")
    else:
        terminal.say("Die Datei ist anderswo geöffnet: Dieser Zugriff ist nicht vermerkt.")
        terminal.say(held_by(file.holder))


def as_json(facts: object) -> str:
    return json.dumps(facts, ensure_ascii=False, indent=1)
