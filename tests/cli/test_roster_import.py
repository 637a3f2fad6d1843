"""A person's roster in the terminal: what was taken, what was left out, what is refused."""

from __future__ import annotations

import pytest

from app.desk import open_desk
from db.file import open_file
from tests.conftest import ROOT, TODAY

PLAN = (
    "Datum;von;bis\n01.03.2027;06:00;14:12\n01.03.2027;10:00;18:00\n02.03.2027;06:00;36:00\n"
    "03.03.2027;20:45;6.15\n03.03.2033;6;14\n31.02.2027;6;14\n"
)


@pytest.fixture
def plan(tmp_path):
    file = tmp_path / "plan.csv"
    file.write_text(PLAN, encoding="utf-8")
    return file


def kept(path):
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Prüfung")
    found = desk.rosters.board(1).parents[0].rosters
    desk.close()
    return found


def test_duties_are_printed_and_each_place_that_is_wrong_is_named(run, office, plan):
    taken = run("--file", office, "import", plan, "--as", "roster", "--person", "1")
    assert taken.code == 0
    assert taken.out.splitlines() == [
        "Amira: 3 Dienste vom 01.03.2027 bis 03.03.2033 (Liste, eine Zeile je Dienst).",
        "Mo 01.03.2027, 06:00–14:12",
        "Mi 03.03.2027, 20:45–06:15",
        "Do 03.03.2033, 06:00–14:00",
    ]
    told = taken.err.splitlines()
    assert told[0] == (
        "Zeile 3, Spalte B: „10:00–18:00“ überschneidet sich mit „06:00–14:12“ (Zeile 2, Spalte B) "
        "und wurde nicht übernommen."
    )
    assert told[1].startswith("Zeile 4, Spalte B: „06:00–36:00“ dauert länger als 24 Stunden")
    assert told[2].startswith("Zeile 6, Spalte A: „03.03.2033“ liegt nach den letzten bekannten")
    assert told[3].startswith("Zeile 7, Spalte A: „31.02.2027“ ist kein Datum")
    assert told[4].startswith("An 2 Tagen fehlt ein Dienst")
    (roster,) = kept(office)
    assert (len(roster.draft.roster.duties), roster.draft.source) == (3, "plan.csv")


def test_a_dry_run_says_the_same_and_keeps_nothing(run, office, plan):
    tried = run("--file", office, "import", plan, "--as", "roster", "--person", "1", "--dry-run")
    assert tried.code == 0
    assert tried.out.startswith("Probelauf, nichts geschrieben: Amira: 3 Dienste")
    assert kept(office) == ()


def test_as_json(run, office, plan):
    call = ("--file", office, "import", plan, "--as", "roster", "--person", "1", "--json")
    facts = run(*call).json
    assert (facts["person"], facts["source"], facts["weeks"]) == (1, "plan.csv", 0)
    assert facts["duties"][1] == {
        "on": "2027-03-03",
        "start": "20:45",
        "end": "30:15",
        "label": "",
        "kind": "night",
    }
    assert facts["lost"] == ["2027-03-01", "2027-03-02"]
    first = facts["notes"][0]
    assert (first["code"], first["place"]["row"], first["met"]["row"], first["taken"]) == (
        *("at_once", 3, 2),
        False,
    )
    again = run(*call)
    assert again.json["replaces"] is not None
    assert "Ersetzt den Dienstplan" in again.err
    assert len(kept(office)) == 1


def test_a_rotation_from_a_monday(run, office, tmp_path):
    file = tmp_path / "rotation.csv"
    file.write_text(";Mo;Di;Mi;Do;Fr\nWoche 1;6-14\nWoche 2;;13-21\n", encoding="utf-8")
    call = ("--file", office, "import", file, "--as", "roster", "--person", "1", "--first")
    taken = run(*call, "2027-03-01", "--json")
    assert (taken.json["first"], taken.json["last"], taken.json["weeks"]) == ("2027-03-01", None, 2)
    assert [(duty["week"], duty["weekday"]) for duty in taken.json["duties"]] == [(0, 0), (1, 1)]
    told = run(*call, "2027-03-01", "--dry-run").out.splitlines()
    assert told[0].endswith(
        "2 Dienste in 2 Wochen, die sich ab 01.03.2027 wiederholen "
        "(Plan mit einer Spalte je Wochentag)."
    )
    assert told[2] == "Woche 2, Di, 13:00–21:00"
    refused = run(*call, "2027-03-02")
    assert (refused.code, refused.out) == (1, "")
    assert "Montag" in refused.err


@pytest.mark.parametrize(
    ("text", "person", "said"),
    [
        ("Hallo;Welt\n", "1", "kein Dienst"),
        ("Name;Datum;von;bis\nA;1.3.2027;6;14\nB;1.3.2027;6;14\n", "1", "Gefunden: „A“, „B“."),
        (PLAN, "2", "Fachkraft"),
        (PLAN, "99", "Haushalt"),
        ('{"a": 1}', "1", "Kalender (ICS)"),
        (None, "1", "nicht"),
    ],
    ids=["nothing", "others", "child", "nobody", "json", "no file"],
)
def test_what_is_refused_changes_nothing(run, office, plan, text, person, said):
    plan.unlink()
    if text is not None:
        plan.write_text(text, encoding="utf-8")
    before = office.read_bytes()
    refused = run("--file", office, "import", plan, "--as", "roster", "--person", person)
    assert (refused.code, refused.out) == (1, "")
    assert said in refused.err
    assert "Traceback" not in refused.err
    assert office.read_bytes() == before


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--as", "roster"), "--person"),
        (("--as", "roster", "--person", "1", "--mapping", "m.toml"), "--mapping"),
        (("--as", "roster", "--person", "1", "--sheet", "März"), "--sheet"),
        (("--as", "providers", "--person", "1"), "--person"),
        (("--as", "providers", "--first", "2027-03-01"), "--first"),
    ],
)
def test_options_that_do_not_go_together_are_a_wrong_call(run, office, plan, more, said):
    wrong = run("--file", office, "import", plan, *more)
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err.startswith("Falscher Aufruf:")
    assert said in wrong.err
    assert kept(office) == ()


def test_a_file_that_is_not_there_is_not_made_for_a_roster(run, tmp_path, plan):
    missing = tmp_path / "neu.hafen"
    refused = run("--file", missing, "import", plan, "--as", "roster", "--person", "1")
    assert refused.code == 1
    assert not missing.exists()


def test_a_file_open_elsewhere_is_read_for_a_dry_run_only(run, held, plan):
    call = ("--file", held, "import", plan, "--as", "roster", "--person", "1")
    assert run(*call).code == 1
    assert run(*call, "--dry-run").code == 0
