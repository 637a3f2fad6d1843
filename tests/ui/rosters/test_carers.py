"""Who else is there for the children, and what the household asks of care."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from app.records.care import CarerKind
from tests.ui.candidates.keys import press, typed
from tests.ui.rosters.duties import board, chosen, put
from ui.rosters.dialog import OTHERS


def test_a_carer_is_entered_with_hours_in_words(opened, desk, case):
    dialog = opened(case)
    dialog.show_part(OTHERS)
    pane = dialog.others
    pane.empty.accepted.emit()
    typed("Oma Leila")
    put_text(pane.form.hours.given.text, "Mo-Fr 14-18 Uhr")
    editor = pane.form.sheet.editor("way")
    put(editor, "10")
    press(Qt.Key.Key_Return, ctrl=True)
    [kept] = board(desk, case).carers
    assert (kept.draft.name, kept.draft.kind) == ("Oma Leila", CarerKind.RELATIVE)
    assert kept.draft.hours_osm.startswith("Mo-Fr 14:00-18:00")
    assert kept.draft.way == 10
    assert pane.form.carer_id == kept.id
    assert not dialog.save_button.isEnabled()
    dialog.undo.click()
    assert board(desk, case).carers == ()
    assert pane.empty.isVisible()


def put_text(editor, text):
    editor.setFocus()
    editor.setPlainText(text)


def test_words_about_hours_that_are_doubtful_are_not_taken_unseen(opened, desk, case):
    dialog = opened(case)
    dialog.show_part(OTHERS)
    form = dialog.others.form
    dialog.others.begin()
    typed("Oma Leila")
    put_text(form.hours.given.text, "meistens nachmittags, wenn sie kann")
    dialog.save()
    assert board(desk, case).carers == ()
    assert form.reason() == "Bitte die Zeiten im Text prüfen und übernehmen, oder den Text löschen."
    put_text(form.hours.given.text, "")
    dialog.save()
    [kept] = board(desk, case).carers
    assert kept.draft.hours_osm == ""


def test_a_carer_without_a_name_or_ending_too_early_is_refused_at_the_field(opened, desk, case):
    dialog = opened(case)
    dialog.show_part(OTHERS)
    form = dialog.others.form
    dialog.others.begin()
    put(form.sheet.editor("valid_from"), "01.03.2027")
    dialog.save()
    assert form.sheet.reason_of("name")
    put(form.sheet.editor("name"), "Hilfe")
    put(form.sheet.editor("valid_to"), "01.02.2027")
    dialog.save()
    assert form.sheet.reason_of("valid_to").startswith("Dieser Tag liegt vor dem Mo 01.03.2027.")
    assert board(desk, case).carers == ()


def test_a_carer_is_changed_and_removed(opened, desk, full):
    dialog = opened(full)
    dialog.show_part(OTHERS)
    form = dialog.others.form
    kind = form.sheet.editor("kind")
    assert isinstance(kind, QComboBox)
    kind.setCurrentIndex(1)
    dialog.save()
    [kept] = board(desk, full).carers
    assert kept.draft.kind is CarerKind.HOUSEHOLD
    assert kept.draft.hours_osm == "Mo-Fr 14:00-18:00"
    form.removed.emit(kept.id)
    assert board(desk, full).carers == ()
    assert form.isHidden()


def test_the_frame_is_typed_in_kilometres_and_languages(opened, desk, case):
    dialog = opened(case)
    dialog.show_part(OTHERS)
    sheet = dialog.others.frame.sheet
    put(sheet.editor("radius_km"), "7,5 km")
    chosen(sheet.editor("languages"), "Arabisch, Plattarabisch")
    dialog.save()
    assert sheet.reason_of("languages")
    chosen(sheet.editor("languages"), "Arabisch, Deutsch")
    dialog.save()
    frame = board(desk, case).frame
    assert (frame.radius_km, frame.languages) == (7.5, ("ar", "de"))
    put(sheet.editor("radius_km"), "501")
    dialog.save()
    assert sheet.reason_of("radius_km") == "Bitte Kilometer von 1 bis 500 angeben."
    sheet.editor("radius_km").clear()
    dialog.save()
    assert board(desk, case).frame.radius_km is None
