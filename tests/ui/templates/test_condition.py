"""A condition built by clicks: every fact, every value, countries, rows that come and go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from app.records.templates import Doubt, TemplateState
from app.rules.calendar import Shift
from app.rules.facts import VOCABULARY, FactKey
from app.rules.planning import Scope
from app.rules.terms import Answer, DateKind
from ui import fact_names
from ui.templates import words
from ui.widgets.condition_form import ConditionForm


@pytest.fixture
def form(dressed, qtbot) -> ConditionForm:
    made = ConditionForm()
    qtbot.addWidget(made)
    made.resize(640, 600)
    made.show()
    return made


def pick(button, key: str) -> None:
    """Choose a fact from the menu of groups."""
    button.menu().aboutToShow.emit()
    for group in button.menu().actions():
        for action in group.menu().actions():
            if action.text() == fact_names.NAMES[FactKey(key)]:
                assert action.isEnabled()
                action.trigger()
                return
    raise AssertionError(key)


def test_every_fact_has_a_name_of_its_own_and_stands_in_one_group():
    assert set(fact_names.NAMES) == set(FactKey)
    assert len(set(fact_names.NAMES.values())) == len(FactKey)
    grouped = [key for _, keys in fact_names.GROUPS for key in keys]
    assert sorted(grouped) == sorted(FactKey)


@pytest.mark.parametrize(
    ("kinds", "names"),
    [
        (Doubt, words.DOUBTS),
        (TemplateState, words.STATES),
        (Scope, words.SCOPES),
        (DateKind, words.KINDS),
        (Answer, words.ANSWERS),
    ],
    ids=lambda given: getattr(given, "__name__", ""),
)
def test_every_member_of_a_vocabulary_has_a_word_of_its_own(kinds, names):
    assert set(names) == set(kinds)
    assert len(set(names.values())) == len(names)


def test_every_shift_has_a_word():
    assert {shift.value for shift in Shift} <= set(words.SHIFTS)


@pytest.mark.parametrize("key", FactKey)
def test_a_fact_is_added_and_each_of_its_values_ticked_and_read_back(form, qtbot, key):
    qtbot.mouseClick(form.add_row, Qt.MouseButton.LeftButton)
    [row] = form.boxes
    pick(row.menu_button, key)
    [line] = row.lines
    assert form.rows() == ({str(key): ()},)
    values = VOCABULARY[key].values
    if VOCABULARY[key].is_country:
        for name in ("Indien", "USA, Florida"):
            line.editor.field.setText(name)
            qtbot.keyClick(line.editor.field, Qt.Key.Key_Return)
        assert form.rows() == ({str(key): ("IN", "US-FL")},)
        return
    QApplication.processEvents()
    for value in reversed(values):
        box = line.editor.boxes[value]
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert form.rows() == ({str(key): values},)

    again = ConditionForm()
    qtbot.addWidget(again)
    again.fill(form.rows())
    assert again.rows() == form.rows()


def test_the_order_of_values_stays_as_given_until_somebody_ticks(form, qtbot):
    given = ({"profession": ("doctor", "nurse")},)
    form.fill(given)
    assert form.rows() == given
    box = form.boxes[0].lines[0].editor.boxes["midwife"]
    box.click()
    assert form.rows() == ({"profession": ("nurse", "doctor", "midwife")},)


def test_a_fact_can_be_named_once_in_a_row_only(form):
    form.fill(({"origin": ("third",)},))
    button = form.boxes[0].menu_button
    button.menu().aboutToShow.emit()
    enabled = {
        action.text(): action.isEnabled()
        for group in button.menu().actions()
        for action in group.menu().actions()
    }
    assert not enabled["Staatsangehörigkeit"]
    assert enabled["Einreise"]


def test_what_another_version_of_the_program_wrote_is_kept_and_shown(form):
    given = ({"origin": ("third", "moon"), "star_sign": ("leo",)},)
    form.fill(given)
    assert form.rows() == given
    assert form.boxes[0].lines[0].editor.boxes["moon"].isChecked()


def test_rows_and_facts_go_and_the_focus_stays_near(form, qtbot):
    form.fill(({"origin": ("third",), "entry": ("visa",)}, {"children": ("yes",)}))
    with qtbot.waitSignal(form.edited):
        form.boxes[0].lines[0].remove.click()
    assert form.rows() == ({"entry": ("visa",)}, {"children": ("yes",)})
    form.boxes[0].remove.click()
    assert form.rows() == ({"children": ("yes",)},)
    form.boxes[0].remove.click()
    assert form.rows() == ()
    assert QApplication.focusWidget() is form.add_row
    assert form._always.isVisible()


def test_a_country_goes_with_its_cross(form):
    form.fill(({"licence_country": ("IN", "TN")},))
    form.boxes[0].lines[0].editor._chips[0].click()
    assert form.rows() == ({"licence_country": ("TN",)},)
