"""Consents, people behind roles, confirmed templates; what a plan needs beside its facts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("cases", sa.Column("barred", sa.Integer(), server_default="0", nullable=False))
    op.add_column(
        "cases", sa.Column("onboarding_set", sa.String(), server_default="", nullable=False)
    )
    op.add_column(
        "steps", sa.Column("by_hand", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.add_column(
        "services", sa.Column("office_type", sa.String(), server_default="", nullable=False)
    )
    op.add_column("services", sa.Column("area", sa.String(), server_default="", nullable=False))
    op.create_table(
        "consents",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("recipient_name", sa.String(), server_default="", nullable=False),
        sa.Column("wording", sa.String(), server_default="", nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "purpose IN ('health_data', 'share', 'contact_channel', 'photo', 'statistics')",
            name=op.f("ck_consents_purpose"),
        ),
        sa.CheckConstraint("way IN ('signed', 'text', 'spoken')", name=op.f("ck_consents_way")),
        sa.CheckConstraint(
            "withdrawn_on IS NULL OR withdrawn_on >= given_on",
            name=op.f("ck_consents_withdrawn_on"),
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_consents_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_consents_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_consents_case_id"), "consents", ["case_id"])
    op.create_table(
        "role_holders",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("step_id", ID, nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), server_default="", nullable=False),
        sa.Column("phone", sa.String(), server_default="", nullable=False),
        sa.Column("email", sa.String(), server_default="", nullable=False),
        sa.Column("languages", sa.String(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_role_holders_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["step_id"], ["steps.id"], name=op.f("fk_role_holders_step_id_steps")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_holders")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_role_holders_case_id"), "role_holders", ["case_id"])
    op.create_index(op.f("ix_role_holders_step_id"), "role_holders", ["step_id"])
    op.create_table(
        "confirmations",
        sa.Column("id", ID, nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmations")),
        sa.UniqueConstraint("template", name=op.f("uq_confirmations_template")),
        sqlite_autoincrement=True,
    )
