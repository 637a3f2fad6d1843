"""How everything looks: colours, one type scale, one spacing scale, light and dark by palette.

Nothing here is remembered: colours are read back from a widget's palette, sizes from its font,
so a widget that paints itself needs no more than `colours_of` and `px`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum
from functools import lru_cache
from pathlib import Path
from string import Template
from typing import Literal

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QPalette,
)
from PySide6.QtWidgets import QApplication, QLabel, QWidget

FAMILY = "Inter"
TEXT_POINTS = 10.0
CONTROL = 28
ROW = 28
TALL_ROW = 48

Face = Literal["name", "head", "strong", "small"]
Scheme = Literal["system", "light", "dark"]


@dataclass(frozen=True)
class Colours:
    """One set of colours; text colours reach 4.5:1 on every ground they are used on."""

    window: str
    panel: str
    aside: str
    selection: str
    fill: str
    ink: str
    second: str
    label: str
    accent: str
    on_accent: str
    red: str
    red_tint: str
    edge: str
    hairline: str
    pressed: str


LIGHT = Colours(
    window="#ECEFF1",
    panel="#FFFFFF",
    aside="#F5F7F8",
    selection="#DBEAF1",
    fill="#B9D6E3",
    ink="#182126",
    second="#46525A",
    label="#5A666E",
    accent="#0B5878",
    on_accent="#FFFFFF",
    red="#AE2019",
    red_tint="#FBEAE8",
    edge="#7B878E",
    hairline="#D0D7DB",
    pressed="#E4E9EC",
)
DARK = Colours(
    window="#12181C",
    panel="#1B2328",
    aside="#161D21",
    selection="#1D3B49",
    fill="#2D5C72",
    ink="#E7ECEF",
    second="#BAC5CC",
    label="#9AA7AF",
    accent="#7CC3E0",
    on_accent="#0C1418",
    red="#FF958B",
    red_tint="#3C1F1D",
    edge="#7F8D96",
    hairline="#2F3A41",
    pressed="#263138",
)


class Tone(Enum):
    """What a text is: its colour follows."""

    INK = QPalette.ColorRole.WindowText
    SECOND = QPalette.ColorRole.Dark
    LABEL = QPalette.ColorRole.PlaceholderText
    ACCENT = QPalette.ColorRole.Link
    RED = QPalette.ColorRole.BrightText
    ON_ACCENT = QPalette.ColorRole.Light


def colours_of(palette: QPalette) -> Colours:
    """The set of colours a palette stands for."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def colour_of(palette: QPalette, tone: Tone) -> QColor:
    """The colour of a text of this tone."""
    return palette.color(tone.value)


def palette_of(colours: Colours) -> QPalette:
    """The palette that carries a set of colours, disabled text in the label colour."""
    role = QPalette.ColorRole
    palette = QPalette()
    for target, value in (
        (role.Window, colours.window),
        (role.WindowText, colours.ink),
        (role.Base, colours.panel),
        (role.AlternateBase, colours.aside),
        (role.Text, colours.ink),
        (role.Button, colours.panel),
        (role.ButtonText, colours.ink),
        (role.BrightText, colours.red),
        (role.Highlight, colours.selection),
        (role.HighlightedText, colours.ink),
        (role.PlaceholderText, colours.label),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Accent, colours.accent),
        (role.Dark, colours.second),
        (role.Mid, colours.edge),
        (role.Midlight, colours.hairline),
        (role.Light, colours.on_accent),
        (role.ToolTipBase, colours.panel),
        (role.ToolTipText, colours.ink),
    ):
        palette.setColor(target, QColor(value))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colours.label))
    return palette


def px(widget: QWidget | QFont, length: float) -> int:
    """A length of the drawings (pixels at 100 % and 10 pt text) for this widget's text size."""
    font = widget if isinstance(widget, QFont) else QApplication.font()
    return round(length * font.pointSizeF() / TEXT_POINTS)


