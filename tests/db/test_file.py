"""The data file: ours, sound, of this version, one writer at a time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from sqlcipher3 import dbapi2 as sqlite

from db import file as data_file
from db.backup import back_up, check, restore
from db.errors import FileTrouble, Kind
from db.file import VERSION, connect, open_file
from db.lock import WriterLock
from db.migrate import create
from tests.conftest import ROOT, TODAY

HOLD = """
import sys, time
from pathlib import Path
from db.file import open_file
file = open_file(Path(sys.argv[1]))
print(file.writable, flush=True)
time.sleep(60)
"""


def trouble(path: Path, **options: bool) -> Kind:
    with pytest.raises(FileTrouble) as caught:
        open_file(path, **options)
    return caught.value.kind


def test_a_new_file_is_marked_sound_and_durable(path):
    connection = connect(path, writable=True)
    pragmas = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            "application_id",
            "user_version",
            "journal_mode",
            "synchronous",
            "foreign_keys",
        )
    }
    connection.close()
    assert pragmas == {
        "application_id": 0x48616665,
        "user_version": VERSION,
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
    }
    assert check(path) == []


def test_away_from_the_local_disk_the_journal_is_truncated(path, monkeypatch):
    monkeypatch.setattr(data_file, "is_local", lambda _path: False)
    connection = connect(path, writable=True)
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "truncate"
    assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2
    connection.close()


def test_a_second_opening_reads_only_and_learns_who_writes(file, path):
    second = open_file(path)
    assert not second.writable
    assert second.holder is not None
    assert second.holder.pid == os.getpid()
    assert second.holder.since.tzinfo is not None
    with pytest.raises(sqlite.OperationalError, match="readonly"):
        second.connect().execute("DELETE FROM cases")


def test_writing_is_offered_when_the_writer_has_left(file, path):
    second = open_file(path)
    assert not second.try_to_write()
    file.close()
    assert second.try_to_write()
    assert second.writable
    assert second.holder is None
    second.close()


def test_a_writer_in_another_process_is_seen_and_a_killed_one_leaves_the_file_free(path):
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert other.stdout is not None
    with other.stdout:
        assert other.stdout.readline().strip() == "True"
        mine = open_file(path)
        assert not mine.writable
        assert mine.holder is not None
        assert mine.holder.pid == other.pid
        other.send_signal(signal.SIGKILL)
        other.wait()
    assert mine.try_to_write()
    mine.close()


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    assert trouble(tmp_path / "fehlt.hafen") is Kind.NO_SUCH_FILE


def test_a_file_that_lies_no_more_in_its_place_is_not_made_anew(file, path):
    kept = path.rename(path.with_name("verschoben.hafen"))
    with pytest.raises(FileTrouble) as told:
        file.connect()
    assert told.value.kind is Kind.NO_SUCH_FILE
    assert not path.exists()
    shutil.copy(kept, path)
    with pytest.raises(FileTrouble):
        file.need_place()
    kept.replace(path)
    file.connect().close()


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PureWindowsPath(r"\\amt\daten\küste.hafen"), "file:////amt/daten/k%C3%BCste.hafen"),
        (PureWindowsPath(r"Z:\daten\amt.hafen"), "file:///Z:/daten/amt.hafen"),
        (PurePosixPath("/daten/amt 1.hafen"), "file:///daten/amt%201.hafen"),
    ],
)
def test_a_path_is_named_as_sqlite_takes_it(path, uri):
    assert data_file.uri_of(path) == uri


@pytest.mark.parametrize("bytes_", [b"", b"%PDF-1.7 not a database at all" * 40])
def test_a_file_of_something_else_is_not_ours(tmp_path, bytes_):
    other = tmp_path / "brief.hafen"
    other.write_bytes(bytes_)
    assert trouble(other) is Kind.NOT_OURS
    assert other.read_bytes() == bytes_


def test_a_database_of_another_program_is_not_ours_and_untouched(tmp_path):
    other = tmp_path / "anderes.sqlite"
    connection = sqlite.connect(str(other))
    connection.execute("CREATE TABLE mine (id INTEGER)")
    connection.close()
    before = other.read_bytes()
    assert trouble(other) is Kind.NOT_OURS
    assert other.read_bytes() == before


def test_any_name_will_do_since_the_mark_decides(path):
    other = path.rename(path.with_name("Daten ohne Endung %41 ä"))
    opened = open_file(other)
    assert opened.writable
    opened.close()


@pytest.mark.parametrize(("version", "kind"), [(VERSION + 1, Kind.NEWER), (0, Kind.OLDER)])
def test_another_version_is_refused_by_name(path, version, kind):
    connection = connect(path, writable=True)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    assert trouble(path) is kind


def damage(path: Path) -> None:
    connection = connect(path, writable=True)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start : start + 64] = b"\xff" * 64
    path.write_bytes(content)


def test_a_damaged_file_is_told_apart_and_left_as_it_is(path):
    damage(path)
    before = path.read_bytes()
    with pytest.raises(FileTrouble) as caught:
        check(path)
    assert caught.value.kind is Kind.DAMAGED
    assert path.read_bytes() == before


def test_a_read_only_file_opens_for_reading(path):
    connection = connect(path, writable=True)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    if os.geteuid() == 0:
        opened = open_file(path, write=False)
    else:
        path.chmod(0o444)
        opened = open_file(path)
    assert not opened.writable
    assert opened.connect().execute("SELECT count(*) FROM cases").fetchone() == (0,)


def test_a_full_disk_is_named_and_nothing_is_lost(path):
    connection = connect(path, writable=True)
    connection.execute("INSERT INTO saved_filters (name, query) VALUES ('eins', '{}')")
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(sqlite.Error) as caught:
        connection.execute(
            "INSERT INTO saved_filters (name, query) VALUES ('zwei', ?)", ("x" * 100_000,)
        )
    from db.errors import kind_of

    assert kind_of(caught.value) is Kind.DISK_FULL
    connection.close()
    assert check(path) == []
    assert connect(path, writable=False).execute("SELECT name FROM saved_filters").fetchall() == [
        ("eins",)
    ]


def test_creating_over_a_file_is_refused_and_leaves_it(path):
    before = path.read_bytes()
    with pytest.raises(FileTrouble):
        create(path)
    assert path.read_bytes() == before


def test_a_failed_creation_leaves_nothing_behind(tmp_path):
    with pytest.raises(FileTrouble):
        create(tmp_path / "kein" / "Ordner.hafen")
    assert list(tmp_path.iterdir()) == []


def test_a_backup_of_an_open_file_holds_the_last_command(file, path, tmp_path):
    connection = file.connect()
    connection.execute("INSERT INTO saved_filters (name, query) VALUES ('eins', '{}')")
    back_up(path, tmp_path / "kopie.hafen")
    copy = connect(tmp_path / "kopie.hafen", writable=False)
    assert copy.execute("SELECT name FROM saved_filters").fetchall() == [("eins",)]
    assert not (tmp_path / "kopie.hafen.part").exists()


def test_a_backup_that_cannot_be_written_leaves_nothing(path, tmp_path):
    with pytest.raises(FileTrouble):
        back_up(path, tmp_path / "kein" / "Ordner.hafen")
    assert not list(tmp_path.glob("*.part"))


def test_restoring_keeps_what_was_there(path, tmp_path):
    back_up(path, tmp_path / "alt.hafen")
    connection = connect(path, writable=True)
    connection.execute("INSERT INTO saved_filters (name, query) VALUES ('neu', '{}')")
    connection.close()
    kept = restore(tmp_path / "alt.hafen", path, TODAY)
    assert kept is not None
    assert connect(path, writable=False).execute("SELECT * FROM saved_filters").fetchall() == []
    assert connect(kept, writable=False).execute("SELECT name FROM saved_filters").fetchall() == [
        ("neu",)
    ]


def test_nobody_restores_over_a_file_that_is_open(file, path, tmp_path):
    back_up(path, tmp_path / "alt.hafen")
    with pytest.raises(FileTrouble) as caught:
        restore(tmp_path / "alt.hafen", path, TODAY)
    assert caught.value.kind is Kind.IN_USE


def test_a_lock_without_words_names_nobody(path):
    (path.with_name(path.name + ".lock")).write_bytes(b"")
    assert WriterLock(path).holder() is None


def test_what_was_deleted_does_not_lie_on_in_the_file(file):
    told = "Pflegegrad-Geheimnis-4711"
    connection = file.connect()
    connection.execute(
        "INSERT INTO settings(key, value) VALUES ('note', ?), ('other', ?)", (told, "x" * 9000)
    )
    connection.execute("DELETE FROM settings WHERE key = 'note'")
    connection.close()
    file.close()
    for part in file.path.parent.iterdir():
        assert told.encode() not in part.read_bytes(), part.name
