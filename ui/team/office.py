"""What holds for the office as a whole: who is responsible for the data, and how long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.done import Topic
from app.records.office import SettingsDraft
from ui import theme
from ui.page import Page, Workplace
from ui.theme import Tone
from ui.widgets.choices import GrowingText
from ui.widgets.form import Form
from ui.widgets.scrolling import ScrolledColumn
from ui.widgets.section import Section, text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

WIDE = 640
INTRO = (
    "Diese Angaben gelten für alle Servicestellen. Sie stehen auf dem Datenschutzblatt der Mappe "
    "(Art. 13 DSGVO); was fehlt, fehlt dort auch."
)


class SettingsForm(Form):
    """Responsible body, data protection officer, how long data are kept."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self.add("responsible_body", "&Verantwortlich", QLineEdit())
        self.add("officer", "&Datenschutz", GrowingText(lines=2))
        self.add("retention", "&Aufbewahrung", GrowingText(lines=2))
        for name, told in (
            ("responsible_body", "Wer für die Daten verantwortlich ist (Art. 4 Nr. 7 DSGVO)"),
            ("officer", "Wie man die Datenschutzbeauftragte oder den -beauftragten erreicht"),
            ("retention", "Wie lange die Daten aufbewahrt werden"),
        ):
            editor = self.editor(name)
            editor.setToolTip(told)
            if isinstance(editor, QLineEdit | GrowingText):
                editor.setPlaceholderText(told)
        self.add_buttons("Speichern")

    def command(self) -> Callable[[Desk], Done]:
        return partial(
            _save,
            SettingsDraft(
                responsible_body=self.value("responsible_body"),
                officer=self.value("officer"),
                retention=self.value("retention"),
            ),
        )


class SettingsPage(Page):
    """One form, as wide as it reads well."""

    about_case = False
    topics = frozenset({Topic.OFFICE})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.form = SettingsForm(workplace)
        self.form.saved.connect(self._saved)
        section = Section("Angaben des ganzen Büros", air=8)
        section.body.addWidget(text_label(INTRO, Tone.SECOND))
        section.body.addWidget(self.form)
        section.setMaximumWidth(theme.px(self, WIDE))
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(section)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrolledColumn(holder))

    def refresh(self) -> None:
        if self.desk is not None:
            self.form.follow(asdict(self.desk.team.settings()))

    def unsaved(self) -> str:
        return "Angaben des Büros sind" if self.form.is_typed else ""

    def _saved(self, _done: object) -> None:
        self.form.settle()
        self.refresh()


def _save(draft: SettingsDraft, desk: Desk) -> Done:
    return desk.team.set_settings(draft)
