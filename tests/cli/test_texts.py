"""Printed texts in the terminal: how a language stands, its files out and in."""

from __future__ import annotations

import json

import pytest

from app.grammar import Exit


def test_the_texts_of_a_language_as_json(run, office):
    told = run("--file", office, "texts", "--language", "ar", "--state", "unchecked", "--json")
    assert told.code == Exit.DONE
    facts = json.loads(told.out)
    assert facts["language"] == "ar"
    assert facts["count"] >= facts["unchecked"]
    assert len(facts["rows"]) == facts["unchecked"] > 800
    counted = next(row for row in facts["rows"] if row["key"] == "phrases.care.free")
    assert set(counted["text"]) == {"zero", "one", "two", "few", "many", "other"}


def test_the_texts_of_a_language_as_lines(run, office):
    told = run("--file", office, "texts", "--language", "nl", "--state", "missing")
    assert (told.out, told.err.strip()[:5]) == ("", "0 von")
    told = run("--file", office, "texts", "--language", "de")
    assert "phrases.letter.closing\t\t" in told.out


def test_files_are_written_and_read_with_a_report(run, office, tmp_path):
    told = run("--file", office, "texts", "--language", "nl", "--write", tmp_path)
    assert [line.rsplit("/", 1)[-1] for line in told.out.splitlines()] == ["nl.toml", "nl.toml"]
    file = tmp_path / "nl.toml"
    text = file.read_text("utf-8")
    closing = next(line for line in text.splitlines() if line.startswith("closing = "))
    subject = next(line for line in text.splitlines() if line.startswith("subject_town = "))
    changed = text.replace(closing, 'closing = "Groetjes"').replace(subject, 'subject_town = "x"')
    file.write_text(changed, "utf-8")
    told = run("--file", office, "texts", "--language", "nl", "--read", file, "--dry-run")
    assert told.code == Exit.FAILED
    assert "1 Text neu oder geändert" in told.out
    assert "„letter.subject_town {town}“ fehlt als Platzhalter" in told.out
    told = run("--file", office, "texts", "--language", "nl", "--read", file, "--by", "Ineke Bos")
    assert "als geprüft vermerkt" in told.err
    told = run("--file", office, "texts", "--language", "nl", "--state", "checked", "--json")
    rows = {row["key"]: row for row in told.json["rows"]}
    assert rows["phrases.letter.closing"]["text"] == "Groetjes"
    assert rows["phrases.letter.closing"]["checked_by"] == "Ineke Bos"
    assert "phrases.letter.subject_town" not in rows


@pytest.mark.parametrize(
    "call",
    [("--read", "a", "--write", "b"), ("--by", "x"), ("--dry-run",), ("--all",)],
)
def test_what_does_not_go_together_is_a_wrong_call(run, office, call):
    told = run("--file", office, "texts", "--language", "nl", *call)
    assert told.code == Exit.WRONG_CALL
    assert "Falscher Aufruf" in told.err


def test_a_language_there_is_none_of_is_refused(run, office):
    told = run("--file", office, "texts", "--language", "zh")
    assert told.code == Exit.FAILED
    assert told.out == ""
