"""What the elders of a household want."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "elder_needs",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("lives", sa.String(), server_default="", nullable=False),
        sa.Column("wanted", sa.String(), server_default="", nullable=False),
        sa.Column("care_degree", sa.Integer(), nullable=True),
        sa.Column("consent_id", ID, nullable=True),
        sa.Column("public_note", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "lives IN ('', 'with_family', 'own_home', 'care_home', 'abroad')",
            name=op.f("ck_elder_needs_lives"),
        ),
        sa.CheckConstraint("care_degree BETWEEN 1 AND 5", name=op.f("ck_elder_needs_care_degree")),
        sa.CheckConstraint(
            "care_degree IS NULL OR consent_id IS NOT NULL", name=op.f("ck_elder_needs_consent")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_elder_needs_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["consent_id"], ["consents.id"], name=op.f("fk_elder_needs_consent_id_consents")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_elder_needs_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_elder_needs")),
        sa.UniqueConstraint("person_id", name=op.f("uq_elder_needs_person_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_elder_needs_case_id"), "elder_needs", ["case_id"], unique=False)
