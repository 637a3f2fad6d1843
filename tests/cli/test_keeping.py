"""Keeping the file safe: backup, return, migration, check; bad files told and left alone."""

from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2 as sqlite

from app.desk import open_desk
from db.file import APPLICATION_ID, VERSION, open_file
from tests.cli.terminal import damaged, numbered
from tests.conftest import ROOT, TODAY
from tests.makers import make_case


def test_a_backup_is_a_whole_copy_and_overwrites_nothing(run, office, tmp_path):
    copy = tmp_path / "kopie.hafen"
    saved = run("--file", office, "backup", copy)
    assert (saved.code, saved.out) == (0, f"{copy}\n")
    assert run("--file", copy, "list", "cases", "--json").json["count"] == 2
    before = copy.read_bytes()
    again = run("--file", office, "backup", copy)
    assert (again.code, again.out) == (1, "")
    assert copy.read_bytes() == before


def test_writing_into_a_folder_that_is_not_there_is_not_called_reading(
    run, office, tmp_path, liste
):
    nowhere = tmp_path / "fehlt" / "neu.hafen"
    for arguments in (
        ["--file", office, "backup", nowhere],
        ["--file", nowhere, "restore", office],
        ["--file", nowhere, "import", *liste],
    ):
        refused = run(*arguments)
        assert (refused.code, refused.out) == (1, "")
        assert "neu.hafen" in refused.err or "fehlt" in refused.err
        assert "nicht lesen" not in refused.err
    assert not nowhere.parent.exists()


def test_restoring_keeps_the_former_file_beside_it(run, office, tmp_path):
    copy = tmp_path / "kopie.hafen"
    run("--file", office, "backup", copy)
    desk = open_desk(open_file(office), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    make_case(desk)
    desk.close()
    restored = run("--file", office, "restore", copy)
    assert (restored.code, restored.out) == (0, f"{office}\n")
    assert run("--file", office, "list", "cases", "--json").json["count"] == 2
    former = tmp_path / "amt-vor-Rueckkehr-2026-11-23.hafen"
    assert str(former) in restored.err
    assert run("--file", former, "list", "cases", "--json").json["count"] == 3


@pytest.mark.parametrize("kind", ["missing", "not ours", "damaged", "newer"])
def test_what_cannot_be_restored_leaves_the_file_as_it_is(run, office, tmp_path, kind):
    source = tmp_path / "quelle.hafen"
    if kind == "not ours":
        source.write_bytes(b"%PDF-1.7\n" * 100)
    elif kind == "damaged":
        damaged(office, source)
    elif kind == "newer":
        numbered(office, source, VERSION + 1)
    before = run("--file", office, "list", "cases", "--json").out
    refused = run("--file", office, "restore", source)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err
    assert run("--file", office, "list", "cases", "--json").out == before
    assert not list(tmp_path.glob("*Rueckkehr*"))


def test_a_current_file_needs_no_migration(run, office):
    before = office.read_bytes()
    done = run("--file", office, "migrate")
    assert (done.code, done.out) == (0, "")
    assert "schon die Fassung" in done.err
    assert office.read_bytes() == before


def test_an_older_file_is_refused_with_the_command_that_helps_and_migrated(run, tmp_path):
    older = tmp_path / "alt.hafen"
    connection = sqlite.connect(str(older))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    refused = run("--file", older, "list", "cases")
    assert (refused.code, refused.out) == (1, "")
    assert "„migrate“" in refused.err
    done = run("--file", older, "migrate")
    assert done.code == 0
    assert "Sicherung davor" in done.err
    assert len(list(tmp_path.glob("alt-vor-Fassung-*.hafen"))) == 1
    assert run("--file", older, "list", "cases", "--json").json["count"] == 0


def test_a_sound_file_is_said_to_be_sound(run, office):
    checked = run("--file", office, "check", "--json")
    assert (checked.code, checked.json["problems"], checked.err) == (0, [], "")
    assert run("--file", office, "check").out == "Die Datendatei ist in Ordnung.\n"


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path, to: damaged(path, to), "beschädigt"),
        (lambda _path, to: to.write_bytes(b"%PDF-1.7\n" * 200), "keine"),
        (lambda path, to: numbered(path, to, VERSION + 1), "neuer"),
    ],
    ids=["damaged", "not ours", "newer"],
)
@pytest.mark.parametrize("command", [["check"], ["list", "cases"], ["show", "case", "1"]])
def test_a_bad_file_is_told_in_german_and_left_alone(
    run, office, tmp_path, make, sentence, command
):
    bad = tmp_path / "schlecht.hafen"
    make(office, bad)
    before = bad.read_bytes()
    refused = run("--file", bad, *command)
    if command == ["check"] or sentence != "beschädigt":
        assert refused.code == 1
        assert refused.out == ""
        assert sentence in refused.err
    assert "Traceback" not in refused.err
    assert bad.read_bytes() == before
