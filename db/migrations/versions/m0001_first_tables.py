"""The first tables, and full-text search where the database is SQLite."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _tables()
    if op.get_bind().dialect.name == "sqlite":
        for table in ("cases", "services_at_places"):
            _full_text(table)


def _full_text(table: str) -> None:
    """Two indexes over the folded words of a table: trigrams find three letters anywhere in a
    word, prefixes find one or two at its beginning."""
    tokenizers = {
        "trigram": "tokenize='trigram'",
        "prefix": "tokenize='unicode61', prefix='1 2'",
    }
    for index, tokenizer in tokenizers.items():
        op.execute(
            f"CREATE VIRTUAL TABLE {table}_{index} USING fts5("
            f"search, content='{table}', content_rowid='id', {tokenizer})"
        )
    out = "".join(
        f"INSERT INTO {table}_{index}({table}_{index}, rowid, search) "
        "VALUES ('delete', old.id, old.search);"
        for index in tokenizers
    )
    into = "".join(
        f"INSERT INTO {table}_{index}(rowid, search) VALUES (new.id, new.search);"
        for index in tokenizers
    )
    op.execute(f"CREATE TRIGGER {table}_ai AFTER INSERT ON {table} BEGIN {into} END")
    op.execute(f"CREATE TRIGGER {table}_ad AFTER DELETE ON {table} BEGIN {out} END")
    op.execute(
        f"CREATE TRIGGER {table}_au AFTER UPDATE OF search ON {table} "
        f"WHEN old.search IS NOT new.search BEGIN {out} {into} END"
    )


def _tables() -> None:
    op.create_table(
        "batches",
        sa.Column("id", ID, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(), server_default="", nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("undoes", ID, nullable=True),
        sa.ForeignKeyConstraint(["undoes"], ["batches.id"], name=op.f("fk_batches_undoes_batches")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batches")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_batches_case_id"), "batches", ["case_id"], unique=False)
    op.create_index(op.f("ix_batches_undoes"), "batches", ["undoes"], unique=False)
    op.create_table(
        "organisations",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("operator", sa.String(), server_default="", nullable=False),
        sa.Column("website", sa.String(), server_default="", nullable=False),
        sa.Column("phone", sa.String(), server_default="", nullable=False),
        sa.Column("email", sa.String(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "saved_filters",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("query", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_filters")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "service_points",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.String(), server_default="", nullable=False),
        sa.Column("department", sa.String(), server_default="", nullable=False),
        sa.Column("street", sa.String(), server_default="", nullable=False),
        sa.Column("postcode", sa.String(), server_default="", nullable=False),
        sa.Column("town", sa.String(), server_default="", nullable=False),
        sa.Column("phone", sa.String(), server_default="", nullable=False),
        sa.Column("email", sa.String(), server_default="", nullable=False),
        sa.Column("website", sa.String(), server_default="", nullable=False),
        sa.Column("hours_osm", sa.String(), server_default="", nullable=False),
        sa.Column("greeting", sa.String(), server_default="", nullable=False),
        sa.Column("signatory", sa.String(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_points")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "settings",
        sa.Column("id", ID, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settings")),
        sa.UniqueConstraint("key", name=op.f("uq_settings_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "advisors",
        sa.Column("id", ID, nullable=False),
        sa.Column("service_point_id", ID, nullable=True),
        sa.Column("title", sa.String(), server_default="", nullable=False),
        sa.Column("given", sa.String(), server_default="", nullable=False),
        sa.Column("family", sa.String(), server_default="", nullable=False),
        sa.Column("phone", sa.String(), server_default="", nullable=False),
        sa.Column("email", sa.String(), server_default="", nullable=False),
        sa.Column("languages", sa.String(), server_default="", nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_point_id"],
            ["service_points.id"],
            name=op.f("fk_advisors_service_point_id_service_points"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advisors")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "places",
        sa.Column("id", ID, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("street", sa.String(), server_default="", nullable=False),
        sa.Column("postcode", sa.String(), server_default="", nullable=False),
        sa.Column("town", sa.String(), server_default="", nullable=False),
        sa.Column("municipality", sa.String(), server_default="", nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("accessible", sa.Boolean(), nullable=True),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name=op.f("ck_places_latitude")),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name=op.f("ck_places_longitude")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_places_organisation_id_organisations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_places")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_places_organisation_id"), "places", ["organisation_id"], unique=False)
    op.create_table(
        "revisions",
        sa.Column("id", ID, nullable=False),
        sa.Column("batch_id", ID, nullable=False),
        sa.Column("table", sa.String(), nullable=False),
        sa.Column("row", ID, nullable=False),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("after", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batches.id"], name=op.f("fk_revisions_batch_id_batches")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revisions")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_revisions_batch_id"), "revisions", ["batch_id"], unique=False)
    op.create_table(
        "services",
        sa.Column("id", ID, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("name", sa.String(), server_default="", nullable=False),
        sa.Column("description", sa.String(), server_default="", nullable=False),
        sa.Column("min_age", sa.Integer(), nullable=True),
        sa.Column("max_age", sa.Integer(), nullable=True),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("languages", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "category IN ('kita', 'childminding', 'school', 'all_day_care', 'housing', 'estate_manager', 'mover', 'employer', 'authority', 'counselling', 'language_course', 'training', 'doctor', 'elder_care', 'club', 'leisure', 'funding_body', 'network', 'other')",
            name=op.f("ck_services_category"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_services_organisation_id_organisations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_services")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_services_organisation_id"), "services", ["organisation_id"], unique=False
    )
    op.create_table(
        "services_at_places",
        sa.Column("id", ID, nullable=False),
        sa.Column("service_id", ID, nullable=False),
        sa.Column("place_id", ID, nullable=False),
        sa.Column("hours_osm", sa.String(), server_default="", nullable=False),
        sa.Column("hours_given", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("checked_by", sa.String(), server_default="", nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.Column("archived_because", sa.String(), server_default="", nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("source_key", sa.String(), nullable=True),
        sa.Column("search", sa.String(), server_default="", nullable=False),
        sa.Column("sort_key", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "(source IS NULL) = (source_key IS NULL)", name=op.f("ck_services_at_places_source")
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["places.id"], name=op.f("fk_services_at_places_place_id_places")
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["services.id"], name=op.f("fk_services_at_places_service_id_services")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_services_at_places")),
        sa.UniqueConstraint("source", "source_key", name=op.f("uq_services_at_places_source")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_services_at_places_by_name", "services_at_places", ["sort_key", "id"], unique=False
    )
    op.create_index(
        op.f("ix_services_at_places_place_id"), "services_at_places", ["place_id"], unique=False
    )
    op.create_index(
        op.f("ix_services_at_places_service_id"), "services_at_places", ["service_id"], unique=False
    )
    op.create_table(
        "cases",
        sa.Column("id", ID, nullable=False),
        sa.Column("advisor_id", ID, nullable=True),
        sa.Column("employer_id", ID, nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("profession", sa.String(), server_default="", nullable=False),
        sa.Column("occupation", sa.String(), server_default="", nullable=False),
        sa.Column("origin", sa.String(), server_default="", nullable=False),
        sa.Column("source", sa.String(), server_default="", nullable=False),
        sa.Column("home_street", sa.String(), server_default="", nullable=False),
        sa.Column("home_postcode", sa.String(), server_default="", nullable=False),
        sa.Column("home_town", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("stage_rank", sa.Integer(), nullable=False),
        sa.Column("held_until", sa.Date(), nullable=True),
        sa.Column("held_because", sa.String(), server_default="", nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_because", sa.String(), server_default="", nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("search", sa.String(), server_default="", nullable=False),
        sa.Column("name", sa.String(), server_default="", nullable=False),
        sa.Column("sort_key", sa.String(), server_default="", nullable=False),
        sa.Column("due_key", sa.String(), server_default="9999-12-31", nullable=False),
        sa.Column("next_step", sa.String(), server_default="", nullable=False),
        sa.Column("arrival_key", sa.String(), server_default="9999-12-31", nullable=False),
        sa.CheckConstraint(
            "stage IN ('interest', 'visit', 'contract', 'preboarding', 'arrival', 'induction', 'probation', 'staying')",
            name=op.f("ck_cases_stage"),
        ),
        sa.CheckConstraint("stage_rank BETWEEN 0 AND 7", name=op.f("ck_cases_stage_rank")),
        sa.ForeignKeyConstraint(
            ["advisor_id"], ["advisors.id"], name=op.f("fk_cases_advisor_id_advisors")
        ),
        sa.ForeignKeyConstraint(
            ["employer_id"],
            ["services_at_places.id"],
            name=op.f("fk_cases_employer_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_cases_by_name", "cases", ["sort_key", "id"], unique=False)
    running = sa.text("closed_on IS NULL AND held_until IS NULL")
    for order, first in (
        ("due", ["due_key"]),
        ("name", []),
        ("arrival", ["arrival_key"]),
        ("stage", ["stage_rank"]),
    ):
        op.create_index(
            f"ix_cases_running_by_{order}",
            "cases",
            [*first, "sort_key", "id"],
            sqlite_where=running,
            postgresql_where=running,
        )
    op.create_table(
        "anchors",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("precision", sa.String(), nullable=False),
        sa.CheckConstraint("precision IN ('day', 'month')", name=op.f("ck_anchors_precision")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_anchors_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anchors")),
        sa.UniqueConstraint("case_id", "kind", name=op.f("uq_anchors_case_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_anchors_case_id"), "anchors", ["case_id"], unique=False)
    op.create_table(
        "contacts",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("advisor_id", ID, nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("counterpart", sa.String(), nullable=False),
        sa.Column("whom", sa.String(), server_default="", nullable=False),
        sa.Column("text", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "channel IN ('phone', 'email', 'visit', 'video', 'letter', 'messenger')",
            name=op.f("ck_contacts_channel"),
        ),
        sa.CheckConstraint(
            "counterpart IN ('family', 'body')", name=op.f("ck_contacts_counterpart")
        ),
        sa.ForeignKeyConstraint(
            ["advisor_id"], ["advisors.id"], name=op.f("fk_contacts_advisor_id_advisors")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_contacts_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_contacts_case_id"), "contacts", ["case_id"], unique=False)
    op.create_index(op.f("ix_contacts_on"), "contacts", ["on"], unique=False)
    op.create_table(
        "people",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("given", sa.String(), server_default="", nullable=False),
        sa.Column("family", sa.String(), server_default="", nullable=False),
        sa.Column("called", sa.String(), server_default="", nullable=False),
        sa.Column("passport", sa.String(), server_default="", nullable=False),
        sa.Column("own_script", sa.String(), server_default="", nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("birth_month", sa.Integer(), nullable=True),
        sa.Column("birth_day", sa.Integer(), nullable=True),
        sa.Column("nationality", sa.String(), server_default="", nullable=False),
        sa.Column("languages", sa.String(), server_default="", nullable=False),
        sa.Column("phone", sa.String(), server_default="", nullable=False),
        sa.Column("email", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "role IN ('professional', 'partner', 'child', 'grandparent', 'other')",
            name=op.f("ck_people_role"),
        ),
        sa.CheckConstraint("birth_day BETWEEN 1 AND 31", name=op.f("ck_people_birth_day")),
        sa.CheckConstraint("birth_month BETWEEN 1 AND 12", name=op.f("ck_people_birth_month")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_people_case_id_cases")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_people_case_id"), "people", ["case_id"], unique=False)
    op.create_table(
        "printed_folders",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(), server_default="", nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("sheets", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.CheckConstraint("way IN ('saved', 'printed')", name=op.f("ck_printed_folders_way")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_printed_folders_case_id_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printed_folders")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_printed_folders_case_id"), "printed_folders", ["case_id"], unique=False
    )
    op.create_table(
        "stage_changes",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("failed", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "stage IN ('interest', 'visit', 'contract', 'preboarding', 'arrival', 'induction', 'probation', 'staying')",
            name=op.f("ck_stage_changes_stage"),
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_stage_changes_case_id_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stage_changes")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_stage_changes_case_id"), "stage_changes", ["case_id"], unique=False)
    op.create_table(
        "facts",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_facts_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_facts_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_facts")),
        sa.UniqueConstraint("case_id", "person_id", "key", name=op.f("uq_facts_case_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_facts_case_id"), "facts", ["case_id"], unique=False)
    op.create_table(
        "steps",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("track", sa.String(), nullable=False),
        sa.Column("template", sa.String(), server_default="", nullable=False),
        sa.Column("title", sa.String(), server_default="", nullable=False),
        sa.Column("phase", sa.String(), server_default="", nullable=False),
        sa.Column("roles", sa.String(), server_default="", nullable=False),
        sa.Column("applies", sa.String(), nullable=False),
        sa.Column("anchor", sa.String(), server_default="", nullable=False),
        sa.Column("offset", sa.String(), server_default="", nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("precision", sa.String(), nullable=False),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint("applies IN ('yes', 'no', 'unclear')", name=op.f("ck_steps_applies")),
        sa.CheckConstraint("precision IN ('day', 'month')", name=op.f("ck_steps_precision")),
        sa.CheckConstraint("state IN ('open', 'done', 'not_needed')", name=op.f("ck_steps_state")),
        sa.CheckConstraint("track IN ('onboarding', 'relocation')", name=op.f("ck_steps_track")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_steps_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_steps_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_steps")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_steps_case_id"), "steps", ["case_id"], unique=False)
    op.create_table(
        "step_documents",
        sa.Column("id", ID, nullable=False),
        sa.Column("step_id", ID, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("present_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["step_id"], ["steps.id"], name=op.f("fk_step_documents_step_id_steps")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step_documents")),
        sa.UniqueConstraint("step_id", "key", name=op.f("uq_step_documents_step_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_step_documents_step_id"), "step_documents", ["step_id"], unique=False)
