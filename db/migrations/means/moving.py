"""The move: quotes, costs, refunds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "moves",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("from_town", sa.String(), server_default="", nullable=False),
        sa.Column("cubic_metres", sa.Integer(), nullable=True),
        sa.Column("kilometres", sa.Integer(), nullable=True),
        sa.Column("floors_from", sa.Integer(), nullable=True),
        sa.Column("floors_to", sa.Integer(), nullable=True),
        sa.Column("goods_cents", sa.Integer(), nullable=True),
        sa.Column("extras", sa.String(), server_default="", nullable=False),
        sa.Column("pays", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint("cubic_metres > 0", name=op.f("ck_moves_cubic_metres")),
        sa.CheckConstraint("kilometres > 0", name=op.f("ck_moves_kilometres")),
        sa.CheckConstraint("goods_cents > 0", name=op.f("ck_moves_goods_cents")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_moves_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moves")),
        sa.UniqueConstraint("case_id", name=op.f("uq_moves_case_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "move_quotes",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("provider_id", ID, nullable=True),
        sa.Column("name", sa.String(), server_default="", nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("moving_on", sa.Date(), nullable=True),
        sa.Column("cents", sa.Integer(), nullable=True),
        sa.Column("fixed", sa.Boolean(), nullable=True),
        sa.Column("cubic_metres", sa.Integer(), nullable=True),
        sa.Column("insured_cents", sa.Integer(), nullable=True),
        sa.Column("includes", sa.String(), server_default="", nullable=False),
        sa.Column("because", sa.String(), server_default="", nullable=False),
        sa.Column("public_note", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "state IN ('asked', 'received', 'chosen', 'declined')",
            name=op.f("ck_move_quotes_state"),
        ),
        sa.CheckConstraint("cents > 0", name=op.f("ck_move_quotes_cents")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_move_quotes_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["services_at_places.id"],
            name=op.f("fk_move_quotes_provider_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_move_quotes")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_move_quotes_case_id"), "move_quotes", ["case_id"], unique=False)
    op.create_table(
        "move_costs",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("quote_id", ID, nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), server_default="", nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("ordered_on", sa.Date(), nullable=True),
        sa.Column("incurred_on", sa.Date(), nullable=True),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.Column("payer", sa.String(), nullable=False),
        sa.Column("claim_by", sa.Date(), nullable=True),
        sa.Column("claimed_on", sa.Date(), nullable=True),
        sa.Column("refunded_cents", sa.Integer(), nullable=True),
        sa.Column("refunded_on", sa.Date(), nullable=True),
        sa.Column("refused_because", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "kind IN ('mover', 'transport', 'travel', 'search', 'broker', 'double_rent', "
            "'tuition', 'storage', 'visa', 'translation', 'other')",
            name=op.f("ck_move_costs_kind"),
        ),
        sa.CheckConstraint(
            "payer IN ('family', 'employer', 'agency', 'eures', 'job_centre', 'programme', "
            "'other')",
            name=op.f("ck_move_costs_payer"),
        ),
        sa.CheckConstraint(
            "receipt IN ('none', 'asked', 'here')", name=op.f("ck_move_costs_receipt")
        ),
        sa.CheckConstraint("cents > 0", name=op.f("ck_move_costs_cents")),
        sa.CheckConstraint("refunded_cents >= 0", name=op.f("ck_move_costs_refunded_cents")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_move_costs_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["quote_id"], ["move_quotes.id"], name=op.f("fk_move_costs_quote_id_move_quotes")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_move_costs")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_move_costs_case_id"), "move_costs", ["case_id"], unique=False)
