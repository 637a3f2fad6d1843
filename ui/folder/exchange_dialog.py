"""Exchange sheets: what is new since a print, the pack as it will be printed, saved or printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import Refused, Unavailable
from app.folder.file_names import FileKind, proposed
from app.records.exchanges import ExchangeState
from app.records.folders import FolderMade
from ui import theme, wording
from ui.asking import PDF_FILES
from ui.folder import news
from ui.folder.given import RoomyDelegate
from ui.folder.preview import FolderPreview
from ui.jobs import Job
from ui.theme import Tone
from ui.widgets.buttons import primary, push
from ui.widgets.printing import PrintTask, print_pdf

if TYPE_CHECKING:
    from app.desk import Desk
    from ui.page import Workplace

WIDE, HIGH, LIST = 1080, 640, 360


class ExchangeDialog(QDialog):
    """The pack for one family. `show_pages` before it is opened."""

    def __init__(
        self,
        workplace: Workplace,
        case_id: int,
        name: str,
        state: ExchangeState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._case = case_id
        self._name = name
        self._state = state
        self._since = state.since.id
        self._data = b""
        self.setWindowTitle(f"Austauschblätter für {name}")
        self.resize(theme.px(self, WIDE), theme.px(self, HIGH))
        self.sentence = QLabel(news.pack(state))
        self.sentence.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Blätter, die ausgetauscht werden")
        self.list.setWordWrap(True)
        self.list.setItemDelegate(RoomyDelegate(self.list))
        self.list.addItems([news.change(each) for each in state.sheets])
        self.preview = FolderPreview()
        self.preview.whole.hide()
        self.save_button = push("Als PDF …", self._save, "download", key="Ctrl+S")
        self.print_button = primary("Drucken …", self._print, "printer", key="Ctrl+P")
        self._lay_out()

    def show_pages(self) -> None:
        """Show the pack as it would be written now; raises `Refused` where there is none."""
        desk = self._desk
        if desk is not None:
            self._data = desk.exchanges.preview(self._case, self._since)
            self.preview.show_file(self._data)

    @property
    def _desk(self) -> Desk | None:
        return self._workplace.acts.desk

    def _save(self) -> None:
        desk = self._desk
        if desk is None:
            return
        proposal = proposed(
            self._case,
            self._state.language,
            bilingual=self._state.bilingual,
            on=self._workplace.today(),
            kind=FileKind.EXCHANGE,
        )
        path = self._workplace.asking.save_file(
            "Austauschblätter speichern", proposal, PDF_FILES, ".pdf"
        )
        if path is None:
            return
        work = desk.exchanges.save(self._case, self._since, path)
        job = Job(work, "Austauschblätter werden geschrieben")
        job.finished.connect(self._saved)
        job.failed.connect(self._failed)
        self._workplace.workshop.start(job)

    def _saved(self, made: FolderMade) -> None:
        if made.done is not None:
            self._workplace.acts.take(made.done, self)
        self.accept()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Unavailable):
            self._workplace.asking.tell(*wording.unavailable(error))
        elif isinstance(error, Refused):
            self._workplace.asking.tell(
                "Die Austauschblätter wurden nicht geschrieben.", wording.refused(error)
            )
        else:
            raise error

    def _print(self) -> None:
        desk = self._desk
        if desk is None or not self._data:
            return
        task = PrintTask(
            self._data,
            f"Austauschblätter {self._name}",
            "die Austauschblätter",
            partial(
                _note_printed, self._workplace, self._case, desk.exchanges.measured(self._data)
            ),
        )
        if print_pdf(self._workplace, task, self):
            self.accept()

    def _lay_out(self) -> None:
        theme.set_tone(self.sentence, Tone.SECOND)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(8)
        head.addWidget(self.sentence, 1)
        head.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignTop)
        left = QVBoxLayout()
        left.setContentsMargins(16, 0, 0, 0)
        left.addWidget(self.list)
        holder = QWidget()
        holder.setLayout(left)
        holder.setFixedWidth(theme.px(self, LIST))
        body = QHBoxLayout()
        body.setSpacing(8)
        body.addWidget(holder)
        body.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(body, 1)


def _note_printed(workplace: Workplace, case_id: int, made: FolderMade) -> None:
    """The dialog is gone by then."""
    desk = workplace.acts.desk
    if desk is not None and desk.privacy.is_recorded:
        workplace.acts.do(lambda at: at.exchanges.record_printed(case_id, made))
