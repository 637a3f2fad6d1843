"""A calendar file: whose steps, in which form, how many there are; then where it goes."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QPalette
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Refused, Unavailable
from app.records.calendars import (
    CalendarForm,
    CalendarMade,
    CalendarPreview,
    CasesOf,
    EveryCase,
    OneCase,
    Scope,
)
from app.rules.terms import Role
from ui import calendar_words, theme, wording
from ui.asking import CALENDAR_FILES
from ui.jobs import Job
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets.buttons import Segments, primary, push
from ui.widgets.field import Field
from ui.widgets.paragraphs import Paragraphs, wrapped
from ui.words import ROLES

if TYPE_CHECKING:
    from app.desk import Desk

WIDE, LABEL = 520, 112
OUTLOOK = "Outlook übernimmt aus einer Datei nur Termine, keine Aufgaben."
AGAIN = (
    "Die Einträge behalten ihre Kennung, damit eine spätere Datei sie ändert und nicht verdoppelt."
)
LEAVES = (
    "Für andere als die Servicestelle: Namen nur mit Vornamen und Initiale, keine Notizen, "
    "nichts zu Gesundheit, Pflege und Schwangerschaft."
)


class Whose(Enum):
    """Which cases are meant."""

    CASE = "Dieser Fall"
    ROLE = "Eine Rolle"
    ADVISOR = "Eine Betreuung"


class CalendarDialog(QDialog):
    """Opened about a case, or about none (`case_id` None, `name` blank). What the file would hold
    is counted anew with each choice; `save_button` waits for it."""

    def __init__(
        self, workplace: Workplace, desk: Desk, case_id: int | None, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._desk = desk
        self._case_id = case_id
        self._name = desk.candidates.head(case_id).name if case_id is not None else ""
        self._counting: Job[CalendarPreview] | None = None
        self._preview: CalendarPreview | None = None
        self.setWindowTitle("Kalenderdatei")
        self.setModal(True)
        whose = [each for each in Whose if each is not Whose.CASE or case_id is not None]
        self.whose: Segments[Whose] = Segments(
            "Wessen Schritte", [(each, each.value) for each in whose]
        )
        self.role = _box()
        self.case_role = _box()
        self.advisor = _box()
        self.form: Segments[CalendarForm] = Segments("Als", list(calendar_words.FORMS.items()))
        self._about = wrapped()
        theme.set_face(self._about, "head")
        self._held = wrapped()
        theme.set_face(self._held, "strong")
        self._more = Paragraphs()
        self._fill()
        self._lay_out()
        self.whose.choose(whose[0])
        self.form.choose(CalendarForm.EVENTS)
        self.whose.chosen.connect(self._look)
        for box in (self.role, self.case_role, self.advisor):
            box.activated.connect(self._look)
        self._look()

    @property
    def scope(self) -> Scope | None:
        """Whose steps are chosen; None where there is no advisor to choose."""
        whose = self.whose.key()
        if whose is Whose.CASE and self._case_id is not None:
            role = self.case_role.currentData()
            return OneCase(self._case_id, Role(role) if role else None)
        if whose is Whose.ROLE:
            return EveryCase(Role(self.role.currentData()))
        advisor = self.advisor.currentData()
        return CasesOf(advisor) if advisor is not None else None

    def said(self) -> str:
        """All that it says of the file, a line a paragraph."""
        told = (self._about.text(), self._held.text(), self._more.text())
        return "\n".join(text for text in told if text)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop_counting()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        self._stop_counting()
        super().done(result)

    def _fill(self) -> None:
        self.case_role.addItem("alle Beteiligten", "")
        for role, word in ROLES.items():
            self.role.addItem(word, role.value)
            self.case_role.addItem(word, role.value)
        own = 0
        for advisor in self._desk.office.advisors():
            if advisor.draft.active:
                if advisor.name == self._workplace.settings.who:
                    own = self.advisor.count()
                self.advisor.addItem(advisor.name, advisor.id)
        self.advisor.setCurrentIndex(own if self.advisor.count() else -1)
        self.advisor.setEnabled(self.advisor.count() > 0)

    def _lay_out(self) -> None:
        self.save_button = primary("&Speichern …", self._save, "download", key="Ctrl+S")
        self.save_button.setDefault(True)
        self._rows = {
            Whose.CASE: Field("&Rolle", self.case_role, label_wide=LABEL),
            Whose.ROLE: Field("&Rolle", self.role, label_wide=LABEL),
            Whose.ADVISOR: Field("&Betreuung", self.advisor, label_wide=LABEL),
        }
        hint = wrapped(OUTLOOK, Tone.SECOND)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(push("Abbrechen", self.reject))
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(self._about)
        column.addWidget(Field("Schritte", _left(self.whose), label_wide=LABEL))
        for row in self._rows.values():
            column.addWidget(row)
        column.addWidget(Field("Als", _left(self.form), label_wide=LABEL))
        column.addWidget(hint)
        column.addSpacing(8)
        column.addWidget(self._held)
        column.addWidget(self._more)
        column.addSpacing(8)
        column.addStretch(1)
        column.addLayout(foot)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setMinimumWidth(theme.px(self, WIDE))

    def _look(self) -> None:
        """Show what belongs to the choice, and count."""
        for whose, row in self._rows.items():
            row.setVisible(whose is self.whose.key())
        self._about.setText(self._sentence())
        self._stop_counting()
        self._preview = None
        scope = self.scope
        if scope is None:
            self._say("Noch ist keine Berater*in eingetragen.")
            return
        self._say("Schritte werden gezählt …")
        job: Job[CalendarPreview] = Job(
            self._desk.calendars.preview(scope), "Schritte werden gezählt"
        )
        self._counting = job
        job.finished.connect(self._counted)
        job.failed.connect(self._failed)
        self._workplace.workshop.start(job)

    def _sentence(self) -> str:
        """Whose steps these are: Verma, Anjali: alle Beteiligten."""
        if self.whose.key() is Whose.CASE:
            return f"{self._name}: {self.case_role.currentText()}"
        if self.whose.key() is Whose.ROLE:
            return f"Alle laufenden Fälle: {self.role.currentText()}"
        return f"Laufende Fälle: {self.advisor.currentText() or 'noch keine Betreuung'}"

    def _stop_counting(self) -> None:
        job, self._counting = self._counting, None
        if job is not None:
            job.finished.disconnect(self._counted)
            job.failed.disconnect(self._failed)
            job.cancel()

    def _counted(self, preview: CalendarPreview) -> None:
        self._counting = None
        self._preview = preview
        self._say(
            calendar_words.held(preview),
            calendar_words.left_out(preview.left_out),
            LEAVES if preview.leaves else "",
            AGAIN,
        )

    def _say(self, held: str, *more: str) -> None:
        self._held.setText(held)
        self._more.set_texts(more)
        preview = self._preview
        self.save_button.setEnabled(preview is not None and preview.count + preview.cancelled > 0)
        self.setAccessibleDescription(self.said())
        self.adjustSize()

    def _save(self) -> None:
        scope, form = self.scope, self.form.key()
        if scope is None or form is None:
            return
        path = self._workplace.asking.save_file(
            "Kalenderdatei speichern", f"{self._proposal()}.ics", CALENDAR_FILES, ".ics"
        )
        if path is None:
            return
        self.save_button.setEnabled(False)
        job = Job(self._desk.calendars.save(scope, path, form), "Kalenderdatei wird geschrieben")
        job.finished.connect(self._saved)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._look)
        self._workplace.workshop.start(job)

    def _proposal(self) -> str:
        """A name for the file; outside the office it does not say whose case it is."""
        if self._preview is not None and self._preview.leaves:
            box = self.case_role if self.whose.key() is Whose.CASE else self.role
            return f"Kalender {box.currentText().replace('/', ' oder ')}"
        whom = self._name if self.whose.key() is Whose.CASE else self.advisor.currentText()
        return f"Kalender {whom.replace(',', '')}".replace("/", "-")

    def _saved(self, made: CalendarMade) -> None:
        if made.done is not None:
            self._workplace.acts.take(made.done, self)
        else:
            self._workplace.asking.tell(
                "Die Kalenderdatei ist gespeichert.",
                "Die Datei ist nur zum Lesen geöffnet: Dieser Zugriff ist nicht vermerkt.",
            )
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._counting = None
        if isinstance(error, Unavailable):
            self._say_again()
            self._workplace.asking.tell(*wording.unavailable(error))
        elif isinstance(error, Refused):
            self._say(wording.refused(error))
        else:
            raise error

    def _say_again(self) -> None:
        if self._preview is not None:
            self._counted(self._preview)


def open_calendar(
    workplace: Workplace | None, case_id: int | None, parent: QWidget
) -> CalendarDialog | None:
    """The dialog about this case, or about none; None while the file is being opened."""
    desk = workplace.acts.desk if workplace is not None else None
    if workplace is None or desk is None:
        return None
    dialog = CalendarDialog(workplace, desk, case_id, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _box() -> QComboBox:
    return QComboBox()


def _left(segments: QWidget) -> QWidget:
    """Segments as wide as they are, not as the row."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(segments)
    row.addStretch(1)
    return holder
