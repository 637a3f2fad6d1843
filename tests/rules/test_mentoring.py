"""Mentors for a newcomer: what rules out, what speaks for and against, in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.mentoring import (
    WEIGHTS,
    Bar,
    Candidate,
    Ground,
    Newcomer,
    fit,
    ranked,
    shared_interests,
    shared_languages,
    words_of,
)
from app.rules.rosters import ShiftKind

E, L, N = ShiftKind.EARLY, ShiftKind.LATE, ShiftKind.NIGHT
START = date(2027, 3, 1)
NEWCOMER = Newcomer(
    on=START,
    employers=frozenset({7}),
    languages=("hi", "en", "de"),
    profession="nurse",
    workplace="Küstenklinikum, Station 3 Heiko Onken",
    shifts=frozenset({E, L}),
    interests="Kochen, Radfahren, Chor",
)
MENTOR = Candidate(1, frozenset({7}), capacity=1)


def grounds(newcomer: Newcomer = NEWCOMER, **changes: object) -> list[tuple[Ground, int]]:
    found = fit(newcomer, replace(MENTOR, **changes))  # type: ignore[arg-type]
    return [(told.ground, told.weight) for told in found.reasons]


@pytest.mark.parametrize(
    ("changes", "bars"),
    [
        ({}, ()),
        ({"employers": frozenset({8})}, (Bar.ELSEWHERE,)),
        ({"employers": frozenset({8, 7})}, ()),
        ({"first": START}, ()),
        ({"first": date(2027, 3, 2)}, (Bar.NOT_YET,)),
        ({"last": START}, ()),
        ({"last": date(2027, 2, 28)}, (Bar.LEFT,)),
        ({"load": 1}, (Bar.FULL,)),
        ({"load": 1, "capacity": 2}, ()),
        ({"capacity": 0}, (Bar.FULL,)),
        ({"load": 2, "last": date(2026, 12, 31)}, (Bar.LEFT, Bar.FULL)),
    ],
)
def test_employer_days_and_places_rule_out(changes, bars):
    assert fit(NEWCOMER, replace(MENTOR, **changes)).bars == bars


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"languages": ("hi",)}, [(Ground.FAMILY_LANGUAGE, 4)]),
        ({"languages": ("hi-IN", "de")}, [(Ground.FAMILY_LANGUAGE, 4)]),
        ({"languages": ("de", "en")}, [(Ground.LANGUAGE, 2)]),
        ({"languages": ("vi",)}, [(Ground.NO_LANGUAGE, -4)]),
        ({"profession": "nurse"}, [(Ground.PROFESSION, 3)]),
        ({"profession": "doctor"}, []),
        ({"ward": "Station 3"}, [(Ground.WARD, 2)]),
        ({"ward": "station 3"}, [(Ground.WARD, 2)]),
        ({"ward": "Station"}, [(Ground.WARD, 2)]),
        ({"ward": "Station 30"}, []),
        ({"shifts": frozenset({L, N})}, [(Ground.SHIFTS, 2)]),
        ({"shifts": frozenset({ShiftKind.DAY})}, [(Ground.OTHER_SHIFTS, -1)]),
        ({"shifts": frozenset({N})}, [(Ground.NIGHTS_ONLY, -2)]),
        ({"interests": "kochen"}, [(Ground.INTERESTS, 1)]),
        ({"interests": "Chor; Kochen; Radfahren"}, [(Ground.INTERESTS, 2)]),
    ],
)
def test_each_reason_has_its_weight(changes, expected):
    assert grounds(**changes) == expected


def test_what_is_not_known_speaks_neither_for_nor_against():
    bare = Newcomer(START, frozenset({7}))
    full = {
        "languages": ("de",),
        "profession": "nurse",
        "ward": "Station 3",
        "shifts": frozenset({E}),
        "interests": "Chor",
    }
    assert grounds(bare, **full) == []


def test_a_mentor_of_nights_alone_fits_somebody_of_nights_alone():
    nights = replace(NEWCOMER, shifts=frozenset({N}))
    assert grounds(nights, shifts=frozenset({N})) == [(Ground.SHIFTS, 2)]


def test_a_ward_is_found_as_a_whole_word():
    there = replace(NEWCOMER, workplace="Station 30")
    assert grounds(there, ward="Station 3") == []


def test_what_both_share_is_told_in_the_words_of_the_newcomer():
    assert shared_interests("Kochen, Rad", "rad;KOCHEN") == ("Kochen", "Rad")
    assert shared_languages(("hi", "en-GB", "de"), ("de", "en")) == ("en-GB", "de")
    assert words_of(" Chor,, chor;Rad\n") == ("chor", "Rad")


def test_who_can_be_asked_stands_first_then_the_heavier_then_who_accompanies_fewer():
    found = ranked(
        NEWCOMER,
        (
            replace(MENTOR, id=1, languages=("de",), load=1, capacity=3),
            replace(MENTOR, id=2, languages=("hi",), profession="nurse", load=1),
            replace(MENTOR, id=3, languages=("de",), capacity=3),
            replace(MENTOR, id=4, languages=("hi",)),
            replace(MENTOR, id=5, employers=frozenset({9}), languages=("hi",)),
        ),
    )
    assert [each.candidate for each in found] == [4, 3, 1, 2]


@given(
    st.lists(
        st.builds(
            Candidate,
            id=st.integers(1, 99),
            employers=st.just(frozenset({7})),
            languages=st.lists(st.sampled_from(["hi", "de", "vi"])).map(tuple),
            profession=st.sampled_from(["", "nurse", "doctor"]),
            shifts=st.frozensets(st.sampled_from(ShiftKind)),
            interests=st.sampled_from(["", "Chor", "Chor, Kochen"]),
            capacity=st.integers(0, 2),
            load=st.integers(0, 2),
        ),
        unique_by=lambda each: each.id,
        max_size=6,
    )
)
def test_the_order_is_that_of_the_weights_shown_whatever_the_order_they_come_in(candidates):
    found = ranked(NEWCOMER, candidates)
    assert found == ranked(NEWCOMER, tuple(reversed(candidates)))
    assert {each.candidate for each in found} == {each.id for each in candidates}
    free = [each for each in found if not each.bars]
    assert list(found[: len(free)]) == free
    assert [each.weight for each in free] == sorted((e.weight for e in free), reverse=True)
    for each in found:
        assert all(told.weight and told.ground in WEIGHTS for told in each.reasons)