def face_font(face: Face | None = None, *, figures: bool = False) -> QFont:
    """The font of a face, for what paints itself; None is plain text. `figures` are all of one
    width; not for words, because Inter then sets the hyphen as wide as a figure."""
    base = QApplication.font()
    return QFont(_made_font(base.family(), base.pointSizeF(), face, figures))


def advance(text: str, face: Face | None = None, *, figures: bool = False) -> int:
    """How wide these words are in a face, in pixels; measured once for each text size."""
    base = QApplication.font()
    return _measured(text, base.family(), base.pointSizeF(), face, figures)


@lru_cache(maxsize=16_384)
def _measured(text: str, family: str, points: float, face: Face | None, figures: bool) -> int:  # noqa: FBT001
    return QFontMetrics(_made_font(family, points, face, figures)).horizontalAdvance(text)


@lru_cache(maxsize=64)
def _made_font(_family: str, _points: float, face: Face | None, figures: bool) -> QFont:  # noqa: FBT001
    font = QFont(QApplication.font())
    if figures:
        font.setFeature(QFont.Tag("tnum"), 1)
    points = {"name": 13.0, "head": 11.0, "small": 9.0}.get(face or "", TEXT_POINTS)
    font.setPointSizeF(font.pointSizeF() * points / TEXT_POINTS)
    if face in ("name", "head", "strong"):
        font.setWeight(QFont.Weight.DemiBold)
    return font


def set_face(widget: QWidget, face: Face) -> None:
    """Give a label or button its place in the type scale; it follows the text size."""
    widget.setProperty("face", face)


def set_tone(label: QLabel, tone: Tone) -> None:
    """Give a label its tone; it follows the palette."""
    label.setForegroundRole(tone.value)


def is_dark(scheme: Scheme) -> bool:
    """Whether to be dark: as chosen, or as the system says."""
    if scheme == "system":
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return scheme == "dark"


def load_fonts(resources: Path) -> None:
    """Make the shipped family known to Qt; raises FileNotFoundError where a file is missing."""
    for cut in ("Regular", "SemiBold"):
        path = resources / "fonts" / "inter" / f"Inter-{cut}.ttf"
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)


def apply(app: QApplication, resources: Path, *, dark: bool = False, percent: int = 100) -> None:
    """Dress the program, and all that is dressed already anew: `percent` is the size of the text,
    100 being 10 points."""
    if app.style().name() != "fusion":  # a new one would take the old one from under every window
        app.setStyle("Fusion")
    font = QFont(FAMILY)
    font.setPointSizeF(TEXT_POINTS * percent / 100)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)
    colours = DARK if dark else LIGHT
    app.setPalette(palette_of(colours))
    QDir.setSearchPaths("icons", [str(resources / "icons")])
    app.setProperty(_DRESS, style_sheet(colours, percent))
    for top in app.topLevelWidgets():
        if top.property(_DRESS):
            dress(top)


def dress(top: QWidget) -> None:
    """Give a window its style sheet, which its dialogs and menus wear too. Not the application:
    with a sheet of its own Qt goes through all that is inside whenever a widget gets a parent,
    which takes a third of the time a page is built in."""
    top.setProperty(_DRESS, "worn")
    app = QApplication.instance()
    top.setStyleSheet(str(app.property(_DRESS) or "") if app is not None else "")


def dress_once(top: QWidget) -> None:
    """`dress` what may be dressed already."""
    if not top.property(_DRESS):
        dress(top)


_DRESS = "dress"


def style_sheet(colours: Colours, percent: int) -> str:
    """The style sheet for a set of colours and a size of text."""
    words = {field.name: getattr(colours, field.name) for field in fields(colours)}
    words["shade"] = "dark" if colours is DARK else "light"
    for name, length in _LENGTHS:
        words[name] = f"{round(length * percent / 100)}px"
    for name, points in (("name_pt", 13), ("head_pt", 11), ("small_pt", 9)):
        words[name] = f"{points * percent / 100:g}pt"
    return _SHEET.substitute(words)


