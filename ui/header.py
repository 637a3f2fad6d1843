"""The head of the window: the tabs in one row, search, who works here, the menu."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabBar, QToolButton, QWidget

from ui import icons, theme
from ui.tabs import FIRST, TABS, place
from ui.theme import Tone
from ui.widgets.buttons import icon_button
from ui.widgets.runs import Run, RunLine
from ui.widgets.search_field import SearchField

TABS_HIGH = 40
AIR = 12  # pixels at 100 % at each end of a tab, and before one that stands apart


class Look(Enum):
    """What a tab shows: icon and word, the word, the word with half the air, or the icon and only
    of the current tab its word; the others say theirs as a tool tip and to screen readers."""

    FULL = auto()
    WORDS = auto()
    TIGHT = auto()
    ICONS = auto()


class TabRow(QTabBar):
    """The tabs: a word and an icon each, the current one underlined. A real tab bar to screen
    readers and arrow keys, painted here because Qt's would change its width with the weight.
    `resized` when its words take another width."""

    resized = Signal()

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
        self.setCurrentIndex(place(FIRST))

    def show_pressing(self, number: int) -> None:
        """Show how many steps are overdue or due today, and what is to be chased, behind the name
        of their tab, 0 for none; `resized` follows."""
        at = place("today")
        title = TABS[at].title
        shown = f"{title} ({number})" if number else title
        if shown != self.tabText(at):
            noun = "Aufgabe" if number == 1 else "Aufgaben"
            spoken = f"{title}: {number} {noun} überfällig oder heute fällig" if number else title
            self.setTabText(at, shown)
            self.setAccessibleTabName(at, spoken)
            self.setTabToolTip(at, f"{spoken} (Alt+{at + 1})")
            self.updateGeometry()
            self.resized.emit()

    def wanted(self, look: Look) -> int:
        """How wide the row is at most, whichever tab is the current one."""
        every = range(self.count())
        wide = sum(self._wide(at, look) for at in every)
        if look is not Look.ICONS:
            return wide
        return wide - self._words(self.currentIndex()) + max(self._words(at) for at in every)

    def set_look(self, look: Look) -> None:
        """Leave away what there is no room for."""
        if look is not self._look:
            self._look = look
            self._ask_again()

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(self._wide(index, self._look), theme.px(self, TABS_HIGH))

    def _ask_again(self, _index: int = 0) -> None:
        """The only way to make a QTabBar ask for its sizes again."""
        self.setIconSize(QSize(self.iconSize().width() % icons.SIZE + 1, icons.SIZE))
        self.updateGeometry()

    def _wide(self, index: int, look: Look) -> int:
        shown = look is not Look.ICONS or index == self.currentIndex()
        words = self._words(index) if shown else 0
        picture = 0 if look in (Look.WORDS, Look.TIGHT) else icons.SIZE
        between = 8 if words and picture else 0
        air = self._air(look) * (3 if TABS[index].apart else 2)
        return words + theme.px(self, picture + between) + air

    def _words(self, index: int) -> int:
        if not 0 <= index < self.count():
            return 0
        return QFontMetrics(theme.face_font("strong")).horizontalAdvance(self.tabText(index))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in range(self.count()):
            self._paint_tab(painter, at)

    def _air(self, look: Look) -> int:
        return theme.px(self, AIR // 2 if look is Look.TIGHT else AIR)

    def _paint_tab(self, painter: QPainter, at: int) -> None:
        colours = theme.colours_of(self.palette())
        rect = self.tabRect(at)
        margin, size = self._air(self._look), theme.px(self, icons.SIZE)
        if TABS[at].apart:
            middle = rect.left() + margin // 2
            painter.setPen(QPen(QColor(colours.hairline)))
            painter.drawLine(middle, rect.top() + 10, middle, rect.bottom() - 10)
            rect.setLeft(rect.left() + margin)
        chosen = at == self.currentIndex() and self.isEnabled()
        colour = colours.ink if chosen else colours.second
        if not self.isEnabled():
            colour = colours.label
        left = rect.left() + margin
        if self._look in (Look.FULL, Look.ICONS):
            picture = icons.pixmap(TABS[at].icon, colour, size)
            painter.drawPixmap(QPointF(left, rect.center().y() - size / 2 + 1), picture)
            left += size + theme.px(self, 8)
        painter.setFont(theme.face_font("strong" if chosen else None))
        painter.setPen(QColor(colour))
        words = QRect(rect)
        words.setLeft(left)
        if self._look is not Look.ICONS or at == self.currentIndex():
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.tabText(at))
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
        self.tabs.resized.connect(self._make_room)
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
        """Drop the icons, then the name, then air, then the words of all tabs but the current
        one, before anything is clipped."""
        room, who = self.width() - self._rest(), self.who.sizeHint().width()
        looks = ((Look.FULL, who), (Look.WORDS, 0), (Look.TIGHT, 0))
        fits = (look for look, beside in looks if room >= self.tabs.wanted(look) + beside)
        self.tabs.set_look(next(fits, Look.ICONS))
        self.who.setVisible(room >= self.tabs.wanted(Look.WORDS) + who)

    def minimumSizeHint(self) -> QSize:
        wide = min(self.tabs.wanted(look) for look in (Look.TIGHT, Look.ICONS))
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
