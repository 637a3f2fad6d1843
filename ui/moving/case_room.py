"""The room Umzug of a case: quotes, costs with receipts, and who pays them back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from app.done import Done, Topic
from app.errors import Refused
from app.records.moving import MoveBoard
from app.records.papers import PaperKind
from ui import theme
from ui.moving import words
from ui.moving.cost_form import CostForm
from ui.moving.move_form import MoveForm
from ui.moving.overview import Overview
from ui.moving.quote_form import QuoteForm
from ui.page import Page, Workplace
from ui.widgets.buttons import link, push
from ui.widgets.empty_state import EmptyState
from ui.widgets.form import Form
from ui.widgets.line_list import LineList
from ui.widgets.paper_dialog import open_paper, paper
from ui.widgets.runs import Run
from ui.widgets.scrolling import column_on
from ui.widgets.section import Pairs, Section

if TYPE_CHECKING:
    from app.desk import Desk
    from app.services.papers import PaperOrder

LEFT = 340
LEFT_OUT = "Auf dem Blatt stehen keine Notizen und keine Gründe für Absagen."
"""Of the sheet on costs."""


class MoveRoom(Page):
    """Umzug. What is shown at the right is the overview, or the form of a quote (its id), of a
    cost (its id below zero) or of what is moved."""

    topics = frozenset({Topic.SUPPORT, Topic.CANDIDATES, Topic.PLAN, Topic.PROVIDERS})
    needs_case = True
    about_case = True

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.board: MoveBoard | None = None
        self._of: int | None = None
        self._form: Form | None = None
        self._row: int | None = None
        self.overview = Overview()
        self.move_form = MoveForm(workplace)
        self.quote_form = QuoteForm(workplace)
        self.cost_form = CostForm(workplace)
        self.quotes = LineList("Angebote", tall=True)
        self.costs = LineList("Kosten", tall=True)
        self.sums = Pairs()
        self.move_pairs = Pairs()
        self.print_button = push("&Kostenblatt …", self._print, "printer")
        self.print_button.setParent(self)
        self.print_button.hide()
        self.empty = EmptyState(
            "truck",
            "Noch nichts zum Umzug",
            "Hier stehen die Angebote der Umzugsfirmen nebeneinander, was der Umzug kostet und wer "
            "bis wann etwas zurückzahlt.",
            "Angebot eintragen",
        )
        self.empty.accepted.connect(self.new_quote)
        self._lay_out()
        for form in (self.move_form, self.quote_form, self.cost_form):
            form.saved.connect(self._saved)
            form.left.connect(self.show_overview)
        self.quotes.chosen.connect(self.choose)
        self.costs.chosen.connect(self._choose_cost)
        new = QShortcut(QKeySequence("Ctrl+N"), self, self.new_quote)
        new.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def shows(self, case_id: int | None) -> None:
        if case_id != self.case_id:
            for form in (self.move_form, self.quote_form, self.cost_form):
                form.settle()
            self._form = self._row = self.board = None
        super().shows(case_id)

    def refresh(self) -> None:
        desk, case = self.desk, self.case_id
        if desk is None or case is None:
            return
        try:
            board = desk.moving.board(case)
        except Refused:
            return
        self.board, self._of = board, case
        self.quotes.show_lines(
            [(each.id, each.name, words.quote_told(each)) for each in board.quotes]
        )
        self.costs.show_lines(
            [(each.id, each.draft.title, words.cost_told(each)) for each in board.costs]
        )
        self.sums.set_pairs(words.sums(board))
        self.sums.setVisible(bool(board.costs))
        self.move_pairs.set_pairs(_moved(board))
        self.overview.show_board(board)
        self.print_button.setEnabled(bool(board.costs))
        if self._form is not None and self._form.is_typed:
            return
        self._show_again()

    def reveal(self, row_id: int) -> None:
        self.refresh()
        self.choose(row_id)

    def ask(self, fact: str) -> None:
        number = fact.removeprefix("-")
        if number.isdigit():
            self.reveal(int(fact))

    def orientation(self) -> list[Run]:
        board = self.board
        if board is None:
            return []
        chosen = board.chosen
        if chosen is not None:
            on = words.day(chosen.draft.moving_on) or "Tag offen"
            return [Run("Umzug: ", strong=True), Run(f"{chosen.name}, {on}.")]
        if not board.quotes:
            return [Run("Umzug: ", strong=True), Run("noch kein Angebot.")]
        return [
            Run("Umzug: ", strong=True),
            Run(words.quotes_advice(board) or "Preise liegen vor."),
        ]

    def strip_actions(self) -> list[QWidget]:
        return [self.print_button]

    def unsaved(self) -> str:
        typed = self._form is not None and self._form.is_typed
        return "Eingaben zum Umzug sind" if typed else ""

    def choose(self, row_id: int) -> None:
        """Show a quote by its id, a cost by its id below zero, after asking where something is
        typed; an unknown one shows the overview."""
        if row_id == self._row and self._form is not None:
            return
        if not self._may_leave():
            self._mark()
            return
        self._row = row_id
        self._show_again(chosen=True)

    def _choose_cost(self, cost_id: int) -> None:
        self.choose(-cost_id)

    def show_overview(self) -> None:
        """All at a glance."""
        if self._may_leave():
            self._row, self._form = None, None
            self._show_again()

    def new_quote(self) -> None:
        """A blank quote."""
        if self._may_leave() and self._of is not None and self.board is not None:
            self._row = None
            self.quote_form.show_quote(self._of, None, self.board.anchors)
            self._open(self.quote_form)

    def new_cost(self) -> None:
        """A blank cost."""
        if self._may_leave() and self._of is not None:
            self._row = None
            self.cost_form.show_cost(self._of, None)
            self._open(self.cost_form)

    def edit_move(self) -> None:
        """What is moved."""
        if self._may_leave() and self._of is not None and self.board is not None:
            self._row = None
            self.move_form.show_move(self._of, self.board.move, self.board.people)
            self._open(self.move_form)

    def _may_leave(self) -> bool:
        if self._form is None or not self._form.is_typed:
            return True
        return self.workplace.asking.discard()

    def _open(self, form: Form) -> None:
        self._form = form
        self._stack.setCurrentWidget(self._panes[form])
        self._mark()
        form.focus_first()

    def _show_again(self, *, chosen: bool = False) -> None:
        """What is shown, as the file has it now."""
        board, case = self.board, self._of
        if board is None or case is None:
            return
        row = self._row
        quote = next((each for each in board.quotes if each.id == row), None)
        cost = next((each for each in board.costs if row is not None and each.id == -row), None)
        if quote is not None:
            self.quote_form.show_quote(case, quote, board.anchors)
            self._form = self.quote_form
        elif cost is not None:
            self.cost_form.show_cost(case, cost)
            self._form = self.cost_form
        elif row is not None or chosen or self._form is None:
            self._form = self._row = None
        elif self._form is self.move_form:
            self.move_form.show_move(case, board.move, board.people)
        nothing = not (board.quotes or board.costs or board.move)
        page: QWidget = self.empty if nothing else self._glance
        self._stack.setCurrentWidget(page if self._form is None else self._panes[self._form])
        self._mark()

    def _mark(self) -> None:
        row = self._row
        self.quotes.choose(row if row is not None and row > 0 else None)
        self.costs.choose(-row if row is not None and row < 0 else None)

    def _saved(self, done: Done) -> None:
        """The one saved is the one shown."""
        form = self.sender()
        number = done.facts.get("id")
        for each in (self.move_form, self.quote_form, self.cost_form):
            each.settle()
        if number is None:
            self._row = self._form = None
        else:
            self._row = int(number) if form is self.quote_form else -int(number)
        self.refresh()

    def _print(self) -> None:
        desk, case = self.desk, self.case_id
        if desk is None or case is None:
            return
        name = desk.candidates.head(case).name
        order = partial(_order, case)
        open_paper(self.workplace, paper(order, PaperKind.MOVE_COSTS, case, name, LEFT_OUT), self)

    def _lay_out(self) -> None:
        left, column = column_on(QPalette.ColorRole.AlternateBase, 12)
        left.setMinimumWidth(theme.px(self, LEFT * 2 // 3))
        moved = Section(
            "Umzug",
            link("Überblick", self.show_overview),
            link("Ändern", self.edit_move, "pencil"),
        )
        moved.body.addWidget(self.move_pairs)
        add_quote = link("&Neu", self.new_quote, "plus")
        add_quote.setAccessibleName("Angebote: neu")
        add_quote.setToolTip("Neues Angebot (Strg+N)")
        add_cost = link("Neu", self.new_cost, "plus")
        add_cost.setAccessibleName("Kosten: neu")
        offers, spent = Section("Angebote", add_quote), Section("Kosten", add_cost)
        offers.body.addWidget(self.quotes)
        spent.body.addWidget(self.costs)
        spent.body.addWidget(self.sums)
        for section in (moved, offers, spent):
            column.addWidget(section)
        column.addStretch(1)
        side = _scrolled(left)
        side.setFixedWidth(theme.px(self, LEFT))
        self._stack = QStackedWidget()
        self._glance = _on_ground(self.overview)
        self._panes: dict[Form, QWidget] = {
            form: _on_ground(form) for form in (self.move_form, self.quote_form, self.cost_form)
        }
        for page in (self.empty, self._glance, *self._panes.values()):
            self._stack.addWidget(page)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(side)
        both.addWidget(self._stack, 1)


def _on_ground(widget: QWidget) -> QScrollArea:
    holder, column = column_on()
    column.addWidget(widget)
    column.addStretch(1)
    return _scrolled(holder)


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area


def _moved(board: MoveBoard) -> list[tuple[str, str]]:
    """What is moved, only what is known."""
    move = board.move
    if move is None:
        return [("Menge", "noch nicht bekannt")]
    floors = [
        f"{where} {number}. Stock"
        for where, number in (("dort", move.floors_from), ("hier", move.floors_to))
        if number is not None
    ]
    pays = ", ".join(words.PAYERS[each] for each in words.PAYERS if each in move.pays)
    found = (
        ("von", move.from_town),
        ("Menge", f"{move.cubic_metres} m³" if move.cubic_metres else ""),
        ("Strecke", f"{move.kilometres} km" if move.kilometres else ""),
        ("Treppen", ", ".join(floors)),
        ("Wert", words.euro(move.goods_cents)),
        ("gewünscht", words.extras(move.extras)),
        ("zahlt", pays),
        ("Notiz", move.note),
    )
    return [(label, told) for label, told in found if told]


def _order(case: int, desk: Desk) -> PaperOrder:
    return desk.moving.sheet(case)
