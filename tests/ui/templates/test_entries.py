"""The smaller editors of the form: distances, dates as examples, ordered picks, pairs, notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.errors import Fault
from app.records.templates import (
    Affected,
    Checked,
    Example,
    StepChange,
    StepDraft,
    TemplateRow,
    TemplateState,
)
from app.rules.calendar import Day
from app.rules.terms import Answer, DateKind, Track
from tests.ui.templates.test_condition import pick
from ui.templates.change_model import ChangeModel
from ui.templates.form import StepForm
from ui.templates.offers import Offers
from ui.templates.offset_entry import OffsetEntry
from ui.templates.pair import TextPair
from ui.templates.picks import Picks
from ui.templates.step_list import StepList, in_phases
from ui.templates.step_model import StepModel, reordered
from ui.templates.telling import Names, differences, offset
from ui.templates.term import example

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
TODAY = date(2026, 11, 23)
DRAFT = StepDraft(
    id="m_mentor",
    track=Track.ONBOARDING,
    phase="preboarding",
    title={"de": "Pate oder Patin benennen", "en": "Name a mentor"},
    short={"de": "Pate/Patin benennen", "en": "Name a mentor"},
    explain={"de": "Wer hilft in den ersten Wochen?", "en": "Who helps in the first weeks?"},
    kind="advice",
    offset="-P2W",
    anchor="work_start",
    roles=("employer",),
    office_type="employer",
    office={"de": "Arbeitgeber", "en": "Employer"},
)


@pytest.fixture
def form(dressed, qtbot) -> StepForm:
    made = StepForm()
    qtbot.addWidget(made)
    made.resize(860, 2000)
    made.offer(Offers(TODAY), DRAFT)
    made.show_draft(DRAFT)
    made.show()
    return made


@pytest.mark.parametrize(
    "text", ["P14D", "-P3W", "P5WD", "P0D", "P1Y", "-P12M", "P1Y6M", "bald", ""]
)
def test_a_distance_stays_as_it_was_written_until_it_is_changed(dressed, qtbot, text):
    entry = OffsetEntry()
    qtbot.addWidget(entry)
    entry.fill(text)
    assert entry.offset() == text


def test_a_distance_is_typed_as_number_unit_and_side(dressed, qtbot):
    entry = OffsetEntry()
    qtbot.addWidget(entry)
    entry.fill("P14D")
    entry.number.selectAll()
    qtbot.keyClicks(entry.number, "3")
    entry.unit.choose("W")
    entry.unit.activated.emit(2)
    entry.side.choose("-")
    entry.side.activated.emit(0)
    assert entry.offset() == "-P3W"
    entry.number.selectAll()
    qtbot.keyClicks(entry.number, "0")
    assert entry.offset() == "P0W"
    entry.number.selectAll()
    qtbot.keyClick(entry.number, Qt.Key.Key_Delete)
    assert entry.offset() == ""


@pytest.mark.parametrize(
    ("anchor", "text", "shift", "first", "said"),
    [
        ("work_start", "-P2W", "none", False, "bei Arbeitsbeginn Mo 01.03.2027: Mo 15.02.2027"),
        ("move_in", "P6D", "next_working_day", False, "bei Einzug Mo 01.03.2027: Mo 08.03.2027"),
        ("move_in", "P1M", "none", True, "bei Einzug Mo 01.03.2027: Mi 31.03.2027"),
        ("", "P5WD", "none", False, "bei Erledigung Mo 01.03.2027: Mo 08.03.2027"),
        ("move_in", "P11Y", "none", False, ""),
        ("move_in", "", "none", False, ""),
    ],
)
def test_an_example_says_what_comes_out(anchor, text, shift, first, said):
    assert example(anchor, text, shift, date(2027, 3, 1), first_day_counts=first) == said


def test_picks_keep_their_order_and_are_moved_by_their_arrows(dressed, qtbot):
    picks = Picks("Rolle")
    qtbot.addWidget(picks)
    picks.set_choices([("employer", "Arbeitgeber"), ("hr", "Personal"), ("person", "Fachkraft")])
    picks.fill(("person", "hr"))
    picks.show()
    picks.take("employer")
    assert picks.codes() == ("person", "hr", "employer")
    picks.shift("employer", -1)
    assert picks.codes() == ("person", "employer", "hr")
    with qtbot.waitSignal(picks.edited):
        picks.drop("person")
    assert picks.codes() == ("employer", "hr")
    picks.few.choose("person")
    picks.few.activated.emit(1)
    assert picks.codes() == ("employer", "hr", "person")
    picks.take("hr")
    assert picks.codes() == ("employer", "hr", "person")


def test_many_choices_are_found_by_typing(dressed, qtbot):
    picks = Picks("Unterlage")
    qtbot.addWidget(picks)
    picks.set_choices([(f"paper{n}", f"Papier {n}") for n in range(20)])
    picks.show()
    qtbot.keyClicks(picks.many, "papier 7")
    qtbot.keyClick(picks.many, Qt.Key.Key_Return)
    assert picks.codes() == ("paper7",)
    qtbot.keyClicks(picks.many, "gibt es nicht")
    qtbot.keyClick(picks.many, Qt.Key.Key_Return)
    assert picks.codes() == ("paper7",)
    assert picks.many.text() == "gibt es nicht"


def test_a_pair_counts_the_characters_of_the_short_title(dressed, qtbot):
    pair = TextPair("Kurzer Titel", longest=44)
    qtbot.addWidget(pair)
    pair.fill({"de": "Pate benennen"})
    assert pair.texts() == {"de": "Pate benennen"}
    qtbot.keyClicks(pair.editors["en"], "Name a mentor ")
    assert pair.texts() == {"de": "Pate benennen", "en": "Name a mentor"}
    assert pair._counters["en"].text() == "13 von 44 Zeichen"


def test_a_form_reads_back_what_it_was_filled_with(form):
    assert form.draft() == DRAFT


def test_a_fault_stands_beside_its_field_and_goes_again_and_the_focus_stays(form, qtbot):
    form.term.offset.number.setFocus()
    form.show_checked(Checked((Fault("x", 0, "offset", "bad_offset"),), ()))
    assert "zehn Jahre" in form.reason_of("offset")
    assert form.first_fault() is form.term.fields["offset"]
    form.show_checked(Checked((), ()))
    assert form.reason_of("offset") == ""
    assert form.first_fault() is None


def test_a_fault_of_no_field_is_told_above_the_form(form):
    form.show_checked(Checked((Fault("x", 0, "track", "unknown_value"),), ()))
    assert form._rest.isVisible()


def test_an_example_is_built_and_told_how_it_turns_out(form, qtbot):
    form.examples.add_example.click()
    [box] = form.examples.boxes
    pick(box.menu_button, "origin")
    box.lines[0].editor.choose("third")
    assert form.draft().examples == (Example({"origin": "third"}, Answer.YES),)
    form.show_checked(Checked((), (Answer.NO,)))
    assert box.outcome.text() == "kommt anders heraus: gilt nicht"
    form.show_checked(Checked((), (Answer.YES,)))
    assert box.outcome.text() == "kommt so heraus"


def test_a_note_is_written_with_its_condition(form, qtbot):
    form.notes.add_note.click()
    [box] = form.notes.boxes
    qtbot.keyClicks(box.text.editors["de"], "Bitte anrufen.")
    box.condition.add_row.click()
    pick(box.condition.boxes[0].menu_button, "pet")
    box.condition.boxes[0].lines[0].editor.boxes["yes"].click()
    [note] = form.draft().notes
    assert (note.text, note.when) == ({"de": "Bitte anrufen."}, ({"pet": ("yes",)},))
    box.remove.click()
    assert form.draft() == DRAFT


def test_a_stand_that_is_no_date_is_told_and_not_guessed(form, qtbot):
    qtbot.keyClicks(form.proof.stand, "neulich")
    form.show_checked(Checked((), ()))
    assert "TT.MM.JJJJ" in form.reason_of("stand")
    assert form.draft().stand is None


def test_the_other_step_takes_the_place_of_the_anchor(form, qtbot):
    offers = Offers(TODAY, steps=(("m_start", "Erster Tag"), ("m_mentor", "Pate benennen")))
    form.offer(offers, DRAFT)
    form.term.counts_from.way.chosen.emit("after")
    form.term.counts_from.after.setFocus()
    qtbot.keyClicks(form.term.counts_from.after, "erster tag")
    assert (form.draft().anchor, form.draft().after) == ("", "m_start")


def rows():
    return tuple(
        TemplateRow(
            f"s{n}",
            Track.ONBOARDING,
            "a" if n < 3 else "b",
            f"Schritt {n}",
            DateKind.ADVICE,
            TemplateState.SHIPPED,
        )
        for n in range(5)
    )


def test_the_list_of_steps_keeps_qts_contract(dressed):
    model = StepModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_sections(in_phases(rows(), (("a", "Anfang"), ("b", "Ende"))))
    model.set_unsaved(frozenset({"s1"}))
    assert "nicht gespeichert" in model.data(model.index_of("s1"))
    model.set_sections(in_phases(rows(), (("a", "Anfang"), ("b", "Ende")), "schritt 4"))
    assert model.rowCount() == 1
    del tester


def test_a_row_is_carried_within_its_phase_only(dressed, qtbot):
    model = StepModel()
    model.set_sections(in_phases(rows(), (("a", "Anfang"), ("b", "Ende"))))
    carried = model.mimeData([model.index_of("s0")])
    own, other = model.index(0, 0), model.index(1, 0)
    move = Qt.DropAction.MoveAction
    with qtbot.waitSignal(model.moved) as moved:
        assert not model.dropMimeData(carried, move, 2, 0, own)
    assert moved.args == ["s0", "s2"]
    with qtbot.assertNotEmitted(model.moved):
        model.dropMimeData(carried, move, 0, 0, other)
        model.dropMimeData(carried, move, 0, 0, own)


def test_alt_and_an_arrow_move_a_row(dressed, qtbot):
    view = StepList(StepModel())
    qtbot.addWidget(view)
    view.set_sections(in_phases(rows(), (("a", "Anfang"), ("b", "Ende"))), same=False)
    view.choose("s1")
    alt = Qt.KeyboardModifier.AltModifier
    with qtbot.waitSignal(view.moved) as down:
        qtbot.keyClick(view, Qt.Key.Key_Down, alt)
    with qtbot.waitSignal(view.moved) as up:
        qtbot.keyClick(view, Qt.Key.Key_Up, alt)
    assert (down.args, up.args) == (["s1", ""], ["s1", "s0"])
    view.choose("s3")
    with qtbot.assertNotEmitted(view.moved):
        qtbot.keyClick(view, Qt.Key.Key_Up, alt)
    view.set_movable(movable=False)
    view.choose("s1")
    with qtbot.assertNotEmitted(view.moved):
        qtbot.keyClick(view, Qt.Key.Key_Up, alt)


@pytest.mark.parametrize(
    ("template", "above", "order"),
    [("c", "a", "cabde"), ("a", "", "bcade"), ("a", "c", "bacde"), ("d", "", "abced")],
)
def test_a_new_order_moves_one_step_and_no_other(template, above, order):
    phase = "abc" if template in "abc" else "de"
    assert "".join(reordered("abcde", template, above, phase)) == order


def test_the_list_of_households_keeps_qts_contract(dressed):
    change = StepChange("Amira", Day(date(2027, 3, 1)), Day(date(2027, 3, 15)))
    comes = StepChange("", None, Day(date(2027, 3, 1)), comes=True)
    model = ChangeModel(
        [Affected(1, "Ben Amor", (change,)), Affected(2, "Kowalski", (change, comes))]
    )
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.chosen() == {1, 2}
    assert model.data(model.index(0, 2)) == "Mo 15.03.2027"
    second = model.index(1, 0)
    assert model.rowCount(second) == 2
    assert model.data(model.index(1, 2, second)) == "kommt dazu, Mo 01.03.2027"
    model.setData(second, None, Qt.ItemDataRole.CheckStateRole)
    assert model.chosen() == {1}
    model.choose(frozenset())
    assert model.chosen() == frozenset()
    del tester


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("P14D", "14 Tage danach"),
        ("-P1W", "1 Woche davor"),
        ("P0D", "am selben Tag"),
        ("P5WD", "5 Arbeitstage danach"),
        ("P1Y6M", "P1Y6M"),
        ("", ""),
    ],
)
def test_a_distance_is_told_in_words(text, said):
    assert offset(text) == said


def test_two_versions_are_told_by_the_fields_in_which_they_differ():
    other = replace(DRAFT, offset="-P4W", when=({"origin": ("third",)},), roles=("hr",))
    found = differences(DRAFT, other, Names({}, {}, {}, {}))
    assert [(each.label, each.left, each.right) for each in found] == [
        ("Wann es gilt", "für jeden Haushalt", "Staatsangehörigkeit: Drittstaat"),
        ("Abstand", "2 Wochen davor", "4 Wochen davor"),
        ("Wer handelt", "Arbeitgeber", "Personalabteilung"),
    ]
