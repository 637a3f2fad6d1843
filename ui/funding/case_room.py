"""The room Förderung of a case: what may be had together, every programme with its reasons, and the
application for the one chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from app.done import Done, Topic
from app.errors import Refused
from app.records.funding import (
    DECIDED_FOR,
    ENDED_WITHOUT,
    WENT_OUT,
    ApplicationView,
    FundingBoard,
    Offer,
)
from app.records.papers import PaperKind
from app.rules.funding import Fit, Sort
from ui import theme
from ui.funding import words
from ui.funding.application_form import ApplicationForm
from ui.page import Page, Workplace
from ui.theme import Tone
from ui.widgets.buttons import push
from ui.widgets.line_list import LineList
from ui.widgets.paper_dialog import open_paper, paper
from ui.widgets.runs import Run
from ui.widgets.scrolling import column_on
from ui.widgets.section import Section, text_label
from ui.widgets.typed_numbers import shown_euro

if TYPE_CHECKING:
    from app.desk import Desk
    from app.services.papers import PaperOrder

LEFT = 460
_HEADS = {Fit.FITS: "Passt", Fit.UNCLEAR: "Unklar", Fit.FITS_NOT: "Passt nicht"}


class FundingRoom(Page):
    """Three groups at the left; the programme chosen opens at the right to its reasons. `reveal`
    shows the programme of an application."""

    topics = frozenset({Topic.SUPPORT, Topic.NETWORK, Topic.CANDIDATES, Topic.PLAN})
    needs_case = True
    about_case = True

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.board: FundingBoard | None = None
        self._of: int | None = None
        self._code = ""
        self._keys: dict[str, int] = {}
        self.sums = text_label("")
        self.hints = text_label("", Tone.SECOND)
        self.groups: dict[Fit, Section] = {}
        self.lists: dict[Fit, LineList] = {}
        self.title = text_label("")
        theme.set_face(self.title, "head")
        self.amount = text_label("")
        theme.set_face(self.amount, "strong")
        self.about = text_label("", Tone.SECOND)
        self.reasons = text_label("")
        self.missing = text_label("")
        self.form = ApplicationForm(workplace)
        self.form.saved.connect(self._saved)
        self.form.left.connect(self._show_offer)
        self.print_button = push("Förderblatt …", self._print, "printer")
        self.print_button.setParent(self)
        self.print_button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left_side(), 2)
        row.addWidget(self._right_side(), 3)

    def refresh(self) -> None:
        desk, case = self.desk, self.case_id
        if desk is None or case is None:
            return
        try:
            board = desk.funding.answer(case)
        except Refused:
            return
        other = case != self._of
        self.board, self._of = board, case
        self._show_sums(board)
        for fit, lines in self.lists.items():
            offers = board.fitting(fit)
            lines.show_lines(
                [(self._key(each), each.programme.title, _told(each, board)) for each in offers]
            )
            lines.setFixedHeight(len(offers) * theme.px(lines, theme.TALL_ROW) + 2)
            self.groups[fit].say(_HEADS[fit], str(len(offers)))
            self.groups[fit].setVisible(bool(offers))
        if other or not self.form.is_typed:
            self._choose(None if other else self._code)

    def may_leave(self) -> bool:
        """Whether nothing would be lost, or the user wants to lose it."""
        return not self.form.is_typed or self.workplace.asking.discard()

    def unsaved(self) -> str:
        return "Eingaben zur Förderung sind" if self.form.is_typed else ""

    def reveal(self, row_id: int) -> None:
        self.refresh()
        found = [each for each in self._offers() if each.application == row_id]
        if found and self.may_leave():
            self._choose(found[0].programme.code)

    def orientation(self) -> list[Run]:
        board = self.board
        if board is None:
            return []
        counts = ", ".join(f"{len(board.open(fit))} {words.FITS[fit]}" for fit in Fit)
        by = f"; nächste Frist: {words.day(board.next_by)}" if board.next_by else ""
        return [Run("Förderung: ", strong=True), Run(f"{counts}{by}.")]

    def strip_actions(self) -> list[QWidget]:
        return [self.print_button]

    def _left_side(self) -> QWidget:
        holder, column = column_on(QPalette.ColorRole.AlternateBase, spacing=12)
        column.addWidget(self.sums)
        column.addWidget(self.hints)
        for fit in Fit:
            lines = self.lists[fit] = LineList(f"Förderprogramme: {words.FITS[fit]}", tall=True)
            lines.chosen.connect(self._clicked)
            section = self.groups[fit] = Section(_HEADS[fit], air=4)
            section.body.addWidget(lines)
            column.addWidget(section)
        column.addStretch(1)
        area = _scrolled(holder)
        area.setMinimumWidth(theme.px(self, LEFT * 2 // 3))
        area.setMaximumWidth(theme.px(self, LEFT))
        return area

    def _right_side(self) -> QWidget:
        holder, column = column_on(spacing=8)
        for label in (self.title, self.amount, self.about, self.reasons, self.missing):
            column.addWidget(label)
        section = Section("Antrag", air=8)
        section.body.addWidget(self.form)
        column.addSpacing(8)
        column.addWidget(section)
        column.addStretch(1)
        self.right = _scrolled(holder)
        return self.right

    def _show_sums(self, board: FundingBoard) -> None:
        self.sums.setText(words.sums(board.sure, board.possible))
        titles = {each.programme.code: each.programme.title for each in board.offers}
        lines = [words.omission(each, titles) for each in board.possible.left_out]
        if board.possible.unproven:
            lines.append("Ob sich diese Hilfen verbinden lassen, ist nicht belegt: bitte fragen.")
        if board.possible.capped_cents:
            capped = shown_euro(board.possible.capped_cents)
            lines.append(f"Eine gemeinsame Obergrenze nimmt davon {capped}.")
        if words.beside(board):
            lines.append(words.beside(board))
        for one, other in board.clashes:
            lines.append(f"Beides vermerkt, geht aber nicht zusammen: „{one}“ und „{other}“.")
        lines += words.to_check(board)
        if board.next_by is not None:
            lines.append(f"Nächste Frist: {words.day(board.next_by)}, {board.next_title}.")
        self.hints.setText("\n".join(lines))
        self.hints.setVisible(bool(lines))
        self.print_button.setEnabled(
            any(
                each.fit is not Fit.FITS_NOT and each.programme.sort is not Sort.FOR_EMPLOYER
                for each in board.offers
            )
        )

    def _clicked(self, key: int) -> None:
        found = next((each for each in self._offers() if self._key(each) == key), None)
        if found is None or found.programme.code == self._code:
            return
        if self.may_leave():
            self._choose(found.programme.code)
        else:
            self._mark()

    def _mark(self) -> None:
        """The line of what is shown is the one chosen."""
        shown = next((each for each in self._offers() if each.programme.code == self._code), None)
        for lines in self.lists.values():
            lines.choose(self._key(shown) if shown is not None else None)

    def _choose(self, code: str | None) -> None:
        offers = self._offers()
        codes = [each.programme.code for each in offers]
        self._code = code if code in codes and code else (codes[0] if codes else "")
        self._show_offer()

    def _show_offer(self) -> None:
        board, case, desk = self.board, self.case_id, self.desk
        offer = next((e for e in self._offers() if e.programme.code == self._code), None)
        self.right.setVisible(offer is not None)
        if board is None or case is None or desk is None or offer is None:
            return
        self._mark()
        self.title.setText(offer.programme.title)
        self.amount.setText(words.amount(offer.programme))
        self.about.setText(words.about(offer.programme))
        self.reasons.setText("\n".join(words.reasons(offer)))
        application = _application(offer, board)
        settled = application is not None and application.draft.state in DECIDED_FOR | ENDED_WITHOUT
        wanted = () if settled else offer.missing
        missing = ", ".join(board.papers.get(code, code) for code in wanted)
        self.missing.setText(f"Es fehlen: {missing}." if missing else "")
        self.missing.setVisible(bool(missing))
        self.form.show_application(
            case,
            offer.programme,
            application,
            desk.candidates.head(case).members,
            board.papers,
            frozenset(offer.programme.papers) - frozenset(offer.missing),
        )

    def _offers(self) -> tuple[Offer, ...]:
        return () if self.board is None else self.board.offers

    def _key(self, offer: Offer) -> int:
        """Programmes have codes, lines numbers."""
        return self._keys.setdefault(offer.programme.code, len(self._keys))

    def _saved(self, _done: Done) -> None:
        self.form.settle()
        self.refresh()

    def _print(self) -> None:
        desk, case = self.desk, self.case_id
        if desk is None or case is None:
            return
        name = desk.candidates.head(case).name
        left = (
            "Gedruckt wird, was passt oder passen kann. Was nur der Arbeitgeber bekommt und was "
            "abgelehnt oder zurückgezogen ist, bleibt weg."
        )
        open_paper(
            self.workplace, paper(partial(_order, case), PaperKind.FUNDING, case, name, left), self
        )


def _told(offer: Offer, board: FundingBoard) -> str:
    application = _application(offer, board)
    draft = application.draft if application else None
    state = words.state(draft) if draft else ""
    by = offer.judged.deadline.by
    is_open = draft is None or draft.state not in WENT_OUT | ENDED_WITHOUT
    until = f"bis {words.day(by)}" if by and is_open and offer.fit is not Fit.FITS_NOT else ""
    is_known = draft is not None and draft.state in DECIDED_FOR and draft.granted_cents is not None
    amount = "" if is_known else words.amount(offer.programme)
    return " · ".join(part for part in (state, until, amount) if part)


def _application(offer: Offer, board: FundingBoard) -> ApplicationView | None:
    return next((each for each in board.applications if each.id == offer.application), None)


def _scrolled(holder: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(holder)
    return area


def _order(case: int, desk: Desk) -> PaperOrder:
    return desk.funding.sheet(case)
