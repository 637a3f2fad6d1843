"""The tab Heute on a real desk: ticking, putting off, opening, whose cases, days to come."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from sqlalchemy import text

from app.done import Act
from app.records.agenda import FIRST, Part
from app.records.cases import NOBODY
from app.records.office import AbsenceDraft, AdvisorDraft
from app.rules.calendar import Day
from app.rules.terms import AnchorKind, StepState, Track
from tests.conftest import TODAY
from tests.makers import make_case, make_provider
from tests.ui.today.conftest import bare, own
from ui import theme
from ui.contacts.dialog import ContactDialog
from ui.settings import EVERYBODY
from ui.tabs import place
from ui.today.model import Barred, More
from ui.widgets.runs import plain

LATE, TODAYS, SNOOZED = Part.LATE.value, Part.TODAY.value, Part.SNOOZED.value


def groups(page):
    return {section.key: section.rows for section in page.list.days.sections}


def shorts(page, part):
    return [row.short for row in groups(page).get(part.value, ())]


def choose(page, title):
    rows = [row for rows in groups(page).values() for row in rows]
    key = next(row.id for row in rows if getattr(row, "short", "") == title)
    page.list.choose(key)
    return key


def step_of(window, case, key):
    steps = window.acts.desk.plan.view(case, Track.ONBOARDING).steps
    return next(step for step in steps if step.id == key)


def test_the_day_says_what_presses_and_lists_it(page):
    assert plain(page.orientation()) == (
        "Montag, 23.11.2026: 2 Schritte überfällig, 1 heute fällig."
    )
    assert shorts(page, Part.LATE) == ["Pate benennen", "Girokonto eröffnen"]
    assert shorts(page, Part.TODAY) == ["Wohnsitz anmelden"]
    assert set(groups(page)) == {LATE, TODAYS}
    titles = [section.title for section in page.list.days.sections]
    assert titles == ["Überfällig", "Heute fällig"]


def test_the_model_keeps_its_word(page, qtbot):
    QAbstractItemModelTester(
        page.list.days, QAbstractItemModelTester.FailureReportingMode.Fatal, page
    )
    page.show_day(TODAY + timedelta(days=2))
    page.clear_day()
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    page.list.acts.to_tomorrow()
    assert page.list.days.rowCount() == 2


def test_space_ticks_and_the_next_row_is_selected(page, window, case, qtbot):
    key = choose(page, "Pate benennen")
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert step_of(window, case, key).state is StepState.DONE
    assert window.message_bar.sentence() == "„Pate benennen“ als erledigt vermerkt."
    assert page.list.row().short == "Girokonto eröffnen"
    assert page.list.hasFocus()
    window.acts.undo()
    assert shorts(page, Part.LATE) == ["Pate benennen", "Girokonto eröffnen"]
    assert page.list.row().short == "Girokonto eröffnen"


def test_a_click_on_the_box_ticks_the_row_it_was_seen_in(page, window, qtbot):
    choose(page, "Pate benennen")
    index = page.list.days.index_of(
        next(row.id for row in groups(page)[LATE] if row.short == "Girokonto eröffnen")
    )
    rect = page.list.visualRect(index)
    qtbot.mouseClick(
        page.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(24, 14)
    )
    assert shorts(page, Part.LATE) == ["Pate benennen"]


def test_the_selected_row_opens_for_its_acts_and_the_others_stay_one_line(page):
    view = page.list
    for title in ("Pate benennen", "Wohnsitz anmelden"):
        choose(page, title)
        QApplication.processEvents()
        high = {
            row.short: view.visualRect(view.days.index_of(row.id)).height()
            for key in (LATE, TODAYS)
            for row in groups(page)[key]
        }
        assert high.pop(title) == theme.px(view, theme.ROW + 40)
        assert set(high.values()) == {theme.px(view, theme.ROW)}
        rect = view.visualRect(view.currentIndex())
        assert view.acts.isVisible()
        assert view.acts.geometry().top() == rect.top() + theme.px(view, theme.ROW)
        assert view.acts.geometry().bottom() <= rect.bottom()


def test_each_act_of_the_row_does_what_it_says(page, window, case):
    key = choose(page, "Pate benennen")
    page.list.acts.tomorrow.click()
    assert step_of(window, case, key).snoozed_until == date(2026, 11, 24)
    assert shorts(page, Part.SNOOZED) == ["Pate benennen"]
    assert plain(page.orientation()).endswith("1 Schritt überfällig, 1 heute fällig.")
    choose(page, "Pate benennen")
    assert page.list.acts.wake.isVisible()
    assert not page.list.acts.tomorrow.isVisible()
    page.list.acts.wake.click()
    assert step_of(window, case, key).snoozed_until is None
    choose(page, "Pate benennen")
    page.list.acts.tick.click()
    assert step_of(window, case, key).state is StepState.DONE


def test_a_day_is_asked_for_in_the_row_and_refused_beside_the_field(page, window, case):
    key = choose(page, "Pate benennen")
    acts = page.list.acts
    acts.snooze.click()
    assert acts.day.text() == "24.11.2026"
    assert acts.day.hasFocus()
    for typed, said in (
        ("23.11.2026", "frühestens morgen"),
        ("bald", "TT.MM.JJJJ"),
        ("12.2026", "TT.MM.JJJJ"),
        ("", "fehlt noch"),
    ):
        acts.day.setText(typed)
        acts.day_ask.given.emit()
        assert said in acts.sentence()
        assert acts.day.accessibleDescription() == acts.sentence()
        rect = page.list.visualRect(page.list.currentIndex())
        assert rect.height() > theme.px(page.list, theme.ROW + 40)
    acts.day.setText("07.12.2026")
    acts.day_ask.given.emit()
    assert step_of(window, case, key).snoozed_until == date(2026, 12, 7)
    assert not acts.is_asking
    assert page.list.hasFocus()


def test_a_reason_is_asked_for_and_esc_leads_back(page, window, case, qtbot):
    key = choose(page, "Pate benennen")
    acts = page.list.acts
    acts.aside.click()
    acts.reason_ask.given.emit()
    assert acts.sentence() == "Bitte einen Grund angeben."
    qtbot.keyClick(acts.reason, Qt.Key.Key_Escape)
    assert not acts.is_asking
    assert page.list.hasFocus()
    acts.aside.click()
    acts.reason.setText("hat schon einen")
    qtbot.keyClick(acts.reason, Qt.Key.Key_Return)
    assert step_of(window, case, key).reason == "hat schon einen"


def test_what_is_typed_survives_a_change_elsewhere(page, window, case):
    choose(page, "Girokonto eröffnen")
    acts = page.list.acts
    acts.ask_reason()
    acts.reason.setText("angefangen")
    own(window.acts.desk, case, "noch einer", -2)
    page.refresh()
    assert acts.is_asking
    assert acts.reason.text() == "angefangen"
    assert page.list.row().short == "Girokonto eröffnen"


def test_keys_put_off_to_tomorrow_and_to_next_week(page, window, case, qtbot):
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    first, second = choose(page, "Girokonto eröffnen"), choose(page, "Pate benennen")
    qtbot.keyClick(page.list, Qt.Key.Key_W, both)
    assert step_of(window, case, second).snoozed_until == date(2026, 11, 30)
    assert page.list.current_key() == first
    qtbot.keyClick(page.list, Qt.Key.Key_M, both)
    assert step_of(window, case, first).snoozed_until == date(2026, 11, 24)


def test_a_law_whose_last_day_is_today_cannot_be_put_off(page, window):
    desk = window.acts.desk
    other = make_case(desk)
    desk.plan.set_anchor(other, AnchorKind.MOVE_IN, Day(TODAY - timedelta(days=14)))
    page.refresh()
    law = next(row for row in groups(page)[TODAYS] if row.basis.startswith("§ 17 Abs. 1"))
    page.list.choose(law.id)
    acts = page.list.acts
    assert not acts.tomorrow.isEnabled()
    assert not acts.snooze.isEnabled()
    assert "Frist endet heute" in acts.tomorrow.toolTip()
    acts.to_tomorrow()
    assert "Frist vorbei" in acts.sentence()
    index = page.list.currentIndex().siblingAtColumn(3)
    assert index.data() == f"heute · gesetzlich, {law.basis}"


def test_enter_opens_the_step_in_its_plan(page, window, case, qtbot):
    key = choose(page, "Girokonto eröffnen")
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert window.header.tabs.currentIndex() == place("onboarding")
    assert window.case_id == case
    assert window.page(place("onboarding")).pane.step_id == key


def test_a_contact_is_noted_in_the_log_of_the_case(page, window, case):
    choose(page, "Girokonto eröffnen")
    page.list.acts.contact.click()
    assert window.header.tabs.currentIndex() == place("candidates")
    pane = window.page(place("candidates")).pane
    assert pane.case_id == case
    assert pane.contacts.form.has_focus()


def test_f8_notes_a_contact_for_the_row_and_not_for_the_case_shown_last(page, window, case):
    window.show_case(make_case(window.acts.desk))
    choose(page, "Girokonto eröffnen")
    action = next(each for each in window.actions() if each.shortcut().toString() == "F8")
    action.trigger()
    dialog = window.findChild(ContactDialog)
    dialog.form.put("text", "Konto?")
    dialog.form.save()
    (found,) = window.acts.desk.candidates.case(case).contacts
    assert found.draft.text == "Konto?"


def test_a_barred_case_has_no_box_and_leads_to_the_step_that_clears_it(page, window, qtbot):
    desk = window.acts.desk
    other = make_case(desk)
    desk.plan.set_anchor(other, AnchorKind.WORK_START, Day(date(2027, 3, 1)))
    page.refresh()
    (row,) = [row for row in groups(page)[Part.BARRED.value] if isinstance(row, Barred)]
    assert row.case.case == other
    index = page.list.days.index_of(("case", other))
    assert index.data(Qt.ItemDataRole.CheckStateRole) is None
    assert index.siblingAtColumn(3).data() == "Mo 01.03.2027 · in 98 Tagen"
    assert index.data().startswith("Aufenthaltstitel, Berufserlaubnis")
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Sperre: Aufenthaltstitel")
    assert "Arbeitsbeginn Mo 01.03.2027, in 98 Tagen" in spoken
    page.list.choose(("case", other))
    assert page.list.acts.contact.isVisible()
    assert not page.list.acts.tick.isVisible()
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert groups(page)[Part.BARRED.value]
    leading = row.blockers[0]
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    shown = window.page(window.header.tabs.currentIndex())
    assert (shown.track, shown.pane.step_id) == (leading.track, leading.step)


def test_a_day_to_come_is_picked_out_and_let_go(page, qtbot):
    days = page.outlook.days
    days.setFocus()
    qtbot.keyClick(days, Qt.Key.Key_Return)
    assert days.chosen is None
    qtbot.keyClick(days, Qt.Key.Key_Down)
    qtbot.keyClick(days, Qt.Key.Key_Return)
    assert shorts(page, Part.AHEAD) == ["Gespräch führen", "Kurzurlaub planen"]
    assert set(groups(page)) == {Part.AHEAD.value}
    assert page.list.days.sections[0].title == "Fällig am Mittwoch, 25.11.2026"
    assert page.clear_button in page.strip_actions()
    assert not page.list.acts.tomorrow.isVisible()
    spoken = days.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Mittwoch, 25.11.2026, 2 Termine: Gespräch führen, Ben Amor und 1 weiterer, ausgewählt"
    )
    days.setFocus()
    qtbot.keyClick(days, Qt.Key.Key_Escape)
    assert set(groups(page)) == {LATE, TODAYS}
    assert page.clear_button not in page.strip_actions()


def test_the_days_say_how_many_and_what_comes_first(page):
    model = page.outlook.days.model()
    told = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert told[:2] == [
        "Di 24.11. 0 keine Termine",
        "Mi 25.11. 2 Gespräch führen, Ben Amor und 1 weiterer",
    ]
    assert len(told) == 7
    assert page.outlook._count.text() == "2 Termine"


def test_a_long_part_is_shown_in_pieces(page, window, qtbot, monkeypatch):
    monkeypatch.setattr("ui.today.page.STEP", 3)
    desk, first = window.acts.desk, FIRST[Part.LATE]
    other = bare(desk)
    for number in range(first + 2):
        own(desk, other, f"Schritt {number}", -40)
    page.refresh()
    rows = groups(page)[LATE]
    assert len(rows) == first + 1
    assert rows[-1] == More(Part.LATE, 4)
    assert page.list.days.sections[0].count == first + 4
    page.list.choose(("more", LATE))
    assert not page.list.acts.isVisible()
    assert page.list.currentIndex().data() == "4 weitere zeigen"
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert len(groups(page)[LATE]) == first + 4
    assert groups(page)[LATE][-1] == More(Part.LATE, 1)
    assert page.list.currentIndex().row() == first, "not at the first of those that came"
    page.list.choose(("more", LATE))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.list.currentIndex().row() == first + 3


def test_nothing_jumps_when_something_changes(page, window):
    desk = window.acts.desk
    other = bare(desk)
    for number in range(28):
        own(desk, other, f"Schritt {number}", -40 + number)
    page.refresh()
    key = choose(page, "Schritt 20")
    bar = page.list.verticalScrollBar()
    bar.setValue(200)
    before = bar.value()
    assert before > 0
    window.acts.do(lambda desk: desk.plan.note(key, "ruft an"))
    assert page.list.current_key() == key
    assert bar.value() == before
    assert page.list.hasFocus()


def test_mine_and_all_where_an_advisor_is_called_like_who_works_here(page, window):
    desk, settings = window.acts.desk, window.settings
    advisor = int(desk.office.add_advisor(AdvisorDraft("Selin", "Wattmann")).facts["id"])
    mine = bare(desk, advisor=advisor)
    own(desk, mine, "meiner", -1)
    page.refresh()
    assert page.scope.is_tight
    assert len(shorts(page, Part.LATE)) == 3
    page._choose_scope(advisor)
    assert shorts(page, Part.LATE) == ["meiner"]
    assert settings.agenda_of == "Selin Wattmann"
    page._choose_scope(None)
    assert settings.agenda_of == EVERYBODY
    assert len(shorts(page, Part.LATE)) == 3


def test_who_works_here_sees_her_own_cases_first(page, window):
    from dataclasses import replace

    desk = window.acts.desk
    advisor = int(desk.office.add_advisor(AdvisorDraft("Selin", "Wattmann")).facts["id"])
    own(desk, bare(desk, advisor=advisor), "meiner", -1)
    page.workplace = replace(page.workplace, who="selin wattmann")
    page.refresh()
    assert not page.scope.is_tight
    assert shorts(page, Part.LATE) == ["meiner"]
    page.scope.chosen.emit(None)
    assert len(shorts(page, Part.LATE)) == 3


def test_a_deputy_sees_whose_cases_to_look_after_and_those_of_nobody(page, window):
    from dataclasses import replace

    desk = window.acts.desk
    selin, tomke = (
        int(desk.office.add_advisor(AdvisorDraft(given, family)).facts["id"])
        for given, family in (("Selin", "Wattmann"), ("Tomke", "Harms"))
    )
    own(desk, bare(desk, advisor=tomke), "vertreten", -1)
    desk.team.add_absence(AbsenceDraft(tomke, TODAY, TODAY, selin))
    page.workplace = replace(page.workplace, who="Selin Wattmann")
    page.refresh()
    assert page.scope._choices == (
        (selin, "Meine"),
        (tomke, "für Harms"),
        (None, "Alle"),
        (NOBODY, "Ohne Ansprechperson"),
    )
    page.scope.chosen.emit(tomke)
    assert shorts(page, Part.LATE) == ["vertreten"]
    page.scope.chosen.emit(NOBODY)
    assert len(shorts(page, Part.LATE)) == 2
    page.refresh()
    assert page.scope.key() == NOBODY


def test_an_empty_day_says_what_the_page_is_for(window, qtbot):
    page = window.go_to(place("today"))
    assert page.empty.isVisible()
    assert "überfällig oder heute fällig" in page.empty.accessibleName()
    assert plain(page.orientation()) == (
        "Montag, 23.11.2026: nichts überfällig, nichts heute fällig."
    )
    own(window.acts.desk, bare(window.acts.desk), "neu", 0)
    page.refresh()
    assert page.list.isVisible()


def test_what_is_put_off_is_folded_at_first_and_stays_as_it_was_left(page, window):
    choose(page, "Pate benennen")
    page.list.acts.to_tomorrow()
    group = page.list.days.group_of(SNOOZED)
    assert not page.list.isExpanded(group)
    page.list.expand(group)
    assert type(page)(page.workplace).list.folded == frozenset()
    (row,) = groups(page)[SNOOZED]
    due = page.list.days.index_of(row.id).siblingAtColumn(3)
    assert due.data() == "bis Di 24.11. · Frist Mo 16.11."
    spoken = page.list.days.index_of(row.id).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("zurückgestellt bis Di 24.11.2026")


def test_a_provider_checked_long_ago_is_still_right_or_led_to(page, window, qtbot):
    desk = window.acts.desk
    assert not page.outlook.checks.isVisible()
    old, older, fresh = (make_provider(desk, organisation=f"Kita {n}") for n in "ABC")
    make_provider(desk, organisation="nie geprüft")
    days = ((old, "2026-03-20"), (older, "2025-10-20"), (fresh, "2026-06-01"))
    with desk.transactions.command(Act.PROVIDER_CHECKED) as session:
        for key, day in days:
            session.execute(
                text("UPDATE services_at_places SET checked_on = :day WHERE id = :id"),
                {"day": day, "id": key},
            )
    page.refresh()
    checks = page.outlook.checks
    assert checks._title.text() == "Anbieter zu prüfen (2)"
    first = checks.row(0)
    assert (first.name.text(), first.when.text()) == ("Kita B", "vor 13 Monaten geprüft")
    assert first.right.accessibleName() == "Stimmt noch: Kita B, Norden"
    first.right.click()
    assert desk.providers.provider(older).checked_on == TODAY
    assert checks.row(0).name.text() == "Kita A"
    assert not checks.row(1).isVisible()
    window.acts.undo()
    assert checks._title.text() == "Anbieter zu prüfen (2)"
    checks.row(1).change.click()
    assert window.header.tabs.currentIndex() == place("providers")
    window.go_to(place("today"))
    checks.round.click()
    providers = window.go_to(place("providers"))
    assert "Prüfrunde: 3 Einrichtungen" in "".join(run.text for run in providers.orientation())


def test_every_control_has_a_name_and_keyboard_reach(page):
    choose(page, "Pate benennen")
    controls = [
        widget
        for kind in (QAbstractButton, QLineEdit)
        for widget in page.findChildren(kind)
        if widget.isVisible() and not widget.objectName().startswith("qt_")
    ]
    assert len(controls) > 5
    for widget in controls:
        spoken = QAccessible.queryAccessibleInterface(widget)
        assert spoken.text(QAccessible.Text.Name), type(widget).__name__
    for button in (page.list.acts.tick, page.list.acts.snooze, page.list.acts.open):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_acts_of_a_row_fit_at_every_size(looks, request, percent):
    looks(percent=percent)
    page = request.getfixturevalue("page")
    choose(page, "Pate benennen")
    QApplication.processEvents()
    acts = page.list.acts
    for button in (acts.tick, acts.tomorrow, acts.snooze, acts.contact, acts.aside, acts.open):
        assert button.geometry().right() <= acts.width()
        assert button.width() >= button.minimumSizeHint().width()
