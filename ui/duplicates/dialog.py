"""Providers entered twice: the pairs, both entries side by side, one decision after the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.done import Act, Done, Topic
from app.errors import Refused, Unavailable
from app.progress import Step
from app.records.merging import Comparison, Pair
from ui import theme, wording
from ui.duplicates import words
from ui.duplicates.compare import CompareView
from ui.duplicates.model import PairView
from ui.jobs import Job
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets.buttons import link, primary, push
from ui.widgets.empty_state import EmptyState
from ui.widgets.paragraphs import wrapped

WIDE, HIGH, LIST_WIDE = 1286, 692, 372
ROOMY = 1_000  # pixels at 100 %: below, the message stands above the buttons


class DuplicatesDialog(QDialog):
    """Each decision is one act, taken back with Ctrl+Z."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._found: tuple[Pair, ...] = ()
        self._job: Job[tuple[Pair, ...]] | None = None
        self.setWindowTitle("Doppelte Anbieter")
        self.setModal(True)
        self.list = PairView()
        self.compare = CompareView(workplace.today)
        self.summary = wrapped("", Tone.SECOND)
        self.message = wrapped("")
        self.undo = link("Rückgängig", workplace.acts.undo, "undo-2")
        self.undo.setToolTip("Die letzte Entscheidung zurücknehmen (Strg+Z)")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self.apart = push("Sind &verschieden", self._keep_apart, "x")
        self.apart.setToolTip("Beide bleiben und werden nicht mehr als Paar gezeigt")
        self.next = push("&Nächstes Paar", self.list.go_on, "chevron-down", key="Ctrl+Down")
        self.again = push("Neu suchen", self.search, "search")
        self.act = primary("Zusammenführen", self._merge, "check", key="Ctrl+Return")
        self._empty = EmptyState(
            "check",
            "Keine doppelten Anbieter gefunden",
            "Verglichen werden Name und Klang, Anschrift, Lage, Telefon, E‑Mail und Internetseite.",
        )
        self._lay_out()
        acts = workplace.acts
        acts.changed.connect(self._changed)
        acts.done.connect(self._done)
        acts.refused.connect(self._refused)
        acts.steps_back.connect(self._show_undo)
        self.list.chosen.connect(self._show_pair)
        for keys, act in (
            ("Ctrl+Z", acts.undo),
            ("Ctrl+Shift+Z", acts.redo),
            ("Ctrl+Y", acts.redo),
        ):
            QShortcut(QKeySequence(keys), self, act)
        QShortcut(QKeySequence("F6"), self, self.compare.lead)
        self._show_undo()
        self.search()

    def search(self) -> None:
        """Look for pairs anew, as a job; what was found before stays until it is done."""
        desk = self._workplace.acts.desk
        if desk is None or self._job is not None:
            return
        job = Job(desk.duplicates.pairs(), "Anbieter werden verglichen")
        job.stepped.connect(self._stepped)
        job.finished.connect(self._searched)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._ended)
        self._job = job
        self.again.setEnabled(False)
        self._progress.setRange(0, 0)
        self._stack.setCurrentWidget(self._both if self._found else self._waiting)
        self.summary.setText("Alle Anbieter werden miteinander verglichen …")
        self._workplace.workshop.start(job)

    def done(self, result: int) -> None:
        """Closing stops the search."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def _stepped(self, step: Step) -> None:
        self._progress.setRange(0, 2 * step.total)
        half = step.total if step.what == "comparing_providers" else 0
        self._progress.setValue(half + step.done)

    def _searched(self, found: tuple[Pair, ...]) -> None:
        self._ended()
        self._found = found
        self._show_pairs(same=False)
        self.list.setFocus()

    def _failed(self, error: Exception) -> None:
        self._ended()
        if not isinstance(error, Unavailable):
            raise error
        self._workplace.asking.tell(*wording.unavailable(error))

    def _ended(self) -> None:
        self._job = None
        self.again.setEnabled(True)

    def _show_pairs(self, *, same: bool) -> None:
        desk = self._workplace.acts.desk
        if desk is None:
            return
        pairs = desk.duplicates.still_open(self._found)
        self.list.show_pairs(pairs, same=same)
        self._stack.setCurrentWidget(self._both if pairs else self._empty)
        self.summary.setText(words.summary(len(pairs)))
        for button in (self.act, self.apart, self.next):
            button.setEnabled(bool(pairs))
        self._show_pair()

    def _show_pair(self, _key: object = None) -> None:
        pair = self.list.current()
        seen = None if pair is None else self._comparison(pair)
        self.compare.show_entries(seen, words.told(pair) if pair is not None else "")
        self.act.setEnabled(seen is not None)
        self.apart.setEnabled(seen is not None)

    def _comparison(self, pair: Pair) -> Comparison | None:
        desk = self._workplace.acts.desk
        if desk is None:
            return None
        try:
            return desk.duplicates.comparison(pair.first.id, pair.second.id)
        except Refused:
            return None

    def _merge(self) -> None:
        seen = self.compare.seen
        if seen is None:
            return
        picks = self.compare.picks()
        reason = words.merged_into(seen.united(picks).organisation)
        kept, dropped = seen.kept.id, seen.dropped.id
        acts = self._workplace.acts
        acts.do(lambda desk: desk.duplicates.merge(kept, dropped, picks, reason), self)

    def _keep_apart(self) -> None:
        seen = self.compare.seen
        if seen is not None:
            one, other = seen.kept.id, seen.dropped.id
            acts = self._workplace.acts
            acts.do(lambda desk: desk.duplicates.keep_apart(one, other), self)

    def _refused(self, refused: Refused, initiator: object) -> None:
        if initiator is self:
            self.message.setText(wording.refused(refused))

    def _changed(self, topics: frozenset[Topic], _initiator: object) -> None:
        if Topic.PROVIDERS in topics and self._found:
            self._show_pairs(same=True)

    def _done(self, did: Done) -> None:
        if did.act is not Act.CASE_VIEWED:
            self.message.setText(wording.done(did))
            self._show_undo()

    def _show_undo(self) -> None:
        self.undo.setVisible(self._workplace.acts.can_undo and bool(self.message.text()))

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._both = QSplitter(Qt.Orientation.Horizontal)
        self._both.setHandleWidth(1)
        self._both.addWidget(self.list)
        self._both.addWidget(self.compare)
        self._both.setStretchFactor(1, 1)
        self._both.setChildrenCollapsible(False)
        self._waiting = QWidget()
        waiting = QVBoxLayout(self._waiting)
        waiting.setContentsMargins(24, 24, 24, 24)
        waiting.addWidget(self._progress)
        waiting.addStretch(1)
        self._stack = QStackedWidget()
        for page in (self._waiting, self._both, self._empty):
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 10)
        head.addWidget(self.summary, 1)
        head.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(_line())
        outer.addWidget(self._stack, 1)
        outer.addWidget(_line())
        wide, high = self._size()
        outer.addLayout(self._foot(roomy=wide >= theme.px(self, ROOMY)))
        self.resize(wide, high)
        side = min(theme.px(self, LIST_WIDE), wide * 2 // 5)
        self._both.setSizes([side, wide - side])

    def _foot(self, *, roomy: bool) -> QVBoxLayout:
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self.message, 1)
        said.addWidget(self.undo)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        if roomy:
            buttons.addLayout(said, 1)
            buttons.addSpacing(8)
        else:
            buttons.addStretch(1)
        buttons.addWidget(push("Schließen", self.reject))
        for button in (self.next, self.apart, self.act):
            button.setEnabled(False)
            buttons.addWidget(button)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 10, 16, 10)
        foot.setSpacing(8)
        if not roomy:
            foot.addLayout(said)
        foot.addLayout(buttons)
        return foot

    def _size(self) -> tuple[int, int]:
        """As wished, within the window it stands over."""
        wide, high = theme.px(self, WIDE), theme.px(self, HIGH)
        parent = self.parentWidget()
        if parent is None:
            return wide, high
        room = parent.window().size()
        return min(wide, room.width() - 40), min(high, room.height() - 40)


def find_duplicates(workplace: Workplace, parent: QWidget) -> DuplicatesDialog:
    """Open the dialog over a page; it deletes itself when it is closed."""
    dialog = DuplicatesDialog(workplace, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _line() -> QFrame:
    line = QFrame()
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(QPalette.ColorRole.Midlight)
    return line
