"""Files of every released version: kept as they were written, and brought to this one."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from db.backup import check
from db.file import VERSION, connect, open_file, version_of
from db.migrate import upgrade
from tests.conftest import TODAY

KEPT = sorted((Path(__file__).parent / "versions").glob("*.hafen.gz"))


def test_every_version_is_kept():
    assert [kept.name for kept in KEPT] == [
        f"{number}.hafen.gz" for number in range(1, VERSION + 1)
    ]


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.name)
def test_a_kept_file_comes_to_this_version_with_all_it_holds(kept, tmp_path):
    path = tmp_path / "alt.hafen"
    path.write_bytes(gzip.decompress(kept.read_bytes()))
    assert version_of(path) == int(kept.name.split(".")[0])
    list(upgrade(path, TODAY))
    assert version_of(path) == VERSION
    assert check(path) == []
    opened = open_file(path)
    connection = opened.connect()
    held = {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
        for table in ("cases", "people", "services_at_places", "batches")
    }
    connection.close()
    opened.close()
    assert held["cases"] == 6
    assert held["people"] >= 15
    assert held["services_at_places"] >= 30
    assert held["batches"] > 100


def test_the_newest_kept_file_has_the_tables_of_a_new_one(tmp_path, empty_file):
    path = tmp_path / "alt.hafen"
    path.write_bytes(gzip.decompress(KEPT[-1].read_bytes()))
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    kept, new = (connect(each, writable=False) for each in (path, empty_file))
    assert kept.execute(schema).fetchall() == new.execute(schema).fetchall()
    kept.close()
    new.close()
