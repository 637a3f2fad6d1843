"""Sets of milestones: what giving another adds, withdraws and keeps."""

from __future__ import annotations

from datetime import date

import pytest

from app.desk import open_desk
from app.errors import Reason, Refused
from app.records.plan import SetPreview
from app.rules.calendar import Day
from app.rules.terms import AnchorKind, Answer, StepState, Track
from db.file import open_file
from tests.conftest import TODAY
from tests.makers import make_case
from tests.services.catalogues import resources, step

STEPS = [step(name) for name in ("m_first", "m_second", "m_third")]
SETS = (("standard", ()), ("short", ("m_second", "m_third")))


@pytest.fixture
def small(path, tmp_path):
    """Three milestones, two of which the short set leaves out."""
    folder = resources(tmp_path / "r", STEPS, sets=SETS)
    desk = open_desk(open_file(path), folder, lambda: TODAY, "Tomke Harms")
    yield desk
    desk.close()


def milestones(desk, case):
    return {each.template: each for each in desk.plan.view(case, Track.ONBOARDING).steps}


def test_a_new_case_has_the_first_set_and_is_told_the_others(small):
    view = small.plan.view(make_case(small), Track.ONBOARDING)
    assert (view.plan_set, view.plan_sets) == (
        "standard",
        (("standard", "Satz standard"), ("short", "Satz short")),
    )
    assert [each.template for each in view.steps] == ["m_first", "m_second", "m_third"]


def test_a_smaller_set_takes_away_what_nobody_worked_on(small):
    case = make_case(small)
    found = milestones(small, case)
    small.plan.tick(found["m_second"].id, date(2026, 11, 20))
    assert small.plan.preview_set(case, "short") == SetPreview(
        adds=(), withdraws=("Schritt m_third",), keeps=("Schritt m_second",)
    )
    done = small.plan.give_set(case, "short")
    assert done.facts["added"] == "0"
    after = milestones(small, case)
    assert set(after) == {"m_first", "m_second"}
    assert after["m_second"].state is StepState.DONE
    assert after["m_second"].applies is Answer.YES
    view = small.plan.view(case, Track.ONBOARDING)
    assert (view.plan_set, view.done, view.total) == ("short", 1, 2)


@pytest.mark.parametrize("work", ["note", "pin", "set aside", "own holder"])
def test_every_kind_of_work_keeps_a_step_that_the_set_leaves_out(small, work):
    from app.records.roles import HolderDraft
    from app.rules.terms import Role

    case = make_case(small)
    key = milestones(small, case)["m_third"].id
    if work == "note":
        small.plan.note(key, "Termin erbeten")
    elif work == "pin":
        small.plan.pin(key, Day(date(2027, 3, 3)))
    elif work == "set aside":
        small.plan.not_needed(key, "macht die Klinik")
    else:
        small.roles.hold(case, Role.SERVICE_POINT, HolderDraft("Imke Okken"), key)
    before = milestones(small, case)["m_third"]
    small.plan.give_set(case, "short")
    assert milestones(small, case)["m_third"] == before


def test_the_larger_set_brings_back_what_was_withdrawn_and_leaves_what_was_done(small):
    case = make_case(small)
    small.plan.tick(milestones(small, case)["m_second"].id)
    small.plan.give_set(case, "short")
    assert small.plan.preview_set(case, "standard").adds == ("Schritt m_third",)
    assert small.plan.give_set(case, "standard").facts["added"] == "1"
    after = milestones(small, case)
    assert set(after) == {"m_first", "m_second", "m_third"}
    assert after["m_second"].state is StepState.DONE


def test_what_was_kept_still_moves_with_its_anchor(small):
    case = make_case(small)
    small.plan.note(milestones(small, case)["m_third"].id, "wichtig")
    small.plan.give_set(case, "short")
    small.plan.set_anchor(case, AnchorKind.CONTRACT, Day(date(2026, 12, 1)))
    assert milestones(small, case)["m_third"].due == Day(date(2026, 12, 1))


def test_a_set_nobody_ships_is_refused_and_changes_nothing(small):
    case = make_case(small)
    for command in (small.plan.give_set, small.plan.preview_set):
        with pytest.raises(Refused) as caught:
            command(case, "gibtsnicht")
        assert caught.value.reason is Reason.NO_SUCH_SET
    assert small.plan.view(case, Track.ONBOARDING).plan_set == "standard"


def test_a_preview_writes_nothing(small):
    case = make_case(small)
    before = small.history.of_case(case)
    small.plan.preview_set(case, "short")
    assert small.history.of_case(case) == before
    assert len(milestones(small, case)) == 3


def test_a_set_that_is_no_longer_shipped_leaves_nothing_out(small, path, tmp_path):
    case = make_case(small)
    small.plan.give_set(case, "short")
    small.close()
    later = open_desk(
        open_file(path), resources(tmp_path / "r", STEPS), lambda: TODAY, "Tomke Harms"
    )
    later.plan.set_anchor(case, AnchorKind.CONTRACT, Day(date(2026, 12, 1)))
    assert len(milestones(later, case)) == 3
    later.close()


def test_the_relocation_track_has_no_sets(small):
    view = small.plan.view(make_case(small), Track.RELOCATION)
    assert (view.plan_set, view.plan_sets) == ("", ())


def test_the_shipped_short_set_leaves_out_milestones_that_exist(desk):
    case = make_case(desk)
    before = set(milestones(desk, case))
    preview = desk.plan.preview_set(case, "short")
    assert preview.withdraws
    assert (preview.adds, preview.keeps) == ((), ())
    desk.plan.give_set(case, "short")
    assert len(before - set(milestones(desk, case))) == len(preview.withdraws)
