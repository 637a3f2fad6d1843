"""Profiles, openings, introductions, cases that belong together."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "occupation_titles",
        sa.Column("id", ID, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("search", sa.String(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occupation_titles")),
        sa.UniqueConstraint("code", name=op.f("uq_occupation_titles_code")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_occupation_titles_search", "occupation_titles", ["search"], unique=False)
    op.create_table(
        "openings",
        sa.Column("id", ID, nullable=False),
        sa.Column("provider_id", ID, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kldb", sa.String(), server_default="", nullable=False),
        sa.Column("profession", sa.String(), server_default="", nullable=False),
        sa.Column("qualification", sa.String(), server_default="", nullable=False),
        sa.Column("german", sa.String(), server_default="", nullable=False),
        sa.Column("min_hours", sa.Integer(), nullable=True),
        sa.Column("max_hours", sa.Integer(), nullable=True),
        sa.Column("shifts", sa.String(), server_default="", nullable=False),
        sa.Column("contact", sa.String(), server_default="", nullable=False),
        sa.Column("website", sa.String(), server_default="", nullable=False),
        sa.Column("public_note", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("filled_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "german IN ('', 'a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'native')",
            name=op.f("ck_openings_german"),
        ),
        sa.CheckConstraint("max_hours BETWEEN 1 AND 60", name=op.f("ck_openings_max_hours")),
        sa.CheckConstraint("min_hours <= max_hours", name=op.f("ck_openings_hours")),
        sa.CheckConstraint("min_hours BETWEEN 1 AND 60", name=op.f("ck_openings_min_hours")),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["services_at_places.id"],
            name=op.f("fk_openings_provider_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_openings")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_openings_provider_id"), "openings", ["provider_id"], unique=False)
    op.create_table(
        "case_ties",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("own_case_id", ID, nullable=False),
        sa.Column("own_person_id", ID, nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_ties_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["own_case_id"], ["cases.id"], name=op.f("fk_case_ties_own_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["own_person_id"], ["people.id"], name=op.f("fk_case_ties_own_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_case_ties_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_ties")),
        sa.UniqueConstraint("own_case_id", name=op.f("uq_case_ties_own_case_id")),
        sa.UniqueConstraint("person_id", name=op.f("uq_case_ties_person_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_case_ties_case_id"), "case_ties", ["case_id"], unique=False)
    op.create_table(
        "job_profiles",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("occupation", sa.String(), server_default="", nullable=False),
        sa.Column("kldb", sa.String(), server_default="", nullable=False),
        sa.Column("qualification", sa.String(), server_default="", nullable=False),
        sa.Column("qualified_as", sa.String(), server_default="", nullable=False),
        sa.Column("min_hours", sa.Integer(), nullable=True),
        sa.Column("max_hours", sa.Integer(), nullable=True),
        sa.Column("available_from", sa.Date(), nullable=True),
        sa.Column("radius_km", sa.Double(), nullable=True),
        sa.Column("shifts", sa.String(), server_default="", nullable=False),
        sa.Column("wishes", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint("max_hours BETWEEN 1 AND 60", name=op.f("ck_job_profiles_max_hours")),
        sa.CheckConstraint("min_hours <= max_hours", name=op.f("ck_job_profiles_hours")),
        sa.CheckConstraint("min_hours BETWEEN 1 AND 60", name=op.f("ck_job_profiles_min_hours")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_job_profiles_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_profiles")),
        sa.UniqueConstraint("person_id", name=op.f("uq_job_profiles_person_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "language_levels",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.CheckConstraint(
            "level IN ('a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'native')",
            name=op.f("ck_language_levels_level"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_language_levels_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_language_levels")),
        sa.UniqueConstraint("person_id", "language", name=op.f("uq_language_levels_person_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_language_levels_person_id"), "language_levels", ["person_id"], unique=False
    )
    op.create_table(
        "introductions",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("provider_id", ID, nullable=False),
        sa.Column("opening_id", ID, nullable=True),
        sa.Column("consent_id", ID, nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("because", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "state IN ('planned', 'introduced', 'interview', 'trial', 'offered', 'hired', "
            "'declined_by_employer', 'declined_by_person')",
            name=op.f("ck_introductions_state"),
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_introductions_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["consent_id"], ["consents.id"], name=op.f("fk_introductions_consent_id_consents")
        ),
        sa.ForeignKeyConstraint(
            ["opening_id"], ["openings.id"], name=op.f("fk_introductions_opening_id_openings")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_introductions_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["services_at_places.id"],
            name=op.f("fk_introductions_provider_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_introductions")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_introductions_case_id"), "introductions", ["case_id"], unique=False)
    op.create_index(
        op.f("ix_introductions_person_id"), "introductions", ["person_id"], unique=False
    )
