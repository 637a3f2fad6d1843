"""What of the data file may leave the office, column by column; the rest is blank to what goes out.

A session opened by `outward_session` loads records whose private texts are already blank: whatever
is gathered from it, no private word can be printed, exported or kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from types import MappingProxyType

from sqlalchemy import ColumnElement, Engine, String, event, literal
from sqlalchemy.orm import InstrumentedAttribute, ORMExecuteState, Session
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.sql import coercions, roles, visitors

from db.engine import new_session
from db.tables.all import EVERY


class Reach(Enum):
    """How far a text goes. LEAVES: it may be printed and handed out. DECIDES: a code or a key that
    decides what is printed and is itself worded, never shown. PRIVATE: it stays in the office."""

    LEAVES = "leaves"
    DECIDES = "decides"
    PRIVATE = "private"


class PrivateColumn(Exception):
    """Something that goes out asked for a private column by itself: a bug."""


def _reaches(*, leaves: str = "", decides: str = "", private: str = "") -> Mapping[str, Reach]:
    said = ((Reach.LEAVES, leaves), (Reach.DECIDES, decides), (Reach.PRIVATE, private))
    return MappingProxyType({name: reach for reach, names in said for name in names.split()})


REACH: Mapping[str, Mapping[str, Reach]] = MappingProxyType(
    {
        "service_points": _reaches(
            leaves="name department street postcode town phone email website hours_osm greeting "
            "signatory"
        ),
        "advisors": _reaches(leaves="title given family phone email languages"),
        "absences": _reaches(),
        "settings": _reaches(leaves="value", decides="key"),
        "saved_filters": _reaches(private="name query"),
        "confirmations": _reaches(decides="template digest", private="by"),
        "organisations": _reaches(leaves="name operator website phone email"),
        "services": _reaches(
            leaves="name description languages online_form",
            decides="category office_type area features",
        ),
        "places": _reaches(leaves="name street postcode town", decides="municipality"),
        "services_at_places": _reaches(
            leaves="hours_osm hours_given public_note checked_by source source_key",
            decides="sort_key",
            private="closed_because note archived_because imported search",
        ),
        "service_costs": _reaches(leaves="label note", decides="per"),
        "contact_persons": _reaches(leaves="name area phone email", private="note"),
        "distinct_pairs": _reaches(),
        "column_mappings": _reaches(private="name text columns"),
        "provider_filters": _reaches(private="name query"),
        "travel_times": _reaches(decides="first second", private="note"),
        "cases": _reaches(
            leaves="home_street home_postcode home_town name",
            decides="language profession origin stage sort_key due_key next_step arrival_key "
            "onboarding_set closed_because",
            private="occupation source note held_because search",
        ),
        "people": _reaches(
            leaves="given family called passport own_script interests",
            decides="role nationality languages gender",
            private="phone email note",
        ),
        "facts": _reaches(decides="key value"),
        "anchors": _reaches(decides="kind precision"),
        "anchor_moves": _reaches(decides="kind old_precision precision", private="reason"),
        "stage_changes": _reaches(decides="stage", private="reason"),
        "contacts": _reaches(decides="channel counterpart", private="whom text follow_up"),
        "contact_topics": _reaches(decides="topic"),
        "promises": _reaches(decides="role state", private="by text because"),
        "consents": _reaches(leaves="recipient_name wording", decides="purpose recipient way"),
        "steps": _reaches(
            leaves="title",
            decides="track template phase roles applies anchor offset kind precision state",
            private="reason note",
        ),
        "step_documents": _reaches(decides="key"),
        "role_holders": _reaches(leaves="name organisation phone email languages", decides="role"),
        "shifts": _reaches(leaves="code name", decides="kind"),
        "working_lives": _reaches(),
        "rosters": _reaches(private="source"),
        "duties": _reaches(leaves="label", decides="kind"),
        "carers": _reaches(leaves="name hours_osm", decides="kind", private="note"),
        "care_choices": _reaches(leaves="hours_osm", decides="state", private="because"),
        "care_frames": _reaches(decides="languages"),
        "template_versions": _reaches(
            leaves="text", decides="kind track template base", private="made_by note"
        ),
        "held_rules": _reaches(decides="template"),
        "wordings": _reaches(leaves="text", decides="language key source", private="checked_by"),
        "calendar_entries": _reaches(leaves="title", decides="digest"),
        "stored_files": _reaches(decides="sha256"),
        "compositions": _reaches(decides="plan", private="name"),
        "brochures": _reaches(
            leaves="title alt publisher", decides="language treatment", private="removed"
        ),
        "vouchers": _reaches(leaves="title text issuer", decides="audience"),
        "printed_folders": _reaches(
            leaves="for_whom", decides="language way sha256 kind composition", private="who"
        ),
        "employer_profiles": _reaches(private="ways_in"),
        "benefits": _reaches(leaves="title public_note website", decides="kind"),
        "shift_patterns": _reaches(leaves="name", decides="weeks"),
        "step_confirmations": _reaches(decides="role outcome", private="by note"),
        "mentors": _reaches(
            leaves="given family phone email ward languages interests",
            decides="profession shifts",
            private="note",
        ),
        "mentorships": _reaches(decides="state channel", private="because group_name"),
        "occasions": _reaches(leaves="title host place website public_note", decides="kind"),
        "invitations": _reaches(decides="state"),
        "case_ties": _reaches(),
        "job_profiles": _reaches(
            leaves="occupation kldb qualified_as wishes",
            decides="qualification shifts",
            private="note",
        ),
        "language_levels": _reaches(decides="language level"),
        "openings": _reaches(
            leaves="title kldb contact website public_note",
            decides="profession qualification german shifts",
            private="note",
        ),
        "introductions": _reaches(decides="state", private="because"),
        "occupation_titles": _reaches(leaves="code title", decides="search"),
        "visits": _reaches(leaves="base base_town public_note", private="note"),
        "visit_stops": _reaches(
            leaves="title place town contact website public_note", decides="kind"
        ),
        "sailings": _reaches(leaves="from_town to_town source", decides="days"),
        "media_links": _reaches(leaves="title website about", decides="language"),
        "talks": _reaches(decides="kind intention", private="note next_act"),
        "talk_reasons": _reaches(decides="reason"),
        "leavings": _reaches(decides="leaves", private="note"),
        "leaving_reasons": _reaches(decides="reason"),
        "ambassadors": _reaches(leaves="topics", decides="kind"),
        "courses": _reaches(
            leaves="title hours_osm funding website public_note source",
            decides="kind professions german reaches",
        ),
        "course_bookings": _reaches(decides="state", private="because"),
        "actors": _reaches(
            leaves="name role contact phone email", decides="kind sector", private="note"
        ),
        "service_links": _reaches(leaves="text", decides="kind", private="note"),
        "group_topics": _reaches(leaves="title about", decides="state"),
        "topic_keywords": _reaches(leaves="keyword"),
        "meetings": _reaches(leaves="place title", private="note"),
        "attendances": _reaches(),
        "group_entries": _reaches(leaves="text", decides="kind"),
        "housing_wishes": _reaches(
            leaves="public_note", decides="kinds tenures municipalities", private="note"
        ),
        "housing_offers": _reaches(
            leaves="title street postcode town contact phone email website public_note",
            decides="kind tenure municipality pets source source_key",
            private="note archived_because",
        ),
        "housing_interests": _reaches(decides="state reason", private="because"),
        "dormitories": _reaches(leaves="website public_note", decides="audience"),
        "dormitory_entries": _reaches(decides="state", private="because"),
        "moves": _reaches(leaves="from_town", decides="extras pays", private="note"),
        "move_quotes": _reaches(
            leaves="name public_note", decides="state includes", private="because note"
        ),
        "move_costs": _reaches(
            leaves="title", decides="kind receipt payer", private="refused_because note"
        ),
        "school_profiles": _reaches(
            leaves="all_day_osm languages public_note source", decides="type catchment all_day"
        ),
        "school_choices": _reaches(decides="state reason", private="because"),
        "funding_programmes": _reaches(leaves="text", decides="code based_on"),
        "funding_applications": _reaches(
            leaves="title",
            decides="programme state missing confirmed anchor offset reason",
            private="because note",
        ),
        "practices": _reaches(
            leaves="title specialty town contact phone email website public_note source",
            decides="profession municipality",
            private="note archived_because",
        ),
        "planning_areas": _reaches(
            leaves="name doctors public_note source", decides="municipalities state"
        ),
        "committee_dates": _reaches(leaves="body public_note source"),
        "practice_interests": _reaches(decides="state reason", private="because"),
        "elder_needs": _reaches(leaves="public_note", decides="lives wanted", private="note"),
        "needs": _reaches(decides="kind state reason outcome", private="because"),
        "employer_places": _reaches(decides="kind", private="note"),
        "batches": _reaches(decides="act", private="who"),
        "revisions": _reaches(decides="table", private="before after"),
    }
)
"""Table → text column → how far it goes; every text column of every table is named."""


def private_columns() -> Iterator[tuple[str, str]]:
    """Table and column of every private text."""
    for table, columns in REACH.items():
        for name, reach in columns.items():
            if reach is Reach.PRIVATE:
                yield table, name


_OUTWARD = "outward"


def outward_session(engine: Engine) -> Session:
    """A session for what goes out, and for reading alone: private texts of its records are blank.
    Raises `PrivateColumn` where a question names such a column instead of a record."""
    session = new_session(engine)
    session.info[_OUTWARD] = True
    event.listen(session, "loaded_as_persistent", _blank)
    event.listen(session, "do_orm_execute", _refuse)
    return session


def told(session: Session, column: InstrumentedAttribute[str]) -> ColumnElement[str]:
    """The column for a question about columns, or a blank under its name where the session is for
    what goes out and the column is private."""
    private = REACH[str(column.class_.__tablename__)][column.key] is Reach.PRIVATE
    if private and session.info.get(_OUTWARD):
        return literal("").label(column.key)
    return column.label(column.key)


def _blank(_session: Session, record: object) -> None:
    for name, blank in _BLANKS.get(type(record), ()):
        set_committed_value(record, name, blank)


_BLANKS: Mapping[type, tuple[tuple[str, str | None], ...]] = MappingProxyType(
    {
        kind: tuple(
            (column.key, None if column.nullable else "")
            for column in kind.__table__.columns
            if isinstance(column.type, String)
            and REACH[kind.__tablename__][column.key] is Reach.PRIVATE
        )
        for kind in EVERY
    }
)
"""The private texts of each kind of record, each with what stands in its place."""


_DECIDES_ONLY = "decides_only"
DECIDES_ONLY: Mapping[str, bool] = MappingProxyType({_DECIDES_ONLY: True})
"""Options of a question whose answer decides what goes out and is not told."""


def _refuse(state: ORMExecuteState) -> None:
    """Columns that are asked for without their record cannot be blank, so they are not given."""
    if not state.is_select or state.execution_options.get(_DECIDES_ONLY):
        return
    for asked in state.statement.column_descriptions:  # type: ignore[attr-defined]
        if asked["expr"] is asked["entity"]:
            continue
        for part in visitors.iterate(coercions.expect(roles.ColumnsClauseRole, asked["expr"])):
            for column in getattr(part, "base_columns", ()):
                table = getattr(getattr(column, "table", None), "name", "")
                if REACH.get(table, {}).get(column.key) is Reach.PRIVATE:
                    raise PrivateColumn(f"{table}.{column.key}")
