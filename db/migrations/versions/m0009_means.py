"""The means: housing, the move, schools, funding, a practice of one's own, elders, needs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.migrations.means import (
    elders,
    employer_places,
    funding,
    housing,
    moving,
    needs,
    practice,
    schooling,
)

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

PARTS = (housing, moving, schooling, funding, practice, elders, needs, employer_places)


def upgrade() -> None:
    op.add_column("services", sa.Column("features", sa.String(), server_default="", nullable=False))
    for part in PARTS:
        part.upgrade()
