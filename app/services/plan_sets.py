"""Sets of milestones: which one a case has, and what giving another would do."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.errors import Reason, Refused
from app.records.plan import SetPreview
from app.rules.terms import Answer
from app.services.planner import Planner, is_untouched
from db.folding import words
from db.repositories import cases, providers
from db.tables.case import Case
from db.tables.step import Step


def stored(planner: Planner, plan_set: str) -> str:
    """How a case keeps a set: blank for the first one. Raises `Refused(NO_SUCH_SET)`."""
    found = planner.set_named(plan_set)
    if found is None:
        raise Refused(Reason.NO_SUCH_SET, "plan_set", set=plan_set)
    return "" if found == planner.catalogue.sets[0] else found.id


def proposed(session: Session, planner: Planner, employer: int | None, profession: str) -> str:
    """The set, as a case keeps it, that is kept for an employer by name, else for a profession;
    blank for the usual."""
    whole = providers.by_id(session, employer) if employer is not None else None
    name = words(whole.organisation.name) if whole else []
    sets = planner.catalogue.sets
    found = next(
        (each for each in sets if name and words(each.employer) == name),
        next((each for each in sets if not each.employer and profession in each.professions), None),
    )
    return stored(planner, found.id) if found else ""


def preview(
    session: Session, case: Case, planner: Planner, today: date, plan_set: str
) -> SetPreview:
    """What giving the set would add, withdraw and keep, in the order of the catalogue; short
    German titles, each once."""
    situation = planner.situation(session, case, today)
    left_out = situation.book.left_out(stored(planner, plan_set))
    worked_on = cases.worked_on(session, case.id)
    in_plan: dict[tuple[str, int | None], Step] = {
        (step.template, step.person_id): step for step in cases.steps(session, case.id)
    }
    adds: list[str] = []
    withdraws: list[str] = []
    keeps: list[str] = []
    for planned in situation.planned:
        step = in_plan.get((planned.template, planned.member))
        title = situation.book.catalogue.by_id[planned.template].short.in_language(OFFICE_LANGUAGE)
        if planned.template not in left_out:
            if step is None and planned.verdict.answer is not Answer.NO:
                adds.append(title)
        elif step is not None:
            (withdraws if is_untouched(step, worked_on) else keeps).append(title)
    return SetPreview(*(tuple(dict.fromkeys(titles)) for titles in (adds, withdraws, keeps)))
