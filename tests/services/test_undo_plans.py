"""Taking back what was done a while ago: the plan follows what is known by then."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from app.desk import open_desk
from app.errors import Reason, Refused
from app.records.consents import ConsentDraft
from app.records.roles import HolderDraft
from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.terms import AnchorKind, ConsentWay, Purpose, Recipient, Role, StepState, Track
from db.file import open_file
from tests.conftest import TODAY
from tests.makers import CHILD, make_case
from tests.services.catalogues import resources, step
from tests.services.undo_world import everything


@pytest.fixture
def dogs(path, tmp_path):
    """A desk with one step, for whoever owns a dog or a car, a week after the move."""
    when = [{"dog": ["yes"]}, {"car": ["yes"]}]
    folder = resources(
        tmp_path / "r",
        relocation=[
            step("leash", when=when, anchor="move_in", offset="P7D", documents=["passport"])
        ],
    )
    desk = open_desk(open_file(path), folder, lambda: TODAY, "Tomke Harms")
    assert desk.faults == ()
    yield desk
    desk.close()


def leashes(desk, case):
    return desk.plan.view(case, Track.RELOCATION).steps


def settled(desk, case):
    """A case that has no dog, known in a batch of its own, and no car."""
    done = desk.household.record(case, None, FactKey.DOG, "no")
    assert done.batch is not None
    return done.batch


@pytest.mark.parametrize("is_ticked", [False, True])
def test_a_step_given_anew_meanwhile_is_not_brought_back_a_second_time(dogs, is_ticked):
    case = make_case(dogs)
    dogs.household.record(case, None, FactKey.CAR, "no")
    batch = settled(dogs, case)
    assert leashes(dogs, case) == ()
    dogs.household.record(case, None, FactKey.CAR, "yes")
    (given,) = leashes(dogs, case)
    if is_ticked:
        dogs.plan.tick(given.id)
    undone = dogs.history.undo(batch)
    (left,) = leashes(dogs, case)
    assert (left.state is StepState.DONE) == is_ticked
    assert undone.batch is not None


def test_a_pin_taken_back_after_the_move_was_moved_counts_from_the_new_day(dogs):
    case = make_case(dogs)
    dogs.household.record(case, None, FactKey.DOG, "yes")
    dogs.plan.set_anchor(case, AnchorKind.MOVE_IN, Day(date(2027, 2, 15)))
    (leash,) = leashes(dogs, case)
    pinned = dogs.plan.pin(leash.id, Day(date(2027, 5, 3)))
    dogs.plan.set_anchor(case, AnchorKind.MOVE_IN, Day(date(2027, 3, 1)))
    dogs.history.undo(pinned.batch)
    (leash,) = leashes(dogs, case)
    assert (leash.pinned, leash.due) == (False, Day(date(2027, 3, 8)))


def came_later(desk, case):
    """For each kind of record: what is taken back first, what then stands in its place."""
    held = partial(desk.roles.hold, case, Role.MENTOR)
    day = partial(desk.plan.set_anchor, case, AnchorKind.CONTRACT)
    (leash,) = leashes(desk, case)
    desk.household.record(case, None, FactKey.CAR, "no")
    held(HolderDraft("Imke"))
    day(Day(TODAY))
    desk.plan.mark_document(leash.id, leash.documents[0].key)
    return {
        "fact": (
            desk.household.forget(case, None, FactKey.CAR),
            lambda: desk.household.record(case, None, FactKey.CAR, "yes"),
        ),
        "role": (desk.roles.free(case, Role.MENTOR), lambda: held(HolderDraft("Jantje"))),
        "date": (
            desk.plan.clear_anchor(case, AnchorKind.CONTRACT),
            lambda: day(Day(date(2026, 12, 1))),
        ),
        "paper": (
            desk.plan.unmark_document(leash.id, leash.documents[0].key),
            lambda: desk.plan.mark_document(leash.id, leash.documents[0].key),
        ),
    }


@pytest.mark.parametrize("kind", ["fact", "role", "date", "paper"])
def test_what_was_entered_anew_is_not_doubled_by_taking_its_removal_back(dogs, kind):
    case = make_case(dogs)
    removed, anew = came_later(dogs, case)[kind]
    anew()
    before = everything(dogs)
    with pytest.raises(Refused) as caught:
        dogs.history.undo(removed.batch)
    assert caught.value.reason is Reason.CHANGED_SINCE
    assert everything(dogs) == before


def test_a_person_on_whom_later_entries_hang_is_not_taken_back(dogs):
    case = make_case(dogs)
    added = dogs.household.add(case, CHILD)
    child = int(added.facts["person"])
    may = ConsentDraft(
        child, Purpose.PHOTO, Recipient.SERVICE_POINT, "Ja.", TODAY, ConsentWay.SIGNED
    )
    given = dogs.consents.give(case, may)
    with pytest.raises(Refused) as caught:
        dogs.history.undo(added.batch)
    assert caught.value.reason is Reason.CHANGED_SINCE
    dogs.history.undo(given.batch)
    dogs.history.undo(added.batch)
    assert len(dogs.candidates.case(case).people) == 1
