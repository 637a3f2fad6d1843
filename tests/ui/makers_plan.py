"""Plain makers of plans as the window gets them; today is Monday, 23 November 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.records.cases import BlockerView, CaseHead
from app.records.plan import DocumentView, PhaseView, PlanView, StepView
from app.records.roles import HolderDraft, HolderView
from app.rules.calendar import Day, Precision
from app.rules.standing import Tracked, standing
from app.rules.terms import (
    AnchorKind,
    Answer,
    Blocker,
    BlockerState,
    DateKind,
    Role,
    Stage,
    StepState,
    Track,
)

TODAY = date(2026, 11, 23)
ANCHORS = (
    (AnchorKind.CONTRACT, Day(date(2026, 11, 2))),
    (AnchorKind.MOVE_IN, Day(date(2027, 2, 15))),
    (AnchorKind.WORK_START, Day(date(2027, 3, 1))),
)
HEAD = CaseHead(
    id=1,
    name="Ben Amor, Amira",
    initials="BA",
    occupation="Pflegefachfrau",
    employer="Deichklinik Norden",
    stage=Stage.CONTRACT,
    advisor="Tomke Harms",
    work_start=Day(date(2027, 3, 1)),
    next_due=None,
    next_step="",
    held_until=None,
    held_because="",
    closed_on=None,
    closed_because=None,
    members=((1, "Amira"), (2, "Yasmin")),
)
STEP = StepView(
    id=1,
    track=Track.ONBOARDING,
    template="m_pate_benennen",
    phase="contract",
    title="Patin oder Paten beim künftigen Arbeitgeber benennen",
    short="Pate/Patin benennen",
    explanation="",
    state=StepState.OPEN,
    applies=Answer.YES,
    because=(),
    ask=(),
    due=Day(date(2026, 11, 16)),
    pinned=False,
    promptly=False,
    kind=DateKind.ADVICE,
    basis="",
    grade=None,
    source="",
    stand=None,
    anchor=AnchorKind.CONTRACT,
    offset="P14D",
    roles=(Role.EMPLOYER,),
    person=None,
    person_name="",
    office_type="",
    office="",
    documents=(),
    done_on=None,
    reason="",
    note="",
    own=False,
    late=True,
    days_left=-7,
)
PHASES = ("interest", "contract", "preboarding")
PAPER = DocumentView("passport", "Reisepass", None)


def make_step(number: int = 1, due: date | Day | None = TODAY, **changes: object) -> StepView:
    """An open step; lateness and the days left follow from `due`."""
    day = Day(due) if isinstance(due, date) else due
    left = (day.last - TODAY).days if day else None
    step = replace(STEP, id=number, due=day, days_left=left, late=False)
    step = replace(step, **changes)  # type: ignore[arg-type]
    plain = step.state is StepState.OPEN and step.applies is Answer.YES
    if "late" not in changes and left is not None and left < 0 and plain:
        step = replace(step, late=True)
    return step


def make_plan(*steps: StepView, **changes: object) -> PlanView:
    """A plan of these steps in three phases, counted as the office counts."""
    tracked = [Tracked(s.id, s.state, s.applies, s.kind, s.due) for s in steps]
    whole = standing(tracked, TODAY)
    phases = []
    for key in PHASES:
        counted = [t for t, s in zip(tracked, steps, strict=True) if s.phase == key and t.counts]
        done = sum(t.state is StepState.DONE for t in counted)
        phases.append(PhaseView(key, key.title(), done, len(counted)))
    plan = PlanView(
        head=HEAD,
        track=Track.ONBOARDING,
        today=TODAY,
        steps=tuple(steps),
        phases=tuple(phases),
        anchors=ANCHORS,
        done=whole.done,
        total=whole.total,
        late=len(whole.late) + len(whole.overdue),
        due_today=whole.due_today,
        due_this_week=whole.due_this_week,
        unclear=whole.unclear,
        next_step=whole.next_step,
    )
    return replace(plan, **changes)  # type: ignore[arg-type]


def month(year: int, number: int) -> Day:
    """A date known by its month alone."""
    return Day(date(year, number, 1), Precision.MONTH)


def crowded(number: int = 57) -> PlanView:
    """Many steps with long German titles in few lanes, many of them due on the same days."""
    long = "Aufenthaltserlaubnis zur Anerkennung der Berufsqualifikation beantragen und abholen"
    steps = [
        make_step(
            at + 1,
            date.fromordinal(TODAY.toordinal() - 90 + 7 * (at // 2)),
            short=f"{at + 1}. {long}"[: 20 + at],
            phase=PHASES[at % 3],
            own=at % 9 == 0,
            state=StepState.DONE if at % 7 == 0 else StepState.OPEN,
            done_on=TODAY if at % 7 == 0 else None,
        )
        for at in range(number - 2)
    ]
    steps.append(make_step(number - 1, None, short=long))
    unclear = make_step(number, None, applies=Answer.UNCLEAR, ask=("licence_from",))
    return make_plan(*steps, unclear)


def make_blocker(
    blocker: Blocker = Blocker.LICENCE, state: BlockerState = BlockerState.OPEN, **changes: object
) -> BlockerView:
    """Something that bars the first working day, cleared by step 7 of the person."""
    known: dict[str, object] = {
        "due": Day(date(2027, 3, 1)),
        "steps": ("Berufserlaubnis beantragen",),
        "roles": (Role.PERSON, Role.HR),
        "step": 7,
    }
    return BlockerView(blocker, state, **{**known, **changes})  # type: ignore[arg-type]


def make_holder(name: str, role: Role = Role.MENTOR) -> HolderView:
    """Somebody behind a role."""
    return HolderView(1, role, HolderDraft(name))
