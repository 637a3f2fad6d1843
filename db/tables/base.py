"""The base of all tables and the column types they share."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, MetaData, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# SQLite gives ids only to INTEGER, PostgreSQL wants room for more.
Id = BigInteger().with_variant(Integer, "sqlite")


class Stamp(TypeDecorator[datetime]):
    """An aware moment, kept in UTC without its zone so that every database holds it alike."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.replace(tzinfo=UTC)


Key = Annotated[int, mapped_column(Id, primary_key=True)]
Text = Annotated[str, mapped_column(default="", server_default="")]


class Base(DeclarativeBase):
    type_annotation_map = {datetime: Stamp}  # noqa: RUF012 - read by SQLAlchemy

    if TYPE_CHECKING:
        id: Mapped[Key]

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    # An id is never given twice, so that undoing a removal finds its place free.
    __table_args__: object = {"sqlite_autoincrement": True}


def one_of(column: str, *values: str) -> str:
    """The text of a CHECK: the column holds one of these codes."""
    return f"{column} IN ({', '.join(repr(value) for value in values)})"
