"""Around the form of a provider: neighbours, leaving, archiving, how old its check is, its room."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.records.directory import Beside, ProviderQuery
from app.records.providers import Category
from app.rules.checking import CheckAge
from tests.conftest import TODAY
from tests.makers import KITA, make_case, make_provider
from tests.services.test_beside import WHOLE
from tests.ui.providers.forms import buttons, click, draft_of, further, shown
from ui.providers.check_badge import LOOKS, CheckBadge
from ui.providers.parts.cells import text
from ui.providers.parts.line import Line
from ui.tabs import place

PROVIDERS = place("providers")


@pytest.fixture
def page(window):
    return window.go_to(PROVIDERS)


def test_another_service_at_the_same_place_is_made_from_the_entry(page, qtbot):
    key = shown(page)
    further(page, Beside.SERVICE)
    form = page.form
    assert form.is_new
    assert "weiteres Angebot" in form.head.text()
    assert "Anschrift" in form._shared.text()
    assert form.editor("street").text() == "Deichweg 1"
    assert form.editor("service").text() == ""
    assert form.draft().costs == ()
    form.editor("service").setText("Krippe")
    form.save()
    [other] = page.desk.providers.provider(key).siblings
    assert (other.service, other.same_place, other.same_service) == ("Krippe", True, False)
    assert page._chosen == other.id
    click(page, qtbot, "Kindergarten, Haus am Deich")
    assert page._chosen == key
    assert form.editor("service").text() == "Kindergarten"
    assert "alle 2 Einträge" in form._shared.text()
    assert "Anschrift gilt auch für: Krippe, Haus am Deich" in form._shared.text()


def test_another_place_of_the_same_service_begins_with_the_service(page):
    key = shown(page)
    further(page, Beside.PLACE)
    form = page.form
    assert form.editor("service").text() == "Kindergarten"
    assert form.editor("street").text() == ""
    assert form.draft().costs == WHOLE.costs
    form.editor("street").setText("Markt 2")
    form.save()
    [other] = page.desk.providers.provider(key).siblings
    assert (other.same_place, other.same_service) == (False, True)
    page.reveal(key)
    assert "gelten auch für: Kindergarten." in form._shared.text()


def test_many_neighbours_with_long_names_need_no_more_room(page):
    key = shown(page)
    for number in range(6):
        draft = replace(WHOLE, service=f"Praxis für Orthopädie und Unfallchirurgie {number}")
        page.desk.providers.add_beside(key, draft, Beside.BOTH)
    page.refresh()
    head = page.form.head
    assert "und 2 weitere" in [label.text() for label in head.findChildren(QLabel)]
    links = [link for link in head._links if link.isVisible()]
    assert len(links) == 4
    assert all("…" in link.text() and len(link.text()) <= 40 for link in links)
    assert "Unfallchirurgie 0" in links[0].toolTip()
    assert page.form._scroll.horizontalScrollBar().maximum() == 0


def test_a_further_entry_given_up_leads_back(page, qtbot):
    key = shown(page)
    further(page, Beside.BOTH)
    assert page.form.editor("phone").text() == "04931 1"
    page.form.editor("service").setText("Hort")
    click(page, qtbot, "Verwerfen")
    assert page._chosen == key
    assert page.form.draft() == WHOLE
    assert page.desk.providers.provider(key).siblings == ()


def test_nothing_typed_is_lost_by_going_elsewhere(page, recorder):
    other = make_provider(page.desk, organisation="Alte Kita")
    key = shown(page)
    page.form.editor("town").setText("Hage")
    assert page.unsaved()
    recorder.agrees = False
    page.reveal(other)
    assert recorder.asked == ["Eingaben verwerfen?"]
    assert page.form.editor("town").text() == "Hage"
    view = page.list.view
    view.setCurrentIndex(page.list.model.index(page.list.model.row_of(other), 0))
    page._select_chosen()
    assert page._chosen == key
    page._new()
    assert not page.form.is_new
    further(page, Beside.BOTH)
    recorder.agrees = True
    page.reveal(other)
    assert page.form.editor("organisation").text() == "Alte Kita"
    assert not page.unsaved()
    assert draft_of(page, key) == WHOLE


def test_typed_text_can_be_discarded_and_is_saved_before_it_is_confirmed(page, qtbot):
    shown(page)
    assert buttons(page, "Verwerfen") == []
    [check] = buttons(page, "Stimmt noch")
    assert check.isEnabled()
    page.form.editor("town").setText("Hage")
    assert not check.isEnabled()
    click(page, qtbot, "Verwerfen")
    assert page.form.editor("town").text() == "Norden"
    assert check.isEnabled()


def test_a_refresh_keeps_the_place_and_brings_what_changed_elsewhere(page, qtbot):
    key = shown(page)
    bar = page.form._scroll.verticalScrollBar()
    bar.setValue(200)
    page.refresh()
    assert bar.value() == 200
    page.desk.providers.edit(key, replace(WHOLE, town="Hage"))
    page.refresh()
    assert page.form.editor("town").text() == "Hage"
    assert bar.value() == 200


def test_archiving_says_where_the_entry_is_named(page, qtbot):
    clinic = make_provider(
        page.desk,
        organisation="Deichklinik",
        category=Category.AUTHORITY,
        office_type="registry",
    )
    make_case(page.desk, employer=clinic)
    make_provider(page.desk, organisation="Alte Klinik", successor=clinic)
    page.refresh()
    page.reveal(clinic)
    assert "Arbeitgeber von Ben Amor, Amira." in page.form.head.text()
    click(page, qtbot, "Archivieren …")
    ask = page.form.feet.ask
    assert ask.isVisible()
    assert buttons(page, "Speichern") == []  # one question at a time
    for said in (
        *("Arbeitgeber von Ben Amor, Amira", "Nachfolge von Alte Klinik"),
        *("Zuständig als Meldebehörde", "Dort bleibt der Name stehen"),
    ):
        assert said in ask._label.text()
    qtbot.keyClick(ask.editor, Qt.Key.Key_Return)
    assert ask.reason() == "Bitte einen Grund angeben."
    qtbot.keyClicks(ask.editor, "zieht um")
    qtbot.keyClick(ask.editor, Qt.Key.Key_Return)
    view = page.desk.providers.provider(clinic)
    assert (view.archived_on, view.archived_because) == (TODAY, "zieht um")
    assert "Archiviert am Mo 23.11.2026: zieht um" in page.form.head.text()
    assert buttons(page, "Archivieren …") == []
    click(page, qtbot, "Zurückholen")
    assert page.desk.providers.provider(clinic).archived_on is None


def test_archiving_what_nobody_names_asks_for_the_reason_alone(page, qtbot):
    key = shown(page)
    click(page, qtbot, "Archivieren …")
    ask = page.form.feet.ask
    assert ask._label.text().startswith("Warum archivieren?")
    qtbot.keyClick(ask.editor, Qt.Key.Key_Escape)
    assert not ask.isVisible()
    assert page.desk.providers.provider(key).archived_on is None


@pytest.mark.parametrize(
    ("days", "age", "says"),
    [
        (0, CheckAge.FRESH, "Geprüft"),
        (160, CheckAge.SOON, "bald wieder fällig"),
        (400, CheckAge.STALE, "vor 13 Monaten"),
        (None, CheckAge.NEVER, "Noch nie geprüft"),
    ],
)
def test_the_badge_tells_each_age_by_icon_and_words(dressed, qtbot, days, age, says):
    badge = CheckBadge()
    qtbot.addWidget(badge)
    on = None if days is None else TODAY - timedelta(days=days)
    badge.tell(on, "Imke", Category.KITA, TODAY)
    assert badge.age() is age
    assert says in badge.text()
    assert badge.accessibleName() == badge.text()
    assert not badge._picture.pixmap().isNull()
    # what is due differs from what is not by icon, not by colour alone
    assert LOOKS[CheckAge.FRESH][0] != LOOKS[CheckAge.SOON][0] != LOOKS[CheckAge.STALE][0]


def test_every_editor_has_a_name_and_no_letter_is_given_twice(page):
    shown(page)
    form = page.form
    lines = form.findChildren(Line)
    letters = [
        found[1].casefold() for line in lines if (found := re.search(r"&(\w)", line.label.text()))
    ]
    assert len(letters) == len(set(letters)) > 15
    for kind in (QLineEdit, QComboBox, QPlainTextEdit):
        for editor in form.findChildren(kind):
            assert editor.accessibleName(), editor


def test_a_narrow_line_puts_its_label_above(dressed, qtbot):
    line = Line("&Name", [text("organisation", "Name")])
    qtbot.addWidget(line)
    line.resize(600, 40)
    line.show()
    assert line.label.geometry().right() < line.cells["organisation"].editor.geometry().left()
    line.resize(200, 80)
    qtbot.waitUntil(
        lambda: line.label.geometry().bottom() <= line.cells["organisation"].editor.geometry().top()
    )


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_the_form_needs_no_more_room_than_its_pane(window, looks, percent, qtbot):
    from ui.providers.finding import Finding
    from ui.providers.form import ProviderForm

    looks(percent=percent)
    form = ProviderForm(Finding(window.acts.desk.lists), lambda: TODAY)
    qtbot.addWidget(form)
    key = int(window.acts.desk.providers.add(WHOLE).facts["id"])
    form.show_provider(window.acts.desk.providers.provider(key), TODAY)
    form.resize({100: 440, 125: 520, 200: 640}[percent], 640)
    form.show()
    assert isinstance(form, QWidget)
    assert form._scroll.horizontalScrollBar().maximum() == 0


def test_the_list_shows_a_closure_before_what_the_entry_is(page):
    shown(page, closed_from=TODAY, closed_until=date(2026, 12, 11))
    model = page.list.model
    said = model.data(model.index(0, 0))
    assert said == "Kita Deichkinder, geschlossen bis 11.12.2026 · Kita · Kindergarten"
    assert "Weihnachtsferien" in model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)


def test_the_list_shows_free_places_with_their_day(page):
    shown(page, closed_from=None, closed_until=None, valid_to=None)
    model = page.list.model
    assert "Kita · 3 frei (09.11.2026) · Kindergarten" in model.data(model.index(0, 0))


def test_undo_takes_a_further_entry_back(page, window):
    key = shown(page)
    further(page, Beside.BOTH)
    page.form.editor("service").setText("Hort")
    page.form.save()
    assert len(page.desk.lists.provider_ids(ProviderQuery())) == 2
    window.acts.undo()
    page.refresh()
    assert page.desk.providers.provider(key).siblings == ()
    assert KITA.organisation == WHOLE.organisation
