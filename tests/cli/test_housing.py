"""Homes of a case in the terminal: as JSON and in words."""

from __future__ import annotations

import json

import pytest

from app.desk import open_desk
from app.grammar import Exit
from app.records.housing import InterestDraft, InterestState, OfferDraft, WishDraft
from db.file import open_file
from tests.conftest import ROOT, TODAY
from tests.makers import make_case


@pytest.fixture
def case(path):
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    found = make_case(desk)
    desk.housing.keep_wish(found, WishDraft(half_rooms=6, rent_cents=80_000))
    home = OfferDraft("Am Deich", town="Norden", half_rooms=6, cold_cents=70_000, extra_cents=0)
    desk.housing.add(home)
    siel = OfferDraft("Am Siel", town="Norden", half_rooms=4)
    key = int(desk.housing.add(siel).facts["id"])
    desk.viewings.note(found, key, InterestDraft(InterestState.VIEWING, TODAY, 600))
    desk.close()
    return found


def test_homes_as_json(run, path, case):
    told = run("--file", path, "housing", case, "--json")
    assert told.code == Exit.DONE
    facts = json.loads(told.out)
    (home,) = facts["homes"]
    rent = next(each for each in home["points"] if each["criterion"] == "rent")
    assert (rent["verdict"], rent["has"], rent["wants"]) == ("unknown", 70_000, 80_000)
    assert rent["missing"] == home["rent_missing"] == ["heating"]
    (interest,) = facts["interests"]
    assert (interest["state"], interest["viewing_at"]) == ("viewing", 600)
    assert (facts["fitting"], facts["has_wish"]) == (1, True)


def test_homes_in_words(run, path, case):
    told = run("--file", path, "housing", case).out
    assert "Besichtigung Mo 23.11.2026, 10:00 Uhr" in told
    assert "? 700 €, Heizkosten nicht bekannt, höchstens 800 € warm" in told
    assert "✓ 3 Zimmer, gewünscht 3 Zimmer" in told


def test_a_case_that_is_not_there_is_told(run, path):
    told = run("--file", path, "housing", 7)
    assert told.code == Exit.FAILED
    assert "Diesen Fall gibt es nicht" in told.err
