"""A reason goes when what it was said of is amended, and not before."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.choices import Choice, GrowingText
from ui.widgets.field import Field
from ui.widgets.inline_ask import InlineAsk
from ui.widgets.marks import Marks, Way
from ui.widgets.ticks import Ticks
from ui.widgets.trouble import Trouble

WRONG = "Bitte als TT.MM.JJJJ eingeben."


@pytest.fixture
def field(qtbot, dressed):
    made = Field("&Tag", QLineEdit("31.2.2027"))
    qtbot.addWidget(made)
    made.show()
    return made


def ticks():
    boxes = Ticks()
    boxes.set_choices([("a", "erstens"), ("b", "zweitens")])
    return boxes


def pressed(marks):
    marks._pressed("a")


EDITORS = [
    (lambda: QLineEdit("nichts"), lambda each: each.setText("etwas")),
    (lambda: GrowingText(), lambda each: each.setPlainText("etwas")),
    (lambda: Choice([("a", "eins"), ("b", "zwei")]), lambda each: each.choose("b")),
    (ticks, lambda each: each.boxes["b"].click()),
    (lambda: Marks(Way.BOTH, [("a", "1", "Kita")]), pressed),
]


@pytest.mark.parametrize(("make", "amend"), EDITORS, ids=["line", "text", "choice", "tick", "mark"])
def test_a_reason_goes_with_another_value_whatever_the_editor_is(qtbot, dressed, make, amend):
    field = Field("&Tag", make())
    qtbot.addWidget(field)
    field.say(WRONG)
    with qtbot.waitSignal(field.amended, timeout=1000):
        amend(field.editor)
    assert field.reason() == ""
    assert field.editor.property("wrong") == "false"


def test_a_reason_stays_while_the_same_is_put_in_again(qtbot, field):
    field.say(WRONG)
    with qtbot.assertNotEmitted(field.amended, wait=30):
        field.editor.setText("")
        field.editor.setText("31.2.2027")
    assert field.reason() == WRONG


def test_a_newer_reason_of_what_stands_there_now_stays(qtbot, field):
    def check(text):
        field.say(f"{text} ist kein Tag.", lead=False)

    field.editor.textEdited.connect(check)
    check("31.2.2027")
    qtbot.keyClicks(field.editor, "7")
    qtbot.wait(20)
    assert field.reason() == "31.2.20277 ist kein Tag."


def test_a_question_in_place_takes_its_reason_back_too(qtbot, dressed):
    ask = InlineAsk("&Weil", "Speichern", QLineEdit())
    qtbot.addWidget(ask)
    ask.say("Bitte einen Grund angeben.")
    qtbot.keyClicks(ask.editor, "zieht um")
    qtbot.waitUntil(lambda: ask.reason() == "")
    assert ask.editor.text() == "zieht um"


def test_the_trouble_of_a_line_goes_with_any_of_its_editors(qtbot, dressed):
    line = QWidget()
    qtbot.addWidget(line)
    trouble, day, state = Trouble(line), QLineEdit(), Choice([("a", "eins"), ("b", "zwei")])
    column = QVBoxLayout(line)
    for each in (day, state, trouble):
        column.addWidget(each)
    for amend in (lambda: day.setText("1.3.2027"), lambda: state.choose("b")):
        trouble.say(WRONG)
        qtbot.wait(10)
        assert not trouble.isHidden()
        amend()
        qtbot.waitUntil(trouble.isHidden)
