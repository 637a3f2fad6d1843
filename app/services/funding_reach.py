"""Whom a programme would fit, as it is being typed: the open cases, one after another."""

from __future__ import annotations

from dataclasses import replace

from app.progress import Step, Steps
from app.records.funding import Reach
from app.rules.calendar import PartialDate
from app.rules.funding import Fit, Programme, Why, is_stale, judge
from app.rules.terms import Grade
from app.services.funding_answers import claimant_of
from app.services.funding_records import application_view
from app.services.planner import Planner
from app.services.transactions import Transactions
from db.repositories import cases, funding, templates

NAMED = 4
"""Cases that are told by name."""
WORK = "cases"


def reach(transactions: Transactions, planner: Planner, programme: Programme) -> Steps[Reach]:
    """Judge a programme for each open case; nothing is held open between two of them."""
    today = transactions.today()
    with transactions.reading() as session:
        wanted = cases.running_ids(session)
    certain = replace(
        programme,
        checks=(),
        grade=Grade.G,
        as_of=PartialDate(today.year, today.month, today.day),
        valid_to=None,
    )
    found: dict[Fit, list[int]] = {fit: [] for fit in Fit}
    met = 0
    for at, case_id in enumerate(wanted):
        yield Step(at, len(wanted), WORK)
        with transactions.reading() as session:
            case = cases.by_id(session, case_id)
            if case is None:
                continue
            people = cases.people(session, case_id)
            applications = tuple(
                application_view(session, each, people)
                for each in funding.applications(session, case_id)
            )
            claimant = claimant_of(session, case, people, applications, planner, today)
        found[judge(programme, claimant).fit].append(case_id)
        met += judge(certain, claimant).fit is Fit.FITS
    fits, unclear = found[Fit.FITS], found[Fit.UNCLEAR]
    with transactions.reading() as session:
        names = templates.names_of(session, [*fits[:NAMED], *unclear[:NAMED]])
    return Reach(
        fits=tuple((each, names.get(each, "")) for each in fits[:NAMED]),
        unclear=tuple((each, names.get(each, "")) for each in unclear[:NAMED]),
        fits_count=len(fits),
        unclear_count=len(unclear),
        met_count=met,
        total=sum(map(len, found.values())),
        held=tuple(
            why
            for why, holds in (
                (Why.OVER, programme.valid_to is not None and programme.valid_to < today),
                (Why.STALE, is_stale(programme, today)),
                (Why.UNPROVEN, programme.grade is Grade.A),
                (Why.TO_CONFIRM, bool(programme.checks)),
            )
            if holds
        ),
    )
