"""The folder from the terminal: written, recorded, refused where it has no place."""

from __future__ import annotations

import pypdfium2

from tests.cli.terminal import history


def test_a_folder_is_written_recorded_and_says_where(run, office, tmp_path):
    out = tmp_path / "mappe.pdf"
    made = run("--file", office, "folder", 1, "--language", "de", "--out", out, "--json")
    assert made.code == 0
    assert made.json["pages"] == len(pypdfium2.PdfDocument(out))
    assert made.json["language"] == "de"
    assert history(office)[0] == ("folder_saved", "Imke Okken")


def test_a_language_the_program_lacks_is_printed_in_english_and_said(run, office, tmp_path):
    out = tmp_path / "mappe.pdf"
    made = run("--file", office, "folder", 2, "--language", "ka", "--out", out)
    assert (made.code, made.out) == (0, f"{out}\n")
    assert "„ka“" in made.err
    assert "Englisch" in made.err
    own = run("--file", office, "folder", 2, "--out", out, "--json")
    assert (own.json["language"], own.err) == ("fr", "")
    austrian = run("--file", office, "folder", 2, "--language", "de-AT", "--out", out, "--json")
    assert austrian.json["language"] == "de"
    assert "Englisch" not in austrian.err


def test_a_folder_has_german_beside_another_language(run, office, tmp_path):
    out = tmp_path / "mappe.pdf"
    call = ("--file", office, "folder", 1, "--bilingual", "--out", out, "--json")
    made = run(*call, "--language", "ar")
    assert (made.code, made.json["bilingual"], made.json["language"]) == (0, True, "ar")
    alone = run(*call, "--language", "de")
    assert (alone.code, alone.json["bilingual"]) == (0, False)
    assert "einsprachig" in alone.err


def test_a_folder_without_a_place_or_a_case_is_refused(run, office, tmp_path):
    for arguments in (
        ["folder", "1", "--out", tmp_path / "fehlt" / "mappe.pdf"],
        ["folder", "9", "--out", tmp_path / "mappe.pdf"],
        ["folder", "1", "--out", office],
    ):
        refused = run("--file", office, *arguments)
        assert (refused.code, refused.out) == (1, "")
        assert refused.err
    assert not (tmp_path / "mappe.pdf").exists()
    assert run("--file", office, "list", "cases", "--json").json["count"] == 2


def test_exchange_sheets_are_written_since_a_print_that_show_names(run, office, tmp_path):
    out = tmp_path / "mappe.pdf"
    run("--file", office, "folder", 1, "--language", "de", "--out", out)
    (made,) = run("--file", office, "show", "case", 1, "--json").json["prints"]
    assert (made["kind"], made["is_kept"], made["language"]) == ("whole", True, "de")
    pack = tmp_path / "tausch.pdf"
    call = ("--file", office, "folder", 1, "--since", made["id"], "--out", pack, "--json")
    same = run(*call)
    assert (same.code, same.out) == (1, "")
    assert "nichts geändert" in same.err
    assert not pack.exists()
    other = run(*call, "--language", "en")
    assert other.code != 0
    assert "andere Sprachen" in other.err
    anchor = ("redate", 1, "move_in", "2027-02-20", "--reason", "Umzug", "--apply")
    assert run("--file", office, *anchor).code == 0
    exchanged = run(*call)
    assert exchanged.code == 0, exchanged.err
    assert exchanged.json["since"] == made["id"]
    assert exchanged.json["pages"] == len(pypdfium2.PdfDocument(pack))
    assert history(office)[0] == ("exchange_saved", "Imke Okken")
