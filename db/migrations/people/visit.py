"""Visits day by day, ferries, films."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "media_links",
        sa.Column("id", ID, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("language", sa.String(), server_default="", nullable=False),
        sa.Column("about", sa.String(), server_default="", nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media_links")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sailings",
        sa.Column("id", ID, nullable=False),
        sa.Column("from_town", sa.String(), nullable=False),
        sa.Column("to_town", sa.String(), nullable=False),
        sa.Column("departs", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("outward", sa.Boolean(), server_default="1", nullable=False),
        sa.Column("days", sa.String(), server_default="", nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), server_default="", nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.CheckConstraint("0 <= departs AND departs < 1440", name=op.f("ck_sailings_departs")),
        sa.CheckConstraint("minutes BETWEEN 1 AND 1440", name=op.f("ck_sailings_minutes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sailings")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "visits",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("base_id", ID, nullable=True),
        sa.Column("base", sa.String(), server_default="", nullable=False),
        sa.Column("base_town", sa.String(), server_default="", nullable=False),
        sa.Column("wakes", sa.Integer(), server_default="480", nullable=False),
        sa.Column("rests", sa.Integer(), server_default="1200", nullable=False),
        sa.Column("by_car", sa.Boolean(), server_default="1", nullable=False),
        sa.Column("public_note", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "0 <= wakes AND wakes < rests AND rests <= 1440", name=op.f("ck_visits_day")
        ),
        sa.CheckConstraint("first <= last", name=op.f("ck_visits_span")),
        sa.ForeignKeyConstraint(
            ["base_id"],
            ["services_at_places.id"],
            name=op.f("fk_visits_base_id_services_at_places"),
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_visits_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visits")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_visits_case_id"), "visits", ["case_id"], unique=False)
    op.create_table(
        "visit_stops",
        sa.Column("id", ID, nullable=False),
        sa.Column("visit_id", ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), server_default="", nullable=False),
        sa.Column("provider_id", ID, nullable=True),
        sa.Column("place", sa.String(), server_default="", nullable=False),
        sa.Column("town", sa.String(), server_default="", nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("wanted", sa.Integer(), server_default="2", nullable=False),
        sa.Column("asked_day", sa.Date(), nullable=True),
        sa.Column("asked_start", sa.Integer(), nullable=True),
        sa.Column("confirmed", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("contact", sa.String(), server_default="", nullable=False),
        sa.Column("website", sa.String(), server_default="", nullable=False),
        sa.Column("public_note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "kind IN ('interview', 'ward', 'kita', 'school', 'flat', 'office', 'beach', "
            "'island', 'leisure', 'meal', 'other')",
            name=op.f("ck_visit_stops_kind"),
        ),
        sa.CheckConstraint(
            "0 <= asked_start AND asked_start < 1440", name=op.f("ck_visit_stops_asked_start")
        ),
        sa.CheckConstraint("0 <= start AND start < 1440", name=op.f("ck_visit_stops_start")),
        sa.CheckConstraint("minutes BETWEEN 5 AND 1440", name=op.f("ck_visit_stops_minutes")),
        sa.CheckConstraint("wanted BETWEEN 1 AND 3", name=op.f("ck_visit_stops_wanted")),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["services_at_places.id"],
            name=op.f("fk_visit_stops_provider_id_services_at_places"),
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visits.id"], name=op.f("fk_visit_stops_visit_id_visits")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_stops")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_visit_stops_visit_id"), "visit_stops", ["visit_id"], unique=False)
