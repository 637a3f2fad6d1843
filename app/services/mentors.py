"""Mentors: who accompanies newcomers at an employer, and whom they accompany."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.cases import Channel
from app.records.mentors import (
    MentorDraft,
    MentoringView,
    MentorshipState,
    MentorView,
    Proposals,
)
from app.records.papers import PaperKind
from app.records.roles import HolderDraft
from app.rules.mentoring import NAMING_STEP, Bar
from app.rules.rosters import ShiftKind
from app.rules.terms import Answer, Purpose, Role, StepState
from app.services import checks, existing
from app.services import mentor_matching as matching
from app.services.mentor_sheets import for_mentor, for_newcomer
from app.services.mentor_views import mentorship_view
from app.services.papers import PaperOrder
from app.services.roles import fill_role
from app.services.transactions import Transactions
from db import journal
from db.repositories import cases, mentors, providers, roles
from db.tables.case import Case
from db.tables.mentor import Mentor, Mentorship

_NETWORK = frozenset({Topic.NETWORK, Topic.SUPPORT})
_SUPPORT = frozenset({Topic.SUPPORT, Topic.NETWORK})
_PEOPLE = frozenset({Topic.SUPPORT, Topic.NETWORK, Topic.PLAN, Topic.CANDIDATES})
_OPEN = frozenset({MentorshipState.PROPOSED.value, MentorshipState.ASKED.value})
_BARRED = {
    Bar.ELSEWHERE.value: Reason.MENTOR_ELSEWHERE,
    Bar.NOT_YET.value: Reason.MENTOR_NOT_YET,
    Bar.LEFT.value: Reason.MENTOR_LEFT,
    Bar.FULL.value: Reason.MENTOR_FULL,
}


class Mentors:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def all(self) -> tuple[MentorView, ...]:
        """Every mentor, who can accompany a family first, then by name."""
        with self._transactions.reading() as session:
            return matching.views(session, self._transactions.today())

    def add(self, draft: MentorDraft) -> Done:
        """Enter a mentor; `facts["id"]` is the id. Raises `Refused` beside the field:
        MENTOR_SITE_CLOSED where the employer's site has closed, with the successor if any."""
        _check(draft)
        with self._transactions.command(Act.MENTOR_ADDED) as session:
            self._refuse_closed(session, draft)
            row = Mentor()
            _fill(row, draft)
            session.add(row)
            session.flush()
            return _done(session, Act.MENTOR_ADDED, row)

    def edit(self, mentor_id: int, draft: MentorDraft) -> Done:
        """Change a mentor, and who fills the role in the cases they accompany. Raises `Refused`
        beside the field; FEWER_THAN_AGREED where the capacity is below the load."""
        _check(draft)
        with self._transactions.command(Act.MENTOR_EDITED) as session:
            row = _existing(session, mentor_id)
            if draft.employer != row.employer_id:
                self._refuse_closed(session, draft)
            load = mentors.loads(session).get(row.id, 0)
            if draft.capacity < load:
                raise Refused(Reason.FEWER_THAN_AGREED, "capacity", count=load)
            former = matching.mentor_name(row)
            _fill(row, draft)
            session.flush()
            for each in mentors.of_mentor(session, row.id):
                if each.state == MentorshipState.AGREED.value:
                    _rename_holder(session, each.case_id, row, former)
            return _done(session, Act.MENTOR_EDITED, row)

    def remove(self, mentor_id: int) -> Done:
        """Take a mentor out whom no family was ever offered; else `Refused(MENTOR_IN_USE)`."""
        with self._transactions.command(Act.MENTOR_REMOVED) as session:
            row = _existing(session, mentor_id)
            used = len(mentors.of_mentor(session, row.id))
            if used:
                raise Refused(Reason.MENTOR_IN_USE, count=used, name=matching.mentor_name(row))
            done = _done(session, Act.MENTOR_REMOVED, row)
            session.delete(row)
            session.flush()
            return done

    def proposals(self, case_id: int) -> Proposals:
        """The mentors of the case's employer with all that speaks for and against each, who can
        be asked first. Raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return matching.proposals(session, case, self._transactions.today())

    def of_case(self, case_id: int) -> MentoringView:
        """All about mentors of a case: what was agreed, asked, declined, and whom to ask."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            agreed = mentors.agreed(session, case_id)
            mentor = mentors.by_id(session, agreed.mentor_id) if agreed else None
            order = list(_ORDER)
            rows = sorted(
                mentors.of_cases(session, (case_id,)), key=lambda each: order.index(each.state)
            )
            return MentoringView(
                case=case_id,
                mentorships=tuple(mentorship_view(session, row, today) for row in rows),
                proposals=matching.proposals(session, case, today),
                may_share=bool(matching.allowing(session, case_id, mentor, Purpose.SHARE)),
                may_write=bool(
                    matching.allowing(session, case_id, mentor, Purpose.CONTACT_CHANNEL)
                ),
            )

    def propose(self, case_id: int, mentor_id: int) -> Done:
        """Note a mentor for a case before anybody is asked; `facts["id"]` is the id of the
        mentorship. Raises `Refused` where that one cannot be asked, with whom else to ask."""
        return self._begin(Act.MENTORSHIP_PROPOSED, case_id, mentor_id, MentorshipState.PROPOSED)

    def ask(self, case_id: int, mentor_id: int) -> Done:
        """Note that a mentor was asked today, also one who declined before; as `propose`."""
        return self._begin(Act.MENTORSHIP_ASKED, case_id, mentor_id, MentorshipState.ASKED)

    def agree(self, mentorship_id: int, first: date | None = None) -> Done:
        """The mentor said yes and fills the role of the case from now on. `first`: from which day,
        None today. `facts["step"]`: the open step that asked for a mentor, which may be ticked.
        Raises `Refused`: MENTORSHIP_SETTLED, MENTOR_THERE_ALREADY, or as `propose`."""
        today = self._transactions.today()
        if first is not None:
            checks.day(first, "first")
        with self._transactions.command(Act.MENTORSHIP_AGREED) as session:
            row, mentor, case = self._named(session, mentorship_id)
            if row.state not in _OPEN:
                raise Refused(Reason.MENTORSHIP_SETTLED)
            self._refuse_barred(session, case, mentor)
            row.state, row.noted_on = MentorshipState.AGREED.value, today
            row.first, row.last, row.because = first or today, None, ""
            fill_role(session, case.id, Role.MENTOR, _holder(session, mentor))
            done = _told(session, Act.MENTORSHIP_AGREED, row, mentor, case, _PEOPLE)
            return replace(done, facts={**done.facts, "step": _naming_step(session, case)})

    def decline(self, mentorship_id: int, because: str = "") -> Done:
        """The mentor, or the family, said no. Raises `Refused(MENTORSHIP_SETTLED)`."""
        checks.storable_text(because, "because")
        with self._transactions.command(Act.MENTORSHIP_DECLINED) as session:
            row, mentor, case = self._named(session, mentorship_id)
            if row.state not in _OPEN:
                raise Refused(Reason.MENTORSHIP_SETTLED)
            row.state, row.noted_on = MentorshipState.DECLINED.value, self._transactions.today()
            row.because = because.strip()
            session.flush()
            return _told(session, Act.MENTORSHIP_DECLINED, row, mentor, case, _SUPPORT)

    def end(self, mentorship_id: int, last: date | None = None, because: str = "") -> Done:
        """An agreed mentorship is over: the role is free again, how both kept in touch is
        forgotten. Raises `Refused`: MENTORSHIP_NOT_AGREED, ENDS_BEFORE_IT_BEGINS."""
        checks.storable_text(because, "because")
        today = self._transactions.today()
        with self._transactions.command(Act.MENTORSHIP_ENDED) as session:
            row, mentor, case = self._named(session, mentorship_id)
            if row.state != MentorshipState.AGREED.value:
                raise Refused(Reason.MENTORSHIP_NOT_AGREED)
            over = last or max(today, row.first or today)
            checks.span(("first", row.first), ("last", over))
            row.state, row.noted_on = MentorshipState.ENDED.value, today
            row.last, row.because = over, because.strip()
            row.channel, row.group_name, row.consent_id = "", "", None
            holder = roles.holder(session, case.id, Role.MENTOR.value, None)
            if holder is not None and holder.name == matching.mentor_name(mentor):
                session.delete(holder)
            session.flush()
            return _told(session, Act.MENTORSHIP_ENDED, row, mentor, case, _PEOPLE)

    def keep_in_touch(
        self, mentorship_id: int, channel: Channel | None, group_name: str = ""
    ) -> Done:
        """Note how both keep in touch, never what they write; None forgets it. A messenger needs a
        consent for it towards the mentor, any other way one for passing on the contact, else
        `Refused(CHANNEL_NOT_ALLOWED)`."""
        checks.storable_text(group_name, "group_name")
        with self._transactions.command(Act.MENTORSHIP_CHANNEL_NOTED) as session:
            row, mentor, case = self._named(session, mentorship_id)
            if row.state != MentorshipState.AGREED.value:
                raise Refused(Reason.MENTORSHIP_NOT_AGREED)
            if channel is None:
                row.channel, row.group_name, row.consent_id = "", "", None
            else:
                purposes: tuple[Purpose, ...] = (Purpose.CONTACT_CHANNEL,)
                if channel is not Channel.MESSENGER:
                    purposes = (*purposes, Purpose.SHARE)
                allowed = matching.allowing(session, case.id, mentor, *purposes)
                if not allowed:
                    raise Refused(
                        Reason.CHANNEL_NOT_ALLOWED, "channel", name=matching.mentor_name(mentor)
                    )
                row.channel, row.group_name = channel.value, group_name.strip()
                row.consent_id = allowed[0].id
            session.flush()
            return _told(session, Act.MENTORSHIP_CHANNEL_NOTED, row, mentor, case, _SUPPORT)

    def sheet(self, mentorship_id: int) -> PaperOrder:
        """The sheet for the newcomer: who accompanies them. Raises `Refused`."""
        with self._transactions.reading() as session:
            _, _, case = self._named(session, mentorship_id)
        today = self._transactions.today()
        return PaperOrder(
            PaperKind.MENTORSHIP,
            case.name,
            lambda outward, speech: for_newcomer(outward, speech, mentorship_id, today),
            case.id,
        )

    def mentor_sheet(self, mentorship_id: int) -> PaperOrder:
        """The sheet for the mentor. Names and contact of the family are on it only of those who
        allow it (a consent to share with the mentor). Raises `Refused`."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            _, mentor, case = self._named(session, mentorship_id)
            allowed = matching.allowing(session, case.id, mentor, Purpose.SHARE)
            ids = frozenset(each.person_id for each in allowed)
            # what these allow to be passed on is private to every other sheet
            phones = matching.phones(session, case.id, ids)
        return PaperOrder(
            PaperKind.MENTORSHIP,
            matching.mentor_name(mentor),
            lambda outward, speech: for_mentor(outward, speech, mentorship_id, ids, phones, today),
            case.id,
        )

    def _begin(self, act: Act, case_id: int, mentor_id: int, state: MentorshipState) -> Done:
        with self._transactions.command(act, case_id) as session:
            case = existing.case(session, case_id)
            mentor = _existing(session, mentor_id)
            row = mentors.between(session, case_id, mentor_id)
            if row is not None and row.state == MentorshipState.AGREED.value:
                raise Refused(Reason.MENTORSHIP_SETTLED)
            self._refuse_barred(session, case, mentor)
            if row is None:
                row = Mentorship(case_id=case_id, mentor_id=mentor_id)
                session.add(row)
            row.state, row.noted_on = state.value, self._transactions.today()
            row.first, row.last, row.because = None, None, ""
            session.flush()
            return _told(session, act, row, mentor, case, _SUPPORT)

    def _named(self, session: Session, mentorship_id: int) -> tuple[Mentorship, Mentor, Case]:
        row = mentors.mentorship(session, mentorship_id)
        if row is None:
            raise Refused(Reason.NO_SUCH_MENTORSHIP, id=mentorship_id)
        return row, _existing(session, row.mentor_id), existing.case(session, row.case_id)

    def _refuse_closed(self, session: Session, draft: MentorDraft) -> None:
        """An employer's site that is not there any more has no mentors; its successor may."""
        if draft.employer is None:
            raise Refused(Reason.BLANK, "employer")
        employer = existing.provider(session, draft.employer)
        on = max(draft.valid_from or date.min, self._transactions.today())
        if not matching.is_there(employer, on):
            successor = matching.successor_of(session, employer, on)
            told = {"successor": successor} if successor else {}
            name = employer.organisation.name
            raise Refused(Reason.MENTOR_SITE_CLOSED, "employer", name=name, **told)

    def _refuse_barred(self, session: Session, case: Case, mentor: Mentor) -> None:
        """Who cannot accompany this case is not asked; told with whom else to ask."""
        today = self._transactions.today()
        if case.employer_id is None:
            raise Refused(Reason.MENTOR_WITHOUT_EMPLOYER)
        other = mentors.agreed(session, case.id)
        if other is not None and other.mentor_id != mentor.id:
            there = mentors.by_id(session, other.mentor_id)
            raise Refused(
                Reason.MENTOR_THERE_ALREADY, name=matching.mentor_name(there) if there else ""
            )
        for bar in matching.bars(session, case, mentor, today):
            facts: dict[str, object] = {"name": matching.mentor_name(mentor)}
            best = matching.next_best(session, case, today, mentor.id)
            if best:
                facts["other"] = best
            raise Refused(_BARRED[bar], "mentor", **facts)


