"""What a clerk should know of a folder before it is given to a family: what is old, what is left
out and why, who is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.folder import gather
from app.folder.contents import Place
from app.folder.nearby import Choice, Unfit
from app.folder.sheets.places import KINDS
from app.records.compositions import ChapterKind, Composition
from app.records.folders import Finding, FindingCode
from app.records.plan import PlanView
from app.rules.terms import Role, Track
from app.services import plan_views
from app.services.folder_places import places_of
from app.services.planner import Planner
from app.services.printed_words import phrases_in
from app.services.roles import holders_of
from db.repositories import cases, compositions, office
from db.tables.case import Case

_LEFT_OUT: Mapping[Unfit, FindingCode] = MappingProxyType(
    {
        Unfit.AGE: FindingCode.WRONG_AGE,
        Unfit.FULL: FindingCode.FULL,
        Unfit.OTHER_STAFF: FindingCode.OTHER_STAFF,
        Unfit.UNREACHABLE: FindingCode.UNREACHABLE,
    }
)
_PEOPLE = (
    (Role.SERVICE_POINT, FindingCode.NO_ADVISOR),
    (Role.MENTOR, FindingCode.NO_MENTOR),
    (Role.WARD, FindingCode.NO_WARD),
)
_TRACKS = (
    (Track.ONBOARDING, ChapterKind.TIMELINE),
    (Track.RELOCATION, ChapterKind.CHECKLIST),
)


def findings(
    session: Session,
    case: Case,
    planner: Planner,
    resources: Path,
    today: date,
    language: str,
    composition: Composition,
) -> tuple[Finding, ...]:
    """All of the chapters that are to be printed, in their order."""
    views = {track: plan_views.view(session, case, track, planner, today) for track in Track}
    people = cases.people(session, case.id)
    choice = places_of(session, case, people, resources, today, views.values())
    found = [
        *_people(session, case),
        *_steps(views),
        *_translated(session, case, planner, resources, today, language, views),
        *([] if case.home_town.strip() else [Finding(ChapterKind.OFFICES, FindingCode.NO_HOME)]),
        *_places(choice),
        *_given(session, today),
    ]
    order = [each.kind for each in composition.chapters if each.printed]
    kept = (each for each in found if each.chapter in order)
    return tuple(sorted(kept, key=lambda each: order.index(each.chapter)))


def _people(session: Session, case: Case) -> Iterator[Finding]:
    known = {holder.role for holder in holders_of(session, case).case}
    for role, code in _PEOPLE:
        if role not in known:
            yield Finding(ChapterKind.PEOPLE, code)


def _steps(views: Mapping[Track, PlanView]) -> Iterator[Finding]:
    for track, chapter in _TRACKS:
        for title in gather.left_out(views[track]):
            yield Finding(chapter, FindingCode.UNPROVEN, title)


def _translated(
    session: Session,
    case: Case,
    planner: Planner,
    resources: Path,
    today: date,
    language: str,
    german: Mapping[Track, PlanView],
) -> Iterator[Finding]:
    """Steps, each title once, and the folder's own sentences that another language lends."""
    if language == OFFICE_LANGUAGE:
        return
    for track, chapter in _TRACKS:
        view = plan_views.view(session, case, track, planner, today, language)
        lent = {each.id for each in view.steps if each.language and gather.printable(each)}
        titles = (each.title for each in german[track].steps if each.id in lent)
        for title in dict.fromkeys(titles):
            yield Finding(chapter, FindingCode.NOT_TRANSLATED, title)
    if phrases_in(session, resources, language)[0].lent:
        yield Finding(ChapterKind.STAND, FindingCode.WORDS_NOT_TRANSLATED)


def _places(choice: Choice) -> Iterator[Finding]:
    for place in choice.places:
        if place.stale:
            yield _of(place, FindingCode.STALE, place.checked_on)
        elif place.checked_on is None:
            yield _of(place, FindingCode.NEVER_CHECKED)
    for place, unfit in choice.left_out:
        yield _of(place, _LEFT_OUT[unfit], place.free_on if unfit is Unfit.FULL else None)


def _given(session: Session, today: date) -> Iterator[Finding]:
    for voucher in compositions.ended_vouchers(session, today):
        ended = FindingCode.VOUCHER_ENDED
        yield Finding(ChapterKind.VOUCHERS, ended, voucher.title, None, voucher.valid_to)
    officer = office.setting(session, "officer")
    if officer is None or not officer.value.strip():
        yield Finding(ChapterKind.PRIVACY, FindingCode.NO_OFFICER)


def _of(place: Place, code: FindingCode, on: date | None = None) -> Finding:
    chapter = next(chapter for chapter, kinds in KINDS.items() if place.kind in kinds)
    return Finding(chapter, code, place.name, place.provider, on)
