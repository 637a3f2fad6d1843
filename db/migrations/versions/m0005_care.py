"""Who works when and who is there for a child: shifts, rosters, ways, carers, what is decided."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "shifts",
        sa.Column("id", ID, nullable=False),
        sa.Column("employer_id", ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("code", sa.String(), server_default="", nullable=False),
        sa.Column("name", sa.String(), server_default="", nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("finish", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('early', 'day', 'between', 'late', 'night', 'standby', 'on_call', 'other')",
            name=op.f("ck_shifts_kind"),
        ),
        sa.CheckConstraint("0 <= start AND start < 1440", name=op.f("ck_shifts_start")),
        sa.CheckConstraint("start < finish AND finish <= 2880", name=op.f("ck_shifts_finish")),
        sa.ForeignKeyConstraint(
            ["employer_id"],
            ["services_at_places.id"],
            name=op.f("fk_shifts_employer_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shifts")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_shifts_employer_id"), "shifts", ["employer_id"])
    op.create_table(
        "care_frames",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("radius_km", sa.Double(), nullable=True),
        sa.Column("languages", sa.String(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_care_frames_case_id_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_care_frames")),
        sa.UniqueConstraint("case_id", name=op.f("uq_care_frames_case_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "carers",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), server_default="", nullable=False),
        sa.Column("hours_osm", sa.String(), server_default="", nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("way", sa.Integer(), server_default="0", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint("kind IN ('relative', 'household')", name=op.f("ck_carers_kind")),
        sa.CheckConstraint("way BETWEEN 0 AND 180", name=op.f("ck_carers_way")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_carers_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carers")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_carers_case_id"), "carers", ["case_id"])
    op.create_table(
        "care_choices",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("provider_id", ID, nullable=True),
        sa.Column("carer_id", ID, nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("because", sa.String(), server_default="", nullable=False),
        sa.Column("hours_osm", sa.String(), server_default="", nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "state IN ('proposed', 'wanted', 'promised', 'declined')",
            name=op.f("ck_care_choices_state"),
        ),
        sa.CheckConstraint(
            "(provider_id IS NULL) <> (carer_id IS NULL)", name=op.f("ck_care_choices_whom")
        ),
        sa.ForeignKeyConstraint(
            ["carer_id"], ["carers.id"], name=op.f("fk_care_choices_carer_id_carers")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_care_choices_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["services_at_places.id"],
            name=op.f("fk_care_choices_provider_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_care_choices")),
        sa.UniqueConstraint(
            "person_id", "provider_id", "carer_id", name=op.f("uq_care_choices_person_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_care_choices_person_id"), "care_choices", ["person_id"])
    op.create_table(
        "rosters",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint("weeks BETWEEN 0 AND 52", name=op.f("ck_rosters_weeks")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_rosters_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rosters")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_rosters_person_id"), "rosters", ["person_id"])
    op.create_table(
        "working_lives",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("employer_id", ID, nullable=True),
        sa.Column("at_home", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("to_care", sa.Integer(), server_default="0", nullable=False),
        sa.Column("to_work", sa.Integer(), server_default="0", nullable=False),
        sa.Column("from_work", sa.Integer(), server_default="0", nullable=False),
        sa.Column("from_care", sa.Integer(), server_default="0", nullable=False),
        sa.Column("changing", sa.Integer(), server_default="0", nullable=False),
        sa.Column("buffer", sa.Integer(), server_default="0", nullable=False),
        sa.Column("sleep", sa.Integer(), server_default="0", nullable=False),
        sa.Column("brings", sa.Boolean(), server_default="1", nullable=False),
        sa.Column("fetches", sa.Boolean(), server_default="1", nullable=False),
        sa.CheckConstraint("buffer BETWEEN 0 AND 120", name=op.f("ck_working_lives_buffer")),
        sa.CheckConstraint("changing BETWEEN 0 AND 120", name=op.f("ck_working_lives_changing")),
        sa.CheckConstraint("sleep BETWEEN 0 AND 720", name=op.f("ck_working_lives_sleep")),
        sa.CheckConstraint(
            "to_care BETWEEN 0 AND 180 AND to_work BETWEEN 0 AND 180 AND from_work BETWEEN 0 AND 180 AND from_care BETWEEN 0 AND 180",
            name=op.f("ck_working_lives_ways"),
        ),
        sa.ForeignKeyConstraint(
            ["employer_id"],
            ["services_at_places.id"],
            name=op.f("fk_working_lives_employer_id_services_at_places"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_working_lives_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_working_lives")),
        sa.UniqueConstraint("person_id", name=op.f("uq_working_lives_person_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "duties",
        sa.Column("id", ID, nullable=False),
        sa.Column("roster_id", ID, nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("finish", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("label", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "kind IN ('early', 'day', 'between', 'late', 'night', 'standby', 'on_call', 'other')",
            name=op.f("ck_duties_kind"),
        ),
        sa.CheckConstraint("0 <= start AND start < 1440", name=op.f("ck_duties_start")),
        sa.CheckConstraint("day >= 0", name=op.f("ck_duties_day")),
        sa.CheckConstraint("start < finish AND finish <= 2880", name=op.f("ck_duties_finish")),
        sa.ForeignKeyConstraint(
            ["roster_id"], ["rosters.id"], name=op.f("fk_duties_roster_id_rosters")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duties")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_duties_roster_id"), "duties", ["roster_id"])
    op.add_column("services", sa.Column("settling_weeks", sa.Integer(), nullable=True))
