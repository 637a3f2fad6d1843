"""The head of the window: the tabs in one row, search, who works here, the menu."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabBar, QToolButton, QWidget

from ui import icons, theme
from ui.tabs import TABS
from ui.theme import Tone
from ui.widgets.buttons import icon_button
from ui.widgets.runs import Run, RunLine
from ui.widgets.search_field import SearchField

TABS_HIGH = 40


class Look(Enum):
    """What a tab shows: icon and word, the word, or the icon and only of the current tab its
    word; the others have theirs as a tool tip and for screen readers."""

    FULL = auto()
    WORDS = auto()
    ICONS = auto()


class TabRow(QTabBar):
    """The tabs: a word and an icon each, the current one underlined. A real tab bar to screen
    readers and arrow keys, painted here because Qt's would change its width with the weight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Bereiche")
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setExpanding(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look = Look.FULL
        self.currentChanged.connect(self._ask_again)
        for at, tab in enumerate(TABS):
            self.addTab(tab.title)
            self.setTabToolTip(at, f"{tab.title} (Alt+{at + 1})")

    def wanted(self, look: Look) -> int:
        """How wide the row is at most, whichever tab is current."""
        wide = sum(self._wide(at, look) for at in range(self.count()))
        if look is not Look.ICONS:
            return wide
        # Whichever tab is the current one, it shows its word.
        shown = self._words(self.currentIndex()) if self.count() else 0
        return wide - shown + max((self._words(at) for at in range(self.count())), default=0)

    def set_look(self, look: Look) -> None:
        """Leave away what there is no room for."""
        if look is not self._look:
            self._look = look
            self._ask_again()

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(self._wide(index, self._look), theme.px(self, TABS_HIGH))

    def _ask_again(self, _index: int = 0) -> None:
        """The only way to make a QTabBar ask for its sizes again."""
        self.setIconSize(QSize(self.iconSize().width() % 64 + 1, self.iconSize().height()))
        self.updateGeometry()

    def _wide(self, index: int, look: Look) -> int:
        words = self._words(index) if self._shows_word(index, look) else 0
        picture = 0 if look is Look.WORDS else icons.SIZE
        between = 8 if words and picture else 0
        return words + theme.px(self, picture + between + 24) + self._apart(index)

    def _words(self, index: int) -> int:
        if not 0 <= index < self.count():
            return 0
        return QFontMetrics(theme.face_font("strong")).horizontalAdvance(TABS[index].title)

    def _shows_word(self, index: int, look: Look) -> bool:
        return look is not Look.ICONS or index == self.currentIndex()

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in range(self.count()):
            self._paint_tab(painter, at)

    def _apart(self, index: int) -> int:
        return theme.px(self, 16) if TABS[index].apart else 0

    def _paint_tab(self, painter: QPainter, at: int) -> None:
        colours = theme.colours_of(self.palette())
        rect = self.tabRect(at)
        if apart := self._apart(at):
            middle = rect.left() + apart // 2
            painter.setPen(QPen(QColor(colours.hairline)))
            painter.drawLine(middle, rect.top() + 10, middle, rect.bottom() - 10)
            rect.setLeft(rect.left() + apart)
        chosen = at == self.currentIndex() and self.isEnabled()
        colour = colours.ink if chosen else colours.second
        if not self.isEnabled():
            colour = colours.label
        margin, size = theme.px(self, 12), theme.px(self, icons.SIZE)
        left = rect.left() + margin
        if self._look is not Look.WORDS:
            picture = icons.pixmap(TABS[at].icon, colour, size)
            painter.drawPixmap(QPointF(left, rect.center().y() - size / 2 + 1), picture)
            left += size + theme.px(self, 8)
        painter.setFont(theme.face_font("strong" if chosen else None))
        painter.setPen(QColor(colour))
        words = QRect(rect)
        words.setLeft(left)
        if self._shows_word(at, self._look):
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), TABS[at].title)
        if chosen:
            bar = QRect(rect.left() + 2, rect.bottom() - 2, rect.width() - 4, 3)
            painter.fillRect(bar, QColor(colours.accent))
        if chosen and self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(3, 4, -3, -6), 4, 4)


class Header(QWidget):
    """`chosen(index)` when a tab is wanted."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = TabRow()
        self.tabs.currentChanged.connect(self.chosen.emit)
        self.search = SearchField("Person, Anbieter, Befehl", "Ctrl+K")
        self.search.setAccessibleName("Alles durchsuchen")
        self.search.setMaximumWidth(theme.px(self, 296))
        self.search.setMinimumWidth(theme.px(self, 88))
        self.who = RunLine()
        self.menu: QToolButton = icon_button("menu", "Menü (Alt+M)", flat=True)
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 8, 0)
        row.setSpacing(12)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.search, 3)
        row.addWidget(self.who)
        row.addWidget(self.menu)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Drop the icons, then the name, then the words of all tabs but the current one, before
        anything is clipped."""
        rest, room = self._rest(), self.width()
        who = self.who.sizeHint().width()
        words = self.tabs.wanted(Look.WORDS) + rest
        if room >= self.tabs.wanted(Look.FULL) + rest + who:
            self.tabs.set_look(Look.FULL)
        else:
            self.tabs.set_look(Look.WORDS if room >= words else Look.ICONS)
        self.who.setVisible(room >= words + who)

    def minimumSizeHint(self) -> QSize:
        wide = min(self.tabs.wanted(look) for look in (Look.WORDS, Look.ICONS))
        return QSize(wide + self._rest(), super().minimumSizeHint().height())

    def _rest(self) -> int:
        """What stands beside the tabs at least, but for the name."""
        return self.search.minimumWidth() + self.menu.sizeHint().width() + theme.px(self, 60)

    def set_open(self, *, open_: bool) -> None:
        """Whether there is a file to look into."""
        self.tabs.setEnabled(open_)
        self.search.setEnabled(open_)

    def set_who(self, name: str) -> None:
        """Show who works here."""
        self.who.set_runs([Run(name, icon="user", tone=Tone.SECOND)] if name else [])
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme.colours_of(self.palette()).hairline)))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
