"""The ways a move is paid back, as shipped, and what is said of a broken file."""

from __future__ import annotations

from app.content.faults import Problem
from app.content.refunds import FILE, faults_of_refunds, refund_rules
from app.rules.refunds import Ask, Way
from tests.conftest import ROOT

RESOURCES = ROOT / "resources"
GOOD = """[[way]]
way = "agency"
ask = "before"
need = "unemployed"
kinds = ["travel"]
papers = ["quotes"]
basis = "§ 44 SGB III"
source = "Gesetz"
grade = "G"
stand = 2026-08-19
"""


def written(folder, text):
    path = folder / FILE
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return folder


def test_every_way_is_shipped_with_ground_stand_and_grade():
    assert faults_of_refunds(RESOURCES) == ()
    rules = {each.way: each for each in refund_rules(RESOURCES)}
    assert set(rules) == set(Way)
    assert all(each.basis and each.source and each.grade in "GSA" for each in rules.values())
    assert "§ 324 Abs. 1 SGB III" in rules[Way.AGENCY].basis
    assert rules[Way.EURES].workdays == 20
    assert [each for each in Way if rules[each].ask is Ask.TAX_RETURN] == [Way.TAX]


def test_a_broken_way_is_left_out_and_named_by_line_and_key(tmp_path):
    bad = GOOD.replace("agency", "eures").replace('"unemployed"', '"unemployd"')
    folder = written(tmp_path, GOOD + "\n" + bad)
    assert [each.way for each in refund_rules(folder)] == [Way.AGENCY]
    (fault,) = faults_of_refunds(folder)
    assert (fault.line, fault.key, fault.problem) == (15, "unemployd", Problem.UNKNOWN_VALUE)
    assert fault.nearest == "unemployed"


def test_a_way_without_stand_or_with_a_strange_grade_and_one_named_twice(tmp_path):
    bad = GOOD.replace('"G"', '"Z"').replace("stand = 2026-08-19\n", "")
    found = faults_of_refunds(written(tmp_path, GOOD + "\n" + GOOD + "\n" + bad))
    assert {each.problem for each in found} == {
        Problem.DUPLICATE_ID,
        Problem.UNKNOWN_VALUE,
        Problem.KEY_MISSING,
    }


def test_without_the_file_nothing_is_possible_and_it_is_told(tmp_path):
    assert refund_rules(tmp_path) == ()
    (fault,) = faults_of_refunds(tmp_path)
    assert fault.problem is Problem.NO_SUCH_FILE
