"""The tab of the folder: preview of the real file, language, saving, printing, what was given."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtPdf import QPdfBookmarkModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QSplitter,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.content.languages import OFFICE_LANGUAGE, language_name
from app.done import Topic
from app.errors import Refused, Unavailable
from app.records.folders import FolderMade, FolderRow, Way
from ui import theme, wording
from ui.asking import PDF_FILES
from ui.jobs import Job
from ui.notice import Notice
from ui.page import TEXTS, Page, Workplace
from ui.texts import words
from ui.theme import Tone
from ui.widgets.buttons import primary, push
from ui.widgets.empty_state import EmptyState
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.printing import PrintTask, print_pdf
from ui.widgets.runs import Run

if TYPE_CHECKING:
    from app.desk import Desk
    from app.progress import Steps

_WAYS = {Way.SAVED: "gespeichert", Way.PRINTED: "gedruckt"}


class _Roomy(QStyledItemDelegate):
    """Lines of one row height."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), theme.px(option.font, theme.ROW))


class FolderPage(Page):
    """What the family will hold, seen before it is printed."""

    topics = frozenset(
        {
            Topic.FOLDERS,
            Topic.CANDIDATES,
            Topic.PLAN,
            Topic.PROVIDERS,
            Topic.OFFICE,
            Topic.CARE,
            Topic.TEXTS,
            Topic.TEMPLATES,
        }
    )
    needs_case = True

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._name = ""
        self._language = QComboBox()
        self._language.setAccessibleName("Sprache der Mappe")
        self._language.activated.connect(self._spoken)
        self._bilingual = QCheckBox("Zweisprachig (mit Deutsch)")
        self._bilingual.setToolTip("Links die Sprache der Familie, rechts dasselbe auf Deutsch")
        self._bilingual.setChecked(workplace.settings.bilingual)
        self._bilingual.clicked.connect(self._switched)
        self._told = QCheckBox("Stand der Übersetzung auf der letzten Seite")
        self._told.setChecked(workplace.settings.translation_notice)
        self._told.clicked.connect(self._switched)
        self._notice = Notice()
        self._notice.accepted.connect(self._lead_to_texts)
        self._preview = PdfPreview("Vorschau der Mappe")
        self._document = self._preview.pages
        self._view = self._preview.view
        bookmarks = QPdfBookmarkModel(self)
        bookmarks.setDocument(self._document)
        self._chapters = QTreeView()
        self._chapters.setAccessibleName("Kapitel der Mappe")
        self._chapters.setHeaderHidden(True)
        self._chapters.setModel(bookmarks)
        self._chapters.setItemDelegate(_Roomy(self._chapters))
        self._chapters.activated.connect(self._turn_to)
        self._chapters.clicked.connect(self._turn_to)
        self._given = QListWidget()
        self._given.setAccessibleName("Ausgegebene Mappen")
        self._given.setWordWrap(True)
        self._given.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages = QLabel()
        theme.set_tone(self._pages, Tone.LABEL)
        self._fit = push("Ganze Seite", self._fit_page)
        self._wide = push("Seitenbreite", self._fit_width)
        self._save_button = push("&Speichern …", self._save, "download", key="Ctrl+S")
        self._print_button = primary("&Drucken …", self._print, "printer", key="Ctrl+P")
        self._nobody = EmptyState(
            "book-open",
            "Keine Mappe gewählt",
            "Wählen Sie unter Kandidat*innen einen Fall: Hier sehen Sie dann seine "
            "Willkommensmappe, wie sie gedruckt wird.",
        )
        self._lay_out()

    def shows(self, case_id: int | None) -> None:
        if case_id != self.case_id:
            self._language.clear()
        super().shows(case_id)

    def refresh(self) -> None:
        desk = self.desk
        if desk is None or self.case_id is None:
            self._stack.setCurrentWidget(self._nobody)
            self._name = ""
            return
        try:
            view = desk.candidates.case(self.case_id)
        except Refused:
            self._stack.setCurrentWidget(self._nobody)
            return
        self._name = view.head.name
        if not self._language.count():
            wanted = desk.folders.language_for(view.draft.language)
            known = sorted(desk.folders.languages(), key=lambda pair: pair[0] != wanted)
            for code, text in known:
                self._language.addItem(text, code)
            self._language.setCurrentIndex(0)
        self._stack.setCurrentWidget(self._body)
        self._show_preview()
        self._show_given(desk.folders.of_case(self.case_id))

    def orientation(self) -> list[Run]:
        if not self._name:
            return [Run("Mappe: ", strong=True), Run("kein Fall gewählt.")]
        sheets = (self._document.pageCount() + 1) // 2
        return [
            Run("Mappe: ", strong=True),
            Run(f"{self._document.pageCount()} Seiten auf {sheets} Blatt, beidseitig gedruckt."),
        ]

    def strip_actions(self) -> list[QWidget]:
        return [self._language, self._bilingual, self._save_button, self._print_button]

    def _show_preview(self) -> None:
        desk, case_id = self.desk, self.case_id
        if desk is None or case_id is None:
            return
        code = self._code()
        self._bilingual.setEnabled(code != OFFICE_LANGUAGE)
        self._told.setEnabled(code != OFFICE_LANGUAGE)
        self._show_notice(desk, code)
        data = desk.folders.preview(
            case_id, code, bilingual=self._is_bilingual, notice=self._told.isChecked()
        )
        if not self._preview.show_bytes(data):
            return
        self._chapters.expandAll()
        self._pages.setText(f"{self._document.pageCount()} Seiten")
        self.oriented.emit()

    def _show_given(self, rows: list[FolderRow]) -> None:
        today = self.workplace.today()
        self._given.clear()
        for row in rows:
            language = language_name(row.language) + (", zweisprachig" if row.bilingual else "")
            self._given.addItem(
                f"{wording.moment(row.at, today)}: {_WAYS[row.way]}, {language}, "
                f"{row.pages} Seiten ({row.who})"
            )
        if not rows:
            self._given.addItem("Noch keine Mappe gespeichert oder gedruckt.")

    def _show_notice(self, desk: Desk, code: str) -> None:
        """What the clerk should know of the translation before it is given away."""
        said = words.notice(desk.wordings.progress(code))
        if said:
            self._notice.say(said, "Texte ansehen")
        else:
            self._notice.hide()

    def _lead_to_texts(self) -> None:
        self.elsewhere.emit("templates", f"{TEXTS}:{self._code()}")

    @property
    def _is_bilingual(self) -> bool:
        return self._bilingual.isChecked() and self._code() != OFFICE_LANGUAGE

    def _spoken(self) -> None:
        self._show_preview()

    def _switched(self) -> None:
        self.workplace.settings.bilingual = self._bilingual.isChecked()
        self.workplace.settings.translation_notice = self._told.isChecked()
        self._show_preview()

    def _code(self) -> str:
        return str(self._language.currentData())

    def _turn_to(self, index: object) -> None:
        data = getattr(index, "data", None)
        if data is None:
            return
        page = data(int(QPdfBookmarkModel.Role.Page))
        location = data(int(QPdfBookmarkModel.Role.Location))
        if isinstance(page, int):
            self._view.pageNavigator().jump(page, location, 0)

    def _fit_page(self) -> None:
        self._view.setZoomMode(QPdfView.ZoomMode.FitInView)

    def _fit_width(self) -> None:
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _save(self) -> None:
        if self.desk is None or self.case_id is None:
            return
        languages = f"{self._code()}-de" if self._is_bilingual else self._code()
        proposal = f"Mappe {self._name.replace(',', '')} {languages}.pdf"
        path = self.workplace.asking.save_file("Mappe speichern", proposal, PDF_FILES, ".pdf")
        if path is not None:
            self._write(
                self.desk.folders.save(
                    self.case_id,
                    self._code(),
                    path,
                    bilingual=self._is_bilingual,
                    notice=self._told.isChecked(),
                )
            )

    def _write(self, work: Steps[FolderMade]) -> None:
        job = Job(work, "Mappe wird geschrieben")
        job.finished.connect(self._saved)
        job.failed.connect(self._failed)
        self.workplace.workshop.start(job)

    def _saved(self, made: FolderMade) -> None:
        done = made.done
        if done is not None:
            self.acts.take(done, self)
        missing = [f"Zeichen: {text}" for text in made.not_printable]
        missing += [f"Schriftdatei: {name}" for name in made.fonts_missing]
        if missing:
            self.workplace.asking.tell(
                "Die Mappe ist gespeichert. In den Schriften fehlt etwas:", "\n".join(missing)
            )
        if made.unequal:
            self.workplace.asking.tell(
                "Die Mappe ist gespeichert. Ein Teil der Kapitel ist nicht Seite neben Seite.",
                "Dort steht eine Sprache nach der anderen, weil sich die Texte nicht entsprechen.",
            )

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Unavailable):
            self.workplace.asking.tell(*wording.unavailable(error))
        elif isinstance(error, Refused):
            self.workplace.asking.tell("Die Mappe wurde nicht geschrieben.", wording.refused(error))
        else:
            raise error

    def _print(self) -> None:
        desk, case_id = self.desk, self.case_id
        if desk is None or case_id is None or not self._document.pageCount():
            return
        made = desk.folders.measured(
            self._preview.shown,
            self._code(),
            self._document.pageCount(),
            bilingual=self._is_bilingual,
        )
        task = PrintTask(
            self._preview.shown,
            f"Willkommensmappe {self._name}",
            "die Mappe",
            partial(self._note_printed, case_id, made),
        )
        print_pdf(self.workplace, task, self)

    def _note_printed(self, case_id: int, made: FolderMade) -> None:
        if self.desk is not None and self.desk.privacy.is_recorded:
            self.acts.do(lambda at: at.folders.record_printed(case_id, made), self)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 12, 8, 12)
        column.setSpacing(8)
        for heading, widget, share in (
            ("Kapitel", self._chapters, 3),
            ("Bisher ausgegeben", self._given, 1),
        ):
            label = QLabel(heading)
            theme.set_face(label, "head")
            column.addWidget(label)
            column.addWidget(widget, share)
        row = QHBoxLayout()
        row.setContentsMargins(8, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self._pages)
        row.addStretch(1)
        row.addWidget(self._told)
        row.addWidget(self._fit)
        row.addWidget(self._wide)
        right = QWidget()
        preview = QVBoxLayout(right)
        preview.setContentsMargins(0, 0, 0, 0)
        preview.setSpacing(0)
        preview.addWidget(self._notice)
        preview.addLayout(row)
        preview.addWidget(self._preview, 1)
        self._body = QSplitter(Qt.Orientation.Horizontal)
        self._body.addWidget(left)
        self._body.addWidget(right)
        self._body.setChildrenCollapsible(False)
        self._body.setStretchFactor(1, 1)
        self._body.setSizes([theme.px(self, 360), theme.px(self, 1006)])
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nobody)
        self._stack.addWidget(self._body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
