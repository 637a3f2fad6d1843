"""Compositions, vouchers, brochures; folders kept as they were handed out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "stored_files",
        sa.Column("id", ID, nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stored_files")),
        sa.UniqueConstraint("sha256", name=op.f("uq_stored_files_sha256")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "compositions",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("plan", sa.String(), nullable=False),
        sa.CheckConstraint(
            "(name IS NULL) <> (case_id IS NULL)", name=op.f("ck_compositions_of_one")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_compositions_case_id_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_compositions")),
        sa.UniqueConstraint("name", name=op.f("uq_compositions_name")),
        sa.UniqueConstraint("case_id", name=op.f("uq_compositions_case_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "brochures",
        sa.Column("id", ID, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("language", sa.String(), server_default="", nullable=False),
        sa.Column("alt", sa.String(), server_default="", nullable=False),
        sa.Column("publisher", sa.String(), server_default="", nullable=False),
        sa.Column("file_id", ID, nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("treatment", sa.String(), nullable=False),
        sa.Column("removed", sa.String(), server_default="", nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "treatment IN ('tagged', 'figure', 'drawn')", name=op.f("ck_brochures_treatment")
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_files.id"], name=op.f("fk_brochures_file_id_stored_files")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brochures")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "vouchers",
        sa.Column("id", ID, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), server_default="", nullable=False),
        sa.Column("provider_id", ID, nullable=True),
        sa.Column("issuer", sa.String(), server_default="", nullable=False),
        sa.Column("audience", sa.String(), server_default="everybody", nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["services_at_places.id"],
            name=op.f("fk_vouchers_provider_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vouchers")),
        sqlite_autoincrement=True,
    )
    kind = sa.Column(
        "kind",
        sa.String(),
        sa.CheckConstraint(
            "kind IN ('whole', 'exchange', 'booklet')", name=op.f("ck_printed_folders_kind")
        ),
        server_default="whole",
        nullable=False,
    )
    op.add_column("printed_folders", kind)
    changed = sa.Column("changed", sa.Integer(), server_default="0", nullable=False)
    op.add_column("printed_folders", changed)
    for name in ("composition", "for_whom"):
        op.add_column(
            "printed_folders", sa.Column(name, sa.String(), server_default="", nullable=False)
        )
    for name, other in (
        ("since_id", "printed_folders"),
        ("file_id", "stored_files"),
        ("record_id", "stored_files"),
    ):
        key = sa.ForeignKey(f"{other}.id", name=op.f(f"fk_printed_folders_{name}_{other}"))
        op.add_column(
            "printed_folders", sa.Column(name, ID, key, nullable=True), inline_references=True
        )
