"""The head of the window: the tabs in one row, search, who works here, the menu."""

from __future__ import annotations

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
        self._bare = self._tight = False
        for at, tab in enumerate(TABS):
            self.addTab(tab.title)
            self.setTabToolTip(at, f"{tab.title} (Alt+{at + 1})")
        self.setCurrentIndex(place(FIRST))

    def show_pressing(self, number: int) -> None:
        """Show how many steps are overdue or due today behind the name of their tab, 0 for none;
        `resized` follows."""
        at = place("today")
        title = TABS[at].title
        shown = f"{title} ({number})" if number else title
        if shown != self.tabText(at):
            noun = "Schritt" if number == 1 else "Schritte"
            spoken = f"{title}: {number} {noun} überfällig oder heute fällig" if number else title
            self.setTabText(at, shown)
            self.setAccessibleTabName(at, spoken)
            self.setTabToolTip(at, f"{spoken} (Alt+{at + 1})")
            self.updateGeometry()
            self.resized.emit()

    def wanted(self, *, bare: bool, tight: bool = False) -> int:
        """How wide the row is, without (`bare`) or with its icons, with half the air (`tight`)."""
        return sum(self._wide(at, bare=bare, tight=tight) for at in range(self.count()))

    def set_bare(self, *, bare: bool, tight: bool = False) -> None:
        """Leave the icons away where there is no room for them, then half of the air."""
        if (bare, tight) != (self._bare, self._tight):
            self._bare, self._tight = bare, tight
            # The only way to make a QTabBar ask for its sizes again.
            self.setIconSize(QSize(icons.SIZE + bare + tight, icons.SIZE))
            self.updateGeometry()

    def tabSizeHint(self, index: int) -> QSize:
        wide = self._wide(index, bare=self._bare, tight=self._tight)
        return QSize(wide, theme.px(self, TABS_HIGH))

    def _wide(self, index: int, *, bare: bool, tight: bool) -> int:
        words = QFontMetrics(theme.face_font("strong")).horizontalAdvance(self.tabText(index))
        picture = 0 if bare else icons.SIZE + 8
        air = (AIR // 2 if tight else AIR) * (3 if TABS[index].apart else 2)
        return words + theme.px(self, picture) + theme.px(self, air)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in range(self.count()):
            self._paint_tab(painter, at)

    def _air(self) -> int:
        return theme.px(self, AIR // 2 if self._tight else AIR)

    def _paint_tab(self, painter: QPainter, at: int) -> None:
        colours = theme.colours_of(self.palette())
        rect = self.tabRect(at)
        margin, size = self._air(), theme.px(self, icons.SIZE)
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
        if not self._bare:
            picture = icons.pixmap(TABS[at].icon, colour, size)
            painter.drawPixmap(QPointF(left, rect.center().y() - size / 2 + 1), picture)
            left += size + theme.px(self, 8)
        painter.setFont(theme.face_font("strong" if chosen else None))
        painter.setPen(QColor(colour))
        words = QRect(rect)
        words.setLeft(left)
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
        """Drop the icons, then the name, then air, before anything is clipped."""
        rest = self.search.minimumWidth() + self.menu.sizeHint().width() + theme.px(self, 60)
        who = self.who.sizeHint().width()
        self.tabs.set_bare(
            bare=self.width() < self.tabs.wanted(bare=False) + rest + who,
            tight=self.width() < self.tabs.wanted(bare=True) + rest,
        )
        self.who.setVisible(self.width() >= self.tabs.wanted(bare=True) + rest + who)

    def minimumSizeHint(self) -> QSize:
        rest = self.search.minimumWidth() + self.menu.sizeHint().width() + theme.px(self, 60)
        return QSize(
            self.tabs.wanted(bare=True, tight=True) + rest, super().minimumSizeHint().height()
        )

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
