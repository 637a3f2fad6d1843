"""The one door: run, tell, remember, take back."""

from __future__ import annotations

from app.done import Act, Done, Topic
from app.errors import Reason, Refused, Trouble, Unavailable
from app.records.cases import CaseDraft, CaseQuery, CaseState, PersonDraft
from app.rules.terms import MemberRole, Stage
from ui.acts import Acts

ALL = CaseQuery(state=CaseState.ALL)


def family(name="Ben Amor"):
    return PersonDraft(role=MemberRole.PROFESSIONAL, given="Amira", family=name)


def register(desk):
    return desk.candidates.register(CaseDraft(), family())


def test_a_command_is_told_undone_and_redone(qtbot, desk):
    acts, topics, told = Acts(), [], []
    acts.changed.connect(lambda touched, _initiator: topics.append(touched))
    acts.done.connect(lambda done: told.append((done.act, done.facts.get("act"))))
    acts.open(desk)

    acts.do(register)
    assert len(desk.lists.case_ids(ALL)) == 1
    acts.undo()
    assert len(desk.lists.case_ids(ALL)) == 0
    assert acts.can_redo
    acts.redo()
    assert len(desk.lists.case_ids(ALL)) == 1
    assert not acts.can_redo
    acts.undo()
    assert len(desk.lists.case_ids(ALL)) == 0

    assert [act for act, _ in told] == [Act.CASE_REGISTERED, Act.UNDONE, Act.REDONE, Act.UNDONE]
    assert [of for _, of in told[1:]] == ["case_registered"] * 3
    assert all(Topic.CANDIDATES in touched for touched in topics)


def test_a_command_given_before_the_desk_is_open_waits_and_is_not_lost(qtbot, desk):
    acts, told = Acts(), []
    acts.done.connect(told.append)
    acts.do(register)
    acts.do(register)
    assert told == []
    acts.open(desk)
    assert [done.act for done in told] == [Act.CASE_REGISTERED] * 2
    assert acts.can_undo


def test_a_refusal_is_told_with_its_initiator_and_not_remembered(qtbot, desk):
    acts, heard, page = Acts(), [], object()
    acts.refused.connect(lambda refusal, initiator: heard.append((refusal, initiator)))
    acts.open(desk)
    acts.do(lambda desk: desk.candidates.stage(99, Stage.VISIT), page)
    [(refusal, initiator)] = heard
    assert refusal.reason is Reason.NO_SUCH_CASE
    assert initiator is page
    assert not acts.can_undo


def test_what_the_machine_cannot_do_is_told(qtbot, desk):
    acts, heard = Acts(), []
    acts.unavailable.connect(heard.append)
    acts.open(desk)

    def full(_desk):
        raise Unavailable(Trouble.DISK_FULL)

    acts.do(full)
    assert [trouble.trouble for trouble in heard] == [Trouble.DISK_FULL]


def test_a_refused_undo_is_forgotten_and_the_one_before_stays(qtbot):
    class History:
        def undo(self, batch):
            if batch == 2:
                raise Refused(Reason.CHANGED_SINCE)
            return Done(Act.UNDONE, frozenset({Topic.PLAN}), 9)

    class Desk:
        history = History()

    acts, refused, told = Acts(), [], []
    acts.refused.connect(lambda refusal, _initiator: refused.append(refusal.reason))
    acts.done.connect(told.append)
    acts.open(Desk())
    for batch in (1, 2):
        acts.take(Done(Act.STEP_TICKED, frozenset({Topic.PLAN}), batch))
    acts.undo()
    assert refused == [Reason.CHANGED_SINCE]
    acts.undo()
    assert told[-1].act is Act.UNDONE
    assert not acts.can_undo


def test_what_wrote_nothing_is_not_offered_for_undo(qtbot, desk):
    acts = Acts()
    acts.open(desk)
    acts.do(lambda _desk: Done(Act.PLAN_REFRESHED, frozenset({Topic.PLAN})))
    assert not acts.can_undo


def test_leaving_the_file_forgets_what_could_be_undone(qtbot, desk):
    acts = Acts()
    acts.open(desk)
    acts.do(register)
    acts.shut()
    assert (acts.can_undo, acts.can_redo, acts.desk) == (False, False, None)
