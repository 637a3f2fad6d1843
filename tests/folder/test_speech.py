"""Dates, lists, hours, addresses as the folder says them."""

from __future__ import annotations

from datetime import date

import pytest

from app.folder import week
from app.folder.contents import Hours
from app.folder.speech import Speech, mail_target, phone_target, web_address
from app.rules.terms import DateKind
from tests.folder.makers import day, kita_week, month, office_week, phrases, span


def speech(language: str = "de") -> Speech:
    return Speech(phrases(language))


@pytest.mark.parametrize(
    ("language", "due", "kind", "said"),
    [
        ("de", day(2026, 12, 14), DateKind.DUTY, "bis Montag, 14. Dezember 2026"),
        ("en", day(2026, 12, 14), DateKind.DUTY, "by Monday, 14 December 2026"),
        ("de", day(2027, 1, 4), DateKind.HINT, "am Montag, 4. Januar 2027"),
        ("en", day(2027, 1, 4), DateKind.HINT, "on Monday, 4 January 2027"),
        ("de", day(2027, 3, 1), DateKind.EARLIEST, "ab Montag, 1. März 2027"),
        ("en", day(2027, 3, 1), DateKind.EARLIEST, "from Monday, 1 March 2027"),
        (
            "de",
            day(2027, 4, 19),
            DateKind.AUTHORITY_TERM,
            "Frist für die Behörde: Montag, 19. April 2027",
        ),
        (
            "en",
            month(2027, 4),
            DateKind.AUTHORITY_TERM,
            "Authority’s deadline: April 2027",
        ),
        ("de", month(2026, 12), DateKind.HINT, "im Dezember 2026"),
        ("de", month(2026, 12), DateKind.ADVICE, "bis Ende Dezember 2026"),
        ("de", month(2026, 12), DateKind.EARLIEST, "ab Dezember 2026"),
        ("en", month(2026, 12), DateKind.HINT, "in December 2026"),
        ("en", month(2026, 12), DateKind.OFFICE_RULE, "by the end of December 2026"),
    ],
)
def test_a_date_is_said_with_the_word_its_kind_asks_for(language, due, kind, said):
    assert speech(language).due(due, kind) == said


@pytest.mark.parametrize("kind", DateKind)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_kind_of_date_has_words_for_a_day_and_for_a_month(language, kind):
    for due in (day(2026, 12, 14), month(2026, 12)):
        said = speech(language).due(due, kind)
        assert "2026" in said
        assert "{" not in said


@pytest.mark.parametrize(
    ("language", "said"), [("de", "Mo, 14.12.2026"), ("en", "Mon, 14 Dec 2026")]
)
def test_a_short_date_fits_a_column(language, said):
    assert speech(language).date(date(2026, 12, 14), "short") == said


@pytest.mark.parametrize(
    ("names", "german", "english"),
    [
        ([], "", ""),
        (["Amira"], "Amira", "Amira"),
        (["Amira", "Karim"], "Amira und Karim", "Amira and Karim"),
        (["Amira", " ", "Karim", "Lina"], "Amira, Karim und Lina", "Amira, Karim and Lina"),
    ],
)
def test_names_are_listed_as_one_says_them(names, german, english):
    assert speech("de").listed(names) == german
    assert speech("en").listed(names) == english


def test_languages_are_named_in_the_folders_language_and_unknown_tags_stay():
    assert speech("de").languages(("de", "vi", "pt-BR")) == "Deutsch, Vietnamesisch, Portugiesisch"
    assert speech("en").languages(("ar", "zz", "")) == "Arabic, zz"


@pytest.mark.parametrize(
    ("kilometres", "german", "english"),
    [
        (0.0, "0,0", "0.0"),
        (1.24, "1,2", "1.2"),
        (9.94, "9,9", "9.9"),
        (9.96, "10", "10"),
        (23.6, "24", "24"),
    ],
)
def test_a_distance_is_as_exact_as_it_is_near(kilometres, german, english):
    assert speech("de").distance(kilometres).startswith(f"{german} km ")
    assert speech("en").distance(kilometres).startswith(f"{english} km ")


def test_alike_days_are_said_together_and_closed_days_are_left_out():
    said = week.in_words(office_week(), speech())
    assert said == "Mo, Do: 8:30–12:00, 14:00–16:30; Di, Fr: 8:30–12:00"


def test_three_days_in_a_row_become_a_range_and_marginal_hours_are_called_so():
    assert week.in_words(kita_week(), speech("en")) == (
        "Mon to Fri: 7:00–8:00 by arrangement, 8:00–16:00, 16:00–17:00 by arrangement"
    )


def test_the_end_of_the_day_is_24_oclock():
    hours = Hours((*[()] * 6, (span("22:05", "24:00"),)))
    assert week.in_words(hours, speech()) == "So: 22:05–24:00"


