"""The papers of a step: whom a step for each person asks for which."""

from __future__ import annotations

from datetime import date

from app.desk import Desk
from app.records.plan import StepView
from app.rules.terms import Track
from tests.makers import make_case


def visa_steps(desk: Desk, case: int) -> list[StepView]:
    steps = desk.plan.view(case, Track.RELOCATION).steps
    return [step for step in steps if step.template == "visum_termin"]


def keys(step: StepView) -> set[str]:
    return {paper.key for paper in step.documents}


def test_only_the_professional_brings_the_papers_on_profession_and_language(desk):
    case = make_case(desk, children=1)
    own, childs = visa_steps(desk, case)
    assert keys(own) - keys(childs) == {"recognition_notice", "language_certificate"}
    assert {"passport", "travel_insurance"} <= keys(childs)


def test_a_paper_that_was_seen_stays_whoever_it_is_asked_of(desk):
    case = make_case(desk, children=1)
    childs = visa_steps(desk, case)[1]
    desk.plan.mark_document(childs.id, "language_certificate", date(2026, 11, 2))
    seen = {paper.key: paper.present_on for paper in visa_steps(desk, case)[1].documents}
    assert seen["language_certificate"] == date(2026, 11, 2)
    assert "recognition_notice" not in seen
