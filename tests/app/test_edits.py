"""What a command says of itself."""

from __future__ import annotations

from app.done import Act, Done
from app.edits import EDITS, changed_nothing


def test_every_act_that_edits_may_leave_nothing():
    """Else saving a form as it was would be told as saved, and be a step to take back."""
    named = {act for act in Act if act.value.endswith("_edited")}
    assert named <= EDITS


def test_what_goes_out_or_is_looked_at_is_always_in_the_journal():
    endings = ("_viewed", "_exported", "_printed", "_asked", "_checked", "_again")
    assert not {act for act in EDITS if act.value.endswith(endings)}


def test_an_edit_without_a_batch_changed_nothing():
    assert changed_nothing(Done(Act.CASE_EDITED, frozenset()))
    assert not changed_nothing(Done(Act.CASE_EDITED, frozenset(), 7))
    assert not changed_nothing(Done(Act.CHECKLIST_PRINTED, frozenset()))
