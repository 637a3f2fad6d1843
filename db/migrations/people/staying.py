"""Talks, who left and why, ambassadors."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "leavings",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("left_on", sa.Date(), nullable=False),
        sa.Column("leaves", sa.String(), nullable=False),
        sa.Column("may_return", sa.Boolean(), nullable=True),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint("leaves IN ('employer', 'region')", name=op.f("ck_leavings_leaves")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_leavings_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leavings")),
        sa.UniqueConstraint("case_id", name=op.f("uq_leavings_case_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "leaving_reasons",
        sa.Column("id", ID, nullable=False),
        sa.Column("leaving_id", ID, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["leaving_id"], ["leavings.id"], name=op.f("fk_leaving_reasons_leaving_id_leavings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leaving_reasons")),
        sa.UniqueConstraint("leaving_id", "reason", name=op.f("uq_leaving_reasons_leaving_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_leaving_reasons_leaving_id"), "leaving_reasons", ["leaving_id"], unique=False
    )
    op.create_table(
        "talks",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("advisor_id", ID, nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("mood", sa.Integer(), nullable=True),
        sa.Column("intention", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.Column("next_act", sa.String(), server_default="", nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("next_done_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "intention IN ('', 'stays', 'unsure', 'leaves')", name=op.f("ck_talks_intention")
        ),
        sa.CheckConstraint(
            "kind IN ('day30', 'day100', 'day365', 'other')", name=op.f("ck_talks_kind")
        ),
        sa.CheckConstraint("mood BETWEEN 1 AND 5", name=op.f("ck_talks_mood")),
        sa.ForeignKeyConstraint(
            ["advisor_id"], ["advisors.id"], name=op.f("fk_talks_advisor_id_advisors")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_talks_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_talks_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talks")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_talks_case_id"), "talks", ["case_id"], unique=False)
    op.create_table(
        "ambassadors",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("topics", sa.String(), server_default="", nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("consent_id", ID, nullable=True),
        sa.CheckConstraint(
            "kind IN ('trainees', 'region', 'returning', 'guide')", name=op.f("ck_ambassadors_kind")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_ambassadors_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["consent_id"], ["consents.id"], name=op.f("fk_ambassadors_consent_id_consents")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_ambassadors_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ambassadors")),
        sa.UniqueConstraint("person_id", "kind", name=op.f("uq_ambassadors_person_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_ambassadors_case_id"), "ambassadors", ["case_id"], unique=False)
    op.create_table(
        "talk_reasons",
        sa.Column("id", ID, nullable=False),
        sa.Column("talk_id", ID, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("speaks_for", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["talk_id"], ["talks.id"], name=op.f("fk_talk_reasons_talk_id_talks")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk_reasons")),
        sa.UniqueConstraint("talk_id", "reason", name=op.f("uq_talk_reasons_talk_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_talk_reasons_talk_id"), "talk_reasons", ["talk_id"], unique=False)
