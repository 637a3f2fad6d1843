"""The terminal's command for funding: which programmes fit a case, and why."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from app.grammar import Exit
from app.records.funding import ApplicationView, FundingBoard, Offer
from app.rules.funding import Finding
from app.rules.funding_sums import Combination, amount_of
from app.services.shown import Facts
from app.terminal import Terminal, as_json, desk_on, say_unrecorded


def funding(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    """Show every programme for a case, those that fit first, with every condition's answer."""
    with desk_on(terminal, file) as desk:
        board = desk.funding.answer(call.case)
        if desk.privacy.is_recorded:
            desk.privacy.viewed(call.case)
        say_unrecorded(terminal, desk.transactions.file)
    if call.json:
        terminal.print(as_json(_board(call.case, board)))
        return Exit.DONE
    for line in terminal.wording.funding(board):
        terminal.print(line)
    return Exit.DONE


def _board(case: int, board: FundingBoard) -> Facts:
    return {
        "case": case,
        "sure": _combination(board.sure),
        "possible": _combination(board.possible),
        "next_by": _day(board.next_by),
        "programmes": [_offer(each) for each in board.offers],
        "applications": [_application(each) for each in board.applications],
        "clashes": [list(pair) for pair in board.clashes],
    }


def _combination(found: Combination) -> Facts:
    return {
        "programmes": list(found.codes),
        "once_cents": found.once_cents,
        "monthly_cents": found.monthly_cents,
        "amount_unknown": list(found.unknown),
        "capped_cents": found.capped_cents,
        "combining_unproven": list(found.unproven),
        "left_out": [
            {"code": each.code, "why": each.why.value, "other": each.other}
            for each in found.left_out
        ],
    }


def _offer(offer: Offer) -> Facts:
    programme = offer.programme
    return {
        "code": programme.code,
        "title": programme.title,
        "body": programme.body,
        "sort": programme.sort.value,
        "fit": offer.fit.value,
        "most_cents": amount_of(programme),
        "monthly_cents": programme.monthly_cents,
        "percent": programme.percent,
        "apply_by": _day(offer.judged.deadline.by),
        "before": programme.before.value,
        "binding_years": programme.binding_years,
        "grade": programme.grade.value,
        "source": programme.source,
        "missing_papers": list(offer.missing),
        "ask": [key.value for key in offer.judged.ask],
        "conditions": [_finding(each) for each in offer.judged.findings],
    }


def _finding(found: Finding) -> Facts:
    verdict = found.verdict
    return {
        "why": found.why.value,
        "answer": found.answer.value,
        "words": found.words,
        "on": _day(found.on),
        "because": [[each.key.value, each.value] for each in verdict.why] if verdict else [],
    }


def _application(view: ApplicationView) -> Facts:
    draft = view.draft
    return {
        "id": view.id,
        "programme": draft.programme,
        "title": view.title,
        "state": draft.state.value,
        "asked_cents": draft.asked_cents,
        "granted_cents": draft.granted_cents,
        "apply_by": _day(view.apply_by),
        "next_on": _day(draft.next_on),
        "bound_until": _day(view.bound_until),
    }


def _day(on: date | None) -> str | None:
    return on.isoformat() if on else None
