"""Imports in the terminal: what is reported, what is refused, nothing left of a refused one."""

from __future__ import annotations

import json

import pytest

from tests.cli.terminal import MAPPING, ROWS


def test_an_import_makes_a_missing_file_under_any_name(run, tmp_path, liste):
    target = tmp_path / "Anbieter 2026.daten"
    taken = run("--file", target, "import", *liste, "--json")
    assert taken.code == 0
    assert (taken.json["added"], taken.json["left_out"]) == (2, 0)
    assert run("--file", target, "list", "providers", "--json").json["count"] == 2
    again = run("--file", target, "import", *liste)
    assert again.code == 0
    assert again.out.startswith("2 Zeilen gelesen, 0 neu, 0 geändert, 2 unverändert")
    assert "Kita B" in again.err


@pytest.mark.parametrize("exists", [True, False])
def test_a_dry_run_reports_and_writes_nothing(run, path, tmp_path, liste, exists):
    target = path if exists else tmp_path / "neu.hafen"
    report = tmp_path / "bericht.json"
    before = sorted(each.name for each in tmp_path.iterdir())
    tried = run("--file", target, "import", *liste, "--dry-run", "--report", report)
    assert tried.code == 0
    assert tried.out.startswith("Probelauf, nichts geschrieben: 2 Zeilen gelesen, 2 neu")
    written = json.loads(report.read_text(encoding="utf-8"))
    assert (written["dry_run"], written["added"]) == (True, 2)
    report.unlink()
    after = {each.name for each in tmp_path.iterdir() if not each.name.endswith(".lock")}
    assert after == set(before)
    if exists:
        assert run("--file", path, "list", "providers", "--json").json["count"] == 0


def test_a_report_names_each_row_it_doubts(run, path, tmp_path, liste):
    report = tmp_path / "bericht.json"
    assert run("--file", path, "import", *liste, "--report", report).code == 0
    written = json.loads(report.read_text(encoding="utf-8"))
    trimmed = [note for note in written["notes"] if note["code"] == "trimmed"]
    assert [(note["row"], note["kind"], note["after"]) for note in trimmed] == [
        (2, "changed", "Kita B")
    ]
    assert written["codes"]["trimmed"] == 1


@pytest.mark.parametrize("place", ["fehlt/bericht.json", ".", "amt.hafen", "liste.json"])
def test_a_report_without_a_place_is_refused_before_the_import(run, path, tmp_path, liste, place):
    before = path.read_bytes()
    refused = run("--file", path, "import", *liste, "--report", tmp_path / place)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err
    assert path.read_bytes() == before
    assert (tmp_path / "liste.json").read_text(encoding="utf-8") == ROWS


def test_a_broken_mapping_is_told_by_file_line_key_and_nearest_name(run, tmp_path, liste):
    (tmp_path / "m.toml").write_text(
        MAPPING + '\n[fields.organisatoin]\nfrom = "x"\n', encoding="utf-8"
    )
    refused = run("--file", tmp_path / "neu.hafen", "import", *liste)
    assert (refused.code, refused.out) == (1, "")
    (fault,) = [line for line in refused.err.splitlines() if "m.toml" in line]
    assert "m.toml, Zeile 8" in fault
    assert "organisatoin“" in fault
    assert "„organisation“" in fault
    assert not (tmp_path / "neu.hafen").exists()


@pytest.mark.parametrize("content", [None, "kein JSON"], ids=["missing", "no list"])
def test_a_list_that_cannot_be_read_leaves_no_new_file(run, tmp_path, liste, content):
    liste[0].unlink()
    if content is not None:
        liste[0].write_text(content, encoding="utf-8")
    refused = run("--file", tmp_path / "neu.hafen", "import", *liste)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith("neu")] == []
