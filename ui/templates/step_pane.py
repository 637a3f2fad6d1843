"""One step at the right: what it is, its form, its versions, and the acts at the foot."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.content.languages import OFFICE_LANGUAGE
from app.records.templates import StepDraft, TemplateRow, VersionRow
from ui import theme
from ui.templates import words
from ui.templates.form import StepForm
from ui.templates.offers import Offers
from ui.templates.versions import VersionsPart
from ui.theme import Tone
from ui.widgets.buttons import link, primary, push
from ui.widgets.scrolling import Hairline, ScrolledColumn
from ui.widgets.section import text_label
from ui.widgets.tab_order import chain

NEW = "neu, noch nicht gespeichert"
UNSAVED = "Änderungen noch nicht gespeichert; geltende Regel unverändert."
NEWER = "Seit Ihrer Änderung kam eine neue mitgelieferte Fassung. Bitte vergleichen."


class StepPane(QWidget):
    """`edited()`, `saved()`, `discarded()`, `taken_over()`: the acts; what they mean is the
    page's."""

    edited = Signal()
    saved = Signal()
    discarded = Signal()
    taken_over = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = StepForm()
        self.versions = VersionsPart()
        self.title = text_label("")
        theme.set_face(self.title, "name")
        self.state = text_label("", Tone.SECOND)
        self.held = text_label("", wrap=False)
        self.take_over = link("Jetzt übernehmen …", self.taken_over.emit)
        self.newer = text_label(NEWER)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(self.form)
        column.addWidget(Hairline())
        column.addWidget(self.versions)
        column.addStretch(1)
        self.scrolled: QScrollArea = ScrolledColumn(self._column)
        self.scrolled.setAccessibleName("Vorlage")
        self.save = primary("Speichern …", self.saved.emit, "check")
        self.save.setToolTip("Zeigt zuerst, welche Haushalte es betrifft (Strg+S)")
        self.discard = push("Verwerfen", self.discarded.emit, "undo-2")
        self.unsaved = text_label("", Tone.SECOND)
        self._lay_out()
        self.form.edited.connect(self.edited)
        self.versions.rebuilt.connect(self._chain)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._save_now).setContext(
                Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
        self.setFocusProxy(self.form)

    def offer(self, offers: Offers, draft: StepDraft) -> None:
        """What the form lets one choose from."""
        self.form.offer(offers, draft)

    def show_step(
        self,
        draft: StepDraft,
        row: TemplateRow | None,
        versions: tuple[VersionRow, ...],
        today: date,
        *,
        shipped: bool,
    ) -> None:
        """Fill in a step; `row` is None for one that is not stored yet."""
        self.form.show_draft(draft)
        self.versions.setVisible(row is not None)
        changed = any(not each.off for each in versions)
        self.versions.show_versions(versions, today, shipped=shipped, changed=changed)
        self.show_row(draft, row)

    def show_row(self, draft: StepDraft, row: TemplateRow | None) -> None:
        """What stands above the form: name, state, who plans by a former rule."""
        self.title.setText(draft.short.get(OFFICE_LANGUAGE, "") or "Ohne Titel")
        self.state.setText(words.state(row) if row else NEW)
        held = row.held if row else 0
        verb = "plant" if held == 1 else "planen"
        self.held.setText(f"{words.households(held)} {verb} noch nach der alten Regel.")
        for each in (self.held, self.take_over):
            each.setVisible(held > 0)
        self.newer.setVisible(row is not None and row.newer_original)

    def show_unsaved(self, *, unsaved: bool, new: bool) -> None:
        """Whether something is typed that is not saved."""
        self.save.setEnabled(unsaved)
        self.discard.setEnabled(unsaved)
        self.unsaved.setText((NEW if new else UNSAVED) if unsaved else "")

    def to_top(self) -> None:
        """Show the beginning of the form."""
        self.scrolled.verticalScrollBar().setValue(0)

    def lead_to(self, field: QWidget) -> None:
        """Put the focus into a field and bring it into view."""
        self.form.lead_to(field)
        self.scrolled.ensureWidgetVisible(field, 0, theme.px(self, 40))

    def reveal(self, part: QWidget) -> None:
        """Bring a part of the column into view, its beginning at the top."""
        self._column.layout().activate()  # type: ignore[union-attr]
        QTimer.singleShot(0, part, partial(self._to, part))

    def _to(self, part: QWidget) -> None:
        top = part.mapTo(self._column, QPoint(0, 0)).y()
        self.scrolled.verticalScrollBar().setValue(top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            # Out of the fields, so that the keys of the page work again.
            self.save.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.save.isEnabled():
                self.scrolled.setFocus(Qt.FocusReason.OtherFocusReason)
            event.ignore()
            return
        super().keyPressEvent(event)

    def _save_now(self) -> None:
        if self.save.isEnabled():
            self.saved.emit()

    def _chain(self) -> None:
        chain(self._column)

    def _lay_out(self) -> None:
        held = QHBoxLayout()
        held.setSpacing(8)
        held.addWidget(self.held)
        held.addWidget(self.take_over)
        held.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.state)
        head.addLayout(held)
        head.addWidget(self.newer)
        feet = QHBoxLayout()
        feet.setContentsMargins(16, 8, 16, 8)
        feet.setSpacing(8)
        feet.addWidget(self.save)
        feet.addWidget(self.discard)
        feet.addWidget(self.unsaved, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(Hairline())
        outer.addWidget(self.scrolled, 1)
        outer.addWidget(Hairline())
        outer.addLayout(feet)
