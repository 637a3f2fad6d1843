"""The preview of the folder: spreads, turning and zoom, and what is seen in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.folder import words
from ui.folder.spread import SpreadView, Zoom
from ui.theme import Tone
from ui.widgets.buttons import Segments, icon_button

if TYPE_CHECKING:
    from app.folder.seen import FolderSeen

_ZOOMS = ((Zoom.WHOLE, "Ganze Seiten"), (Zoom.WIDE, "Seitenbreite"))


class FolderPreview(QWidget):
    """`came_to(key)` when the pages of another chapter are seen, `whole_wanted` when they shall be
    seen over the whole screen."""

    came_to = Signal(str)
    whole_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self._folder: FolderSeen | None = None
        self._chapter = ""
        self._is_led = False
        self.view = SpreadView("Vorschau der Mappe")
        self.view.turned.connect(self._turned)
        self.view.leaped.connect(self.leap)
        self.back = icon_button("chevron-left", "Seiten zurück", lambda: self.view.turn(-1))
        self.on = icon_button("chevron-right", "Seiten weiter", lambda: self.view.turn(1))
        self.whole = icon_button(
            "maximize", "So sieht es die Familie (F11)", self.whole_wanted.emit
        )
        self.zoom: Segments[Zoom] = Segments("Größe der Vorschau", _ZOOMS)
        self.zoom.choose(Zoom.WHOLE)
        self.zoom.chosen.connect(self.view.set_zoom)
        self.caption = QLabel()
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.caption.setWordWrap(True)
        theme.set_tone(self.caption, Tone.SECOND)
        self._lay_out()
        self.setFocusProxy(self.view)
        self._say()

    @property
    def folder(self) -> FolderSeen | None:
        """What is shown, None before anything was."""
        return self._folder

    @property
    def shown(self) -> bytes:
        """The file shown."""
        return self.view.shown

    @property
    def chapter(self) -> str:
        """The key of the chapter in sight, blank without one."""
        return self._chapter

    def show_folder(self, folder: FolderSeen) -> None:
        """Show this folder: at the chapter that was in sight, where it is still there."""
        before, key = self._folder, self._chapter
        offset = 0
        old = before.chapter(key) if before is not None else None
        if old is not None and old.first is not None:
            offset = min(max(self.view.page - old.first, 0), max(old.pages - 1, 0))
        self._folder = folder
        self._is_led = True
        self.view.show_bytes(folder.data)
        now = folder.chapter(key)
        if now is not None and now.first is not None:
            self.view.turn_to(now.first + min(offset, now.pages - 1))
        self._is_led = False
        self._chapter = words.in_sight(folder, self.view.page, self.view.spread())
        self._say()

    def show_file(self, data: bytes) -> None:
        """Show a file of which nothing else is known, as a print that was kept."""
        self._folder = None
        self._chapter = ""
        self.view.show_bytes(data)
        self.view.turn_to(0)
        self._say()

    def forget(self) -> None:
        """Nothing is known of the folder that was shown: another family's is coming."""
        self._folder = None
        self._chapter = ""
        self.view.show_bytes(b"")
        self._say()

    def show_chapter(self, key: str) -> None:
        """Turn to a chapter's first page, unless one of its pages is in sight."""
        chapter = self._folder.chapter(key) if self._folder is not None else None
        if chapter is not None and chapter.first is not None and key != self._chapter:
            self._is_led = True
            self._chapter = key
            self.view.turn_to(chapter.first)
            self._is_led = False
            self._say()

    def leap(self, by: int) -> None:
        """To the chapter before or after."""
        if self._folder is None:
            self.view.turn(by)
            return
        printed = [each for each in self._folder.chapters if each.first is not None]
        at = next((n for n, each in enumerate(printed) if each.key == self._chapter), 0) + by
        if 0 <= at < len(printed):
            self.view.turn_to(printed[at].first or 0)

    def _turned(self) -> None:
        folder, page = self._folder, self.view.page
        if folder is not None and not self._is_led:
            key = words.in_sight(folder, page, self.view.spread())
            if key != self._chapter:
                self._chapter = key
                self.came_to.emit(key)
        self._say()

    def _say(self) -> None:
        shown = self.view.spread()
        if self._folder is not None and shown and shown[-1] < len(self._folder.pages):
            told = words.caption(self._folder, self.view.page, shown)
        else:
            told = words.plain_caption(shown, self.view.pages.pageCount())
        if told != self.caption.text():
            self.caption.setText(told)
            self.view.setAccessibleDescription(told)
            if self.view.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, told))
        self.whole.setEnabled(bool(shown))
        self.back.setEnabled(self.view.can_turn(-1))
        self.on.setEnabled(self.view.can_turn(1))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(0)
        row.addWidget(self.back)
        row.addWidget(self.view, 1)
        row.addWidget(self.on)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 16, 8)
        foot.setSpacing(12)
        foot.addWidget(self.caption, 1)
        foot.addWidget(self.zoom)
        foot.addWidget(self.whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addLayout(foot)
