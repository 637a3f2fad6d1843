"""The team: its service points, who is away and who stands in, who has how much to do."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.folder.speech import Speech
from app.records.office import (
    AbsenceDraft,
    AbsenceView,
    Attending,
    PointDraft,
    PointView,
    SettingsDraft,
    WorkloadRow,
)
from app.records.papers import PaperKind
from app.rules.deputies import Away, Clash, clash
from app.rules.deputies import Team as Deputies
from app.rules.workload import MONTH, Given, spread
from app.services import checks, existing
from app.services.attending import (
    KINDS,
    applicants,
    load_of,
    name_of,
    spoken,
    standing_in,
    team_of,
)
from app.services.handover import gathered
from app.services.office import (
    SETTINGS,
    advisor_name,
    check_deputy,
    check_point,
    point_draft,
    set_setting,
    setting_of,
)
from app.services.papers import PaperOrder
from app.services.planner import Planner
from app.services.transactions import Transactions
from db.journal import batch_of
from db.repositories import office, team
from db.tables.case import Case
from db.tables.office import Absence, Advisor, ServicePoint

if TYPE_CHECKING:
    from app.folder.papers import PaperSheet

_TOUCHED = frozenset({Topic.OFFICE})
_CASES = frozenset({Topic.OFFICE, Topic.CANDIDATES, Topic.PLAN})
_CLASHES = MappingProxyType(
    {
        Clash.SELF: (Reason.DEPUTY_OF_ONESELF, "deputy"),
        Clash.LEFT: (Reason.DEPUTY_LEFT, "deputy"),
        Clash.OVERLAP: (Reason.ABSENCES_OVERLAP, "first"),
        Clash.CIRCLE: (Reason.DEPUTIES_IN_CIRCLE, "deputy"),
        Clash.DEPUTY_AWAY: (Reason.DEPUTY_AWAY, "deputy"),
        Clash.NEEDED: (Reason.DEPUTY_ELSEWHERE, "first"),
    }
)


class Team:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def points(self) -> tuple[PointView, ...]:
        """The service points, the one that speaks for the whole office first, archived ones
        last."""
        with self._transactions.reading() as session:
            first = office.service_point(session)
            known = team_of(session).colleagues.values()
            return tuple(
                PointView(
                    row.id,
                    point_draft(row),
                    row.archived_on,
                    first is not None and row.id == first.id,
                    sum(each.is_active and each.point == row.id for each in known),
                )
                for row in team.points(session)
            )

    def add_point(self, draft: PointDraft) -> Done:
        """Enter a service point; raises `Refused` beside the field."""
        check_point(draft)
        with self._transactions.command(Act.SERVICE_POINT_ADDED) as session:
            row = ServicePoint()
            _fill_point(row, draft)
            session.add(row)
            return _point_done(session, Act.SERVICE_POINT_ADDED, row)

    def edit_point(self, point_id: int, draft: PointDraft) -> Done:
        """Change a service point; raises `Refused` beside the field."""
        check_point(draft)
        with self._transactions.command(Act.SERVICE_POINT_EDITED) as session:
            row = _point(session, point_id)
            _fill_point(row, draft)
            return _point_done(session, Act.SERVICE_POINT_EDITED, row)

    def archive_point(self, point_id: int) -> Done:
        """Close a service point. Raises `Refused`: SERVICE_POINT_IN_USE with the number of its
        advisors and of their open cases, LAST_SERVICE_POINT."""
        with self._transactions.command(Act.SERVICE_POINT_ARCHIVED) as session:
            row = _point(session, point_id)
            known = team_of(session).colleagues.values()
            advisors = sum(each.is_active and each.point == point_id for each in known)
            running = team.running_at(session, point_id)
            if advisors or running:
                raise Refused(
                    Reason.SERVICE_POINT_IN_USE, name=row.name, advisors=advisors, cases=running
                )
            if not any(
                each.id != point_id and each.archived_on is None for each in team.points(session)
            ):
                raise Refused(Reason.LAST_SERVICE_POINT, name=row.name)
            row.archived_on = self._transactions.today()
            return _point_done(session, Act.SERVICE_POINT_ARCHIVED, row)

    def restore_point(self, point_id: int) -> Done:
        """Open an archived service point again."""
        with self._transactions.command(Act.SERVICE_POINT_RESTORED) as session:
            row = _point(session, point_id)
            row.archived_on = None
            return _point_done(session, Act.SERVICE_POINT_RESTORED, row)

    def settings(self) -> SettingsDraft:
        """What holds for the office as a whole."""
        with self._transactions.reading() as session:
            return SettingsDraft(**{key: setting_of(session, key) for key in SETTINGS})

    def set_settings(self, draft: SettingsDraft) -> Done:
        """Enter responsible body, data protection officer and how long data are kept."""
        checks.storable(draft)
        with self._transactions.command(Act.SETTING_CHANGED) as session:
            for key, value in asdict(draft).items():
                set_setting(session, key, value.strip())
            session.flush()
            return Done(Act.SETTING_CHANGED, _TOUCHED, batch_of(session))

    def absences(self) -> tuple[AbsenceView, ...]:
        """Those of today and later first, in the order they begin; those past behind, the latest
        first."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            known = team_of(session)
            found = [_absence_view(session, known, row) for row in team.absences(session)]
        ahead = [each for each in found if each.draft.last >= today]
        past = [each for each in found if each.draft.last < today]
        return (*ahead, *sorted(past, key=lambda each: each.draft.last, reverse=True))

    def add_absence(self, draft: AbsenceDraft) -> Done:
        """Enter that an advisor is away. Raises `Refused` beside the field: ABSENCES_OVERLAP,
        DEPUTY_OF_ONESELF, DEPUTY_LEFT, DEPUTY_AWAY, DEPUTIES_IN_CIRCLE, DEPUTY_ELSEWHERE (the
        advisor stands in for somebody then), each with `name`, `on` and `until` of the other."""
        _check_days(draft)
        with self._transactions.command(Act.ABSENCE_ADDED) as session:
            row = Absence()
            _fill_absence(session, row, draft)
            session.add(row)
            return _absence_done(session, Act.ABSENCE_ADDED, row)

    def edit_absence(self, absence_id: int, draft: AbsenceDraft) -> Done:
        """Change an absence; raises `Refused` as `add_absence`."""
        _check_days(draft)
        with self._transactions.command(Act.ABSENCE_EDITED) as session:
            row = _absence(session, absence_id)
            _fill_absence(session, row, draft)
            return _absence_done(session, Act.ABSENCE_EDITED, row)

    def remove_absence(self, absence_id: int) -> Done:
        """The advisor is not away after all."""
        with self._transactions.command(Act.ABSENCE_REMOVED) as session:
            row = _absence(session, absence_id)
            facts = _absence_facts(session, row)
            session.delete(row)
            session.flush()
            return Done(Act.ABSENCE_REMOVED, _CASES, batch_of(session), facts=facts)

    def handover_sheet(self, absence_id: int) -> PaperOrder:
        """The sheet for those who stand in meanwhile; raises `Refused(NO_SUCH_ABSENCE)`."""
        with self._transactions.reading() as session:
            name = name_of(session, _absence(session, absence_id).advisor_id)

        def sheet(session: Session, speech: Speech) -> PaperSheet:
            from app.folder.sheets.handover import handover  # ReportLab only where it is made

            absence = _absence(session, absence_id)
            contents = gathered(session, absence, self._planner, self._transactions.today())
            return handover(contents, speech)

        return PaperOrder(PaperKind.HANDOVER, name, sheet)

    def attending(self, case_id: int) -> Attending:
        """Who is there for a case today; raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return standing_in(session, case, self._transactions.today())

    def here(self) -> tuple[int, ...]:
        """The ids of the advisors who are there today, by name."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            known = team_of(session)
            return tuple(each for each in known.colleagues if known.is_there(each, today))

    def stands_in_for(self, advisor_id: int) -> tuple[tuple[int, str], ...]:
        """Ids and names of those who are away today and whose cases, unless these name somebody
        else, an advisor looks after meanwhile."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            known = team_of(session)
            return tuple(
                (each, name_of(session, each))
                for each in known.colleagues
                if known.away_on(each, today) and known.stand_in(each, None, today) == advisor_id
            )

    def workload(self) -> tuple[WorkloadRow, ...]:
        """Who has how much to do: the active advisors by name, those who left while they have
        cases, and last the cases of nobody where there are any."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            known, load = team_of(session), load_of(session, today)
            listed: list[Advisor | None] = [*office.advisors(session), None]
            rows = []
            for advisor in listed:
                own = load(advisor.id if advisor else None)
                if own.cases or (advisor is not None and advisor.active):
                    away = known.away_until(advisor.id, today) if advisor else None
                    counts = asdict(own)
                    key = advisor.id if advisor else None
                    rows.append(WorkloadRow(key, advisor_name(advisor), **counts, away_until=away))
            return tuple(rows)

    def open_cases(self, advisor_id: int | None) -> tuple[tuple[int, str], ...]:
        """Ids and names of an advisor's cases (None: of nobody's) that are not closed, what is due
        first first."""
        with self._transactions.reading() as session:
            return tuple((case.id, case.name) for case in team.open_cases(session, advisor_id))

    def hand_over(
        self, giver: int | None, taker: int | None = None, only: Collection[int] | None = None
    ) -> Done:
        """Give open cases of an advisor (None: those of nobody) to another one, or to all by
        language and workload; `only` these cases of theirs. One batch. Raises `Refused`:
        NO_SUCH_ADVISOR, SAME_ADVISOR, ADVISOR_LEFT, NOTHING_TO_HAND_OVER, NOBODY_TO_TAKE_OVER."""
        today = self._transactions.today()
        with self._transactions.command(Act.CASES_HANDED_OVER) as session:
            if giver is not None:
                _advisor(session, giver, "giver")
            found = [
                case for case in team.open_cases(session, giver) if only is None or case.id in only
            ]
            if not found:
                raise Refused(Reason.NOTHING_TO_HAND_OVER, name=name_of(session, giver))
            if taker is not None:
                _check_taker(session, giver, taker)
                takers = {case.id: taker for case in found}
            else:
                given = [
                    Given(each.id, spoken(session, each), count)
                    for each, count in _counted(session, found, today)
                ]
                takers = dict(spread(given, applicants(session, today, but=giver)))
                if not takers:
                    raise Refused(Reason.NOBODY_TO_TAKE_OVER, "taker")
            for case in found:
                case.advisor_id = takers[case.id]
                if case.deputy_id == case.advisor_id:
                    case.deputy_id = None
            session.flush()
            facts = {
                "name": name_of(session, giver),
                "count": str(len(found)),
                "other": ", ".join(name_of(session, each) for each in sorted(set(takers.values()))),
            }
            facts = {key: value for key, value in facts.items() if value}
            return Done(Act.CASES_HANDED_OVER, _CASES, batch_of(session), facts=facts)


