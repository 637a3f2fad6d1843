"""The dialog of brochures: a file is read while the window goes on, described, kept, archived."""

from __future__ import annotations

import pytest

from app.records.brochures import Treatment
from tests.folder import brochure_makers as makers
from ui import brochure_words
from ui.folder.brochures import BrochuresDialog


@pytest.fixture
def dialog(window, qtbot) -> BrochuresDialog:
    made = BrochuresDialog(window.workplace, window)
    qtbot.addWidget(made)
    made.show()
    return made


def read(dialog, recorder, qtbot, path, data: bytes) -> None:
    path.write_bytes(data)
    recorder.path = path
    dialog.take.click()
    qtbot.waitUntil(dialog.take.isEnabled, timeout=30_000)


def test_a_brochure_is_read_described_and_kept(dialog, window, recorder, qtbot, tmp_path):
    assert dialog._pane.currentWidget() is dialog._nothing
    read(dialog, recorder, qtbot, tmp_path / "heft.pdf", makers.plain())
    assert dialog.title.text() == "Heft über Deiche"
    assert "nicht barrierefrei" in dialog.facts.text()
    assert dialog.preview.pages.pageCount() == 2
    dialog.save.click()
    assert "beschreiben" in dialog.fields["alt"].reason()
    dialog.alt.setPlainText("Ein Heft über Deiche")
    dialog.save.click()
    (row,) = window.acts.desk.brochures.all()
    assert (row.draft.alt, row.treatment) == ("Ein Heft über Deiche", Treatment.FIGURE)
    assert dialog.listed.currentItem().text() == "Heft über Deiche\n2 Seiten"
    dialog.archive.click()
    assert dialog.archive.text() == "Zurückholen"
    assert "archiviert" in dialog.listed.currentItem().text()


def test_a_password_is_asked_for(dialog, recorder, qtbot, tmp_path):
    recorder.word = "Siel"
    read(dialog, recorder, qtbot, tmp_path / "heft.pdf", makers.locked(user="Siel"))
    qtbot.waitUntil(lambda: bool(dialog.title.text()), timeout=30_000)
    assert "Kennwort der Datei" in recorder.asked


def test_what_is_no_pdf_is_told(dialog, recorder, qtbot, tmp_path):
    read(dialog, recorder, qtbot, tmp_path / "heft.pdf", b"kein PDF")
    assert recorder.asked[-1] == "Die Datei wurde nicht aufgenommen."
    assert dialog._pane.currentWidget() is dialog._nothing


@pytest.mark.parametrize(
    "words", [brochure_words.TREATMENTS, brochure_words.REMOVED, brochure_words.CAUTIONS]
)
def test_every_code_has_words(words):
    kinds = {type(key) for key in words}
    assert set(words) == {each for kind in kinds for each in kind}


def test_what_is_typed_about_a_brochure_is_not_lost_unasked(dialog, recorder, qtbot, tmp_path):
    for name in ("eins", "zwei"):
        read(dialog, recorder, qtbot, tmp_path / f"{name}.pdf", makers.plain())
        dialog.title.setText(name)
        dialog.alt.setPlainText("Ein Leuchtturm.")
        dialog.save.click()
    dialog.listed.setCurrentRow(0)
    shown, other = dialog.title.text(), dialog.listed.item(1)
    dialog.alt.setPlainText("Der Leuchtturm von Pilsum.")
    recorder.agrees = False
    recorder.asked.clear()
    dialog.listed.setCurrentItem(other)
    qtbot.waitUntil(lambda: dialog.listed.currentRow() == 0)
    dialog.reject()
    assert recorder.asked == ["Eingaben verwerfen?"] * 2
    assert (dialog.title.text(), dialog.alt.toPlainText()) == (shown, "Der Leuchtturm von Pilsum.")
    assert dialog.isVisible()
    recorder.agrees = True
    dialog.reject()
    assert not dialog.isVisible()
