"""The list of all steps: groups by answer and chapter, search, what can be done with a row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.errors import Reason, Refused
from app.records.plan import BecauseView, ListedStep
from app.rules.terms import Answer, DateKind, Role, StepState, Track
from tests.ui.makers_plan import make_plan
from ui.widgets import all_steps_rows as rows
from ui.widgets.all_steps import ANSWER, WHY, AllSteps
from ui.widgets.all_steps_rows import AllStepsModel, Order

PLAN = make_plan(track=Track.RELOCATION)
LISTED = ListedStep(
    template="anmeldung",
    track=Track.RELOCATION,
    phase="contract",
    person=None,
    person_name="",
    title="Wohnsitz bei der Meldebehörde anmelden",
    short="Wohnsitz anmelden",
    kind=DateKind.DUTY,
    roles=(Role.PERSON,),
    due=None,
    applies=Answer.YES,
    because=(),
    ask=(),
    withheld=(),
    step=5,
    state=StepState.OPEN,
)
DOG = replace(
    LISTED,
    template="hund",
    short="Hund anmelden",
    applies=Answer.NO,
    because=(BecauseView("dog", "no", ""),),
    step=None,
    state=None,
)
UNCLEAR = replace(
    LISTED, template="schein", short="Führerschein", applies=Answer.UNCLEAR, ask=("licence_from",)
)
WITHHELD = replace(DOG, template="pflege", short="Pflegegrad", because=(), withheld=("care_need",))
YASMINS = replace(
    WITHHELD, template="kita", short="Kita-Platz", withheld=(), person=2, person_name="Yasmin"
)
ALL = (LISTED, DOG, UNCLEAR, WITHHELD, YASMINS)


def titles(found):
    return [(section.title, [row.short for row in section.rows]) for section in found]


def test_the_answers_stand_in_groups_what_is_never_asked_apart():
    assert titles(rows.sections(ALL, PLAN, Order.ANSWER)) == [
        ("Gilt", ["Wohnsitz anmelden"]),
        ("Unklar", ["Führerschein"]),
        ("Nur von Hand", ["Pflegegrad"]),
        ("Gilt nicht", ["Hund anmelden", "Kita-Platz"]),
    ]


def test_by_chapter_they_stand_in_the_order_of_the_plan():
    other = replace(DOG, phase="interest")
    strange = replace(DOG, phase="later", template="x")
    found = rows.sections((LISTED, other, strange), PLAN, Order.PHASE)
    assert [section.title for section in found] == ["Interest", "Contract", "later"]


@pytest.mark.parametrize(
    ("words", "short"),
    [("hund", "Hund anmelden"), ("YASMIN platz", "Kita-Platz"), ("führer", "Führerschein")],
)
def test_words_are_found_in_titles_and_names(words, short):
    ((_, found),) = titles(rows.sections(ALL, PLAN, Order.ANSWER, words))
    assert found == [short]


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (LISTED, "im Plan"),
        (DOG, "nicht im Plan"),
        (replace(LISTED, by_hand=True), "von Hand im Plan"),
        (replace(LISTED, state=StepState.DONE), "erledigt"),
        (replace(LISTED, state=StepState.NOT_NEEDED), "im Plan als nicht nötig"),
        (replace(LISTED, applies=Answer.NO), "nicht im Plan"),
    ],
)
def test_a_row_says_whether_the_plan_has_it(step, words):
    assert rows.place(step) == words


def test_the_reason_is_told_in_german_to_eye_and_ear():
    model = AllStepsModel()
    model.set_sections(rows.sections(ALL, PLAN, Order.ANSWER))
    index = model.index_of(rows.key_of(WITHHELD))
    assert "Art. 9 DSGVO" in index.siblingAtColumn(2).data()
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("Pflegegrad, alle, nur von Hand, nicht im Plan. ")
    group = model.index(2, 0)
    assert group.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Gruppe Nur von Hand, es entscheidet eine Angabe, die nicht erfragt wird, 1 Schritt"
    )


def test_the_model_keeps_qts_contract(dressed):
    model = AllStepsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.QtTest)
    for order in Order:
        for words in ("", "hund", "nirgends", ""):
            model.set_sections(rows.sections(ALL, PLAN, order, words))
    assert tester.model() is model
    assert model.rowCount() > 0


class Taken:
    """Keeps what was taken into the plan."""

    def __init__(self) -> None:
        self.taken: list[tuple[object, ...]] = []
        self.plan = self

    def take(self, *values):
        self.taken.append(values)

    def do(self, deed):
        deed(self)


@pytest.fixture
def desk() -> Taken:
    return Taken()


@pytest.fixture
def view(dressed, qtbot, desk) -> AllSteps:
    made = AllSteps(desk.do)
    qtbot.addWidget(made)
    made.resize(1200, 600)
    made.show()
    made.show_steps(ALL, PLAN)
    return made


def test_what_is_not_in_the_plan_is_taken_for_whom_it_is(view, desk, qtbot):
    view.list.choose(rows.key_of(YASMINS))
    assert view.primary.text() == "In den Plan nehmen"
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert view.primary.hasFocus()
    qtbot.keyClick(view.primary, Qt.Key.Key_Space)
    assert desk.taken == [(PLAN.head.id, "kita", 2)]


def test_what_is_in_the_plan_is_shown_there(view, desk, qtbot):
    view.list.choose(rows.key_of(LISTED))
    assert view.said(ANSWER) == "gilt, im Plan"
    assert view.said(WHY) == "Gilt für jeden Haushalt."
    with qtbot.waitSignal(view.step_wanted) as wanted:
        view.primary.click()
    assert wanted.args == [5]
    assert desk.taken == []


def test_the_search_narrows_and_says_when_nothing_is_left(view, qtbot):
    view.search.setFocus()
    qtbot.keyClicks(view.search, "hund")
    assert [s.title for s in view.list.steps.sections] == ["Gilt nicht"]
    qtbot.keyClicks(view.search, "xx")
    assert view._nothing.text() == "Kein Schritt passt zu „hundxx“."
    assert not view.list.isVisible()
    qtbot.keyClick(view.search, Qt.Key.Key_Escape)
    assert view.list.isVisible()
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(view.search, Qt.Key.Key_Escape)


def test_another_order_and_a_refresh_keep_the_row(view):
    view.list.choose(rows.key_of(DOG))
    view.order.choose(Order.PHASE)
    view.order.chosen.emit(Order.PHASE)
    assert view.current() is DOG
    taken = replace(DOG, step=9, state=StepState.OPEN, by_hand=True, applies=Answer.YES)
    view.show_steps((LISTED, taken, UNCLEAR, WITHHELD, YASMINS), PLAN)
    assert view.current() is taken
    assert view.said(ANSWER) == "gilt, von Hand im Plan"


def test_a_refusal_stands_below_the_act_until_another_row(view):
    view.list.choose(rows.key_of(DOG))
    view.refuse(Refused(Reason.ALREADY_IN_PLAN))
    assert view._sentence.isVisible()
    view.list.choose(rows.key_of(YASMINS))
    assert not view._sentence.isVisible()


def test_the_sentence_counts_the_answers(view):
    assert view.sentence() == "1 von 5 Schritten der Vorlagen gilt, 1 ist unklar."


def test_of_a_move_the_family_acts():
    assert rows.who(LISTED) == "Familie"
    assert rows.who(replace(LISTED, track=Track.ONBOARDING)) == "Fachkraft"
