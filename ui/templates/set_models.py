"""Sets of milestones as a list, and the steps of a track with a box for those in a set."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, Signal

from app.content.languages import OFFICE_LANGUAGE
from app.records.templates import SetDraft, TemplateRow
from ui.theme import Tone
from ui.widgets.grouped_model import GroupedModel, Section
from ui.widgets.grouped_view import GroupedView
from ui.widgets.runs import Run
from ui.widgets.two_line import Lines
from ui.words import TRACKS


class SetsModel(GroupedModel[SetDraft]):
    """The sets, those of everybody before those of one employer."""

    columns: ClassVar[tuple[str, ...]] = ("Satz",)
    noun: ClassVar[tuple[str, str]] = ("Satz", "Sätze")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unsaved = ""

    def set_unsaved(self, key: str) -> None:
        """Which set has changes that are not saved, "" for none."""
        self._unsaved = key

    def key_of(self, row: SetDraft) -> Hashable:
        return row.id

    def cell(self, row: SetDraft, column: int) -> Lines:  # noqa: ARG002 - there is one
        return Lines((Run(name_of(row)),), (Run(self._below(row), tone=Tone.SECOND),))

    def spoken(self, row: SetDraft) -> str:
        return f"{name_of(row)}, {self._below(row)}"

    def _below(self, row: SetDraft) -> str:
        left_out = len(row.leaves_out)
        steps = "1 Schritt" if left_out == 1 else f"{left_out} Schritte"
        said = f"{TRACKS[row.track]} · " + (f"ohne {steps}" if left_out else "alle Schritte")
        return f"nicht gespeichert · {said}" if row.id == self._unsaved else said


class SetsView(GroupedView[SetDraft]):
    """The list at the left."""

    least: ClassVar[tuple[int, ...]] = (200,)
    wished: ClassVar[tuple[int, ...]] = (400,)


class InSetModel(GroupedModel[TemplateRow]):
    """`hit_row(template)` when the box of a step was hit; ticked: the set gives it."""

    columns: ClassVar[tuple[str, ...]] = ("Schritt",)
    hit_row = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left_out: frozenset[str] = frozenset()

    def set_left_out(self, templates: frozenset[str]) -> None:
        """Which steps the set leaves out."""
        self._left_out = templates
        self.set_sections(self.sections)

    def key_of(self, row: TemplateRow) -> Hashable:
        return row.template

    def cell(self, row: TemplateRow, column: int) -> Lines:  # noqa: ARG002 - there is one
        out = row.template in self._left_out
        return Lines((Run(row.short, tone=Tone.LABEL if out else Tone.INK),))

    def spoken(self, row: TemplateRow) -> str:
        given = "nicht im Satz" if row.template in self._left_out else "im Satz"
        return f"{row.short}, {given}"

    def box(self, row: TemplateRow) -> Qt.CheckState | None:
        out = row.template in self._left_out
        return Qt.CheckState.Unchecked if out else Qt.CheckState.Checked

    def hit(self, row: TemplateRow) -> None:
        self.hit_row.emit(row.template)


class InSetView(GroupedView[TemplateRow]):
    """Steps by phase, a line each."""

    least: ClassVar[tuple[int, ...]] = (200,)
    wished: ClassVar[tuple[int, ...]] = (600,)


def name_of(row: SetDraft) -> str:
    """What a set is called in the office's own language."""
    return row.title.get(OFFICE_LANGUAGE, "") or row.id


def in_groups(sets: Sequence[SetDraft]) -> list[Section[SetDraft]]:
    """Sets of everybody, then those of each employer."""
    found = []
    everybody = tuple(each for each in sets if not each.employer)
    if everybody:
        found.append(Section("", "Für alle", "", everybody))
    for employer in sorted({each.employer for each in sets if each.employer}, key=str.casefold):
        own = tuple(each for each in sets if each.employer == employer)
        found.append(Section(f"employer {employer}", f"Für {employer}", "", own))
    return found
