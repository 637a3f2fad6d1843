"""What two tabs use: paged rows, counts, fields, segments, lines of runs."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import chain

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QListView, QTreeView

from ui.widgets.buttons import Segments
from ui.widgets.choices import SearchedChoice
from ui.widgets.count_list import Counted, CountList
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.paged_model import ID_ROLE, KEPT, PAGE, PagedModel, show_ids
from ui.widgets.person_header import Cell, Person, PersonHeader
from ui.widgets.runs import Run, RunLine, fitting, width_of
from ui.widgets.search_field import SearchField
from ui.widgets.two_line import LINES_ROLE, Lines, TwoLineDelegate

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


@dataclass(frozen=True)
class Row:
    id: int
    name: str


class Names(PagedModel[Row]):
    columns = ("Name", "Nummer")

    def cell(self, row, column, role):
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name if column == 0 else str(row.id)
        return None


class Source:
    """Rows by id; counts how often it is asked."""

    def __init__(self):
        self.asked = []
        self.gone = set()
        self.suffix = ""

    def __call__(self, ids):
        self.asked.append(len(ids))
        return [Row(each, f"Name {each}{self.suffix}") for each in ids if each not in self.gone]


@pytest.fixture
def source():
    return Source()


@pytest.fixture
def names(qapp, source):
    return Names(source)


def ids(*numbers):
    return array("q", numbers)


def test_the_paged_model_keeps_the_rules_of_models(qtbot, names):
    QAbstractItemModelTester(names, STRICT)
    names.set_ids(array("q", range(300)))
    names.set_ids(array("q", range(300)))
    names.set_ids(array("q"))
    assert names.rowCount() == 0


def test_the_row_count_is_exact_and_a_jump_to_the_end_costs_one_page(names, source):
    names.set_ids(array("q", range(100_000)))
    assert names.rowCount() == 100_000
    assert source.asked == []
    assert names.index(99_999, 0).data() == "Name 99999"
    assert source.asked == [100_000 % PAGE]


def test_only_so_many_pages_are_kept(names, source):
    names.set_ids(array("q", range(PAGE * (KEPT + 2))))
    for page in range(KEPT + 2):
        names.index(page * PAGE, 0).data()
    asked = len(source.asked)
    names.index((KEPT + 1) * PAGE, 0).data()
    assert len(source.asked) == asked
    names.index(0, 0).data()
    assert len(source.asked) == asked + 1


def test_a_row_that_went_away_is_blank_and_not_an_error(names, source):
    source.gone = {2}
    names.set_ids(ids(1, 2, 3))
    assert names.index(1, 0).data() is None
    assert names.index(2, 0).data() == "Name 3"


def test_another_result_keeps_the_selected_id_and_the_place(qtbot, names, source):
    view = QTreeView()
    qtbot.addWidget(view)
    view.setModel(names)
    view.resize(300, 200)
    view.show()
    names.set_ids(array("q", range(1000)))
    view.setCurrentIndex(names.index(500, 0))
    place = view.verticalScrollBar().value()

    source.suffix = " neu"
    show_ids(view, names, array("q", range(1, 1000)))

    assert view.currentIndex().data(ID_ROLE) == 500
    assert view.currentIndex().row() == 499
    assert view.currentIndex().data() == "Name 500 neu"
    assert abs(view.verticalScrollBar().value() - place) <= 1


def test_the_same_result_read_anew_resets_nothing(qtbot, names, source):
    names.set_ids(ids(1, 2, 3))
    assert names.index(0, 0).data() == "Name 1"
    source.suffix = " neu"
    with qtbot.assertNotEmitted(names.modelReset), qtbot.waitSignal(names.dataChanged):
        names.set_ids(ids(1, 2, 3))
    assert names.index(0, 0).data() == "Name 1 neu"


def test_a_selection_that_left_the_result_is_gone(qtbot, names):
    view = QTreeView()
    qtbot.addWidget(view)
    view.setModel(names)
    names.set_ids(ids(1, 2, 3))
    view.setCurrentIndex(names.index(1, 0))
    show_ids(view, names, ids(1, 3))
    assert not view.currentIndex().isValid()


def test_a_count_list_tells_the_key_chosen_and_keeps_it_when_counts_change(qtbot, dressed):
    chosen = []
    shown = CountList("Phase")
    qtbot.addWidget(shown)
    shown.chosen.connect(chosen.append)
    lines = [Counted("a", "Interesse", 31, lead="1"), Counted("b", "Ankunft", 9, icon="bookmark")]
    shown.set_lines(lines)
    shown.show()
    QAbstractItemModelTester(shown.model(), STRICT)
    qtbot.mouseClick(
        shown.viewport(),
        Qt.MouseButton.LeftButton,
        pos=shown.visualRect(shown.model().index(1, 0)).center(),
    )
    assert chosen == ["b"]
    shown.set_lines([Counted("c", "Neu", 1), *lines])
    assert shown.key() == "b"
    assert chosen == ["b"]
    assert shown.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Interesse: 31"


def test_a_field_says_its_reason_beside_the_editor_and_leads_there(qtbot, dressed):
    editor = QLineEdit()
    field = Field("&Postleitzahl", editor)
    qtbot.addWidget(field)
    field.show()
    field.say("Eine deutsche Postleitzahl hat fünf Ziffern.")
    assert field.reason().startswith("Eine deutsche")
    assert editor.accessibleDescription() == field.reason()
    assert editor.property("wrong") == "true"
    field.say("")
    assert editor.property("wrong") == "false"
    assert QAccessible.queryAccessibleInterface(editor).text(QAccessible.Text.Name) == (
        "Postleitzahl"
    )


def test_segments_tell_the_key_and_choosing_by_program_is_silent(qtbot, dressed):
    told = []
    segments = Segments("Auswahl", [(None, "Alle"), (1, "Amira"), (2, "Karim")])
    qtbot.addWidget(segments)
    segments.chosen.connect(told.append)
    segments.choose(1)
    assert (segments.key(), told) == (1, [])
    segments.set_choices([(None, "Alle"), (2, "Karim"), (1, "Amira")])
    assert segments.key() == 1
    button = segments.findChildren(type(segments._group.button(1)))[-2]
    button.click()
    assert told == [2]


NOWHERE = QModelIndex()


class Ticks(QAbstractListModel):
    """Two steps with boxes."""

    def __init__(self):
        super().__init__()
        self.done = [False, True]

    def rowCount(self, parent=NOWHERE):  # noqa: N802
        return 0 if parent.isValid() else 2

    def data(self, index, role=0):
        if role == Qt.ItemDataRole.CheckStateRole:
            done = self.done[index.row()]
            return Qt.CheckState.Checked if done else Qt.CheckState.Unchecked
        lines = Lines((Run("Wohnsitz anmelden", strong=True),), (Run("Bürgerbüro"),))
        if role == LINES_ROLE:
            return lines
        return lines.words() if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index):
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def setData(self, index, value, role=0):  # noqa: N802
        self.done[index.row()] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index)
        return True


@pytest.fixture
def ticks(qtbot, dressed):
    view = QListView()
    qtbot.addWidget(view)
    model = Ticks()
    model.setParent(view)
    view.setModel(model)
    view.setItemDelegate(TwoLineDelegate(view))
    view.resize(400, 200)
    view.show()
    return view


def test_space_and_a_click_on_the_box_tick(qtbot, ticks):
    ticks.setCurrentIndex(ticks.model().index(0, 0))
    qtbot.keyClick(ticks, Qt.Key.Key_Space)
    assert ticks.model().done == [True, True]
    rect = ticks.visualRect(ticks.model().index(1, 0))
    place = rect.topLeft()
    place.setX(rect.left() + 24)
    place.setY(rect.center().y())
    qtbot.mouseClick(ticks.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert ticks.model().done == [True, False]


def test_a_click_on_the_words_ticks_nothing(qtbot, ticks):
    qtbot.mouseClick(
        ticks.viewport(),
        Qt.MouseButton.LeftButton,
        pos=ticks.visualRect(ticks.model().index(0, 0)).center(),
    )
    assert ticks.model().done == [False, True]


def test_rows_of_two_lines_are_48_high_and_painted(qtbot, ticks, looks):
    assert ticks.visualRect(ticks.model().index(0, 0)).height() == 48
    light = ticks.grab().toImage()
    looks(dark=True)
    assert ticks.grab().toImage() != light
    assert ticks.model().index(0, 0).data() == "Wohnsitz anmelden, Bürgerbüro"


def test_a_line_of_runs_says_its_words_and_is_elided_in_a_narrow_place(qtbot, dressed):
    line = RunLine()
    qtbot.addWidget(line)
    runs = [Run("Onboarding: ", strong=True), Run("12 von 37 <b>Schritten</b>", icon="check")]
    line.set_runs(runs)
    assert line.accessibleName() == "Onboarding: 12 von 37 <b>Schritten</b>"
    assert line.sizeHint().width() >= width_of(runs)
    line.resize(60, 20)
    assert not line.grab().isNull()


def test_a_clause_of_which_next_to_nothing_fits_is_left_out(dressed):
    told, following = Run("6 von 59 Schritten erledigt."), Run("Zum Berufssprachkurs anmelden.")
    runs = [told, Run(" Als Nächstes: ", spare=True), following]
    whole = width_of(runs)
    assert list(fitting(runs, whole)) == runs
    assert list(fitting(runs, whole - width_of([following]) // 3)) == runs
    assert list(fitting(runs, whole - width_of([following]))) == [told]
    assert list(fitting([told], 1)) == [told]


def test_the_header_of_a_person_takes_a_second_line_where_it_is_narrow(qtbot, dressed):
    header = PersonHeader()
    qtbot.addWidget(header)
    cells = tuple(Cell(f"Frist {n}", (Run("Mo 01.03.2027", strong=True),)) for n in range(5))
    header.set_person(Person("BA", "Ben Amor, Amira", "Pflegefachfrau", cells))
    assert header.heightForWidth(1366) <= 60
    assert header.heightForWidth(600) > 90
    assert "Frist 4: Mo 01.03.2027" in header.accessibleName()


def test_an_elastic_cell_gives_room_before_the_header_takes_a_second_line(qtbot, dressed):
    header = PersonHeader()
    qtbot.addWidget(header)
    long = (Run("Mo 01.03.2027 · 112 Tage überfällig · Partner*in: Gespräch zur Stellensuche"),)
    others = tuple(Cell(f"Feld {n}", (Run("Mo 01.03.2027"),)) for n in range(4))
    high = {}
    for elastic in (True, False):
        cells = (*others[:3], Cell("Nächste Frist", long, elastic=elastic), others[3])
        header.set_person(Person("BA", "Ben Amor, Amira", "Pflegefachfrau", cells))
        high[elastic] = header.heightForWidth(1000)
    assert high[True] <= 60 < high[False]


def test_what_two_lines_do_not_hold_is_spared_in_its_order_and_still_told(qtbot, dressed):
    header = PersonHeader()
    qtbot.addWidget(header)
    value = (Run("Mo 01.03.2027", strong=True),)
    spares = (1, 2, 0, 0, 0)
    cells = tuple(Cell(f"Feld {n}", value, spare=spare) for n, spare in enumerate(spares))
    header.set_person(Person("BA", "Ben Amor, Amira", "Pflegefachfrau", cells))
    wide = width_of(value) + 40
    assert [sum(map(len, header._cells._lines(n * wide))) for n in (5, 3, 2)] == [5, 5, 4]
    assert 1 not in chain.from_iterable(header._cells._lines(2 * wide))
    assert list(chain.from_iterable(header._cells._lines(wide))) == [2, 3, 4]
    assert "Feld 1: Mo 01.03.2027" in header.accessibleName()


def test_escape_empties_a_search_field_and_tells_it(qtbot, dressed):
    told = []
    field = SearchField("Name", "Ctrl+F")
    qtbot.addWidget(field)
    field.searched.connect(told.append)
    qtbot.keyClicks(field, "am")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert told == ["a", "am", ""]
    with qtbot.waitSignal(field.left_down):
        qtbot.keyClick(field, Qt.Key.Key_Down)


def test_an_empty_state_says_what_for_and_offers_the_first_step(qtbot, dressed):
    empty = EmptyState("users", "Noch kein Fall", "Hier stehen die Familien.", "Neuer Fall")
    qtbot.addWidget(empty)
    assert empty.accessibleName() == "Noch kein Fall. Hier stehen die Familien."
    with qtbot.waitSignal(empty.accepted):
        empty._button.click()


@pytest.mark.parametrize(
    ("typed", "left", "code"),
    [
        (" phil", "Philippinen", "PH"),
        ("niger", "Niger", "NE"),
        ("land", "land", "\0land"),
        ("", "", ""),
    ],
    ids=["one", "a whole name", "several", "blank"],
)
def test_what_only_one_name_has_in_it_is_completed_when_the_field_is_left(qtbot, typed, left, code):
    field, other = SearchedChoice(), QLineEdit()
    for each in (field, other):
        qtbot.addWidget(each)
        each.show()
    known = ("Philippinen", "Niger", "Nigeria", "Niederlande", "Irland")
    field.set_choices(list(zip(("PH", "NE", "NG", "NL", "IE"), known, strict=True)))
    told = []
    field.editingFinished.connect(lambda: told.append(field.code()))
    field.setText(typed)
    field.activateWindow()
    field.setFocus()
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(lambda: bool(told))
    assert (field.text().casefold(), field.code()) == (left.casefold(), code)
    assert told == [code]
