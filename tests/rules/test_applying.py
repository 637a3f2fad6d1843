"""What is odd about an application: amount, last day, beginning, state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.rules.applying import ApplicationHint, Applied, application_hints, most_of
from app.rules.calendar import Day, Precision
from app.rules.funding import Before, Part, Programme
from app.rules.terms import AnchorKind

PLAIN = Programme("grant", "Zuschuss", most_cents=300_000, before=Before.START)
START = {AnchorKind.WORK_START: Day(date(2026, 11, 1))}
SOUND = Applied(
    date(2026, 10, 1), date(2026, 10, 20), 300_000, by=date(2026, 10, 1), is_decided=True
)


@pytest.mark.parametrize(
    ("change", "hints"),
    [
        pytest.param({}, (), id="nothing"),
        pytest.param({"granted_cents": 300_001}, (ApplicationHint.ABOVE_MOST,), id="too much"),
        pytest.param({"granted_cents": None}, (), id="amount not known"),
        pytest.param({"submitted_on": date(2026, 10, 2)}, (ApplicationHint.LATE,), id="a day late"),
        pytest.param({"by": None}, (), id="no last day"),
        pytest.param({"decided_on": date(2026, 11, 1)}, (), id="on the first day"),
        pytest.param({"decided_on": date(2026, 11, 2)}, (ApplicationHint.BEGUN,), id="begun"),
        pytest.param(
            {"decided_on": None, "submitted_on": date(2026, 11, 2), "by": None},
            (ApplicationHint.BEGUN,),
            id="begun before it was sent",
        ),
        pytest.param({"is_decided": False}, (ApplicationHint.UNDECIDED,), id="state behind"),
        pytest.param(
            {"is_decided": False, "decided_on": None, "granted_cents": None}, (), id="sent"
        ),
        pytest.param({"granted_cents": 300_001, "is_over": True}, (), id="came to nothing"),
    ],
)
def test_what_is_to_be_looked_at(change, hints):
    assert application_hints(PLAIN, START, replace(SOUND, **change)) == hints


def test_a_beginning_speaks_only_where_it_must_wait_and_its_month_is_over():
    begun = replace(SOUND, decided_on=date(2026, 11, 20))
    month = {AnchorKind.WORK_START: Day(date(2026, 11, 1), Precision.MONTH)}
    assert application_hints(PLAIN, month, begun) == ()
    assert application_hints(PLAIN, {}, begun) == ()
    assert application_hints(replace(PLAIN, before=Before.COSTS), START, begun) == ()
    practice = {**START, AnchorKind.PRACTICE_START: Day(date(2027, 1, 1))}
    assert application_hints(PLAIN, practice, begun) == ()  # the practice goes before the job


def test_single_cases_and_parts_count_as_the_most_and_what_is_paid_by_the_month_does_not():
    assert most_of(replace(PLAIN, special_cents=500_000)) == 500_000
    assert most_of(replace(PLAIN, most_cents=None, parts=(Part("a", 1), Part("b", 2)))) == 3
    assert most_of(replace(PLAIN, most_cents=None)) is None
    assert most_of(replace(PLAIN, monthly_cents=1_000)) is None
