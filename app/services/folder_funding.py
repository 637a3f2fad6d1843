"""Funding for the paper: what may fit a family, and what it applied for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy.orm import Session

from app.content.words import Words
from app.errors import Reason, Refused
from app.folder.funding_contents import FundingPage, PrintedPaper, PrintedProgramme
from app.folder.papers import PaperSheet
from app.folder.sheets.funding import funding_list
from app.folder.speech import Speech
from app.records.funding import (
    DECIDED_FOR,
    ENDED_WITHOUT,
    ApplicationDraft,
    ApplicationState,
    FundingBoard,
    Offer,
)
from app.rules.calendar import PartialDate
from app.rules.funding import Before, Fit, Sort
from app.rules.funding_sums import amount_of
from app.services import existing
from app.services.derived import called_name
from app.services.folder_contents import office_of
from app.services.funding_answers import board_of
from app.services.office import setting_of
from app.services.planner import Planner
from app.services.printed_words import words_in
from db.repositories import cases

_TOLD = {
    ApplicationState.SUBMITTED: "submitted",
    ApplicationState.GRANTED: "granted",
    ApplicationState.PAID: "paid",
}


def funding_sheet(
    case_id: int, planner: Planner, today: Callable[[], date], session: Session, speech: Speech
) -> PaperSheet:
    """The sheet for a family. Raises `Refused(NOTHING_FUNDED)` where there is nothing to tell."""
    case = existing.case(session, case_id)
    board = board_of(session, case, planner, today())
    words = words_in(session, planner.resources, speech.language)
    names = [called_name(each) for each in cases.people(session, case_id)[:2]]
    page = page_of(board, speech.listed(names), _papers(planner, words))
    if not page.programmes:
        raise Refused(Reason.NOTHING_FUNDED)
    return PaperSheet(
        title=speech.text("funding.title"),
        parts=(funding_list(page, speech),),
        office=office_of(session, today(), case),
        created=today(),
        name=page.family,
        example=setting_of(session, "example") == "yes",
    )


def page_of(board: FundingBoard, family: str, papers: Mapping[str, PrintedPaper]) -> FundingPage:
    """What is printed of an answer: what fits or may, but nothing that only the employer gets nor
    what was refused or given up."""
    drafts = {each.id: each.draft for each in board.applications}
    states = {key: draft.state for key, draft in drafts.items()}
    found = [
        _printed(each, drafts.get(each.application or 0), papers)
        for each in board.offers
        if each.fit is not Fit.FITS_NOT
        and each.programme.sort is not Sort.FOR_EMPLOYER
        and states.get(each.application or 0) not in ENDED_WITHOUT
    ]
    together = 0 if board.sure.unproven else board.sure.once_cents
    return FundingPage(family, tuple(found), together)


def _printed(
    offer: Offer, draft: ApplicationDraft | None, papers: Mapping[str, PrintedPaper]
) -> PrintedProgramme:
    programme = offer.programme
    state = draft.state if draft else None
    is_out = state in _TOLD
    is_decided = state in DECIDED_FOR
    missing = () if is_decided else offer.missing
    known = programme.as_of
    return PrintedProgramme(
        title=programme.title,
        body=programme.body,
        is_sure=offer.fit is Fit.FITS,
        for_whom=offer.name,
        most_cents=amount_of(programme),
        monthly_cents=programme.monthly_cents,
        percent=programme.percent,
        amount_words=programme.amount_words,
        before="" if is_out or programme.before is Before.NOTHING else programme.before.value,
        apply_by=None if is_out else offer.judged.deadline.by,
        binding_years=programme.binding_years,
        papers=tuple(papers[code] for code in missing if code in papers),
        website=programme.website,
        as_of=known.first if known else None,
        as_of_pattern=_pattern(known),
        standing=_TOLD.get(state, "") if state else "",
        granted_cents=draft.granted_cents if draft and is_decided else None,
    )


def _pattern(known: PartialDate | None) -> str:
    if known is None or known.day:
        return "numbers"
    return "month" if known.month else "year"


def _papers(planner: Planner, words: Words) -> Mapping[str, PrintedPaper]:
    found = {}
    for code, paper in (planner.catalogue.papers or {}).items():
        if paper is not None:
            said = words.said(paper.title)
            found[code] = PrintedPaper(said.text, said.language)
    return found
