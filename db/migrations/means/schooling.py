"""Schools as parents choose them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "school_profiles",
        sa.Column("id", ID, nullable=False),
        sa.Column("provider_id", ID, nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("first_class", sa.Integer(), nullable=True),
        sa.Column("last_class", sa.Integer(), nullable=True),
        sa.Column("catchment", sa.String(), server_default="", nullable=False),
        sa.Column("all_day", sa.String(), server_default="", nullable=False),
        sa.Column("all_day_osm", sa.String(), server_default="", nullable=False),
        sa.Column("all_day_places", sa.Integer(), nullable=True),
        sa.Column("holiday_care", sa.Boolean(), nullable=True),
        sa.Column("languages", sa.String(), server_default="", nullable=False),
        sa.Column("german_class", sa.Boolean(), nullable=True),
        sa.Column("public_note", sa.String(), server_default="", nullable=False),
        sa.Column("source", sa.String(), server_default="", nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "all_day IN ('', 'none', 'open', 'partly_bound', 'bound')",
            name=op.f("ck_school_profiles_all_day"),
        ),
        sa.CheckConstraint(
            "type IN ('primary', 'secondary_general', 'secondary_modern', 'oberschule', "
            "'gymnasium', 'comprehensive', 'cooperative_comprehensive', 'special_needs', "
            "'vocational', 'independent', 'other')",
            name=op.f("ck_school_profiles_type"),
        ),
        sa.CheckConstraint(
            "first_class BETWEEN 1 AND 13", name=op.f("ck_school_profiles_first_class")
        ),
        sa.CheckConstraint(
            "last_class BETWEEN 1 AND 13", name=op.f("ck_school_profiles_last_class")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["services_at_places.id"],
            name=op.f("fk_school_profiles_provider_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_profiles")),
        sa.UniqueConstraint("provider_id", name=op.f("uq_school_profiles_provider_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "school_choices",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("provider_id", ID, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), server_default="", nullable=False),
        sa.Column("because", sa.String(), server_default="", nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "state IN ('considered', 'contacted', 'visited', 'registered', 'accepted', "
            "'attending', 'refused', 'declined')",
            name=op.f("ck_school_choices_state"),
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_school_choices_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_school_choices_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["services_at_places.id"],
            name=op.f("fk_school_choices_provider_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_choices")),
        sa.UniqueConstraint("person_id", "provider_id", name=op.f("uq_school_choices_person_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_school_choices_case_id"), "school_choices", ["case_id"], unique=False)
