"""The vouchers on a real file: entered, changed, taken out of the folders, nothing lost."""

from __future__ import annotations

from datetime import date

import pytest

from app.records.vouchers import Audience, VoucherDraft
from tests.makers import make_provider
from ui.folder.voucher_form import ARCHIVE, RESTORE
from ui.folder.vouchers import VouchersDialog


@pytest.fixture
def dialog(window):
    made = VouchersDialog(window.workplace, window)
    made.show()
    yield made
    made.form.show_new()
    made.reject()


def _desk(window):
    return window.acts.desk


def _vouchers(window):
    return _desk(window).vouchers.all()


def _fill(dialog, **values):
    for name, value in values.items():
        dialog.form.put(name, value)


def test_the_first_voucher_is_entered_from_the_empty_list(window, dialog):
    assert dialog._stack.currentWidget() is dialog.empty
    kita = make_provider(_desk(window), organisation="Hallenbad am Deich")
    dialog.empty.accepted.emit()
    assert dialog.form.editor("title").hasFocus()
    _fill(dialog, title="Schwimmen", text="Einmal frei.", valid_to="31.12.2027")
    dialog.form.provider.choose(kita, "Hallenbad am Deich")
    _fill(dialog, audience=Audience.CHILDREN.value)
    dialog.form.save()
    (voucher,) = _vouchers(window)
    assert voucher.draft == VoucherDraft(
        "Schwimmen", "Einmal frei.", kita, "", Audience.CHILDREN, None, date(2027, 12, 31)
    )
    assert dialog.list.key() == voucher.id
    assert "Schwimmen" in dialog.message.text()
    assert not dialog.undo.isHidden()


def test_what_is_refused_is_told_beside_its_field(window, dialog):
    dialog.begin()
    dialog.form.save()
    assert dialog.form.field("title").reason()
    _fill(dialog, title="Bücherei", valid_from="01.02.2027", valid_to="01.01.2027")
    dialog.form.save()
    assert dialog.form.field("valid_to").reason()
    _fill(dialog, provider="Gibt es nicht")
    dialog.form.save()
    assert dialog.form.field("provider").reason()
    assert _vouchers(window) == ()


def test_one_is_taken_out_of_the_folders_and_put_back(window, dialog):
    window.acts.do(lambda desk: desk.vouchers.add(VoucherDraft("Bücherei")))
    (voucher,) = _vouchers(window)
    dialog.list.chosen.emit(voucher.id)
    assert dialog.form.archive.text() == ARCHIVE
    dialog.form.archive.click()
    assert _vouchers(window)[0].archived_on is not None
    assert dialog.form.archive.text() == RESTORE
    assert "nicht in den Mappen" in dialog.list.model().index(0, 0).data()
    dialog.form.archive.click()
    assert _vouchers(window)[0].archived_on is None


def test_what_is_typed_is_not_left_without_a_question(window, recorder, dialog):
    for title in ("Bücherei", "Schwimmen"):
        window.acts.do(lambda desk, title=title: desk.vouchers.add(VoucherDraft(title)))
    first, second = _vouchers(window)
    dialog.list.chosen.emit(first.id)
    dialog.form.put("text", "Für alle.")
    recorder.agrees = False
    dialog.list.chosen.emit(second.id)
    assert dialog.form.voucher_id == first.id
    assert dialog.form.value("text") == "Für alle."
    window.acts.do(lambda desk: desk.vouchers.archive(second.id))
    assert dialog.form.value("text") == "Für alle."
    recorder.agrees = True
    dialog.list.chosen.emit(second.id)
    assert dialog.form.value("title") == "Schwimmen"
    assert _vouchers(window)[0].draft.text == ""


def test_undo_in_the_dialog_takes_a_new_voucher_away(window, dialog):
    dialog.begin()
    _fill(dialog, title="Bücherei")
    dialog.form.save()
    dialog.undo.click()
    assert _vouchers(window) == ()
    assert dialog._stack.currentWidget() is dialog.empty
