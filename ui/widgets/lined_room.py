"""A room about a case that is one column of sections, each line with commands of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.errors import Refused
from app.records.papers import PaperKind
from ui import wording
from ui.page import Page, Workplace
from ui.widgets.buttons import link, push
from ui.widgets.empty_state import EmptyState
from ui.widgets.kept_focus import kept_focus, led_to_new
from ui.widgets.paper_dialog import open_paper, paper
from ui.widgets.scrolling import column_on
from ui.widgets.section import Section

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done
    from app.services.papers import PaperOrder


class ToldLine(QWidget):
    """A line with commands of its own, which can say why one was refused."""

    @property
    def is_typed(self) -> bool:
        """Whether something is chosen or typed that is not noted yet."""
        return False

    def say(self, reason: str) -> None:
        """Why not, below the line; blank for nothing."""
        raise NotImplementedError


L = TypeVar("L", bound=ToldLine)
B = TypeVar("B")


class LinedRoom(Page, Generic[B, L]):
    """`ask` fetches what the room shows of a case; it is built anew when that differs, or another
    case is shown, and then no more than the first of each is shown again. `more` shows the rest,
    `empty` stands there where there is nothing; a refusal stands below the line it came from."""

    needs_case = True
    about_case = True

    def __init__(
        self,
        workplace: Workplace,
        ask: Callable[[Desk, int], B],
        empty: EmptyState,
        printed: str,
        *,
        air: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workplace, parent)
        self.board: B | None = None
        self.lines: list[L] = []
        self.everything = False
        self.empty = empty
        self.more = link("", self._show_everything)
        self.print_button = push(printed, self.print_paper, "printer")
        self.print_button.setParent(self)
        self.print_button.hide()
        self._ask = ask
        self._built_for: int | None = None
        self._waiting: L | None = None
        self._body, self._column = column_on(spacing=air)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        column.addWidget(self.empty)

    def build(self, board: B) -> int:
        """Put the sections of a board into the room with `put` and `line`; how many lines are left
        out while not `everything` is shown."""
        raise NotImplementedError

    def print_paper(self) -> None:
        """What the print button does."""
        raise NotImplementedError

    def left_out(self, count: int) -> str:
        """The words of `more`."""
        return f"{count} weitere zeigen, auch was nicht passt"

    def refresh(self) -> None:
        desk, case = self.desk, self.case_id
        if desk is None or case is None:
            return
        try:
            board = self._ask(desk, case)
        except Refused:
            return
        if case != self._built_for:
            self.everything = False
        if board != self.board or case != self._built_for:
            self.board, self._built_for = board, case
            with kept_focus(self._body):
                self._rebuild()

    def refusal(self, refused: Refused) -> None:
        if self._waiting is not None:
            self._waiting.say(wording.refused(refused))

    def strip_actions(self) -> list[QWidget]:
        return [self.print_button]

    def unsaved(self) -> str:
        return "Eingaben sind" if any(line.is_typed for line in self.lines) else ""

    def put(self, widget: QWidget) -> None:
        """The next section."""
        self._column.addWidget(widget)

    def line(self, section: Section, line: L) -> None:
        """A line below the others of a section."""
        self.lines.append(line)
        section.body.addWidget(line)

    def send(self, line: L, command: Callable[[Desk], Done]) -> None:
        """Run a command of a line; a refusal stands below it."""
        line.say("")
        self._waiting = line
        self.acts.do(command, self)

    def show_line(self, line: L, focus: QWidget) -> None:
        """Bring a line into sight, with the keyboard in it."""
        self._area.ensureWidgetVisible(line)
        focus.setFocus()

    def show_empty(self, *, is_empty: bool) -> None:
        """Whether there is nothing to show."""
        self.empty.setVisible(is_empty)
        self._area.setVisible(not is_empty)

    def open_sheet(
        self, order: Callable[[Desk], PaperOrder], kind: PaperKind, left_out: str
    ) -> None:
        """Open the window in which a sheet is looked at and printed; `left_out`: what is not on
        it."""
        desk, case = self.desk, self.case_id
        if desk is None or case is None:
            return
        name = desk.candidates.head(case).name
        open_paper(self.workplace, paper(order, kind, case, name, left_out), self)

    def _rebuild(self) -> None:
        assert self.board is not None  # noqa: S101 - set before
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.more:
                widget.hide()
                widget.deleteLater()
        self.lines, self._waiting = [], None
        hidden = self.build(self.board)
        self.more.setText(self.left_out(hidden))
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.setVisible(bool(hidden))  # not before: alone it would be a window
        self._column.addStretch(1)

    def _show_everything(self) -> None:
        """All of it; the keyboard is in the first line that was not there before."""
        self.everything = True
        if self.board is not None:
            with led_to_new(self._body):
                self._rebuild()
