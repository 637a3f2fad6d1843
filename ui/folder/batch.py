"""Folders of many families: which, in which language, how composed; then where they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCloseEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.content.languages import OFFICE_LANGUAGE
from app.done import Topic
from app.errors import Refused, Unavailable
from app.progress import Step
from app.records.batches import BatchFolder, BatchMade, BatchOrder
from app.records.cases import CaseOrder, CaseQuery, CaseState
from app.records.compositions import STANDARD, Composition
from ui import theme, wording
from ui.jobs import Job
from ui.page import Workplace
from ui.widgets.buttons import primary, push
from ui.widgets.field import Field
from ui.widgets.paragraphs import Paragraphs, wrapped

if TYPE_CHECKING:
    from app.desk import Desk

WIDE, HIGH, LABEL = 560, 620, 128
SHOWN = 500  # lines of the list; a search finds the others
STATES = {
    CaseState.RUNNING: "laufende Fälle",
    CaseState.HELD: "ruhende Fälle",
    CaseState.CLOSED: "beendete Fälle",
    CaseState.ALL: "alle Fälle",
}


class BatchDialog(QDialog):
    """`families` can be ticked; `save_button` asks for a folder and writes, `stop_button` ends it
    after the folders under way. What became of it is said in place."""

    def __init__(self, workplace: Workplace, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._desk = desk
        self._job: Job[BatchMade] | None = None
        self._picked: set[int] = set()
        self.setWindowTitle("Mappen vieler Familien")
        self.setModal(True)
        self.words = QLineEdit()
        self.words.setPlaceholderText("Name, Ort, Arbeitgeber")
        self.words.setClearButtonEnabled(True)
        self.state = QComboBox()
        for state, word in STATES.items():
            self.state.addItem(word, state)
        self.families = QListWidget()
        self.families.setAccessibleName("Familien")
        self.families.setSpacing(theme.px(self, 3))
        self.language = QComboBox()
        self.bilingual = QCheckBox("Z&weisprachig (mit Deutsch)")
        self.bilingual.setChecked(workplace.settings.bilingual)
        self.composition = QComboBox()
        self._said = wrapped()
        theme.set_face(self._said, "strong")
        self._more = Paragraphs()
        self._progress = QProgressBar()
        self._progress.setAccessibleName("Fortschritt")
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._fill()
        self._lay_out()
        self.words.textChanged.connect(self._list)
        self.state.activated.connect(self._list)
        self.families.itemChanged.connect(self._ticked)
        self._list()

    @property
    def picked(self) -> tuple[int, ...]:
        """The cases that are ticked, whether the list shows them now or not."""
        return tuple(sorted(self._picked))

    def said(self) -> str:
        """All that it says, a line a paragraph."""
        return "\n".join(text for text in (self._said.text(), self._more.text()) if text)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._let_go()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        self._let_go()
        super().done(result)

    def _fill(self) -> None:
        self.language.addItem("die Sprache jeder Familie", None)
        for code, name in self._desk.folders.languages():
            self.language.addItem(name, code)
        self.composition.addItem("wie bei jedem Fall", None)
        self.composition.addItem("Standard", STANDARD)
        for kept in self._desk.compositions.saved():
            self.composition.addItem(kept.name, kept.composition)

    def _lay_out(self) -> None:
        self.save_button = primary("&Speichern …", self._save, "download", key="Ctrl+S")
        self.save_button.setDefault(True)
        self.stop_button = push("A&bbrechen", self._stop)
        self.stop_button.hide()
        self._close_button = push("S&chließen", self.close)
        chosen = QHBoxLayout()
        chosen.setSpacing(8)
        self._all = push("&Alle auswählen", self._pick_all)
        self._none = push("Auswahl auf&heben", self._pick_none)
        chosen.addWidget(self._all)
        chosen.addWidget(self._none)
        chosen.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._progress, 1)
        foot.addStretch(1)
        for button in (self.stop_button, self._close_button, self.save_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(Field("S&uche", self.words, label_wide=LABEL))
        column.addWidget(Field("&Fälle", self.state, label_wide=LABEL))
        column.addWidget(self.families, 1)
        column.addLayout(chosen)
        column.addWidget(Field("S&prache", self.language, label_wide=LABEL))
        column.addWidget(self.bilingual)
        column.addWidget(Field("&Zusammenstellung", self.composition, label_wide=LABEL))
        column.addSpacing(8)
        column.addWidget(self._said)
        column.addWidget(self._more)
        column.addLayout(foot)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.resize(theme.px(self, WIDE), theme.px(self, HIGH))

    def _found(self) -> list[int]:
        query = CaseQuery(
            words=self.words.text(), state=self.state.currentData(), order=CaseOrder.NAME
        )
        return list(self._workplace.lists.case_ids(query))

    def _list(self) -> None:
        ids = self._found()
        self.families.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.families.clear()
        for row in self._workplace.lists.case_rows(ids[:SHOWN]):
            item = QListWidgetItem(row.name)
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_checked(row.id in self._picked))
            self.families.addItem(item)
        self.families.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._hidden = max(len(ids) - SHOWN, 0)
        self._tell_picked()

    def _ticked(self, item: QListWidgetItem) -> None:
        case = int(item.data(Qt.ItemDataRole.UserRole))
        if item.checkState() is Qt.CheckState.Checked:
            self._picked.add(case)
        else:
            self._picked.discard(case)
        self._tell_picked()

    def _pick_all(self) -> None:
        self._picked.update(self._found())
        self._list()

    def _pick_none(self) -> None:
        self._picked.clear()
        self._list()

    def _tell_picked(self) -> None:
        count = len(self._picked)
        self._said.setText(
            f"{_families(count)} ausgewählt." if count else "Noch ist keine Familie ausgewählt."
        )
        more = f"{self._hidden} weitere zeigt die Suche." if self._hidden else ""
        self._more.set_texts([more] if more else [])
        self.save_button.setEnabled(bool(count) and self._job is None)

    def _save(self) -> None:
        out = self._workplace.asking.folder("Ordner für die Mappen")
        if out is None or not self._picked:
            return
        composition = self.composition.currentData()
        order = BatchOrder(
            self.language.currentData(),
            self.bilingual.isChecked() and self.language.currentData() != OFFICE_LANGUAGE,
            self._workplace.settings.translation_notice,
            composition if isinstance(composition, Composition) else None,
        )
        job = Job(self._desk.folder_batches.save(self.picked, out, order), "Mappen werden gemacht")
        self._job = job
        after = _After(self._workplace, job)
        job.finished.connect(after.ended)
        job.cancelled.connect(after.cancelled)
        job.stepped.connect(self._stepped)
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._cancelled)
        self._work(on=True)
        self._said.setText(f"{_folders(len(self._picked))} werden gemacht …")
        self._workplace.workshop.start(job)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._said.setText("Wird abgebrochen …")

    def _let_go(self) -> None:
        """Closed meanwhile, it goes on, with progress and cancel in the message bar."""
        job, self._job = self._job, None
        if job is not None:
            job.stepped.disconnect(self._stepped)
            job.finished.disconnect(self._finished)
            job.failed.disconnect(self._failed)
            job.cancelled.disconnect(self._cancelled)

    def _stepped(self, step: Step) -> None:
        self._progress.setRange(0, step.total)
        self._progress.setValue(step.done)

    def _finished(self, made: BatchMade) -> None:
        self._job = None
        self._work(on=False)
        self._picked = {each.case for each in made.failed}
        self._list()
        written = len(made.written)
        self._said.setText(f"{_folders(written)} {_lie(written)} in „{made.folder.name}“.")
        told = (
            *(_failure(each) for each in made.failed),
            *(_lacking(each) for each in made.written),
            "" if made.done or not written else UNRECORDED,
        )
        self._more.set_texts([text for text in told if text])

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._work(on=False)
        if isinstance(error, Unavailable):
            self._said.setText(" ".join(wording.unavailable(error)))
        elif isinstance(error, Refused):
            self._said.setText(wording.refused(error))
        else:
            raise error

    def _cancelled(self) -> None:
        self._job = None
        self._work(on=False)
        self._said.setText("Abgebrochen. Was fertig war, liegt im Ordner und ist vermerkt.")

    def _work(self, *, on: bool) -> None:
        self._progress.setVisible(on)
        self._progress.setRange(0, 0)
        self.stop_button.setVisible(on)
        for widget in (
            *(self.words, self.state, self.families, self.language, self.bilingual),
            *(self.composition, self._all, self._none),
        ):
            widget.setEnabled(not on)
        self.save_button.setEnabled(not on and bool(self._picked))


class _After(QObject):
    """Tells everyone what was recorded, whether the dialog is still there or not."""

    def __init__(self, workplace: Workplace, job: QObject) -> None:
        super().__init__(job)
        self._acts = workplace.acts

    def ended(self, made: BatchMade) -> None:
        if made.done is not None:
            self._acts.take(made.done)

    def cancelled(self) -> None:
        self._acts.changed.emit(frozenset({Topic.FOLDERS}), None)


UNRECORDED = "Die Datei ist nur zum Lesen geöffnet: Dieser Zugriff ist nicht vermerkt."


def open_batch(workplace: Workplace | None, parent: QWidget) -> BatchDialog | None:
    """The dialog; None while the file is being opened."""
    desk = workplace.acts.desk if workplace is not None else None
    if workplace is None or desk is None:
        return None
    dialog = BatchDialog(workplace, desk, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _checked(is_so: bool) -> Qt.CheckState:  # noqa: FBT001 - a conversion
    return Qt.CheckState.Checked if is_so else Qt.CheckState.Unchecked


def _families(count: int) -> str:
    return "1 Familie" if count == 1 else f"{count} Familien"


def _folders(count: int) -> str:
    return "1 Mappe" if count == 1 else f"{count} Mappen"


def _lie(count: int) -> str:
    return "liegt" if count == 1 else "liegen"


def _failure(each: BatchFolder) -> str:
    """Which family has no folder, and why."""
    who = each.name or f"Fall {each.case}"
    if isinstance(each.error, Unavailable):
        return f"{who}: {' '.join(wording.unavailable(each.error))}"
    if isinstance(each.error, Refused):
        return f"{who}: {wording.refused(each.error)}"
    return f"{who}: Die Mappe konnte nicht gemacht werden. Näheres steht im Protokoll."


def _lacking(each: BatchFolder) -> str:
    """What no font has, of a folder that was written."""
    signs = each.made.not_printable if each.made is not None else ()
    return f"{each.name}: In den Schriften fehlt {' '.join(signs)}" if signs else ""
