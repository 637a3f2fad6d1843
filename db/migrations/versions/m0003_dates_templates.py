"""Moved dates, put-off reminders, the office's own templates, calendar files handed out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("steps", sa.Column("snoozed_until", sa.Date(), nullable=True))
    op.add_column("steps", sa.Column("snoozes", sa.Integer(), server_default="0", nullable=False))
    op.create_table(
        "anchor_moves",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("old_on", sa.Date(), nullable=False),
        sa.Column("old_precision", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("precision", sa.String(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "old_precision IN ('day', 'month')", name=op.f("ck_anchor_moves_old_precision")
        ),
        sa.CheckConstraint("precision IN ('day', 'month')", name=op.f("ck_anchor_moves_precision")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_anchor_moves_case_id_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anchor_moves")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_anchor_moves_case_id"), "anchor_moves", ["case_id"])
    op.create_table(
        "template_versions",
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("track", sa.String(), nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("text", sa.String(), server_default="", nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("made_by", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.Column("base", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "kind IN ('step', 'set', 'phase', 'order')", name=op.f("ck_template_versions_kind")
        ),
        sa.CheckConstraint(
            "track IN ('onboarding', 'relocation')", name=op.f("ck_template_versions_track")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template_versions")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_template_versions_of", "template_versions", ["kind", "template"])
    op.create_table(
        "held_rules",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("version_id", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_held_rules_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["template_versions.id"],
            name=op.f("fk_held_rules_version_id_template_versions"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_rules")),
        sa.UniqueConstraint("case_id", "template", name=op.f("uq_held_rules_case_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_held_rules_case_id"), "held_rules", ["case_id"])
    op.create_table(
        "calendar_entries",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("title", sa.String(), server_default="", nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_calendar_entries_case_id_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_entries")),
        sa.UniqueConstraint("step_id", name=op.f("uq_calendar_entries_step_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_calendar_entries_case_id"), "calendar_entries", ["case_id"])
