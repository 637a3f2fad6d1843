"""The verification round: who is due at the left, the answers of one organisation at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.errors import Refused, Unavailable
from app.records.checking import LettersMade
from ui import wording
from ui.asking import PDF_FILES
from ui.checking import words
from ui.checking.due_list import DueList
from ui.checking.reply_pane import ReplyPane
from ui.checking.typed import Typed, reply
from ui.jobs import Job
from ui.page import Workplace
from ui.widgets.empty_state import EmptyState
from ui.widgets.runs import Run
from ui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

MOST = 5_000  # organisations listed at once: more than a county has
SIDE = 880
ROOM = 1180  # pixels at 100 % from which list and answers stand side by side


class RoundScreen(QWidget):
    """`oriented` when the sentence above changed, `form_wanted(provider)` for the whole form.
    What is typed stays, for each organisation, until it is saved."""

    oriented = Signal()
    form_wanted = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._kept: dict[int, Typed] = {}
        self._done: set[int] = set()
        self._sentence = ""
        self.list = DueList()
        self.pane = ReplyPane()
        self.nobody = EmptyState(
            "mail",
            "Keine Einrichtung gewählt",
            "Wählen Sie links eine Einrichtung aus, deren Antwort gekommen ist, oder kreuzen Sie "
            "an, wer einen Brief bekommen soll.",
        )
        self._right = QStackedWidget()
        self._right.addWidget(self.nobody)
        self._right.addWidget(self.pane)
        self.both = SideBySide(self.list, self._right, SIDE, room=ROOM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.both)
        self.list.narrowed.connect(self.refresh)
        self.list.chosen.connect(self.show_organisation)
        self.list.opened.connect(self.both.show_side)
        self.list.number_typed.connect(self._look_up)
        self.list.print_wanted.connect(self._print)
        self.pane.edited.connect(self._mark)
        self.pane.saved.connect(self.save)
        self.pane.form_wanted.connect(self.form_wanted)
        workplace.acts.refused.connect(self._refused)

    def refresh(self) -> None:
        """Fetch who is due; what is chosen and typed stays."""
        desk = self._desk
        if desk is None:
            return
        found = desk.checking.due(replace(self.list.query(), limit=MOST))
        self._done -= {each.id for each in found.organisations}
        asked = sum(each.asked_on is not None for each in found.organisations)
        self._sentence = words.sentence(found, asked, len(self._done))
        self.list.set_round(found, self._begun(), self._workplace.today())
        if self.pane.asked is not None and self._right.currentWidget() is self.pane:
            self._show(self.pane.asked.id)
        self.oriented.emit()

    def orientation(self) -> list[Run]:
        """Prüfrunde: 12 Einrichtungen sind zu prüfen, 3 davon angeschrieben."""
        return [Run("Prüfrunde: ", strong=True), Run(self._sentence)]

    def unsaved(self) -> str:
        """What would be lost if the file were left now."""
        return words.unsaved(len(self._begun()))

    def forget(self) -> None:
        """The file was left: what was typed belonged to it."""
        self._kept.clear()
        self._done.clear()
        self._right.setCurrentWidget(self.nobody)

    def show_organisation(self, key: int) -> None:
        """Show the answers of an organisation."""
        self._show(key)

    def save(self) -> None:
        """Write the answers shown and go on with the next organisation."""
        asked = self.pane.asked
        if asked is None or self._right.currentWidget() is not self.pane:
            return
        key = asked.id
        try:
            wanted = reply(asked, self._typed(key))
        except Refused as refused:
            self.pane.refuse(refused)
            return
        following = self.list.next_after(key)

        def command(desk: Desk) -> Done:
            done = desk.checking.enter(wanted)
            self._kept.pop(key, None)
            self._done.add(key)
            self._go_to(following)
            return done

        self._workplace.acts.do(command, self)

    @property
    def _desk(self) -> Desk | None:
        return self._workplace.acts.desk

    def _typed(self, key: int) -> Typed:
        return self._kept.setdefault(key, Typed())

    def _begun(self) -> frozenset[int]:
        return frozenset(key for key, typed in self._kept.items() if typed.is_begun)

    def _go_to(self, key: int | None) -> None:
        """Where the writing goes on; the list follows with the refresh that comes."""
        if key is None:
            self._right.setCurrentWidget(self.nobody)
        else:
            self._show(key)
            self.pane.start()
        self.list.choose(key)

    def _show(self, key: int) -> None:
        desk = self._desk
        if desk is None:
            return
        try:
            asked = desk.checking.asked(key)
        except Refused:
            self._right.setCurrentWidget(self.nobody)
            return
        self.pane.show_organisation(asked, self._typed(key), self._workplace.today())
        self._right.setCurrentWidget(self.pane)

    def _look_up(self, key: int) -> None:
        """A reference that is not due, or not in this filter."""
        desk = self._desk
        if desk is None:
            return
        try:
            desk.checking.asked(key)
        except Refused as refused:
            self._workplace.asking.tell(
                "Zu diesem Zeichen gibt es keine Einrichtung.", wording.refused(refused)
            )
            return
        self.list.choose(None)
        self._show(key)
        self.both.show_side()

    def _mark(self) -> None:
        self.list.model.set_begun(self._begun())

    def _print(self, ids: Sequence[int]) -> None:
        desk = self._desk
        if desk is None:
            return
        today = self._workplace.today()
        proposal = f"Prüfbriefe {today:%Y-%m-%d}.pdf"
        path = self._workplace.asking.save_file("Briefe speichern", proposal, PDF_FILES, ".pdf")
        if path is not None:
            self._write(desk, ids, path)

    def _write(self, desk: Desk, ids: Sequence[int], path: Path) -> None:
        job = Job(desk.checking.save_letters(ids, path), "Briefe werden geschrieben")
        job.finished.connect(self._written)
        job.failed.connect(self._failed)
        self._workplace.workshop.start(job)

    def _written(self, made: LettersMade) -> None:
        self.list.model.tick(())
        if made.done is not None:
            self._workplace.acts.take(made.done, self)
        told = [words.without_address(made.without_address)] if made.without_address else []
        if made.not_printable:
            told.append(f"Nicht druckbare Zeichen: {' '.join(made.not_printable)}")
        if made.done is None:
            told.append("Die Datei ist anderswo geöffnet: Die Briefe sind nicht vermerkt.")
        if told:
            self._workplace.asking.tell(words.printed(made.letters, made.pages), "\n\n".join(told))

    def _failed(self, error: Exception) -> None:
        asking = self._workplace.asking
        if isinstance(error, Refused):
            asking.tell("Die Briefe wurden nicht geschrieben.", wording.refused(error))
        elif isinstance(error, Unavailable):
            asking.tell(*wording.unavailable(error))
        else:
            raise error

    def _refused(self, refused: Refused, initiator: QObject | None) -> None:
        if initiator is self:
            self.pane.refuse(refused)
