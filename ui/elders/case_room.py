"""Ältere Angehörige: what each elder of the household wants, who gives it, what is next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.done import Topic
from app.errors import Refused
from app.records.care import CareState, ChoiceDraft
from app.records.elders import ElderHint, EldersBoard, ElderView, Lives
from app.records.papers import PaperKind
from app.rules.terms import MemberRole
from ui import theme, wording
from ui.elders import words
from ui.elders.form import ElderForm
from ui.elders.match_line import MatchLine
from ui.page import CONSENT, PERSON, Page, Workplace
from ui.theme import Tone
from ui.widgets.buttons import link, push
from ui.widgets.empty_state import EmptyState
from ui.widgets.kept_focus import kept_focus
from ui.widgets.line_list import LineList
from ui.widgets.paper_dialog import open_paper, paper
from ui.widgets.runs import Run
from ui.widgets.scrolling import ScrolledColumn
from ui.widgets.section import Section, text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done
    from app.services.papers import PaperOrder

LEFT = 344
LEFT_OUT = (
    "Gedruckt wird, was passt und nicht abgelehnt ist; Ihre Notiz und unbestätigte Rechtshinweise "
    "nicht."
)


class EldersRoom(Page):
    """Elders and their wishes at the left; services with reasons, steps and hints beside them."""

    about_case = True
    needs_case = True
    topics = frozenset({Topic.SUPPORT, Topic.CANDIDATES, Topic.CARE, Topic.PROVIDERS, Topic.PLAN})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.board: EldersBoard | None = None
        self.lines: list[MatchLine] = []
        self._shown: int | None = None
        self._waiting: MatchLine | None = None
        self.list = LineList("Ältere im Haushalt")
        self.form = ElderForm(workplace)
        self.consent = link("Einwilligung eintragen", self._to_consents)
        self.empty = EmptyState(
            "hand-heart",
            "Keine älteren Angehörigen",
            "Ziehen Großeltern mit um oder braucht jemand Pflege, steht hier, was gewünscht ist "
            "und wer es bietet.",
            "Person aufnehmen",
        )
        self.print_button = push("Blatt für die Familie …", self._print, "printer")
        self.print_button.setParent(self)
        self.print_button.hide()
        self._lay_out()
        self.list.chosen.connect(self.choose)
        self.form.saved.connect(self._saved)
        grandparent = f"{PERSON}:{MemberRole.GRANDPARENT.value}"
        self.empty.accepted.connect(lambda: self.elsewhere.emit("candidates", grandparent))

    def refresh(self) -> None:
        desk, case = self.desk, self.case_id
        if desk is None or case is None:
            return
        try:
            self.board = desk.elders.board(case)
        except Refused:
            return
        elders = self.board.elders
        self.list.show_lines([(e.person, e.name, _lives(e)) for e in elders])
        self._outer.setCurrentIndex(0 if elders else 1)
        if self._shown not in {each.person for each in elders}:
            self.form.settle()  # what is typed went with the person
            self._shown = elders[0].person if elders else None
        if self._shown is not None:
            self.list.choose(self._shown)
        self._show_elder()
        self.oriented.emit()

    def shows(self, case_id: int | None) -> None:
        if case_id != self.case_id:
            self._shown = None
            self.form.settle()
        super().shows(case_id)

    def choose(self, person: int) -> None:
        """Show an elder, after asking where something is typed."""
        if person == self._shown:
            return
        if self.form.is_typed and not self.workplace.asking.discard():
            self.list.choose(self._shown)
            return
        self.form.settle()
        self._shown = person
        self._show_elder()

    def unsaved(self) -> str:
        typed = self.form.is_typed or any(line.is_typed for line in self.lines)
        return "Eingaben sind" if typed else ""

    def refusal(self, refused: Refused) -> None:
        if self._waiting is not None:
            self._waiting.say(wording.refused(refused))

    def orientation(self) -> list[Run]:
        view = self._view()
        if view is None:
            nobody = self.board is not None and not self.board.elders
            return (
                [Run("Ältere Angehörige: ", strong=True), Run("niemand im Haushalt.")]
                if nobody
                else []
            )
        fits = sum(each.fit.fits for each in view.matches)
        if not view.draft.wanted:
            said = f"Für {view.name} ist noch nichts vermerkt."
        else:
            count = {0: "passt kein Angebot", 1: "passt 1 Angebot"}
            said = f"Für {view.name} {count.get(fits, f'passen {fits} Angebote')}"
            unmet = words.wishes(view.unmet)
            said += f"; noch offen: {unmet}." if unmet else "."
        return [Run("Ältere Angehörige: ", strong=True), Run(said)]

    def strip_actions(self) -> list[QWidget]:
        return [self.print_button]

    def _view(self) -> ElderView | None:
        elders = self.board.elders if self.board else ()
        return next((each for each in elders if each.person == self._shown), None)

    def _show_elder(self) -> None:
        view = self._view()
        self.print_button.setEnabled(view is not None and bool(view.draft.wanted))
        if view is None or self.board is None:
            return
        self.form.show_elder(view)
        self.consent.setVisible(not view.may_tell)
        with kept_focus(self._beside):
            self._show_beside(view, self.board.hints)

    def _show_beside(self, view: ElderView, hints: Sequence[ElderHint]) -> None:
        """Services, steps and hints beside the wishes of an elder."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lines, self._waiting = [], None
        self._column.addWidget(self._services(view))
        if view.steps:
            section = Section("Schritte im Plan", air=0)
            for each in view.steps:
                section.body.addWidget(text_label(each.title))
                section.body.addWidget(text_label(words.step(each), Tone.SECOND))
            self._column.addWidget(section)
        if hints:
            section = Section("Was Angehörigen zustehen kann", air=0)
            section.body.addWidget(text_label(words.HINTS_HEAD, Tone.SECOND))
            for hint in hints:
                section.body.addWidget(text_label(words.HINTS[hint]))
            self._column.addWidget(section)
        self._column.addStretch(1)

    def _services(self, view: ElderView) -> Section:
        section = Section("Angebote", air=0)
        if not view.draft.wanted:
            section.body.addWidget(
                text_label("Links vermerken, was gewünscht ist; dann stehen hier Angebote.")
            )
        elif not view.matches:
            section.body.addWidget(text_label("Im Verzeichnis steht dafür noch kein Angebot."))
        for match in view.matches:
            line = MatchLine(match)
            line.decided.connect(partial(self._decide, line))
            line.entry_wanted.connect(lambda key: self.elsewhere.emit("providers", key))
            self.lines.append(line)
            section.body.addWidget(line)
        return section

    def _decide(self, line: MatchLine, state: CareState | None, because: str) -> None:
        if self._shown is None:
            return
        self._waiting = line
        command = partial(_decide, self._shown, line.match.provider, state, because)
        self.acts.do(command, self)

    def _saved(self, _done: Done) -> None:
        self.form.settle()
        self.refresh()

    def _to_consents(self) -> None:
        self.elsewhere.emit("candidates", f"{CONSENT}:{self._shown}")

    def _print(self) -> None:
        view, case = self._view(), self.case_id
        if view is None or case is None:
            return
        order = partial(_order, case, view.person)
        sheet = paper(order, PaperKind.ELDERS, case, view.name, LEFT_OUT)
        open_paper(self.workplace, sheet, self)

    def _lay_out(self) -> None:
        people = Section("Im Haushalt", air=8)
        people.body.addWidget(self.list)
        left, column = _column()
        column.addWidget(people)
        column.addWidget(self.form)
        column.addWidget(self.consent)
        column.addStretch(1)
        self._beside, self._column = _column()
        self._column.setSpacing(theme.px(self, 12))
        shelf = ScrolledColumn(left, ground=QPalette.ColorRole.AlternateBase)
        shelf.setFixedWidth(theme.px(self, LEFT))
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(shelf)
        row.addWidget(ScrolledColumn(self._beside), 1)
        self._outer = QStackedWidget()
        self._outer.addWidget(both)
        self._outer.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._outer)


def _lives(elder: ElderView) -> str:
    lives = elder.draft.lives
    return words.LIVES[lives] if elder.noted_on and lives is not Lives.UNKNOWN else ""


def _column() -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    return holder, column


def _decide(person: int, provider: int, state: CareState | None, because: str, desk: Desk) -> Done:
    if state is None:
        return desk.care.forget(person, provider=provider)
    return desk.care.decide(person, ChoiceDraft(state, provider, because=because))


def _order(case: int, person: int, desk: Desk) -> PaperOrder:
    return desk.elders.sheet(case, person)
