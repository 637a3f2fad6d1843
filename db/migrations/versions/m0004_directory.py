"""A directory a county can trust: capacities, costs, contact persons, validity, kept mappings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    for table, name, kind in (
        ("services", "free_places", sa.Integer()),
        ("services", "free_as_of", sa.Date()),
        ("services", "waiting", sa.Integer()),
        ("services", "reserved_places", sa.Integer()),
        ("services", "by_appointment", sa.Boolean()),
        ("services", "video", sa.Boolean()),
        ("services_at_places", "hours_from", sa.Date()),
        ("services_at_places", "hours_to", sa.Date()),
        ("services_at_places", "closed_from", sa.Date()),
        ("services_at_places", "closed_until", sa.Date()),
        ("services_at_places", "valid_from", sa.Date()),
        ("services_at_places", "valid_to", sa.Date()),
        ("services_at_places", "asked_on", sa.Date()),
    ):
        op.add_column(table, sa.Column(name, kind, nullable=True))
    for table, name in (
        ("services", "online_form"),
        ("places", "name"),
        ("services_at_places", "closed_because"),
        ("services_at_places", "public_note"),
        ("services_at_places", "imported"),
    ):
        op.add_column(table, sa.Column(name, sa.String(), server_default="", nullable=False))
    # SQLite adds a column that points elsewhere, but no constraint of its own.
    for table, column, to in (
        ("services", "reserved_for_id", "organisations"),
        ("services_at_places", "successor_id", "services_at_places"),
    ):
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN {column} INTEGER"
            f" CONSTRAINT fk_{table}_{column}_{to} REFERENCES {to} (id)"
        )
    op.create_table(
        "service_costs",
        sa.Column("id", ID, nullable=False),
        sa.Column("service_id", ID, nullable=False),
        sa.Column("label", sa.String(), server_default="", nullable=False),
        sa.Column("cents", sa.Integer(), nullable=True),
        sa.Column("per", sa.String(), nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "per IN ('month', 'week', 'day', 'hour', 'once', 'other')",
            name=op.f("ck_service_costs_per"),
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["services.id"], name=op.f("fk_service_costs_service_id_services")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_costs")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_service_costs_service_id"), "service_costs", ["service_id"])
    op.create_table(
        "contact_persons",
        sa.Column("id", ID, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("name", sa.String(), server_default="", nullable=False),
        sa.Column("area", sa.String(), server_default="", nullable=False),
        sa.Column("phone", sa.String(), server_default="", nullable=False),
        sa.Column("email", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_contact_persons_organisation_id_organisations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_persons")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_contact_persons_organisation_id"), "contact_persons", ["organisation_id"]
    )
    op.create_table(
        "distinct_pairs",
        sa.Column("id", ID, nullable=False),
        sa.Column("first_id", ID, nullable=False),
        sa.Column("second_id", ID, nullable=False),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_distinct_pairs_order")),
        sa.ForeignKeyConstraint(
            ["first_id"],
            ["services_at_places.id"],
            name=op.f("fk_distinct_pairs_first_id_services_at_places"),
        ),
        sa.ForeignKeyConstraint(
            ["second_id"],
            ["services_at_places.id"],
            name=op.f("fk_distinct_pairs_second_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_distinct_pairs")),
        sa.UniqueConstraint("first_id", "second_id", name=op.f("uq_distinct_pairs_first_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "column_mappings",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("columns", sa.String(), server_default="", nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_column_mappings")),
        sa.UniqueConstraint("name", name=op.f("uq_column_mappings_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "provider_filters",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("query", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider_filters")),
        sa.UniqueConstraint("name", name=op.f("uq_provider_filters_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "travel_times",
        sa.Column("id", ID, nullable=False),
        sa.Column("first", sa.String(), nullable=False),
        sa.Column("second", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("ferry", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint("first < second", name=op.f("ck_travel_times_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_travel_times")),
        sa.UniqueConstraint("first", "second", name=op.f("uq_travel_times_first")),
        sqlite_autoincrement=True,
    )
