"""Folders of many families from the terminal."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pypdfium2

from app.desk import open_desk
from app.records.compositions import STANDARD, ChapterKind
from db.file import open_file
from tests.cli.terminal import program
from tests.conftest import ROOT, TODAY


def keep_without_letter(path):
    """Keep a composition in the office's file; its number."""
    with closing(open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Prüfung")) as desk:
        letter = replace(STANDARD.choice(ChapterKind.LETTER), printed=False)
        desk.compositions.keep("ohne Brief", STANDARD.with_choice(letter))
        (kept,) = desk.compositions.saved()
    return kept.id


def test_all_open_cases_get_their_folders(run, office, tmp_path):
    out = tmp_path / "Mappen"
    made = run("--file", office, "folders", "--all", "--out", out, "--json")
    assert made.code == 0
    assert (made.json["count"], made.json["recorded"]) == (2, True)
    for row in made.json["rows"]:
        assert row["pages"] == len(pypdfium2.PdfDocument(row["path"]))
        assert row["problem"] is None
    assert len(list(out.iterdir())) == 2
    assert "2 von 2 Mappen" in made.err


def test_some_cases_in_one_language_with_german_beside(run, office, tmp_path):
    made = run(
        *("--file", office, "folders", "--case", 1, 9, "--language", "ar", "--bilingual"),
        *("--out", tmp_path / "Mappen"),
    )
    assert made.code == 1
    assert made.out == f"{tmp_path / 'Mappen' / 'Mappe_00001_ar-de_2026-11-23.pdf'}\n"
    assert "Fall 9: " in made.err
    assert "1 von 2 Mappen" in made.err


def test_a_kept_composition_goes_for_one_and_for_many(run, office, tmp_path):
    number = keep_without_letter(office)
    whole, short = tmp_path / "ganz.pdf", tmp_path / "kurz.pdf"
    run("--file", office, "folder", 1, "--out", whole)
    assert run("--file", office, "folder", 1, "--composition", number, "--out", short).code == 0
    pages = [len(pypdfium2.PdfDocument(path)) for path in (whole, short)]
    assert pages[1] < pages[0]
    many = run(
        *("--file", office, "folders", "--case", 1, "--composition", number),
        *("--out", tmp_path / "Mappen", "--json"),
    )
    assert many.json["rows"][0]["pages"] == pages[1]
    for command in (["folder", 1, "--out", whole], ["folders", "--all", "--out", tmp_path]):
        refused = run("--file", office, *command, "--composition", 99)
        assert (refused.code, refused.out) == (1, "")
        assert f"{number} (ohne Brief)" in refused.err
    (made, *_) = run("--file", office, "show", "case", 1, "--json").json["prints"]
    pack = tmp_path / "tausch.pdf"
    since = ("--since", made["id"], "--composition", number, "--out", pack)
    assert run("--file", office, "folder", 1, *since).code == 1  # it was printed like this
    (*_, first) = run("--file", office, "show", "case", 1, "--json").json["prints"]
    since = ("--since", first["id"], "--composition", number, "--out", pack)
    assert run("--file", office, "folder", 1, *since).code == 0


def test_whose_folders_must_be_said(office, tmp_path):
    """In a process of its own, as an office would call it; and processes begin from there."""
    wrong = program("--file", office, "folders", "--out", tmp_path / "Mappen")
    assert (wrong.code, wrong.out) == (2, "")
    made = program("--file", office, "folders", "--case", 1, "--out", tmp_path / "Mappen")
    assert made.code == 0, made.err
    assert len(made.out.splitlines()) == 1
