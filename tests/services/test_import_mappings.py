"""Which mapping a list is read with: kept ones, shipped ones, guessed ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.errors import Reason, Refused
from app.exchange.guessing import Origin
from app.exchange.mapping import FieldMap
from app.progress import finish
from app.records.directory import ProviderQuery
from tests.importing import take_in

TABLE = "Kennung;Wer;Ort\nk1;Kita A;Norden\nk2;Kita B;Hage\n"


def table(folder, text=TABLE, name="liste.csv"):
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def proposal(desk, file):
    return desk.imports.proposal(finish(desk.imports.open(file)))


@pytest.fixture
def kept(desk, tmp_path):
    """A mapping somebody made for the columns of the table."""
    found = proposal(desk, table(tmp_path))
    fields = {**found.mapping.fields, "organisation": FieldMap(columns=("Wer",))}
    mapping = replace(found.mapping, name="Unsere Kitas", fields=fields)
    desk.imports.keep_mapping(" Kitas der Stadt ", mapping, ("Kennung", "Wer", "Ort"))
    return mapping


def test_a_kept_mapping_is_found_by_its_columns(desk, tmp_path, kept):
    found = proposal(desk, table(tmp_path, name="ganz anders.csv"))
    assert (found.origin, found.mapping) == (Origin.KEPT, kept)
    assert found.is_certain
    (entry,) = desk.imports.mappings()
    assert (entry.name, entry.columns) == ("Kitas der Stadt", ("Kennung", "Wer", "Ort"))
    assert desk.imports.kept_mapping(entry.id) == kept


def test_a_kept_mapping_fits_a_list_with_more_columns_and_none_with_fewer(desk, tmp_path, kept):
    more = "Farbe;Kennung;Wer;Ort\nblau;k1;Kita A;Norden\n"
    assert proposal(desk, table(tmp_path, more)).origin is Origin.KEPT
    fewer = "Kennung;Wer\nk1;Kita A\n"
    assert proposal(desk, table(tmp_path, fewer)).origin is Origin.GUESSED


def test_the_same_table_as_a_workbook_fits_too(desk, tmp_path, kept):
    import xlsxwriter

    path = tmp_path / "liste.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for row, line in enumerate(TABLE.splitlines()):
            sheet.write_row(row, 0, line.split(";"))
    found = proposal(desk, path)
    assert (found.origin, found.mapping.format) == (Origin.KEPT, "workbook")
    assert take_in(desk, path).imported.added == 2


def test_keeping_by_the_same_name_replaces_and_forgetting_is_undone(desk, tmp_path, kept):
    desk.imports.keep_mapping("Kitas der Stadt", replace(kept, key=""), ("Kennung", "Wer", "Ort"))
    (entry,) = desk.imports.mappings()
    assert desk.imports.kept_mapping(entry.id).key == ""
    done = desk.imports.forget_mapping(entry.id)
    assert desk.imports.mappings() == ()
    with pytest.raises(Refused) as caught:
        desk.imports.kept_mapping(entry.id)
    assert caught.value.reason is Reason.NO_SUCH_MAPPING
    with pytest.raises(Refused):
        desk.imports.forget_mapping(entry.id)
    desk.history.undo(done.batch)
    assert desk.imports.kept_mapping(entry.id).key == ""


def test_a_mapping_without_a_name_is_not_kept(desk, kept):
    with pytest.raises(Refused) as caught:
        desk.imports.keep_mapping("  ", kept, ())
    assert (caught.value.reason, caught.value.field) == (Reason.BLANK, "name")


def test_a_guessed_list_is_known_again_by_the_key_it_had(desk, tmp_path):
    take_in(desk, table(tmp_path, "Name;PLZ;Ort\nKita A;26506;Norden\n", "Kitas.csv"))
    # a column that would be taken for the key has been added since
    later = "Kennung;Name;PLZ;Ort\nx9;Kita A;26506;Norden\nx7;Kita B;26524;Hage\n"
    outcome = take_in(desk, table(tmp_path, later, "Kitas 2026-12.csv"))
    assert (outcome.imported.added, outcome.imported.unchanged) == (1, 1)
    assert len(desk.lists.provider_ids(ProviderQuery())) == 2


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("schools_lower_saxony/schools_landkreis_aurich.json", "Schulen in Niedersachsen"),
        ("kitas_schleswig_holstein/kitas.json", "Kitas in Schleswig-Holstein"),
    ],
)
def test_a_list_with_a_shipped_mapping_needs_none(desk, shared, name, called):
    found = proposal(desk, shared(name))
    assert (found.origin, found.mapping.name) == (Origin.SHIPPED, called)
    assert found.is_certain


def test_a_mapping_for_another_list_is_refused(desk, tmp_path, kept):
    source = finish(desk.imports.open(table(tmp_path, "a;b\nKita A;Norden\nKita B;Hage\n")))
    with pytest.raises(Refused) as caught:
        finish(desk.imports.preview(source, kept))
    assert caught.value.reason is Reason.MAPPING_MISFITS
    assert caught.value.facts["columns"] == "„Wer“"
