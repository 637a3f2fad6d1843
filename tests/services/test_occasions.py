"""Occasions and invitations on a real file: who is invited, too many, too late, at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.desk import open_desk
from app.errors import Reason, Refused
from app.records.cases import CloseReason
from app.records.events import EventKind
from app.records.occasions import (
    GuestQuery,
    InvitationState,
    OccasionDraft,
    OccasionHint,
    OccasionKind,
)
from app.records.providers import Category
from app.rules.calendar import Day
from app.rules.terms import AnchorKind, Stage
from app.services.events import events
from tests.conftest import ROOT, TODAY
from tests.makers import make_case, make_provider
from tests.services.mentor_commands import PARTY, WALK

ACCEPTED, INVITED = InvitationState.ACCEPTED, InvitationState.INVITED
ANSWER = date(2026, 11, 30)
TEA = OccasionDraft(OccasionKind.NEWCOMERS, "Tee", date(2026, 12, 4), 960, 1080)


def add(desk, draft=TEA, **changes) -> int:
    return int(desk.occasions.add(replace(draft, **changes)).facts["id"])


def invited(desk, occasion, case) -> int:
    desk.occasions.invite(occasion, (case,))
    return next(
        each.invitation.id for each in desk.occasions.of_case(case) if each.occasion.id == occasion
    )


def refused(call, *args) -> Refused:
    with pytest.raises(Refused) as caught:
        call(*args)
    return caught.value


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"title": " "}, "title", Reason.BLANK),
        ({"on": TODAY - timedelta(1)}, "on", Reason.OCCASION_PAST),
        ({"start": None}, "start", Reason.BLANK),
        ({"finish": 960}, "finish", Reason.ENDS_BEFORE_IT_BEGINS),
        ({"answer_by": date(2026, 12, 5)}, "answer_by", Reason.ANSWER_AFTER_OCCASION),
        ({"places": 0}, "places", Reason.NOT_A_NUMBER),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(desk, changes, field, reason):
    refusal = refused(desk.occasions.add, replace(TEA, **changes))
    assert (refusal.field, refusal.reason) == (field, reason)
    assert desk.occasions.all() == ()


def test_holidays_and_hosts_that_are_closed_are_told_while_it_is_typed(desk):
    hints = desk.occasions.hints
    assert hints(TEA) == ()
    assert hints(replace(TEA, on=date(2026, 12, 25))) == (OccasionHint.PUBLIC_HOLIDAY,)
    assert hints(replace(TEA, on=date(2026, 12, 28))) == (OccasionHint.SCHOOL_HOLIDAY,)
    assert hints(replace(TEA, on=TODAY - timedelta(1))) == (OccasionHint.PAST,)
    assert hints(replace(TEA, start=1080, finish=1080 + 720)) == ()
    assert hints(replace(TEA, start=1080, finish=1080 + 721)) == (OccasionHint.VERY_LONG,)
    gone = make_provider(desk, valid_to=date(2026, 11, 30))
    resting = make_provider(desk, closed_from=date(2026, 12, 1), closed_until=date(2026, 12, 6))
    for host in (gone, resting):
        assert hints(replace(TEA, provider=host)) == (OccasionHint.HOST_CLOSED,)
    on_holiday = add(desk, on=date(2026, 12, 25))
    assert desk.occasions.one(on_holiday).holiday == "Erster Weihnachtstag"


def test_more_than_there_are_places_is_refused_where_it_is_entered(desk):
    occasion = add(desk, places=1)
    first, second = (invited(desk, occasion, make_case(desk)) for _ in range(2))
    desk.occasions.answer(first, ACCEPTED)
    refusal = refused(desk.occasions.answer, second, ACCEPTED)
    assert (refusal.reason, refusal.facts["count"]) == (Reason.OCCASION_FULL, 1)
    desk.occasions.answer(first, ACCEPTED)
    desk.occasions.edit(occasion, replace(TEA, places=2))
    desk.occasions.answer(second, ACCEPTED)
    refusal = refused(desk.occasions.edit, occasion, replace(TEA, places=1))
    assert (refusal.reason, refusal.field) == (Reason.OCCASION_FULL, "places")


def test_two_at_once_are_shown_and_not_both_accepted(desk):
    case = make_case(desk)
    first = invited(desk, add(desk), case)
    second = invited(desk, add(desk, title="Chor", start=1020, finish=1140), case)
    third = invited(desk, add(desk, title="Kino", start=1080, finish=1200), case)
    shown = {each.invitation.id: each.invitation.clash for each in desk.occasions.of_case(case)}
    assert shown == {first: "Chor", second: "Tee", third: "Chor"}
    desk.occasions.answer(first, ACCEPTED)
    refusal = refused(desk.occasions.answer, second, ACCEPTED)
    assert (refusal.reason, refusal.facts["name"]) == (Reason.TWO_OCCASIONS, "Tee")
    desk.occasions.answer(third, ACCEPTED)
    desk.occasions.answer(first, InvitationState.DECLINED)
    desk.occasions.answer(third, InvitationState.DECLINED)
    desk.occasions.answer(second, ACCEPTED)


def test_before_and_after_the_day_other_things_can_be_said(path):
    from db.file import open_file

    days = [TODAY]
    desk = open_desk(open_file(path), ROOT / "resources", lambda: days[0], "Tomke Harms")
    try:
        case = make_case(desk)
        occasion = add(desk, answer_by=date(2026, 11, 30))
        key = invited(desk, occasion, case)
        ahead = refused(desk.occasions.answer, key, InvitationState.ATTENDED)
        assert ahead.reason is Reason.OCCASION_AHEAD
        days[0] = date(2026, 12, 1)
        assert desk.occasions.one(occasion).hints == (OccasionHint.ANSWERS_DUE,)
        days[0] = TEA.on
        desk.occasions.answer(key, InvitationState.ATTENDED)
        days[0] = TEA.on + timedelta(1)
        past = refused(desk.occasions.answer, key, ACCEPTED)
        assert past.reason is Reason.OCCASION_PAST
        late = refused(desk.occasions.invite, occasion, (make_case(desk),))
        assert late.reason is Reason.OCCASION_PAST
        desk.occasions.answer(key, InvitationState.MISSED)
        desk.occasions.edit(occasion, replace(TEA, title="Tee und Kuchen"))
        assert (
            refused(desk.occasions.edit, occasion, replace(TEA, on=TODAY)).reason
            is Reason.OCCASION_PAST
        )
    finally:
        desk.close()


def test_many_are_invited_in_one_act_and_nobody_twice(desk):
    occasion = add(desk)
    cases = [make_case(desk) for _ in range(3)]
    planned = desk.occasions.invite(occasion, cases[:1], InvitationState.PLANNED)
    assert planned.case == cases[0]
    done = desk.occasions.invite(occasion, cases)
    assert done.facts["count"] == "3"
    view = desk.occasions.one(occasion)
    assert [(each.case, each.state) for each in view.invitations] == [
        (case, INVITED) for case in cases
    ]
    assert refused(desk.occasions.invite, occasion, cases).reason is Reason.NOBODY_INVITED
    desk.history.undo(done.batch)
    assert [each.state for each in desk.occasions.one(occasion).invitations] == [
        InvitationState.PLANNED
    ]


def test_nobody_is_invited_to_what_is_archived(desk):
    occasion = add(desk)
    desk.occasions.archive(occasion)
    case = make_case(desk)
    assert refused(desk.occasions.invite, occasion, (case,)).reason is Reason.OCCASION_ARCHIVED
    desk.occasions.restore(occasion)
    desk.occasions.invite(occasion, (case,))


def test_guests_are_found_by_employer_town_stage_arrival_and_children(desk):
    clinic = make_provider(desk, organisation="Deichklinik", category=Category.EMPLOYER)
    family = make_case(desk, children=1, employer=clinic, home_town="Norden")
    single = make_case(desk, home_town="Aurich")
    soon = Day(TODAY + timedelta(20))
    desk.plan.set_anchor(single, AnchorKind.MOVE_IN, soon)
    desk.candidates.stage(single, Stage.PREBOARDING)
    held = make_case(desk, home_town="Emden")
    desk.candidates.close(held, CloseReason.DECLINED)

    def found(**query) -> list[int]:
        return sorted(each.case for each in desk.occasions.guests(GuestQuery(**query)))

    assert found() == [family, single]
    assert found(employer=clinic) == [family]
    assert found(town="aurich") == [single]
    assert found(stages=frozenset({Stage.PREBOARDING})) == [single]
    assert found(weeks=3) == [single]
    assert found(weeks=2) == []
    assert found(children=True) == [family]
    occasion = add(desk)
    desk.occasions.invite(occasion, (family,))
    states = {e.case: e.state for e in desk.occasions.guests(GuestQuery(), occasion)}
    assert states == {family: INVITED, single: None}


def test_answers_and_days_are_events_of_the_case(desk):
    case = make_case(desk)
    key = invited(desk, add(desk, PARTY, answer_by=date(2027, 6, 1)), case)
    with desk.transactions.reading() as session:
        found = events(session, (case,))
    assert [(e.kind, e.on, e.title, e.row, e.is_open) for e in found] == [
        (EventKind.INVITATION, date(2027, 6, 1), "Sommerfest", key, True),
        (EventKind.INVITATION, date(2027, 6, 18), "Sommerfest", key, False),
    ]
    desk.occasions.answer(key, ACCEPTED)
    with desk.transactions.reading() as session:
        assert [event.is_open for event in events(session, (case,))] == [False]


def test_the_folder_holds_what_the_family_is_invited_to_and_comes_to(desk):
    from app.services.occasion_sheets import occasions_of
    from db.repositories import cases

    case = make_case(desk)
    invited(desk, add(desk, WALK, provider=make_provider(desk, organisation="Verein")), case)
    key = invited(desk, add(desk, answer_by=ANSWER), case)
    desk.occasions.invite(add(desk, title="Nur geplant"), (case,), InvitationState.PLANNED)

    def printed() -> list[tuple[str, str, date | None]]:
        with desk.transactions.outward() as session:
            found = occasions_of(session, cases.by_id(session, case), TODAY)
        return [(each.title, each.host, each.answer_by) for each in found]

    walk = ("Wattwanderung", "Verein", None)
    assert printed() == [("Tee", "", ANSWER), walk]
    desk.occasions.answer(key, ACCEPTED)
    assert printed() == [("Tee", "", None), walk]
    desk.occasions.answer(key, InvitationState.DECLINED)
    assert printed() == [walk]
