"""Rosters read from files of the ward: looked at first, then kept as a person's roster."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from app.done import Done
from app.errors import Reason, Refused
from app.exchange.limits import LARGEST
from app.exchange.rosters.asked import Asked
from app.exchange.rosters.names import Sought
from app.exchange.rosters.reading import read_roster
from app.progress import finish
from app.records.care import ParentView, RosterDraft, RosterView
from app.records.roster_imports import RosterPreview
from app.rules.rosters import Roster
from app.services import existing
from app.services.import_files import bytes_of
from app.services.rosters import Rosters
from app.services.transactions import Transactions

MONDAY = 0


@dataclass(frozen=True)
class _Parent:
    view: ParentView
    sought: Sought


class RosterImports:
    def __init__(self, transactions: Transactions, rosters: Rosters) -> None:
        self._transactions = transactions
        self._rosters = rosters

    def preview(
        self, source: Path | str, person_id: int, first: date | None = None
    ) -> RosterPreview:
        """What a file, or a text somebody pasted, says of a person's duties; nothing is written.

        A rotation begins on the Monday `first`, else on the next one. Codes without times are
        shifts of the person's employer. Raises `Refused`: NO_SUCH_PERSON, NOT_A_PARENT,
        NOT_A_MONDAY, LIST_TOO_LARGE, LIST_TOO_LONG, LIST_EMPTY, NOT_A_ROSTER_FILE,
        WORKBOOK_BROKEN, WORKBOOK_LOCKED, NAME_NOT_IN_ROSTER; `Unavailable`.
        """
        today = self._transactions.today()
        monday = first or today + timedelta(days=7 - today.weekday())
        if monday.weekday() != MONDAY:
            raise Refused(Reason.NOT_A_MONDAY, "first")
        parent = self._parent(person_id)
        if isinstance(source, str):
            data, name = source.encode("utf-8", "replace"), ""
        else:
            data, name = bytes_of(source, LARGEST)
        shifts = tuple(each.draft for each in parent.view.shifts)
        asked = Asked(parent.sought, shifts, today, monday)
        reading = finish(read_roster(data, name, asked))
        return RosterPreview(
            person_id,
            parent.view.name,
            name,
            reading,
            _replaced(parent.view.rosters, name, reading.roster),
        )

    def take(self, preview: RosterPreview) -> Done:
        """Keep what was previewed, in the place of the roster it replaces. Raises `Refused`:
        NO_DUTIES_FOUND, NO_SUCH_PERSON, NO_SUCH_ROSTER."""
        roster = preview.reading.roster
        if roster is None:
            raise Refused(Reason.NO_DUTIES_FOUND)
        draft = RosterDraft(roster, preview.source)
        return self._rosters.save_roster(preview.person, draft, preview.replaces)

    def _parent(self, person_id: int) -> _Parent:
        with self._transactions.reading() as session:
            person = existing.person(session, person_id)
            case, sought = person.case_id, Sought(f"{person.given} {person.called}", person.family)
        parents = self._rosters.board(case).parents
        found = next((each for each in parents if each.person == person_id), None)
        if found is None:
            raise Refused(Reason.NOT_A_PARENT, "person")
        return _Parent(found, sought)


def _replaced(kept: tuple[RosterView, ...], source: str, new: Roster | None) -> int | None:
    """The roster that came from a file of the same name, where the new one says something of all
    its days: a later state of the same plan."""
    if new is None or not source:
        return None
    for each in kept:
        old = each.draft.roster
        is_within = new.first <= old.first and (old.last or date.max) <= (new.last or date.max)
        if each.draft.source == source and bool(old.weeks) == bool(new.weeks) and is_within:
            return each.id
    return None
