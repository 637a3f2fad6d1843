"""A practice of one's own: practices handed over, whom they suit, who is interested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.content.municipalities import municipality_of
from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.papers import PaperKind
from app.records.practice import (
    FAILED,
    AreaView,
    InterestDraft,
    InterestView,
    PracticeBoard,
    PracticeDraft,
    PracticeMatch,
    PracticeState,
    PracticeView,
    PracticeWay,
)
from app.rules.practice_matching import Area, Offer, Seeker, area_for, judged, rank
from app.services import checks, existing, practice_way
from app.services.derived import called_name
from app.services.papers import PaperOrder
from app.services.planner import Planner
from app.services.practice_records import (
    RUNNING,
    Places,
    area_view,
    check_practice,
    existing_practice,
    fill_practice,
    practice_view,
)
from app.services.transactions import Transactions
from db.journal import batch_of
from db.repositories import cases, practice
from db.tables.case import Case
from db.tables.practice import Practice, PracticeInterest

if TYPE_CHECKING:
    from app.folder.papers import PaperSheet
    from app.folder.speech import Speech

_OFFERED = frozenset({Topic.NETWORK})
_CHOSEN = frozenset({Topic.SUPPORT, Topic.NETWORK})


class OwnPractice:
    def __init__(self, transactions: Transactions, planner: Planner, resources: Path) -> None:
        self._transactions = transactions
        self._planner = planner
        self._resources = resources
        self._places = Places.of(resources)

    def practices(self) -> tuple[PracticeView, ...]:
        """Every practice handed over, by first day; the archived ones last."""
        with self._transactions.reading() as session:
            found = _views(session, practice.practices(session), self._places)
        return tuple(sorted(found, key=lambda each: each.archived_on is not None))

    def add(self, draft: PracticeDraft) -> Done:
        """Enter a practice; `facts["id"]` is its id. Raises `Refused` beside the field:
        PRACTICE_TWICE where one of this name is offered in this town already."""
        check_practice(draft, self._places)
        with self._transactions.command(Act.PRACTICE_ADDED) as session:
            _check_once(session, draft, None)
            row = Practice()
            fill_practice(session, row, draft)
            session.add(row)
            session.flush()
            return _done(session, Act.PRACTICE_ADDED, row)

    def edit(self, practice_id: int, draft: PracticeDraft) -> Done:
        """Change a practice. Raises `Refused`: NO_SUCH_PRACTICE, or as `add`."""
        check_practice(draft, self._places)
        with self._transactions.command(Act.PRACTICE_EDITED) as session:
            row = existing_practice(session, practice_id)
            _check_once(session, draft, practice_id)
            fill_practice(session, row, draft)
            session.flush()
            return _done(session, Act.PRACTICE_EDITED, row)

    def archive(self, practice_id: int, because: str = "") -> Done:
        """Propose it no more; what is noted about it stays. Raises
        `Refused(NO_SUCH_PRACTICE)`."""
        checks.storable_text(because, "because")
        with self._transactions.command(Act.PRACTICE_ARCHIVED) as session:
            row = existing_practice(session, practice_id)
            row.archived_on, row.archived_because = self._transactions.today(), because.strip()
            session.flush()
            return _done(session, Act.PRACTICE_ARCHIVED, row)

    def restore(self, practice_id: int) -> Done:
        """Propose it again. Raises `Refused(NO_SUCH_PRACTICE)`."""
        with self._transactions.command(Act.PRACTICE_RESTORED) as session:
            row = existing_practice(session, practice_id)
            row.archived_on, row.archived_because = None, ""
            session.flush()
            return _done(session, Act.PRACTICE_RESTORED, row)

    def board(self, case_id: int) -> PracticeBoard:
        """The ways of a case, what it is interested in, and every other current practice for each
        person who goes a way, the best first. Raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            gathering = Gathering(
                session, case, self._planner, self._resources, self._transactions.today()
            )
            return gathering.board()

    def way(self, case_id: int) -> tuple[PracticeWay, ...]:
        """The way of each person of a case who has or wants a practice of their own: its steps,
        the meeting of the committee that is reached and what has to be there until when. Raises
        `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case, today = existing.case(session, case_id), self._transactions.today()
            found = practice_way.members(session, case, today)
            return practice_way.ways(session, case, self._planner, today, found)

    def note(self, draft: InterestDraft) -> Done:
        """Note where somebody stands with a practice; noted again it changes. Raises `Refused`:
        NO_SUCH_PERSON, NO_SUCH_PRACTICE, REASON_MISSING where it came to nothing, NOT_A_DATE."""
        checks.storable_text(draft.because, "because")
        if draft.next_on is not None:
            checks.day(draft.next_on, "next_on")
        if draft.state in FAILED and not draft.because.strip():
            raise Refused(Reason.REASON_MISSING, "because")
        with self._transactions.command(Act.PRACTICE_NOTED) as session:
            person = existing.person(session, draft.person)
            row = existing_practice(session, draft.practice)
            interest = practice.interest_of(session, person.id, row.id)
            if interest is None:
                interest = PracticeInterest(
                    case_id=person.case_id, person_id=person.id, practice_id=row.id
                )
                session.add(interest)
            interest.state, interest.because = draft.state.value, draft.because.strip()
            interest.next_on, interest.noted_on = draft.next_on, self._transactions.today()
            session.flush()
            facts = {
                "id": str(interest.id),
                "name": called_name(person),
                "other": row.title,
                "practice": draft.state.value,
            }
            return Done(
                Act.PRACTICE_NOTED, _CHOSEN, batch_of(session), case=person.case_id, facts=facts
            )

    def forget(self, interest_id: int) -> Done:
        """Take a note about somebody and a practice back. Raises `Refused(NO_SUCH_PRACTICE)`."""
        with self._transactions.command(Act.PRACTICE_FORGOTTEN) as session:
            interest = practice.interest(session, interest_id)
            if interest is None:
                raise Refused(Reason.NO_SUCH_PRACTICE, id=interest_id)
            person = existing.person(session, interest.person_id)
            session.delete(interest)
            session.flush()
            facts = {"name": called_name(person)}
            return Done(
                Act.PRACTICE_FORGOTTEN, _CHOSEN, batch_of(session), case=person.case_id, facts=facts
            )

    def sheet(self, case_id: int) -> PaperOrder:
        """The way and the practices worth a look, for the family. Raises `Refused`: NO_SUCH_CASE,
        and NO_OWN_PRACTICE when it is printed where nobody goes that way."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            made = partial(
                _sheet, case_id, self._planner, self._resources, self._transactions.today()
            )
            return PaperOrder(PaperKind.OWN_PRACTICE, case.name, made, case_id)


