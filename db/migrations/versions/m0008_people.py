"""The people around a case: contacts, mentors, employers, partners, visits, staying, network."""

from __future__ import annotations

from db.migrations.people import (
    career,
    contact,
    employer,
    mentor,
    network,
    office,
    staying,
    training,
    visit,
)

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

PARTS = (office, contact, employer, mentor, career, visit, staying, training, network)


def upgrade() -> None:
    for part in PARTS:
        part.upgrade()
