"""Profiles of schools come with lists: previewed, written, undone, again, out and in once more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import xlsxwriter

from app.progress import finish
from app.records.directory import ProviderQuery
from app.records.exporting import ExportFormat
from app.records.importing import RowState
from app.records.imports import NoteCode
from app.records.providers import Category
from app.records.school_profiles import ProfileDraft
from app.rules.school_matching import AllDay, SchoolType
from tests.importing import previewed, take_in
from tests.makers import make_provider

HEAD = (
    *("Schulnr.", "Schule", "Schulform", "PLZ", "Ort", "Unterrichtszeiten", "Klassen", "Ganztag"),
    *("Ganztagstage", "Ganztag bis", "freie Ganztagsplätze", "Stand", "Fremdsprachen"),
)
SIEL = (
    *("10101", "Grundschule am Siel", "Grundschule", "26506", "Norden", "Mo-Fr 08:00-13:00", "1-4"),
    *("offen", "Mo-Do", "15:30", "6", "15.09.2026", "Englisch, Niederländisch"),
)
FEHN = (
    *("10102", "Grundschule am Fehn", "Grundschule", "26629", "Großefehn", "", "1-4"),
    *("nein", "", "", "", "", ""),
)
PROFILE = ProfileDraft(
    SchoolType.PRIMARY,
    1,
    4,
    all_day=AllDay.OPEN,
    all_day_osm="Mo-Th 13:00-15:30",
    all_day_places=6,
    languages=("en", "nl"),
    as_of=date(2026, 9, 15),
)


def table(folder, *rows, name="Schulen_2026-11.csv"):
    path = folder / name
    path.write_text("\n".join(";".join(row) for row in (HEAD, *rows)), encoding="utf-8")
    return path


def with_cells(row, **cells):
    places = {"all_day": 7, "until": 9, "places": 10, "day": 11, "languages": 12}
    return tuple(
        next((text for name, text in cells.items() if places[name] == place), cell)
        for place, cell in enumerate(row)
    )


def school(desk, words="Siel"):
    (found,) = desk.lists.provider_ids(ProviderQuery(words=words))
    return found


def changed(preview):
    return {
        each.field: (each.before, each.after, each.contested) for each in preview.rows[0].changes
    }


def test_a_list_brings_profiles_and_one_undo_takes_them_back(desk, tmp_path):
    path = table(tmp_path, SIEL, FEHN)
    preview = previewed(desk, path)
    assert [row.state for row in preview.rows] == [RowState.NEW, RowState.NEW]
    done = take_in(desk, path).done
    assert desk.schools.profile(school(desk)) == PROFILE
    assert desk.schools.profile(school(desk, "Fehn")).all_day is AllDay.NONE
    assert desk.providers.provider(school(desk)).draft.school == PROFILE
    undone = desk.history.undo(done.batch)
    assert list(desk.lists.provider_ids(ProviderQuery())) == []
    desk.history.undo(undone.batch)
    assert desk.schools.profile(school(desk)) == PROFILE
    again = take_in(desk, table(tmp_path, SIEL, FEHN))
    assert (again.imported.unchanged, again.done) == (2, None)


def test_a_later_list_changes_what_the_office_left_as_it_was(desk, tmp_path):
    take_in(desk, table(tmp_path, SIEL, FEHN))
    mine = replace(PROFILE, all_day=AllDay.BOUND, public_note="Bitte anrufen.")
    desk.schools.describe(school(desk), mine)
    later = with_cells(SIEL, places="2", day="01.12.2026", all_day="teilgebunden", languages="")
    path = table(tmp_path, later, name="Schulen_2026-12.csv")
    preview = previewed(desk, path)
    assert changed(preview) == {
        "school_all_day": (AllDay.BOUND, AllDay.PARTLY_BOUND, True),
        "school_all_day_places": (6, 2, False),
        "school_as_of": (date(2026, 9, 15), date(2026, 12, 1), False),
    }
    gone = [note for note in preview.rows[0].notes if note.code is NoteCode.GONE_FROM_LIST]
    assert [(note.field, note.before) for note in gone] == [("school_languages", "en, nl")]
    assert [each.name for each in preview.gone] == ["Grundschule am Fehn, Großefehn"]
    done = take_in(desk, path).done
    now = replace(mine, all_day_places=2, as_of=date(2026, 12, 1))
    assert desk.schools.profile(school(desk)) == now
    desk.history.undo(done.batch)
    assert desk.schools.profile(school(desk)) == mine
    take_in(desk, path, taken=frozenset({(2, "school_all_day")}))
    assert desk.schools.profile(school(desk)) == replace(now, all_day=AllDay.PARTLY_BOUND)


def test_a_school_known_without_a_profile_gets_one(desk, tmp_path):
    bare = tuple(row[:5] for row in (HEAD, SIEL))
    path = tmp_path / "Schulen.csv"
    path.write_text("\n".join(map(";".join, bare)), encoding="utf-8")
    take_in(desk, path)
    assert desk.schools.profile(school(desk)) is None
    outcome = take_in(desk, table(tmp_path, SIEL))
    assert outcome.imported.changed == 1
    assert desk.schools.profile(school(desk)) == PROFILE


def test_wrong_values_are_told_mended_and_tried_again(desk, tmp_path):
    path = table(tmp_path, with_cells(SIEL, all_day="gebundn", until="bald"))
    (row,) = previewed(desk, path).rows
    told = {note.field: note.code for note in row.notes}
    assert told == {
        "school_all_day": NoteCode.UNKNOWN_WORD,
        "school_all_day_osm": NoteCode.HOURS_UNREAD,
    }
    assert (row.state, row.draft.school.all_day_places) == (RowState.NEW, 6)
    mended = {2: {"school_all_day": "gebunden", "school_all_day_osm": "Mo-Do 13-16 Uhr"}}
    (row,) = previewed(desk, path, mended=mended).rows
    assert row.draft.school == replace(
        PROFILE, all_day=AllDay.BOUND, all_day_osm="Mo-Th 13:00-16:00"
    )


def test_what_is_no_school_gets_no_profile_and_is_told(desk, tmp_path):
    path = table(tmp_path, SIEL)
    source = finish(desk.imports.open(path))
    mapping = desk.imports.proposal(source).mapping
    fields = dict(mapping.fields)
    del fields["category"]
    preview = previewed(desk, path, replace(mapping, fields=fields))
    (row,) = preview.rows
    assert row.draft.school is None
    assert ("category", NoteCode.NOT_A_SCHOOL) in {(each.field, each.code) for each in row.notes}


def test_a_workbook_of_a_school_authority_comes_in(desk, tmp_path):
    path = tmp_path / "Schulliste.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Schulen")
        days = book.add_format({"num_format": "dd.mm.yyyy"})
        for number, row in enumerate((HEAD, SIEL)):
            sheet.write_row(number, 0, row)
        sheet.write_number(1, 10, 6)
        sheet.write_datetime(1, 11, date(2026, 9, 15), days)
    take_in(desk, path)
    assert desk.schools.profile(school(desk)) == PROFILE


@pytest.mark.parametrize("kind", [ExportFormat.CSV, ExportFormat.XLSX])
def test_what_went_out_comes_in_again_here_and_elsewhere(desk, tmp_path, kind):
    key = make_provider(desk, organisation="Schule am Deich", category=Category.SCHOOL)
    make_provider(desk, organisation="Klinik", category=Category.EMPLOYER)
    rich = replace(PROFILE, catchment=("03452019",), public_note="Zimmer 3", source="Schulamt")
    desk.schools.describe(key, rich)
    path = tmp_path / f"anbieter{kind.suffix}"
    everyone = desk.lists.provider_ids(ProviderQuery())
    exported = finish(desk.exports.export_providers(everyone, kind, path))
    assert "school" not in {loss.field for loss in exported.losses}
    preview = previewed(desk, path)
    assert {row.state for row in preview.rows} == {RowState.UNCHANGED}
    bare = make_provider(desk, organisation="Schule am Siel", category=Category.SCHOOL)
    finish(desk.exports.export_providers([bare], kind, path.with_stem("leer")))
    (row,) = previewed(desk, path.with_stem("leer")).rows
    assert (row.state, row.draft.school) == (RowState.UNCHANGED, None)
    desk.providers.archive(key, "weg")
    desk.schools.describe(key, replace(rich, all_day_places=0))
    (row,) = (row for row in previewed(desk, path).rows if row.provider == key)
    assert [(each.field, each.after) for each in row.changes] == [("school_all_day_places", 6)]
