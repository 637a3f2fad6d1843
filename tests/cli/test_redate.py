"""Moving a date in the terminal: seen first, done with --apply."""

from __future__ import annotations

from datetime import date

import pytest

from app.desk import open_desk
from app.rules.calendar import Day
from app.rules.terms import AnchorKind
from db.file import open_file
from tests.cli.terminal import history
from tests.conftest import ROOT, TODAY
from tests.makers import with_dates


@pytest.fixture
def dated(office):
    desk = open_desk(open_file(office), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    with_dates(desk, 1)
    desk.close()
    return office


def anchors(path):
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Prüfung")
    found = desk.candidates.case(1).anchors
    desk.close()
    return found


def test_a_preview_is_printed_and_nothing_moves(run, dated):
    told = run("--file", dated, "redate", 1, "work_start", "2027-04-12", "--json")
    assert (told.code, told.err) == (0, "")
    assert told.json["applied"] is False
    assert told.json["changes"] == [
        {"kind": "work_start", "old": "2027-03-01", "new": "2027-04-12"}
    ]
    assert {each["kind"] for each in told.json["together"]} == {"entry", "move_in"}
    access = next(each for each in told.json["moved"] if each["template"] == "m_it_zugaenge")
    assert (access["old"], access["new"]) == ("2027-02-15", "2027-03-25")
    assert (access["unshifted"], access["holiday"]) == ("2027-03-29", "Ostermontag")
    assert anchors(dated)[AnchorKind.WORK_START] == Day(date(2027, 3, 1))


def test_with_apply_the_date_moves_with_its_reason_and_is_told(run, dated):
    told = run(
        "--file", dated, "redate", 1, "work_start", "2027-04-12",
        "--apply", "--reason", "Visum", "--json",
    )  # fmt: skip
    assert told.code == 0
    assert told.json["applied"] is True
    moved = len(told.json["moved"])
    assert told.err == f"Arbeitsbeginn verschoben, {moved} Termine sind mitgewandert.\n"
    assert anchors(dated)[AnchorKind.WORK_START] == Day(date(2027, 4, 12))
    assert ("anchors_moved", "Imke Okken") in history(dated)


def test_what_belongs_together_moves_along_when_asked(run, dated):
    run("--file", dated, "redate", 1, "work_start", "2027-04-12", "--together", "--apply")
    found = anchors(dated)
    assert found[AnchorKind.ENTRY] == Day(date(2027, 3, 27))
    assert found[AnchorKind.MOVE_IN] == Day(date(2027, 3, 29))


def test_without_json_it_says_so_in_words(run, dated):
    told = run("--file", dated, "redate", 1, "work_start", "2027-04-12")
    lines = told.out.splitlines()
    assert lines[0] == "Der Arbeitsbeginn rückt sechs Wochen nach hinten."
    assert any(
        line.startswith("Mo 15.02.2027 → Do 25.03.2027 | Zugänge einrichten")
        and line.endswith("| Mo 29.03. ist Ostermontag")
        for line in lines
    )
    assert any(line.startswith("! Einzug") for line in lines)


def test_a_month_is_enough(run, dated):
    told = run("--file", dated, "redate", 1, "work_start", "2027-05", "--json")
    assert told.json["changes"][0]["new"] == "2027-05"


@pytest.mark.parametrize("typed", ["2027-13-01", "morgen", "2027", "01.03.2027", "٢٠٢٧-٠٣"])
def test_what_is_no_date_is_a_wrong_call(run, dated, typed, capsys):
    with pytest.raises(SystemExit) as ended:
        run("--file", dated, "redate", 1, "work_start", typed)
    assert ended.value.code == 2
    assert "ist kein Datum. Beispiel: 2027-03-01" in capsys.readouterr().err


def test_an_unknown_anchor_is_a_wrong_call(run, dated):
    with pytest.raises(SystemExit) as ended:
        run("--file", dated, "redate", 1, "workstart", "2027-04-12")
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((4711, "work_start", "2027-04-12"), "Diesen Fall gibt es nicht mehr."),
        ((1, "work_start", "2027-03-01", "--apply"), "Dieses Datum steht schon so im Fall."),
        ((1, "work_start", "0226-03-01"), "Bitte ein Datum"),
    ],
)
def test_what_cannot_be_moved_is_refused_in_german(run, dated, arguments, said):
    told = run("--file", dated, "redate", *arguments)
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith(said)


def test_looking_at_a_preview_is_recorded_as_a_view(run, dated):
    run("--file", dated, "redate", 1, "work_start", "2027-04-12")
    assert ("case_viewed", "Imke Okken") in history(dated)
