"""Other people's PDFs in the terminal: taken in with what was found, listed, refused in German."""

from __future__ import annotations

import json

from app.grammar import Exit
from tests.folder import brochure_makers as makers


def test_a_brochure_is_taken_in_and_listed(run, office, tmp_path):
    path = tmp_path / "heft.pdf"
    path.write_bytes(makers.locked(user="Siel"))
    call = ("--file", office, "brochure", "add", path, "--title", "Deiche")
    told = run(*call)
    assert told.code == Exit.FAILED
    assert "Kennwort" in told.err
    told = run(*call, "--password", "Siel")
    assert (told.code, "beschreiben" in told.err) == (Exit.FAILED, True)
    described = ("--alt", "Ein Heft über Deiche", "--language", "de")
    told = run(*call, "--password", "Siel", *described)
    assert told.code == Exit.DONE
    assert "nicht barrierefrei" in told.err
    assert "Broschüre „Deiche“ aufgenommen." in told.err
    number = told.out.strip()
    told = run("--file", office, "brochures", "--json")
    facts = json.loads(told.out)
    assert facts["count"] == 1
    assert facts["rows"][0]["id"] == int(number)
    assert facts["rows"][0]["treatment"] == "figure"
    assert "Deiche\tde\t2 S." in run("--file", office, "brochures").out


def test_what_cannot_be_read_is_refused_in_german(run, office, tmp_path):
    path = tmp_path / "heft.pdf"
    told = run("--file", office, "brochure", "add", path, "--title", "Deiche")
    assert told.code == Exit.FAILED
    with path.open("wb") as file:
        file.truncate(60_000_000)
    told = run("--file", office, "brochure", "add", path, "--title", "Deiche")
    assert (told.code, told.out) == (Exit.FAILED, "")
    assert "Die Datei ist mit 60 MB zu groß. Es gehen höchstens 40 MB." in told.err
