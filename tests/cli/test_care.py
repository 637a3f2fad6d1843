"""Care in the terminal: a household's answer, and who covers all of a need."""

from __future__ import annotations

import pytest

from app.desk import open_desk
from app.grammar import Exit
from app.records.providers import Category
from db.file import open_file
from tests.conftest import ROOT, TODAY
from tests.makers import make_provider
from tests.services.test_care import Family

KITAS = "kitas_schleswig_holstein"
NIGHT = "Mo-Fr 20:45-06:15"


@pytest.fixture
def directory(path):
    """Three places: one for all day, one of which no hours are known, one only for small ones."""
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    for name, hours, low, high, latitude in (
        ("Kita Deich", "Mo-Fr 06:00-18:00; PH off", 36, 83, 53.60),
        ("Kita Siel", "", 36, 83, 53.61),
        ("Krippe Moor", "Mo-Fr 06:00-18:00; PH off", 6, 35, 53.70),
    ):
        make_provider(
            desk,
            organisation=name,
            hours_osm=hours,
            min_age_months=low,
            max_age_months=high,
            latitude=latitude,
            longitude=7.2,
        )
    make_provider(desk, organisation="Schule", category=Category.SCHOOL, hours_osm="24/7")
    desk.close()
    return path


def test_the_kitas_of_a_whole_country_cover_what_they_cover(run, path, shared):
    """Counted by the makers of the data: 62 for the slides' 07:30 to 17:15, 3 for an early shift
    from 6:00 to 14:12 and 1 for a late one to 21:30, with half an hour of way; none at night."""
    kitas = shared(f"{KITAS}/kitas.json")
    mapping = ROOT / "resources" / "mappings" / f"{KITAS}.toml"
    run("--file", path, "import", kitas, "--as", "providers", "--mapping", mapping)
    counts = {
        need: run("--file", path, "care", "--need", *need.split(), "--json").json["count"]
        for need in ("MO-FR 07:30-17:15", "MO-FR 05:30-14:42", "MO-FR 12:45-22:00", NIGHT)
    }
    assert list(counts.values()) == [62, 3, 1, 0]


def test_who_covers_a_need_is_told_nearest_first_and_unknown_is_no_yes(run, directory):
    told = run("--file", directory, "care", "--need", "MO-FR", "07:30-17:15", "--json").json
    assert [row["name"] for row in told["rows"]] == ["Kita Deich", "Krippe Moor"]
    assert (told["count"], told["unknown"]) == (2, 1)
    near = ("--near", "53.69,7.2", "--json")
    told = run("--file", directory, "care", "--need", "Mo-Fr 07:30-17:15", *near).json
    assert [(row["name"], row["km"]) for row in told["rows"]] == [
        ("Krippe Moor", 1.112),
        ("Kita Deich", 10.008),
    ]
    within = ("--near", "53.69,7.2", "--within", "5", "--json")
    told = run("--file", directory, "care", "--need", "Mo-Fr 07:30-17:15", *within).json
    assert ([row["name"] for row in told["rows"]], told["unknown"]) == (["Krippe Moor"], 0)


@pytest.mark.parametrize(
    ("months", "names"), [(40, ["Kita Deich"]), (35, ["Krippe Moor"]), (90, [])]
)
def test_the_age_decides(run, directory, months, names):
    call = ("care", "--need", "Mo-Fr 07:30-17:15", "--age-months", months, "--json")
    assert [row["name"] for row in run("--file", directory, *call).json["rows"]] == names


def test_german_weekdays_are_understood_and_nonsense_is_told(run, directory):
    told = run("--file", directory, "care", "--need", "Di, Do", "08:00-12:00")
    assert told.out.splitlines() == ["1\tKita Deich\t", "3\tKrippe Moor\t"]
    assert "2 decken den Bedarf ganz." in told.err
    assert "1 weitere vielleicht" in told.err
    bad = run("--file", directory, "care", "--need", "immer wenn Spätdienst ist")
    assert bad.code == Exit.FAILED
    assert "Beispiel: Mo-Fr 07:30-17:15" in bad.err


@pytest.mark.parametrize(
    "call",
    [
        ("care", "1", "--near", "53.6,7.2"),
        ("care", "--need", "Mo-Fr 07:30-17:15", "--within", "5"),
    ],
)
def test_what_does_not_belong_together_is_a_wrong_call(run, directory, call):
    assert run("--file", directory, *call).code == Exit.WRONG_CALL


@pytest.mark.parametrize(
    "call",
    [
        ("care",),
        ("care", "1", "--need", "Mo 8-12"),
        ("care", "--need", "Mo 8-12", "--near", "nirgends"),
        ("care", "--need", "Mo 8-12", "--near", "91,7"),
        ("care", "--need", "Mo 8-12", "--near", "53,7", "--within", "-3"),
    ],
)
def test_an_impossible_call_ends_with_two(run, call):
    with pytest.raises(SystemExit) as ended:
        run(*call)
    assert ended.value.code == Exit.WRONG_CALL


def test_the_answer_of_a_household_is_told(run, path):
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    family = Family(desk)
    desk.close()
    told = run("--file", path, "care", family.case, "--first", "2027-03-01")
    assert "38 h 20 von 42 h 05 gedeckt; offen: Di und Do früh je 80 min" in told.out
    assert "Rechenhilfe, keine Platzzusage." in told.out
    facts = run("--file", path, "care", family.case, "--first", "2027-03-01", "--json").json
    (child,) = facts["persons"]
    best = child["answers"][0]
    assert next(helper["name"] for helper in best["helpers"]) == "Kita Deichspatzen"
    assert sum(day["needed"] for day in best["days"][:7]) == 42 * 60 + 5
    assert best["open"] == best["needed"] - best["covered"]


def test_a_case_that_is_not_there_is_refused(run, path):
    assert run("--file", path, "care", 99).code == Exit.FAILED
