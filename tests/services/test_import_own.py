"""The office's own table, edited elsewhere and read in again, is about the providers it names."""

from __future__ import annotations

import pytest

from app.desk import open_desk
from app.progress import finish
from app.records.directory import ProviderQuery
from app.records.exporting import ExportFormat
from app.records.importing import RowState
from db.file import open_file
from db.migrate import create
from tests.conftest import ROOT, TODAY
from tests.makers import make_provider


@pytest.fixture
def table(desk, tmp_path):
    """A directory of three, exported as CSV."""
    keys = [
        make_provider(desk, organisation="Kita Deich", street="Am Markt 3", phone="04931 1"),
        make_provider(desk, organisation="Kita Siel", street="Sielstraße 1", phone="04931 2"),
        make_provider(desk, organisation="Kita Moor", street="Moorweg 9", phone="04931 3"),
    ]
    path = tmp_path / "anbieter.csv"
    finish(desk.exports.export_providers(keys, ExportFormat.CSV, path))
    return path


def preview(desk, path):
    return finish(desk.imports.preview(finish(desk.imports.open(path))))


def edit(path, before, after):
    text = path.read_text(encoding="utf-8-sig")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8-sig")


@pytest.mark.parametrize("kind", [ExportFormat.CSV, ExportFormat.XLSX], ids=lambda each: each.value)
def test_read_again_unchanged_it_changes_nothing(desk, table, tmp_path, kind):
    path = tmp_path / f"alle{kind.suffix}"
    finish(desk.exports.export_providers([1, 2, 3], kind, path))
    assert [row.state for row in preview(desk, path).rows] == [RowState.UNCHANGED] * 3


def test_an_edit_in_the_table_is_shown_at_its_provider_and_taken_when_ticked(desk, table):
    edit(table, "04931 2", "04931 22")
    seen = preview(desk, table)
    assert [row.state for row in seen.rows] == [
        RowState.UNCHANGED,
        RowState.CHANGED,
        RowState.UNCHANGED,
    ]
    changed = seen.rows[1]
    [change] = changed.changes
    assert (changed.provider, change.field, change.after, change.contested) == (
        2,
        "phone",
        "04931 22",
        True,
    )
    finish(desk.imports.carry_out(seen, frozenset({(changed.number, "phone")})))
    assert desk.providers.provider(2).draft.phone == "04931 22"
    assert len(desk.lists.provider_ids(ProviderQuery())) == 3


def test_a_renamed_provider_is_known_by_its_address_and_a_moved_one_by_its_name(desk, table):
    edit(table, "Kita Siel", "Kita Sielpark")
    edit(table, "Moorweg 9", "Moorweg 11")
    assert [row.provider for row in preview(desk, table).rows] == [1, 2, 3]


def test_the_table_of_another_office_brings_its_own_providers(desk, table, tmp_path):
    other = tmp_path / "andere.hafen"
    create(other)
    with_one = open_desk(open_file(other), ROOT / "resources", lambda: TODAY, "Frauke Ihnen")
    make_provider(with_one, organisation="Spedition Tide", street="Hafen 2")
    rows = preview(with_one, table).rows
    assert [(row.state, row.provider) for row in rows] == [(RowState.NEW, None)] * 3
    finish(with_one.imports.carry_out(preview(with_one, table)))
    names = [with_one.providers.provider(key).draft.organisation for key in range(1, 5)]
    assert names == ["Spedition Tide", "Kita Deich", "Kita Siel", "Kita Moor"]
    with_one.close()
