"""German words of pairs and of what two entries say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.records.merging import Comparison, Entry, Matter, Pair, PairSide, Pick
from app.records.providers import Category, ContactPerson, Cost, CostPer, ProviderDraft
from app.records.school_profiles import BLANK, ProfileDraft
from app.rules.likeness import Likelihood, Likeness, Seen
from app.rules.school_matching import AllDay, SchoolType
from tests.makers import KITA
from ui.duplicates import sides, words

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
FULL = ProviderDraft(
    organisation="Kita Deichkinder",
    category=Category.KITA,
    operator="Verein am Deich",
    service="Krippe",
    description="Unter dem Deich",
    street="Am Markt 3",
    postcode="26506",
    town="Norden",
    ags="03452019",
    latitude=53.59,
    longitude=7.2,
    phone="04931 1",
    email="info@kita.example",
    website="https://kita.example",
    hours_osm="Mo-Fr 07:00-16:00",
    hours_given="werktags von 7 bis 16",
    hours_from=date(2026, 8, 1),
    min_age_months=12,
    max_age_months=78,
    places=40,
    languages=("de", "tr"),
    accessible=False,
    note="ruft zurück",
    office_type="bank",
    area=("03452019",),
    contacts=(ContactPerson("Imke Okken", "Aufnahme", "04931 2", "imke@kita.example"),),
    free_places=3,
    free_as_of=date(2026, 9, 1),
    waiting=14,
    settling_weeks=6,
    features=("portal", "community_nurse"),
    reserved_places=10,
    reserved_for=4,
    costs=(Cost("Essen", 123_450, CostPer.MONTH, "mit Tee", date(2026, 1, 1), date(2026, 7, 31)),),
    by_appointment=True,
    online_form="https://kita.example/anmelden",
    video=False,
    site="Haus am Deich",
    valid_from=date(2020, 8, 1),
    valid_to=date(2027, 7, 31),
    successor=9,
    closed_from=date(2026, 12, 1),
    closed_until=date(2026, 12, 24),
    closed_because="Umbau",
    public_note="Bitte klingeln",
    school=ProfileDraft(
        type=SchoolType.PRIMARY,
        first_class=1,
        last_class=4,
        catchment=("03452019", "99999999"),
        all_day=AllDay.PARTLY_BOUND,
        all_day_osm="Mo-Th 13:00-15:30",
        all_day_places=0,
        holiday_care=False,
        languages=("nl", "nds"),
        german_class=True,
        public_note="Bitte das Zeugnis mitbringen",
        source="Liste des Schulamts",
        as_of=date(2026, 9, 1),
    ),
)
ENTRY = Entry(1, FULL, None, "", NOON, reserved_for="Deichklinik", successor="Neubau")
SAID = {
    Matter.NAME: "Kita Deichkinder",
    Matter.CATEGORY: "Kita",
    Matter.OPERATOR: "Verein am Deich",
    Matter.SERVICE: "Krippe",
    Matter.DESCRIPTION: "Unter dem Deich",
    Matter.SITE: "Haus am Deich",
    Matter.ADDRESS: "Am Markt 3\n26506 Norden",
    Matter.POSITION: "53,59000; 7,20000",
    Matter.ACCESSIBLE: "nein",
    Matter.PHONE: "04931 1",
    Matter.EMAIL: "info@kita.example",
    Matter.WEBSITE: "https://kita.example",
    Matter.CONTACTS: "Imke Okken (Aufnahme), 04931 2, imke@kita.example",
    Matter.LANGUAGES: "Deutsch, Türkisch",
    Matter.HOURS: "werktags von 7 bis 16\nMo–Fr 7–16 Uhr\ngilt ab 01.08.2026",
    Matter.CLOSED: "ab 01.12.2026 bis 24.12.2026 · Umbau",
    Matter.AGES: "1 Jahr bis 6 Jahre 6 Monate",
    Matter.PLACES: "40",
    Matter.FREE_PLACES: "3 (Stand 01.09.2026)",
    Matter.WAITING: "14",
    Matter.SETTLING: "6 Wochen",
    Matter.RESERVED: "10 für Deichklinik",
    Matter.COSTS: "Essen: 1.234,50 € im Monat mit Tee (ab 01.01.2026 bis 31.07.2026)",
    Matter.BY_APPOINTMENT: "ja",
    Matter.ONLINE_FORM: "https://kita.example/anmelden",
    Matter.VIDEO: "nein",
    Matter.FEATURES: "App oder Portal, Gemeindeschwester",
    Matter.VALIDITY: "ab 01.08.2020 bis 31.07.2027, danach Neubau",
    Matter.CHARGE: "Bank oder Sparkasse für Stadt Norden",
    Matter.SCHOOL_TYPE: "Grundschule",
    Matter.CLASSES: "1 bis 4",
    Matter.CATCHMENT: "Stadt Norden, 99999999",
    Matter.ALL_DAY: "teilgebunden",
    Matter.ALL_DAY_HOURS: "Mo–Do 13–15:30 Uhr",
    Matter.ALL_DAY_PLACES: "0 (Stand 01.09.2026)",
    Matter.GERMAN_CLASS: "ja",
    Matter.HOLIDAY_CARE: "nein",
    Matter.TAUGHT: "Niederländisch, Niederdeutsch",
    Matter.SCHOOL_NOTE: "Bitte das Zeugnis mitbringen",
    Matter.SCHOOL_SOURCE: "Liste des Schulamts",
    Matter.PUBLIC_NOTE: "Bitte klingeln",
    Matter.NOTE: "ruft zurück",
}


@pytest.mark.parametrize("matter", Matter)
def test_every_matter_is_told_in_words(matter):
    assert sides.value(ENTRY, matter) == SAID[matter]


@pytest.mark.parametrize("matter", set(Matter) - {Matter.NAME, Matter.CATEGORY})
def test_nothing_is_told_as_nothing(matter):
    assert sides.value(Entry(1, ProviderDraft(organisation="A"), None, "", NOON), matter) == ""


@pytest.mark.parametrize(
    ("changes", "matter", "said"),
    [
        ({"max_age_months": None}, Matter.AGES, "mindestens 1 Jahr"),
        ({"min_age_months": None, "max_age_months": 1}, Matter.AGES, "höchstens 1 Monat"),
        ({"min_age_months": 0}, Matter.AGES, "0 Monate bis 6 Jahre 6 Monate"),
        ({"free_as_of": None}, Matter.FREE_PLACES, "3"),
        ({"settling_weeks": 1}, Matter.SETTLING, "1 Woche"),
        ({"street": "", "postcode": "", "town": ""}, Matter.ADDRESS, "03452019"),
        ({"costs": (Cost(note="nach Satzung"),)}, Matter.COSTS, "nach Satzung"),
        ({"hours_given": "Mo–Fr 7–16 Uhr", "hours_from": None}, Matter.HOURS, "Mo–Fr 7–16 Uhr"),
        ({"office_type": "", "area": ("99999999",)}, Matter.CHARGE, "99999999"),
        ({"contacts": (ContactPerson(area="Leitung"),)}, Matter.CONTACTS, "Leitung"),
        ({"school": replace(BLANK, first_class=5)}, Matter.CLASSES, "ab 5"),
        ({"school": replace(BLANK, last_class=4)}, Matter.CLASSES, "bis 4"),
        (
            {"school": replace(BLANK, as_of=date(2026, 9, 1))},
            Matter.ALL_DAY_PLACES,
            "Stand 01.09.2026",
        ),
    ],
)
def test_half_of_it_is_told_as_half(changes, matter, said):
    assert sides.value(replace(ENTRY, draft=replace(FULL, **changes)), matter) == said


def test_every_code_has_a_word_of_its_own():
    for codes, named in (
        (Likelihood, words.LIKELIHOODS),
        (Likeness, words.LIKENESSES),
        (Matter, words.MATTERS),
    ):
        assert set(codes) == set(named)
        assert len(set(named.values())) == len(named)


SIDE = PairSide(1, "Kita A", "", Category.KITA, "Am Markt 3", "26506", "Norden")


def pair(*seen, other="Kita A"):
    return Pair(SIDE, replace(SIDE, id=2, name=other, street=""), Likelihood.LIKELY, seen, 70)


def test_reasons_come_first_then_doubts():
    seen = (
        Seen(Likeness.SAME_PHONE),
        Seen(Likeness.SOUNDS_ALIKE),
        Seen(Likeness.NEAR, 40),
        Seen(Likeness.OTHER_CATEGORY),
        Seen(Likeness.FAR, 4_249),
    )
    assert words.why(pair(*seen)) == (
        "gleiche Telefonnummer; Name klingt gleich; 40 m auseinander – aber andere Art; "
        "4,2 km voneinander entfernt"
    )
    assert words.told(pair(seen[0])) == "Wahrscheinlich doppelt: gleiche Telefonnummer."


def test_a_name_written_otherwise_is_not_called_the_same():
    assert words.why(pair(Seen(Likeness.SAME_NAME))) == "gleicher Name"
    assert (
        words.why(pair(Seen(Likeness.SAME_NAME), other="KITA A")) == "Name nur anders geschrieben"
    )


def test_where_an_entry_is_used_is_told_line_by_line():
    names = tuple(f"Fall {number}" for number in range(6))
    entry = replace(
        ENTRY,
        used_by=tuple(enumerate(names)),
        follows=("Altes Haus",),
        keeps_places=("Betriebskita",),
    )
    assert sides.used(entry) == (
        "Arbeitgeber von Fall 0; Fall 1; Fall 2; Fall 3 und 2 weitere",
        "Nachfolger von Altes Haus",
        "Belegplätze für das Personal bei Betriebskita",
    )
    assert sides.used(ENTRY) == ()


def test_when_it_was_checked_is_told():
    today = date(2026, 11, 23)
    assert sides.state(ENTRY, today) == "Noch nie geprüft"
    checked = replace(ENTRY, checked_on=date(2026, 11, 2), checked_by="Tomke")
    assert sides.state(checked, today) == "Geprüft Mo 02.11.2026 von Tomke"


@pytest.mark.parametrize(
    ("neighbours", "said"),
    [((), ""), (("Hort – Norden",), "einen weiteren Eintrag"), (("A", "B"), "2 weitere Einträge")],
)
def test_who_changes_with_it_is_told(neighbours, said):
    assert said in sides.together(replace(ENTRY, neighbours=neighbours))
    assert bool(sides.together(replace(ENTRY, neighbours=neighbours))) == bool(neighbours)


def test_what_is_taken_is_told_a_line_each():
    seen = Comparison(Entry(2, KITA, None, "", NOON), ENTRY)
    picks = {
        Matter.PHONE: Pick.DROPPED,
        Matter.NOTE: Pick.BOTH,
        Matter.SITE: Pick.KEPT,
        Matter.ADDRESS: Pick.DROPPED,
    }
    assert words.taken(seen, picks) == (
        "Telefon: 04931 1",
        "Interne Notiz: ruft zurück (zusätzlich)",
        "Anschrift: Am Markt 3 · 26506 Norden",
    )


@pytest.mark.parametrize(
    ("count", "begins"), [(0, "Kein Paar"), (1, "Ein Paar meint"), (7, "7 Paare meinen")]
)
def test_how_many_are_open_is_said(count, begins):
    assert words.summary(count).startswith(begins)
    assert words.summary(count).endswith(".")
