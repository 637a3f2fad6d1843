"""Importing lists: once, again, cancelled, undone; real lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.errors import Reason, Refused, Trouble, Unavailable
from app.progress import finish
from app.records.directory import ProviderQuery
from app.records.importing import RowState
from app.records.imports import NoteCode
from app.records.providers import Category
from tests.conftest import ROOT, TODAY
from tests.importing import MAPPING, MORE, listed, mapping_of, previewed, take_in
from tests.makers import make_case, make_provider

MAPPINGS = ROOT / "resources" / "mappings"
A = {"id": "1", "name": "Kita A", "ort": "Norden"}
B = {"id": "2", "name": "Kita B", "ort": "Hage"}


@pytest.fixture
def mapping():
    return mapping_of()


def numbers(outcome):
    done = outcome.imported
    return done.read, done.added, done.changed, done.unchanged


def names(desk):
    ids = desk.lists.provider_ids(ProviderQuery())
    return [(row.name, row.town) for row in desk.lists.provider_rows(ids)]


def test_a_list_is_taken_in_once_and_a_changed_row_is_brought_up_to_date(desk, mapping, tmp_path):
    def take(*rows):
        return take_in(desk, listed(tmp_path, *rows), mapping)

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
    view = desk.providers.provider(key)
    assert (view.checked_on, view.checked_by) == (TODAY, desk.transactions.who)
    # a row that is missing from a later list is told and not deleted
    last = take(A)
    assert numbers(last) == (1, 0, 1, 0)
    assert last.imported.gone == 1
    assert len(names(desk)) == 2


def test_a_new_provider_is_unchecked(desk, mapping, tmp_path):
    take_in(desk, listed(tmp_path, A), mapping)
    view = desk.providers.provider(desk.lists.provider_ids(ProviderQuery())[0])
    assert (view.checked_on, view.checked_by) == (None, "")


def test_one_undo_takes_a_whole_import_back(desk, mapping, tmp_path):
    own = make_provider(desk)
    done = take_in(desk, listed(tmp_path, A, B), mapping).done
    desk.history.undo(done.batch)
    assert list(desk.lists.provider_ids(ProviderQuery())) == [own]
    again = take_in(desk, listed(tmp_path, A, B), mapping)
    assert numbers(again) == (2, 2, 0, 0)


def test_undo_of_an_update_brings_back_what_stood_there_and_what_the_list_said(
    desk, mapping, tmp_path
):
    take_in(desk, listed(tmp_path, A, B), mapping)
    changed = listed(tmp_path, A | {"ort": "Norddeich", "name": "Kita am Deich"}, B)
    done = take_in(desk, changed, mapping).done
    assert names(desk) == [("Kita am Deich", "Norddeich"), ("Kita B", "Hage")]
    desk.history.undo(done.batch)
    assert names(desk) == [("Kita A", "Norden"), ("Kita B", "Hage")]
    assert len(desk.lists.provider_ids(ProviderQuery(words="Norddeich"))) == 0
    assert len(desk.lists.provider_ids(ProviderQuery(words="Norden"))) == 1
    # and the same change is one again
    assert previewed(desk, changed, mapping).count(RowState.CHANGED) == 1


def test_two_sources_with_the_same_key_are_two_providers(desk, mapping, tmp_path):
    take_in(desk, listed(tmp_path, A), mapping)
    take_in(desk, listed(tmp_path, A), replace(mapping, name="andere"))
    assert len(names(desk)) == 2
    assert desk.imports.lists() == ("andere", "liste")


def test_a_cancelled_import_writes_nothing(desk, mapping, tmp_path):
    source = finish(desk.imports.open(listed(tmp_path, A, B)))
    preview = finish(desk.imports.preview(source, mapping))
    steps = len(list(desk.imports.carry_out(preview, dry_run=True)))
    assert steps > 1
    for taken in range(1, steps + 1):
        work = desk.imports.carry_out(preview)
        for _ in range(taken):
            next(work)
        work.close()
        assert names(desk) == []


def test_a_dry_run_tells_what_would_be_and_writes_nothing(desk, mapping, tmp_path):
    preview = previewed(desk, listed(tmp_path, A), mapping)
    outcome = finish(desk.imports.carry_out(preview, dry_run=True))
    assert numbers(outcome) == (1, 1, 0, 0)
    assert outcome.done is None
    assert names(desk) == []


def test_an_import_renames_the_employer_of_its_cases(desk, mapping, tmp_path):
    from app.records.cases import CaseQuery

    take_in(desk, listed(tmp_path, A), mapping)
    case = make_case(desk, employer=desk.lists.provider_ids(ProviderQuery())[0])
    done = take_in(desk, listed(tmp_path, A | {"name": "Wattwurm"}), mapping).done
    assert list(desk.lists.case_ids(CaseQuery(words="Wattwurm"))) == [case]
    desk.history.undo(done.batch)
    assert list(desk.lists.case_ids(CaseQuery(words="Wattwurm"))) == []


def test_a_mapping_that_is_broken_or_missing_says_so(desk, tmp_path):
    broken = tmp_path / "kaputt.toml"
    broken.write_text(MAPPING.replace("fields.town", "fields.towm"), encoding="utf-8")
    with pytest.raises(Refused) as caught:
        desk.imports.mapping(broken)
    (fault,) = caught.value.facts["faults"]
    assert (fault.file, fault.nearest) == ("kaputt.toml", "town")
    assert fault.line == 9
    with pytest.raises(Unavailable) as missing:
        desk.imports.mapping(tmp_path / "fehlt.toml")
    assert missing.value.trouble is Trouble.NO_SUCH_FILE


@pytest.mark.parametrize("content", ["", "{", "\ufeff{}", "\x00", "[[1, 2], 3"])
def test_a_file_that_is_no_list_is_refused_and_nothing_written(desk, mapping, tmp_path, content):
    file = tmp_path / "liste.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(Refused):
        take_in(desk, file, mapping)
    assert names(desk) == []


def test_a_list_too_large_is_refused_by_its_size_before_it_is_read(desk, tmp_path):
    file = tmp_path / "riesig.csv"
    with file.open("wb") as raw:
        raw.truncate(200 * 2**20)
    with pytest.raises(Refused) as caught:
        finish(desk.imports.open(file))
    assert caught.value.reason is Reason.LIST_TOO_LARGE
    assert caught.value.facts["megabytes"] == 200


def test_a_row_left_out_is_not_touched(desk, mapping, tmp_path):
    outcome = take_in(desk, listed(tmp_path, A, B), mapping, left_out=frozenset({2}))
    assert numbers(outcome) == (2, 1, 0, 0)
    assert names(desk) == [("Kita A", "Norden")]


def test_what_changed_since_the_preview_is_refused_whole(desk, mapping, tmp_path):
    take_in(desk, listed(tmp_path, A, B), mapping)
    preview = previewed(
        desk, listed(tmp_path, A | {"ort": "Norddeich"}, B, A | {"id": "3"}), mapping
    )
    key = desk.lists.provider_ids(ProviderQuery(words="Kita A"))[0]
    draft = desk.providers.provider(key).draft
    desk.providers.edit(key, replace(draft, town="Lütetsburg"))
    with pytest.raises(Refused) as caught:
        finish(desk.imports.carry_out(preview))
    assert caught.value.reason is Reason.LIST_OUTDATED
    assert caught.value.facts["name"] == "Kita A"
    assert names(desk) == [("Kita A", "Lütetsburg"), ("Kita B", "Hage")]
    # the same list imported twice at once
    preview = previewed(desk, listed(tmp_path, A | {"id": "4"}), mapping)
    finish(desk.imports.carry_out(preview))
    with pytest.raises(Refused) as twice:
        finish(desk.imports.carry_out(preview))
    assert twice.value.reason is Reason.LIST_OUTDATED


def test_a_failing_row_is_mended_in_place_and_taken(desk, mapping, tmp_path):
    file = listed(tmp_path, A, {"id": "2", "name": "  ", "ort": "Hage"})
    preview = previewed(desk, file, mapping)
    assert [row.state for row in preview.rows] == [RowState.NEW, RowState.FAILED]
    assert [note.code for note in preview.rows[1].notes if note.code is NoteCode.NO_NAME]
    mended = previewed(desk, file, mapping, mended={2: {"organisation": "Kita B"}})
    assert [row.state for row in mended.rows] == [RowState.NEW, RowState.NEW]
    finish(desk.imports.carry_out(mended))
    assert names(desk) == [("Kita A", "Norden"), ("Kita B", "Hage")]


def test_both_school_lists_give_3172_and_the_kitas_1870(desk, shared):
    schools = desk.imports.mapping(MAPPINGS / "schools_lower_saxony.toml")
    kitas = desk.imports.mapping(MAPPINGS / "kitas_schleswig_holstein.toml")

    def take(name, mapping):
        return take_in(desk, shared(name), mapping)

    aurich = take("schools_lower_saxony/schools_landkreis_aurich.json", schools)
    assert numbers(aurich) == (91, 91, 0, 0)
    whole = take("schools_lower_saxony/schools.json", schools)
    assert (whole.imported.read, whole.imported.added) == (3172, 3081)
    assert len(desk.lists.provider_ids(ProviderQuery())) == 3172
    assert numbers(take("kitas_schleswig_holstein/kitas.json", kitas))[:2] == (1870, 1870)
    again = take("kitas_schleswig_holstein/kitas.json", kitas)
    assert numbers(again) == (1870, 0, 0, 1870)
    assert again.done is None
    # the county's list is part of the state's: coming back to it changes nothing
    county = take("schools_lower_saxony/schools_landkreis_aurich.json", schools)
    assert numbers(county) == (91, 0, 0, 91)
    assert county.imported.gone == 3081
    assert desk.lists.category_counts() == {Category.SCHOOL: 3172, Category.KITA: 1870}
    found = {note.code for note in again.imported.notes}
    assert NoteCode.COORDINATES_MISSING in found or NoteCode.SAME_NAME_AND_POSTCODE in found


def test_one_row_is_tried_again_at_once(desk, mapping, tmp_path):
    file = listed(tmp_path, A, {"id": "2", "name": "  ", "ort": "Hage"}, B | {"id": "3"})
    source = finish(desk.imports.open(file))
    preview = finish(desk.imports.preview(source, mapping))
    mended = {2: {"organisation": "Kita C"}}
    again = desk.imports.again(preview, source, mapping, mended, 2)
    assert [row.state for row in again.rows] == [RowState.NEW] * 3
    assert again.rows[1].name == "Kita C"
    assert (again.rows[0], again.rows[2]) == (preview.rows[0], preview.rows[2])
    # a key that another row has already
    mended = {2: {"organisation": "Kita C", "source_key": "3"}}
    clash = desk.imports.again(preview, source, mapping, mended, 2)
    assert clash.rows[1].state is RowState.FAILED
    assert clash.rows[1].notes[-1].code is NoteCode.SAME_KEY
    finish(desk.imports.carry_out(again))
    assert [name for name, _ in names(desk)] == ["Kita A", "Kita B", "Kita C"]


def test_a_row_said_to_be_somebody_updates_whom_it_was_said_to_be(desk, tmp_path):
    mapping = mapping_of(MAPPING + MORE + '[fields.postcode]\nfrom = "plz"\n')
    row = A | {"plz": "26506", "zeiten": "Mo-Fr 8-12 Uhr"}
    own = make_provider(
        desk, organisation="Kita A", postcode="26506", town="Norden", hours_given="", hours_osm=""
    )
    file = listed(tmp_path, row)
    source = finish(desk.imports.open(file))
    preview = finish(desk.imports.preview(source, mapping))
    assert [(near.id, near.name, near.source) for near in preview.rows[0].similar] == [
        (own, "Kita A, Norden", "")
    ]
    again = desk.imports.again(preview, source, mapping, {}, 1, same={1: own})
    assert (again.rows[0].state, again.rows[0].provider) == (RowState.CHANGED, own)
    assert {each.field: each.contested for each in again.rows[0].changes} == {
        "hours_osm": False,
        "hours_given": False,
    }
    finish(desk.imports.carry_out(again))
    view = desk.providers.provider(own)
    assert (view.draft.source, view.draft.source_key) == ("liste", "1")
    assert (view.draft.hours_osm, view.draft.latitude) == ("Mo-Fr 08:00-12:00", 53.59)
    # it is known from now on
    later = take_in(desk, listed(tmp_path, row | {"ort": "Hage"}), mapping)
    assert numbers(later) == (1, 0, 1, 0)
    assert desk.providers.provider(own).draft.town == "Hage"
