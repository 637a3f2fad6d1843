"""The office: its service point, advisors, the responsible body, saved filters."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.cases import CaseQuery
from app.records.office import AdvisorDraft, AdvisorView, PrivacyGap, ServicePoint
from app.services import checks
from app.services.lists import query_to_json
from app.services.transactions import Transactions
from db.journal import batch_of
from db.repositories import office
from db.tables import office as tables

_TOUCHED = frozenset({Topic.OFFICE})
_SETTINGS = ("responsible_body", "officer", "retention")
"""Fields of the service point that are settings: they hold without a service point too."""


class Office:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def service_point(self) -> ServicePoint:
        """The service point as set, blank where nothing was entered yet."""
        with self._transactions.reading() as session:
            found = office.service_point(session)
            kept = {} if found is None else _point_columns(found)
            return ServicePoint(**kept, **{key: setting_of(session, key) for key in _SETTINGS})

    def edit_service_point(self, point: ServicePoint) -> Done:
        """Enter name, address and signatory of the service point, and the responsible body
        (Art. 4 No. 7 GDPR). Raises `Refused` beside the field."""
        checks.storable(point)
        checks.not_blank(point.name, "name")
        checks.postcode(point.postcode, "postcode")
        checks.phone(point.phone, "phone")
        checks.email(point.email, "email")
        checks.opening_hours(point.hours_osm, "hours_osm")
        with self._transactions.command(Act.SERVICE_POINT_EDITED) as session:
            found = office.service_point(session)
            if found is None:
                found = tables.ServicePoint()
                session.add(found)
            for name, value in asdict(point).items():
                if name not in _SETTINGS:
                    setattr(found, name, value)
                    continue
                setting = office.setting(session, name)
                if setting is None:
                    setting = tables.Setting(key=name)
                    session.add(setting)
                setting.value = value
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
            point = office.service_point(session)
            advisor = tables.Advisor(service_point_id=point.id if point else None)
            _fill(advisor, draft)
            session.add(advisor)
            session.flush()
            return Done(
                Act.ADVISOR_ADDED,
                _TOUCHED,
                batch_of(session),
                facts={"name": _view(advisor).name, "id": str(advisor.id)},
            )

    def edit_advisor(self, advisor_id: int, draft: AdvisorDraft) -> Done:
        _check(draft)
        with self._transactions.command(Act.ADVISOR_EDITED) as session:
            advisor = office.advisor(session, advisor_id)
            if advisor is None:
                raise Refused(Reason.NO_SUCH_ADVISOR, id=advisor_id)
            _fill(advisor, draft)
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


def _fill(advisor: tables.Advisor, draft: AdvisorDraft) -> None:
    for name, value in asdict(draft).items():
        setattr(advisor, name, " ".join(value) if name == "languages" else value)


def _view(advisor: tables.Advisor) -> AdvisorView:
    draft = AdvisorDraft(
        given=advisor.given,
        family=advisor.family,
        title=advisor.title,
        phone=advisor.phone,
        email=advisor.email,
        languages=tuple(advisor.languages.split()),
        active=advisor.active,
    )
    return AdvisorView(advisor.id, draft, advisor_name(advisor))


def advisor_name(advisor: tables.Advisor | None) -> str:
    return f"{advisor.given} {advisor.family}".strip() if advisor else ""


def setting_of(session: Session, key: str) -> str:
    """What the office set once, blank where it did not."""
    found = office.setting(session, key)
    return found.value if found else ""


def _point_columns(point: tables.ServicePoint) -> dict[str, str]:
    names = (
        "name",
        "department",
        "street",
        "postcode",
        "town",
        "phone",
        "email",
        "website",
        "hours_osm",
        "greeting",
        "signatory",
    )
    return {name: getattr(point, name) for name in names}