def _counted(session: Session, found: Sequence[Case], today: date) -> list[tuple[Case, int]]:
    counts = team.deadlines_of(
        session, KINDS, [case.id for case in found], today + timedelta(days=MONTH)
    )
    return [(case, counts.get(case.id, 0)) for case in found]


def _check_taker(session: Session, giver: int | None, taker: int) -> None:
    found = _advisor(session, taker, "taker")
    if taker == giver:
        raise Refused(Reason.SAME_ADVISOR, "taker", name=advisor_name(found))
    if not found.active:
        raise Refused(Reason.ADVISOR_LEFT, "taker", name=advisor_name(found))


def _advisor(session: Session, advisor_id: int, field: str) -> Advisor:
    found = office.advisor(session, advisor_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_ADVISOR, field, id=advisor_id)
    return found


def _point(session: Session, point_id: int) -> ServicePoint:
    found = team.point(session, point_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_SERVICE_POINT, id=point_id)
    return found


def _absence(session: Session, absence_id: int) -> Absence:
    found = team.absence(session, absence_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_ABSENCE, id=absence_id)
    return found


def _fill_point(row: ServicePoint, draft: PointDraft) -> None:
    for name, value in asdict(draft).items():
        setattr(row, name, value.strip())


def _point_done(session: Session, act: Act, row: ServicePoint) -> Done:
    session.flush()
    return Done(act, _TOUCHED, batch_of(session), facts={"name": row.name, "id": str(row.id)})


