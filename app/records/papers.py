"""Sheets that are printed for themselves, beside the folder."""

from __future__ import annotations

from enum import Enum


class PaperKind(Enum):
    """What a single sheet is; the code in the history and the key of its noun in the window."""

    HANDOVER = "handover"
    FIRST_WEEK_WARD = "first_week_ward"
    FIRST_WEEK_NEWCOMER = "first_week_newcomer"
    VISIT = "visit"
    TALK = "talk"
    INVITATION = "invitation"
    MENTORSHIP = "mentorship"
    EMPLOYER = "employer"
    PROFILE = "profile"
    OPENINGS = "openings"
    COURSES = "courses"
    NETWORK = "network"
    MEETING = "meeting"
    HOMES = "homes"
    MOVE_COSTS = "move_costs"
    SCHOOLS = "schools"
    FUNDING = "funding"
    OWN_PRACTICE = "own_practice"
    ELDERS = "elders"
    FIGURES = "figures"


OFFICE_ONLY = frozenset({PaperKind.HANDOVER, PaperKind.MEETING, PaperKind.FIGURES})
"""Sheets in the words of the office, which are written in no other language."""
