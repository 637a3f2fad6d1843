"""What lists say of schools: classes, all-day forms and hours, languages, districts, doubts."""

from __future__ import annotations

from datetime import date

import pytest

from app.exchange.guessing import guess
from app.exchange.providers import read_rows_as_providers
from app.exchange.sources import open_source
from app.progress import finish
from app.records.imports import NoteCode
from app.records.providers import Category
from app.records.school_profiles import ProfileDraft
from app.rules.school_matching import AllDay, SchoolType

LESSONS = "Mo-Fr 08:00-13:00"


def read(head, *rows, name="Schulen.csv"):
    text = "\n".join(("Schule;Schulform;" + head, *rows))
    source = finish(open_source(text.encode(), name))
    return finish(read_rows_as_providers(source, guess(source).mapping))


def one(head, cells, form="Grundschule"):
    """The profile of a single school with these cells, and what is said of it but its tidying."""
    records = read(head, f"Schule am Deich;{form};{cells}", f"Schule am Siel;{form};")
    told = {(note.field, note.code) for note in records.notes if note.row == 2}
    return records.drafts[0].school, told


def test_a_list_of_an_authority_is_understood_by_its_heads():
    records = read(
        "Klassen;Schulbezirk;Ganztag;Ganztagszeiten;freie Ganztagsplätze;Stand;Fremdsprachen;"
        "Sprachlernklasse;Ferienbetreuung",
        "Schule am Deich;Grundschule;1 bis 4;Norden, Hage;offen;Mo-Do 13:00-15:30;6;15.09.2026;"
        "Englisch, Niederländisch;ja;nein",
        "Schule am Siel;Grundschule;1-4;;;;;;Plattdeutsch und Englisch;;",
    )
    first, second = records.drafts
    assert first.category is Category.SCHOOL
    assert first.school == ProfileDraft(
        SchoolType.PRIMARY,
        1,
        4,
        catchment=("03452019", "03452008"),
        all_day=AllDay.OPEN,
        all_day_osm="Mo-Th 13:00-15:30",
        all_day_places=6,
        holiday_care=False,
        languages=("en", "nl"),
        german_class=True,
        as_of=date(2026, 9, 15),
    )
    assert second.school.languages == ("nds", "en")
    assert {note.code for note in records.notes} == {NoteCode.HOURS_READ}


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("offene Ganztagsschule", AllDay.OPEN),
        ("Teilgebunden", AllDay.PARTLY_BOUND),
        ("voll gebunden", AllDay.BOUND),
        ("nein", AllDay.NONE),
        ("partly_bound", AllDay.PARTLY_BOUND),
        ("", AllDay.UNKNOWN),
    ],
)
def test_forms_of_all_day_schools(said, form):
    profile, told = one("Ganztag;Ferienbetreuung", f"{said};ja")
    assert (profile.all_day, told) == (form, set())


def test_yes_alone_names_no_form_and_is_told():
    profile, told = one("Ganztag;Ferienbetreuung", "ja;ja")
    assert profile.all_day is AllDay.UNKNOWN
    assert told == {("school_all_day", NoteCode.ALL_DAY_FORM_MISSING)}


@pytest.mark.parametrize(
    ("days", "until", "lessons", "osm", "code"),
    [
        ("Mo-Do", "15:30", LESSONS, "Mo-Th 13:00-15:30", NoteCode.HOURS_READ),
        ("Mo, Di, Do", "16 Uhr", "Mo-Fr 07:45-12:50", "Mo,Tu,Th 12:50-16:00", NoteCode.HOURS_READ),
        (
            *("montags bis donnerstags", "15.30 Uhr", "Mo-We 08:00-13:00; Th 08:00-14:00"),
            *("Mo-We 13:00-15:30; Th 14:00-15:30", NoteCode.HOURS_READ),
        ),
        ("Mo-Do", "15:30", "", "", NoteCode.HOURS_BEGIN_MISSING),
        ("Mo-Do", "12:30", LESSONS, "", NoteCode.HOURS_BEGIN_MISSING),
        ("Mo-Sa", "15:30", LESSONS, "", NoteCode.HOURS_BEGIN_MISSING),
        ("", "15:30", LESSONS, "", NoteCode.HOURS_UNREAD),
        ("vier Tage", "15:30", LESSONS, "", NoteCode.HOURS_UNREAD),
    ],
)
def test_days_and_the_end_alone_begin_where_lessons_end(days, until, lessons, osm, code):
    profile, told = one(
        "Ganztagstage;Ganztag bis;Unterrichtszeiten;Ferienbetreuung",
        f'{days};{until};"{lessons}";ja',
    )
    assert profile.all_day_osm == osm
    assert ("school_all_day_osm", code) in told


