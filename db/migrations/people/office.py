"""Advisors who are away, and who stands in for them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "absences",
        sa.Column("id", ID, nullable=False),
        sa.Column("advisor_id", ID, nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("deputy_id", ID, nullable=True),
        sa.CheckConstraint("first <= last", name=op.f("ck_absences_span")),
        sa.ForeignKeyConstraint(
            ["advisor_id"], ["advisors.id"], name=op.f("fk_absences_advisor_id_advisors")
        ),
        sa.ForeignKeyConstraint(
            ["deputy_id"], ["advisors.id"], name=op.f("fk_absences_deputy_id_advisors")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_absences_advisor_id"), "absences", ["advisor_id"], unique=False)
    key = sa.ForeignKey("advisors.id", name=op.f("fk_advisors_deputy_id_advisors"))
    op.add_column(
        "advisors", sa.Column("deputy_id", ID, key, nullable=True), inline_references=True
    )
    op.add_column("service_points", sa.Column("archived_on", sa.Date(), nullable=True))
    key = sa.ForeignKey("advisors.id", name=op.f("fk_cases_deputy_id_advisors"))
    op.add_column("cases", sa.Column("deputy_id", ID, key, nullable=True), inline_references=True)
