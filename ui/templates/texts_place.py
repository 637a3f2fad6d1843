"""Templates, and in their place the texts and languages when they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.content.languages import OFFICE_LANGUAGE
from ui.page import TEXTS, Workplace
from ui.widgets.buttons import push

if TYPE_CHECKING:
    from ui.texts.screen import TextsScreen


class TextsPlace(QStackedWidget):
    """`oriented` when the other of the two is shown, or what is shown changed;
    `template_wanted(id)` when the texts lead to the form of a step."""

    oriented = Signal()
    template_wanted = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._texts: TextsScreen | None = None  # made when it is wanted first

    @property
    def shown(self) -> TextsScreen | None:
        """The texts where they are shown now."""
        return self._texts if self._texts is not None and self._is_current else None

    def ask(self, fact: str) -> None:
        """Show the texts for TEXTS, those of a language for "texts:vi"."""
        what, _, language = fact.partition(":")
        if what == TEXTS:
            self.show_texts(language)

    def show_texts(self, language: str = "") -> None:
        """Show the texts, of that language if one is named."""
        if self._texts is None:
            from ui.texts.screen import TextsScreen  # not before somebody wants it

            self._texts = TextsScreen(self._workplace)
            self._texts.oriented.connect(self.oriented)
            self._texts.template_wanted.connect(self._lead)
            self.addWidget(self._texts)
        self.setCurrentWidget(self._texts)
        self._texts.refresh()
        if language and language != OFFICE_LANGUAGE:
            self._texts.show_language(language)
        self.oriented.emit()

    def leave(self) -> None:
        """Back to the templates."""
        self.setCurrentIndex(0)
        self.oriented.emit()

    def refresh(self) -> None:
        """Texts or templates changed."""
        if self._texts is not None:
            self._texts.refresh()

    def forget(self) -> None:
        """The file was left."""
        if self._texts is not None:
            self._texts.forget()

    def strip_actions(self) -> list[QWidget]:
        """What stands in the strip while the texts are shown."""
        back = push("Zu den Vorlagen", self.leave, "chevron-left")
        return [*(self._texts.exchange.buttons() if self._texts else []), back]

    def unsaved(self) -> str:
        """What would be lost of the texts."""
        return self._texts.unsaved() if self._texts else ""

    @property
    def _is_current(self) -> bool:
        return self.currentWidget() is self._texts

    def _lead(self, template: str) -> None:
        self.leave()
        self.template_wanted.emit(template)