def _check_days(draft: AbsenceDraft) -> None:
    checks.span(("first", draft.first), ("last", draft.last))


def _fill_absence(session: Session, row: Absence, draft: AbsenceDraft) -> None:
    _advisor(session, draft.advisor, "advisor")
    check_deputy(session, draft.advisor, draft.deputy)
    entered = Away(row.id, draft.advisor, draft.first, draft.last, draft.deputy)
    found = clash(team_of(session), entered)
    if found is not None:
        reason, field = _CLASHES[found[0]]
        other = found[1]
        facts: dict[str, object] = {}
        if other is not None:
            facts = {
                "name": name_of(session, other.advisor),
                "on": str(other.first),
                "until": str(other.last),
            }
        raise Refused(reason, field, **facts)
    row.advisor_id, row.deputy_id = draft.advisor, draft.deputy
    row.first, row.last = draft.first, draft.last


def _absence_done(session: Session, act: Act, row: Absence) -> Done:
    session.flush()
    facts = _absence_facts(session, row) | {"id": str(row.id)}
    return Done(act, _CASES, batch_of(session), facts=facts)


def _absence_facts(session: Session, row: Absence) -> dict[str, str]:
    facts = {
        "name": name_of(session, row.advisor_id),
        "on": str(row.first),
        "until": str(row.last),
        "other": name_of(session, team_of(session).stand_in(row.advisor_id, None, row.first)),
    }
    return {key: value for key, value in facts.items() if value}


def _absence_view(session: Session, known: Deputies, row: Absence) -> AbsenceView:
    return AbsenceView(
        row.id,
        AbsenceDraft(row.advisor_id, row.first, row.last, row.deputy_id),
        name_of(session, row.advisor_id),
        name_of(session, row.deputy_id),
        name_of(session, known.stand_in(row.advisor_id, None, row.first)),
    )
