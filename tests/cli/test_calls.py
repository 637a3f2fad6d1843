"""Calls: missing files, wrong grammar, exit codes and streams of the program itself."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from app import grammar
from app.desk import open_desk
from db.file import open_file
from tests.cli.terminal import program
from tests.conftest import ROOT, TODAY


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "cases"],
        ["show", "case", "1"],
        ["show", "provider", "1"],
        ["plan", "1"],
        ["folder", "1", "--out", "mappe.pdf"],
        ["check"],
        ["backup", "sicherung.hafen"],
        ["migrate"],
    ],
    ids=lambda each: " ".join(each[:2]),
)
def test_a_missing_file_is_refused_and_not_made(run, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    refused = run("--file", tmp_path / "fehlt.hafen", *arguments)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("Die Datei „fehlt.hafen“ ist nicht da.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["list", "offices"],
        ["list", "cases", "--limit", "-1"],
        ["list", "cases", "--limit", "viele"],
        ["show", "case"],
        ["show", "case", "eins"],
        ["plan"],
        ["plan", "eins"],
        ["plan", "1", "--track", "umzug"],
        ["show", "case", str(2**63)],
        ["folder", "1"],
        ["import", "x.json"],
        ["import", "x.json", "--as", "providers", "--sheet"],
        ["import", "x.json", "--as", "cases", "--mapping", "m.toml"],
        ["unsinn"],
        ["list", "cases", "--unsinn"],
    ],
    ids=" ".join,
)
def test_a_wrong_call_ends_with_2_and_writes_nothing_on_stdout(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        grammar.parser().parse_args(arguments)
    captured = capsys.readouterr()
    assert (ended.value.code, captured.out) == (2, "")
    assert "Falscher Aufruf" in captured.err


def test_the_program_passes_exit_code_and_streams_through(office):
    listed = program("--file", office, "list", "cases", "--json")
    assert (listed.code, listed.json["count"]) == (0, 2)
    missing = program("--file", office, "show", "case", "77")
    assert (missing.code, missing.out) == (1, "")
    assert program("list").code == 2


def test_names_of_every_script_leave_a_terminal_of_another_alphabet(path):
    from dataclasses import replace

    from tests.makers import FROM_TUNISIA, NURSE

    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    desk.candidates.register(FROM_TUNISIA, replace(NURSE, family="Ярославль أميرة"))
    desk.close()
    listed = program("--file", path, "list", "cases", "--json", PYTHONIOENCODING="cp1252")
    assert listed.code == 0
    assert listed.json["rows"][0]["name"] == "Ярославль أميرة, Amira"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a POSIX system")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param("| true", "", id="closed early"),
        pytest.param("> /dev/full", "Platz", id="no room"),
    ],
)
def test_output_that_cannot_be_written_ends_without_a_traceback(office, words, told):
    call = shlex.join([sys.executable, "-m", "app", "--file", str(office), "plan", "1"])
    done = subprocess.run(
        ["bash", "-c", f"{call} {words}; exit ${{PIPESTATUS[0]}}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr
    assert told in done.stderr
    assert bool(told) == bool(done.stderr.strip())
