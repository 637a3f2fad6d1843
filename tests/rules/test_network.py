"""Sectors, what a topic waits for, what a day means for a meeting, keywords once each."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.network import Sector, crosses, looks_after_health, sector_of
from app.rules.working_group import (
    EntryKind,
    MeetingRemark,
    NextStep,
    TopicState,
    next_step,
    remarks,
    united_keywords,
)

TUESDAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("category", "said", "sector", "health"),
    [
        ("doctor", Sector.UNKNOWN, Sector.OUTPATIENT, True),
        ("doctor", Sector.BOTH, Sector.BOTH, True),
        ("elder_care", Sector.UNKNOWN, Sector.UNKNOWN, True),
        ("employer", Sector.UNKNOWN, Sector.UNKNOWN, False),
        ("employer", Sector.INPATIENT, Sector.INPATIENT, True),
        ("kita", Sector.UNKNOWN, Sector.OUTSIDE, False),
    ],
)
def test_a_sector_is_what_somebody_said_and_nothing_is_assumed_of_homes(
    category, said, sector, health
):
    assert sector_of(category, said) is sector
    assert looks_after_health(category, sector) is health


@pytest.mark.parametrize(
    ("one", "other", "across"),
    [
        (Sector.OUTPATIENT, Sector.INPATIENT, True),
        (Sector.BOTH, Sector.OUTPATIENT, True),
        (Sector.OUTPATIENT, Sector.OUTPATIENT, False),
        (Sector.OUTPATIENT, Sector.OUTSIDE, False),
        (Sector.BOTH, Sector.BOTH, False),
        (Sector.INPATIENT, Sector.UNKNOWN, False),
    ],
)
def test_only_two_sides_of_the_hospital_door_are_linked_across(one, other, across):
    assert crosses(one, other) is crosses(other, one) is across


@pytest.mark.parametrize(
    ("state", "keywords", "kinds", "open_tasks", "step"),
    [
        (TopicState.COLLECTED, False, {EntryKind.RESEARCH}, 0, NextStep.KEYWORDS),
        (TopicState.COLLECTED, True, set(), 0, NextStep.RESEARCH),
        (TopicState.COLLECTED, True, {EntryKind.RESEARCH}, 0, NextStep.PROPOSALS),
        (TopicState.RESEARCHED, True, {EntryKind.NOTE}, 0, NextStep.PROPOSALS),
        (TopicState.RESEARCHED, True, {EntryKind.PROPOSAL}, 0, NextStep.DECISION),
        (TopicState.PROPOSED, True, set(), 0, NextStep.DECISION),
        (TopicState.DECIDED, True, set(), 2, NextStep.START),
        (TopicState.RUNNING, True, set(), 2, NextStep.TASKS),
        (TopicState.RUNNING, True, set(), 0, NextStep.END),
        (TopicState.DONE, False, set(), 1, NextStep.NOTHING),
        (TopicState.DROPPED, False, set(), 0, NextStep.NOTHING),
    ],
)
def test_a_topic_goes_the_way_of_the_group(state, keywords, kinds, open_tasks, step):
    assert next_step(state, has_keywords=keywords, kinds=kinds, open_tasks=open_tasks) is step


@pytest.mark.parametrize(
    ("on", "start", "others", "found"),
    [
        (TUESDAY, 840, [], ()),
        (date(2026, 12, 25), 840, [], (MeetingRemark.HOLIDAY,)),
        (date(2026, 12, 28), 840, [], (MeetingRemark.SCHOOL_HOLIDAYS,)),
        (date(2026, 12, 5), None, [], (MeetingRemark.WEEKEND,)),
        (TUESDAY, 840, [(TUESDAY, 900)], (MeetingRemark.SAME_TIME,)),
        (TUESDAY, 840, [(TUESDAY, 960)], (MeetingRemark.SAME_DAY,)),
        (TUESDAY, 840, [(TUESDAY, None)], (MeetingRemark.SAME_TIME,)),
        (TUESDAY, 840, [(date(2026, 12, 2), 840)], ()),
    ],
)
def test_what_gets_in_the_way_of_a_meeting_is_told(on, start, others, found):
    assert remarks(on, start, others) == found


def test_keywords_are_written_as_they_are_known():
    typed = ("willkommenskultur", " Kita  ", "KITA", "")
    assert united_keywords(typed, ["Willkommenskultur"]) == ("Willkommenskultur", "Kita")


@given(st.lists(st.text(max_size=6)), st.lists(st.text(min_size=1, max_size=6)))
def test_no_keyword_stands_twice_and_none_is_lost(typed, known):
    found = united_keywords(typed, known)
    folded = [each.casefold() for each in found]
    assert len(set(folded)) == len(folded)
    assert set(united_keywords(found, known)) == set(found)
    assert {" ".join(each.split()).casefold() for each in typed} - {""} == set(folded)
