"""Profiles of employers, their benefits and rotations; what became of steps."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "benefits",
        sa.Column("id", ID, nullable=False),
        sa.Column("provider_id", ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), server_default="", nullable=False),
        sa.Column("public_note", sa.String(), server_default="", nullable=False),
        sa.Column("website", sa.String(), server_default="", nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('bike_leasing', 'fitness', 'health', 'relocation', 'housing', "
            "'childcare', 'language', 'training', 'meals', 'ticket', 'pension', 'action', "
            "'other')",
            name=op.f("ck_benefits_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["services_at_places.id"],
            name=op.f("fk_benefits_provider_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefits")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_benefits_provider_id"), "benefits", ["provider_id"], unique=False)
    op.create_table(
        "employer_profiles",
        sa.Column("id", ID, nullable=False),
        sa.Column("provider_id", ID, nullable=False),
        sa.Column("ways_in", sa.String(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["services_at_places.id"],
            name=op.f("fk_employer_profiles_provider_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employer_profiles")),
        sa.UniqueConstraint("provider_id", name=op.f("uq_employer_profiles_provider_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "shift_patterns",
        sa.Column("id", ID, nullable=False),
        sa.Column("employer_id", ID, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("weeks", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["employer_id"],
            ["services_at_places.id"],
            name=op.f("fk_shift_patterns_employer_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift_patterns")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_shift_patterns_employer_id"), "shift_patterns", ["employer_id"], unique=False
    )
    op.create_table(
        "step_confirmations",
        sa.Column("id", ID, nullable=False),
        sa.Column("step_id", ID, nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "outcome IN ('done', 'partly', 'missed')", name=op.f("ck_step_confirmations_outcome")
        ),
        sa.ForeignKeyConstraint(
            ["step_id"], ["steps.id"], name=op.f("fk_step_confirmations_step_id_steps")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step_confirmations")),
        sa.UniqueConstraint("step_id", "role", name=op.f("uq_step_confirmations_step_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_step_confirmations_step_id"), "step_confirmations", ["step_id"], unique=False
    )
