"""What a school of the directory is besides: told in the form, edited in the dialog of a school."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.records.providers import SCHOOLS, Category, ProviderDraft
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets import school_words
from ui.widgets.buttons import link
from ui.widgets.section import Section, text_label

LATER = "Schulform, Klassen und Ganztag lassen sich eintragen, sobald der Eintrag gespeichert ist."
NOTHING = "Schulform, Klassen und Ganztag sind noch nicht eingetragen."


class SchoolSection(Section):
    """`wanted()` when it shall be edited. Not shown for what is no school and no all-day offer."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.act = link("Bearbeiten …", self._ask, "pencil")
        self.act.setAccessibleName("Angaben zur Schule bearbeiten")
        super().__init__("Angaben zur Schule", self.act, parent=parent)
        self._told = text_label()
        self._further = text_label("", Tone.SECOND)
        for line in (self._told, self._further):
            self.body.addWidget(line)
        self.hide()

    def show_school(self, saved: ProviderDraft | None, category: Category) -> None:
        """What is saved (None: nothing yet), where the kind of help chosen now is a school."""
        can_be = saved is not None and saved.category in SCHOOLS
        profile = saved.school if saved is not None else None
        lines = (LATER if not can_be else NOTHING, "")
        if can_be and profile is not None:
            first = (school_words.kind(profile), *school_words.facts(profile))
            lines = " · ".join(first), " · ".join(school_words.further(profile))
        for label, text in zip((self._told, self._further), lines, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self.act.setVisible(can_be)
        self.setVisible(category in SCHOOLS)

    def _ask(self) -> None:
        self.wanted.emit()


def describe(workplace: Workplace, provider: int | None, parent: QWidget) -> None:
    """Open what is known of a school of the directory in its own dialog."""
    from ui.widgets.school_profile import describe_school  # not before somebody wants it

    if workplace.acts.desk is not None and provider is not None:
        draft = workplace.acts.desk.providers.provider(provider).draft
        named = (draft.organisation, draft.site, draft.service)
        name = ", ".join(part.strip() for part in named if part.strip())
        describe_school(workplace, provider, name, parent)
