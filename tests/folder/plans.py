"""Plans of a household with a secret in every field that is the office's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.records.cases import CaseHead
from app.records.plan import BecauseView, DocumentView, PhaseView, PlanView, StepView
from app.rules.terms import AnchorKind, Answer, DateKind, Grade, Role, Stage, StepState, Track
from tests.folder.makers import day

TODAY = date(2026, 12, 1)
PRIVATE = "Geheim 4711"


def step(**changes: object) -> StepView:
    """A step with a secret in every field that is the office's own."""
    plain = StepView(
        id=1,
        track=Track.RELOCATION,
        template="register",
        phase="housing",
        title="Wohnsitz anmelden",
        short="Anmelden",
        explanation="Alle gehen zusammen hin.",
        state=StepState.OPEN,
        applies=Answer.YES,
        because=(BecauseView("origin", PRIVATE, PRIVATE),),
        ask=(PRIVATE,),
        due=day(2026, 12, 14),
        pinned=False,
        promptly=False,
        kind=DateKind.DUTY,
        basis="§ 17 Abs. 1 BMG",
        grade=Grade.G,
        source=PRIVATE,
        stand=date(2026, 8, 19),
        anchor=AnchorKind.MOVE_IN,
        offset="P14D",
        roles=(Role.PERSON,),
        person=None,
        person_name="Anitha",
        office_type="registry",
        office="Bürgerbüro",
        documents=(DocumentView("passport", "Pass", date(2026, 11, 20)),),
        done_on=None,
        reason=PRIVATE,
        note=PRIVATE,
        own=False,
        late=False,
        days_left=13,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def view(*steps: StepView) -> PlanView:
    head = CaseHead(
        7,
        PRIVATE,
        "AV",
        PRIVATE,
        PRIVATE,
        Stage.ARRIVAL,
        PRIVATE,
        None,
        None,
        "",
        None,
        "",
        None,
        None,
    )
    return PlanView(
        head=head,
        track=Track.RELOCATION,
        today=TODAY,
        steps=steps,
        phases=(PhaseView("housing", "Wohnen und Melden", 0, 1),),
        anchors=(),
        done=0,
        total=len(steps),
        late=0,
        due_today=0,
        due_this_week=0,
        unclear=0,
        next_step=None,
    )
