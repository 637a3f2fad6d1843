"""The office: its service point, advisors, the responsible body, saved filters."""

from __future__ import annotations

from dataclasses import asdict, fields

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.cases import CaseQuery
from app.records.office import (
    AdvisorDraft,
    AdvisorView,
    PointDraft,
    PrivacyGap,
    ServicePoint,
    SettingsDraft,
)
from app.services import checks
from app.services.lists import query_to_json
from app.services.transactions import Transactions
from db.journal import batch_of
from db.repositories import office, team
from db.tables import office as tables

_TOUCHED = frozenset({Topic.OFFICE})
SETTINGS = tuple(each.name for each in fields(SettingsDraft))
"""Settings that hold for the office as a whole, and without a service point too."""


class Office:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def service_point(self) -> ServicePoint:
        """The one that speaks for the office as a whole, blank where nothing was entered yet."""
        with self._transactions.reading() as session:
            found = office.service_point(session)
            kept = {} if found is None else _point_columns(found)
            return ServicePoint(**kept, **{key: setting_of(session, key) for key in SETTINGS})

    def edit_service_point(self, point: ServicePoint) -> Done:
        """Enter name, address and signatory of the service point that speaks for the office as a
        whole, and the responsible body (Art. 4 No. 7 GDPR). Raises `Refused` beside the field."""
        check_point(point)
        with self._transactions.command(Act.SERVICE_POINT_EDITED) as session:
            found = office.service_point(session)
            if found is None:
                found = tables.ServicePoint()
                session.add(found)
            for name, value in asdict(point).items():
                if name in SETTINGS:
                    set_setting(session, name, value)
                else:
                    setattr(found, name, value)
            session.flush()
            return Done(Act.SERVICE_POINT_EDITED, _TOUCHED, batch_of(session))

    def privacy_gaps(self) -> tuple[PrivacyGap, ...]:
        """What the privacy sheet leaves out because nobody entered it."""
        with self._transactions.reading() as session:
            return tuple(gap for gap in PrivacyGap if not setting_of(session, gap.value).strip())

    def mark_example(self) -> Done:
        """Say that all people and providers of this file are invented; printed on each page."""
        with self._transactions.command(Act.SETTING_CHANGED) as session:
            setting = office.setting(session, "example") or tables.Setting(key="example")
            setting.value = "yes"
            session.add(setting)
            session.flush()
            return Done(Act.SETTING_CHANGED, _TOUCHED, batch_of(session))

    def advisors(self) -> list[AdvisorView]:
        """By name; those no longer active last."""
        with self._transactions.reading() as session:
            found = [_view(advisor) for advisor in office.advisors(session)]
        return sorted(found, key=lambda advisor: not advisor.draft.active)

    def add_advisor(self, draft: AdvisorDraft) -> Done:
        _check(draft)
        with self._transactions.command(Act.ADVISOR_ADDED) as session:
            advisor = tables.Advisor()
            _check_references(session, None, draft)
            _fill(session, advisor, draft)
            session.add(advisor)
            session.flush()
            return Done(
                Act.ADVISOR_ADDED,
                _TOUCHED,
                batch_of(session),
                facts={"name": _view(advisor).name, "id": str(advisor.id)},
            )

    def edit_advisor(self, advisor_id: int, draft: AdvisorDraft) -> Done:
        """Change what is known of an advisor. Raises `Refused` beside the field; ADVISOR_HAS_CASES
        with their number for one who leaves and still has open cases."""
        _check(draft)
        with self._transactions.command(Act.ADVISOR_EDITED) as session:
            advisor = office.advisor(session, advisor_id)
            if advisor is None:
                raise Refused(Reason.NO_SUCH_ADVISOR, id=advisor_id)
            _check_references(session, advisor_id, draft)
            count = 0 if draft.active else len(team.open_cases(session, advisor_id))
            if count:
                raise Refused(Reason.ADVISOR_HAS_CASES, "active", count=count)
            _fill(session, advisor, draft)
            session.flush()
            return Done(
                Act.ADVISOR_EDITED,
                _TOUCHED | {Topic.CANDIDATES},
                batch_of(session),
                facts={"name": _view(advisor).name},
            )

    def save_filter(self, name: str, query: CaseQuery) -> Done:
        """Keep a list's query under a name; the same name again replaces it."""
        checks.not_blank(name, "name")
        with self._transactions.command(Act.FILTER_SAVED) as session:
            kept = office.saved_filter_named(session, name.strip())
            if kept is None:
                kept = tables.SavedFilter(name=name.strip())
                session.add(kept)
            kept.query = query_to_json(query)
            session.flush()
            return Done(
                Act.FILTER_SAVED,
                _TOUCHED,
                batch_of(session),
                facts={"name": kept.name, "id": str(kept.id)},
            )

    def remove_filter(self, filter_id: int) -> Done:
        with self._transactions.command(Act.FILTER_REMOVED) as session:
            kept = office.saved_filter(session, filter_id)
            if kept is None:
                raise Refused(Reason.NO_SUCH_FILTER, id=filter_id)
            session.delete(kept)
            session.flush()
            return Done(Act.FILTER_REMOVED, _TOUCHED, batch_of(session), facts={"name": kept.name})


