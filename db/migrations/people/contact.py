"""What contacts were about, what follows from them, and what was promised."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "contact_topics",
        sa.Column("id", ID, nullable=False),
        sa.Column("contact_id", ID, nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_contact_topics_contact_id_contacts")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_topics")),
        sa.UniqueConstraint("contact_id", "topic", name=op.f("uq_contact_topics_contact_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_contact_topics_contact_id"), "contact_topics", ["contact_id"], unique=False
    )
    op.create_table(
        "promises",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("contact_id", ID, nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("by", sa.String(), server_default="", nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), server_default="open", nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("because", sa.String(), server_default="", nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "(state = 'open') = (settled_on IS NULL)", name=op.f("ck_promises_settled_on")
        ),
        sa.CheckConstraint("state IN ('open', 'kept', 'dropped')", name=op.f("ck_promises_state")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_promises_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_promises_contact_id_contacts")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promises")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_promises_case_id"), "promises", ["case_id"], unique=False)
    key = sa.ForeignKey(
        "services_at_places.id", name=op.f("fk_contacts_provider_id_services_at_places")
    )
    op.add_column(
        "contacts", sa.Column("provider_id", ID, key, nullable=True), inline_references=True
    )
    op.add_column(
        "contacts",
        sa.Column(
            "minutes",
            sa.Integer(),
            sa.CheckConstraint("minutes BETWEEN 1 AND 1440", name=op.f("ck_contacts_minutes")),
            nullable=True,
        ),
    )
    op.add_column("contacts", sa.Column("follow_up_on", sa.Date(), nullable=True))
    op.add_column(
        "contacts", sa.Column("follow_up", sa.String(), server_default="", nullable=False)
    )
    op.add_column("contacts", sa.Column("followed_up_on", sa.Date(), nullable=True))
