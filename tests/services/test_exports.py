"""The directory written to a file: whole or not at all, in the order shown, and recorded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.desk import open_desk
from app.errors import Reason, Refused, Trouble, Unavailable
from app.exchange.exporting import held
from app.exchange.sources import open_source
from app.progress import finish
from app.records.directory import ProviderQuery
from app.records.exporting import ExportFormat
from app.records.providers import ContactPerson, Cost, CostPer
from db.file import open_file
from tests.conftest import ROOT, TODAY
from tests.makers import KITA, make_provider

PEOPLE = (ContactPerson("Tomke Okken", "Anmeldung", "04931 1"), ContactPerson("Imke Harms"))


def write(desk, kind, path, ids=None):
    wanted = desk.lists.provider_ids(ProviderQuery()) if ids is None else ids
    return finish(desk.exports.export_providers(wanted, kind, path))


def read(path):
    return finish(open_source(path.read_bytes(), path.name)).records


def batches(desk):
    connection = desk.transactions.file.connect()
    found = [act for (act,) in connection.execute("SELECT act FROM batches ORDER BY id")]
    connection.close()
    return found


@pytest.mark.parametrize("kind", ExportFormat)
def test_what_the_office_entered_is_in_the_file(desk, tmp_path, kind):
    cost = Cost("Essen", 6050, CostPer.MONTH)
    make_provider(desk, organisation="Zeta", contacts=PEOPLE, costs=(cost,), note="intern")
    make_provider(desk, organisation="Alpha")
    path = tmp_path / f"anbieter{kind.suffix}"
    made = write(desk, kind, path)
    assert (made.path, made.format, made.count, made.persons) == (path, kind, 2, 2)
    drafts = [replace(each, source="", source_key="") for each in read(path).drafts]
    ids = desk.lists.provider_ids(ProviderQuery())
    assert drafts == [held(kind, desk.providers.provider(key).draft) for key in ids]
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".part"] == []


def test_names_of_what_a_provider_points_at_are_in_the_table(desk, tmp_path):
    clinic = make_provider(desk, organisation="Deichklinik")
    later = make_provider(desk, organisation="Neue Kita")
    body = desk.transactions.file.connect()
    (owner,) = body.execute(
        "SELECT organisation_id FROM services JOIN services_at_places a ON a.service_id ="
        " services.id WHERE a.id = ?",
        (clinic,),
    ).fetchone()
    body.close()
    key = make_provider(desk, reserved_for=owner, reserved_places=4, successor=later)
    path = tmp_path / "a.csv"
    made = write(desk, ExportFormat.CSV, path, [key])
    text = path.read_text("utf-8-sig")
    assert "Deichklinik" in text
    assert "Neue Kita" in text
    assert {loss.field for loss in made.losses} == {"reserved_for", "successor"}


def test_an_export_is_recorded_and_cannot_be_taken_back(desk, tmp_path):
    make_provider(desk)
    made = write(desk, ExportFormat.CSV, tmp_path / "a.csv")
    assert batches(desk)[-1] == "providers_exported"
    assert made.done is not None
    assert (made.done.batch, made.done.facts["count"]) == (None, "1")
    connection = desk.transactions.file.connect()
    (batch,) = connection.execute("SELECT max(id) FROM batches").fetchone()
    connection.close()
    with pytest.raises(Refused) as caught:
        desk.history.undo(batch)
    assert caught.value.reason is Reason.NOTHING_TO_UNDO


def test_ids_in_files_stay_the_same_for_one_data_file(desk, tmp_path):
    make_provider(desk)
    for kind in (ExportFormat.VCARD, ExportFormat.HSDS):
        keys = set()
        for name in ("a", "b"):
            write(desk, kind, tmp_path / name)
            keys.add(read(tmp_path / name).drafts[0].source_key)
        assert len(keys) == 1


def test_a_file_open_elsewhere_is_exported_and_not_recorded(path, tmp_path):
    writer = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    make_provider(writer)
    reader = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Imke Okken")
    made = write(reader, ExportFormat.XLSX, tmp_path / "a.xlsx")
    assert made.done is None
    assert batches(writer) == ["provider_added"]
    assert read(tmp_path / "a.xlsx").drafts[0].organisation == KITA.organisation
    reader.close()
    writer.close()


def test_nothing_to_write_and_the_data_file_itself_are_refused(desk, path, tmp_path):
    with pytest.raises(Refused) as caught:
        write(desk, ExportFormat.CSV, tmp_path / "a.csv")
    assert caught.value.reason is Reason.NO_PROVIDERS_TO_EXPORT
    make_provider(desk)
    with pytest.raises(Refused) as caught:
        write(desk, ExportFormat.CSV, path)
    assert caught.value.reason is Reason.EXISTS
    assert desk.lists.provider_ids(ProviderQuery())


def test_a_folder_that_is_not_there_is_told_and_nothing_recorded(desk, tmp_path):
    make_provider(desk)
    with pytest.raises(Unavailable) as caught:
        write(desk, ExportFormat.CSV, tmp_path / "fehlt" / "a.csv")
    assert caught.value.trouble is Trouble.CANNOT_WRITE
    assert batches(desk) == ["provider_added"]


@pytest.mark.parametrize("kind", ExportFormat)
def test_a_cancelled_export_leaves_the_former_file(desk, tmp_path, kind):
    for number in range(3):
        make_provider(desk, organisation=f"Kita {number}")
    path = tmp_path / "a"
    path.write_text("vorher", encoding="utf-8")
    ids = desk.lists.provider_ids(ProviderQuery())
    steps = len(list(desk.exports.export_providers(ids, kind, tmp_path / "b")))
    for taken in range(1, steps + 1):
        work = desk.exports.export_providers(ids, kind, path)
        for _ in range(taken):
            next(work)
        work.close()
        assert path.read_text("utf-8") == "vorher"
        assert not (tmp_path / "a.part").exists()


def test_a_provider_that_is_gone_is_left_out(desk, tmp_path):
    key = make_provider(desk)
    assert write(desk, ExportFormat.CSV, tmp_path / "a.csv", [key, 999]).count == 1
