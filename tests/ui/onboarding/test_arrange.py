"""The lay-out of the timeline: days to pixels, labels that never overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest

from app.records.plan import PlanView
from app.rules.calendar import Day
from app.rules.terms import AnchorKind, Answer, DateKind, StepState
from tests.ui.makers_plan import TODAY, crowded, make_plan, make_step, month
from ui.onboarding import walk
from ui.onboarding.arrange import MARK, Picture, arrange, label_of, shown
from ui.onboarding.flags import flags_of
from ui.onboarding.scale import Zoom, fitted, mondays_of, months_of, stretch_of
from ui.onboarding.shapes import WORDS, Shape, shape_of
from ui.onboarding.typeface import Typeface
from ui.theme import Tone
from ui.widgets.runs import Run, plain


class SevenWide:
    """Every letter is seven pixels wide."""

    def width(self, runs: Sequence[Run]) -> float:
        return 7 * len(plain(runs))

    def elided(self, run: Run, width: float) -> Run:
        room = int(max(width, 7) // 7)
        return run if len(run.text) <= room else replace(run, text=run.text[: room - 1] + "…")


def lay_out(plan: PlanView, zoom: Zoom = Zoom.MONTHS, room: float = 874) -> Picture:
    days = [step.due.on for step in shown(plan) if step.due]
    stretch = stretch_of([*days, *(day.on for _, day in plan.anchors)], plan.today)
    scale = fitted(stretch, zoom, room, later_wide=50, undated_wide=80)
    return arrange(plan, scale, SevenWide())


def lay_out_with(scale, *steps) -> tuple:
    return arrange(make_plan(*steps), scale, SevenWide()).marks


@pytest.mark.parametrize("zoom", list(Zoom))
@pytest.mark.parametrize("room", [500, 874, 1800])
def test_no_label_crosses_another_or_leaves_the_picture(zoom, room):
    picture = lay_out(crowded(), zoom, room)
    labelled = [mark for mark in picture.marks if mark.label]
    assert len(labelled) > 40
    for one, other in combinations(labelled, 2):
        if (one.lane, one.row) == (other.lane, other.row):
            assert one.right < other.left or other.right < one.left
    for mark in picture.marks:
        assert mark.left >= 0
        assert mark.right <= picture.scale.width


def test_a_done_mark_never_lies_below_a_label():
    picture = lay_out(crowded())
    done = [mark for mark in picture.marks if mark.shape is Shape.DONE]
    others = [mark for mark in picture.marks if mark.label]
    assert done
    for one in done:
        for other in others:
            if (one.lane, one.row) == (other.lane, other.row):
                assert one.right <= other.left or other.right <= one.left


def test_every_mark_stands_on_its_day():
    picture = lay_out(crowded())
    for mark in picture.marks:
        if mark.shape is not Shape.DONE:
            assert mark.x == picture.scale.of(mark.step.due)


def test_marks_are_numbered_by_lane_then_date():
    picture = lay_out(crowded())
    assert [mark.lane for mark in picture.marks] == sorted(mark.lane for mark in picture.marks)
    for lane in picture.lanes:
        across = [picture.marks[at].x for at in lane.marks]
        assert across == sorted(across)


def test_one_step_alone_has_its_label():
    picture = lay_out(make_plan(make_step()))
    (mark,) = picture.marks
    assert plain(mark.label) == "23.11. Pate/Patin benennen · Arbeitgeber · heute"


def test_a_title_longer_than_the_picture_is_cut_and_keeps_its_lateness():
    step = make_step(due=date(2026, 11, 16), short="Sehr langer Titel " * 20)
    (mark,) = lay_out(make_plan(step), room=600).marks
    text = plain(mark.label)
    assert "…" in text
    assert text.endswith("7 Tage überfällig")


def test_a_lane_where_all_is_done_says_so():
    days = [date(2026, 10, 5), date(2026, 10, 6)]
    steps = [make_step(n, day, state=StepState.DONE, done_on=day) for n, day in enumerate(days)]
    lane = lay_out(make_plan(*steps)).lanes[1]
    assert plain(lane.summary) == "alle 2 erledigt, zuletzt Di 06.10."


def test_what_does_not_apply_is_left_out_unless_it_was_done():
    no = make_step(1, applies=Answer.NO)
    done = make_step(2, applies=Answer.NO, state=StepState.DONE, done_on=TODAY)
    assert [step.id for step in shown(make_plan(no, done))] == [2]


def test_own_steps_without_a_phase_get_a_lane_of_their_own():
    picture = lay_out(make_plan(make_step(), make_step(2, phase="", own=True)))
    assert picture.lanes[-1].phase.title == "Ohne Phase"
    assert [picture.marks[at].step.id for at in picture.lanes[-1].marks] == [2]


@pytest.mark.parametrize(
    ("changes", "shape"),
    [
        ({"due": date(2026, 11, 16)}, Shape.LATE),
        ({}, Shape.TODAY),
        ({"due": date(2027, 1, 4)}, Shape.OPEN),
        ({"due": date(2027, 1, 4), "pinned": True}, Shape.PINNED),
        ({"due": None}, Shape.UNDATED),
        ({"applies": Answer.UNCLEAR}, Shape.UNCLEAR),
        ({"state": StepState.NOT_NEEDED}, Shape.NOT_NEEDED),
        ({"state": StepState.DONE, "due": date(2026, 11, 16)}, Shape.DONE),
    ],
)
def test_each_standing_has_a_shape_and_each_shape_a_word(changes, shape):
    assert shape_of(make_step(**changes)) is shape
    assert WORDS[shape]


def test_own_steps_are_bold_and_only_a_broken_law_is_red():
    _, title, _, _ = label_of(make_step(due=date(2027, 1, 4), own=True))
    assert title.strong
    _, _, _, stands = label_of(make_step(due=date(2026, 11, 16), kind=DateKind.DUTY))
    assert Tone.RED in {run.tone for run in stands}
    _, _, _, stands = label_of(make_step(due=date(2026, 11, 16)))
    assert Tone.RED not in {run.tone for run in stands}


def test_what_lies_far_off_stands_under_later():
    stretch = stretch_of([date(2026, 11, 16), date(2029, 5, 1)], TODAY)
    assert stretch.later
    assert stretch.last < date(2027, 3, 1)
    scale = fitted(stretch, Zoom.MONTHS, 800, later_wide=50)
    assert scale.end < scale.of(Day(date(2029, 5, 1))) < scale.width


def test_a_past_gap_does_not_make_now_later():
    stretch = stretch_of([date(2025, 1, 7), date(2026, 12, 1)], TODAY)
    assert not stretch.later
    assert stretch.first == date(2025, 1, 1)


def test_a_long_past_stands_under_earlier():
    days = [date(2024, 5, 1), date(2026, 12, 1)]
    stretch = stretch_of(days, TODAY, longest=500)
    assert (stretch.first, stretch.earlier) == (date(2026, 8, 1), True)
    scale = fitted(stretch, Zoom.MONTHS, 800, earlier_wide=50)
    assert 0 < scale.of(Day(days[0])) < scale.left
    (mark, _) = lay_out_with(scale, make_step(1, days[0]), make_step(2, days[1]))
    assert plain(mark.label).startswith("01.05.2024")
    assert not stretch_of(days, TODAY, longest=2000).earlier


def test_a_name_without_room_leaves_its_line(dressed):
    days = [Day(TODAY + timedelta(days=n)) for n in range(6)]
    scale = fitted(stretch_of([day.on for day in days], TODAY), Zoom.MONTHS, 300)
    anchors = list(zip(AnchorKind, days, strict=False))
    flags = flags_of(anchors, TODAY, scale, Typeface(), 1.0, most=1)
    assert {flag.row for flag in flags} == {0}
    assert "" in {flag.text for flag in flags}


def test_months_fill_the_room_and_weeks_scroll():
    days = [date(2026, 7, 6), date(2027, 3, 1), date(2027, 6, 1), date(2027, 9, 1)]
    stretch = stretch_of(days, TODAY)
    assert fitted(stretch, Zoom.MONTHS, 874).width == 874
    assert fitted(stretch, Zoom.WEEKS, 874).width > 5000
    assert months_of(stretch)[0] == date(2026, 7, 1)
    assert {monday.weekday() for monday in mondays_of(stretch)} == {0}
    assert mondays_of(stretch)[-1] + timedelta(days=7) > stretch.last


def test_a_month_stands_in_its_middle():
    scale = fitted(stretch_of([date(2027, 9, 1)], TODAY), Zoom.MONTHS, 874)
    assert scale.of(month(2027, 2)) == scale.of(Day(date(2027, 2, 15)))


def test_arrow_keys_walk_lanes_and_dates():
    plan = make_plan(
        make_step(1, date(2026, 12, 1), phase="interest"),
        make_step(2, date(2026, 12, 24), phase="interest"),
        make_step(3, date(2026, 12, 20), phase="preboarding"),
        make_step(4, date(2027, 3, 1), phase="preboarding"),
    )
    picture = lay_out(plan)
    assert walk.along(picture, 0, 1) == 1
    assert walk.along(picture, 1, 1) == walk.NOWHERE
    # the empty lane between is passed over
    assert walk.to_lane(picture, 1, 1, picture.marks[1].x) == 2
    assert walk.to_lane(picture, 3, -1, picture.marks[3].x) == 1
    assert walk.to_lane(picture, 2, 1, 0) == walk.NOWHERE
    assert walk.to_end(picture, 0, first=False, whole=False) == 1
    assert walk.to_end(picture, 0, first=False, whole=True) == 3
    assert walk.to_end(picture, 3, first=True, whole=True) == 0


def test_names_of_anchors_neither_overlap_nor_are_crossed(dressed):
    days = [TODAY + timedelta(days=3 * n) for n in range(12)]
    anchors = [(kind, Day(day)) for kind, day in zip(AnchorKind, days, strict=False)]
    scale = fitted(stretch_of(days, TODAY), Zoom.MONTHS, 700)
    flags = flags_of(anchors, TODAY, scale, Typeface(), 1.0)
    assert len(flags) == 13
    named = [flag for flag in flags if flag.text]
    assert len(named) > 6
    for one, other in combinations(named, 2):
        upper, lower = sorted((one, other), key=lambda flag: flag.row)
        if upper.row == lower.row:
            assert upper.right < lower.left or lower.right < upper.left
        elif upper.kind is not None:
            assert not lower.left < upper.x < lower.right


def test_anchors_of_one_day_share_a_name(dressed):
    day = Day(date(2027, 2, 15))
    scale = fitted(stretch_of([day.on], TODAY), Zoom.MONTHS, 700)
    anchors = [(AnchorKind.ENTRY, day), (AnchorKind.MOVE, day)]
    assert [flag.text for flag in flags_of(anchors, TODAY, scale, Typeface(), 1.0)] == [
        "heute 23.11.",
        "Einreise, Umzug 15.02.",
    ]


def test_a_mark_is_as_wide_as_drawn():
    (mark,) = lay_out(make_plan(make_step(state=StepState.DONE, done_on=TODAY))).marks
    assert mark.right - mark.left == MARK
