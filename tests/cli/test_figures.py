"""Figures in the terminal: as JSON with their definitions, in lines, into files."""

from __future__ import annotations

import json

import pytest

from app.desk import open_desk
from app.grammar import Exit
from app.records.cases import Channel, ContactDraft, Counterpart
from db.file import open_file
from tests.conftest import ROOT, TODAY


def test_a_year_as_json_has_each_definition_beside_its_numbers(run, office, tmp_path):
    csv, xlsx = tmp_path / "z.csv", tmp_path / "z.xlsx"
    told = run("--file", office, "figures", "--year", 2026, "--csv", csv, "--xlsx", xlsx, "--json")
    assert told.code == Exit.DONE
    facts = json.loads(told.out)
    assert facts["period"] == {"first": "2026-01-01", "last": "2026-12-31"}
    (kinds,) = [each for each in facts["figures"] if each["figure"] == "consultations"]
    assert (kinds["version"], kinds["since"], kinds["unit"]) == (2, "2026-01-01", "consultations")
    assert "am selben Tag" in kinds["definition"]
    (stages,) = [each for each in facts["figures"] if each["figure"] == "stage_days"]
    assert "total" not in stages
    assert csv.stat().st_size > 0
    assert xlsx.stat().st_size > 0


def test_a_quarter_in_lines(run, office):
    told = run("--file", office, "figures", "--year", 2026, "--quarter", 4)
    assert told.code == Exit.DONE
    assert "consultations\talle\t0" in told.out


def test_a_sum_that_is_not_told_is_locked_and_not_called_small(run, office):
    desk = open_desk(open_file(office), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    desk.candidates.note_contact(
        1, ContactDraft(TODAY, Channel.PHONE, Counterpart.FAMILY, "", "Frage")
    )
    desk.close()
    told = run("--file", office, "figures", "--year", 2026)
    assert "households\talle\tgesperrt\n" in told.out
    assert "alle\t<" not in told.out


def test_a_year_says_whether_it_is_safe_beside_its_quarters(run, office):
    joint = run("--file", office, "figures", "--year", 2026)
    assert "Jahre und Quartale sind gemeinsam geschützt" in joint.err
    alone = run("--file", office, "figures", "--year", 2026, "--alone")
    assert "mit seinem Vergleich allein" in alone.err
    told = run("--file", office, "figures", "--year", 2026, "--alone", "--json")
    assert json.loads(told.out)["is_joint"] is False


def test_a_year_without_cases_is_told(run, office):
    told = run("--file", office, "figures", "--from", "2020-01-01", "--to", "2020-06-30")
    assert told.code == Exit.DONE
    assert told.out == ""
    assert "Das ist keine Null" in told.err


@pytest.mark.parametrize(
    "period",
    [
        (),
        ("--from", "2026-01-01"),
        ("--year", 2026, "--to", "2026-12-31"),
        ("--from", "2026-01-01", "--to", "2026-12-31", "--quarter", 1),
        ("--from", "2026-01-01", "--to", "2026-12-31", "--alone"),
        ("--year", 2026, "--quarter", 1, "--alone"),
    ],
)
def test_a_period_told_in_part_or_twice_is_a_wrong_call(run, office, period):
    told = run("--file", office, "figures", *period)
    assert told.code == Exit.WRONG_CALL
    assert "--year" in told.err
