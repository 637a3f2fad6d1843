"""The sheet of kitas and schools for a family: what it says, gathered from the board."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.errors import Reason, Refused
from app.folder.school_contents import PrintedChild, PrintedSchool
from app.records.care import CareState
from app.records.schools import (
    OVER,
    SURE,
    CareStanding,
    ChildSchools,
    SchoolBoard,
    SchoolChoice,
    SchoolMatch,
    SchoolState,
    SchoolView,
    WaysFrom,
)
from app.rules.checking import due_on
from app.rules.childhood import school_year
from app.rules.cover import CareKind
from app.rules.home_matching import WayThere
from app.rules.school_matching import AllDay, Criterion
from app.rules.terms import Answer
from app.services.office import setting_of
from db.tables.case import Case

if TYPE_CHECKING:
    from app.folder.papers import PaperSheet
    from app.folder.speech import Speech

PROPOSED = 3
"""So many schools are proposed for a child at most."""
STANDINGS = {
    SchoolState.CONSIDERED: "training.standings.proposed",
    SchoolState.CONTACTED: "schools.states.contacted",
    SchoolState.VISITED: "schools.states.visited",
    SchoolState.REGISTERED: "training.standings.registered",
    SchoolState.ACCEPTED: "care.places.promised",
    SchoolState.ATTENDING: "training.standings.attending",
}
"""The phrase for each state that is printed."""


def sheet_of(
    session: Session, case: Case, board: SchoolBoard, today: date, speech: Speech
) -> PaperSheet:
    """The sheet of a case. Raises `Refused(NO_SCHOOLS)` where there is nothing to tell."""
    from app.folder.papers import PaperSheet  # ReportLab only where a sheet is made
    from app.folder.sheets.schools import school_list
    from app.services.folder_contents import office_of

    children = printed(board, today)
    if not children:
        raise Refused(Reason.NO_SCHOOLS)
    return PaperSheet(
        title=speech.text("places.children_chapter"),
        parts=(school_list(children, speech),),
        office=office_of(session, today, case),
        created=today,
        name=speech.listed([each.name for each in children]),
        example=setting_of(session, "example") == "yes",
    )


def printed(board: SchoolBoard, today: date) -> tuple[PrintedChild, ...]:
    """Children of whom there is something to tell. What came to nothing stays in the office, and
    so does a school that may not take the child."""
    lives = board.starts in (WaysFrom.HOME, WaysFrom.PROMISED)
    found = (
        PrintedChild(each.name, tuple(_rows(each, today, ways=lives)), _right(each))
        for each in board.children
    )
    return tuple(each for each in found if each.schools)


def _rows(child: ChildSchools, today: date, *, ways: bool) -> Iterator[PrintedSchool]:
    named = {each.school.provider for each in child.choices}
    for each in child.cared:
        if each.state is not CareState.DECLINED and each.provider not in named:
            found = replace(
                _place(each, today, ways=ways),
                kind=each.kind.value,
                standing=f"care.places.{each.state.value}",
                starts_on=each.since,
            )
            yield _placed(found) if each.provider in child.promised else found
    chosen = [each for each in child.choices if each.draft.state not in OVER]
    yield from (_chosen(each, child, today, ways=ways) for each in chosen)
    fitting = [each for each in child.matches if each.match.fits is Answer.YES]
    if not chosen and not child.has_school:
        yield from (_proposed(each, today, ways=ways) for each in fitting[:PROPOSED])


def _chosen(choice: SchoolChoice, child: ChildSchools, today: date, *, ways: bool) -> PrintedSchool:
    """Where the child stands with a school; a place promised in the care board is one."""
    state = choice.draft.state
    if state not in SURE and choice.school.provider in child.promised:
        state = SchoolState.ACCEPTED
    found = replace(
        _school(choice.school, today, ways=ways),
        standing=STANDINGS[state],
        starts_on=choice.draft.starts_on,
        next_on=choice.draft.next_on,
    )
    return _placed(found) if state in SURE else found


def _placed(found: PrintedSchool) -> PrintedSchool:
    """Who has a place asks for no free ones."""
    return replace(found, free=None, free_on=None)


def _place(each: CareStanding, today: date, *, ways: bool) -> PrintedSchool:
    """A place of the care board, with all that is known of it where it is a school."""
    from app.services.folder_places import hours_of  # only where a sheet is made

    opened = None if each.kind is CareKind.SCHOOL else hours_of(each.hours, "", today)
    if each.school is not None:
        return replace(_school(each.school, today, ways=ways), hours=opened)
    found = PrintedSchool(
        each.name,
        town=each.town,
        phone=each.phone,
        website=each.website,
        hours=opened,
        public_note=each.public_note,
    )
    return _with_way(found, each.way) if ways else found


def _proposed(each: SchoolMatch, today: date, *, ways: bool) -> PrintedSchool:
    school, cover = each.school, each.cover
    left = None
    if cover is not None:
        left = cover.lessons if cover.all_day is None else cover.all_day
    in_district = any(
        one.criterion is Criterion.DISTRICT and one.answer is Answer.YES
        for one in each.match.weighed
    )
    named = school.profile is not None and bool(school.profile.catchment)
    return replace(_school(school, today, ways=ways), district=in_district and named, open=left)


def _school(school: SchoolView, today: date, *, ways: bool) -> PrintedSchool:
    """A way is told from a home alone."""
    found = PrintedSchool(
        school.name,
        kind=CareKind.ALL_DAY.value if school.is_all_day else "",
        town=school.town,
        phone=school.phone,
        website=school.website,
    )
    found = _with_way(found, school.way) if ways else found
    profile = school.profile
    if profile is None:
        return found
    counted = profile.as_of is not None and due_on(profile.as_of, "school") > today
    return replace(
        found,
        first=profile.first_class,
        last=profile.last_class,
        all_day="" if profile.all_day is AllDay.NONE else profile.all_day.value,
        free=profile.all_day_places if counted else None,
        free_on=profile.as_of,
        german_class=profile.german_class is True,
        holiday_care=profile.holiday_care is True,
        public_note=profile.public_note,
    )


def _with_way(found: PrintedSchool, way: WayThere | None) -> PrintedSchool:
    """Not over water, where nobody knows the ferry, and not of a single minute, which is next
    door."""
    if way is None or way.ferry or (way.minutes or 0) <= 1:
        return found
    return replace(found, minutes=way.minutes, estimated=way.estimated)


def _right(child: ChildSchools) -> str:
    if child.all_day_right is not Answer.YES:
        return ""
    year = school_year(child.on)
    return f"{year}/{(year + 1) % 100:02d}"
