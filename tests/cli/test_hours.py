"""Opening hours in the terminal: the proposal, its doubts, the minutes of days."""

from __future__ import annotations

import pytest

from tests.cli.terminal import program

KITA = "Mo–Fr 7.30–16 Uhr, Fr nur bis 14 Uhr, an Feiertagen und in den Sommerferien zu"


def test_the_proposal_is_printed_with_its_doubts(run):
    told = run("hours", KITA)
    assert (told.code, told.err) == (0, "")
    assert told.out.splitlines() == [
        "Mo-Th 07:30-16:00; Fr 07:30-14:00; PH off",
        "Verstanden als: Mo–Do 7:30–16 Uhr; Fr 7:30–14 Uhr; an Feiertagen geschlossen",
        "„in den Sommerferien zu“: Von wann bis wann das ist, sagt der Text nicht.",
    ]


def test_days_are_read_with_the_holidays_of_lower_saxony(run):
    told = run("hours", KITA, "--from", "2025-10-29", "--to", "2025-11-07")
    days = told.out.splitlines()[-10:]
    assert days[0] == "Mi 29.10.2025: 7:30–16 Uhr"
    assert days[2] == "Fr 31.10.2025: geschlossen"  # Reformation Day
    assert days[-1] == "Fr 07.11.2025: 7:30–14 Uhr"


def test_a_day_alone_is_a_day(run):
    told = run("hours", "Mo 8-12 Uhr", "--from", "2026-11-23", "--to", "2026-11-23")
    assert told.out.splitlines()[-1] == "Mo 23.11.2026: 8–12 Uhr"


def test_as_json_everything_is_a_fact(run):
    told = run("hours", KITA, "--from", "2026-11-26", "--to", "2026-11-27", "--json").json
    assert told["osm"] == "Mo-Th 07:30-16:00; Fr 07:30-14:00; PH off"
    assert told["sure"] is False
    assert told["understood"].startswith("Mo–Do 7:30–16 Uhr")
    (doubt,) = told["doubts"]
    assert (doubt["code"], KITA[doubt["start"] : doubt["end"]]) == ("season_unknown", doubt["text"])
    assert doubt["why"].startswith("„in den Sommerferien zu“")
    assert [day["on"] for day in told["days"]] == ["2026-11-26", "2026-11-27"]
    assert told["days"][1]["slots"] == [{"start": 450, "end": 840, "sure": True, "comment": ""}]


def test_a_value_is_taken_as_it_is(run):
    assert run("hours", "Mo-Fr 08:00-12:00; PH off", "--json").json["sure"] is True


def test_without_a_proposal_it_fails_and_says_so(run):
    told = run("hours", "0,0,0,0,0")
    assert told.code == 1
    assert told.out.splitlines() == [
        "Aus diesem Text ließ sich nichts vorschlagen.",
        "„0,0,0,0,0“: Nicht verstanden und im Vorschlag nicht enthalten.",
    ]
    assert run("hours", "bald", "--from", "2026-11-26", "--to", "2026-11-27", "--json").code == 1


@pytest.mark.parametrize(
    "days",
    [
        ("--from", "2026-11-26"),
        ("--to", "2026-11-26"),
        ("--from", "2026-11-27", "--to", "2026-11-26"),
        ("--from", "2026-01-01", "--to", "2027-01-02"),
    ],
)
def test_days_that_make_no_stretch_are_a_wrong_call(run, days):
    told = run("hours", "Mo 8-12", *days)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("Falscher Aufruf: ")


@pytest.mark.parametrize("typed", ["2026-13-01", "morgen", "2026-11", "0001-01-01", "2026-02-30"])
def test_what_is_no_date_is_a_wrong_call(run, typed, capsys):
    with pytest.raises(SystemExit) as ended:
        run("hours", "Mo 8-12", "--from", typed, "--to", "2026-11-27")
    assert ended.value.code == 2
    assert f"„{typed}“ ist kein Datum" in capsys.readouterr().err


def test_it_needs_no_data_file(tmp_path):
    told = program("--file", tmp_path / "keine.hafen", "hours", "Mo 8-12 Uhr")
    assert (told.code, told.out.splitlines()[0]) == (0, "Mo 08:00-12:00")
    assert not (tmp_path / "keine.hafen").exists()
