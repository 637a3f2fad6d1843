"""The room Wohnung of a case: what is looked for, what fits and why, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from app.done import Topic
from app.errors import Refused
from app.records.housing import FAILED, SHOWN, HousingBoard
from app.records.papers import PaperKind
from ui import theme, wording
from ui.housing import words
from ui.housing.home_line import HomeLine
from ui.housing.waiting_part import WaitingPart
from ui.housing.wish_form import WishForm
from ui.page import Page, Workplace
from ui.theme import Tone
from ui.widgets.buttons import link, push
from ui.widgets.kept_focus import kept_focus, led_to_new
from ui.widgets.paper_dialog import open_paper, paper
from ui.widgets.runs import Run
from ui.widgets.scrolling import column_on
from ui.widgets.section import Section, text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done
    from app.services.papers import PaperOrder

LEFT = 340
NO_WISH = "Noch kein Wunsch eingetragen. Links eintragen, dann werden alle Wohnungen verglichen."
NO_WORK = (
    "Der Arbeitsort ist nicht bekannt, darum bleibt der Weg zur Arbeit offen. Bitte im Fall den "
    "Arbeitgeber eintragen."
)
LEFT_OUT = "Nicht auf dem Blatt: interne Notizen, abgelehnte Wohnungen und was nicht passt."


class HomeRoom(Page):
    """The wish at the left; what is under way, what fits and what failed beside it."""

    about_case = True
    needs_case = True
    topics = frozenset({Topic.SUPPORT, Topic.NETWORK, Topic.CANDIDATES, Topic.PROVIDERS})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.board: HousingBoard | None = None
        self.lines: list[HomeLine] = []
        self._everything = False
        self._of: int | None = None
        self._waiting: HomeLine | None = None
        self._sent: HomeLine | None = None
        self.wish = WishForm(workplace)
        self.dormitories = WaitingPart(workplace)
        self.more = link("", self._show_everything)
        self.print_button = push("Wohnungsliste …", self._print, "printer")
        self.print_button.setParent(self)
        self.print_button.hide()
        self._lay_out()

    def refresh(self) -> None:
        self._refresh(kept_focus)

    def _refresh(self, leading: Callable[[QWidget], AbstractContextManager[None]]) -> None:
        """`leading` says where the keyboard goes when the lines are built anew."""
        desk, case = self.desk, self.case_id
        if desk is None or case is None:
            return
        other = case != self._of
        if other:
            self._of, self._everything = case, False
        try:
            board = desk.housing.board(case, None if self._everything else SHOWN)
        except Refused:
            return
        self.wish.know_towns(desk.housing.municipalities())
        self.wish.show_wish(case, board.wish)
        self.dormitories.show_members(board.members, desk.dormitories.all())
        if other or board != self.board or not self.lines:
            self.board = board
            with leading(self._body):
                self._build(case)
        self.oriented.emit()

    def refusal(self, refused: Refused) -> None:
        if self._waiting is not None:
            self._waiting.say(wording.refused(refused))

    def reveal(self, row_id: int) -> None:
        self.refresh()
        for line in self.lines:
            if line.interest is not None and line.interest.id == row_id:
                self._area.ensureWidgetVisible(line)
                line.state.setFocus()

    def orientation(self) -> list[Run]:
        board = self.board
        if board is None:
            return []
        open_ones = sum(each.state not in FAILED for each in board.interests)
        fits = f"{board.fitting} Wohnungen passen" if board.fitting != 1 else "1 Wohnung passt"
        told = fits if board.wish is not None else "noch kein Wunsch"
        return [Run("Wohnung: ", strong=True), Run(f"{told}, {open_ones} im Gespräch.")]

    def strip_actions(self) -> list[QWidget]:
        return [self.print_button]

    def unsaved(self) -> str:
        forms = self.wish.is_typed or self.dormitories.is_typed
        typed = forms or any(line.is_typed for line in self.lines)
        return "Eingaben sind" if typed else ""

    def send(self, line: HomeLine, command: Callable[[Desk], Done]) -> None:
        """Note something; a refusal stands below its line."""
        self._waiting = self._sent = line
        self.acts.do(command, self)
        self._sent = None

    def _build(self, case: int) -> None:
        board = self.board
        assert board is not None  # noqa: S101 - set before
        for kept in (self.more, self.dormitories):  # an item taken out keeps an old height
            self._column.removeWidget(kept)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        typed = [line for line in self.lines if line is not self._sent]
        self.lines = []
        under_way = [each for each in board.interests if each.state not in FAILED]
        failed = [each for each in board.interests if each.state in FAILED]
        if under_way:
            section = self._section("Im Gespräch")
            for each in under_way:
                self._line(section, HomeLine(case, each.match, each, self.send))
        self._matches(case, board)
        self._column.addWidget(self.dormitories)
        if failed:
            section = self._section("Daraus wurde nichts")
            for each in failed:
                self._line(section, HomeLine(case, each.match, each, self.send))
        section = self._section("Wen man noch fragen kann")
        for caller in board.ask:
            section.body.addWidget(text_label(words.caller(caller)))
        if not board.ask:
            nobody = "Im Verzeichnis steht für diese Orte keine Immobilienverwaltung."
            section.body.addWidget(text_label(nobody, Tone.SECOND))
        self._column.addStretch(1)
        self.print_button.setEnabled(board.is_printable)
        self._take_over(typed)

    def _take_over(self, before: list[HomeLine]) -> None:
        """What is typed in lines built before, and not what was just noted."""
        for line in self.lines:
            for other in before:
                line.take_over(other)

    def _matches(self, case: int, board: HousingBoard) -> None:
        section = self._section("Angebote, die besten zuerst")
        if board.wish is None:
            section.body.addWidget(text_label(NO_WISH, Tone.SECOND))
        elif not board.matches:
            section.body.addWidget(text_label("Zurzeit wird nichts angeboten.", Tone.SECOND))
        if board.without_work:
            section.body.addWidget(text_label(NO_WORK, Tone.SECOND))
        for match in board.matches:
            self._line(section, HomeLine(case, match, None, self.send))
        self.more.setText(f"{board.left_out} weitere zeigen")
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.setVisible(bool(board.left_out))  # not before: alone it would be a window

    def _section(self, title: str) -> Section:
        section = Section(title, air=0)
        self._column.addWidget(section)
        return section

    def _line(self, section: Section, line: HomeLine) -> None:
        self.lines.append(line)
        section.body.addWidget(line)

    def _show_everything(self) -> None:
        self._everything = True
        self._refresh(led_to_new)

    def _print(self) -> None:
        desk, case = self.desk, self.case_id
        if desk is None or case is None:
            return
        name = desk.candidates.head(case).name
        order = paper(partial(_order, case), PaperKind.HOMES, case, name, LEFT_OUT)
        open_paper(self.workplace, order, self)

    def _lay_out(self) -> None:
        section = Section("Was gesucht wird", air=8)
        section.body.addWidget(self.wish)
        left, column = column_on(QPalette.ColorRole.AlternateBase)
        column.addWidget(section)
        column.addStretch(1)
        side = _scrolled(left)
        side.setMaximumWidth(theme.px(self, LEFT))
        side.setMinimumWidth(theme.px(self, LEFT * 3 // 4))
        self._body, self._column = column_on(spacing=12)
        self._column.addWidget(self.dormitories)
        self._area = _scrolled(self._body)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(side, 2)
        both.addWidget(self._area, 3)


def _scrolled(body: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    return area


def _order(case: int, desk: Desk) -> PaperOrder:
    return desk.housing.sheet(case)
