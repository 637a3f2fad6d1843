"""Contrast, sizes, fonts and icons."""

from __future__ import annotations

import ast

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from tests.conftest import ROOT
from ui import icons, theme
from ui.tabs import TABS
from ui.theme import DARK, LIGHT, Tone
from ui.widgets.buttons import push

TEXTS = ("ink", "second", "label", "accent", "red")
GROUNDS = ("window", "panel", "aside", "selection")
PAIRS = [
    *((text, ground) for text in TEXTS for ground in GROUNDS),
    ("on_accent", "accent"),
    ("red", "red_tint"),
    ("ink", "red_tint"),
    ("ink", "fill"),
    ("label", "pressed"),
    ("ink", "pressed"),
]


def luminance(colour):
    def linear(value):
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    made = QColor(colour)
    parts = zip((0.2126, 0.7152, 0.0722), (made.redF(), made.greenF(), made.blueF()), strict=True)
    return sum(weight * linear(part) for weight, part in parts)


def contrast(one, other):
    """WCAG 2.2, relative luminance."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_text_is_readable_on_every_ground(colours, text, ground):
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["window", "panel"])
def test_edges_of_controls_are_seen(colours, ground):
    """WCAG 2.2, 1.4.11: 3:1 for what a control is known by."""
    assert contrast(colours.edge, getattr(colours, ground)) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_are_read_back_from_the_palette(dressed, colours):
    palette = theme.palette_of(colours)
    assert theme.colours_of(palette) is colours
    assert theme.colour_of(palette, Tone.RED).name() == colours.red.lower()


def test_the_shipped_family_is_used(dressed):
    assert QFontInfo(QApplication.font()).family() == "Inter"
    assert theme.face_font("strong").weight() > theme.face_font().weight()


def test_figures_are_of_one_width_and_hyphens_are_not(dressed):
    figures = QFontMetrics(theme.face_font(figures=True))
    assert figures.horizontalAdvance("1111") == figures.horizontalAdvance("8888")
    words = QFontMetrics(theme.face_font())
    assert words.horizontalAdvance("Beispiel-Land") < figures.horizontalAdvance("Beispiel-Land")


@pytest.mark.parametrize("percent", [100, 125, 200])
@pytest.mark.parametrize("make", [QLineEdit, lambda: push("Änderung", int, "plus")])
def test_controls_are_28_pixels_high_and_grow_with_the_text(qtbot, looks, percent, make):
    looks(percent=percent)
    control = make()
    qtbot.addWidget(control)
    control.show()
    assert control.sizeHint().height() == round(26 * percent / 100) + 2
    assert QFontMetrics(control.font()).height() <= control.sizeHint().height() - 2


def test_focus_moves_nothing(qtbot, dressed):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    before = field.sizeHint()
    field.setFocus()
    field.style().polish(field)
    assert field.sizeHint() == before


def test_faces_follow_the_text_size(qtbot, looks):
    label = QLabel("Ben Amor")
    theme.set_face(label, "name")
    qtbot.addWidget(label)
    label.show()
    assert label.font().pointSizeF() == 13
    looks(percent=200)
    assert label.font().pointSizeF() == 26


def test_icons_wear_the_colours_of_the_palette(qtbot, looks):
    button = push("Suchen", int, "search")
    qtbot.addWidget(button)
    button.show()
    light = button.icon().pixmap(16).toImage()
    looks(dark=True)
    icons.redress(button.parentWidget() or button)
    icons.dress(button, "search")
    dark = button.icon().pixmap(16).toImage()
    assert light != dark


def named_icons():
    """The icons that the code of the window names, by the calls that take one."""
    places = {"push": 2, "primary": 2, "link": 2, "icon_button": 0, "dress": 1, "pixmap": 0}
    for file in (ROOT / "ui").rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            found = [given.value for given in call.keywords if given.arg == "icon"]
            if name in places and len(call.args) > places[name]:
                found.append(call.args[places[name]])
            for each in found:
                if isinstance(each, ast.Constant) and each.value:
                    yield str(each.value)


def test_every_icon_named_in_the_code_is_shipped(dressed):
    named = {*named_icons(), *(tab.icon for tab in TABS)}
    assert {"undo-2", "search", "users"} <= named
    for name in named:
        assert not icons.pixmap(name, "#000000").isNull()
    assert (ROOT / "resources" / "icons" / "LICENSE.txt").exists()


def test_an_unknown_icon_is_an_error(dressed):
    with pytest.raises(FileNotFoundError, match="no-such-icon"):
        icons.pixmap("no-such-icon", "#000000")
