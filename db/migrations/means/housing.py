"""Wishes, offers of homes, viewings, dormitories and their waiting lists."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "housing_wishes",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("kinds", sa.String(), server_default="", nullable=False),
        sa.Column("tenures", sa.String(), server_default="", nullable=False),
        sa.Column("municipalities", sa.String(), server_default="", nullable=False),
        sa.Column("half_rooms", sa.Integer(), nullable=True),
        sa.Column("square_metres", sa.Integer(), nullable=True),
        sa.Column("rent_cents", sa.Integer(), nullable=True),
        sa.Column("price_cents", sa.Integer(), nullable=True),
        sa.Column("wanted_from", sa.Date(), nullable=True),
        sa.Column("latest_from", sa.Date(), nullable=True),
        sa.Column("accessible", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("pets", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("furnished", sa.Boolean(), nullable=True),
        sa.Column("minutes_to_work", sa.Integer(), nullable=True),
        sa.Column("public_note", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "half_rooms BETWEEN 2 AND 40", name=op.f("ck_housing_wishes_half_rooms")
        ),
        sa.CheckConstraint(
            "minutes_to_work BETWEEN 1 AND 240", name=op.f("ck_housing_wishes_minutes_to_work")
        ),
        sa.CheckConstraint("price_cents > 0", name=op.f("ck_housing_wishes_price_cents")),
        sa.CheckConstraint("rent_cents > 0", name=op.f("ck_housing_wishes_rent_cents")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_housing_wishes_case_id_cases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_housing_wishes")),
        sa.UniqueConstraint("case_id", name=op.f("uq_housing_wishes_case_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "housing_offers",
        sa.Column("id", ID, nullable=False),
        sa.Column("provider_id", ID, nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("tenure", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("street", sa.String(), server_default="", nullable=False),
        sa.Column("postcode", sa.String(), server_default="", nullable=False),
        sa.Column("town", sa.String(), server_default="", nullable=False),
        sa.Column("municipality", sa.String(), server_default="", nullable=False),
        sa.Column("half_rooms", sa.Integer(), nullable=True),
        sa.Column("square_metres", sa.Integer(), nullable=True),
        sa.Column("floor", sa.Integer(), nullable=True),
        sa.Column("cold_cents", sa.Integer(), nullable=True),
        sa.Column("extra_cents", sa.Integer(), nullable=True),
        sa.Column("heating_cents", sa.Integer(), nullable=True),
        sa.Column("deposit_cents", sa.Integer(), nullable=True),
        sa.Column("price_cents", sa.Integer(), nullable=True),
        sa.Column("free_from", sa.Date(), nullable=True),
        sa.Column("free_until", sa.Date(), nullable=True),
        sa.Column("accessible", sa.Boolean(), nullable=True),
        sa.Column("pets", sa.String(), server_default="", nullable=False),
        sa.Column("furnished", sa.Boolean(), nullable=True),
        sa.Column("entitled_only", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("contact", sa.String(), server_default="", nullable=False),
        sa.Column("phone", sa.String(), server_default="", nullable=False),
        sa.Column("email", sa.String(), server_default="", nullable=False),
        sa.Column("website", sa.String(), server_default="", nullable=False),
        sa.Column("public_note", sa.String(), server_default="", nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.Column("entered_on", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("source_key", sa.String(), nullable=True),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.Column("archived_because", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "kind IN ('flat', 'house', 'shared', 'room', 'dormitory', 'temporary')",
            name=op.f("ck_housing_offers_kind"),
        ),
        sa.CheckConstraint("pets IN ('', 'yes', 'ask', 'no')", name=op.f("ck_housing_offers_pets")),
        sa.CheckConstraint("tenure IN ('rent', 'buy')", name=op.f("ck_housing_offers_tenure")),
        sa.CheckConstraint(
            "(source IS NULL) = (source_key IS NULL)", name=op.f("ck_housing_offers_source")
        ),
        sa.CheckConstraint("cold_cents > 0", name=op.f("ck_housing_offers_cold_cents")),
        sa.CheckConstraint(
            "half_rooms BETWEEN 2 AND 40", name=op.f("ck_housing_offers_half_rooms")
        ),
        sa.CheckConstraint("price_cents > 0", name=op.f("ck_housing_offers_price_cents")),
        sa.CheckConstraint("square_metres > 0", name=op.f("ck_housing_offers_square_metres")),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["services_at_places.id"],
            name=op.f("fk_housing_offers_provider_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_housing_offers")),
        sa.UniqueConstraint("source", "source_key", name=op.f("uq_housing_offers_source")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_housing_offers_provider_id"), "housing_offers", ["provider_id"], unique=False
    )
    op.create_table(
        "housing_interests",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("offer_id", ID, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("viewing_on", sa.Date(), nullable=True),
        sa.Column("viewing_at", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), server_default="", nullable=False),
        sa.Column("because", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "state IN ('proposed', 'asked', 'viewing', 'viewed', 'applied', 'accepted', "
            "'refused', 'declined')",
            name=op.f("ck_housing_interests_state"),
        ),
        sa.CheckConstraint(
            "viewing_at BETWEEN 0 AND 1439", name=op.f("ck_housing_interests_viewing_at")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_housing_interests_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["offer_id"],
            ["housing_offers.id"],
            name=op.f("fk_housing_interests_offer_id_housing_offers"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_housing_interests")),
        sa.UniqueConstraint("case_id", "offer_id", name=op.f("uq_housing_interests_case_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_housing_interests_case_id"), "housing_interests", ["case_id"], unique=False
    )
    op.create_index(
        op.f("ix_housing_interests_offer_id"), "housing_interests", ["offer_id"], unique=False
    )
    op.create_table(
        "dormitories",
        sa.Column("id", ID, nullable=False),
        sa.Column("provider_id", ID, nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("free_places", sa.Integer(), nullable=True),
        sa.Column("free_as_of", sa.Date(), nullable=True),
        sa.Column("waiting", sa.Integer(), nullable=True),
        sa.Column("month_cents", sa.Integer(), nullable=True),
        sa.Column("website", sa.String(), server_default="", nullable=False),
        sa.Column("public_note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint(
            "audience IN ('trainees', 'students', 'both')", name=op.f("ck_dormitories_audience")
        ),
        sa.CheckConstraint("month_cents > 0", name=op.f("ck_dormitories_month_cents")),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["services_at_places.id"],
            name=op.f("fk_dormitories_provider_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dormitories")),
        sa.UniqueConstraint("provider_id", name=op.f("uq_dormitories_provider_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "dormitory_entries",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("provider_id", ID, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("applied_on", sa.Date(), nullable=False),
        sa.Column("wanted_from", sa.Date(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("because", sa.String(), server_default="", nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "state IN ('applied', 'waiting', 'offered', 'moved_in', 'refused', 'withdrawn')",
            name=op.f("ck_dormitory_entries_state"),
        ),
        sa.CheckConstraint("rank > 0", name=op.f("ck_dormitory_entries_rank")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_dormitory_entries_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_dormitory_entries_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["services_at_places.id"],
            name=op.f("fk_dormitory_entries_provider_id_services_at_places"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dormitory_entries")),
        sa.UniqueConstraint(
            "person_id", "provider_id", name=op.f("uq_dormitory_entries_person_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_dormitory_entries_case_id"), "dormitory_entries", ["case_id"], unique=False
    )