def _check(draft: AdvisorDraft) -> None:
    checks.storable(draft)
    checks.not_blank(draft.family, "family")
    checks.phone(draft.phone, "phone")
    checks.email(draft.email, "email")
    checks.languages(draft.languages, "languages")


def _check_references(session: Session, advisor_id: int | None, draft: AdvisorDraft) -> None:
    point = team.point(session, draft.service_point) if draft.service_point else None
    if draft.service_point is not None and point is None:
        raise Refused(Reason.NO_SUCH_SERVICE_POINT, "service_point", id=draft.service_point)
    if point is not None and point.archived_on is not None and draft.active:
        raise Refused(Reason.SERVICE_POINT_ARCHIVED, "service_point", name=point.name)
    check_deputy(session, advisor_id, draft.deputy)


def check_deputy(session: Session, advisor_id: int | None, deputy: int | None) -> None:
    """Refuse a deputy, beside the field of this name, who is the advisor or works here no more."""
    if deputy is None:
        return
    found = office.advisor(session, deputy)
    if found is None:
        raise Refused(Reason.NO_SUCH_ADVISOR, "deputy", id=deputy)
    if deputy == advisor_id:
        raise Refused(Reason.DEPUTY_OF_ONESELF, "deputy", name=advisor_name(found))
    if not found.active:
        raise Refused(Reason.DEPUTY_LEFT, "deputy", name=advisor_name(found))


def _fill(session: Session, advisor: tables.Advisor, draft: AdvisorDraft) -> None:
    for name, value in asdict(draft).items():
        match name:
            case "languages":
                advisor.languages = " ".join(value)
            case "deputy":
                advisor.deputy_id = value
            case "service_point":
                first = office.service_point(session)
                advisor.service_point_id = value or (first.id if first else None)
            case _:
                setattr(advisor, name, value)


def _view(advisor: tables.Advisor) -> AdvisorView:
    draft = AdvisorDraft(
        given=advisor.given,
        family=advisor.family,
        title=advisor.title,
        phone=advisor.phone,
        email=advisor.email,
        languages=tuple(advisor.languages.split()),
        active=advisor.active,
        service_point=advisor.service_point_id,
        deputy=advisor.deputy_id,
    )
    return AdvisorView(advisor.id, draft, advisor_name(advisor))


def advisor_name(advisor: tables.Advisor | None) -> str:
    return f"{advisor.given} {advisor.family}".strip() if advisor else ""


def setting_of(session: Session, key: str) -> str:
    """What the office set once, blank where it did not."""
    found = office.setting(session, key)
    return found.value if found else ""


POINT_FIELDS = tuple(each.name for each in fields(PointDraft))


def _point_columns(point: tables.ServicePoint) -> dict[str, str]:
    return {name: getattr(point, name) for name in POINT_FIELDS}


def point_draft(point: tables.ServicePoint) -> PointDraft:
    """A service point as it is entered."""
    return PointDraft(**_point_columns(point))


def check_point(point: PointDraft) -> None:
    """Refuse, beside its field, what no service point can be called, reached at or open."""
    checks.storable(point)
    checks.not_blank(point.name, "name")
    checks.postcode(point.postcode, "postcode")
    checks.phone(point.phone, "phone")
    checks.email(point.email, "email")
    checks.opening_hours(point.hours_osm, "hours_osm")


def set_setting(session: Session, key: str, value: str) -> None:
    """Set what the office sets once."""
    found = office.setting(session, key)
    if found is None:
        found = tables.Setting(key=key)
        session.add(found)
    found.value = value