@pytest.mark.parametrize(
    ("head", "said", "field", "code"),
    [
        ("Klasse bis", "14", "school_last_class", NoteCode.CLASSES_NONSENSE),
        ("Klassen", "7-5", "school_last_class", NoteCode.CLASSES_NONSENSE),
        ("Klasse von", "erste", "school_first_class", NoteCode.NOT_A_NUMBER),
        ("Schulbezirk", "Norden, Atlantis", "school_catchment", NoteCode.UNKNOWN_WORD),
        ("Ganztag", "gebundn", "school_all_day", NoteCode.UNKNOWN_WORD),
        ("Ganztagszeiten", "mal so", "school_all_day_osm", NoteCode.HOURS_UNREAD),
        ("freie Ganztagsplätze", "10001", "school_all_day_places", NoteCode.NOT_A_NUMBER),
        ("freie Ganztagsplätze", "6", "school_as_of", NoteCode.COUNT_NOT_DATED),
        ("Fremdsprachen", "Englisch, Elbisch", "school_languages", NoteCode.UNKNOWN_WORD),
        ("Sprachlernklasse", "vielleicht", "school_german_class", NoteCode.NOT_YES_NO),
        ("Stand", "40.13.2026", "school_as_of", NoteCode.NOT_A_DATE),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_is_read(head, said, field, code):
    profile, told = one(f"{head};Ferienbetreuung", f"{said};ja")
    assert profile.holiday_care is True
    assert told == {(field, code)}


@pytest.mark.parametrize(
    ("said", "classes"),
    [
        ("1-4", (1, 4)),
        ("5 bis 10", (5, 10)),
        ("Klassen 5–13", (5, 13)),
        ("1, 2, 3, 4", (1, 4)),
        ("5. bis 10. Klasse", (5, 10)),
        ("7", (7, 7)),
    ],
)
def test_classes_may_stand_in_one_column(said, classes):
    profile, told = one("Klassen;Ferienbetreuung", f"{said};ja")
    assert ((profile.first_class, profile.last_class), told) == (classes, set())


def test_a_joint_municipality_stands_for_its_members():
    profile, _ = one("Schulbezirk;Ferienbetreuung", "Samtgemeinde Hage;ja")
    assert len(profile.catchment) > 3
    assert "03452016" in profile.catchment  # Lütetsburg


@pytest.mark.parametrize(
    ("form", "type_"),
    [
        ("KGS", SchoolType.COOPERATIVE_COMPREHENSIVE),
        ("Gymnasium", SchoolType.GYMNASIUM),
        ("unbekannt", SchoolType.OTHER),
    ],
)
def test_the_type_is_what_the_school_form_or_the_name_tells(form, type_):
    profile, told = one("Ferienbetreuung", "ja", form)
    assert (profile.type, told) == (type_, set())


def test_a_list_that_says_nothing_of_it_has_no_profile():
    records = read("Ort;Stand;Ferienbetreuung", "Schule am Deich;Grundschule;Norden;1.9.2026;")
    assert records.drafts[0].school is None


def test_heads_mean_schools_in_lists_of_schools_alone():
    text = "Praxis;Ort;Sprachen\nPraxis Möwe;Norden;Englisch\nPraxis Watt;Hage;Deutsch"
    source = finish(open_source(text.encode(), "Praxen.csv"))
    fields = guess(source).mapping.fields
    assert "languages" in fields
    assert not any(name.startswith("school_") for name in fields)
