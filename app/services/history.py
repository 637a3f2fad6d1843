"""The history of a case, and taking commands back: undo is a new batch, never a rewriting."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.cases import HistoryView
from app.services.derived import renew_provider
from app.services.known import uncovered
from app.services.one_kita import refuse_second_kita
from app.services.planner import Planner
from app.services.template_base import retitled
from app.services.transactions import Transactions
from db import journal
from db.repositories import cases, office, providers

_TOPICS = {
    "cases": Topic.CANDIDATES,
    "people": Topic.CANDIDATES,
    "facts": Topic.CANDIDATES,
    "anchors": Topic.CANDIDATES,
    "anchor_moves": Topic.CANDIDATES,
    "stage_changes": Topic.CANDIDATES,
    "contacts": Topic.CANDIDATES,
    "consents": Topic.CANDIDATES,
    "contact_topics": Topic.CANDIDATES,
    "promises": Topic.SUPPORT,
    "steps": Topic.PLAN,
    "step_documents": Topic.PLAN,
    "role_holders": Topic.PLAN,
    "organisations": Topic.PROVIDERS,
    "services": Topic.PROVIDERS,
    "places": Topic.PROVIDERS,
    "services_at_places": Topic.PROVIDERS,
    "service_costs": Topic.PROVIDERS,
    "contact_persons": Topic.PROVIDERS,
    "distinct_pairs": Topic.PROVIDERS,
    "column_mappings": Topic.PROVIDERS,
    "provider_filters": Topic.PROVIDERS,
    "travel_times": Topic.PROVIDERS,
    "shifts": Topic.CARE,
    "working_lives": Topic.CARE,
    "rosters": Topic.CARE,
    "duties": Topic.CARE,
    "carers": Topic.CARE,
    "care_choices": Topic.CARE,
    "care_frames": Topic.CARE,
    "printed_folders": Topic.FOLDERS,
    "compositions": Topic.FOLDERS,
    "brochures": Topic.FOLDERS,
    "vouchers": Topic.FOLDERS,
    "service_points": Topic.OFFICE,
    "advisors": Topic.OFFICE,
    "absences": Topic.OFFICE,
    "settings": Topic.OFFICE,
    "saved_filters": Topic.OFFICE,
    "confirmations": Topic.PLAN,
    "template_versions": Topic.TEMPLATES,
    "held_rules": Topic.PLAN,
    "calendar_entries": Topic.PLAN,
    "wordings": Topic.TEXTS,
    "employer_profiles": Topic.PROVIDERS,
    "benefits": Topic.PROVIDERS,
    "shift_patterns": Topic.CARE,
    "step_confirmations": Topic.PLAN,
    "mentors": Topic.NETWORK,
    "mentorships": Topic.SUPPORT,
    "occasions": Topic.NETWORK,
    "invitations": Topic.SUPPORT,
    "case_ties": Topic.CANDIDATES,
    "job_profiles": Topic.SUPPORT,
    "language_levels": Topic.SUPPORT,
    "openings": Topic.NETWORK,
    "introductions": Topic.SUPPORT,
    "occupation_titles": Topic.NETWORK,
    "visits": Topic.SUPPORT,
    "visit_stops": Topic.SUPPORT,
    "sailings": Topic.NETWORK,
    "media_links": Topic.NETWORK,
    "talks": Topic.SUPPORT,
    "talk_reasons": Topic.SUPPORT,
    "leavings": Topic.SUPPORT,
    "leaving_reasons": Topic.SUPPORT,
    "ambassadors": Topic.SUPPORT,
    "courses": Topic.NETWORK,
    "course_bookings": Topic.SUPPORT,
    "actors": Topic.NETWORK,
    "service_links": Topic.NETWORK,
    "group_topics": Topic.NETWORK,
    "topic_keywords": Topic.NETWORK,
    "meetings": Topic.NETWORK,
    "attendances": Topic.NETWORK,
    "group_entries": Topic.NETWORK,
    "housing_wishes": Topic.SUPPORT,
    "housing_offers": Topic.NETWORK,
    "housing_interests": Topic.SUPPORT,
    "dormitories": Topic.NETWORK,
    "dormitory_entries": Topic.SUPPORT,
    "moves": Topic.SUPPORT,
    "move_quotes": Topic.SUPPORT,
    "move_costs": Topic.SUPPORT,
    "school_profiles": Topic.PROVIDERS,
    "school_choices": Topic.SUPPORT,
    "funding_programmes": Topic.NETWORK,
    "funding_applications": Topic.SUPPORT,
    "practices": Topic.NETWORK,
    "planning_areas": Topic.NETWORK,
    "committee_dates": Topic.NETWORK,
    "practice_interests": Topic.SUPPORT,
    "elder_needs": Topic.SUPPORT,
    "needs": Topic.SUPPORT,
    "employer_places": Topic.PROVIDERS,
}

_HANDED_OUT = frozenset({Act.CALENDAR_EXPORTED.value, Act.PROVIDERS_EXPORTED.value})
"""What a file of these says has left the office."""


class History:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def of_case(self, case_id: int, limit: int = 200) -> list[HistoryView]:
        """Who did what to this case and when, newest first."""
        with self._transactions.reading() as session:
            return [
                HistoryView(
                    batch=batch.id,
                    at=batch.at,
                    who=batch.who,
                    act=batch.act,
                    undone=office.undone_by(session, batch.id) is not None,
                )
                for batch in office.batches_of_case(session, case_id, limit)
            ]

    def undo(self, batch_id: int) -> Done:
        """Take a command back; taking an undo back is the redo. Raises `Refused`: NO_SUCH_BATCH,
        ALREADY_UNDONE, NOTHING_TO_UNDO (of a file handed out too), CHANGED_SINCE (`table`, `row`),
        NOT_UNDOABLE where a part was erased for good, CONSENT_IN_USE and CONSENT_MISSING where
        facts under Art. 9 DSGVO would stand there without consent, SECOND_KITA."""
        with self._transactions.reading() as session:
            before = office.batch(session, batch_id)
            if before is None:
                raise Refused(Reason.NO_SUCH_BATCH, id=batch_id)
            if office.undone_by(session, batch_id) is not None:
                raise Refused(Reason.ALREADY_UNDONE, id=batch_id)
            if before.act in _HANDED_OUT:
                # it may stand in calendars already, and the next file has to count on from it
                raise Refused(Reason.NOTHING_TO_UNDO, id=batch_id)
            if journal.is_scrubbed(session, batch_id):
                raise Refused(Reason.NOT_UNDOABLE, id=batch_id)
            act = Act.REDONE if before.act == Act.UNDONE.value else Act.UNDONE
            case, former = before.case_id, before.act
        with self._transactions.command(act, case, undoes=batch_id) as session:
            rows = journal.rows_of(session, batch_id)
            owners = _cases_of(session, rows)
            already = _uncovered(session, owners)
            try:
                touched = journal.undo(session, batch_id)
            except journal.ChangedSince as change:
                raise Refused(Reason.CHANGED_SINCE, table=change.table, row=change.row) from change
            if not touched:
                raise Refused(Reason.NOTHING_TO_UNDO, id=batch_id)
            owners |= _cases_of(session, touched)
            for owner in owners if any(table == "care_choices" for table, _ in touched) else ():
                refuse_second_kita(session, owner)
            if _uncovered(session, owners) - already:
                given = before.act == Act.CONSENT_GIVEN.value
                raise Refused(Reason.CONSENT_IN_USE if given else Reason.CONSENT_MISSING)
            book = self._planner.shelf.read(session, self._transactions.today())
            retitled(session, self._planner.book, book)
            self._renew(session, owners, touched, self._planner.beside(book))
            done = Done(
                act,
                frozenset(_TOPICS[table] for table, _ in touched)
                | ({Topic.CANDIDATES} if owners else frozenset()),
                journal.batch_of(session),
                case,
                facts={"act": former},
            )
        self._planner.adopt(book)
        return done

    def _renew(
        self, session: Session, owners: set[int], touched: set[tuple[str, int]], planner: Planner
    ) -> None:
        for case_id in owners:
            case = cases.by_id(session, case_id)
            if case is not None:
                # facts and dates may have changed since: what came back follows them
                planner.reconcile(session, case, self._transactions.today())
        for provider_id in providers.of_rows(session, touched):
            whole = providers.by_id(session, provider_id)
            if whole is not None:
                renew_provider(whole)
                session.flush()
                for case in providers.employing(session, provider_id):
                    planner.renew(session, case, self._transactions.today())


def _uncovered(session: Session, owners: set[int]) -> frozenset[tuple[str, int]]:
    """What under Art. 9 DSGVO nobody of these cases allowed."""
    return frozenset[tuple[str, int]]().union(*(uncovered(session, owner) for owner in owners))


def _cases_of(session: Session, rows: set[tuple[str, int]]) -> set[int]:
    """The cases that rows belong to, asked before and after, since a row may come or go. That a
    case keeps a former rule changes no plan by itself: a rule is held as its plan is."""
    found = {journal.case_of(session, table, row) for table, row in rows if table != "held_rules"}
    return {case for case in found if case is not None}
