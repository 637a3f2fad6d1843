"""The days before the deadline in the step's pane: picture, box, note, in every size."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage

from app.rules.calendar import Day
from app.rules.care_need import Parent, Ways
from app.rules.goers import Goer, Goers
from app.rules.openings import last_opening
from app.rules.rosters import Duty, Roster
from app.rules.terms import Track
from tests.ui.makers_plan import TODAY, make_plan, make_step
from ui import theme
from ui.widgets.step_opening import StepOpening
from ui.widgets.step_pane import DUE, StepPane

MARKET = "Mo,Tu,Th,Fr 08:00-12:00, Th 14:00-17:00; PH off"
SUNDAY = date(2027, 2, 28)


class Office:
    """Keeps what is wanted done with a plan."""

    def __init__(self) -> None:
        self.deeds: list[tuple[int, Day]] = []
        self.plan = self

    def pin(self, step: int, day: Day) -> None:
        self.deeds.append((step, day))

    def run(self, deed) -> bool:
        deed(self)
        return True


def step(text=MARKET, deadline=SUNDAY, today=TODAY, goers=None, **changes):
    found = last_opening(text, Day(deadline), today, goers=goers)
    return replace(make_step(7, deadline), last_opening=found, **changes)


def early(*weekdays, from_day=date(2026, 11, 23)):
    """Somebody on early shifts, half an hour from work."""
    duties = tuple(Duty(day, 360, 852, "F") for day in weekdays)
    roster = Roster(from_day, None, 1, duties)
    return Goers((Goer("Amira", Parent(1, (roster,), Ways(to_work=30, from_work=30))),))


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def opening(dressed, qtbot, office) -> StepOpening:
    made = StepOpening(office.run)
    qtbot.addWidget(made)
    made.resize(328, 400)
    made.show()
    return made


def test_the_last_slot_stands_in_the_box_and_is_noted_with_one_click(opening, office):
    opening.set_step(step())
    assert opening.text().splitlines() == [
        "Die letzten sieben Tage vor der Frist",
        "Letzter möglicher Termin:",
        "Fr 26.02.2027, 8:00–12:00",
    ]
    assert opening.note_button.accessibleName() == "Vormerken: Fr 26.02.2027, 8:00–12:00"
    opening.note_button.click()
    assert office.deeds == [(7, Day(date(2027, 2, 26)))]


def test_what_is_noted_is_not_offered_again(opening):
    opening.set_step(step(deadline=date(2027, 2, 26), pinned=True))
    assert not opening.note_button.isVisible()
    assert "Letzter möglicher Termin, vorgemerkt:" in opening.text()
    opening.set_step(step(deadline=date(2027, 2, 26)))
    assert opening.note_button.isVisible()
    opening.set_step(step(pinned=True))  # fixed, but at a day on which nobody is there
    assert opening.note_button.isVisible()


def test_without_a_slot_there_is_a_remedy_and_nothing_to_note(opening):
    opening.set_step(step(today=date(2027, 2, 27)))
    assert "Bitte anrufen oder schriftlich" in opening.text()
    assert opening.days.isVisible()
    assert not opening.note_button.isVisible()


def test_what_is_not_known_is_a_sentence_without_a_picture(opening):
    opening.set_step(step(""))
    assert opening.text().startswith("Die Öffnungszeiten fehlen im Verzeichnis")
    assert not opening.days.isVisible()
    assert not opening.box.isVisible()
    opening.set_step(make_step(1))
    assert not opening.isVisible()


def test_the_picture_says_all_of_itself_to_a_screen_reader(opening):
    opening.set_step(step(deadline=date(2027, 3, 29)))
    assert opening.days.accessibleName() == "Die letzten sieben Tage vor der Frist"
    told = opening.days.accessibleDescription()
    assert "Fr 26.03. Karfreitag, geschlossen" in told
    assert told.endswith("Letzter möglicher Termin: Do 25.03.2027, 14:00–17:00")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_last_slot_is_full_accent_and_other_slots_are_not(opening, looks, dark):
    looks(dark=dark)
    opening.set_step(step())
    picture = _painted(opening)
    colours = theme.DARK if dark else theme.LIGHT
    rows = [theme.px(opening, 18 + 20 * number + 10) for number in range(6)]
    # Mon, Tue, Wed, Thu, Fri; Sat and Sun are one row
    before_noon = _x(opening, 11.5)
    found = [picture.pixelColor(QPoint(before_noon, y)).name() for y in rows[:5]]
    assert found == [
        *([QColor(colours.selection).name()] * 2),
        QColor(colours.panel).name(),
        QColor(colours.selection).name(),
        QColor(colours.accent).name(),
    ]


def test_what_must_be_arranged_is_empty_and_dashed(opening):
    opening.set_step(step('Fr 08:00-12:00 "nach Anruf"; PH off'))
    assert "(„nach Anruf“)" in opening.text()
    picture = _painted(opening)
    y = theme.px(opening, 18 + 20 + 10)  # below Mo–Do, which are one row
    assert picture.pixelColor(QPoint(_x(opening, 11.5), y)).name() == theme.LIGHT.panel.lower()


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("text", [MARKET, "Mo-Fr 05:00-23:30; PH off", "24/7", "Fr 17:30-18:00"])
def test_it_paints_at_every_size_and_keeps_its_height(opening, looks, percent, text):
    looks(percent=percent)
    opening.set_step(step(text))
    opening.resize(theme.px(opening, 276), theme.px(opening, 400))
    assert opening.days.height() == opening.days.sizeHint().height()
    assert opening.days.width() == theme.px(opening, 276)
    assert not _painted(opening).isNull()


def _painted(opening: StepOpening) -> QImage:
    opening.layout().activate()
    return opening.days.grab().toImage()


def _x(opening: StepOpening, hour: float) -> int:
    """Where an hour stands; the picture shows 8 to 18 behind its labels."""
    left = theme.advance("Mo 22.02.", "strong", figures=True) + theme.px(opening, 8)
    return round(left + (opening.days.width() - left) * (hour - 8) / 10)


def test_the_pane_says_it_beside_the_date_and_shows_the_days(dressed, qtbot):
    pane = StepPane(lambda deed: None)
    qtbot.addWidget(pane)
    pane.resize(360, 700)
    pane.show()
    shown = step()
    pane.set_step(shown, make_plan(shown, track=Track.RELOCATION))
    assert pane.said(DUE).splitlines() == [
        "So 28.02.2027",
        "zuletzt offen: Fr 26.02., 8:00–12:00",
    ]
    assert pane.opening.isVisible()
    none = make_step(8)
    pane.set_step(none, make_plan(none, track=Track.RELOCATION))
    assert not pane.opening.isVisible()


def test_the_last_slot_beside_a_duty_is_noted_and_the_office_s_own_is_told(opening, office):
    opening.set_step(step(goers=early(0, 1, 2, 3, 4)))
    assert opening.text().splitlines() == [
        "Die letzten sieben Tage vor der Frist",
        "Letzter dienstfreier Termin:",
        "Do 25.02.2027, 14:42–17:00",
        "Zuletzt geöffnet Fr 26.02.2027, 8:00–12:00, dann aber Dienst.",
    ]
    opening.note_button.click()
    assert office.deeds == [(7, Day(date(2027, 2, 25)))]
    opening.set_step(step())
    assert opening.text().splitlines()[-1] == "Fr 26.02.2027, 8:00–12:00"


def test_open_only_on_duty_is_told_with_the_days_and_nothing_to_note(opening):
    opening.set_step(step("Mo-Fr 08:00-12:00; PH off", goers=early(0, 1, 2, 3, 4)))
    assert "nur während des Dienstes geöffnet, zuletzt Fr 26.02.2027" in opening.text()
    assert opening.days.isVisible()
    assert not opening.note_button.isVisible()
    assert "Fr 26.02. 8:00–12:00, im Dienst (5:30–14:42)" in opening.days.accessibleDescription()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_what_lies_in_a_duty_is_hatched_and_only_what_is_left_is_accent(opening, looks, dark):
    looks(dark=dark)
    opening.set_step(step(goers=early(1, 3, 4)))
    picture = _painted(opening)
    colours = theme.DARK if dark else theme.LIGHT
    accent, selection = QColor(colours.accent).name(), QColor(colours.selection).name()
    monday, tuesday, thursday, friday = (
        _colours_in(opening, picture, row, hours)
        for row, hours in ((0, (9, 11)), (1, (9, 11)), (3, (15.8, 16.8)), (4, (9, 11)))
    )
    assert selection in monday
    assert accent in thursday
    for hatched in (tuesday, friday):
        assert QColor(colours.panel).name() in hatched
        assert not {accent, selection} & hatched


def test_the_pane_says_the_slot_beside_the_duties_with_the_date(dressed, qtbot):
    pane = StepPane(lambda deed: None)
    qtbot.addWidget(pane)
    pane.resize(360, 700)
    pane.show()
    shown = step(goers=early(0, 1, 2, 3, 4))
    pane.set_step(shown, make_plan(shown, track=Track.RELOCATION))
    assert pane.said(DUE).splitlines() == [
        "So 28.02.2027",
        "zuletzt dienstfrei offen: Do 25.02., 14:42–17:00",
    ]
    assert "dann aber Dienst" in pane.opening.text()


def _colours_in(opening: StepOpening, picture: QImage, row: int, hours) -> set[str]:
    y = theme.px(opening, 18 + 20 * row + 10)
    first, last = (_x(opening, hour) for hour in hours)
    return {picture.pixelColor(QPoint(x, y)).name() for x in range(first, last)}
