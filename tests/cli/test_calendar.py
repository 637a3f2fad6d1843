"""Calendar files from the terminal: written, counted, refused where there is nothing to write."""

from __future__ import annotations

import pytest
from icalendar import Calendar

from app.desk import open_desk
from app.records.office import AdvisorDraft
from db.file import open_file
from tests.cli.terminal import history, program
from tests.conftest import ROOT, TODAY
from tests.makers import make_case, with_dates


@pytest.fixture
def dated(path):
    """A file with one advisor and two cases of theirs, the first with dates."""
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    advisor = int(desk.office.add_advisor(AdvisorDraft("Tomke", "Harms")).facts["id"])
    with_dates(desk, make_case(desk, children=1, advisor=advisor))
    make_case(desk, advisor=advisor)
    desk.close()
    return path


def parts(path, kind):
    return Calendar.from_ical(path.read_bytes()).walk(kind)


def test_a_case_is_written_in_both_forms_recorded_and_says_where(run, dated, tmp_path):
    out = tmp_path / "fall.ics"
    made = run("--file", dated, "calendar", 1, "--out", out)
    assert (made.code, made.out) == (0, f"{out}\n")
    assert made.err.startswith("Nicht in der Datei: ")
    assert "ohne Datum" in made.err
    assert len(parts(out, "VTODO")) == len(parts(out, "VEVENT")) > 20
    assert history(dated)[0] == ("calendar_exported", "Imke Okken")


@pytest.mark.parametrize(("form", "todos"), [("todos", True), ("events", False)])
def test_one_form_alone_and_the_numbers_as_json(run, dated, tmp_path, form, todos):
    out = tmp_path / "fall.ics"
    made = run("--file", dated, "calendar", 1, "--role", "hr", "--as", form, "--out", out, "--json")
    assert made.json["count"] == len(parts(out, "VTODO" if todos else "VEVENT"))
    assert made.json["cancelled"] == 0
    assert made.json["recorded"] is True
    assert set(made.json["left_out"]) <= {"no_date", "only_month", "unclear", "hint", "unproven"}
    assert not parts(out, "VEVENT" if todos else "VTODO")
    assert b"Ben Amor" not in out.read_bytes()


def test_a_role_and_an_advisor_have_a_file_over_all_cases(run, dated, tmp_path):
    one, all_ = tmp_path / "einer.ics", tmp_path / "alle.ics"
    assert run("--file", dated, "calendar", "--advisor", 1, "--out", one).code == 0
    assert run("--file", dated, "calendar", "--role", "person", "--out", all_).code == 0
    assert len(parts(one, "VTODO")) > len(parts(all_, "VTODO")) > 5
    assert Calendar.from_ical(one.read_bytes())["NAME"] == "Heimathafen: Tomke Harms"


def test_what_cannot_be_written_is_refused_in_words(run, dated, tmp_path):
    out = tmp_path / "kalender.ics"
    for arguments, said in (
        (["2", "--role", "tourism", "--out", out], "keinen offenen Schritt mit einem Tag"),
        (["9", "--out", out], "Fall gibt es nicht"),
        (["--advisor", "9", "--out", out], "Berater*in gibt es nicht"),
        (["1", "--out", tmp_path / "fehlt" / "kalender.ics"], "lässt sich nicht schreiben"),
        (["1", "--out", dated], "gibt es schon"),
    ):
        refused = run("--file", dated, "calendar", *arguments)
        assert (refused.code, refused.out) == (1, "")
        assert said in refused.err
    assert not out.exists()


def test_a_call_that_does_not_say_whose_steps_is_wrong(run, dated, tmp_path):
    for arguments in ([], ["--advisor", "1", "--role", "hr"]):
        wrong = run("--file", dated, "calendar", *arguments, "--out", tmp_path / "k.ics")
        assert (wrong.code, wrong.out) == (2, "")
        assert wrong.err.startswith("Falscher Aufruf: ")
    both = program("--file", dated, "calendar", "1", "--advisor", "1", "--out", tmp_path / "k.ics")
    assert both.code == 2
    assert not (tmp_path / "k.ics").exists()


def test_beside_another_writer_it_says_that_nothing_was_noted(run, held, tmp_path):
    out = tmp_path / "k.ics"
    made = run("--file", held, "calendar", 1, "--out", out, "--json")
    assert made.json["recorded"] is False
    assert made.json["count"] == len(parts(out, "VTODO")) > 0
    assert "nicht vermerkt" in made.err
