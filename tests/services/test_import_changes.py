"""A list that comes again: what it changes, what the office changed, what is told."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.progress import finish
from app.records.directory import ProviderQuery
from app.records.importing import FieldChange, RowState
from app.records.imports import NoteCode
from app.records.providers import Category, ContactPerson, Cost, CostPer, ProviderDraft
from app.services.import_changes import changes, is_news, kept_draft, kept_text, notes
from tests.importing import MAPPING, MORE, listed, mapping_of, previewed, take_in
from tests.makers import make_provider

NORDEN = ProviderDraft("Kita A", town="Norden", phone="1", source="l", source_key="1")
RIEKE = ContactPerson("Rieke Beispiel", "Anmeldung")
JAN = ContactPerson("Jan Beispiel", "Leitung")


@pytest.mark.parametrize(
    ("base", "office", "said", "found"),
    [
        ("a", "a", "a", None),
        ("a", "a", "b", False),
        ("a", "c", "b", True),
        ("a", "c", "a", True),
        ("a", "b", "b", None),
        ("a", "a", "", None),
        ("a", "c", "", None),
        ("", "", "b", False),
        ("a", "", "b", True),
        (None, "a", "b", True),
        (None, "", "b", False),
        (None, "a", "a", None),
    ],
    ids=[
        "nothing new",
        "only the list changed",
        "both changed",
        "only the office changed",
        "both changed alike",
        "the list is blank now",
        "the list is blank, the office changed",
        "the list says more",
        "the office emptied it",
        "no former list",
        "no former list, blank here",
        "no former list, the same",
    ],
)
def test_a_field_is_compared_three_ways(base, office, said, found):
    former = None if base is None else replace(NORDEN, town=base)
    changed = changes(replace(NORDEN, town=said), former, replace(NORDEN, town=office))
    expected = () if found is None else (FieldChange("town", office, said, contested=found),)
    assert changed == expected


def test_news_is_what_the_list_itself_says_otherwise():
    office = replace(NORDEN, town="Hage")
    (change,) = changes(NORDEN, NORDEN, office)
    assert change.contested
    assert not is_news(change, NORDEN, NORDEN)
    assert is_news(change, NORDEN, None)
    later = replace(NORDEN, town="Aurich")
    (change,) = changes(later, NORDEN, office)
    assert is_news(change, later, NORDEN)


def test_people_the_office_added_stay_beside_those_of_the_list():
    base = replace(NORDEN, contacts=(RIEKE,))
    office = replace(NORDEN, contacts=(RIEKE, JAN))
    assert changes(base, base, office) == ()
    later = replace(NORDEN, contacts=(replace(RIEKE, phone="2"),))
    (change,) = changes(later, base, office)
    assert change.after == (replace(RIEKE, phone="2"), JAN)
    assert change.contested


def test_a_kind_the_list_does_not_know_is_no_change():
    office = replace(NORDEN, category=Category.KITA)
    assert changes(NORDEN, NORDEN, office) == ()


def test_false_and_zero_are_answers_and_not_blanks():
    base = replace(NORDEN, accessible=True, places=20)
    found = changes(replace(NORDEN, accessible=False, places=0), base, base)
    assert [(each.field, each.after) for each in found] == [("places", 0), ("accessible", False)]


def test_what_is_no_longer_in_the_list_is_told_and_stays():
    told = notes(4, replace(NORDEN, phone=""), NORDEN, NORDEN)
    assert [(each.row, each.field, each.code, each.before) for each in told] == [
        (4, "phone", NoteCode.GONE_FROM_LIST, "1")
    ]
    assert notes(4, replace(NORDEN, phone=""), NORDEN, replace(NORDEN, phone="9")) == ()


def test_new_words_about_hours_beside_an_old_week_are_told():
    office = replace(NORDEN, hours_given="Mo-Fr 8-12", hours_osm="Mo-Fr 08:00-12:00")
    base = replace(NORDEN, hours_given="Mo-Fr 8-12")
    later = replace(NORDEN, hours_given="nach den Ferien anders")
    (note,) = notes(4, later, base, office)
    assert (note.code, note.before, note.after) == (
        NoteCode.HOURS_STALE,
        "Mo-Fr 08:00-12:00",
        "nach den Ferien anders",
    )


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
DAY = st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31))
DRAFTS = st.builds(
    ProviderDraft,
    organisation=TEXT,
    category=st.sampled_from(Category),
    town=TEXT,
    latitude=st.none() | st.floats(-90, 90),
    places=st.none() | st.integers(0, 99),
    accessible=st.none() | st.booleans(),
    languages=st.lists(TEXT, max_size=2).map(tuple),
    area=st.lists(TEXT, max_size=2).map(tuple),
    contacts=st.lists(st.builds(ContactPerson, TEXT, TEXT), max_size=2).map(tuple),
    costs=st.lists(
        st.builds(Cost, TEXT, st.none() | st.integers(0, 99), st.sampled_from(CostPer), TEXT, DAY),
        max_size=2,
    ).map(tuple),
    valid_from=DAY,
    free_as_of=DAY,
    closed_until=DAY,
)


@given(DRAFTS)
def test_what_a_list_said_is_kept_word_for_word(draft):
    assert kept_draft(kept_text(draft)) == draft
    assert kept_text(kept_draft(kept_text(draft))) == kept_text(draft)


def test_every_day_of_a_draft_is_kept_as_a_day():
    days = {
        each.name: date(2026, 1, place)
        for place, each in enumerate(
            (each for each in fields(ProviderDraft) if "date" in str(each.type)), start=1
        )
    }
    draft = replace(NORDEN, source="", source_key="", **days)
    assert len(days) >= 7
    assert kept_draft(kept_text(draft)) == draft


def test_nothing_kept_is_no_draft():
    assert kept_draft("") is None


# the same through the service

A = {"id": "1", "name": "Kita A", "ort": "Norden", "tel": "040 66969-1", "zeiten": ""}
MAPPED = mapping_of(MAPPING + MORE)


@pytest.fixture
def known(desk, tmp_path):
    """A provider of a list, whose telephone number the office has changed since."""
    take_in(desk, listed(tmp_path, A), MAPPED)
    (key,) = desk.lists.provider_ids(ProviderQuery())
    draft = desk.providers.provider(key).draft
    desk.providers.edit(key, replace(draft, phone="040 66969-77", note="ruft zurück"))
    return key


def test_a_later_list_keeps_what_the_office_changed_and_takes_the_rest(desk, tmp_path, known):
    later = listed(tmp_path, A | {"tel": "040 66969-2", "ort": "Hage"})
    preview = previewed(desk, later, MAPPED)
    assert [(each.field, each.contested) for each in preview.rows[0].changes] == [
        ("town", False),
        ("phone", True),
    ]
    assert preview.contested() == 1
    outcome = finish(desk.imports.carry_out(preview))
    assert (outcome.imported.changed, outcome.imported.contested) == (1, 1)
    draft = desk.providers.provider(known).draft
    assert (draft.town, draft.phone, draft.note) == ("Hage", "040 66969-77", "ruft zurück")
    # told once more, but no longer news
    again = previewed(desk, later, MAPPED)
    assert again.rows[0].state is RowState.UNCHANGED
    assert [each.field for each in again.rows[0].changes] == ["phone"]
    assert finish(desk.imports.carry_out(again)).done is None


def test_a_contested_field_is_taken_where_somebody_says_so(desk, tmp_path, known):
    later = listed(tmp_path, A | {"tel": "040 66969-2"})
    outcome = take_in(desk, later, MAPPED, taken=frozenset({(1, "phone")}))
    assert (outcome.imported.changed, outcome.imported.contested) == (1, 0)
    draft = desk.providers.provider(known).draft
    assert (draft.phone, draft.note) == ("040 66969-2", "ruft zurück")
    assert previewed(desk, later, MAPPED).rows[0].changes == ()
    desk.history.undo(outcome.done.batch)
    assert desk.providers.provider(known).draft.phone == "040 66969-77"


def test_where_only_the_office_changed_nothing_is_to_be_done(desk, tmp_path, known):
    preview = previewed(desk, listed(tmp_path, A), MAPPED)
    assert preview.rows[0].state is RowState.UNCHANGED
    assert [each.contested for each in preview.rows[0].changes] == [True]
    assert finish(desk.imports.carry_out(preview)).done is None


def test_what_was_imported_before_lists_were_kept_is_contested_once(desk, tmp_path, known):
    connection = desk.transactions.file.connect()
    connection.execute("UPDATE services_at_places SET imported = ''")
    connection.close()
    later = listed(tmp_path, A | {"ort": "Hage"})
    preview = previewed(desk, later, MAPPED)
    assert {each.field: each.contested for each in preview.rows[0].changes} == {
        "town": True,
        "phone": True,
    }
    assert finish(desk.imports.carry_out(preview)).done is not None
    again = previewed(desk, listed(tmp_path, A | {"ort": "Aurich", "id": "1"}), MAPPED)
    assert [each.field for each in again.rows[0].changes] == ["town", "phone"]


def test_an_archived_provider_stays_in_the_archive_and_says_so(desk, tmp_path, known):
    desk.providers.archive(known, "geschlossen")
    preview = previewed(desk, listed(tmp_path, A | {"ort": "Hage"}), MAPPED)
    assert [each.code for each in preview.rows[0].notes if each.code is NoteCode.IN_ARCHIVE]
    finish(desk.imports.carry_out(preview))
    view = desk.providers.provider(known)
    assert (view.draft.town, view.archived_because) == ("Hage", "geschlossen")


def test_what_was_merged_into_another_is_brought_up_to_date_there(desk, tmp_path, known):
    other = make_provider(desk, organisation="Kita A und B", town="Norden", phone="040 66969-9")
    draft = desk.providers.provider(known).draft
    desk.providers.edit(known, replace(draft, successor=other))
    desk.providers.archive(known, "zusammengeführt")
    same = previewed(desk, listed(tmp_path, A), MAPPED)
    assert (same.rows[0].state, same.rows[0].provider) == (RowState.UNCHANGED, other)
    assert same.rows[0].changes == ()
    preview = previewed(desk, listed(tmp_path, A | {"ort": "Hage"}), MAPPED)
    assert [(each.field, each.contested) for each in preview.rows[0].changes] == [("town", False)]
    assert [each for each in preview.rows[0].notes if each.code is NoteCode.STANDS_FOR]
    outcome = finish(desk.imports.carry_out(preview))
    assert outcome.imported.added == 0
    assert desk.providers.provider(other).draft.town == "Hage"
    assert desk.providers.provider(other).draft.organisation == "Kita A und B"
    assert desk.providers.provider(known).draft.town == "Norden"
    assert previewed(desk, listed(tmp_path, A | {"ort": "Hage"}), MAPPED).rows[0].changes == ()


def test_people_and_costs_of_a_list_are_kept_and_changed_with_it(desk, tmp_path):
    mapping = mapping_of(
        MAPPING + '[fields.contact_name]\nfrom = "leitung"\n[fields.cost]\nfrom = "beitrag"\n'
    )
    row = A | {"leitung": "Rieke Beispiel", "beitrag": "120 €"}
    take_in(desk, listed(tmp_path, row), mapping)
    (key,) = desk.lists.provider_ids(ProviderQuery())
    draft = desk.providers.provider(key).draft
    assert [each.name for each in draft.contacts] == ["Rieke Beispiel"]
    assert [each.cents for each in draft.costs] == [12_000]
    assert take_in(desk, listed(tmp_path, row), mapping).done is None
    done = take_in(desk, listed(tmp_path, row | {"leitung": "Jan Beispiel"}), mapping).done
    later = desk.providers.provider(key).draft
    assert [each.name for each in later.contacts] == ["Jan Beispiel"]
    assert later.costs == draft.costs
    desk.history.undo(done.batch)
    assert desk.providers.provider(key).draft.contacts == draft.contacts
