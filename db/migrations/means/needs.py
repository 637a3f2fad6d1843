"""What was needed and not met."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("people", sa.Column("gender", sa.String(), server_default="", nullable=False))
    op.create_table(
        "needs",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), server_default="", nullable=False),
        sa.Column("outcome", sa.String(), server_default="", nullable=False),
        sa.Column("because", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "kind IN ('home', 'childcare', 'school', 'job', 'training', 'elder_care', "
            "'funding', 'recognition', 'practice', 'move', 'other')",
            name=op.f("ck_needs_kind"),
        ),
        sa.CheckConstraint(
            "state IN ('open', 'met', 'unmet', 'dropped')", name=op.f("ck_needs_state")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_needs_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_needs")),
        sa.UniqueConstraint("case_id", "kind", name=op.f("uq_needs_case_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_needs_case_id"), "needs", ["case_id"], unique=False)
