"""Formats that say themselves what they mean: records that are shared, exports that come back."""

from __future__ import annotations

import json

import pytest

from app.desk import open_desk
from app.errors import Reason, Refused, Trouble, Unavailable
from app.progress import finish
from app.records.directory import ProviderQuery
from app.records.exporting import ExportFormat
from app.records.importing import RowState
from app.records.imports import NoteCode
from db.file import open_file
from db.migrate import create
from tests.conftest import ROOT, TODAY
from tests.importing import previewed, take_in
from tests.lists import kept_cards
from tests.makers import make_provider


def hsds(folder, services):
    """One organisation at one place with these services."""
    document = {
        "organizations": [
            {
                "id": "o1",
                "name": "Beratung Nord",
                "services": [
                    {"id": each, "name": f"Beratung {each}", "status": "active"}
                    for each in services
                ],
                "locations": [{"id": "l1", "location_type": "physical", "name": "Haus am Markt"}],
            }
        ],
        "service_at_locations": [
            {"id": f"x{each}", "service_id": each, "location_id": "l1"} for each in services
        ],
    }
    path = folder / "nord.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def count(desk, table):
    connection = desk.transactions.file.connect()
    (found,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
    connection.close()
    return found


def test_services_of_one_body_share_its_record_and_its_place(desk, tmp_path):
    take_in(desk, hsds(tmp_path, ["a", "b"]))
    assert [count(desk, each) for each in ("organisations", "services", "places")] == [1, 2, 1]
    # one that is added later finds them too
    outcome = take_in(desk, hsds(tmp_path, ["a", "b", "c"]))
    assert (outcome.imported.added, outcome.imported.unchanged) == (1, 2)
    assert [count(desk, each) for each in ("organisations", "services", "places")] == [1, 3, 1]
    assert count(desk, "services_at_places") == 3
    desk.history.undo(outcome.done.batch)
    assert count(desk, "services_at_places") == 2


def test_a_body_that_is_renamed_is_so_for_all_its_services(desk, tmp_path):
    take_in(desk, hsds(tmp_path, ["a", "b"]))
    path = hsds(tmp_path, ["a", "b"])
    path.write_text(path.read_text("utf-8").replace("Beratung Nord", "Beratung Nordwest"), "utf-8")
    assert take_in(desk, path).imported.changed == 2
    ids = desk.lists.provider_ids(ProviderQuery(words="Nordwest"))
    assert {row.name for row in desk.lists.provider_rows(ids)} == {"Beratung Nordwest"}
    assert len(ids) == 2


def test_a_missing_parent_is_told_and_the_rest_is_taken(desk, tmp_path):
    path = hsds(tmp_path, ["a", "b"])
    document = json.loads(path.read_text("utf-8"))
    document["service_at_locations"][1]["service_id"] = "fehlt"
    path.write_text(json.dumps(document), encoding="utf-8")
    preview = previewed(desk, path)
    failed = [row for row in preview.rows if row.state is RowState.FAILED]
    assert [row.notes[-1].code for row in failed] == [NoteCode.PARENT_MISSING]
    assert finish(desk.imports.carry_out(preview)).imported.added >= 1


def test_a_folder_of_cards_is_one_list_and_comes_again(desk, tmp_path):
    path = kept_cards(tmp_path)
    assert take_in(desk, path).imported.added == 3
    assert desk.imports.lists() == ("Visitenkarten",)
    again = take_in(desk, path)
    assert (again.imported.unchanged, again.done) == (3, None)


@pytest.mark.parametrize("kind", [ExportFormat.CSV, ExportFormat.XLSX], ids=lambda each: each.value)
def test_a_table_of_another_office_needs_no_mapping_and_tells_whom_it_is_like(desk, tmp_path, kind):
    path = tmp_path / f"anbieter.{kind.value}"
    shown = ["Kita Deich", "Kita Siel", "Kita Moor"]
    other = tmp_path / "nachbar.hafen"
    create(other)
    neighbour = open_desk(open_file(other), ROOT / "resources", lambda: TODAY, "Frauke Ihnen")
    for number, name in enumerate(shown):
        make_provider(neighbour, organisation=name, street=f"Am Markt {number}")
    finish(neighbour.exports.export_providers([1, 2, 3], kind, path))
    neighbour.close()
    # here the same numbers belong to other bodies, and the same bodies to other numbers
    make_provider(desk, organisation="Rathaus Norden", street="Fräuleinshof 1")
    for number, name in enumerate(shown):
        make_provider(desk, organisation=name, street=f"Am Markt {number}", phone="04931 1")
    preview = previewed(desk, path)
    assert [row.state for row in preview.rows] == [RowState.NEW] * 3
    assert all(row.similar for row in preview.rows)


def test_a_folder_without_cards_and_a_missing_file_are_told(desk, tmp_path):
    with pytest.raises(Refused) as empty:
        finish(desk.imports.open(tmp_path))
    assert (empty.value.reason, empty.value.facts["path"]) == (Reason.NO_CARDS, tmp_path.name)
    with pytest.raises(Unavailable) as missing:
        finish(desk.imports.open(tmp_path / "fehlt.csv"))
    assert missing.value.trouble is Trouble.NO_SUCH_FILE
