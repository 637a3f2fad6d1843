"""Exports in the terminal: the format by the name, what is lost on stderr."""

from __future__ import annotations

import pytest

from app.exchange.sources import open_source
from app.progress import finish
from app.records.exporting import ExportFormat


@pytest.mark.parametrize("kind", ExportFormat)
def test_the_ending_of_the_file_says_the_format(run, office, tmp_path, kind):
    target = tmp_path / f"anbieter{kind.suffix}"
    made = run("--file", office, "export", "providers", target)
    assert (made.code, made.out, made.err) == (0, f"{target}\n", _lost(kind))
    records = finish(open_source(target.read_bytes(), target.name)).records
    assert [draft.organisation for draft in records.drafts] == ["Kita Deichkinder"]


def _lost(kind):
    if kind is not ExportFormat.VCARD:
        return ""
    return (
        "Diese Angaben kommen aus der Datei nicht zurück (Zahl der Anbieter): "
        "Öffnungszeiten (Woche) (1), Öffnungszeiten (Wortlaut) (1).\n"
    )


def test_a_format_may_be_named_and_the_facts_be_json(run, office, tmp_path):
    target = tmp_path / "liste.txt"
    made = run("--file", office, "export", "providers", target, "--format", "vcard", "--json")
    assert made.json == {
        "path": str(target),
        "format": "vcard",
        "count": 1,
        "persons": 0,
        "losses": {"hours_osm": 1, "hours_given": 1},
        "recorded": True,
    }
    assert target.read_bytes().startswith(b"BEGIN:VCARD")


def test_only_what_is_searched_is_written(run, office, tmp_path):
    refused = run("--file", office, "export", "providers", tmp_path / "a.csv", "--search", "Emden")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == (
        "Die Liste ist leer. Es wurde nichts geschrieben; bitte die Suche erweitern.\n"
    )
    assert not (tmp_path / "a.csv").exists()


def test_an_ending_nobody_knows_is_a_wrong_call(run, office, tmp_path):
    wrong = run("--file", office, "export", "providers", tmp_path / "a.pdf")
    assert wrong.code == 2
    assert ".csv, .xlsx, .geojson, .vcf, .json" in wrong.err


def test_an_export_beside_a_writer_says_that_it_is_not_recorded(run, held, tmp_path):
    made = run("--file", held, "export", "providers", tmp_path / "a.csv")
    assert made.code == 0
    assert "nicht vermerkt" in made.err
