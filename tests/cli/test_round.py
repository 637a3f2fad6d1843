"""The verification round in the terminal: who is due, the letters, what is noted and what not."""

from __future__ import annotations

import pypdfium2
import pytest

from app.desk import open_desk
from app.records.providers import Category
from db.file import open_file
from tests.conftest import ROOT, TODAY
from tests.makers import make_provider


@pytest.fixture
def directory(path):
    """A kita and an office that nobody checked, a school checked today."""
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    make_provider(desk, organisation="Kita Siel", street="Am Siel 1")
    make_provider(desk, organisation="Amt", category=Category.AUTHORITY, postcode="", town="")
    desk.providers.confirm_checked(make_provider(desk, organisation="Schule"))
    desk.close()
    return path


def test_who_is_due_is_listed_with_facts_and_nothing_is_written(run, directory):
    listed = run("--file", directory, "round", "--json")
    assert listed.code == 0
    found = listed.json
    assert (found["count"], found["entries"], found["letters"]) == (2, 2, None)
    assert [row["name"] for row in found["rows"]] == ["Amt", "Kita Siel"]
    assert [row["has_address"] for row in found["rows"]] == [False, True]
    assert found["rows"][1]["providers"][0]["category"] == "kita"
    plain = run("--file", directory, "round", "--category", "kita")
    assert plain.out.split("\t")[1] == "Kita Siel"
    assert plain.err == "1 von 1 Einrichtungen\n"
    assert run("--file", directory, "round", "--due", "stale", "--json").json["count"] == 0


def test_letters_are_written_and_noted_once(run, directory, tmp_path):
    out = tmp_path / "briefe.pdf"
    made = run("--file", directory, "round", "--letters", out, "--json")
    assert made.json["letters"] == {
        "path": str(out),
        "letters": 2,
        "pages": 2,
        "without_address": ["Amt"],
        "recorded": True,
    }
    assert "Ohne Anschrift: Amt" in made.err
    with pypdfium2.PdfDocument(out) as pdf:
        assert len(pdf) == 2
    assert run("--file", directory, "round", "--unasked", "--json").json["count"] == 0
    again = run("--file", directory, "round", "--unasked", "--letters", tmp_path / "nichts.pdf")
    assert (again.code, again.err) == (1, "Zurzeit ist kein Anbieter zur Prüfung fällig.\n")
    assert not (tmp_path / "nichts.pdf").exists()


def test_a_limit_cuts_the_letters(run, directory, tmp_path):
    out = tmp_path / "briefe.pdf"
    made = run("--file", directory, "round", "--limit", 1, "--letters", out)
    assert made.code == 0
    assert "1 Brief auf 1 Seite" in made.err
    assert "1 von 2 Einrichtungen" in made.err


def test_beside_another_writer_letters_are_made_and_nobody_is_noted(run, held, tmp_path):
    made = run("--file", held, "round", "--letters", tmp_path / "briefe.pdf", "--json")
    assert made.json["letters"]["recorded"] is False
    assert "nicht vermerkt" in made.err


def test_an_unknown_category_is_a_wrong_call(run, directory, capsys):
    with pytest.raises(SystemExit) as ended:
        run("--file", directory, "round", "--category", "museum")
    assert ended.value.code == 2
    assert "Falscher Aufruf" in capsys.readouterr().err
