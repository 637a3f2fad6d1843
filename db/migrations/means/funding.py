"""Programmes of funding and applications."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "funding_programmes",
        sa.Column("id", ID, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("based_on", sa.String(), server_default="", nullable=False),
        sa.Column("changed_on", sa.Date(), nullable=False),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_funding_programmes")),
        sa.UniqueConstraint("code", name=op.f("uq_funding_programmes_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "funding_applications",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("submitted_on", sa.Date(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("asked_cents", sa.Integer(), nullable=True),
        sa.Column("granted_cents", sa.Integer(), nullable=True),
        sa.Column("bound_until", sa.Date(), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("missing", sa.String(), server_default="", nullable=False),
        sa.Column("confirmed", sa.String(), server_default="", nullable=False),
        sa.Column("anchor", sa.String(), server_default="", nullable=False),
        sa.Column("offset", sa.String(), server_default="", nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), server_default="", nullable=False),
        sa.Column("because", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "state IN ('considered', 'preparing', 'submitted', 'granted', 'refused', "
            "'withdrawn', 'paid')",
            name=op.f("ck_funding_applications_state"),
        ),
        sa.CheckConstraint("asked_cents > 0", name=op.f("ck_funding_applications_asked_cents")),
        sa.CheckConstraint(
            "granted_cents >= 0", name=op.f("ck_funding_applications_granted_cents")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_funding_applications_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_funding_applications_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_funding_applications")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_funding_applications_case_id"), "funding_applications", ["case_id"], unique=False
    )