_ORDER = ("agreed", "asked", "proposed", "declined", "ended")


def _check(draft: MentorDraft) -> None:
    checks.storable(draft)
    if draft.employer is None:
        raise Refused(Reason.BLANK, "employer")
    checks.not_blank(draft.family, "family")
    checks.phone(draft.phone, "phone")
    checks.email(draft.email, "email")
    checks.languages(draft.languages, "languages")
    if not 0 <= draft.capacity <= 50:
        raise Refused(Reason.NOT_A_NUMBER, "capacity", typed=draft.capacity)
    checks.span(("valid_from", draft.valid_from), ("valid_to", draft.valid_to))


def _existing(session: Session, mentor_id: int) -> Mentor:
    found = mentors.by_id(session, mentor_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_MENTOR, id=mentor_id)
    return found


def _fill(row: Mentor, draft: MentorDraft) -> None:
    for name in ("given", "family", "phone", "email", "profession", "ward", "interests", "note"):
        setattr(row, name, getattr(draft, name).strip())
    if draft.employer is not None:
        row.employer_id = draft.employer
    row.languages = " ".join(draft.languages)
    row.shifts = " ".join(kind.value for kind in ShiftKind if kind in draft.shifts)
    row.capacity = draft.capacity
    row.valid_from, row.valid_to = draft.valid_from, draft.valid_to


