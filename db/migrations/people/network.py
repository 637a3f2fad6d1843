"""Actors, links between services, the working group."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "group_topics",
        sa.Column("id", ID, nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("about", sa.String(), server_default="", nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "state IN ('collected', 'researched', 'proposed', 'decided', 'running', 'done', "
            "'dropped')",
            name=op.f("ck_group_topics_state"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_topics")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "meetings",
        sa.Column("id", ID, nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(), server_default="", nullable=False),
        sa.Column("title", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint("0 <= start AND start < 1440", name=op.f("ck_meetings_start")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "actors",
        sa.Column("id", ID, nullable=False),
        sa.Column("organisation_id", ID, nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), server_default="", nullable=False),
        sa.Column("role", sa.String(), server_default="", nullable=False),
        sa.Column("contact", sa.String(), server_default="", nullable=False),
        sa.Column("phone", sa.String(), server_default="", nullable=False),
        sa.Column("email", sa.String(), server_default="", nullable=False),
        sa.Column("in_group", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "kind IN ('municipality', 'county', 'doctors_association', 'region', 'welfare', "
            "'medical_centre', 'hospital', 'care_service', 'university', 'school', "
            "'employer', 'other')",
            name=op.f("ck_actors_kind"),
        ),
        sa.CheckConstraint(
            "sector IN ('', 'outpatient', 'inpatient', 'both', 'outside')",
            name=op.f("ck_actors_sector"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_actors_organisation_id_organisations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actors")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "topic_keywords",
        sa.Column("id", ID, nullable=False),
        sa.Column("topic_id", ID, nullable=False),
        sa.Column("keyword", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["group_topics.id"], name=op.f("fk_topic_keywords_topic_id_group_topics")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic_keywords")),
        sa.UniqueConstraint("topic_id", "keyword", name=op.f("uq_topic_keywords_topic_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_topic_keywords_topic_id"), "topic_keywords", ["topic_id"], unique=False
    )
    op.create_table(
        "attendances",
        sa.Column("id", ID, nullable=False),
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("actor_id", ID, nullable=False),
        sa.Column("present", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actors.id"], name=op.f("fk_attendances_actor_id_actors")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_attendances_meeting_id_meetings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendances")),
        sa.UniqueConstraint("meeting_id", "actor_id", name=op.f("uq_attendances_meeting_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_attendances_meeting_id"), "attendances", ["meeting_id"], unique=False)
    op.create_table(
        "group_entries",
        sa.Column("id", ID, nullable=False),
        sa.Column("topic_id", ID, nullable=False),
        sa.Column("meeting_id", ID, nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("actor_id", ID, nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('note', 'proposal', 'research', 'decision', 'task')",
            name=op.f("ck_group_entries_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actors.id"], name=op.f("fk_group_entries_actor_id_actors")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_group_entries_meeting_id_meetings")
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["group_topics.id"], name=op.f("fk_group_entries_topic_id_group_topics")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_entries")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_group_entries_meeting_id"), "group_entries", ["meeting_id"], unique=False
    )
    op.create_index(op.f("ix_group_entries_topic_id"), "group_entries", ["topic_id"], unique=False)
    op.create_table(
        "service_links",
        sa.Column("id", ID, nullable=False),
        sa.Column("from_id", ID, nullable=False),
        sa.Column("to_id", ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('outpatient_inpatient', 'interdisciplinary', 'interprofessional', "
            "'emergency', 'training', 'cooperation')",
            name=op.f("ck_service_links_kind"),
        ),
        sa.CheckConstraint("from_id <> to_id", name=op.f("ck_service_links_two")),
        sa.ForeignKeyConstraint(
            ["from_id"],
            ["services_at_places.id"],
            name=op.f("fk_service_links_from_id_services_at_places"),
        ),
        sa.ForeignKeyConstraint(
            ["to_id"],
            ["services_at_places.id"],
            name=op.f("fk_service_links_to_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_links")),
        sa.UniqueConstraint("from_id", "to_id", "kind", name=op.f("uq_service_links_from_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_service_links_from_id"), "service_links", ["from_id"], unique=False)
    op.create_index(op.f("ix_service_links_to_id"), "service_links", ["to_id"], unique=False)
