"""The invented county with its childminders, to the minute: every answer against a plain loop."""

from __future__ import annotations

import gzip
from datetime import timedelta
from pathlib import Path

import pytest

from app.desk import open_desk
from app.rules import care_ways
from app.rules.cover import GOING
from app.rules.rosters import ShiftKind
from db.file import open_file
from tests.conftest import KEPT, ROOT, TODAY
from tests.rules import care_loop as loop

FAMILIES = (1, 2, 5, 6)


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    path: Path = tmp_path_factory.mktemp("kreis") / "kreis.hafen"
    path.write_bytes(gzip.decompress(KEPT.read_bytes()))
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Prüfung")
    yield desk
    desk.close()


def duties(parent, first, days):
    """The duties of each real day, read off the rosters day by day."""
    for count in range(-2, days + 1):
        on = first + timedelta(days=count)
        spoken = [
            each.draft.roster
            for each in parent.rosters
            if each.draft.roster.first <= on
            and (each.draft.roster.last is None or on <= each.draft.roster.last)
        ]
        if not spoken:
            continue
        roster = max(spoken, key=lambda each: (each.weeks == 0, each.first))
        day = (on - roster.first).days
        day = day % (7 * roster.weeks) if roster.weeks else day
        for duty in roster.duties:
            if duty.day == day and duty.kind is not ShiftKind.ON_CALL:
                ways = parent.ways
                sleep = ways.from_care + ways.sleep + ways.to_care if ways.sleep else 0
                yield on, (duty.start, duty.end, sleep if duty.kind is ShiftKind.NIGHT else 0)


def needed(work, board):
    parents = []
    for parent in work.parents:
        ways = parent.ways
        beside = ways.changing + ways.buffer
        told = list(duties(parent, board.first, board.days))
        parents.append((told, ways.to_work + beside, ways.from_work + beside))
    return loop.needed(parents, board.first, board.days)


def per_day(minutes):
    return [sum(minutes[at : at + 1440]) for at in range(0, len(minutes), 1440)]


def opened(answer, key):
    """The minutes a helper of an answer is there, as the page draws them."""
    found = [False] * (len(answer.days) * 1440)
    for place, day in enumerate(answer.days):
        for stretch in day.windows[key]:
            for minute in range(stretch.start, stretch.end):
                found[place * 1440 + minute] = True
    return found


def stop(desk, work, helper):
    if helper.carer is not None:
        (way,) = (each.draft.way for each in work.carers if each.id == helper.carer)
        return care_ways.Stop(own=way)
    draft = desk.providers.provider(helper.provider).draft
    point = None if draft.latitude is None else (draft.latitude, draft.longitude)
    return care_ways.Stop(point, (draft.town,))


@pytest.mark.parametrize("case", FAMILIES)
def test_each_answer_holds_to_the_minute(county, case):
    board, work = county.care.board(case), county.rosters.board(case)
    assert not county.travel.times()  # nothing is entered: ways are estimated
    if board.left:
        pytest.skip("a parent without a roster for these days")
    need = needed(work, board)
    assert board.persons
    for person in board.persons:
        assert [day.needed for day in person.answers[0].days] == per_day(need)
        for answer in person.answers:
            helpers = [person.helpers[key] for key in answer.helpers]
            places = [(opened(answer, h.key), h.kind in GOING) for h in helpers]
            stops = [stop(county, work, helper) for helper in helpers]
            ways = [
                [care_ways.minutes(one, other, lambda *_: None) for other in stops] for one in stops
            ]
            assert answer.covered == loop.covered(need, places, ways)


def test_most_families_are_looked_at(county):
    assert sum(not county.care.board(case).left for case in FAMILIES) >= 3
