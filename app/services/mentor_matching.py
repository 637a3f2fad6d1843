"""Who a mentor is looked for, who there is, and what is said of the two (`rules.mentoring`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy.orm import Session

from app.records.mentors import (
    Accompanied,
    MentorDraft,
    MentorshipState,
    MentorStanding,
    MentorView,
    Proposal,
    Proposals,
)
from app.rules.in_force import stands
from app.rules.mentoring import Candidate, Newcomer, fit, ranked
from app.rules.rosters import ShiftKind
from app.rules.terms import AnchorKind, MemberRole, Purpose, Recipient, Role
from db.repositories import care, cases, consents, mentors, providers, roles
from db.repositories.providers import Whole
from db.tables.case import Case, Person
from db.tables.consent import Consent
from db.tables.mentor import Mentor, Mentorship


def mentor_name(mentor: Mentor) -> str:
    """The name as spoken."""
    return f"{mentor.given.strip()} {mentor.family.strip()}".strip()


def draft_of(mentor: Mentor) -> MentorDraft:
    """A mentor as typed."""
    return MentorDraft(
        employer=mentor.employer_id,
        family=mentor.family,
        given=mentor.given,
        phone=mentor.phone,
        email=mentor.email,
        profession=mentor.profession,
        ward=mentor.ward,
        languages=tuple(mentor.languages.split()),
        interests=mentor.interests,
        shifts=frozenset(map(ShiftKind, mentor.shifts.split())),
        capacity=mentor.capacity,
        valid_from=mentor.valid_from,
        valid_to=mentor.valid_to,
        note=mentor.note,
    )


def views(session: Session, today: date) -> tuple[MentorView, ...]:
    """Every mentor, who can accompany a family first, then by name."""
    loads = mentors.loads(session)
    order = list(MentorStanding)
    found = [view(session, row, today, loads) for row in mentors.every(session)]
    return tuple(sorted(found, key=lambda each: order.index(each.standing)))


def view(session: Session, row: Mentor, today: date, loads: dict[int, int]) -> MentorView:
    """One mentor; `loads` as the repository counts them."""
    employer = providers.by_id(session, row.employer_id)
    load = loads.get(row.id, 0)
    return MentorView(
        id=row.id,
        draft=draft_of(row),
        name=mentor_name(row),
        employer_name=employer.organisation.name if employer else "",
        load=load,
        standing=_standing(row, employer, load, today),
        families=tuple(_accompanied(session, each) for each in mentors.of_mentor(session, row.id)),
        successor=successor_of(session, employer, today),
    )


def successor_of(session: Session, employer: Whole | None, on: date) -> str:
    """Who took the place of an employer's site that is not there on a day, blank where it is."""
    if employer is None or is_there(employer, on):
        return ""
    return providers.successor_name(session, employer)


def is_there(employer: Whole, on: date) -> bool:
    """Whether an employer's site exists on a day."""
    return employer.at.archived_on is None and stands(employer.at, on)


def proposals(session: Session, case: Case, today: date) -> Proposals:
    """The mentors of the case's employer, who can be asked first."""
    newcomer = newcomer_of(session, case, today)
    employer = providers.by_id(session, case.employer_id) if case.employer_id else None
    if employer is None:
        return Proposals(case.id, "", newcomer.on)
    rows = {row.id: row for row in mentors.every(session)}
    loads = mentors.loads(session)
    known = {each.mentor_id: each for each in mentors.of_cases(session, (case.id,))}
    found = ranked(newcomer, candidates(session, rows.values(), case.id))
    closed = None if is_there(employer, newcomer.on) else employer.at.valid_to
    return Proposals(
        case=case.id,
        employer=employer.organisation.name,
        on=newcomer.on,
        mentors=tuple(
            Proposal(
                view(session, rows[each.candidate], today, loads),
                each,
                MentorshipState(known[each.candidate].state) if each.candidate in known else None,
            )
            for each in found
        ),
        closed_on=closed,
        successor=successor_of(session, employer, newcomer.on),
    )


def next_best(session: Session, case: Case, today: date, besides: int) -> str:
    """The name of whom else to ask, blank where nobody else can be asked."""
    newcomer = newcomer_of(session, case, today)
    rows = {row.id: row for row in mentors.every(session) if row.id != besides}
    for each in ranked(newcomer, candidates(session, rows.values(), case.id)):
        if not each.bars:
            return mentor_name(rows[each.candidate])
    return ""


def bars(session: Session, case: Case, mentor: Mentor, today: date) -> tuple[str, ...]:
    """The codes of what rules a mentor out for a case, in the order they are told."""
    [candidate] = candidates(session, (mentor,), case.id)
    found = fit(newcomer_of(session, case, today), candidate)
    return tuple(bar.value for bar in found.bars)