def _holder(session: Session, mentor: Mentor) -> HolderDraft:
    """The mentor as the steps, the folder and the calendar know the role."""
    employer = providers.by_id(session, mentor.employer_id)
    at = (employer.organisation.name if employer else "", mentor.ward)
    return HolderDraft(
        name=matching.mentor_name(mentor),
        organisation=", ".join(part for part in at if part.strip()),
        phone=mentor.phone,
        email=mentor.email,
        languages=tuple(mentor.languages.split()),
    )


def _rename_holder(session: Session, case_id: int, mentor: Mentor, former: str) -> None:
    holder = roles.holder(session, case_id, Role.MENTOR.value, None)
    if holder is not None and holder.name == former:
        fill_role(session, case_id, Role.MENTOR, _holder(session, mentor))


def _done(session: Session, act: Act, row: Mentor) -> Done:
    facts = {"name": matching.mentor_name(row), "id": str(row.id)}
    return Done(act, _NETWORK | {Topic.PLAN}, journal.batch_of(session), facts=facts)


def _naming_step(session: Session, case: Case) -> str:
    """The id of the open step that asks for a mentor, blank for none."""
    for step in cases.steps(session, case.id):
        applies = step.state == StepState.OPEN.value and step.applies == Answer.YES.value
        if applies and step.template == NAMING_STEP:
            return str(step.id)
    return ""


def _told(
    session: Session,
    act: Act,
    row: Mentorship,
    mentor: Mentor,
    case: Case,
    touched: frozenset[Topic],
) -> Done:
    journal.name_case(session, case.id)
    facts = {"name": matching.mentor_name(mentor), "family": case.name, "id": str(row.id)}
    return Done(act, touched, journal.batch_of(session), case.id, facts)
