"""The form of a provider: every field, rows of records, parts that fold, what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.records.providers import Category, ContactPerson, Cost, CostPer
from tests.makers import make_provider
from tests.services.test_beside import WHOLE
from tests.ui.providers.forms import click, draft_of, part, shown
from ui.tabs import place

PROVIDERS = place("providers")


@pytest.fixture
def page(window):
    return window.go_to(PROVIDERS)


def test_everything_is_shown_and_nothing_changed_by_looking(page):
    shown(page)
    form = page.form
    assert form.draft() == WHOLE
    assert not form.is_changed
    theirs = [each for each in form.parts if each.isVisibleTo(form) and "area" not in each.names()]
    assert len(theirs) == len(form.parts) - 2  # neither an office nor an employer
    assert all(each.is_open() for each in theirs)
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


def test_settling_in_is_asked_where_one_settles_in_or_where_it_is_known(page):
    key = shown(page, settling_weeks=None)
    weeks = page.form.editor("settling_weeks")
    assert weeks.isVisibleTo(page.form)
    weeks.setText("6")
    page.form.editor("category").choose(str(list(Category).index(Category.HOUSING)))
    assert weeks.isVisibleTo(page.form)
    page.form.save()
    assert draft_of(page, key).settling_weeks == 6
    shown(page, settling_weeks=None, category=Category.HOUSING)
    assert not weeks.isVisibleTo(page.form)


def test_new_forms_and_digital_services_are_typed_as_words(page):
    key = shown(page, category=Category.DOCTOR)
    page.form.editor("features").setText("Videosprechstunde, gemeindeschwester")
    page.form.save()
    assert draft_of(page, key).features == ("video_consultation", "community_nurse")


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
        ("valid_to", "31.02.2027", "gibt es nicht"),
        ("valid_to", "07.2027", "TT.MM.JJJJ"),
        ("hours_to", "01.01.2026", "vor dem ersten"),
        ("closed_until", "01.01.2026", "vor dem ersten"),
        ("free_as_of", "", "Tag angeben"),
        ("free_as_of", "01.01.2030", "Zukunft"),
        ("min_age_months", "drei", "3 Jahre"),
        ("waiting", "viele", "Zahl"),
        ("settling_weeks", "27", "0 bis 26 Wochen"),
        ("settling_weeks", "lange", "Zahl"),
        ("languages", "Deutsch, Klingonn", "Liste"),
        ("features", "Videosprechstunde, Fax", "Liste"),
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