_LENGTHS = (
    ("inner", CONTROL - 2),
    ("focus", CONTROL - 4),
    ("ring", CONTROL - 6),
    ("tight", CONTROL - 8),
    ("box", 14),
    ("round", 7.5),
    ("dot", 6),
    ("rim", 5),
    ("gap", 8),
)
_SHEET = Template("""
*[face="name"] { font-size: $name_pt; font-weight: 600; }
*[face="head"] { font-size: $head_pt; font-weight: 600; }
*[face="strong"] { font-weight: 600; }
*[face="small"] { font-size: $small_pt; }
QPushButton, QToolButton { background: $panel; color: $ink; border: 1px solid $edge;
  border-radius: 4px; min-height: $inner; padding: 0 11px; }
QToolButton { padding: 0 5px; }
QPushButton:hover, QToolButton:hover { background: $aside; border-color: $second; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 0 10px;
  min-height: $focus; }
QToolButton:focus { padding: 0 4px; }
QPushButton:disabled, QToolButton:disabled { color: $label; border-color: $hairline;
  background: transparent; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: 600; }
QPushButton[kind="primary"]:hover { border-color: $ink; }
QPushButton[kind="primary"]:focus { border: 3px double $on_accent; padding: 0 9px;
  min-height: $ring; }
QPushButton[kind="primary"]:disabled { background: $pressed; color: $label;
  border-color: $hairline; }
QPushButton[kind="link"], QToolButton[kind="link"] { background: transparent; color: $accent;
  border: 1px solid transparent; padding: 0 5px; min-height: $tight; }
QPushButton[kind="link"][flush="true"] { padding: 0 5px 0 0; text-align: left;
  min-height: $box; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: 0 4px; }
QPushButton[kind="link"][flush="true"]:focus { padding: 0 3px 0 0; }
QPushButton[kind="link"]:disabled { color: $ink; }
QPushButton[kind="fold"] { background: transparent; border: 1px solid transparent;
  padding: 0 5px 0 0; text-align: left; min-height: $tight; }
QPushButton[kind="fold"]:hover { color: $accent; }
QPushButton[kind="fold"]:focus { border: 2px solid $accent; padding: 0 4px 0 0; }
QToolButton[kind="flat"] { background: transparent; border: 1px solid transparent;
  min-height: 14px; padding: 0 3px; }
QToolButton[kind="flat"]:hover { background: $pressed; }
QToolButton[kind="flat"]:focus { border: 2px solid $accent; padding: 0 2px; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }
QFrame[kind="box"] { background: $aside; border: 1px solid $hairline; border-radius: 4px; }
QToolButton[kind="segment"] { border-radius: 0; margin: 0 0 0 -1px; padding: 0 11px; }
QToolButton[kind="segment"][place="first"] { border-top-left-radius: 4px;
  border-bottom-left-radius: 4px; margin: 0; }
QToolButton[kind="segment"][place="last"] { border-top-right-radius: 4px;
  border-bottom-right-radius: 4px; }
QToolButton[kind="segment"]:checked { background: $accent; color: $on_accent;
  border-color: $accent; font-weight: 600; }
QToolButton[kind="segment"]:focus { border: 2px solid $accent; padding: 0 10px; }
QToolButton[kind="segment"]:checked:focus { border: 3px double $on_accent; padding: 0 9px;
  min-height: $ring; }
QToolButton[kind="mark"] { padding: 0 8px; }
QToolButton[kind="mark"]:checked { background: $accent; color: $on_accent;
  border-color: $accent; font-weight: 600; }
QToolButton[kind="mark"][said="against"] { border: 2px solid $ink; font-weight: 600;
  padding: 0 7px; }
QLineEdit, QComboBox, QAbstractSpinBox { background: $panel; color: $ink;
  border: 1px solid $edge; border-radius: 4px; min-height: $inner; padding: 0 8px;
  selection-background-color: $fill; selection-color: $ink; }
QPlainTextEdit, QTextEdit { background: $panel; color: $ink; border: 1px solid $edge;
  border-radius: 4px; padding: 2px 4px; selection-background-color: $fill;
  selection-color: $ink; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $accent;
  padding: 0 7px; min-height: $focus; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 1px 3px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
  border: 2px solid $ink; padding: 0 7px; min-height: $focus; }
QLineEdit[kind="cell"], QComboBox[kind="cell"] { padding: 0 4px; }
QLineEdit[kind="cell"]:focus, QComboBox[kind="cell"]:focus, QLineEdit[kind="cell"][wrong="true"],
QComboBox[kind="cell"][wrong="true"] { padding: 0 3px; }
QLineEdit:read-only, QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
  background: $aside; color: $second; border-color: $hairline; }
QPlainTextEdit[readOnly="true"] { background: $aside; border-color: $hairline; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 24px; }
QComboBox[kind="cell"]::drop-down { width: 16px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(icons:down-$shade.svg);
  width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $edge; outline: 0;
  selection-background-color: $selection; selection-color: $ink; }
QCheckBox, QRadioButton { spacing: $gap; min-height: $tight; }
QCheckBox::indicator, QGroupBox::indicator, QListWidget::indicator,
QTableView::indicator { width: $box; height: $box;
  border: 1px solid $edge; border-radius: 3px; background: $panel; }
QCheckBox::indicator:checked, QListWidget::indicator:checked,
QTableView::indicator:checked { background: $accent;
  border-color: $accent;
  image: url(icons:check-$shade.svg); }
QCheckBox::indicator:indeterminate { background: $fill; border-color: $accent; }
QRadioButton::indicator { width: $box; height: $box; border: 1px solid $edge;
  border-radius: $round; background: $panel; }
QRadioButton::indicator:checked { width: $dot; height: $dot; border: $rim solid $accent; }
QCheckBox:focus, QRadioButton:focus { color: $accent; text-decoration: underline; }
QCheckBox::indicator:focus { border: 2px solid $accent; width: $box; height: $box; }
QAbstractItemView { background: $panel; border: none; outline: 0;
  selection-background-color: $selection; selection-color: $ink; }
QAbstractItemView[popup="true"] { border: 1px solid $edge; }
QAbstractItemView[ground="window"] { background: $window; }
QHeaderView { background: $aside; border: none; }
QHeaderView::section { background: $aside; color: $second; border: none;
  border-bottom: 1px solid $hairline; padding: 3px 8px; min-height: $tight; }
QTableCornerButton::section { background: $aside; border: none;
  border-bottom: 1px solid $hairline; }
QScrollArea, QAbstractScrollArea[frameless="true"] { border: none; background: $panel; }
QScrollArea[ground="window"] { background: $window; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; margin: 0; } QScrollBar:horizontal { height: 10px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $second; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: none; border: none; width: 0; height: 0; }
QSplitter::handle { background: $hairline; }
QMenu { background: $panel; border: 1px solid $edge; padding: 4px 0; }
QMenu::item { padding: 5px 24px 5px 12px; }
QMenu::item:selected { background: $selection; color: $ink; }
QMenu::item:disabled { color: $label; }
QMenu::icon { padding-left: 12px; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 0; }
QToolTip { background: $panel; color: $ink; border: 1px solid $edge; padding: 4px 6px; }
QProgressBar { background: $pressed; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QLabel[kind="key"] { color: $label; border: 1px solid $edge; border-radius: 3px;
  padding: 0 4px; font-size: $small_pt; }
QLabel[kind="avatar"] { background: $selection; color: $accent; border-radius: 4px;
  font-weight: 600; }
""")
