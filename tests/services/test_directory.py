"""The directory of providers: entering, checking, archiving, importing real lists."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from app.desk import open_desk
from app.errors import Reason, Refused, Trouble, Unavailable
from app.progress import finish
from app.records.directory import ProviderQuery
from app.records.imports import NoteCode
from app.records.providers import Category
from db.file import open_file
from tests.conftest import ROOT, TODAY
from tests.makers import KITA, make_case, make_provider

MAPPINGS = ROOT / "resources" / "mappings"
MAPPING = """
name = "liste"
format = "json"
key = "id"

[fields.organisation]
from = "name"

[fields.town]
from = "ort"
"""


def test_a_new_provider_is_shown_as_entered_and_unchecked(desk):
    draft = replace(KITA, languages=("de", "tr"), accessible=False, places=0, min_age_months=0)
    view = desk.providers.provider(make_provider(desk, **vars(draft)))
    assert view.draft == draft
    assert (view.checked_on, view.checked_by, view.used_by) == (None, "", ())


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"organisation": " "}, Reason.BLANK, "organisation"),
        ({"postcode": "265"}, Reason.NOT_A_POSTCODE, "postcode"),
        ({"phone": "Frau Meier"}, Reason.NOT_A_PHONE, "phone"),
        ({"email": "kita"}, Reason.NOT_AN_EMAIL, "email"),
        ({"hours_osm": "Mo-Fr 7 bis 16"}, Reason.NOT_OPENING_HOURS, "hours_osm"),
        ({"latitude": None}, Reason.NOT_A_COORDINATE, "latitude"),
        ({"longitude": None}, Reason.NOT_A_COORDINATE, "longitude"),
        ({"latitude": 91.0}, Reason.NOT_A_COORDINATE, "latitude"),
        ({"latitude": float("nan")}, Reason.NOT_A_COORDINATE, "latitude"),
        ({"longitude": float("inf")}, Reason.NOT_A_COORDINATE, "longitude"),
        ({"longitude": -181.0}, Reason.NOT_A_COORDINATE, "longitude"),
        ({"min_age_months": -1}, Reason.NOT_AN_AGE, "min_age_months"),
        ({"max_age_months": 9_999}, Reason.NOT_AN_AGE, "max_age_months"),
        ({"min_age_months": 36, "max_age_months": 12}, Reason.NOT_AN_AGE, "max_age_months"),
        ({"places": -1}, Reason.NOT_A_VALUE, "places"),
        ({"places": 2**70}, Reason.NOT_A_VALUE, "places"),
        ({"note": "\ud83d"}, Reason.TEXT_NOT_STORABLE, "note"),
    ],
)
def test_a_wrong_value_is_refused_beside_its_field(desk, changes, reason, field):
    key = make_provider(desk)
    for command in (desk.providers.add, lambda draft: desk.providers.edit(key, draft)):
        with pytest.raises(Refused) as caught:
            command(replace(KITA, **changes))
        assert (caught.value.reason, caught.value.field) == (reason, field)
    assert desk.providers.provider(key).draft == KITA
    assert len(desk.lists.provider_ids(ProviderQuery())) == 1


def test_only_a_person_confirms_that_an_entry_was_checked(path):
    clock = [date(2026, 10, 1)]
    desk = open_desk(open_file(path), ROOT / "resources", lambda: clock[0], "Imke Okken")
    key = make_provider(desk)
    desk.providers.confirm_checked(key)
    clock[0] = TODAY
    saved = desk.providers.provider(key).saved_at
    desk.providers.edit(key, replace(KITA, note="Eingang im Hof"))
    view = desk.providers.provider(key)
    assert (view.checked_on, view.checked_by) == (date(2026, 10, 1), "Imke Okken")
    assert view.saved_at > saved
    desk.close()


def test_an_archived_provider_leaves_the_list_and_stays_the_employer(desk):
    key = make_provider(desk, organisation="Deichklinik", category=Category.EMPLOYER)
    case = make_case(desk, employer=key)
    with pytest.raises(Refused) as caught:
        desk.providers.archive(key, " ")
    assert (caught.value.reason, caught.value.field) == (Reason.REASON_MISSING, "reason")
    desk.providers.archive(key, "zieht um")
    assert list(desk.lists.provider_ids(ProviderQuery())) == []
    assert list(desk.lists.provider_ids(ProviderQuery(archived=True))) == [key]
    assert desk.candidates.head(case).employer == "Deichklinik"
    view = desk.providers.provider(key)
    assert (view.archived_on, view.archived_because) == (TODAY, "zieht um")
    assert view.used_by == ((case, "Ben Amor, Amira"),)
    assert desk.lists.category_counts() == {}
    desk.providers.restore(key)
    assert list(desk.lists.provider_ids(ProviderQuery())) == [key]


@pytest.fixture
def mapping(desk, tmp_path):
    file = tmp_path / "liste.toml"
    file.write_text(MAPPING, encoding="utf-8")
    return desk.exchange.mapping(file)


def listed(tmp_path, *rows):
    file = tmp_path / "liste.json"
    file.write_text(json.dumps(rows), encoding="utf-8")
    return file


A = {"id": "1", "name": "Kita A", "ort": "Norden"}
B = {"id": "2", "name": "Kita B", "ort": "Hage"}


def numbers(outcome):
    done = outcome.imported
    return done.read, done.added, done.changed, done.unchanged


def names(desk):
    ids = desk.lists.provider_ids(ProviderQuery())
    return [(row.name, row.town) for row in desk.lists.provider_rows(ids)]


def test_a_list_is_taken_in_once_and_a_changed_row_is_brought_up_to_date(desk, mapping, tmp_path):
    def take(*rows):
        return finish(desk.exchange.import_providers(listed(tmp_path, *rows), mapping))

    first = take(A, B)
    assert numbers(first) == (2, 2, 0, 0)
    again = take(A, B)
    assert numbers(again) == (2, 0, 0, 2)
    assert again.done is None
    key = desk.lists.provider_ids(ProviderQuery(words="Kita A"))[0]
    desk.providers.confirm_checked(key)
    changed = take(B, A | {"ort": "Norddeich"})
    assert numbers(changed) == (2, 0, 1, 1)
    assert names(desk) == [("Kita A", "Norddeich"), ("Kita B", "Hage")]
    assert list(desk.lists.provider_ids(ProviderQuery(words="Norddeich"))) == [key]
    assert desk.providers.provider(key).checked_on == TODAY
    # a row that is missing from a later list is not deleted
    assert numbers(take(A)) == (1, 0, 1, 0)
    assert len(names(desk)) == 2


def test_one_undo_takes_a_whole_import_back(desk, mapping, tmp_path):
    own = make_provider(desk)
    done = finish(desk.exchange.import_providers(listed(tmp_path, A, B), mapping)).done
    desk.history.undo(done.batch)
    assert list(desk.lists.provider_ids(ProviderQuery())) == [own]
    again = finish(desk.exchange.import_providers(listed(tmp_path, A, B), mapping))
    assert numbers(again) == (2, 2, 0, 0)


def test_two_sources_with_the_same_key_are_two_providers(desk, mapping, tmp_path):
    other = tmp_path / "andere.toml"
    other.write_text(MAPPING.replace('"liste"', '"andere"'), encoding="utf-8")
    finish(desk.exchange.import_providers(listed(tmp_path, A), mapping))
    finish(desk.exchange.import_providers(listed(tmp_path, A), desk.exchange.mapping(other)))
    assert len(names(desk)) == 2


def test_a_cancelled_import_writes_nothing(desk, mapping, tmp_path):
    data = listed(tmp_path, A, B)
    steps = len(list(desk.exchange.import_providers(data, mapping, dry_run=True)))
    assert steps > 1
    for taken in range(1, steps + 1):
        work = desk.exchange.import_providers(data, mapping)
        for _ in range(taken):
            next(work)
        work.close()
        assert names(desk) == []


def test_a_dry_run_tells_what_would_be_and_writes_nothing(desk, mapping, tmp_path):
    outcome = finish(desk.exchange.import_providers(listed(tmp_path, A), mapping, dry_run=True))
    assert numbers(outcome) == (1, 1, 0, 0)
    assert outcome.done is None
    assert names(desk) == []


def test_an_import_renames_the_employer_of_its_cases(desk, mapping, tmp_path):
    from app.records.cases import CaseQuery

    finish(desk.exchange.import_providers(listed(tmp_path, A), mapping))
    case = make_case(desk, employer=desk.lists.provider_ids(ProviderQuery())[0])
    renamed = A | {"name": "Wattwurm"}
    done = finish(desk.exchange.import_providers(listed(tmp_path, renamed), mapping)).done
    assert list(desk.lists.case_ids(CaseQuery(words="Wattwurm"))) == [case]
    desk.history.undo(done.batch)
    assert list(desk.lists.case_ids(CaseQuery(words="Wattwurm"))) == []


def test_a_mapping_that_is_broken_or_missing_says_so(desk, tmp_path):
    broken = tmp_path / "kaputt.toml"
    broken.write_text(MAPPING.replace("fields.town", "fields.towm"), encoding="utf-8")
    with pytest.raises(Refused) as caught:
        desk.exchange.mapping(broken)
    (fault,) = caught.value.facts["faults"]
    assert (fault.file, fault.nearest) == ("kaputt.toml", "town")
    assert fault.line == 9
    with pytest.raises(Unavailable) as missing:
        desk.exchange.mapping(tmp_path / "fehlt.toml")
    assert missing.value.trouble is Trouble.NO_SUCH_FILE


@pytest.mark.parametrize("content", ["", "{", "\ufeff{}", '"wort"', "\x00"])
def test_a_file_that_is_no_list_is_refused_and_nothing_written(desk, mapping, tmp_path, content):
    file = tmp_path / "liste.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(Refused) as caught:
        finish(desk.exchange.import_providers(file, mapping))
    assert caught.value.reason in (Reason.NOT_A_LIST, Reason.LIST_EMPTY)
    assert names(desk) == []


def test_both_school_lists_give_3172_and_the_kitas_1870(desk, shared):
    schools = desk.exchange.mapping(MAPPINGS / "schools_lower_saxony.toml")
    kitas = desk.exchange.mapping(MAPPINGS / "kitas_schleswig_holstein.toml")

    def take(name, mapping):
        return finish(desk.exchange.import_providers(shared(name), mapping))

    aurich = take("schools_lower_saxony/schools_landkreis_aurich.json", schools)
    assert numbers(aurich) == (91, 91, 0, 0)
    whole = take("schools_lower_saxony/schools.json", schools)
    assert (whole.imported.read, whole.imported.added) == (3172, 3081)
    assert len(desk.lists.provider_ids(ProviderQuery())) == 3172
    assert numbers(take("kitas_schleswig_holstein/kitas.json", kitas))[:2] == (1870, 1870)
    again = take("kitas_schleswig_holstein/kitas.json", kitas)
    assert numbers(again) == (1870, 0, 0, 1870)
    # the county's list is part of the state's: coming back to it changes nothing
    assert numbers(take("schools_lower_saxony/schools_landkreis_aurich.json", schools)) == (
        91,
        0,
        0,
        91,
    )
    assert desk.lists.category_counts() == {Category.SCHOOL: 3172, Category.KITA: 1870}
    found = {note.code for note in again.imported.notes}
    assert NoteCode.COORDINATES_MISSING in found or NoteCode.SAME_NAME_AND_POSTCODE in found
