"""Courses and who goes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "courses",
        sa.Column("id", ID, nullable=False),
        sa.Column("provider_id", ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("professions", sa.String(), server_default="", nullable=False),
        sa.Column("german", sa.String(), server_default="", nullable=False),
        sa.Column("reaches", sa.String(), server_default="", nullable=False),
        sa.Column("first", sa.Date(), nullable=True),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("register_by", sa.Date(), nullable=True),
        sa.Column("hours_osm", sa.String(), server_default="", nullable=False),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("cents", sa.Integer(), nullable=True),
        sa.Column("funding", sa.String(), server_default="", nullable=False),
        sa.Column("website", sa.String(), server_default="", nullable=False),
        sa.Column("public_note", sa.String(), server_default="", nullable=False),
        sa.Column("source", sa.String(), server_default="", nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "german IN ('', 'a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'native')",
            name=op.f("ck_courses_german"),
        ),
        sa.CheckConstraint(
            "kind IN ('language', 'profession_language', 'adaptation', 'specialisation', "
            "'management', 'degree', 'apprenticeship', 'school', 'other')",
            name=op.f("ck_courses_kind"),
        ),
        sa.CheckConstraint(
            "reaches IN ('', 'a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'native')",
            name=op.f("ck_courses_reaches"),
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["services_at_places.id"],
            name=op.f("fk_courses_provider_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_courses")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_courses_provider_id"), "courses", ["provider_id"], unique=False)
    op.create_table(
        "course_bookings",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("course_id", ID, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("because", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "state IN ('proposed', 'wanted', 'registered', 'attending', 'finished', "
            "'declined', 'left')",
            name=op.f("ck_course_bookings_state"),
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_course_bookings_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["course_id"], ["courses.id"], name=op.f("fk_course_bookings_course_id_courses")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_course_bookings_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_bookings")),
        sa.UniqueConstraint("course_id", "person_id", name=op.f("uq_course_bookings_course_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_course_bookings_case_id"), "course_bookings", ["case_id"], unique=False
    )
    op.create_index(
        op.f("ix_course_bookings_course_id"), "course_bookings", ["course_id"], unique=False
    )
    op.create_index(
        op.f("ix_course_bookings_person_id"), "course_bookings", ["person_id"], unique=False
    )
