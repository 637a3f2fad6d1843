"""The form of a provider: every field, folded parts, rows, further entries, what is asked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from app.records.directory import Beside, ProviderQuery
from app.records.providers import Category, ContactPerson, Cost, CostPer
from app.rules.checking import CheckAge
from tests.conftest import TODAY
from tests.makers import KITA, make_case, make_provider
from tests.services.test_beside import WHOLE
from ui.providers.check_badge import LOOKS, CheckBadge
from ui.providers.parts.cells import text
from ui.providers.parts.line import Line
from ui.tabs import place

PROVIDERS = place("providers")


@pytest.fixture
def page(window):
    return window.go_to(PROVIDERS)


def shown(page, **changes):
    """A provider with everything, shown; returns its id."""
    key = int(page.desk.providers.add(replace(WHOLE, **changes)).facts["id"])
    page.refresh()
    page.reveal(key)
    return key


def draft_of(page, key):
    return page.desk.providers.provider(key).draft


def buttons(page, text):
    return [
        each
        for each in page.findChildren(QPushButton)
        if each.text().replace("&", "") == text and each.isVisible()
    ]


def click(page, qtbot, text):
    [button] = buttons(page, text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def part(page, name):
    return next(each for each in page.form.parts if name in each.names())


def test_everything_is_shown_and_nothing_changed_by_looking(page):
    shown(page)
    form = page.form
    assert form.draft() == WHOLE
    assert not form.is_changed
    assert all(each.is_open() for each in form.parts if "area" not in each.names())
    said = form.head.text()
    assert "Kindergarten · Haus am Deich, Norden" in said
    assert "Vom 21.12.2026 bis 03.01.2027 geschlossen (Weihnachtsferien)." in said
    assert form.editor("languages").text() == "Deutsch, Niederdeutsch"


def test_contact_persons_are_added_corrected_and_removed(page, qtbot):
    key = shown(page)
    rows = page.form.editor("contacts")
    click(page, qtbot, "Ansprechperson hinzufügen")
    last = rows.rows[-1]
    qtbot.keyClicks(last.cells["name"].editor, "Frau Poppinga")
    qtbot.keyClicks(last.cells["area"].editor, "Hort")
    rows.rows[0].cells["phone"].editor.setText("04931 99")
    rows.rows[1].removed.emit()
    page.form.save()
    assert draft_of(page, key).contacts == (
        replace(WHOLE.contacts[0], phone="04931 99"),  # its note has no editor and stays
        ContactPerson("Frau Poppinga", "Hort"),
    )
    assert not page.form.is_changed


def test_another_town_is_another_municipality(page):
    key = shown(page)
    page.form.editor("town").setText("Hage")
    page.form.editor("postcode").setText("26524")
    page.form.save()
    assert draft_of(page, key).ags == "03452008"
    page.form.editor("town").setText("Nirgendwo")
    page.form.editor("postcode").setText("99999")
    page.form.save()
    assert draft_of(page, key).ags == ""
    page.form.editor("note").setPlainText("neu")
    page.form.save()
    assert draft_of(page, key).note == "neu"


def test_a_row_left_blank_is_nobody(page, qtbot):
    key = shown(page)
    click(page, qtbot, "Ansprechperson hinzufügen")
    assert not page.form.is_changed
    page.form.save()
    assert draft_of(page, key) == WHOLE


def test_prices_are_typed_as_germans_write_them(page, qtbot):
    key = shown(page, costs=())
    click(page, qtbot, "Preis hinzufügen")
    row = page.form.editor("costs").rows[0]
    row.cells["label"].editor.setText("Betreuung")
    row.cells["cents"].editor.setText("1.234,50")
    row.cells["valid_from"].editor.setText("1.8.2026")
    per = row.cells["per"].editor
    per.setCurrentIndex(per.findText("am Tag"))
    page.form.save()
    assert draft_of(page, key).costs == (
        Cost("Betreuung", 123_450, CostPer.DAY, "", date(2026, 8, 1)),
    )


def test_a_wrong_price_is_told_in_its_own_row(page, qtbot):
    key = shown(page)
    rows = page.form.editor("costs")
    rows.rows[1].cells["cents"].editor.setText("viel")
    page.form.save()
    assert rows.rows[1].reason().startswith("Bitte einen Betrag")
    assert rows.rows[0].reason() == ""
    rows.rows[1].cells["cents"].editor.setText("12")
    rows.rows[0].cells["valid_to"].editor.setText("01.01.2026")
    page.form.save()  # only the service knows that it ends before it begins
    assert rows.rows[0].reason() == "Der letzte Tag liegt vor dem ersten."
    assert page.form.reason_of("costs") == rows.rows[0].reason()
    assert draft_of(page, key) == WHOLE


def test_a_blank_row_before_the_wrong_one_does_not_take_its_reason(page, qtbot):
    shown(page, contacts=())
    click(page, qtbot, "Ansprechperson hinzufügen")
    click(page, qtbot, "Ansprechperson hinzufügen")
    rows = page.form.editor("contacts")
    rows.rows[1].cells["email"].editor.setText("keine")
    page.form.save()
    assert [bool(row.reason()) for row in rows.rows] == [False, True]


def test_parts_fold_with_the_category_and_lose_nothing(page):
    shown(page, costs=(), area=())
    form = page.form
    kinds = form.editor("category")
    assert not part(page, "office_type").is_open()
    assert part(page, "costs").is_open()
    kinds.setCurrentIndex(kinds.findText("Amt"))
    assert part(page, "office_type").is_open()
    assert not part(page, "costs").is_open()  # nothing stands there
    assert part(page, "places").is_open()  # something does
    assert form.draft() == replace(WHOLE, costs=(), category=Category.AUTHORITY)
    kinds.setCurrentIndex(kinds.findText("Kita"))
    assert part(page, "costs").is_open()
    assert not form.is_changed


def test_a_folded_part_says_whether_anything_stands_in_it(page, qtbot):
    shown(page)
    notes = part(page, "note")
    qtbot.mouseClick(notes.head, Qt.MouseButton.LeftButton)
    assert not notes.is_open()
    assert notes._beside.text() == "Angaben vorhanden"
    qtbot.mouseClick(notes.head, Qt.MouseButton.LeftButton)
    assert notes.is_open()
    assert part(page, "office_type")._beside.text() == "keine Angabe"


def test_a_refusal_opens_the_part_it_is_in(page, qtbot):
    shown(page)
    places = part(page, "places")
    page.form.editor("free_places").setText("99")
    places.unfold(open_=False)
    page.form.save()
    assert places.is_open()
    assert (
        page.form.reason_of("free_places")
        == "Mehr als die 50 Plätze insgesamt können es nicht sein."
    )


def test_who_types_free_places_has_counted_them_today(page, qtbot):
    key = shown(page, free_places=None, free_as_of=None)
    free, as_of = page.form.editor("free_places"), page.form.editor("free_as_of")
    qtbot.keyClicks(free, "4")
    assert as_of.text() == "23.11.2026"
    as_of.setText("20.11.2026")
    page.form.save()
    assert (draft_of(page, key).free_places, draft_of(page, key).free_as_of) == (
        4,
        date(2026, 11, 20),
    )
    free.selectAll()
    qtbot.keyClick(free, Qt.Key.Key_Backspace)
    assert as_of.text() == ""


def test_ages_typed_in_years_are_months_and_read_back(page):
    key = shown(page)
    page.form.editor("min_age_months").setText("1,5 Jahre")
    line = part(page, "places")._lines["min_age_months"]
    assert line.told() == "ab 1 Jahr 6 Monate bis 6 Jahre"
    page.form.save()
    assert draft_of(page, key).min_age_months == 18


@pytest.mark.parametrize(
    ("name", "typed", "says"),
    [
        ("valid_to", "31.02.2027", "TT.MM.JJJJ"),
        ("valid_to", "07.2027", "TT.MM.JJJJ"),
        ("hours_to", "01.01.2026", "vor dem ersten"),
        ("closed_until", "01.01.2026", "vor dem ersten"),
        ("free_as_of", "", "Tag angeben"),
        ("free_as_of", "01.01.2030", "Zukunft"),
        ("min_age_months", "drei", "3 Jahre"),
        ("waiting", "viele", "Zahl"),
        ("languages", "Deutsch, Klingonn", "Liste"),
        ("successor", "Gibt es nicht", "Liste"),
        ("reserved_for", "Gibt es nicht", "Liste"),
        ("reserved_places", "51", "50 Plätze"),
    ],
)
def test_each_wrong_value_gets_its_reason_and_stays_typed(page, name, typed, says):
    key = shown(page)
    page.form.editor(name).setText(typed)
    page.form.save()
    assert says in page.form.reason_of(name)
    assert page.form.editor(name).text() == typed
    assert page.form.editor(name).accessibleDescription() == page.form.reason_of(name)
    assert draft_of(page, key) == WHOLE


def test_a_successor_is_found_by_typing_and_named_when_shown(page, qtbot):
    rgz = make_provider(page.desk, organisation="RGZ Norden", service="Praxen")
    key = shown(page)
    picker = page.form.editor("successor")
    picker.textEdited.emit("rgz")  # a list that pops up needs a real screen
    assert picker.offered() == ("RGZ Norden – Praxen, Norden",)
    picker.setText(picker.offered()[0])
    page.form.save()
    assert draft_of(page, key).successor == rgz
    page.reveal(rgz)
    page.reveal(key)
    assert picker.text() == "RGZ Norden"
    assert not page.form.is_changed
    assert "danach RGZ Norden" in page.form.head.text()
    picker.clear()
    page.form.save()
    assert draft_of(page, key).successor is None


def test_places_are_kept_for_the_staff_of_an_employer(page, qtbot):
    for town in ("Norden", "Hage"):
        clinic = make_provider(
            page.desk, organisation="Deichklinik", town=town, category=Category.EMPLOYER
        )
    organisation = page.desk.lists.provider_rows([clinic])[0].organisation
    key = shown(page)
    picker = page.form.editor("reserved_for")
    picker.textEdited.emit("deich")
    assert "Kita Deichkinder" not in picker.offered()
    picker.setText("deichklinik")
    page.form.save()
    assert draft_of(page, key).reserved_for in {
        organisation,
        page.desk.lists.provider_rows([clinic - 1])[0].organisation,
    }
    page.reveal(clinic)
    page.reveal(key)
    assert picker.text() == "Deichklinik"


def further(page, beside):
    page.form.head.further_wanted.emit(beside)


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
