"""Names and words as people type them: kept to the letter, found again, or refused in words."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import pytest

from app.desk import open_desk
from app.errors import Reason, Refused
from app.records.cases import CaseQuery, CaseState
from app.records.directory import ProviderQuery
from app.records.providers import Category, ProviderDraft
from db.folding import words
from tests.conftest import TODAY
from tests.makers import CHILD, FROM_TUNISIA, NURSE, make_case, make_provider


@pytest.fixture(scope="module")
def naughty(shared):
    texts = json.loads(shared("names/naughty_strings.json").read_text(encoding="utf-8"))
    assert len(texts) > 450
    return texts


@pytest.fixture
def bare(file, tmp_path):
    """A desk without templates: hundreds of families are taken up without planning each."""
    opened = open_desk(file, tmp_path / "ohne", lambda: TODAY, "Tomke Harms")
    yield opened
    opened.close()


def is_storable(text):
    return not any(0xD800 <= ord(letter) <= 0xDFFF for letter in text)


def test_naughty_family_names_are_kept_and_found_or_refused(bare, naughty):
    desk, ids = bare, {}
    for text in naughty:
        draft = replace(NURSE, given="", family=text)
        if is_storable(text) and text.strip():
            ids[text] = desk.candidates.register(FROM_TUNISIA, draft).case
            continue
        with pytest.raises(Refused) as caught:
            desk.candidates.register(FROM_TUNISIA, draft)
        assert caught.value.field == "family"
        assert caught.value.reason is (
            Reason.BLANK if is_storable(text) else Reason.TEXT_NOT_STORABLE
        )
    assert len(ids) > 450
    for text, case in ids.items():
        found = desk.lists.case_ids(CaseQuery(words=text, state=CaseState.ALL))
        assert (case in found) == bool(words(text)), ascii(text)
    rows = desk.lists.case_rows(list(ids.values()))
    assert [row.name for row in rows] == [text.strip() for text in ids]
    for text, case in list(ids.items())[::9]:
        assert desk.candidates.case(case).people[0].draft.family == text


def test_naughty_provider_names_are_kept_and_found_or_refused(desk, naughty):
    ids = {}
    for text in naughty[::3]:
        draft = ProviderDraft(text, Category.CLUB)
        if is_storable(text) and text.strip():
            ids[text] = int(desk.providers.add(draft).facts["id"])
            continue
        with pytest.raises(Refused) as caught:
            desk.providers.add(draft)
        assert caught.value.field == "organisation"
        assert caught.value.reason is (
            Reason.BLANK if is_storable(text) else Reason.TEXT_NOT_STORABLE
        )
    for text, provider in ids.items():
        found = desk.lists.provider_ids(ProviderQuery(words=text))
        assert (provider in found) == bool(words(text)), ascii(text)
    assert {row.name for row in desk.lists.provider_rows(list(ids.values()))} == set(ids)


def test_names_of_forty_countries_are_found_by_what_was_typed(bare, shared):
    desk = bare
    with shared("names/names_40_locales.csv").open(encoding="utf-8", newline="") as file:
        names = {row["locale"]: row for row in csv.DictReader(file)}
    assert len(names) == 40
    case = make_case(desk)
    for row in names.values():
        desk.household.add(case, replace(CHILD, given=row["first"], family=row["last"]))
    for locale, row in names.items():
        for typed in (row["last"], f"{row['last']} {row['first']}"):
            found = list(desk.lists.case_ids(CaseQuery(words=typed)))
            assert found == [case], (locale, typed)


@pytest.mark.parametrize(
    ("own", "latin"), [("Нгуен Юлия", "Yuliya"), ("أميرة", "amyra"), ("Ярославль", "yaroslavl")]
)
def test_a_name_in_another_script_is_found_in_latin_letters_too(desk, own, latin):
    case = desk.candidates.register(FROM_TUNISIA, replace(NURSE, own_script=own)).case
    assert case in desk.lists.case_ids(CaseQuery(words=own))
    from anyascii import anyascii

    assert words(latin)
    assert case in desk.lists.case_ids(CaseQuery(words=anyascii(own).replace("'", "")))


@pytest.mark.parametrize(
    "typed", ["Muller", "Müller", "mueller", "MÜLLER", "Mu\u0308ller"], ids=ascii
)
def test_an_umlaut_is_found_however_it_is_typed(desk, typed):
    case = desk.candidates.register(FROM_TUNISIA, replace(NURSE, family="Müller")).case
    found = list(desk.lists.case_ids(CaseQuery(words=typed)))
    # German writes ü as ue; u alone is another name
    assert found == ([] if typed == "Muller" else [case])


@pytest.mark.parametrize("field", ["given", "called", "passport", "own_script", "note"])
def test_half_a_surrogate_pair_is_refused_beside_its_field(desk, field):
    with pytest.raises(Refused) as caught:
        desk.candidates.register(FROM_TUNISIA, replace(NURSE, **{field: "Ami\ud800ra"}))
    assert (caught.value.reason, caught.value.field) == (Reason.TEXT_NOT_STORABLE, field)
    assert desk.lists.case_count(CaseQuery(state=CaseState.ALL)) == 0


def test_names_are_not_trimmed_nor_put_into_one_normal_form(desk):
    typed = "  Nguye\u0302\u0303n\t"
    case = desk.candidates.register(FROM_TUNISIA, replace(NURSE, family=typed)).case
    assert desk.candidates.case(case).people[0].draft.family == typed
    assert desk.lists.case_rows([case])[0].name == f"{typed.strip()}, Amira"


def test_a_provider_is_found_by_its_telephone_number_without_blanks(desk):
    key = make_provider(desk, phone="04931 99 88 77")
    assert list(desk.lists.provider_ids(ProviderQuery(words="04931998877"))) == [key]
