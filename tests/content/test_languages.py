"""Languages and countries: tags, names in German, what the program can serve."""

from __future__ import annotations

import pytest

from app.content import languages as lang
from app.errors import Reason, Refused


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("de", "de"), (" EN ", "en"), ("fa-af", "fa-AF"), ("zh_hant_tw", "zh-Hant-TW"),
        ("sr-latn", "sr-Latn"), ("es-419", "es-419"), ("nds", "nds"), ("de-1901", "de-1901"),
        ("de-x-Leicht", "de-x-leicht"), ("en-u-ca-buddhist", "en-u-ca-buddhist"),
        ("sl-rozaj", "sl-rozaj"),
    ],
)  # fmt: skip
def test_a_language_tag_is_kept_in_its_usual_spelling(typed, tag):
    assert lang.canonical_tag(typed) == tag


@pytest.mark.parametrize("typed", ["", "d", "deutsch", "xx", "de-", "de--AT", "de AT", "qqq", "d3"])
def test_what_is_no_language_is_refused_beside_its_field(typed):
    with pytest.raises(Refused) as refused:
        lang.canonical_tag(typed, "languages")
    assert (refused.value.reason, refused.value.field) == (Reason.UNKNOWN_LANGUAGE, "languages")
    assert refused.value.facts == {"tag": typed}


@pytest.mark.parametrize(
    ("tag", "served"),
    [("de", ("de", True)), ("de-AT", ("de", True)), ("EN_gb", ("en", True)), ("zh", ("en", False)),
     ("", ("en", False))],
)  # fmt: skip
def test_a_language_is_served_by_its_own_or_by_english(tag, served):
    assert lang.program_language(tag) == served


@pytest.mark.parametrize(
    ("tag", "name"),
    [("vi", "Vietnamesisch"), ("nds", "Niederdeutsch"), ("frs", "Ostfriesisch"), ("fa-AF", "Dari"),
     ("de-AT", "Österreichisches Deutsch"), ("ar-EG", "Arabisch (Ägypten)"),
     ("hi-Latn", "Hindi (lateinisch)"), ("uz-Cyrl", "Usbekisch"),
     ("qqq", "qqq"), ("ar-x-marsch", "Arabisch")],
)  # fmt: skip
def test_a_language_has_its_german_name(tag, name):
    assert lang.language_name(tag) == name


def test_names_can_be_shown_in_another_language():
    assert lang.language_name("vi", "en") == "Vietnamese"
    assert lang.country_name("NL", "en") == "Netherlands"


def test_countries_have_german_names_and_groups_are_none():
    assert lang.country_name("NL") == "Niederlande"
    assert lang.country_name("EU") == "EU"
    assert [lang.is_country(code) for code in ("VN", "EU", "ZZ", "001", "vn", "")] == [
        True, False, False, False, False, False,
    ]  # fmt: skip


def test_lists_stand_in_the_order_of_a_dictionary():
    names = [name for _, name in lang.countries()]
    assert names.index("Afghanistan") < names.index("Ägypten") < names.index("Albanien")
    assert names.index("Oman") < names.index("Österreich") < names.index("Pakistan")
    assert 240 < len(names) < 260
    spoken = dict(lang.languages())
    assert spoken["vi"] == "Vietnamesisch"
    assert list(spoken.values()).index("Arabisch") < list(spoken.values()).index("Vietnamesisch")


def test_every_listed_language_is_a_tag_a_form_would_take():
    for tag, _ in lang.languages():
        assert lang.canonical_tag(tag) == tag
