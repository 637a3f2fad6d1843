"""The talks of a case: what is planned, what was said, and what that means."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.done import Done, Topic
from app.records.papers import PaperKind
from app.records.staying import AmbassadorView, CaseTalks, TalkView
from app.rules.facts import NO, YES, FactKey
from app.rules.staying import Level, TalkKind
from ui.page import Workplace
from ui.staying import words
from ui.staying.ambassador_form import AmbassadorForm
from ui.staying.form_dialog import FormDialog
from ui.staying.leaving_form import LeavingForm
from ui.staying.talk_form import TalkForm
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_room import ListRoom
from ui.widgets.paper_dialog import open_paper, paper
from ui.widgets.paragraphs import Paragraphs, quiet_link
from ui.widgets.runs import Run
from ui.widgets.scrolling import column_on
from ui.widgets.section import Section, text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.services.papers import PaperOrder

_KINDS = tuple(TalkKind)
GONE = "gegangen"
NOTHING = "Nichts deutet darauf hin, dass jemand gehen will."


class TalksRoom(ListRoom):
    """The talks after 30 days, 100 days and a year stand here as the plan has them, before anything
    is written down; others come by hand. What of them means that somebody may go stands above, a
    leaving and the people who speak for the region below."""

    about_case = True
    topics = frozenset({Topic.SUPPORT, Topic.PLAN, Topic.CANDIDATES})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        self._seen: CaseTalks | None = None
        self._talks: dict[int, TalkView] = {}
        self.signs = Section("Bleiben")
        self.signals = Paragraphs()
        self.advice = text_label("", Tone.SECOND)
        self.leaving = Paragraphs()
        self.leaving_link = quiet_link("", self._ask_leaving, "arrow-right")
        self.speakers = QVBoxLayout()
        self.returning_link = quiet_link("", self._turn_returning, "undo-2")
        self.sheet_link = link("Gesprächsbla&tt", self._print, "printer")
        form = TalkForm(workplace)
        empty = EmptyState(
            "message-square",
            "Noch kein Gespräch",
            "Sobald der erste Arbeitstag eingetragen ist, stehen hier die Gespräche nach 30 Tagen, "
            "nach 100 Tagen und nach einem Jahr.",
            "Gespräch eintragen",
        )
        self._talk_form = form
        super().__init__(workplace, "Gespräche", form, empty, parent)

    def shows(self, case_id: int | None) -> None:
        if case_id != self.case_id:
            self._shown, self._fresh = None, False
            self.form.settle()
        super().shows(case_id)

    def lines(self) -> Sequence[tuple[int, str, str]]:
        if self.desk is None or self.case_id is None:
            return ()
        self._seen = self.desk.staying.of_case(self.case_id)
        today = self.workplace.today()
        before = self._talks.get(self._shown or 0)
        self._talks = {_key(view): view for view in self._seen.talks}
        if before is not None and self._shown not in self._talks:
            self._shown = self._same(before)
        self._tell(self._seen)
        return [(key, *words.talk_line(view, today)) for key, view in self._talks.items()]

    def _same(self, talk: TalkView) -> int | None:
        """The line of a talk of the plan that was written down, or is not any more, since."""
        of_plan = talk.draft.kind is not TalkKind.OTHER
        found = [key for key, each in self._talks.items() if each.draft.kind is talk.draft.kind]
        return found[0] if of_plan and found else None

    def show_row(self, row_id: int) -> None:
        self._fill(self._talks[row_id])

    def show_new(self) -> None:
        self._fill(None)

    def reveal(self, row_id: int) -> None:
        self.refresh()
        if row_id in self._talks:
            self.choose(row_id)

    def orientation(self) -> list[Run]:
        if self._seen is None:
            return []
        level = GONE if _is_gone(self._seen) else words.LEVELS[self._seen.level]
        return [Run("Bleiben: ", tone=Tone.SECOND), Run(level, strong=True)]

    def above(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        self.signs.body.addWidget(self.signals)
        self.signs.body.addWidget(self.advice)
        column.addWidget(self.signs)
        return holder

    def beside(self) -> QWidget:
        holder, column = column_on(spacing=12)
        self._talk_head = Section("Gespräch", self.sheet_link)
        self._talk_head.body.addWidget(self.form)
        column.addWidget(self._talk_head)
        gone = Section("Weggang")
        gone.body.addWidget(self.leaving)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.leaving_link)
        both.addWidget(self.returning_link)
        both.addStretch(1)
        gone.body.addLayout(both)
        column.addWidget(gone)
        add = link("&Eintragen", partial(self._ask_ambassador, None), "plus")
        add.setAccessibleName("Botschafter*in eintragen")
        speaks = Section("Spricht für die Region", add)
        self.speakers.setSpacing(2)
        speaks.body.addLayout(self.speakers)
        column.addWidget(speaks)
        column.addStretch(1)
        return holder

    def _fill(self, view: TalkView | None) -> None:
        if self._seen is None or self.case_id is None:
            return
        self._talk_head.say(words.talk_title(view))
        self._talk_form.show_talk(self.case_id, view, list(self._seen.people))
        self.sheet_link.setVisible(view is not None)

    def _tell(self, seen: CaseTalks) -> None:
        is_gone = _is_gone(seen)
        self.signs.say("Bleiben", GONE if is_gone else words.LEVELS[seen.level])
        told = [] if is_gone else [words.signal(each) for each in seen.signals]
        calm = "Der Fall ist abgeschlossen." if is_gone else NOTHING
        self.signals.set_texts(told or [calm])
        advice = words.next_act(seen.signals)
        self.advice.setText(f"Vorschlag: {advice}" if advice else "")
        self.advice.setVisible(seen.level is not Level.CALM and not is_gone)
        gone = seen.leaving
        self.leaving.set_texts([words.leaving(gone)] if gone else [])
        self.leaving_link.setText("Weggang ändern …" if gone else "Weggang vermerken …")
        back = self._is_returning()
        self.returning_link.setText(
            "Doch keine Rückkehr" if back else "Als Rückkehr in die Region vermerken"
        )
        self._tell_speakers(seen.ambassadors)

    def _tell_speakers(self, found: Sequence[AmbassadorView]) -> None:
        while (item := self.speakers.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        today = self.workplace.today()
        for each in found:
            name, beside = words.ambassador(each, today)
            told = f"{name}: {words.KINDS[each.draft.kind]}"
            line = quiet_link(told, partial(self._ask_ambassador, each))
            line.setToolTip(beside)
            self.speakers.addWidget(line)
        if not found:
            self.speakers.addWidget(text_label("Noch niemand aus diesem Haushalt.", Tone.SECOND))

    def _is_returning(self) -> bool:
        if self.desk is None or self.case_id is None:
            return False
        facts = self.desk.candidates.case(self.case_id).facts
        return any(each.key == FactKey.RETURNING.value and each.value == YES for each in facts)

    def _turn_returning(self) -> None:
        if self.case_id is not None:
            value = NO if self._is_returning() else YES
            self.acts.do(partial(_returning, self.case_id, value), self)

    def _print(self) -> None:
        view = self._talks.get(self._shown or 0)
        if view is None or self.case_id is None or self.desk is None:
            return
        name = self.desk.candidates.head(self.case_id).name
        order = partial(_order, self.case_id, view.draft.kind, view.id)
        left_out = "Auf dem Blatt stehen nur Fragen, der Name und der Tag."
        open_paper(self.workplace, paper(order, PaperKind.TALK, self.case_id, name, left_out), self)

    def _ask_leaving(self) -> None:
        if self._seen is not None and self.case_id is not None:
            form = LeavingForm(self.workplace, self.case_id, self._seen)
            FormDialog("Weggang", form, self).open()

    def _ask_ambassador(self, shown: AmbassadorView | None) -> None:
        if self._seen is None or self.case_id is None or self.desk is None:
            return
        consents = self.desk.staying.consents_for(self.case_id)
        form = AmbassadorForm(self.workplace, self.case_id, self._seen, consents, shown)
        FormDialog("Spricht für die Region", form, self).open()


def _is_gone(seen: CaseTalks) -> bool:
    """Whether they left and the case was closed: then nobody is asked to look after it."""
    return seen.closed and seen.leaving is not None


def _key(view: TalkView) -> int:
    """Its id, below zero where nothing is written down."""
    return view.id if view.id is not None else -1 - _KINDS.index(view.draft.kind)


def _returning(case: int, value: str, desk: Desk) -> Done:
    return desk.household.record(case, None, FactKey.RETURNING, value)


def _order(case: int, kind: TalkKind, talk: int | None, desk: Desk) -> PaperOrder:
    return desk.staying.sheet(case, kind, talk)