@dataclass(frozen=True)
class Gathering:
    """What the room and the sheet of a case tell, in a session that is open."""

    session: Session
    case: Case
    planner: Planner
    resources: Path
    today: date

    def board(self, language: str = "") -> PracticeBoard:
        """As `OwnPractice.board`; the texts of the steps in `language`, blank the office's."""
        found = practice_way.members(self.session, self.case, self.today)
        said = (language,) if language else ()
        ways = practice_way.ways(self.session, self.case, self.planner, self.today, found, *said)
        interests = self._interests()
        return PracticeBoard(
            ways=ways,
            interests=interests,
            matches=tuple(sorted(self._matches(found, interests), key=_best_first)),
            candidates=practice_way.candidates(found),
        )

    def _interests(self) -> tuple[InterestView, ...]:
        rows = practice.interests_of_case(self.session, self.case.id)
        people = {each.id: each for each in cases.people(self.session, self.case.id)}
        of = [existing_practice(self.session, each.practice_id) for each in rows]
        views = _views(self.session, of, Places.of(self.resources))
        found = (
            InterestView(
                id=row.id,
                case=row.case_id,
                draft=InterestDraft(
                    row.person_id,
                    row.practice_id,
                    PracticeState(row.state),
                    row.next_on,
                    row.because,
                ),
                person_name=called_name(people[row.person_id]),
                practice=view,
                noted_on=row.noted_on,
            )
            for row, view in zip(rows, views, strict=True)
        )
        return tuple(sorted(found, key=lambda each: each.draft.state in FAILED))

    def _matches(
        self, found: Sequence[practice_way.Member], interests: Sequence[InterestView]
    ) -> Iterator[PracticeMatch]:
        noted = {(each.draft.person, each.practice.id) for each in interests}
        rows = practice.current(self.session, self.today)
        views = _views(self.session, rows, Places.of(self.resources))
        for member in found:
            if not member.own:
                continue
            seeker = self._seeker(member)
            for view in views:
                if (member.person.id, view.id) not in noted:
                    yield match_of(view, seeker, member.person.id, called_name(member.person),
                                   self.today)  # fmt: skip

    def _seeker(self, member: practice_way.Member) -> Seeker:
        wish = practice.wish(self.session, self.case.id)
        wanted = frozenset(wish.municipalities.split()) if wish else frozenset[str]()
        return Seeker(
            profession=member.profession,
            specialty=member.specialty,
            licence=member.licence,
            municipalities=wanted,
            home=self._home(),
            opening=practice_way.opening_of(self.session, self.case),
            accessible=bool(wish and wish.accessible),
        )

    def _home(self) -> frozenset[str]:
        """The municipality of the home; of a joint one where no more is known all its members."""
        case = self.case
        home = municipality_of(case.home_town, case.home_postcode, self.resources)
        if home is None:
            return frozenset()
        if home.ags:
            return frozenset({home.ags})
        listed = Places.of(self.resources).by_key
        return frozenset(k for k, each in listed.items() if each.joint_key == home.joint_key)


