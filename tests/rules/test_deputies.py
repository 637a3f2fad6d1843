"""Who stands in for whom, and what an absence may not be."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.deputies import Away, Clash, Colleague, Team, clash

ANNA, BERT, CARA, DIRK = 1, 2, 3, 4
MONDAY = date(2026, 11, 23)


def at(first: int, last: int, advisor: int, deputy: int | None = None, key: int = 9) -> Away:
    """Away from so many days after that Monday to so many."""
    return Away(key, advisor, MONDAY + timedelta(first), MONDAY + timedelta(last), deputy)


def team(*away: Away, deputies: dict[int, int] | None = None, left: int | None = None) -> Team:
    """Anna and Bert at one service point, Cara and Dirk at another."""
    points = {ANNA: 1, BERT: 1, CARA: 2, DIRK: 2}
    return Team(
        {
            key: Colleague(key, point, (deputies or {}).get(key), key != left)
            for key, point in points.items()
        },
        away,
    )


@pytest.mark.parametrize(
    ("known", "named", "expected"),
    [
        (team(at(0, 4, ANNA)), None, BERT),
        (team(at(0, 4, ANNA)), DIRK, DIRK),
        (team(at(0, 4, ANNA, CARA)), None, CARA),
        (team(at(0, 4, ANNA, CARA)), DIRK, DIRK),
        (team(at(0, 4, ANNA), deputies={ANNA: DIRK}), None, DIRK),
        (team(at(0, 4, ANNA, CARA), deputies={ANNA: DIRK}), None, CARA),
        (team(at(0, 4, ANNA), at(0, 1, BERT)), None, CARA),
        (team(at(0, 4, ANNA), at(0, 1, DIRK), at(0, 1, BERT)), DIRK, CARA),
        (team(at(0, 4, ANNA), left=BERT), BERT, CARA),
        (team(at(0, 4, ANNA), deputies={ANNA: BERT, BERT: ANNA}), ANNA, BERT),
        (team(*(at(0, 4, each) for each in (ANNA, BERT, CARA, DIRK))), None, None),
    ],
)
def test_the_first_who_is_there_stands_in(known, named, expected):
    assert known.stand_in(ANNA, named, MONDAY) == expected


def test_the_usual_deputy_is_told_without_looking_at_the_day():
    known = team(at(0, 4, BERT), deputies={ANNA: BERT})
    assert known.usual(ANNA, None) == BERT
    assert known.usual(ANNA, CARA) == CARA
    assert team(left=BERT, deputies={ANNA: BERT}).usual(ANNA, None) == CARA


def test_absences_that_follow_each_other_are_one():
    known = team(at(0, 4, ANNA), at(5, 9, ANNA), at(11, 12, ANNA))
    assert known.away_until(ANNA, MONDAY) == MONDAY + timedelta(9)
    assert known.away_until(ANNA, MONDAY + timedelta(10)) is None


@pytest.mark.parametrize(
    ("known", "entered", "expected"),
    [
        (team(), at(0, 4, ANNA, ANNA, 1), Clash.SELF),
        (team(left=BERT), at(0, 4, ANNA, BERT, 1), Clash.LEFT),
        (team(at(4, 8, ANNA)), at(0, 4, ANNA, None, 1), Clash.OVERLAP),
        (team(at(4, 8, BERT)), at(0, 4, ANNA, BERT, 1), Clash.DEPUTY_AWAY),
        (team(at(0, 4, BERT, ANNA)), at(4, 8, ANNA, BERT, 1), Clash.CIRCLE),
        (team(at(0, 4, BERT, CARA), at(2, 6, CARA, ANNA)), at(4, 8, ANNA, BERT, 1), Clash.CIRCLE),
        (team(at(0, 4, BERT, ANNA)), at(4, 8, ANNA, CARA, 1), Clash.NEEDED),
        (team(at(0, 4, BERT, ANNA)), at(4, 8, ANNA, None, 1), Clash.NEEDED),
        (team(at(5, 8, ANNA)), at(0, 4, ANNA, None, 1), None),
        (team(at(5, 8, BERT)), at(0, 4, ANNA, BERT, 1), None),
        (team(at(0, 4, ANNA, BERT, 1)), at(1, 5, ANNA, BERT, 1), None),
        (team(at(0, 4, BERT), deputies={ANNA: BERT, BERT: ANNA}), at(0, 4, ANNA, None, 1), None),
    ],
)
def test_what_is_wrong_with_an_absence(known, entered, expected):
    found = clash(known, entered)
    assert (found[0] if found else None) is expected


_ABSENCES = st.lists(
    st.builds(
        lambda first, days, advisor, deputy: (first, first + days, advisor, deputy),
        st.integers(0, 20),
        st.integers(0, 9),
        st.sampled_from([ANNA, BERT, CARA, DIRK]),
        st.sampled_from([None, ANNA, BERT, CARA, DIRK]),
    ),
    max_size=9,
)


@given(_ABSENCES, st.integers(0, 30))
def test_whoever_was_named_for_an_absence_that_was_taken_is_there(entered, day):
    kept: list[Away] = []
    for key, (first, last, advisor, deputy) in enumerate(entered):
        absence = at(first, last, advisor, deputy, key)
        if clash(team(*kept), absence) is None:
            kept.append(absence)
    known, on = team(*kept), MONDAY + timedelta(day)
    for absence in kept:
        if absence.covers(on):
            stands_in = known.stand_in(absence.advisor, None, on)
            assert absence.deputy is None or stands_in == absence.deputy
            assert stands_in != absence.advisor
            assert stands_in is None or known.is_there(stands_in, on)
