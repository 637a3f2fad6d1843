"""Homes in the window: offered, wished for, matched with reasons, viewed, refused, accepted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from app.records.cases import PersonDraft
from app.records.housing import (
    Audience,
    DormitoryDraft,
    FailedBecause,
    HomeMatch,
    InterestState,
    OfferDraft,
    OfferView,
    Tenure,
    WaitingDraft,
    WaitingState,
    WishDraft,
)
from app.records.papers import PaperKind
from app.rules.facts import FactKey
from app.rules.home_matching import Criterion, Point, Verdict, WayThere
from app.rules.terms import MemberRole
from tests.conftest import TODAY
from tests.makers import make_case, make_provider
from tests.services.test_care_sheets import text_of
from ui.housing import point_words
from ui.housing.case_room import HomeRoom
from ui.housing.dormitories_room import DormitoriesRoom
from ui.housing.room import HomesRoom
from ui.tabs import place

FLAT = OfferDraft(
    "3 Zimmer am Deich",
    street="Deichstraße 4",
    town="Norden",
    postcode="26506",
    half_rooms=6,
    cold_cents=70_000,
    extra_cents=10_000,
    heating_cents=0,
    phone="040 66969-161",
)


@pytest.fixture
def desk(window):
    return window.acts.desk


@pytest.fixture
def case(window, desk):
    found = make_case(desk)
    desk.housing.keep_wish(found, WishDraft(half_rooms=6, rent_cents=90_000))
    desk.housing.add(FLAT)
    window.show_case(found)
    return found


def homes(window):
    page = window.go_to(place("network"))
    page.ask("homes")
    assert isinstance(page.room, HomesRoom)
    return page.room


def home(window):
    page = window.go_to(place("support"))
    page.ask("home")
    assert isinstance(page.room, HomeRoom)
    return page.room


def said(widget):
    QApplication.processEvents()
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if not each.isHidden())


def choose(line, state):
    line.state.choose(state.value)
    line.state.activated.emit(line.state.currentIndex())


def test_a_rent_of_nothing_and_an_offer_entered_twice_are_told_at_their_field(window, desk):
    room = homes(window)
    room.begin()
    for name, value in {"title": "Am Siel", "town": "Norden", "cold_cents": "0"}.items():
        room.form.put(name, value)
    room.form.save()
    assert "0 €" in room.form.field("cold_cents").reason()
    assert desk.housing.offers() == ()
    room.form.leave()
    for _ in range(2):
        room.begin()
        typed = {"title": "Am Deich", "street": "Deichstraße 4", "town": "Norden"}
        for name, value in {**typed, "half_rooms": "2,5", "cold_cents": "700"}.items():
            room.form.put(name, value)
        room.form.save()
    (only,) = desk.housing.offers()
    assert (only.draft.half_rooms, only.draft.cold_cents) == (5, 70_000)
    assert "Am Deich" in room.form.field("street").reason()
    assert not room.form.anyway.isHidden()
    room.form.anyway.click()
    assert len(desk.housing.offers()) == 2
    assert room.form.anyway.isHidden()
    assert room.form.value("title") == "Am Deich"


def test_a_part_of_a_square_metre_is_read_as_a_list_reads_it(window, desk):
    room = homes(window)
    room.begin()
    for name, value in {"title": "Am Siel", "town": "Norden", "square_metres": "74.4 m²"}.items():
        room.form.put(name, value)
    room.form.save()
    assert desk.housing.offers()[0].draft.square_metres == 74
    room.form.put("square_metres", "groß")
    room.form.save()
    assert room.form.field("square_metres").reason()


def test_a_list_is_looked_through_before_it_is_taken(window, desk, recorder, tmp_path, qtbot):
    path = tmp_path / "deichwohnen 2026-11.csv"
    path.write_text("Kennung;Titel;Ort;Kaltmiete\n1;Am Siel;Norden;700\n2;Am Watt;Norden;0\n1;;;\n")
    room = homes(window)
    recorder.path, recorder.word = path, "Deichwohnen"
    room.read_list()
    qtbot.waitUntil(lambda: hasattr(room, "dialog"), timeout=5_000)
    assert "1 neu" in room.dialog.summary.text()
    told = room.dialog.rows.text()
    assert "Zeile 3 bleibt weg: Kaltmiete „0“ ist nicht brauchbar" in told
    assert "Zeile 4 bleibt weg: Kennung „1“ steht schon in einer Zeile darüber" in told
    assert desk.housing.offers() == ()
    room.dialog.take.click()
    assert [each.draft.title for each in desk.housing.offers()] == ["Am Siel"]
    assert "1 neu" in window.message_bar.sentence()


def test_the_room_fills_when_it_is_the_first_and_follows_wish_and_case(window, desk, case):
    room = home(window)
    (line,) = room.lines
    told = said(line)
    assert "✓ 3 Zimmer, gewünscht 3 Zimmer" in told
    assert "✓ 800 € warm, höchstens 900 €" in told
    assert "040 66969-161" in told
    assert room.wish.value("rent_cents") == "900,00"
    assert room.print_button.isEnabled()
    assert desk.housing.sheet(case).kind is PaperKind.HOMES
    room.wish.put("rent_cents", "750")
    room.wish.put("municipalities", "Norden, Atlantis")
    room.wish.save()
    assert "„Atlantis“ ist keine Gemeinde" in room.wish.field("municipalities").reason()
    room.wish.put("municipalities", "Norden")
    room.wish.save()
    assert desk.housing.wish_of(case).municipalities == ("03452019",)
    (line,) = room.lines
    assert "✗ 800 € warm, höchstens 750 €" in said(line)
    assert "Norden: gewünschter Ort" in said(line)
    assert not room.print_button.isEnabled()
    assert room.dormitories.isHidden()
    other = make_case(desk)
    window.show_case(other)
    assert room.lines == []
    assert room.wish.value("rent_cents") == ""
    assert "noch kein Wunsch" in window.strip.text()


@pytest.mark.usefixtures("strays")
def test_viewings_refusals_and_an_acceptance_are_noted_at_the_line(window, desk, case):
    room = home(window)
    choose(room.lines[0], InterestState.VIEWING)
    room.lines[0].keep.click()
    assert "Tag der Besichtigung" in room.lines[0].trouble.text()
    room.lines[0].day.setText("29.11.2026")
    room.lines[0].at.setText("17.30")
    room.lines[0].keep.click()
    (interest,) = desk.housing.board(case).interests
    assert (interest.viewing_at, interest.state) == (1050, InterestState.VIEWING)
    assert "17:30 Uhr – an einem Sonntag" in said(room.lines[0])
    window.acts.undo()
    assert desk.housing.board(case).interests == ()
    choose(room.lines[0], InterestState.REFUSED)
    assert desk.housing.board(case).interests == ()
    room.lines[0].keep.click()
    assert "Grund" in room.lines[0].trouble.text()
    room.lines[0].reason.choose(FailedBecause.OTHER_APPLICANT.value)
    room.lines[0].keep.click()
    (line,) = room.lines
    assert "an andere vergeben" in said(line)
    assert "Daraus wurde nichts" in said(room)
    window.acts.undo()
    choose(room.lines[0], InterestState.ACCEPTED)
    assert not room.lines[0].found.isHidden()
    room.lines[0].out.setChecked(False)
    room.lines[0].keep.click()
    facts = {each.key: each.value for each in desk.candidates.case(case).facts}
    assert facts[FactKey.HOME_FOUND] == "yes"
    assert desk.housing.offers()[0].archived_on is None
    assert room.print_button.isEnabled()
    window.acts.undo()
    choose(room.lines[0], InterestState.ACCEPTED)
    room.lines[0].keep.click()
    assert desk.housing.offers()[0].archived_on is not None
    assert not room.print_button.isEnabled()


@pytest.mark.usefixtures("strays")
def test_a_dormitory_entered_in_the_network_gets_a_waiting_list_in_the_case(window, desk, recorder):
    hostel = make_provider(desk, organisation="Wohnheim Backbord")
    page = window.go_to(place("network"))
    page.ask("dormitories")
    room = page.room
    assert isinstance(room, DormitoriesRoom)
    room.begin()
    room.form.provider.choose(hostel, "Wohnheim Backbord")
    for name, value in {"places": "1", "free_places": "2", "free_as_of": "16.11.2026"}.items():
        room.form.put(name, value)
    room.form.save()
    assert "nicht mehr Plätze frei" in room.form.field("free_places").reason()
    room.form.put("places", "48")
    room.form.save()
    assert desk.dormitories.all()[0].draft.free_places == 2
    trainee = make_case(desk, profession="trainee")
    window.show_case(trainee)
    part = home(window).dormitories
    (member,) = desk.housing.board(trainee).members
    part.begin(member)
    part.form.put("rank", "3")
    part.form.save()
    (member,) = desk.housing.board(trainee).members
    assert member.entries[0].draft.state is WaitingState.APPLIED
    assert "Platz 3 der Liste" in said(part)
    assert "auf eine Warteliste setzen" not in "".join(
        each.text() for each in part.findChildren(QAbstractButton) if not each.isHidden()
    )
    heading, line = (
        next(each for each in part.findChildren(QLabel) if each.text().startswith(text))
        for text in ("Wohnheim", member.name)
    )
    part.resize(600, part.sizeHint().height())
    QApplication.processEvents()
    assert heading.mapTo(part, heading.rect().bottomLeft()).y() < line.mapTo(part, QPoint()).y()
    part.begin(member, member.entries[0])
    part.form.put("rank", "2")
    recorder.agrees = False
    part.begin(member)
    assert part.form.value("rank") == "2"
    assert home(window).unsaved() == "Eingaben sind"
    recorder.agrees = True


def test_the_form_of_a_waiting_list_has_room_and_the_keyboard_stays_there(window, desk):
    hostel = make_provider(desk, organisation="Wohnheim Backbord")
    desk.dormitories.keep(hostel, DormitoryDraft(audience=Audience.TRAINEES))
    window.show_case(make_case(desk, profession="trainee"))
    room = home(window)
    part = room.dormitories
    (member,) = room.board.members
    desk.dormitories.wait(
        member.person, hostel, WaitingDraft(WaitingState.WAITING, TODAY, because="Zimmer " * 40)
    )
    room.refresh()
    QApplication.processEvents()
    (member,) = room.board.members
    part.begin(member, member.entries[0])
    QApplication.processEvents()
    assert part.form.height() >= part.form.minimumSizeHint().height()
    part.form.put("rank", "1")
    part.form.save()
    QApplication.processEvents()
    assert QApplication.focusWidget().accessibleName().startswith("Wohnheim Backbord für")


def test_a_wish_that_is_kept_stands_as_it_is_kept_and_is_typed_no_longer(window, desk, case):
    room = home(window)
    room.wish.put("rent_cents", " 1.200 € ")
    room.wish.put("wanted_from", "1.2.27")
    room.wish.save()
    assert not room.wish.is_typed
    assert room.unsaved() == ""
    typed = (room.wish.value("rent_cents"), room.wish.value("wanted_from"))
    assert typed == ("1.200,00", "01.02.2027")


def test_the_keyboard_and_what_is_typed_stay_where_another_home_is_noted(window, desk, case, qtbot):
    desk.housing.add(replace(FLAT, title="Am Siel", street="Sielweg 1"))
    window.activateWindow()
    qtbot.waitActive(window)
    room = home(window)
    one, other = room.lines
    choose(one, InterestState.VIEWING)
    one.day.setText("28.11.2026")
    title = other.match.offer.draft.title
    other.state.setFocus()
    choose(other, InterestState.ASKED)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not other.state)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == f"Stand: {title}"
    (line,) = [each for each in room.lines if each.is_typed]
    assert line.match.offer.id == one.match.offer.id
    assert (line.day.text(), line.day.isHidden()) == ("28.11.2026", False)
    qtbot.keyClick(line.day, Qt.Key.Key_Return)
    assert {each.state for each in desk.housing.board(case).interests} == {
        InterestState.VIEWING,
        InterestState.ASKED,
    }
    assert room.unsaved() == ""


def test_where_more_is_shown_the_keyboard_goes_to_the_first_of_it(
    window, desk, case, qtbot, monkeypatch
):
    monkeypatch.setattr("ui.housing.case_room.SHOWN", 1)
    for at in range(2):
        desk.housing.add(replace(FLAT, title=f"Am Siel {at}", street=f"Sielweg {at}"))
    room = home(window)
    shown = room.lines[0].match.offer.id
    room.more.setFocus()
    room.more.click()
    first = next(each for each in room.lines if each.match.offer.id != shown)
    assert len(room.lines) == 3
    qtbot.waitUntil(lambda: window.focusWidget() is first.state)


def test_what_is_typed_for_a_case_is_there_again_when_the_case_is(window, desk, case):
    room = home(window)
    room.wish.put("rent_cents", "75")
    other = make_case(desk)
    window.show_case(other)
    beside = home(window)
    assert beside.wish.value("rent_cents") == ""
    assert window.go_to(place("support")).unsaved() == "Eingaben sind"
    beside.wish.put("rent_cents", "300")
    beside.wish.save()
    window.show_case(case)
    assert home(window) is room
    assert room.wish.value("rent_cents") == "75"
    assert desk.housing.wish_of(other).rent_cents == 30_000
    room.wish.save()
    window.show_case(other)
    assert home(window).wish.value("rent_cents") == "300,00"
    assert window.go_to(place("support")).unsaved() == ""


def test_two_families_who_look_for_the_same_are_noted_apart(window, desk, case):
    room = home(window)
    other = make_case(desk)
    desk.housing.keep_wish(other, desk.housing.wish_of(case))
    window.show_case(other)
    choose(room.lines[0], InterestState.ASKED)
    assert desk.housing.board(case).interests == ()
    assert len(desk.housing.board(other).interests) == 1


def test_a_state_taken_back_before_it_is_noted_notes_nothing(window, desk, case):
    room = home(window)
    line = room.lines[0]
    choose(line, InterestState.VIEWING)
    line.state.choose("")
    line.state.activated.emit(line.state.currentIndex())
    assert line.keep.isHidden()
    line.keep.click()
    assert desk.housing.board(case).interests == ()


def test_the_first_day_wished_and_a_price_nobody_limited_are_said_as_such(window, desk, case):
    desk.housing.edit(desk.housing.offers()[0].id, replace(FLAT, free_from=date(2027, 1, 15)))
    house = OfferDraft("Haus", tenure=Tenure.BUY, town="Norden", price_cents=34_900_000)
    desk.housing.add(house)
    desk.housing.keep_wish(case, WishDraft(rent_cents=90_000, wanted_from=date(2027, 1, 1)))
    told = said(home(window))
    assert "frei ab 15.01.2027, gewünscht ab 01.01.2027" in told
    assert "? Kaufpreis 349.000 €: klären, ob ein Kauf infrage kommt" in told
    desk.housing.keep_wish(case, WishDraft(price_cents=30_000_000))
    home(window).refresh()
    told = said(home(window))
    assert "? 800 € Miete: klären, ob Mieten infrage kommt" in told
    assert "✗ Kaufpreis 349.000 €, höchstens 300.000 €" in told


def test_one_minute_is_said_as_one():
    match = HomeMatch(OfferView(1, FLAT, date(2026, 11, 23)), ())
    there = Point(Criterion.WORK, Verdict.FITS, 1, 20, way=WayThere(1, estimated=True))
    assert point_words.line(match, there) == (
        "✓ 1 Minute mit dem Auto zur Arbeit (geschätzt), höchstens 20 Minuten"
    )


def test_a_reason_beside_a_field_leaves_its_neighbour_where_it_is(window, desk):
    room = homes(window)
    room.begin()
    phone, email = room.form.field("phone"), room.form.field("email")
    QApplication.processEvents()
    before = phone.editor.y()
    email.say("Die E-Mail-Adresse braucht die Form name@beispiel.de.")
    QApplication.processEvents()
    assert phone.height() > phone.editor.height() + 8
    assert phone.editor.y() == before


def test_a_list_says_which_row_comes_twice_and_its_homes_say_where_they_are_from(
    window, desk, recorder, tmp_path, qtbot, case
):
    path = tmp_path / "liste.csv"
    path.write_text("Kennung;Titel;Ort;Kaltmiete\n1;Am Siel;Norden;700\n1;Am Watt;Norden;600\n")
    room = homes(window)
    recorder.path, recorder.word = path, "Deichwohnen"
    room.read_list()
    qtbot.waitUntil(lambda: hasattr(room, "dialog"), timeout=5_000)
    assert "Kennung „1“ steht schon in einer Zeile darüber" in room.dialog.rows.text()
    room.dialog.take.click()
    assert "aus der Liste „Deichwohnen“" in said(home(window))
    child = PersonDraft(MemberRole.CHILD, given="Emil")
    desk.household.add(case, child)
    printed = text_of(desk.papers.preview(desk.housing.sheet(case), "de"))
    assert "Amira und Emil" in printed