def test_the_drawn_week_shows_the_weekend_only_where_somebody_is_there():
    drawn = week.drawn(office_week(), speech())
    assert drawn is not None
    assert [each.label for each in drawn.days] == ["Mo", "Di", "Mi", "Do", "Fr"]
    assert drawn.days[2].spans == ()
    sunday = week.drawn(Hours((*[()] * 6, (span("10:00", "12:00"),))), speech("en"))
    assert sunday is not None
    assert [each.label for each in sunday.days][-1] == "Sun"
    assert len(sunday.days) == 7


@pytest.mark.parametrize("hours", [Hours(), Hours(text="nur telefonisch"), Hours(((),) * 7)])
def test_unknown_hours_are_never_drawn(hours):
    assert week.drawn(hours, speech()) is None


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("https://www.kita.example/", ("https://www.kita.example/", "www.kita.example")),
        ("kita.example", ("https://kita.example", "kita.example")),
        ("HTTP://Kita.example/a?b=1", ("http://Kita.example/a?b=1", "Kita.example/a?b=1")),
        (" größe.example ", ("https://größe.example", "größe.example")),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("kommt noch", None),
        ("localhost", None),
        ("http://", None),
        ("", None),
    ],
)
def test_only_web_addresses_become_links(typed, found):
    assert web_address(typed) == found


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("030 23125-100", "tel:03023125100"),
        ("+49 (0)30 23125 100", "tel:+493023125100"),
        ("auf Anfrage", ""),
    ],
)
def test_a_number_becomes_a_target_for_the_phone(typed, target):
    assert phone_target(typed) == target


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("moin@servicestelle.example", "mailto:moin@servicestelle.example"),
        ("moin@servicestelle.example?bcc=x@y.example", ""),
        ("kein Postfach", ""),
    ],
)
def test_a_mail_address_becomes_a_target_without_hidden_headers(typed, target):
    assert mail_target(typed) == target


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("full", "dimanche 1er août 2027"),
        ("day", "1er août 2027"),
        ("day_of_year", "1er août"),
        ("weekday", "dimanche"),
        ("weekday_short", "dim."),
        ("weekday_said", "dim."),
        ("month", "août 2027"),
        ("month_of_year", "août"),
        ("short", "dim. 01.08.2027"),
        ("numbers", "01.08.2027"),
    ],
)
def test_the_first_of_a_month_is_an_ordinal_in_french(pattern, said):
    assert speech("fr").date(date(2027, 8, 1), pattern) == said


def test_other_days_and_other_languages_have_plain_numbers():
    assert speech("fr").date(date(2027, 8, 11), "day") == "11 août 2027"
    assert speech("fr").date(date(2027, 8, 21), "full") == "samedi 21 août 2027"
    assert speech("de").date(date(2027, 8, 1), "full") == "Sonntag, 1. August 2027"
    assert speech("es").date(date(2027, 8, 1), "day") == "1 de agosto de 2027"
    assert speech("vi").date(date(2027, 8, 1), "day_of_year") == "ngày 1 tháng 8"
    assert speech("en").date(date(2027, 8, 1), "numbers") == "1 Aug 2027"


@pytest.mark.parametrize(
    ("language", "joined", "divided"),
    [
        ("de", "Meera, Arun", "Meera; Arun"),
        ("fr", "Meera, Arun", "Meera\u00a0; Arun"),
        ("ar", "\u2068Meera\u2069، \u2068Arun\u2069", "\u2068Meera\u2069؛ \u2068Arun\u2069"),
    ],
)
def test_parts_are_joined_with_the_signs_of_their_language(language, joined, divided):
    assert speech(language).joined(["Meera", " ", "Arun"]) == joined
    assert speech(language).divided(["Meera", "Arun"]) == divided
    assert speech(language).joined(["Meera"]) == "Meera"
    assert speech(language).joined([]) == ""


def test_arabic_has_its_own_commas_and_its_days_an_article_in_sentences():
    arabic = speech("ar")
    assert arabic.languages(("de", "vi")) == "الألمانية، الفيتنامية"
    said = week.in_words(office_week(), arabic)
    assert said.count("؛") == 1
    assert "الاثنين، الخميس" in said
    assert not {",", ";"} & set(said)
    assert week.label(0, arabic) == "إثنين"


def test_latin_names_in_an_arabic_list_stand_apart_each():
    """As one isolate the list would run from the left, the first name last."""
    listed = speech("ar").listed(["Karim", "Salma", "يوسف"])
    assert listed.startswith("\u2068Karim\u2069")
    assert listed.index("\u2068Salma\u2069") < listed.index("يوسف")
    assert "\u2068يوسف" not in listed


def test_plain_german_has_a_name_of_its_own_in_german():
    assert speech("de").language_name("de-x-leicht") == "Einfaches Deutsch"
    assert speech("de-x-leicht").language_name("de-x-leicht") == "Einfaches Deutsch"
    assert speech("en").language_name("de-x-leicht") == "German"