def newcomer_of(session: Session, case: Case, today: date) -> Newcomer:
    """What is known of the professional of a case for the choice of a mentor."""
    people = [each for each in cases.people(session, case.id) if each.role == _PROFESSIONAL]
    start = cases.anchor(session, case.id, AnchorKind.WORK_START.value)
    on = today if start is None else max(start.on, today)
    spoken = people[0].languages.split() if people else []
    ward = roles.holder(session, case.id, Role.WARD.value, None)
    return Newcomer(
        on=on,
        employers=_employers(session, case.employer_id),
        languages=tuple(dict.fromkeys((*spoken, case.language))),
        profession=case.profession,
        workplace=f"{ward.organisation} {ward.name}" if ward else "",
        shifts=_shifts(session, people[0], on) if people else frozenset(),
        interests=people[0].interests if people else "",
    )


def candidates(
    session: Session, rows: Iterable[Mentor], case_id: int | None = None
) -> tuple[Candidate, ...]:
    """The mentors as the rules see them, their load without this case."""
    loads = mentors.loads(session, case_id)
    return tuple(
        Candidate(
            id=row.id,
            employers=_employers(session, row.employer_id),
            languages=tuple(row.languages.split()),
            profession=row.profession,
            ward=row.ward,
            shifts=frozenset(map(ShiftKind, row.shifts.split())),
            interests=row.interests,
            capacity=row.capacity,
            load=loads.get(row.id, 0),
            first=row.valid_from,
            last=row.valid_to,
        )
        for row in rows
    )


def allowing(
    session: Session, case_id: int, mentor: Mentor | None, *purposes: Purpose
) -> tuple[Consent, ...]:
    """The consents of the grown members of a case for one of these purposes that hold towards a
    mentor, the oldest first; one that names a mentor holds for that one alone. `mentor` None:
    towards whomever it will be."""
    grown = {each.id for each in cases.people(session, case_id) if each.role != _CHILD}
    wanted = {purpose.value for purpose in purposes}
    return tuple(
        each
        for each in reversed(consents.of_case(session, case_id))
        if each.withdrawn_on is None
        and each.person_id in grown
        and each.purpose in wanted
        and each.recipient == Recipient.MENTOR.value
        and (mentor is None or _is_named(mentor, each.recipient_name))
    )


def _is_named(mentor: Mentor, recipient: str) -> bool:
    named = recipient.casefold().strip()
    return not named or mentor.family.casefold().strip() in named


def _standing(row: Mentor, employer: Whole | None, load: int, today: date) -> MentorStanding:
    if row.valid_to is not None and row.valid_to < today:
        return MentorStanding.LEFT
    if employer is not None and not is_there(employer, today):
        return MentorStanding.SITE_CLOSED
    if row.valid_from is not None and today < row.valid_from:
        return MentorStanding.NOT_YET
    return MentorStanding.FULL if load >= row.capacity else MentorStanding.FREE


def _accompanied(session: Session, row: Mentorship) -> Accompanied:
    case = cases.by_id(session, row.case_id)
    name = case.name if case else ""
    return Accompanied(row.id, row.case_id, name, MentorshipState(row.state))


def _employers(session: Session, provider_id: int | None) -> frozenset[int]:
    """The organisations of a provider and of all that take its place."""
    found: set[int] = set()
    seen: set[int] = set()
    while provider_id is not None and provider_id not in seen:
        seen.add(provider_id)
        whole = providers.by_id(session, provider_id)
        if whole is None:
            break
        found.add(whole.organisation.id)
        provider_id = whole.at.successor_id
    return frozenset(found)


def _shifts(session: Session, person: Person, on: date) -> frozenset[ShiftKind]:
    """The kinds of duties of the roster that holds on a day, else of the last one."""
    known = care.rosters(session, person.id)
    holding = [each for each in known if each.first <= on <= (each.last or date.max)]
    if not known:
        return frozenset()
    roster = (holding or known)[-1]
    return frozenset(ShiftKind(each.kind) for each in care.duties(session, roster.id))


def phones(session: Session, case_id: int, ids: Collection[int]) -> tuple[str, ...]:
    """The telephone numbers of these members of a household, each once."""
    known = (each.phone for each in cases.people(session, case_id) if each.id in ids)
    return tuple(dict.fromkeys(number for number in known if number.strip()))


_PROFESSIONAL, _CHILD = MemberRole.PROFESSIONAL.value, MemberRole.CHILD.value
