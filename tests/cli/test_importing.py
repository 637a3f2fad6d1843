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


CSV = "Einrichtung;Straße;PLZ;Ort;Telefon\r\nKita Ä;Am Markt 1;26506;Norden;040 66969-1\r\n"


def test_a_table_whose_heads_say_everything_needs_no_mapping(run, path, tmp_path):
    file = tmp_path / "Kitas 2026-11.csv"
    file.write_bytes(CSV.encode("cp1252"))
    taken = run("--file", path, "import", file, "--as", "providers", "--json")
    assert taken.code == 0
    assert (taken.json["source"], taken.json["added"]) == ("Kitas", 1)
    assert "Name: „Einrichtung“" in taken.err
    row = run("--file", path, "list", "providers", "--json").json["rows"][0]
    assert (row["name"], row["town"], row["category"]) == ("Kita Ä", "Norden", "kita")
    # the next month's file is the same list
    later = tmp_path / "Kitas 2026-12.csv"
    later.write_bytes(CSV.replace("66969-1", "66969-2").encode("cp1252"))
    again = run("--file", path, "import", later, "--as", "providers", "--json")
    assert (again.json["added"], again.json["changed"]) == (0, 1)
    (change,) = again.json["changes"]
    assert (change["field"], change["before"], change["after"], change["contested"]) == (
        "phone",
        "040 66969-1",
        "040 66969-2",
        False,
    )


def test_a_table_whose_heads_are_unclear_names_what_is_missing(run, path, tmp_path):
    file = tmp_path / "liste.csv"
    file.write_text("7;13\n8;14\n9;15\n", encoding="utf-8")
    refused = run("--file", path, "import", file, "--as", "providers")
    assert (refused.code, refused.out) == (1, "")
    assert "Nicht gefunden: Name." in refused.err
    assert "--mapping" in refused.err
    assert run("--file", path, "list", "providers", "--json").json["count"] == 0


def test_encoding_delimiter_and_name_may_be_told(run, path, tmp_path):
    file = tmp_path / "liste.txt"
    file.write_bytes("Name|Ort\nKita Ä|Norden\nKita Ö|Hage\n".encode("cp850"))
    told = ("--encoding", "cp850", "--delimiter", "|", "--source", "Kreis")
    taken = run("--file", path, "import", file, "--as", "providers", *told, "--json")
    assert (taken.code, taken.json["source"], taken.json["added"]) == (0, "Kreis", 2)
    names = [row["name"] for row in run("--file", path, "list", "providers", "--json").json["rows"]]
    assert names == ["Kita Ä", "Kita Ö"]


@pytest.mark.parametrize(
    "told", [("--encoding", "klingonisch"), ("--encoding", "utf-8"), ("--sheet", "Tabelle9")]
)
def test_what_cannot_be_read_so_is_refused_in_words(run, path, tmp_path, told):
    file = tmp_path / "liste.csv"
    file.write_bytes(CSV.encode("cp1252"))
    refused = run("--file", path, "import", file, "--as", "providers", *told)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.strip().endswith(".")
    assert "Traceback" not in refused.err


def test_a_mapping_for_another_list_is_refused_with_the_columns_of_both(run, path, tmp_path, liste):
    liste[0].write_text('[{"nummer": "1", "schule": "GS Norden"}]', encoding="utf-8")
    refused = run("--file", path, "import", *liste)
    assert (refused.code, refused.out) == (1, "")
    assert "„name“" in refused.err
    assert "„schule“" in refused.err


def test_each_failing_row_is_named_with_its_reason(run, path, tmp_path):
    file = tmp_path / "kitas.csv"
    rows = "Einrichtung;PLZ;Ort;Telefon\nKita A;265061;Norden;O4931 12\n;26506;Norden;1\n"
    file.write_text(rows, encoding="utf-8")
    taken = run("--file", path, "import", file, "--as", "providers")
    assert taken.code == 0
    told = taken.err.splitlines()
    assert any(line.startswith("Zeile 2") and "Postleitzahl" in line for line in told)
    assert any(line.startswith("Zeile 2") and "Telefon" in line for line in told)
    assert any(line.startswith("Zeile 3") and "ohne Namen" in line for line in told)
    assert "1 neu" in taken.out
    assert "1 nicht übernommen" in taken.out


def test_what_the_office_changed_stays_and_is_told(run, path, tmp_path):
    from dataclasses import replace

    from app.desk import open_desk
    from db.file import open_file
    from tests.conftest import ROOT, TODAY

    file = tmp_path / "kitas.csv"
    file.write_bytes(CSV.encode("cp1252"))
    run("--file", path, "import", file, "--as", "providers")
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Prüfung")
    key = 1
    draft = desk.providers.provider(key).draft
    desk.providers.edit(key, replace(draft, phone="040 66969-77"))
    desk.close()
    file.write_bytes(CSV.replace("66969-1", "66969-2").encode("cp1252"))
    taken = run("--file", path, "import", file, "--as", "providers")
    assert "hier geändert, Telefon: 040 66969-77 → 040 66969-2" in taken.err
    shown = run("--file", path, "show", "provider", key, "--json").json
    assert shown["phone"] == "040 66969-77"
