"""The steps that would move: what is taken over, old day, new day, why."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.records.redating import MovedStep
from app.rules.terms import Track
from ui.redating import words
from ui.theme import Tone
from ui.widgets.grouped_model import GroupedModel, Section
from ui.widgets.grouped_view import GroupedView
from ui.widgets.runs import Run
from ui.widgets.two_line import Lines, TwoLineDelegate
from ui.words import TRACKS

STEP, APART, OLD, NEW, WHY = range(5)


class MovedSteps(GroupedModel[MovedStep]):
    """`taken` are the ids of the steps that are to move; `changed()` when a box was hit."""

    columns: ClassVar[tuple[str, ...]] = ("Schritt", "Zum Bezugsdatum", "alt", "neu", "Hinweis")
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.left: set[int] = set()
        """The ids of steps that are to stay, remembered while other days are tried."""

    @property
    def rows(self) -> tuple[MovedStep, ...]:
        """Every step shown."""
        return tuple(row for section in self.sections for row in section.rows)

    @property
    def taken(self) -> frozenset[int]:
        """The ids of the steps that are to move."""
        return frozenset(row.step for row in self.rows if row.step not in self.left)

    def take(self, tracks: Sequence[Track]) -> None:
        """Take over the steps of these tracks and no others."""
        self.left = {row.step for row in self.rows if row.track not in tracks}
        self._tell()

    def key_of(self, row: MovedStep) -> Hashable:
        return row.step

    def cell(self, row: MovedStep, column: int) -> Lines:
        is_taken = row.step not in self.left
        if column == STEP:
            whom = f" ({row.person_name})" if row.person_name else ""
            return Lines((Run(f"{row.short}{whom}", tone=_tone(is_taken)),))
        if column == APART:
            return Lines((Run(words.apart(row.offset), tone=Tone.SECOND),))
        if column == OLD:
            return Lines((Run(words.shown(row.old), tone=Tone.SECOND),))
        if column == NEW and is_taken:
            return Lines((Run(words.shown(row.new), strong=True, icon="arrow-right"),))
        if column == NEW:
            return Lines((Run("bleibt, wird fixiert", tone=Tone.SECOND, icon="pin"),))
        told = words.hint(row) if is_taken else ""
        return Lines((Run(told, tone=Tone.SECOND, icon="info"),)) if told else Lines()

    def spoken(self, row: MovedStep) -> str:
        whom = f" für {row.person_name}" if row.person_name else ""
        new = words.shown(row.new) if row.step not in self.left else "bleibt und wird fixiert"
        parts = (f"{row.short}{whom}", f"bisher {words.shown(row.old)}", new, words.hint(row))
        return ", ".join(part for part in parts if part)

    def tip(self, row: MovedStep, column: int) -> str:
        # where there is no room, the columns of distance and hint are left out
        return self.spoken(row) if column == STEP else super().tip(row, column)

    def box(self, row: MovedStep) -> Qt.CheckState | None:
        return Qt.CheckState.Unchecked if row.step in self.left else Qt.CheckState.Checked

    def hit(self, row: MovedStep) -> None:
        self.left ^= {row.step}
        self._tell()

    def _tell(self) -> None:
        self.set_sections(self.sections)
        self.changed.emit()


class MovedView(GroupedView[MovedStep]):
    """The list; Space takes a step over or leaves it."""

    least: ClassVar[tuple[int, ...]] = (200, 124, 108, 132, 120)
    wished: ClassVar[tuple[int, ...]] = (300, 164, 120, 148, 188)
    spared: ClassVar[tuple[int, ...]] = (APART, WHY)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.steps = MovedSteps()
        super().__init__(self.steps, (), parent)
        self.setItemDelegate(TwoLineDelegate(self, tall=False))
        self.setAccessibleName("Schritte, deren Termin wandert")

    def show_steps(self, moved: Sequence[MovedStep]) -> None:
        """Show these, in groups by track, in the order of their new days."""
        self.set_sections(
            [
                Section(track.value, TRACKS[track], "", tuple(rows))
                for track in Track
                if (rows := [row for row in moved if row.track is track])
            ],
            same=True,
        )


def _tone(is_taken: bool) -> Tone:  # noqa: FBT001
    return Tone.INK if is_taken else Tone.SECOND
