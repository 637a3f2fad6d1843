"""The last opening in words: every outcome, the rows of the picture, the line in the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.rules.calendar import Day, Precision
from app.rules.care_need import Parent, Ways
from app.rules.goers import Doubt, Goer, Goers
from app.rules.openings import LastOpening, Outcome, last_opening
from app.rules.rosters import Duty, Roster
from tests.ui.makers_plan import TODAY, make_step
from ui.widgets import opening_words

MARKET = "Mo,Tu,Th,Fr 08:00-12:00, Th 14:00-17:00; PH off"
SUNDAY = Day(date(2027, 2, 28))


def last(text, deadline=SUNDAY, today=TODAY):
    return last_opening(text, deadline, today)


@pytest.mark.parametrize(
    ("opening", "said"),
    [
        pytest.param(
            last(MARKET), "Letzter möglicher Termin: Fr 26.02.2027, 8:00–12:00", id="found"
        ),
        pytest.param(
            last("24/7"),
            "Letzter möglicher Termin: So 28.02.2027, rund um die Uhr",
            id="around the clock",
        ),
        pytest.param(
            last('We 08:00-12:00 "nach Anruf"; PH off'),
            "Vor der Frist ist nur nach Absprache geöffnet („nach Anruf“), zuletzt am "
            "Mi 24.02.2027. Bitte rechtzeitig anrufen.",
            id="by arrangement",
        ),
        pytest.param(
            last("Dec 25 08:00-12:00", Day(date(2026, 12, 26))),
            "Ob vor der Frist geöffnet ist, ist nicht sicher (zuletzt am Fr 25.12.2026). "
            "Bitte anrufen.",
            id="a holiday the hours do not name",
        ),
        pytest.param(
            last(MARKET, today=date(2027, 2, 27)),
            "Vor der Frist ist nicht mehr geöffnet. Bitte anrufen oder schriftlich einreichen.",
            id="none left",
        ),
        pytest.param(
            last(""),
            "Die Öffnungszeiten fehlen im Verzeichnis, deshalb lässt sich kein letzter Termin "
            "nennen.",
            id="hours unknown",
        ),
        pytest.param(
            last("Mo 08:00-12:00; SH off", Day(date(2030, 2, 1))),
            "Die Öffnungszeiten hängen an den Schulferien. Ferien bekannt bis Mi 29.08.2029: Ein "
            "letzter Termin lässt sich noch nicht nennen.",
            id="school holidays unknown",
        ),
        pytest.param(
            last("Mo 08:00-12:00; PH off", Day(date(2101, 2, 1))),
            "Die Öffnungszeiten hängen an Feiertagen, die für dieses Jahr noch nicht bekannt sind. "
            "Ein letzter Termin lässt sich nicht nennen.",
            id="public holidays unknown",
        ),
        pytest.param(
            last(MARKET, Day(SUNDAY.on, Precision.MONTH)),
            "Der letzte Termin steht fest, sobald der Tag der Frist bekannt ist.",
            id="month only",
        ),
    ],
)
def test_every_outcome_has_its_sentence(opening, said):
    assert opening_words.sentence(opening) == said


@pytest.mark.parametrize("outcome", Outcome)
def test_no_outcome_is_without_words(outcome):
    said = opening_words.sentence(LastOpening(outcome, SUNDAY, TODAY, on=SUNDAY.on, end=60))
    assert said
    assert "{" not in said


def test_the_rows_join_closed_days_and_name_holidays():
    easter = last(MARKET, Day(date(2027, 3, 30)))
    assert [(row.label, row.words, row.is_last) for row in opening_words.rows(easter)] == [
        ("Mi 24.03.", "geschlossen", False),
        ("Do 25.03.", "", False),
        ("Fr 26.03.", "Karfreitag, geschlossen", False),
        ("Sa, So", "geschlossen", False),
        ("Mo 29.03.", "Ostermontag, geschlossen", False),
        ("Di 30.03.", "", True),
    ]
    closed = last("Mo 08:00-12:00; PH off")
    assert [row.label for row in opening_words.rows(closed)] == ["Mo 22.02.", "Di–So"]


def test_doubt_is_said_on_the_day_itself():
    doubtful = last('We 08:00-12:00 "nach Anruf", Th 08:00-12:00 unknown; PH off')
    words = [row.words for row in opening_words.rows(doubtful)]
    assert words == ["geschlossen", "nach Anruf", "nach Absprache", "geschlossen"]
    silent = last("Mo-Fr 08:00-12:00", Day(date(2027, 3, 26)))
    assert opening_words.rows(silent)[-1].words == "Karfreitag, nicht sicher"


def test_days_that_are_over_are_no_choice_any_more():
    late = last(MARKET, today=date(2027, 2, 26))
    assert [row.label for row in opening_words.rows(late)] == ["Fr 26.02.", "Sa, So"]
    assert opening_words.title(late) == "Die letzten drei Tage vor der Frist"
    assert opening_words.title(last(MARKET)) == "Die letzten sieben Tage vor der Frist"
    assert opening_words.title(last(MARKET, today=SUNDAY.on)) == "Der Tag der Frist"


def test_days_whose_holidays_are_not_known_are_not_called_closed():
    unknown = last("Mo-Fr 08:00-12:00; SH off", Day(date(2029, 9, 2)))
    assert opening_words.rows(unknown)[-1].words == "nicht bekannt"


def test_the_picture_is_spoken_day_by_day():
    assert opening_words.spoken(last(MARKET, today=date(2027, 2, 25))) == (
        "Die letzten vier Tage vor der Frist: Do 25.02. 8:00–12:00, 14:00–17:00; "
        "Fr 26.02. 8:00–12:00; Sa, So geschlossen. "
        "Letzter möglicher Termin: Fr 26.02.2027, 8:00–12:00"
    )
    assert opening_words.spoken(last("")) == opening_words.sentence(last(""))


@pytest.mark.parametrize(
    ("opening", "said"),
    [
        pytest.param(last(MARKET), "letzter Termin Fr 26.02.", id="before the date"),
        pytest.param(last(MARKET, Day(date(2027, 2, 26))), "", id="on the day itself"),
        pytest.param(
            last("Mo 08:00-12:00", Day(date(2026, 11, 25))), "letzter Termin heute", id="today"
        ),
        pytest.param(
            last(MARKET, today=date(2027, 2, 27)), "vorher nicht mehr offen", id="none left"
        ),
        pytest.param(last(""), "", id="hours unknown"),
        pytest.param(None, "", id="no office"),
    ],
)
def test_the_list_says_it_only_where_it_comes_before_the_date(opening, said):
    step = replace(make_step(1, SUNDAY), last_opening=opening)
    assert opening_words.in_list(step, TODAY) == said


def test_beside_the_date_it_is_said_in_short():
    assert opening_words.in_short(last(MARKET)) == "zuletzt offen: Fr 26.02., 8:00–12:00"
    assert opening_words.in_short(last("")) == ""
    assert opening_words.clock(1440) == "24:00"


# ---------------------------------------------------------------- beside the duties

WORKDAYS = tuple(Duty(day, 360, 852) for day in range(5))


def goer(*duties, name="Amira", until=None):
    rosters = (Roster(date(2027, 2, 1), until, 1, duties),) if duties else ()
    return Goer(name, Parent(1, rosters, Ways(to_work=30, from_work=30)))


def beside(*goers, text=MARKET, today=TODAY):
    return last_opening(text, SUNDAY, today, goers=Goers(goers))


ONLY_ON_DUTY = beside(goer(*WORKDAYS), text="Mo-Fr 08:00-12:00; PH off", today=date(2027, 2, 8))


@pytest.mark.parametrize(
    ("opening", "said"),
    [
        pytest.param(
            beside(goer(*WORKDAYS)),
            "Letzter dienstfreier Termin: Do 25.02.2027, 14:42–17:00. Zuletzt geöffnet "
            "Fr 26.02.2027, 8:00–12:00, dann aber Dienst.",
            id="another day",
        ),
        pytest.param(
            beside(goer(Duty(4, 360, 600))),
            "Letzter dienstfreier Termin: Fr 26.02.2027, 10:30–12:00. Geöffnet 8:00–12:00, davon "
            "ein Teil im Dienst.",
            id="a part of it",
        ),
        pytest.param(
            beside(goer(Duty(0, 360, 600))),
            "Letzter möglicher Termin: Fr 26.02.2027, 8:00–12:00",
            id="duties that do not matter",
        ),
        pytest.param(
            beside(goer(*WORKDAYS, until=date(2027, 2, 21))),
            "Letzter möglicher Termin: Fr 26.02.2027, 8:00–12:00. Der Dienstplan reicht nicht bis "
            "dahin.",
            id="roster ends",
        ),
        pytest.param(
            beside(goer(*WORKDAYS), goer(Duty(0, 0, 60), name="Karim")),
            "Letzter möglicher Termin: Fr 26.02.2027, 8:00–12:00. Gehen kann: Karim.",
            id="the other goes",
        ),
        pytest.param(
            beside(goer(*WORKDAYS), goer(name="Karim"), goer(name="Lena")),
            "Letzter möglicher Termin: Fr 26.02.2027, 8:00–12:00. Gehen können: Karim, Lena. Ein "
            "Dienstplan ist nicht erfasst.",
            id="others go, nobody knows when they work",
        ),
        pytest.param(
            ONLY_ON_DUTY,
            "Vor der Frist ist nur während des Dienstes geöffnet, zuletzt Fr 26.02.2027, "
            "8:00–12:00. Bitte einen anderen Termin vereinbaren oder den Dienst tauschen.",
            id="only on duty",
        ),
    ],
)
def test_duties_are_said_with_what_the_office_itself_offers(opening, said):
    assert opening_words.sentence(opening) == said


@pytest.mark.parametrize("doubt", Doubt)
def test_no_doubt_is_without_words(doubt):
    assert opening_words.DOUBTS[doubt].endswith(".")


def test_the_rows_say_when_nobody_can_go():
    rows = opening_words.rows(beside(goer(Duty(1, 360, 852), Duty(3, 360, 852), Duty(5, 0, 60))))
    assert [(row.label, row.words, row.away) for row in rows] == [
        ("Mo 22.02.", "", ()),
        ("Di 23.02.", "im Dienst", ((330, 882),)),
        ("Mi 24.02.", "geschlossen", ()),
        ("Do 25.02.", "teils im Dienst", ((330, 882),)),
        ("Fr 26.02.", "", ((1410, 1440),)),
        ("Sa, So", "geschlossen", ()),
    ]


def test_a_screen_reader_hears_the_minutes_of_a_duty():
    told = opening_words.spoken(beside(goer(*WORKDAYS)))
    assert "Do 25.02. 8:00–12:00, 14:00–17:00, teils im Dienst (5:30–14:42)" in told
    assert "Fr 26.02. 8:00–12:00, im Dienst (5:30–14:42)" in told


def test_list_and_date_say_it_in_short():
    step = replace(make_step(1, SUNDAY), last_opening=ONLY_ON_DUTY)
    assert opening_words.in_list(step, TODAY) == "offen nur im Dienst"
    assert opening_words.in_short(ONLY_ON_DUTY) == ""
    found = beside(goer(*WORKDAYS))
    assert opening_words.in_short(found) == "zuletzt dienstfrei offen: Do 25.02., 14:42–17:00"
    step = replace(make_step(1, SUNDAY), last_opening=found)
    assert opening_words.in_list(step, TODAY) == "letzter Termin Do 25.02."
