"""The shifts of an employer in its form: typed, changed in place, removed, each kept at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.records.care import ShiftDraft
from app.records.providers import Category
from app.rules.rosters import DAY, ShiftKind
from tests.services.test_beside import WHOLE
from tests.ui.providers.forms import click, draft_of, shown
from ui.providers.parts.shift_row import Room
from ui.providers.parts.shifts import NONE, NOT_YET
from ui.rosters.words import SHIFT_KINDS
from ui.tabs import place

CLINIC = {"category": Category.EMPLOYER, "organisation": "Deichklinik", "settling_weeks": None}
EARLY = ShiftDraft(ShiftKind.EARLY, 360, 852, "F", "Frühdienst")
NIGHT = ShiftDraft(ShiftKind.NIGHT, 1245, DAY + 375, "N", "Nachtdienst")
ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(window, qtbot):
    with qtbot.waitActive(window):
        window.activateWindow()
    return window.go_to(place("providers"))


@pytest.fixture
def clinic(page):
    return shown(page, **CLINIC)


@pytest.fixture
def shifts(page, clinic):
    """The part of the form, with two shifts."""
    for draft in (NIGHT, EARLY):
        page.acts.do(lambda desk, draft=draft: desk.rosters.add_shift(clinic, draft))
    return page.form.shifts


def kept(page, provider):
    return [each.draft for each in page.desk.rosters.shifts(provider)]


def type_into(qtbot, row, **texts):
    for name, text in texts.items():
        row.editor(name).setFocus()
        row.editor(name).selectAll()
        qtbot.keyClicks(row.editor(name), text)


def row_of(part, code):
    return next(row for row in part.rows.values() if row.shown().code == code)


def test_shifts_belong_to_employers_and_wait_until_the_entry_is_saved(page):
    part = page.form.shifts
    shown(page)
    assert not part.isVisible()
    shown(page, **CLINIC)
    assert part.isVisible()
    assert (part._told.text(), part.new.isVisible()) == (NONE, True)
    page._new()
    page.form.editor("category").choose(str(list(Category).index(Category.EMPLOYER)))
    assert part.isVisible()
    assert (part._told.text(), part.new.isVisible()) == (NOT_YET, False)


def test_a_shift_is_typed_with_the_keyboard_alone_and_the_next_can_follow(page, clinic, qtbot):
    part = page.form.shifts
    part.new.editor("code").setFocus()
    for text in ("F", "Fruehdienst", "6"):
        qtbot.keyClicks(page.window().focusWidget(), text)
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(page.window().focusWidget(), "1412")
    assert part.new.editor("kind").currentText() == "Frühdienst"
    qtbot.keyClick(page.window().focusWidget(), ENTER)
    assert kept(page, clinic) == [replace(EARLY, name="Fruehdienst")]
    assert page.window().focusWidget() is part.new.editor("code")
    assert part.new.typed().is_blank
    assert row_of(part, "F").editor("end").text() == "14:12"


def test_a_shift_can_be_typed_in_one_go(page, clinic, qtbot):
    part = page.form.shifts
    type_into(qtbot, part.new, code="N Nachtdienst 20:45 6:15")
    qtbot.keyClick(part.new.editor("code"), ENTER)
    assert kept(page, clinic) == [NIGHT]
    assert row_of(part, "N").editor("end").text() == "06:15 (+1)"


def test_what_was_typed_in_one_go_goes_into_its_fields_when_the_row_is_left(page, clinic, qtbot):
    new = page.form.shifts.new
    type_into(qtbot, new, code="N Nachtdienst 20:45 6:15")
    page.form.editor("phone").setFocus()
    assert [new.editor(name).text() for name in ("code", "name", "start", "end")] == [
        *("N", "Nachtdienst", "20:45", "6:15")
    ]
    assert kept(page, clinic) == []


def test_shifts_stand_in_the_order_of_their_day_and_the_tab_key_follows(page, shifts, qtbot):
    rows = sorted(shifts.rows.values(), key=lambda row: row.y())
    assert [row.shown().code for row in rows] == ["F", "N"]
    assert not shifts._told.isVisible()
    rows[0].editor("code").setFocus()
    for _ in range(6):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    assert page.window().focusWidget() is rows[1].editor("code")


def test_a_shift_is_changed_in_place_by_enter(page, clinic, shifts, qtbot):
    row = row_of(shifts, "F")
    type_into(qtbot, row, end="15")
    assert page.form.is_changed
    qtbot.keyClick(row.editor("end"), ENTER)
    assert kept(page, clinic)[0] == replace(EARLY, end=900)
    assert row.editor("end").text() == "15:00"
    assert not page.form.is_changed


def test_a_shift_is_kept_when_its_row_is_left_and_not_before(page, clinic, shifts, qtbot):
    row = row_of(shifts, "F")
    type_into(qtbot, row, start="7", end="15")
    assert kept(page, clinic)[0] == EARLY
    shifts.new.editor("code").setFocus()
    qtbot.waitUntil(lambda: kept(page, clinic)[0] == replace(EARLY, start=420, end=900))
    assert page.window().focusWidget() is shifts.new.editor("code")


def test_another_kind_is_kept_at_once(page, clinic, shifts):
    kinds = row_of(shifts, "F").editor("kind")
    kinds.setCurrentIndex(kinds.findText(SHIFT_KINDS[ShiftKind.DAY]))
    kinds.activated.emit(kinds.currentIndex())
    assert kept(page, clinic)[0] == replace(EARLY, kind=ShiftKind.DAY)


def test_a_kind_chosen_for_a_new_shift_holds_against_its_times(page, clinic, qtbot):
    new = page.form.shifts.new
    kinds = new.editor("kind")
    kinds.setCurrentIndex(kinds.findText(SHIFT_KINDS[ShiftKind.ON_CALL]))
    kinds.activated.emit(kinds.currentIndex())
    assert not page.form.is_changed
    type_into(qtbot, new, start="6", end="14")
    qtbot.mouseClick(new.button, Qt.MouseButton.LeftButton)
    assert [each.kind for each in kept(page, clinic)] == [ShiftKind.ON_CALL]


def test_removing_can_be_undone_and_adding_too(page, clinic, shifts, qtbot):
    qtbot.mouseClick(row_of(shifts, "F").button, Qt.MouseButton.LeftButton)
    assert kept(page, clinic) == [NIGHT]
    assert [row.shown().code for row in shifts.rows.values()] == ["N"]
    page.acts.undo()
    assert kept(page, clinic) == [EARLY, NIGHT]
    assert {row.shown().code for row in shifts.rows.values()} == {"F", "N"}
    page.acts.undo()
    assert kept(page, clinic) == [NIGHT]


@pytest.mark.parametrize(
    ("texts", "field"),
    [({"start": "6", "end": "x"}, "end"), ({"code": "F"}, "start"), ({"start": "24"}, "start")],
)
def test_what_is_refused_stays_typed_with_its_reason(page, clinic, qtbot, texts, field):
    new = page.form.shifts.new
    type_into(qtbot, new, **texts)
    qtbot.keyClick(new.editor(field), ENTER)
    assert "Uhrzeiten" in new.reason()
    assert new.editor(field).accessibleDescription() == new.reason()
    assert page.window().focusWidget() is new.editor(field)
    assert page.form.is_changed
    assert page.unsaved()
    type_into(qtbot, new, start="6", end="14")
    assert new.reason() == ""
    qtbot.keyClick(new.editor("end"), ENTER)
    assert len(kept(page, clinic)) == 1
    assert not page.unsaved()


def test_what_the_desk_refuses_is_said_in_the_row(page, clinic, shifts, qtbot):
    row = row_of(shifts, "F")
    page.desk.rosters.remove_shift(next(key for key, each in shifts.rows.items() if each is row))
    type_into(qtbot, row, end="15")
    qtbot.keyClick(row.editor("end"), ENTER)
    assert row.reason() == "Diesen Dienst gibt es nicht mehr."


def test_a_row_that_cannot_be_read_stays_typed_when_it_is_left(page, clinic, shifts, qtbot):
    row = row_of(shifts, "F")
    type_into(qtbot, row, end="x")
    page.form.editor("phone").setFocus()
    qtbot.waitUntil(lambda: bool(row.reason()))
    assert page.window().focusWidget() is page.form.editor("phone")
    assert (row.editor("end").text(), kept(page, clinic)[0]) == ("x", EARLY)
    qtbot.keyClick(row.editor("end"), Qt.Key.Key_Escape)
    assert (row.editor("end").text(), row.reason()) == ("14:12", "")
    assert not page.form.is_changed


def test_saving_the_form_keeps_a_shift_that_was_typed_too(page, clinic, qtbot):
    type_into(qtbot, page.form.shifts.new, code="F", name="Dienst", start="6", end="14")
    page.form.editor("phone").setText("04931 77")
    page.form.save()
    assert draft_of(page, clinic).phone == "04931 77"
    assert [each.code for each in kept(page, clinic)] == ["F"]
    assert not page.form.is_changed


def test_discarding_gives_a_typed_shift_up(page, clinic, qtbot):
    type_into(qtbot, page.form.shifts.new, code="F", start="6")
    click(page, qtbot, "Verwerfen")
    assert page.form.shifts.new.typed().is_blank
    assert kept(page, clinic) == []


def test_leaving_asks_before_a_typed_shift_is_lost(page, clinic, recorder, qtbot):
    other = int(page.desk.providers.add(replace(WHOLE, **CLINIC)).facts["id"])
    type_into(qtbot, page.form.shifts.new, code="F", start="6")
    recorder.agrees = False
    page._go_to(other)
    assert recorder.asked == ["Eingaben verwerfen?"]
    assert page.form.shifts.new.typed().code == "F"
    recorder.agrees = True
    page._go_to(other)
    assert page.form.shifts.new.typed().is_blank
    page._go_to(clinic)
    assert kept(page, clinic) == []


def test_a_typed_shift_outlasts_a_change_made_elsewhere(page, clinic, shifts, qtbot):
    type_into(qtbot, shifts.new, code="S", start="13")
    page.acts.do(
        lambda desk: desk.providers.edit(clinic, replace(draft_of(page, clinic), note="neu"))
    )
    page.acts.do(lambda desk: desk.rosters.add_shift(clinic, replace(EARLY, code="F2")))
    assert (shifts.new.typed().code, len(shifts.rows)) == ("S", 3)
    assert page.form.draft().note == "neu"


def test_each_employer_shows_its_own_shifts(page, clinic, shifts):
    other = shown(page, **CLINIC)
    assert shifts.rows == {}
    page.reveal(clinic)
    assert len(shifts.rows) == 2
    assert other != clinic


def test_folded_it_says_how_many_there_are(shifts, page):
    shifts.unfold(open_=False)
    assert shifts._beside.text() == "2 Dienste"
    page.acts.undo()
    assert shifts._beside.text() == "1 Dienst"


def test_an_entry_that_is_no_employer_any_more_keeps_its_shifts_in_sight(page, clinic, shifts):
    page.acts.do(
        lambda desk: desk.providers.edit(
            clinic, replace(draft_of(page, clinic), category=Category.OTHER)
        )
    )
    assert shifts.isVisible()
    assert len(shifts.rows) == 2


@pytest.mark.parametrize(("wide", "room"), [(420, Room.ONE), (380, Room.TWO), (280, Room.THREE)])
def test_the_fields_of_a_shift_fit_into_narrow_forms(shifts, wide, room, qtbot):
    part = shifts
    part.setParent(None)
    qtbot.addWidget(part)
    part.show()
    part.resize(wide, 600)
    row = row_of(part, "N")
    editors = [row.editor(name) for name in ("code", "name", "start", "end", "kind")]
    qtbot.waitUntil(
        lambda: (
            row._room is room
            and row.width() <= wide
            and all(each.geometry().right() < row.width() for each in editors)
        )
    )
    assert part.minimumSizeHint().width() <= 280


def test_every_field_has_a_name_for_a_screen_reader(shifts):
    row = row_of(shifts, "N")
    assert row.editor("end").accessibleName() == "Dienst N Nachtdienst: Ende"
    assert row.button.accessibleName() == "Dienst N Nachtdienst löschen"
    assert shifts.new.editor("code").accessibleName() == "Neuer Dienst: Kürzel"
