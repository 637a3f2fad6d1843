"""Practices handed over, planning areas, committees."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "practices",
        sa.Column("id", ID, nullable=False),
        sa.Column("provider_id", ID, nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("profession", sa.String(), server_default="", nullable=False),
        sa.Column("specialty", sa.String(), server_default="", nullable=False),
        sa.Column("town", sa.String(), server_default="", nullable=False),
        sa.Column("municipality", sa.String(), server_default="", nullable=False),
        sa.Column("quarter_seats", sa.Integer(), nullable=True),
        sa.Column("from_day", sa.Date(), nullable=True),
        sa.Column("to_day", sa.Date(), nullable=True),
        sa.Column("accessible", sa.Boolean(), nullable=True),
        sa.Column("contact", sa.String(), server_default="", nullable=False),
        sa.Column("phone", sa.String(), server_default="", nullable=False),
        sa.Column("email", sa.String(), server_default="", nullable=False),
        sa.Column("website", sa.String(), server_default="", nullable=False),
        sa.Column("public_note", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.Column("source", sa.String(), server_default="", nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.Column("archived_because", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "quarter_seats BETWEEN 1 AND 40", name=op.f("ck_practices_quarter_seats")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["services_at_places.id"],
            name=op.f("fk_practices_provider_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practices")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_practices_provider_id"), "practices", ["provider_id"], unique=False)
    op.create_table(
        "planning_areas",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("doctors", sa.String(), nullable=False),
        sa.Column("municipalities", sa.String(), server_default="", nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("coverage_tenths", sa.Integer(), nullable=True),
        sa.Column("free_halves", sa.Integer(), nullable=True),
        sa.Column("funded", sa.Boolean(), nullable=True),
        sa.Column("public_note", sa.String(), server_default="", nullable=False),
        sa.Column("source", sa.String(), server_default="", nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'partly', 'closed')", name=op.f("ck_planning_areas_state")
        ),
        sa.CheckConstraint("coverage_tenths >= 0", name=op.f("ck_planning_areas_coverage_tenths")),
        sa.CheckConstraint("free_halves >= 0", name=op.f("ck_planning_areas_free_halves")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planning_areas")),
        sa.UniqueConstraint("name", "doctors", name=op.f("uq_planning_areas_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "committee_dates",
        sa.Column("id", ID, nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("papers_by", sa.Date(), nullable=True),
        sa.Column("public_note", sa.String(), server_default="", nullable=False),
        sa.Column("source", sa.String(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_committee_dates")),
        sa.UniqueConstraint("body", "on", name=op.f("uq_committee_dates_body")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "practice_interests",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("practice_id", ID, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), server_default="", nullable=False),
        sa.Column("because", sa.String(), server_default="", nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "state IN ('considered', 'contacted', 'visited', 'negotiating', 'agreed', "
            "'taken_over', 'declined', 'refused')",
            name=op.f("ck_practice_interests_state"),
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_practice_interests_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_practice_interests_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"],
            ["practices.id"],
            name=op.f("fk_practice_interests_practice_id_practices"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice_interests")),
        sa.UniqueConstraint(
            "person_id", "practice_id", name=op.f("uq_practice_interests_person_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_practice_interests_case_id"), "practice_interests", ["case_id"], unique=False
    )
    op.create_index(
        op.f("ix_practice_interests_practice_id"),
        "practice_interests",
        ["practice_id"],
        unique=False,
    )
