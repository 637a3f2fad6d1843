"""Lists and records in the terminal: facts on stdout, every look at a case recorded."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.desk import open_desk
from app.records.directory import Beside
from db.file import open_file
from tests.cli.terminal import MAPPING, history
from tests.conftest import ROOT, TODAY
from tests.services.test_beside import WHOLE


def test_a_list_prints_its_whole_count_and_the_rows_wanted(run, office):
    whole = run("--file", office, "list", "cases", "--json")
    assert (whole.code, whole.json["count"], whole.err) == (0, 2, "")
    assert [row["id"] for row in whole.json["rows"]] == [1, 2]
    for limit, rows in ((0, 0), (1, 1), (9, 2)):
        page = run("--file", office, "list", "cases", "--limit", limit, "--json").json
        assert (page["count"], len(page["rows"])) == (2, rows)


def test_a_list_of_providers_is_searched(run, office):
    found = run("--file", office, "list", "providers", "--search", "deichkinder nord", "--json")
    assert found.json["count"] == 1
    assert found.json["rows"][0]["name"] == "Kita Deichkinder"
    none = run("--file", office, "list", "providers", "--search", "Emden", "--json")
    assert (none.code, none.json) == (0, {"count": 0, "rows": []})


def test_a_list_for_the_eye_says_how_many_on_stderr(run, office):
    found = run("--file", office, "list", "cases", "--limit", "1")
    assert found.out.startswith("1\tBen Amor, Amira\t")
    assert len(found.out.splitlines()) == 1
    assert found.err == "1 von 2\n"


def test_a_long_list_is_printed_whole(run, path, tmp_path):
    rows = [{"id": str(number), "name": f"Verein {number:04}"} for number in range(1_203)]
    (tmp_path / "lang.json").write_text(json.dumps(rows), encoding="utf-8")
    (tmp_path / "m.toml").write_text(MAPPING, encoding="utf-8")
    taken = run(
        *("--file", path, "import", tmp_path / "lang.json"),
        *("--as", "providers", "--mapping", tmp_path / "m.toml", "--json"),
    )
    assert taken.json["added"] == 1_203
    found = run("--file", path, "list", "providers", "--json").json
    assert found["count"] == len(found["rows"]) == 1_203
    assert found["rows"][-1]["name"] == "Verein 1202"


def test_showing_a_case_is_recorded_with_who_looked(run, office):
    shown = run("--file", office, "show", "case", 1, "--json")
    assert (shown.code, shown.err) == (0, "")
    assert shown.json["id"] == 1
    assert [person["name"] for person in shown.json["people"]] == [
        "Amira Ben Amor",
        "Yasmin Ben Amor",
    ]
    assert shown.json["people"][0]["birth"] == "1994-03-08"
    assert history(office)[0] == ("case_viewed", "Imke Okken")


def test_showing_for_the_eye_prints_the_same_facts(run, office):
    shown = run("--file", office, "show", "case", 1)
    assert "Amira Ben Amor" in shown.out
    assert "26506" in shown.out
    provider = run("--file", office, "show", "provider", 1)
    assert "Kita Deichkinder" in provider.out


@pytest.mark.parametrize("kind", ["case", "provider"])
@pytest.mark.parametrize("number", [99, 2**63 - 1])
def test_showing_what_is_not_there_is_refused(run, office, kind, number):
    shown = run("--file", office, "show", kind, number, "--json")
    assert (shown.code, shown.out) == (1, "")
    assert "nicht" in shown.err
    assert "Traceback" not in shown.err


def test_a_provider_is_told_with_sites_costs_contacts_and_closures(run, path):
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    key = int(desk.providers.add(replace(WHOLE, free_places=0)).facts["id"])
    desk.providers.add_beside(key, replace(WHOLE, service="Krippe"), Beside.SERVICE)
    desk.close()
    told = run("--file", path, "show", "provider", key).out
    for line in (
        "free_places: 0",
        "free_as_of: 2026-11-09",
        "closed_because: Weihnachtsferien",
        "cents: 6500",
        "area: Anmeldung",
        "service: Krippe",
        "public_note: Eingang im Hof",
    ):
        assert line in told, line
    facts = run("--file", path, "show", "provider", key, "--json").json
    assert facts["siblings"][0]["same_place"] is True
    assert facts["used_by"] == []
    listed = run("--file", path, "list", "providers").out.splitlines()[0].split("\t")
    assert "0" in listed  # no free place is not an unknown number
