"""Places of care that employers reserve or pay for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "employer_places",
        sa.Column("id", ID, nullable=False),
        sa.Column("service_id", ID, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("cents", sa.Integer(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "kind = 'reserves' OR cents IS NOT NULL", name=op.f("ck_employer_places_pays")
        ),
        sa.CheckConstraint("kind IN ('reserves', 'pays')", name=op.f("ck_employer_places_kind")),
        sa.CheckConstraint("cents > 0", name=op.f("ck_employer_places_cents")),
        sa.CheckConstraint("places > 0", name=op.f("ck_employer_places_places")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_employer_places_organisation_id_organisations"),
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["services.id"], name=op.f("fk_employer_places_service_id_services")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employer_places")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_employer_places_organisation_id"),
        "employer_places",
        ["organisation_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_employer_places_service_id"), "employer_places", ["service_id"], unique=False
    )
