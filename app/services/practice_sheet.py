"""The sheet of the way to a practice of one's own: gathered, then composed."""

from __future__ import annotations

from collections.abc import Iterator

from app.errors import Reason, Refused
from app.folder.papers import PaperSheet
from app.folder.practice_contents import PrintedPractice, PrintedWay, PrintedWayStep
from app.folder.sheets.practice import way
from app.folder.speech import Speech
from app.records.practice import (
    ENDED,
    PracticeBoard,
    PracticeMatch,
    PracticeView,
    PracticeWay,
    WayStep,
)
from app.rules.practice_matching import OLD_DAYS, Criterion, Verdict
from app.rules.terms import StepState
from app.services.folder_contents import office_of
from app.services.office import setting_of
from app.services.own_practice import Gathering, area_of

PROPOSED = 4
"""So many practices nobody has noted are printed at most."""


def sheet(gathering: Gathering, speech: Speech) -> PaperSheet:
    """A sheet for each person who goes the way. Raises `Refused(NO_OWN_PRACTICE)`, also where
    there is neither a step nor a practice to print."""
    board = gathering.board(speech.language)
    ways = (_way(each, board, gathering, speech) for each in board.ways)
    printed = tuple(each for each in ways if each.steps or each.practices)
    if not printed:
        raise Refused(Reason.NO_OWN_PRACTICE)
    return PaperSheet(
        title=speech.text("practice.title"),
        parts=tuple(way(each, speech) for each in printed),
        office=office_of(gathering.session, gathering.today, gathering.case),
        created=gathering.today,
        name=speech.listed([each.name for each in printed]),
        example=setting_of(gathering.session, "example") == "yes",
    )


def _way(
    told: PracticeWay, board: PracticeBoard, gathering: Gathering, speech: Speech
) -> PrintedWay:
    application = next((each for each in told.steps if each.is_application), None)
    draft = told.session.draft if told.session else None
    return PrintedWay(
        name=told.person_name,
        opening=told.opening,
        steps=tuple(_step(each) for each in told.steps if _is_printed(each)),
        by_committee=told.by_committee,
        body=draft.body if draft else "",
        session=draft.on if draft else None,
        papers_by=draft.papers_by if draft else None,
        handed_in=application is not None and application.state is StepState.DONE,
        practices=tuple(_practices(told, board, gathering, speech)),
    )


def _is_printed(step: WayStep) -> bool:
    return not step.unproven and step.state is not StepState.NOT_NEEDED


def _step(step: WayStep) -> PrintedWayStep:
    done = step.state is StepState.DONE
    return PrintedWayStep(step.short, step.office, step.due, step.done_on, is_done=done)


def _practices(
    told: PracticeWay, board: PracticeBoard, gathering: Gathering, speech: Speech
) -> Iterator[PrintedPractice]:
    """What is noted and not over, then the best of what nothing speaks against."""
    for interest in board.interests:
        if interest.draft.person == told.person and interest.draft.state not in ENDED:
            yield _practice(interest.practice, gathering, speech, known=True)
    proposed = [each for each in board.matches if each.person == told.person and _worth(each)]
    for match in proposed[:PROPOSED]:
        yield _practice(match.practice, gathering, speech, known=False)


def _worth(match: PracticeMatch) -> bool:
    """Nothing fails, and it is known to be for this profession."""
    profession = next(e for e in match.findings if e.criterion is Criterion.PROFESSION)
    return not match.fails and profession.verdict is Verdict.FITS


def _practice(
    view: PracticeView, gathering: Gathering, speech: Speech, *, known: bool
) -> PrintedPractice:
    draft, area = view.draft, area_of(view)
    if area is not None and (gathering.today - area.draft.as_of).days > OLD_DAYS:
        area = None
    return PrintedPractice(
        title=draft.title,
        specialty=draft.specialty,
        place=draft.town or view.place,
        seats=_seats(draft.quarter_seats, speech),
        from_day=draft.from_day,
        to_day=draft.to_day,
        state=area.draft.state.value if area else "",
        has_areas=draft.profession in ("", "doctor"),
        area_as_of=area.draft.as_of if area else None,
        contact=draft.contact,
        phone=draft.phone,
        email=draft.email,
        website=draft.website,
        public_note=draft.public_note,
        as_of=draft.as_of,
        is_known=known,
    )


def _seats(quarters: int | None, speech: Speech) -> str:
    from babel.numbers import format_decimal

    if quarters is None:
        return ""
    said: str = format_decimal(quarters / 4, locale=speech.locale)
    return said