def match_of(
    view: PracticeView, seeker: Seeker, person: int, name: str, today: date
) -> PracticeMatch:
    """A practice for a person, criterion by criterion."""
    draft = view.draft
    area = area_of(view)
    offer = Offer(
        profession=draft.profession,
        specialty=draft.specialty,
        municipality=draft.municipality,
        quarter_seats=draft.quarter_seats,
        from_day=draft.from_day,
        to_day=draft.to_day,
        accessible=draft.accessible,
        as_of=draft.as_of,
        valid_to=draft.valid_to,
        area=None
        if area is None
        else Area(area.draft.doctors, area.draft.state, area.draft.as_of, area.draft.free_halves),
    )
    return PracticeMatch(view, person, name, judged(offer, seeker, today), area)


def area_of(view: PracticeView) -> AreaView | None:
    """The planning area that counts for a practice, None where that is not known."""
    groups = [each.draft.doctors for each in view.areas]
    return area_for(view.draft.specialty, view.areas, groups)


def remove_person(session: Session, person_id: int) -> None:
    """What is noted about practices and somebody who is taken out of a household goes too."""
    for interest in practice.interests_of_person(session, person_id):
        session.delete(interest)


def _best_first(match: PracticeMatch) -> tuple[object, ...]:
    first = match.practice.draft.from_day
    return (*rank(match.findings), first or date.max, match.practice.id, match.person)


def _views(session: Session, rows: Sequence[Practice], places: Places) -> list[PracticeView]:
    areas = [area_view(row, places) for row in practice.areas(session)]
    interested = practice.interested(session, RUNNING)
    return [practice_view(session, row, places, areas, interested) for row in rows]


def _check_once(session: Session, draft: PracticeDraft, practice_id: int | None) -> None:
    other = practice.alike(session, draft.title.strip(), draft.town.strip(), practice_id)
    if other is not None:
        raise Refused(Reason.PRACTICE_TWICE, "title", other=other.title)


def _sheet(
    case_id: int,
    planner: Planner,
    resources: Path,
    today: date,
    session: Session,
    speech: Speech,
) -> PaperSheet:
    from app.services.practice_sheet import sheet  # ReportLab only where a sheet is made

    return sheet(Gathering(session, existing.case(session, case_id), planner, resources, today),
                 speech)  # fmt: skip


def _done(session: Session, act: Act, row: Practice) -> Done:
    return Done(act, _OFFERED, batch_of(session), facts={"name": row.title, "id": str(row.id)})
