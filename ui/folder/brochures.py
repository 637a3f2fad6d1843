"""Other people's PDFs: taken in, looked at, described, archived."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.content.languages import language_name
from app.errors import Reason, Refused, Unavailable
from app.records.brochures import BrochureDraft, BrochureFound, BrochureRow, Caution, Treatment
from ui import brochure_words, theme, wording
from ui.asking import PDF_FILES
from ui.jobs import Job
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets.buttons import primary, push
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.section import text_label

if TYPE_CHECKING:
    from app.desk import Desk

WIDE, HIGH = 1080, 640
_ASK = frozenset({Reason.PASSWORD_NEEDED, Reason.PASSWORD_WRONG})
_NONE = "nicht angegeben"


class BrochuresDialog(QDialog):
    """The brochures of the office at the left, the chosen one with its pages at the right. What
    was read and not taken in yet is shown like the others, with its own button."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._found: BrochureFound | None = None
        self._row: BrochureRow | None = None
        self._filled = BrochureDraft("")
        self.setWindowTitle("Broschüren")
        self.setModal(True)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.listed = QListWidget()
        self.listed.setAccessibleName("Broschüren")
        self.listed.setWordWrap(True)
        self.listed.setSpacing(2)
        self.listed.currentItemChanged.connect(self._picked)
        self.take = push("&Aufnehmen …", self._ask_for_file, "plus")
        self.facts = text_label("")
        self.title = QLineEdit()
        self.language = QComboBox()
        self.publisher = QLineEdit()
        self.alt = QPlainTextEdit()
        self.alt.setTabChangesFocus(True)
        self.alt.setFixedHeight(theme.px(self, 84))
        self.fields = {
            "title": Field("&Titel", self.title),
            "language": Field("S&prache", self.language),
            "publisher": Field("&Herausgeber", self.publisher),
            "alt": Field("&Beschreibung", self.alt),
        }
        self.archive = push("Archivieren", self._archive)
        self.save = primary("&Speichern", self._save, "check")
        self.preview = PdfPreview("Seiten der Broschüre")
        self._lay_out()
        workplace.acts.changed.connect(self._changed)
        workplace.acts.refused.connect(self._refused)
        self._fill_languages()
        self.refresh()

    @property
    def _desk(self) -> Desk | None:
        return self._workplace.acts.desk

    def refresh(self, wanted: int | None = None) -> None:
        """Show the list anew; `wanted` is chosen, else the one that was."""
        kept = wanted if wanted is not None else self._row.id if self._row else None
        rows = self._desk.brochures.all() if self._desk else ()
        with QSignalBlocker(self.listed):
            self.listed.clear()
            for row in rows:
                item = QListWidgetItem(_listed(row))
                item.setData(Qt.ItemDataRole.UserRole, row)
                self.listed.addItem(item)
                if row.id == kept:
                    self.listed.setCurrentItem(item)
        if self._found is None:
            if self.listed.currentItem() is None and self.listed.count():
                self.listed.setCurrentRow(0)
            self._chosen(self.listed.currentItem())

    def open(self) -> None:
        """Shown while the window behind waits."""
        super().open()
        self.take.setFocus()

    def read(self, path: Path, password: str = "") -> None:
        """Look a file through, while the window goes on."""
        if self._desk is None:
            return
        job = Job(self._desk.brochures.open(path, password), "PDF wird geprüft")
        job.finished.connect(lambda found: self._show_found(found, path))
        job.failed.connect(lambda error: self._not_read(error, path))
        self.take.setEnabled(False)
        job.cancelled.connect(lambda: self.take.setEnabled(True))
        self._workplace.workshop.start(job)

    def _ask_for_file(self) -> None:
        if not self._may_leave():
            return
        path = self._workplace.asking.open_file("Broschüre aufnehmen", PDF_FILES)
        if path is not None:
            self.read(path)

    def _not_read(self, error: Exception, path: Path) -> None:
        self.take.setEnabled(True)
        asking = self._workplace.asking
        if isinstance(error, Refused) and error.reason in _ASK:
            password = asking.text("Kennwort der Datei", wording.refused(error))
            if password:
                self.read(path, password)
        elif isinstance(error, Refused):
            asking.tell("Die Datei wurde nicht aufgenommen.", wording.refused(error))
        elif isinstance(error, Unavailable):
            asking.tell(*wording.unavailable(error))
        else:
            raise error

    def _show_found(self, found: BrochureFound, path: Path) -> None:
        self.take.setEnabled(True)
        self._found, self._row = found, None
        with QSignalBlocker(self.listed):
            self.listed.setCurrentRow(-1)
        title = found.facts.title or path.stem
        self._fill(BrochureDraft(title, found.facts.language))
        self.facts.setText("\n".join(brochure_words.told(found.facts)))
        self.preview.show_bytes(found.content)
        self._pane.setCurrentWidget(self._body)
        self._name_acts(new=True, archived=False)
        needed = found.facts.treatment is not Treatment.TAGGED
        (self.alt if needed else self.title).setFocus()

    def reject(self) -> None:
        """Close; asks where something is typed that is not kept."""
        if self._may_leave():
            super().reject()

    def _may_leave(self) -> bool:
        is_typed = self._pane.currentWidget() is self._body and self._draft() != self._filled
        return not is_typed or self._workplace.asking.discard()

    def _picked(self, item: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        if self._may_leave():
            self._chosen(item)
        else:
            at = -1 if before is None else self.listed.row(before)
            QTimer.singleShot(0, self, partial(self._stay, at))  # not while it changes

    def _stay(self, at: int) -> None:
        with QSignalBlocker(self.listed):
            self.listed.setCurrentRow(at)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        row = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if row is None or self._desk is None:
            self._row = None
            self._pane.setCurrentWidget(self._nothing)
            return
        self._found, self._row = None, row
        self._fill(row.draft)
        self.facts.setText("\n".join(_kept(row)))
        self.preview.show_bytes(self._desk.brochures.preview(row.id))
        self._pane.setCurrentWidget(self._body)
        self._name_acts(new=False, archived=row.archived_on is not None)

    def _fill(self, draft: BrochureDraft) -> None:
        for field in self.fields.values():
            field.say("")
        self.title.setText(draft.title)
        self.publisher.setText(draft.publisher)
        self.alt.setPlainText(draft.alt)
        at = self.language.findData(draft.language)
        if at < 0:
            self.language.addItem(language_name(draft.language), draft.language)
            at = self.language.count() - 1
        self.language.setCurrentIndex(at)
        self._filled = self._draft()

    def _fill_languages(self) -> None:
        self.language.addItem(_NONE, "")
        for tag, name in self._desk.folders.languages() if self._desk else ():
            self.language.addItem(name, tag)

    def _name_acts(self, *, new: bool, archived: bool) -> None:
        self.save.setText("In die &Sammlung aufnehmen" if new else "&Speichern")
        self.archive.setVisible(not new)
        self.archive.setText("Zurückholen" if archived else "Archivieren")

    def _save(self) -> None:
        for field in self.fields.values():
            field.say("")
        draft = self._draft()
        found, row = self._found, self._row
        if found is not None:
            self._workplace.acts.do(lambda desk: desk.brochures.add(found, draft), self)
        elif row is not None:
            self._workplace.acts.do(lambda desk: desk.brochures.edit(row.id, draft), self)

    def _draft(self) -> BrochureDraft:
        return BrochureDraft(
            self.title.text(),
            str(self.language.currentData()),
            self.alt.toPlainText(),
            self.publisher.text(),
        )

    def _archive(self) -> None:
        row = self._row
        if row is None:
            return
        if row.archived_on is None:
            self._workplace.acts.do(lambda desk: desk.brochures.archive(row.id), self)
        else:
            self._workplace.acts.do(lambda desk: desk.brochures.restore(row.id), self)

    def _changed(self, _topics: object, initiator: object) -> None:
        newest = None
        if initiator is self and self._found is not None and self._desk is not None:
            self._found = None
            newest = max((row.id for row in self._desk.brochures.all()), default=None)
        self.refresh(newest)

    def _refused(self, refusal: Refused, initiator: object) -> None:
        if initiator is not self:
            return
        field = self.fields.get(refusal.field)
        if field is not None:
            field.say(wording.refused(refusal))
        else:
            self._workplace.asking.tell("Das ging nicht.", wording.refused(refusal))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.listed, 1)
        left.addWidget(self.take)
        self._body = QWidget()
        form = QVBoxLayout()
        form.setSpacing(8)
        form.addWidget(self.facts)
        for field in self.fields.values():
            form.addWidget(field)
        form.addStretch(1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addStretch(1)
        acts.addWidget(self.archive)
        acts.addWidget(self.save)
        form.addLayout(acts)
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(form, 3)
        row.addWidget(self.preview, 2)
        self._nothing = EmptyState(
            "book-open",
            "Noch keine Broschüre",
            "Nehmen Sie Hefte und Formulare anderer als PDF auf: Sie werden geprüft, von allem "
            "befreit, was nicht gedruckt wird, und können Kapitel einer Mappe werden.",
        )
        self._pane = QStackedWidget()
        self._pane.addWidget(self._nothing)
        self._pane.addWidget(self._body)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 2)
        both.addWidget(self._pane, 7)
        foot = QHBoxLayout()
        hint = "Wer beilegt, was andere gemacht haben, klärt vorher, ob er das darf."
        foot.addWidget(text_label(hint, Tone.SECOND), 1)
        foot.addWidget(push("Schließen", self.reject))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.setSpacing(12)
        outer.addLayout(both, 1)
        outer.addLayout(foot)
        self.resize(theme.px(self, WIDE), theme.px(self, HIGH))


def _listed(row: BrochureRow) -> str:
    pages = "1 Seite" if row.pages == 1 else f"{row.pages} Seiten"
    archived = ", archiviert" if row.archived_on else ""
    return f"{row.draft.title}\n{pages}{archived}"


def _kept(row: BrochureRow) -> list[str]:
    """What is known of a brochure the office keeps."""
    lines = [f"{brochure_words.TREATMENTS[row.treatment]}."]
    if row.treatment is not Treatment.TAGGED:
        lines.append(brochure_words.CAUTIONS[Caution.NOT_ACCESSIBLE])
    return [*lines, *filter(None, [brochure_words.removed(row.removed)])]
