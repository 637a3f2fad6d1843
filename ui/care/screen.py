"""The care page of one family: who may care at the left, the answer for one person at the right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.errors import Refused, Unavailable
from app.records.care import ChoiceDraft, ParentView
from app.records.care_board import Answer, CareBoard, Helper, PersonCare, Trial
from app.rules.care_need import Unsaid
from ui import wording
from ui.care import paper, telling, words
from ui.care.answer_pane import AnswerPane, Shown
from ui.care.card_list import CardList
from ui.care.care_map import CareMap
from ui.care.reading import CareSource, Reading
from ui.page import Workplace
from ui.widgets.empty_state import EmptyState
from ui.widgets.paper_dialog import PaperDialog
from ui.widgets.runs import Run
from ui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

SIDE, ROOM = 978, 1080  # pixels at 100 %: the answer, and from which both stand side by side
NO_DUTIES = (
    "Wann arbeiten die Eltern?",
    (
        "Aus den Diensten und Wegen der Eltern ergibt sich, wann {name} Betreuung braucht. "
        "Tragen Sie ein, wann gearbeitet wird und wie lange der Weg dauert."
    ),
)
NOBODY = (
    "Niemand braucht Betreuung",
    (
        "Zu diesem Haushalt gehört kein Kind und niemand, der betreut werden muss. Unter „Alle“ "
        "steht das Verzeichnis."
    ),
)
NO_NEED = "Kein Bedarf"


class CareScreen(QWidget):
    """`oriented` when sentence or persons changed, `duties_wanted(case)` for the editor of
    rosters. `source` computes; None before the desk is open."""

    oriented = Signal()
    duties_wanted = Signal(int)

    def __init__(
        self,
        workplace: Workplace,
        source: Callable[[], CareSource | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._source = source
        self._case: int | None = None
        self._first: date | None = None
        self._board: CareBoard | None = None
        self._parents: tuple[ParentView, ...] = ()
        self._person: int | None = None
        self._key: int | None = None
        self._answers: tuple[Answer, ...] = ()
        self._at = 0
        self._trial: Trial | None = None
        self._note = ""
        self._paper: PaperDialog | None = None
        self.reading = Reading(workplace.workshop, self)
        self.list = CardList()
        self.map = CareMap(workplace.lists)
        self.pane = AnswerPane(self.map)
        self.empty = EmptyState("clock", "Betreuung wird berechnet …", "")
        self.right = QStackedWidget()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.pane)
        self._scroll = scroll
        self.right.addWidget(self.empty)
        self.right.addWidget(scroll)
        self.both = SideBySide(self.list, self.right, SIDE, room=ROOM, side_grows=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.both)
        self._connect()

    @property
    def board(self) -> CareBoard | None:
        """The answer shown, None until the first is there."""
        return self._board

    @property
    def person(self) -> PersonCare | None:
        """Who is looked for."""
        persons = self._board.persons if self._board else ()
        found = (each for each in persons if each.person == self._person)
        return next(found, persons[0] if persons else None)

    def show_case(self, case: int | None) -> None:
        """Be about this case; nothing of another one stays."""
        if case != self._case:
            self.forget()
            self._case = case

    def show_person(self, person: int | None) -> None:
        """Look for this person of the household."""
        if person != self._person:
            self._person, self._key, self._at, self._trial = person, None, 0, None
            if self._board is not None:
                self._show_board()

    def refresh(self) -> None:
        """Compute again; what is shown stays until the answer is there."""
        source = self._source()
        if source is None or self._case is None:
            return
        case, first = self._case, self._first
        self.reading.ask("board", lambda: source.board(case, first), self._take_board)

    def forget(self) -> None:
        """The case or file was left."""
        self.reading.forget()
        self._drop_paper()
        self._case = self._first = self._board = self._person = self._key = self._trial = None
        self._answers, self._at, self._parents = (), 0, ()
        self.list.set_person(None, self._workplace.today(), None)
        self._say_empty("Betreuung wird berechnet …", "")

    def orientation(self) -> list[Run]:
        """6 Kitas für Yasmin (4). Als Nächstes: Zusage von Kita Deichspatzen einholen."""
        person = self.person
        head = Run("Anbieter: ", strong=True)
        if person is None:
            return [head, Run("Betreuung wird berechnet …" if self._board is None else NOBODY[0])]
        runs = [head, Run(f"{telling.orientation(person)}.")]
        following = ""
        if person.answers and person.needed:
            following = telling.next_step(person.answers[0], person.helpers)
        if following:
            runs += [Run(" Als Nächstes: "), Run(f"{following}.", strong=True)]
        return runs

    def unsaved(self) -> str:
        """What would be lost if the file were left now."""
        return "Ein Stand der Betreuung ist" if self.pane.decisions.unsaved() else ""

    def choose(self, key: int) -> None:
        """Show the best answers with this place."""
        source, board, person = self._source(), self._board, self.person
        if source is None or board is None or person is None:
            return
        self._key, self._trial = key, None
        case, who, first = board.case, person.person, board.first
        fetch = partial(source.answers, case, who, key, first)
        self.reading.ask("answers", fetch, self._take_answers)

    def walk(self, by: int) -> None:
        """Show the answer before or after."""
        if 0 <= self._at + by < len(self._answers):
            self._at += by
            self._trial = None
            self.reading.drop("tried")
            self._show_answer()

    def look_at(self, trial: Trial) -> None:
        """Show what would be with other duties."""
        source, board, person = self._source(), self._board, self.person
        if source is None or board is None or person is None or not self._answers:
            return
        self._trial = trial
        helpers = self._answers[self._at].helpers
        fetch = partial(source.tried, board.case, person.person, helpers, trial, board.first)
        self.reading.ask("tried", fetch, self._take_trial)

    def leave_trial(self) -> None:
        """Back to the duties as they are."""
        self._trial = None
        self.reading.drop("tried")
        self._show_answer()

    def show_paper(self) -> None:
        """The sheet of who is shown, to print or to save; why there is none is said in place."""
        board, person = self._board, self.person
        if board is None or person is None:
            return
        sheet = paper.care_sheet(board.case, person.person, person.name)
        self._drop_paper()
        self._paper = PaperDialog(self._workplace, sheet, self)
        try:
            self._paper.show_pages()
        except Refused as refused:
            self._drop_paper()
            self.pane.say_no_paper(wording.refused(refused))
        else:
            self._paper.open()

    def _drop_paper(self) -> None:
        if self._paper is not None:
            self._paper.close()
            self._paper.deleteLater()
            self._paper = None

    def _take_board(self, board: CareBoard) -> None:
        self._board = board
        desk = self._workplace.acts.desk
        if desk is not None:
            self.map.near.look(desk, board.case)
            self._parents = desk.rosters.board(board.case).parents
        self._show_board()

    def _show_board(self) -> None:
        person, board = self.person, self._board
        if board is None or person is None:
            self.list.set_person(None, self._workplace.today(), None)
            self._say_empty(*NOBODY)
            self.oriented.emit()
            return
        self._person = person.person
        self.list.set_period(board.days, board.first)
        self.list.set_person(person, self._workplace.today(), self._key)
        self.oriented.emit()
        if not person.needed:
            self._say_no_need(board, person)
        elif self._key is not None and self._key in person.helpers:
            trial = self._trial
            self.choose(self._key)
            self._trial = trial
        else:
            self._key = None
            self._set_answers(person.answers, "")

    def _take_answers(self, answers: tuple[Answer, ...]) -> None:
        person = self.person
        if person is None or self._key is None or self._key not in person.helpers:
            return
        if answers:
            self._set_answers(answers, "")
        else:
            name = person.helpers[self._key].name
            note = f"Mit {name} gibt es keine Kombination. Gezeigt ist die beste ohne."
            self._set_answers(person.answers, note)

    def _set_answers(self, answers: tuple[Answer, ...], note: str) -> None:
        before = self._answers[self._at].helpers if self._answers else ()
        self._answers, self._note = answers, note
        kept = [each.helpers for each in answers]
        self._at = kept.index(before) if before in kept else 0
        if self._trial is not None:
            self.look_at(self._trial)
        else:
            self._show_answer()

    def _show_answer(self) -> None:
        board, person = self._board, self.person
        if board is None or person is None or not self._answers:
            return
        answer = self._answers[self._at]
        with_place = self._key is not None and self._key in answer.helpers
        among = person.helpers[self._key].name if with_place and self._key is not None else ""
        count, decided = len(self._answers), self._decided(board, person)
        shown = Shown(board, person, answer, self._at, count, among, self._note, decided)
        self.pane.show_answer(shown, self._parents)
        self.right.setCurrentWidget(self._scroll)
        places = [key for key in answer.helpers if person.helpers[key].provider is not None]
        lead = self._key if self._key is not None else next(iter(places), None)
        self.list.choose(lead)
        self.map.show_cards(person.cards, [*([lead] if lead is not None else []), *places])

    def _decided(self, board: CareBoard, person: PersonCare) -> frozenset[int]:
        """The keys of those something is decided about."""
        desk = self._workplace.acts.desk
        choices = desk.care.choices(board.case) if desk is not None else ()
        about = {
            (each.draft.provider, each.draft.carer)
            for each in choices
            if each.person == person.person
        }
        helpers = person.helpers.values()
        return frozenset(each.key for each in helpers if (each.provider, each.carer) in about)

    def _take_trial(self, answer: Answer) -> None:
        if self._trial is not None:
            trial = self._trial
            self._show_answer()
            self.pane.show_trial(answer, trial)

    def _say_no_need(self, board: CareBoard, person: PersonCare) -> None:
        act = "Dienste und Wege …"
        unknown = any(each.unsaid is Unsaid.NOTHING_KNOWN for each in board.left)
        if unknown:
            title, said = NO_DUTIES
            self._say_empty(title, said.format(name=person.name), act)
        else:
            told = [f"Zu jeder Zeit ist jemand für {person.name} da."]
            told += [telling.left(each) for each in board.left]
            told.append(words.reasons(person.said))
            self._say_empty(NO_NEED, " ".join(filter(None, told)), act)

    def _say_empty(self, title: str, said: str, act: str = "") -> None:
        self.empty.say(title, said, act)
        self.right.setCurrentWidget(self.empty)

    def _decide(self, draft: ChoiceDraft) -> None:
        person = self.person
        if person is None:
            return
        key = person.person

        def command(desk: Desk) -> Done:
            done = desk.care.decide(key, draft)
            self.pane.decisions.settle()
            return done

        self._workplace.acts.do(command, self)

    def _take_back(self, helper: Helper) -> None:
        person = self.person
        if person is not None:
            key = person.person
            self._workplace.acts.do(
                lambda desk: desk.care.forget(key, provider=helper.provider, carer=helper.carer),
                self,
            )

    def _stretch(self, by: int) -> None:
        """The four weeks before or after."""
        if self._board is not None:
            self._first = self._board.first + timedelta(days=by * self._board.days)
            self.refresh()

    def _refused(self, refused: Refused, initiator: QObject | None) -> None:
        if initiator is self:
            self.pane.refuse(refused)

    def _not_read(self, refused: Refused) -> None:
        self._say_empty("Nichts zu berechnen", wording.refused(refused))

    def _unavailable(self, trouble: Unavailable) -> None:
        self._say_empty(*wording.unavailable(trouble))

    def _connect(self) -> None:
        self.list.chosen.connect(self.choose)
        self.list.opened.connect(self.both.show_side)
        self.map.chosen.connect(self.choose)
        self.pane.walked.connect(self.walk)
        self.pane.decided.connect(self._decide)
        self.pane.forgotten.connect(self._take_back)
        self.pane.tried.connect(self.look_at)
        self.pane.trial_left.connect(self.leave_trial)
        self.pane.week.stretch_wanted.connect(self._stretch)
        self.pane.paper_wanted.connect(self.show_paper)
        self.empty.accepted.connect(self._ask_duties)
        self.reading.refused.connect(self._not_read)
        self.reading.unavailable.connect(self._unavailable)
        self._workplace.acts.refused.connect(self._refused)

    def _ask_duties(self) -> None:
        if self._case is not None:
            self.duties_wanted.emit(self._case)
