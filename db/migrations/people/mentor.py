"""Mentors, occasions, invitations; what people like."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "mentors",
        sa.Column("id", ID, nullable=False),
        sa.Column("employer_id", ID, nullable=False),
        sa.Column("given", sa.String(), server_default="", nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), server_default="", nullable=False),
        sa.Column("email", sa.String(), server_default="", nullable=False),
        sa.Column("profession", sa.String(), server_default="", nullable=False),
        sa.Column("ward", sa.String(), server_default="", nullable=False),
        sa.Column("languages", sa.String(), server_default="", nullable=False),
        sa.Column("interests", sa.String(), server_default="", nullable=False),
        sa.Column("shifts", sa.String(), server_default="", nullable=False),
        sa.Column("capacity", sa.Integer(), server_default="1", nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint("capacity BETWEEN 0 AND 50", name=op.f("ck_mentors_capacity")),
        sa.ForeignKeyConstraint(
            ["employer_id"],
            ["services_at_places.id"],
            name=op.f("fk_mentors_employer_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentors")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_mentors_employer_id"), "mentors", ["employer_id"], unique=False)
    op.create_table(
        "occasions",
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("provider_id", ID, nullable=True),
        sa.Column("host", sa.String(), server_default="", nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("finish", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(), server_default="", nullable=False),
        sa.Column("website", sa.String(), server_default="", nullable=False),
        sa.Column("public_note", sa.String(), server_default="", nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('ward_party', 'department_party', 'newcomers', 'regional_action', "
            "'open_day', 'tour', 'other')",
            name=op.f("ck_occasions_kind"),
        ),
        sa.CheckConstraint("0 <= start AND start < 1440", name=op.f("ck_occasions_start")),
        sa.CheckConstraint("start < finish AND finish <= 2880", name=op.f("ck_occasions_finish")),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["services_at_places.id"],
            name=op.f("fk_occasions_provider_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occasions")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_occasions_on"), "occasions", ["on"], unique=False)
    op.create_table(
        "invitations",
        sa.Column("id", ID, nullable=False),
        sa.Column("occasion_id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "state IN ('planned', 'invited', 'accepted', 'declined', 'attended', 'missed')",
            name=op.f("ck_invitations_state"),
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_invitations_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["occasion_id"], ["occasions.id"], name=op.f("fk_invitations_occasion_id_occasions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("occasion_id", "case_id", name=op.f("uq_invitations_occasion_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_invitations_case_id"), "invitations", ["case_id"], unique=False)
    op.create_index(
        op.f("ix_invitations_occasion_id"), "invitations", ["occasion_id"], unique=False
    )
    op.create_table(
        "mentorships",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("mentor_id", ID, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("first", sa.Date(), nullable=True),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("because", sa.String(), server_default="", nullable=False),
        sa.Column("channel", sa.String(), server_default="", nullable=False),
        sa.Column("group_name", sa.String(), server_default="", nullable=False),
        sa.Column("consent_id", ID, nullable=True),
        sa.CheckConstraint(
            "channel IN ('', 'phone', 'email', 'visit', 'video', 'letter', 'messenger')",
            name=op.f("ck_mentorships_channel"),
        ),
        sa.CheckConstraint(
            "state IN ('proposed', 'asked', 'agreed', 'declined', 'ended')",
            name=op.f("ck_mentorships_state"),
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_mentorships_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["consent_id"], ["consents.id"], name=op.f("fk_mentorships_consent_id_consents")
        ),
        sa.ForeignKeyConstraint(
            ["mentor_id"], ["mentors.id"], name=op.f("fk_mentorships_mentor_id_mentors")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentorships")),
        sa.UniqueConstraint("case_id", "mentor_id", name=op.f("uq_mentorships_case_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_mentorships_case_id"), "mentorships", ["case_id"], unique=False)
    op.create_index(op.f("ix_mentorships_mentor_id"), "mentorships", ["mentor_id"], unique=False)
    op.add_column("people", sa.Column("interests", sa.String(), server_default="", nullable=False))
