"""The commands on funding as the tests of undo give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.desk import Desk
from app.done import Done
from app.records.cases import CaseQuery
from app.records.funding import ApplicationDraft, ApplicationState
from app.rules.calendar import PartialDate
from app.rules.funding import Programme
from app.rules.terms import Grade

KREIS = Programme(
    "",
    "Zuschuss des Landkreises",
    body="Landkreis",
    most_cents=500_000,
    grade=Grade.S,
    source="Merkblatt",
    as_of=PartialDate(2026, 10),
)


def prepare(desk: Desk) -> None:
    """A changed programme, one archived, one of the office's own, and an application."""
    desk.funding.add(KREIS)
    desk.funding.edit("kvn_branch", replace(programme(desk, "kvn_branch"), most_cents=2_500_000))
    ship_another(desk)
    desk.funding.archive("scholarship_leer")
    (case,) = desk.lists.case_ids(CaseQuery())
    desk.funding.consider(case, "recognition_grant")


def ship_another(desk: Desk) -> None:
    """As if the versions of the office rested on originals that are shipped no more."""
    with desk.transactions.file.connect() as connection:
        connection.execute("UPDATE funding_programmes SET based_on = 'older' WHERE based_on <> ''")


def programme(desk: Desk, code: str) -> Programme:
    """The programme as the office has it now."""
    views = desk.funding.programmes()
    return next(each.programme for each in views if each.programme.code == code)


def _application(desk: Desk, case: int) -> int:
    return desk.funding.answer(case).applications[0].id


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Funding.add": lambda desk, _, __: desk.funding.add(replace(KREIS, title="Starthilfe")),
    "Funding.edit": lambda desk, _, __: desk.funding.edit(
        "child_benefit", replace(programme(desk, "child_benefit"), note="geprüft")
    ),
    "Funding.archive": lambda desk, _, __: desk.funding.archive("kvn_branch"),
    "Funding.restore": lambda desk, _, __: desk.funding.restore("scholarship_leer"),
    "Funding.reset": lambda desk, _, __: desk.funding.reset("kvn_branch"),
    "Funding.adopt": lambda desk, _, __: desk.funding.adopt("kvn_branch", ["most_cents"]),
    "Funding.keep_own": lambda desk, _, __: desk.funding.keep_own("kvn_branch"),
    "Funding.note": lambda desk, case, _: desk.funding.note(
        case, ApplicationDraft("eures_tms", ApplicationState.PREPARING)
    ),
    "Funding.consider": lambda desk, case, _: desk.funding.consider(case, "placement_budget"),
    "Funding.edit_application": lambda desk, case, _: desk.funding.edit_application(
        _application(desk, case),
        ApplicationDraft(
            "recognition_grant", ApplicationState.SUBMITTED, submitted_on=date(2026, 11, 20)
        ),
    ),
    "Funding.remove_application": lambda desk, case, _: desk.funding.remove_application(
        _application(desk, case)
    ),
}
