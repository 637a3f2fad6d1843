"""Dates that cannot follow one another are told, and only those."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from app.rules.calendar import Day, Precision
from app.rules.contradictions import contradictions
from app.rules.terms import AnchorKind


def day(text: str) -> Day:
    """ "2027-03-05" or "2027-03"."""
    if len(text) == 7:
        return Day(date.fromisoformat(f"{text}-01"), Precision.MONTH)
    return Day(date.fromisoformat(text))


def told(**dates: str) -> list[str]:
    return list(contradictions({AnchorKind(kind): day(text) for kind, text in dates.items()}))


PAIRS = (
    "first_contact>contract", "first_contact>visit", "first_contact>work_start",
    "first_contact>employment_end",
    "contract>work_start", "contract>employment_end", "work_start>employment_end",
    "visa_application>entry", "visa_application>work_start", "entry>work_start",
    "entry>move_in", "entry>residence", "entry>permit_expiry", "permit_issued>permit_expiry",
    "work_start>permit_expiry",
)  # fmt: skip


@pytest.mark.parametrize("code", PAIRS)
def test_the_later_date_before_the_earlier_one_is_told(code):
    earlier, later = code.split(">")
    assert told(**{earlier: "2027-03-02", later: "2027-03-01"}) == [code]
    assert told(**{earlier: "2027-03-01", later: "2027-03-01"}) == []
    assert told(**{earlier: "2027-03-01", later: "2027-03-02"}) == []


def test_no_other_two_dates_contradict_each_other():
    for earlier, later in permutations(AnchorKind, 2):
        found = told(**{earlier.value: "2027-03-02", later.value: "2027-03-01"})
        assert found == [code for code in PAIRS if code == f"{earlier.value}>{later.value}"]


@pytest.mark.parametrize(
    ("contract", "work_start", "is_told"),
    [("2027-03", "2027-03-01", False), ("2027-03-31", "2027-03", False),
     ("2027-03", "2027-03", False), ("2027-04", "2027-03", True), ("2027-04", "2027-03-31", True),
     ("2027-04-01", "2027-03", True)],
)  # fmt: skip
def test_a_month_contradicts_only_where_every_day_of_it_would(contract, work_start, is_told):
    found = told(contract=contract, work_start=work_start)
    assert found == (["contract>work_start"] if is_told else [])


def test_one_wrong_date_in_the_middle_is_told_once_with_its_neighbour():
    assert told(first_contact="2027-03-10", contract="2027-02-01", work_start="2027-03-01") == [
        "first_contact>contract"
    ]
    assert told(first_contact="2027-03-10", contract="2027-03-20", work_start="2027-03-01") == [
        "contract>work_start"
    ]


def test_a_month_in_between_hides_no_contradiction():
    assert told(first_contact="2027-03-10", contract="2027-03", work_start="2027-03-05") == [
        "first_contact>work_start"
    ]


def test_dates_in_order_and_no_dates_say_nothing():
    assert told() == []
    assert (
        told(
            first_contact="2026-01-01",
            contract="2026-06",
            entry="2027-01-10",
            move_in="2027-01-10",
            work_start="2027-02-01",
            permit_expiry="2029-01-31",
        )
        == []
    )
