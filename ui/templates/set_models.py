"""Sets of milestones as a list, and the steps of a track with a box for those in a set."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, Signal

from app.content.languages import OFFICE_LANGUAGE
from app.records.templates import SetDraft, SetRow, TemplateRow, TemplateState
from ui.templates.words import STATES, number
from ui.theme import Tone
from ui.widgets.grouped_model import GroupedModel, Section
from ui.widgets.grouped_view import GroupedView
from ui.widgets.runs import Run
from ui.widgets.two_line import Lines


class SetsModel(GroupedModel[SetRow]):
    """The sets, those of everybody before those of one employer."""

    columns: ClassVar[tuple[str, ...]] = ("Satz",)
    noun: ClassVar[tuple[str, str]] = ("Satz", "Sätze")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unsaved: frozenset[str] = frozenset()

    def set_unsaved(self, keys: frozenset[str]) -> None:
        """Which sets have changes that are not saved."""
        self._unsaved = keys

    def key_of(self, row: SetRow) -> Hashable:
        return row.id

    def cell(self, row: SetRow, column: int) -> Lines:  # noqa: ARG002 - there is one
        return Lines((Run(row.title),), (Run(self._below(row), tone=Tone.SECOND),))

    def spoken(self, row: SetRow) -> str:
        return f"{row.title}, {self._below(row)}"

    def _below(self, row: SetRow) -> str:
        steps = "1 Schritt" if row.steps == 1 else f"{row.steps} Schritte"
        parts = [STATES[row.state], *([steps] if row.steps else [])]
        if row.usual:
            parts.append("wenn nichts anderes gewählt ist")
        if row.cases:
            parts.append("bei 1 Fall" if row.cases == 1 else f"bei {number(row.cases)} Fällen")
        if row.id in self._unsaved:
            parts.insert(0, "nicht gespeichert")
        return " · ".join(parts)


class SetsView(GroupedView[SetRow]):
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


def name_of(draft: SetDraft) -> str:
    """What a set is called in the office's own language."""
    return draft.title.get(OFFICE_LANGUAGE, "") or "Ohne Namen"


def row_of(draft: SetDraft) -> SetRow:
    """The line of a set that is not stored yet; how many steps it gives is not told before."""
    return SetRow(
        id=draft.id,
        track=draft.track,
        title=name_of(draft),
        employer=draft.employer,
        steps=0,
        cases=0,
        state=TemplateState.OWN,
        usual=False,
    )


def in_groups(sets: Sequence[SetRow]) -> list[Section[SetRow]]:
    """Sets of everybody, then those of each employer."""
    found = []
    everybody = tuple(each for each in sets if not each.employer)
    if everybody:
        found.append(Section("", "Für alle", "", everybody))
    for employer in sorted({each.employer for each in sets if each.employer}, key=str.casefold):
        own = tuple(each for each in sets if each.employer == employer)
        found.append(Section(f"employer {employer}", f"Für {employer}", "", own))
    return found
