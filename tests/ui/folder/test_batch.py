"""Folders of many families from the window: chosen, written beside it, told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.records.cases import CloseReason
from app.records.compositions import STANDARD
from tests.makers import make_case, with_dates
from ui.folder.batch import STATES, BatchDialog, open_batch


@pytest.fixture
def cases(window) -> list[int]:
    made = []
    for _ in range(3):
        case = make_case(window.acts.desk, children=1)
        with_dates(window.acts.desk, case)
        made.append(case)
    return made


@pytest.fixture
def dialog(window, cases) -> BatchDialog:
    opened = open_batch(window.workplace, window)
    assert opened is not None
    return opened


def tick(dialog, row, *, on=True):
    state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
    dialog.families.item(row).setCheckState(state)


def test_nothing_is_picked_at_first_and_nothing_can_be_saved(dialog):
    assert dialog.families.count() == 3
    assert dialog.picked == ()
    assert not dialog.save_button.isEnabled()
    assert "keine Familie" in dialog.said()


def test_families_are_ticked_one_by_one_or_all_at_once(dialog, cases):
    tick(dialog, 1)
    assert len(dialog.picked) == 1
    assert "1 Familie ausgewählt." in dialog.said()
    dialog._all.click()
    assert dialog.picked == tuple(cases)
    tick(dialog, 0, on=False)
    assert len(dialog.picked) == 2
    dialog._none.click()
    assert dialog.picked == ()


def test_what_was_ticked_stays_while_the_list_shows_others(dialog):
    dialog._all.click()
    dialog.words.setText("gibt es nicht")
    assert dialog.families.count() == 0
    assert len(dialog.picked) == 3
    dialog.words.clear()
    assert dialog.families.item(2).checkState() is Qt.CheckState.Checked


def test_every_state_of_cases_can_be_listed(dialog, window, cases):
    window.acts.do(lambda desk: desk.candidates.close(cases[0], CloseReason.SETTLED))
    counts = {}
    for state, word in STATES.items():
        dialog.state.setCurrentIndex(dialog.state.findText(word))
        dialog.state.activated.emit(dialog.state.currentIndex())
        counts[state.value] = dialog.families.count()
    assert counts == {"running": 2, "held": 0, "closed": 1, "all": 3}


def test_folders_are_written_recorded_together_and_told(
    dialog, window, cases, qtbot, recorder, tmp_path
):
    recorder.path = tmp_path / "Mappen"
    dialog._all.click()
    dialog.language.setCurrentIndex(dialog.language.findData("ar"))
    dialog.bilingual.setChecked(True)
    dialog.composition.setCurrentIndex(dialog.composition.findText("Standard"))
    with qtbot.waitSignal(window.workshop.emptied, timeout=120_000):
        dialog.save_button.click()
        assert not dialog.families.isEnabled()
        assert dialog.stop_button.isVisible()
        assert dialog._progress.isVisible()
    qtbot.waitUntil(lambda: dialog.save_button.isVisible() and not dialog._progress.isVisible())
    assert sorted(path.name for path in recorder.path.iterdir()) == [
        f"Mappe_{case:05d}_ar-de_2026-11-23.pdf" for case in cases
    ]
    assert "3 Mappen liegen in „Mappen“." in dialog.said()
    assert [len(window.acts.desk.folders.of_case(case)) for case in cases] == [1, 1, 1]
    assert dialog.picked == ()
    window.acts.undo()
    assert [len(window.acts.desk.folders.of_case(case)) for case in cases] == [0, 0, 0]


def test_the_family_that_fails_is_named_and_stays_ticked(
    dialog, window, cases, qtbot, recorder, tmp_path
):
    recorder.path = tmp_path
    (tmp_path / f"Mappe_{cases[1]:05d}_en_2026-11-23.pdf").mkdir()
    dialog._all.click()
    with qtbot.waitSignal(window.workshop.emptied, timeout=120_000):
        dialog.save_button.click()
    qtbot.waitUntil(lambda: "liegen in" in dialog.said())
    name = window.acts.desk.candidates.case(cases[1]).head.name
    assert "2 Mappen liegen" in dialog.said()
    assert f"{name}: " in dialog.said()
    assert dialog.picked == (cases[1],)
    assert dialog.save_button.isEnabled()


def test_cancelled_it_says_what_became_of_it(dialog, window, qtbot, recorder, tmp_path):
    recorder.path = tmp_path / "Mappen"
    dialog._all.click()
    with qtbot.waitSignal(window.workshop.emptied, timeout=120_000):
        dialog.save_button.click()
        dialog.stop_button.click()
        assert "Wird abgebrochen" in dialog.said()
    qtbot.waitUntil(lambda: "Abgebrochen." in dialog.said())
    assert dialog.families.isEnabled()
    assert list(recorder.path.glob("*.part")) == []


def test_closed_while_it_runs_the_folders_are_recorded_all_the_same(
    dialog, window, cases, qtbot, recorder, tmp_path
):
    recorder.path = tmp_path / "Mappen"
    tick(dialog, 0)
    (case,) = dialog.picked
    with qtbot.waitSignal(window.workshop.emptied, timeout=120_000):
        dialog.save_button.click()
        dialog.close()
    qtbot.waitUntil(lambda: bool(window.acts.desk.folders.of_case(case)))
    assert window.acts.can_undo


def test_turning_back_at_the_folder_writes_nothing(dialog, window, recorder):
    recorder.path = None
    dialog._all.click()
    dialog.save_button.click()
    assert recorder.asked == ["Ordner für die Mappen"]
    assert not window.workshop.is_busy


def test_kept_compositions_can_be_chosen(window, cases):
    window.acts.do(lambda desk: desk.compositions.keep("Familie, Drittstaat", STANDARD))
    dialog = open_batch(window.workplace, window)
    assert dialog is not None
    at = dialog.composition.findText("Familie, Drittstaat")
    assert dialog.composition.itemData(at) == STANDARD
    dialog.close()


def test_everything_has_a_name_for_a_screen_reader(dialog):
    for widget in (dialog.words, dialog.state, dialog.families, dialog.language):
        assert widget.accessibleName()
    assert dialog.composition.accessibleName() == "Zusammenstellung"
    assert dialog.bilingual.text()


def test_the_menu_leads_there(window, cases):
    menu = window.header.menu.menu()
    (action,) = [each for each in menu.actions() if "Familien" in each.text()]
    assert action.isEnabled()
    action.trigger()
    (dialog,) = window.findChildren(BatchDialog)
    assert dialog.isVisible()
    dialog.close()
