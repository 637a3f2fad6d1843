"""The left of the tab: which composition, its chapters, the print plan. Each change is an act."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QPalette, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from app.records.compositions import (
    STANDARD,
    ChapterChoice,
    ChapterKind,
    Composition,
    Option,
    SavedComposition,
)
from ui import theme
from ui.folder import words
from ui.folder.chapter_list import ChapterList
from ui.folder.chapter_rows import Hint, rows
from ui.folder.plan_panel import PlanPanel
from ui.theme import Tone
from ui.widgets.buttons import icon_button

if TYPE_CHECKING:
    from app.folder.seen import FolderSeen
    from ui.page import Workplace

TIGHT = 440  # pixels at 100 % below which the sheets are told in words alone
_STANDARD, _OWN = -1, -2


class Composer(QWidget):
    """`brochure_wanted` when another PDF shall become a chapter."""

    brochure_wanted = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._case: int | None = None
        self._saved: tuple[SavedComposition, ...] = ()
        self.composition = STANDARD
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.which = QComboBox()
        self.which.setAccessibleName("Zusammenstellung")
        self.which.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.which.setMinimumContentsLength(10)
        self.which.activated.connect(self._apply)
        self.add = icon_button("plus", "Beilage als Kapitel hinzufügen", self.brochure_wanted.emit)
        self.more = icon_button("ellipsis", "Mehr zur Zusammenstellung")
        self.list = ChapterList()
        self.plan = PlanPanel()
        self._menu = QMenu(self.more)
        self.keep = self._action("Unter einem Namen &sichern …", self._keep)
        self.remove = self._action("&Löschen …", self._remove)
        self.reset = self._action("&Zurück zum Standard", self._to_standard)
        self._menu.addSeparator()
        self.told = QAction("Stand der &Übersetzung auf der letzten Seite", self)
        self.told.setCheckable(True)
        self._menu.addAction(self.told)
        self.more.setMenu(self._menu)
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        model = self.list.rows
        model.ticked.connect(self._ticked)
        model.opted.connect(self._opted)
        self.list.moved.connect(self._moved)
        self.list.removed.connect(lambda key: self.compose(self.composition.without(key)))
        self.plan.tabs_wanted.connect(self._tabs)
        self._lay_out()

    @property
    def chosen_saved(self) -> SavedComposition | None:
        """The office's own composition that is the family's, None where none is."""
        return next((each for each in self._saved if each.composition == self.composition), None)

    def show_case(
        self,
        case_id: int,
        composition: Composition,
        saved: tuple[SavedComposition, ...],
        *,
        writable: bool,
    ) -> None:
        """The composition of a case and those the office keeps."""
        self._case, self.composition, self._saved = case_id, composition, saved
        self.which.clear()
        self.which.addItem(words.STANDARD, _STANDARD)
        for each in saved:
            self.which.addItem(each.name, each.id)
        kept = self.chosen_saved
        if composition == STANDARD:
            self.which.setCurrentIndex(0)
        elif kept is not None:
            self.which.setCurrentIndex(self.which.findData(kept.id))
        else:
            self.which.addItem(words.OWN, _OWN)
            self.which.setCurrentIndex(self.which.count() - 1)
        for widget in (self.which, self.add, self.plan.tabs):
            widget.setEnabled(writable)
        self.keep.setEnabled(writable)
        self.remove.setEnabled(writable and kept is not None)
        self.reset.setEnabled(writable and composition != STANDARD)
        self.plan.tabs.setChecked(composition.tab_sheets)

    def show_chapters(
        self,
        folder: FolderSeen | None,
        hints: Mapping[ChapterKind, Sequence[Hint]],
        brochures: Mapping[int, str],
        *,
        writable: bool,
    ) -> None:
        """The chapters as composed and, as far as it is known, as they were seen."""
        tops = rows(self.composition, folder, hints, brochures)
        self.list.set_tops(tops, writable=writable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.plan.set_tight(tight=self.height() < theme.px(self, TIGHT))

    def compose(self, composition: Composition, moved: str = "") -> None:
        """Put the folder together like this, if that is a change."""
        case_id = self._case
        if case_id is None or composition == self.composition:
            return
        self._workplace.acts.do(
            lambda desk: desk.compositions.compose(case_id, composition, moved), self
        )

    def _ticked(self, key: str, on: bool) -> None:  # noqa: FBT001 - a signal's slot
        self._choose(key, lambda choice: replace(choice, printed=on))

    def _opted(self, key: str, option: Option, on: bool) -> None:  # noqa: FBT001 - a signal's slot
        self._choose(
            key,
            lambda choice: replace(
                choice, options=choice.options | {option} if on else choice.options - {option}
            ),
        )

    def _choose(self, key: str, change: Callable[[ChapterChoice], ChapterChoice]) -> None:
        for choice in self.composition.chapters:
            if choice.key == key:
                self.compose(self.composition.with_choice(change(choice)))

    def _moved(self, key: str, before: str) -> None:
        self.compose(self.composition.moved(key, before), key)

    def _tabs(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's slot
        self.compose(replace(self.composition, tab_sheets=wanted))

    def _apply(self, at: int) -> None:
        chosen = self.which.itemData(at)
        if chosen == _STANDARD:
            self._to_standard()
        for each in self._saved:
            if each.id == chosen:
                self.compose(each.composition)

    def _to_standard(self) -> None:
        self.compose(STANDARD)

    def _keep(self) -> None:
        kept = self.chosen_saved
        name = self._workplace.asking.text(
            "Zusammenstellung sichern",
            "Name, zum Beispiel „Familie, Drittstaat“:",
            kept.name if kept is not None else "",
        )
        if name is None:
            return
        known = name.strip() in {each.name for each in self._saved}
        if known and not self._workplace.asking.confirm(
            f"Zusammenstellung „{name.strip()}“ ersetzen?",
            "Mappen, die danach zusammengestellt wurden, bleiben, wie sie sind.",
            "Ersetzen",
        ):
            return
        composition = self.composition
        self._workplace.acts.do(lambda desk: desk.compositions.keep(name, composition), self)

    def _remove(self) -> None:
        kept = self.chosen_saved
        if kept is None:
            return
        if self._workplace.asking.confirm(
            f"Zusammenstellung „{kept.name}“ löschen?",
            "Mappen, die danach zusammengestellt wurden, bleiben, wie sie sind.",
            "Löschen",
        ):
            number = kept.id
            self._workplace.acts.do(lambda desk: desk.compositions.remove(number), self)

    def _action(self, text: str, act: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda _checked=False: act())
        self._menu.addAction(action)
        return action

    def _lay_out(self) -> None:
        label = QLabel("&Zusammenstellung")
        label.setBuddy(self.which)
        theme.set_tone(label, Tone.LABEL)
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 12, 6)
        head.setSpacing(8)
        head.addWidget(label)
        head.addWidget(self.which, 1)
        head.addWidget(self.add)
        head.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.plan)
        self.setFocusProxy(self.list)
