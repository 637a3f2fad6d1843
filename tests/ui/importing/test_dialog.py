"""Reading in lists in the window: real files, every step, counted acts."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLineEdit

from app.exchange.mapping import read_mapping
from app.records.directory import ProviderQuery
from app.records.importing import RowState
from tests.importing import listed, mapping_of, take_in
from tests.lists import TABLE, kept_cards, kept_table, kept_workbook
from tests.makers import make_provider
from ui.importing.chips import dragged
from ui.importing.dropping import DropTarget, dropped_path
from ui.importing.rows_model import Narrowed
from ui.importing.trail import Station
from ui.tabs import place


@pytest.fixture
def page(window):
    return window.go_to(place("providers"))


@pytest.fixture
def dialog(page):
    page._importing.ask()
    return page._importing.dialog


@pytest.fixture
def opened(dialog, qtbot):
    """Open a file in the dialog and wait for it."""

    def open_file(path):
        dialog.open_path(path)
        ready(qtbot, dialog)
        return dialog

    return open_file


def ready(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.running.is_busy, timeout=20_000)


def press(qtbot, dialog):
    """The one button of the step."""
    assert dialog.act.isEnabled()
    dialog.act.click()
    ready(qtbot, dialog)


def onwards(qtbot, dialog, station):
    while dialog.station < station:
        press(qtbot, dialog)


def named(desk):
    ids = desk.lists.provider_ids(ProviderQuery())
    return [row.name for row in desk.lists.provider_rows(ids)]


def table(folder, text, name="liste.csv"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("made", "station", "count", "acts"),
    [
        (kept_table, Station.COLUMNS, 5, 4),
        (kept_workbook, Station.COLUMNS, 3, 4),
        (kept_cards, Station.CHECKING, 3, 3),
    ],
)
def test_a_list_a_clerk_keeps_comes_in_without_help(
    page, window, qtbot, recorder, tmp_path, made, station, count, acts
):
    recorder.path = made(tmp_path)
    page._importing.ask()
    dialog = page._importing.dialog
    done = 1
    wanted = dialog.file.folder_wanted if recorder.path.is_dir() else dialog.file.file_wanted
    wanted.emit()
    ready(qtbot, dialog)
    assert dialog.station is Station.READING
    press(qtbot, dialog)
    done += 1
    assert dialog.station is station
    while dialog.station < Station.RESULT:
        press(qtbot, dialog)
        done += 1
    assert done == acts  # choosing the file, then one button a step
    assert len(named(window.acts.desk)) == count
    assert dialog.refusal.text() == ""


def test_what_was_mapped_once_needs_no_look_at_the_columns_again(page, opened, qtbot, tmp_path):
    dialog = opened(kept_table(tmp_path))
    onwards(qtbot, dialog, Station.RESULT)
    dialog.act.click()
    page._importing.ask()
    again = page._importing.dialog
    again.open_path(kept_table(tmp_path))
    ready(qtbot, again)
    press(qtbot, again)
    assert again.station is Station.CHECKING
    assert again.preview.count(RowState.UNCHANGED) == 5
    # and it can be looked at all the same
    again.trail.wanted.emit(Station.COLUMNS)
    assert again.columns.told.text().startswith("So hat die Servicestelle")


def test_the_undo_of_the_result_takes_it_all_back(opened, window, qtbot, tmp_path):
    dialog = opened(kept_cards(tmp_path))
    onwards(qtbot, dialog, Station.RESULT)
    assert len(named(window.acts.desk)) == 3
    dialog.outcome.undo.click()
    assert named(window.acts.desk) == []
    assert dialog.outcome.title.text() == "Zurückgenommen."
    assert dialog.outcome.undo.isHidden()


def test_turning_back_leaves_nothing_behind(page, opened, window, qtbot, tmp_path):
    before = window.acts.can_undo
    dialog = opened(kept_table(tmp_path))
    onwards(qtbot, dialog, Station.CHECKING)
    dialog.leave.click()
    assert page._importing.dialog is None
    assert named(window.acts.desk) == []
    assert window.acts.desk.imports.mappings() == ()
    assert window.acts.can_undo is before


def test_a_stopped_work_leaves_nothing_and_can_be_begun_again(dialog, window, qtbot, tmp_path):
    rows = "\n".join(f"Kita {number};Norden" for number in range(3_000))
    dialog.open_path(table(tmp_path, f"Name;Ort\n{rows}\n"))
    dialog.running.cancel.click()
    qtbot.waitUntil(lambda: not window.workshop.is_busy, timeout=10_000)
    assert dialog.station is Station.FILE
    dialog.open_path(table(tmp_path, "Name;Ort\nKita;Norden\n"))
    ready(qtbot, dialog)
    assert dialog.station is Station.READING
    assert len(dialog.source.rows) == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "leer"),
        (b"%PDF-1.7 nichts", "Diese Art von Datei"),
        (b'[{"name": "Kita"}', "lesbare Liste"),
        (b"PK\x03\x04kaputt", "beschädigt"),
    ],
)
def test_what_is_no_list_is_told_in_place(dialog, qtbot, tmp_path, content, told):
    path = tmp_path / "liste.dat"
    path.write_bytes(content)
    dialog.open_path(path)
    ready(qtbot, dialog)
    assert dialog.station is Station.FILE
    assert told in dialog.refusal.text()


def test_a_list_of_200_megabytes_is_refused_at_once(dialog, qtbot, tmp_path):
    path = tmp_path / "riesig.csv"
    with path.open("wb") as raw:
        raw.truncate(200 * 2**20)
    dialog.open_path(path)
    ready(qtbot, dialog)
    assert "200 MB" in dialog.refusal.text()


def test_a_file_dropped_on_the_tab_or_the_dialog_is_read(page, qtbot, tmp_path):
    path = table(tmp_path, "Name;Ort\nKita A;Norden\n")
    # Qt hands a drop on only where its own drag began, so it is handed on here
    target = page.findChild(DropTarget)
    with dropping(path) as event:
        assert target.eventFilter(page, event)
    dialog = page._importing.dialog
    ready(qtbot, dialog)
    assert dialog.station is Station.READING
    dialog.trail.wanted.emit(Station.FILE)
    with dropping(table(tmp_path, "Name;Ort\nKita B;Hage\n", "andere.csv")) as event:
        dialog.file.dropEvent(event)
    ready(qtbot, dialog)
    assert dialog.reading.list_name() == "andere"


@contextmanager
def dropping(path):
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(path))])
    yield QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        given,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_several_files_at_once_are_not_taken(tmp_path):
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in "ab"])
    assert dropped_path(given) is None
    given.setUrls([QUrl("https://example.org/liste.csv")])
    assert dropped_path(given) is None


def test_another_reading_is_seen_at_once(opened, qtbot, tmp_path):
    path = tmp_path / "liste.txt"
    path.write_bytes("Name|Ort\nKita Ä|Norden\nKita Ö|Hage\n".encode("cp850"))
    dialog = opened(path)
    reading = dialog.reading
    reading.encoding.setCurrentIndex(reading.encoding.findData("cp850"))
    reading.encoding.activated.emit(reading.encoding.currentIndex())
    ready(qtbot, dialog)
    reading.delimiter.setCurrentIndex(reading.delimiter.findData("|"))
    reading.delimiter.activated.emit(reading.delimiter.currentIndex())
    ready(qtbot, dialog)
    shown = [dialog.reading.sample.data(dialog.reading.sample.index(row, 0)) for row in range(2)]
    assert shown == ["Kita Ä", "Kita Ö"]
    assert dialog.station is Station.READING
    # an encoding that cannot be is told, and what was read stays
    reading.encoding.setCurrentIndex(reading.encoding.findData("utf-8"))
    reading.encoding.activated.emit(reading.encoding.currentIndex())
    ready(qtbot, dialog)
    assert "Zeichenkodierung" in dialog.refusal.text()
    assert len(dialog.source.rows) == 2


def test_another_sheet_and_other_heads_are_read(opened, qtbot, tmp_path):
    dialog = opened(kept_workbook(tmp_path))
    assert [dialog.reading.sheet.itemText(at) for at in range(2)] == ["Praxen", "Notizen"]
    assert dialog.source.reading.head == (3, 4)
    heads = dialog.reading.first_head
    heads.setCurrentIndex(heads.findData(4))
    heads.activated.emit(heads.currentIndex())
    ready(qtbot, dialog)
    assert "PLZ" in dialog.source.columns


def test_a_list_needs_a_name(opened, qtbot, tmp_path):
    dialog = opened(kept_cards(tmp_path))
    dialog.reading.name.setCurrentText(" ")
    dialog.act.click()
    assert dialog.station is Station.READING
    assert "Namen" in dialog.reading.name_field.reason()
    dialog.reading.name.setCurrentText("Netzwerk")
    assert dialog.reading.name_field.reason() == ""
    press(qtbot, dialog)
    assert dialog.preview.source == "Netzwerk"


def columns(opened, qtbot, tmp_path, text):
    dialog = opened(table(tmp_path, text))
    press(qtbot, dialog)
    assert dialog.station is Station.COLUMNS
    return dialog


def test_a_column_is_chosen_in_the_box_of_its_field(opened, window, qtbot, tmp_path):
    dialog = columns(opened, qtbot, tmp_path, "a;b\nKita A;x\nKita B;y\n")
    row = dialog.columns.rows["operator"]
    row.box.setCurrentIndex(row.box.findText("„b“"))
    row.box.activated.emit(row.box.currentIndex())
    assert dialog.columns.mapping().fields["operator"].columns == ("b",)
    assert row.sample.text() == "x · y"
    onwards(qtbot, dialog, Station.RESULT)
    desk = window.acts.desk
    key = desk.lists.provider_ids(ProviderQuery(words="Kita A"))[0]
    assert desk.providers.provider(key).draft.operator == "x"


def test_a_chip_is_dragged_onto_a_field_and_back(opened, qtbot, tmp_path):
    dialog = columns(opened, qtbot, tmp_path, "Name;Farbe\nKita A;blau\nKita B;rot\n")
    step = dialog.columns
    assert step.chips.columns() == ("Farbe",)
    drag(step.rows["note"], "Farbe")
    assert step.chips.columns() == ()
    assert step.mapping().fields["note"].columns == ("Farbe",)
    # a second one joins it where that makes sense
    drag(step.rows["note"], "Name")
    assert step.mapping().fields["note"].columns == ("Farbe", "Name")
    step.chips.dropped.emit("Farbe")
    assert step.mapping().fields["note"].columns == ("Name",)
    assert step.chips.columns() == ("Farbe",)


def drag(row, column):
    given = dragged(column)
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.MoveAction,
        given,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    row.dropEvent(event)


def test_without_a_name_it_does_not_go_on(opened, qtbot, tmp_path):
    dialog = columns(opened, qtbot, tmp_path, "Name;Ort\nKita A;Norden\n")
    row = dialog.columns.rows["organisation"]
    row.box.setCurrentIndex(0)
    row.box.activated.emit(0)
    assert not dialog.act.isEnabled()
    assert "muss in der Liste stehen" in row.sample.text()
    row.take("Name")
    assert dialog.act.isEnabled()


def test_a_kind_for_all_rows_and_years_are_chosen(opened, window, qtbot, tmp_path):
    dialog = columns(opened, qtbot, tmp_path, "Name;Alter ab\nHaus A;24\nHaus B;36\n")
    kind = dialog.columns.rows["category"]
    kind.box.setCurrentIndex(kind.box.findText("überall „Kindertagespflege“"))
    kind.box.activated.emit(kind.box.currentIndex())
    age = dialog.columns.rows["min_age_months"]
    assert age.sample.text() == "2 Jahre · 3 Jahre"
    age.unit.setCurrentIndex(1)
    age.unit.activated.emit(1)
    assert age.sample.text() == "24 Jahre · 36 Jahre"
    assert dialog.columns.rows["category"].sample.text() == "Kindertagespflege"


def test_a_mapping_is_kept_as_a_file_and_taken_from_one(opened, recorder, qtbot, tmp_path):
    dialog = columns(opened, qtbot, tmp_path, "Wer;Ort\nKita A;Norden\nKita B;Hage\n")
    recorder.path = tmp_path / "m.toml"
    dialog.menu.write()
    mapping, faults = read_mapping("m.toml", recorder.path.read_bytes())
    assert not faults
    assert mapping == replace(dialog.columns.mapping(), name="liste")
    text = recorder.path.read_text(encoding="utf-8").replace('"Ort"', '"Wer"')
    recorder.path.write_text(text, encoding="utf-8")
    dialog.menu.read()
    assert dialog.columns.mapping().fields["town"].columns == ("Wer",)
    dialog.menu.proposal_wanted.emit()
    assert dialog.columns.mapping().fields["town"].columns == ("Ort",)
    recorder.path.write_text("name = ", encoding="utf-8")
    dialog.menu.read()
    assert "Zuordnung hat Fehler" in recorder.asked[-1]


def test_kept_mappings_are_offered_and_can_be_forgotten(opened, window, qtbot, tmp_path):
    desk = window.acts.desk
    desk.imports.keep_mapping("Schulen", mapping_of(), ("id", "name", "ort"))
    dialog = columns(opened, qtbot, tmp_path, "Wer;Ort\nKita A;Norden\n")
    dialog.menu.fill()
    actions = {action.text(): action for action in dialog.menu.menu().actions()}
    actions["Schulen"].trigger()
    assert dialog.columns.mapping().key == "id"
    forget = actions["Gemerkte löschen"].menu().actions()[0]
    forget.trigger()
    assert desk.imports.mappings() == ()
    window.acts.undo()
    assert [each.name for each in desk.imports.mappings()] == ["Schulen"]


@pytest.fixture
def checking(opened, qtbot, tmp_path):
    """The table of the office at the step of checking."""
    dialog = opened(kept_table(tmp_path))
    onwards(qtbot, dialog, Station.CHECKING)
    return dialog


def editors(dialog):
    return dialog.checking.pane.editors


def test_the_rows_that_fail_are_shown_first_with_their_reason(checking):
    assert checking.checking.kinds.key() is Narrowed.FAILED
    row = checking.checking.current()
    assert (row.number, row.state) == (10, RowState.FAILED)
    words = texts(checking.checking.pane)
    assert "Zeile ausgelassen: ohne Namen" in words
    assert any("Träger: AWO Kreisverband" in each for each in words)


def texts(widget):
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in widget.findChildren(QLabel)]


def test_a_failing_row_is_mended_where_it_stands(checking, window, qtbot):
    checking.activateWindow()
    editors(checking)["organisation"].setFocus()
    editors(checking)["organisation"].setText("Kita Hafenzwerge")
    qtbot.keyClick(editors(checking)["organisation"], Qt.Key.Key_Return)
    assert checking.focusWidget() is checking.checking.view  # on to the next row
    row = checking.checking.current()
    assert (row.number, row.state, row.name) == (10, RowState.NEW, "Kita Hafenzwerge")
    assert checking.act.text().startswith("6 neue")
    press(qtbot, checking)
    assert "Kita Hafenzwerge" in named(window.acts.desk)


def test_a_doubted_value_is_mended_and_the_doubt_is_gone(checking, window, qtbot):
    step = checking.checking
    step.kinds.choose(Narrowed.NOTED)
    step._narrow()
    while step.current().name != "Kinderkrippe Wattwürmchen":
        step.view.setCurrentIndex(step.model.index(step.view.currentIndex().row() + 1, 0))
    assert editors(checking)["postcode"].text() == "265061"
    assert editors(checking)["phone"].text() == "O40 66969-103"
    editors(checking)["postcode"].setText("26506")
    editors(checking)["phone"].setText("040 66969-103")
    step.pane._mend()
    assert {note.field for note in step.current().notes} == {"email"}
    press(qtbot, checking)
    desk = window.acts.desk
    key = desk.lists.provider_ids(ProviderQuery(words="Wattw"))[0]
    draft = desk.providers.provider(key).draft
    assert (draft.postcode, draft.phone) == ("26506", "040 66969-103")
    assert draft.email == "wattwurm(at)example.org"


def test_rows_are_narrowed_by_what_becomes_of_them(checking):
    step = checking.checking
    QAbstractItemModelTester(step.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    shown = {}
    for kind in (Narrowed.ALL, Narrowed.NEW, Narrowed.FAILED, Narrowed.NOTED):
        step.kinds.choose(kind)
        step._narrow()
        shown[kind] = step.model.rowCount()
    assert shown == {
        Narrowed.ALL: 6,
        Narrowed.NEW: 5,
        Narrowed.FAILED: 1,
        Narrowed.NOTED: 3,
    }


def box(pane, words):
    return next(each for each in pane.findChildren(QCheckBox) if words in each.text())


def test_a_row_is_left_out_by_a_tick(checking, window, qtbot):
    step = checking.checking
    step.kinds.choose(Narrowed.NEW)
    step._narrow()
    name = step.current().name
    box(step.pane, "nicht übernehmen").click()
    assert checking.act.text().startswith("4 neue")
    press(qtbot, checking)
    assert named(window.acts.desk).count(name) == 1  # the other of the two of that name


def again(opened, window, qtbot, tmp_path, change):
    """The list once, a change by the office, the list a month later."""
    desk = window.acts.desk
    first = table(tmp_path, TABLE, "Kitas 2026-10.csv")
    take_in(desk, first)
    key = desk.lists.provider_ids(ProviderQuery(words="Lütte"))[0]
    draft = desk.providers.provider(key).draft
    desk.providers.edit(key, replace(draft, **change))
    later = TABLE.replace("66969-102", "66969-202").replace(";80\n", ";90\n")
    dialog = opened(table(tmp_path, later, "Kitas 2026-11.csv"))
    onwards(qtbot, dialog, Station.CHECKING)
    return dialog, key


def test_a_later_list_shows_field_by_field_what_it_says_otherwise(opened, window, qtbot, tmp_path):
    dialog, key = again(opened, window, qtbot, tmp_path, {"phone": "040 66969-777"})
    step = dialog.checking
    step.kinds.choose(Narrowed.CONTESTED)
    step._narrow()
    words = texts(step.pane)
    assert "Wird übernommen" in words
    assert "bisher: 80" in words
    assert "Liste: 90" in words
    assert "bisher: 040 66969-777" in words
    assert dialog.act.text() == "1 geänderte über&nehmen"
    press(qtbot, dialog)
    draft = window.acts.desk.providers.provider(key).draft
    assert (draft.places, draft.phone) == (90, "040 66969-777")
    assert "1 Angabe, die hier geändert wurde" in dialog.outcome.told.text()


def test_a_contested_field_is_taken_by_a_tick_or_all_at_once(opened, window, qtbot, tmp_path):
    change = {"phone": "040 66969-777", "places": 99}
    dialog, key = again(opened, window, qtbot, tmp_path, change)
    step = dialog.checking
    step.kinds.choose(Narrowed.CONTESTED)
    step._narrow()
    box(step.pane, "aus der Liste übernehmen").click()
    assert len(step.taken) == 1
    step._take_every()
    assert step.taken == set()
    step._take_every()
    assert {name for _, name in step.taken} == {"phone", "places"}
    press(qtbot, dialog)
    draft = window.acts.desk.providers.provider(key).draft
    assert (draft.places, draft.phone) == (90, "040 66969-202")


def test_a_row_that_is_there_already_is_said_to_be_the_same(opened, window, qtbot, tmp_path):
    desk = window.acts.desk
    own = make_provider(desk, organisation="Kita A", postcode="26506", town="Norden", phone="")
    dialog = opened(table(tmp_path, "Name;PLZ;Telefon\nKita A;26506;040 66969-5\n"))
    onwards(qtbot, dialog, Station.CHECKING)
    step = dialog.checking
    assert "Kita A, Norden" in texts(step.pane)
    same = next(
        each for each in step.pane.findChildren(QAbstractButton) if each.text() == "Ist derselbe"
    )
    same.click()
    assert step.current().provider == own
    apart = next(
        each for each in step.pane.findChildren(QAbstractButton) if "anderer" in each.text()
    )
    apart.click()
    assert step.current().provider is None
    step.same.emit(step.current().number, own)
    press(qtbot, dialog)
    assert named(desk) == ["Kita A"]
    assert desk.providers.provider(own).draft.phone == "040 66969-5"


def test_the_notes_are_saved_as_text(checking, recorder, tmp_path):
    recorder.path = tmp_path / "hinweise.txt"
    checking.checking.report_wanted.emit()
    told = recorder.path.read_text(encoding="utf-8")
    assert "Zeile 10" in told
    assert "ohne Namen" in told
    assert "Telefonnummer bitte prüfen „O40 66969-103“" in told
    recorder.path = tmp_path / "fehlt" / "hinweise.txt"
    checking.checking.report_wanted.emit()
    assert recorder.asked[-1] == "Die Datei wurde nicht geschrieben."


def test_going_back_and_on_again_checks_only_what_changed(checking, qtbot):
    preview = checking.preview
    checking.back.click()
    assert checking.station is Station.COLUMNS
    press(qtbot, checking)
    assert checking.preview is preview
    checking.back.click()
    checking.columns.rows["places"].box.setCurrentIndex(0)
    checking.columns.rows["places"].box.activated.emit(0)
    press(qtbot, checking)
    assert checking.preview is not preview
    assert {row.draft.places for row in checking.preview.rows if row.draft} == {None}


def test_a_list_that_is_not_known_again_says_so(opened, window, qtbot, tmp_path):
    desk = window.acts.desk
    take_in(desk, listed(tmp_path, {"id": "1", "name": "Kita A"}), mapping_of())
    dialog = opened(table(tmp_path, "Name;Ort\nKita B;Norden\n", "liste.csv"))
    onwards(qtbot, dialog, Station.CHECKING)
    assert "keine Zeile wurde wiedererkannt" in dialog.checking.heading.text()
    assert "1 Anbieter steht nicht mehr in der Liste" in " ".join(texts(dialog.checking))


def test_what_changed_meanwhile_is_refused_and_can_be_checked_again(
    opened, window, qtbot, tmp_path
):
    dialog, key = again(opened, window, qtbot, tmp_path, {"note": "ruft zurück"})
    desk = window.acts.desk
    draft = desk.providers.provider(key).draft
    desk.providers.edit(key, replace(draft, places=1))
    dialog.act.click()
    ready(qtbot, dialog)
    assert dialog.station is Station.CHECKING
    assert "wurde geändert, seit die Liste geprüft wurde" in dialog.refusal.text()


def test_every_control_has_a_name_and_the_steps_say_where_they_stand(checking):
    for kind in (QComboBox, QLineEdit, QAbstractButton):
        for each in checking.findChildren(kind):
            if each.isVisibleTo(checking) and each.objectName() != "qt_spinbox_lineedit":
                assert each.accessibleName() or each.toolTip() or getattr(each, "text", str)()
    stations = checking.trail._buttons
    assert [each.accessibleDescription() for each in stations] == [
        "erledigt",
        "erledigt",
        "erledigt",
        "hier",
        "steht noch aus",
    ]


@pytest.mark.parametrize("percent", [100, 200])
def test_the_dialog_stays_within_its_window(looks, dialog, window, qtbot, tmp_path, percent):
    looks(percent=percent)
    dialog.open_path(kept_table(tmp_path))
    ready(qtbot, dialog)
    for _ in range(4):
        assert dialog.width() <= window.width()
        assert dialog.height() <= window.height()
        if dialog.station < Station.RESULT:
            press(qtbot, dialog)


def test_the_real_schools_come_in_with_their_oddities(opened, window, qtbot, shared):
    dialog = opened(shared("schools_lower_saxony/schools.json"))
    assert dialog.reading.list_name() == "Schulen in Niedersachsen"
    onwards(qtbot, dialog, Station.RESULT)
    assert len(window.acts.desk.lists.provider_ids(ProviderQuery())) == 3172
    told = dialog.outcome.told.text()
    assert "3.172 neu" in told
    assert "Ohne Koordinaten" in told
    assert "Angaben wurden aufgeräumt" in told
