"""One shift of an employer: its code and when it begins and ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from app.records.care import ShiftDraft, ShiftView
from app.rules.rosters import DAY, ShiftKind
from ui.employers.entries import EntryForm
from ui.page import Workplace
from ui.rosters import typed_shifts
from ui.rosters.typed_shifts import TypedShift
from ui.rosters.words import SHIFT_KINDS, clock
from ui.widgets.choices import Choice
from ui.widgets.field import hinted

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done


class ShiftForm(EntryForm):
    """An end before the beginning is one of the next day."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._known: Mapping[int, ShiftView] = {}
        self._employer = 0
        self._shown: int | None = None
        self.add("code", "&Kürzel", hinted("F"))
        self.add("name", "Be&zeichnung", hinted("Frühdienst"))
        self.add("start", "Be&ginn", hinted("6:00"))
        self.add("end", "E&nde", hinted("14:12"))
        kinds = [
            ("", "nach der Uhrzeit"),
            *((kind.value, word) for kind, word in SHIFT_KINDS.items()),
        ]
        self.add("kind", "&Art", Choice(kinds))
        self.remove = self.add_remove("Löschen", self._remove)
        self.add_buttons("Dienst speichern", more=self.remove)

    def know_entries(self, employer: int, found: tuple[ShiftView, ...]) -> None:
        """Whose shifts these are; a form that is open stays."""
        self._employer = employer
        self._known = {each.id: each for each in found}

    def show_entry(self, entry_id: int | None) -> None:
        view = self._known.get(entry_id) if entry_id is not None else None
        typed = typed_shifts.shown(view.draft) if view else TypedShift()
        self._shown = view.id if view else None
        self.fill(
            {
                "code": typed.code,
                "name": typed.name,
                "start": typed.start,
                "end": typed.end,
                "kind": typed.kind.value if typed.kind else "",
            }
        )
        self.remove.setVisible(view is not None)

    def command(self) -> Callable[[Desk], Done]:
        kind = self.value("kind")
        draft = typed_shifts.read(
            TypedShift(
                self.value("code"),
                self.value("name"),
                self.value("start"),
                self.value("end"),
                ShiftKind(kind) if kind else None,
            )
        )
        if self._shown is None:
            return partial(_add, self._employer, draft)
        return partial(_edit, self._shown, draft)

    def _remove(self) -> None:
        if self._shown is not None:
            self.withdraw(partial(_take_away, self._shown))


def line(view: ShiftView) -> tuple[int, str, str]:
    """A shift in the list: code and times, then its name."""
    draft = view.draft
    times = f"{clock(draft.start)}–{clock(draft.end % DAY)}"
    return view.id, f"{draft.code}  {times}".strip(), draft.name or SHIFT_KINDS[draft.kind]


def _add(employer: int, draft: ShiftDraft, desk: Desk) -> Done:
    return desk.rosters.add_shift(employer, draft)


def _edit(shift: int, draft: ShiftDraft, desk: Desk) -> Done:
    return desk.rosters.edit_shift(shift, draft)


def _take_away(shift: int, desk: Desk) -> Done:
    return desk.rosters.remove_shift(shift)
