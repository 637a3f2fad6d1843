"""The shifts of the employer shown: each change through the one door, its refusal beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.done import Topic
from app.errors import Refused
from app.records.care import ShiftDraft
from ui.acts import Acts
from ui.providers.parts.shifts import ShiftsPart

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done


class Shifts(QObject):
    """Between the part of the form and the desk."""

    def __init__(self, part: ShiftsPart, acts: Acts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._part, self._acts = part, acts
        self._employer: int | None = None
        part.added.connect(self._add)
        part.changed.connect(self._edit)
        part.removed.connect(self._remove)
        acts.changed.connect(self._changed)
        acts.refused.connect(self._refused)

    def show(self, employer: int | None) -> None:
        """The shifts of this provider; None for one that is not saved yet."""
        self._employer = employer
        desk = self._acts.desk
        if employer is None or desk is None:
            self._part.show_shifts(None, ())
        else:
            self._part.show_shifts(employer, desk.rosters.shifts(employer))

    def _add(self, draft: ShiftDraft) -> None:
        employer = self._employer
        if employer is not None:
            self._keep(lambda desk: desk.rosters.add_shift(employer, draft))

    def _edit(self, shift: int, draft: ShiftDraft) -> None:
        self._keep(lambda desk: desk.rosters.edit_shift(shift, draft))

    def _remove(self, shift: int) -> None:
        self._acts.do(lambda desk: desk.rosters.remove_shift(shift), self)

    def _keep(self, command: Callable[[Desk], Done]) -> None:
        def run(desk: Desk) -> Done:
            done = command(desk)
            self._part.settle()
            return done

        self._acts.do(run, self)

    def _changed(self, topics: frozenset[Topic], _initiator: object) -> None:
        if Topic.CARE in topics and self._employer is not None:
            self.show(self._employer)

    def _refused(self, refused: Refused, initiator: object) -> None:
        if initiator is self:
            self._part.refuse_shift(refused)
