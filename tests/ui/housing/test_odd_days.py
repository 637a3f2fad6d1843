"""What is odd about the days of a home, a viewing, a place in a dormitory, told where it stands."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.records.housing import DormitoryDraft, InterestState, WishDraft
from tests.conftest import TODAY
from tests.makers import make_case, make_provider
from tests.ui.housing.test_rooms import FLAT, choose, home, homes, said


@pytest.fixture
def desk(window):
    return window.acts.desk


def test_an_offer_that_is_over_says_so_in_its_form_and_its_line(window, desk):
    room = homes(window)
    room.begin()
    assert room.form.told.isHidden()
    for name, value in {"title": "Am Siel", "town": "Norden", "free_until": "1.11.26"}.items():
        room.form.put(name, value)
    room.form.save()
    assert "„Frei bis“ ist vorbei. Bitte den Tag ändern" in room.form.told.text()
    assert "Achtung: „Frei bis“ ist vorbei" in window.message_bar.sentence()
    assert [told for _, _, told in room.lines()] == [
        "nicht mehr frei · Norden · Miete nicht bekannt"
    ]
    room.form.put("free_until", "")
    room.form.save()
    assert room.form.told.isHidden()


def test_a_viewing_of_the_past_asks_for_its_outcome_and_goes_with_it(window, desk):
    case = make_case(desk)
    desk.housing.keep_wish(case, WishDraft(half_rooms=6))
    desk.housing.add(FLAT)
    window.show_case(case)
    room = home(window)
    choose(room.lines[0], InterestState.VIEWING)
    room.lines[0].day.setText(f"{TODAY - timedelta(3):%d.%m.%Y}")
    room.lines[0].keep.click()
    assert "der Tag ist vorbei; bitte „besichtigt“" in said(room.lines[0])
    assert "Achtung: der Tag ist vorbei" in window.message_bar.sentence()
    choose(room.lines[0], InterestState.VIEWED)
    assert "der Tag ist vorbei" not in said(room.lines[0])


def test_an_application_to_come_is_refused_and_odd_days_stand_with_the_entry(window, desk):
    hostel = make_provider(desk, organisation="Wohnheim Backbord")
    desk.dormitories.keep(hostel, DormitoryDraft())
    window.show_case(make_case(desk, profession="trainee"))
    room = home(window)
    part = room.dormitories
    assert not room.print_button.isEnabled()
    part.begin(room.board.members[0])
    part.form.put("applied_on", f"{TODAY + timedelta(1):%d.%m.%Y}")
    part.form.save()
    assert "Zukunft" in part.form.field("applied_on").reason()
    part.form.put("applied_on", f"{TODAY:%d.%m.%Y}")
    part.form.put("wanted_from", "1.9.26")
    part.form.save()
    assert "„Gewünscht ab“ liegt vor der Bewerbung. Bitte die Tage prüfen." in said(part)
    assert "Achtung: „Gewünscht ab“ liegt" in window.message_bar.sentence()
    assert room.print_button.isEnabled()  # the sheet names the dormitory
