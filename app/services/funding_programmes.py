"""The programmes in force: those shipped, the office's versions and its own laid over them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.funding import load_programmes, read_programme
from app.content.funding_writing import programme_block
from app.errors import Reason, Refused
from app.records.funding import ProgrammeView
from app.rules.funding import Programme
from app.rules.schedule import parse_offset
from app.services import checks
from db.repositories import funding
from db.tables.funding import FundingProgramme

FIELDS = frozenset(each.name for each in fields(Programme)) - {"code"}
"""What of a shipped programme can be taken over by itself."""
_LATEST_YEARS = 100
_AMOUNTS = ("most_cents", "special_cents", "monthly_cents", "ceiling_cents")


def all_of(session: Session, resources: Path) -> tuple[ProgrammeView, ...]:
    """Every programme in the order of the files, then the office's own."""
    shipped = {each.code: each for each in load_programmes(resources).programmes}
    rows = {each.code: each for each in funding.programmes(session)}
    views = [_view(each, rows.get(code)) for code, each in shipped.items()]
    for code, row in rows.items():
        found = _read(row) if code not in shipped else None
        if found is not None:
            views.append(
                ProgrammeView(
                    found,
                    is_shipped=False,
                    changed_on=row.changed_on,
                    archived_on=row.archived_on,
                )
            )
    return tuple(views)


def original(resources: Path, code: str) -> Programme | None:
    """The shipped programme of that code, None where the office wrote it."""
    found = load_programmes(resources).programmes
    return next((each for each in found if each.code == code), None)


def digest(programme: Programme) -> str:
    """What tells one original from the next."""
    return hashlib.sha256(programme_block(programme).encode()).hexdigest()


def view_of(session: Session, resources: Path, code: str) -> ProgrammeView:
    """Raises `Refused(NO_SUCH_PROGRAMME)`."""
    found = next((each for each in all_of(session, resources) if each.programme.code == code), None)
    if found is None:
        raise Refused(Reason.NO_SUCH_PROGRAMME, code=code)
    return found


def check(
    programme: Programme, known: Collection[str], papers: Collection[str], today: date
) -> None:
    """Refuse what cannot be, beside its field. `known`: codes of programmes, `papers`: of papers.

    Raises `Refused`: BLANK, PROGRAMME_WITHOUT_DAY, DATE_IN_FUTURE (`as_of`), NOT_A_VALUE
    (`excludes`, `papers`, `offset`, `needs`: a file knows alternatives of one fact each alone),
    NOT_AN_AMOUNT and as `checks` does."""
    for text in _texts(programme):
        checks.storable_text(text, "title")
    for name in ("title", "body", "source"):
        checks.not_blank(getattr(programme, name), name)
    _check_days(programme, today)
    _check_numbers(programme)
    for name, typed, allowed in (
        ("excludes", programme.excludes, known),
        ("papers", programme.papers, papers),
    ):
        for code in typed:
            if code not in allowed or code == programme.code:
                raise Refused(Reason.NOT_A_VALUE, name, typed=code)
    _check_offset(programme)
    for need in programme.needs:
        for row in need.rows:
            if len(row) != 1 or not all(row.values()):
                raise Refused(Reason.NOT_A_VALUE, "needs", typed=", ".join(row))


def _check_days(programme: Programme, today: date) -> None:
    if programme.as_of is None:
        raise Refused(Reason.PROGRAMME_WITHOUT_DAY, "as_of")
    checks.day(programme.as_of.first, "as_of")
    if programme.as_of.first > today:
        raise Refused(Reason.DATE_IN_FUTURE, "as_of")
    for name, on in (("last_day", programme.last_day), ("valid_to", programme.valid_to)):
        if on is not None:
            checks.day(on, name)


def _check_numbers(programme: Programme) -> None:
    for name in _AMOUNTS:
        cents = getattr(programme, name)
        if cents is not None and cents <= 0:
            raise Refused(Reason.NOT_AN_AMOUNT, name, typed=str(cents))
    if programme.percent is not None and not 0 < programme.percent <= 100:
        raise Refused(Reason.NOT_A_VALUE, "percent", typed=str(programme.percent))
    if programme.binding_years is not None and not 0 < programme.binding_years <= _LATEST_YEARS:
        raise Refused(Reason.NOT_A_VALUE, "binding_years", typed=str(programme.binding_years))


def _check_offset(programme: Programme) -> None:
    try:
        parse_offset(programme.offset or "P0D")
    except ValueError:
        raise Refused(Reason.NOT_A_VALUE, "offset", typed=programme.offset) from None


def coded(programme: Programme, known: Collection[str]) -> Programme:
    """With a code of its own, made of its title, where it has none."""
    if programme.code:
        return programme
    plain = unicodedata.normalize("NFKD", programme.title.casefold().replace("ß", "ss"))
    letters = re.sub(r"[^a-z0-9]+", "_", plain.encode("ascii", "ignore").decode()).strip("_")
    base = f"own_{letters[:40] or 'programme'}"
    code = next(
        name
        for name in (base, *(f"{base}_{number}" for number in range(2, len(known) + 3)))
        if name not in known
    )
    return replace(programme, code=code)


def _view(shipped: Programme, row: FundingProgramme | None) -> ProgrammeView:
    if row is None:
        return ProgrammeView(shipped, is_shipped=True)
    own = _read(row) if row.text else None
    return ProgrammeView(
        own or shipped,
        is_shipped=True,
        is_changed=bool(row.text),
        original_changed=bool(row.text) and own != shipped and row.based_on != digest(shipped),
        is_broken=bool(row.text) and own is None,
        original=shipped if own is not None and own != shipped else None,
        changed_on=row.changed_on,
        archived_on=row.archived_on,
    )


def _read(row: FundingProgramme) -> Programme | None:
    programme, _ = read_programme(row.text, row.code)
    return programme if programme is not None and programme.code == row.code else None


def _texts(programme: Programme) -> Iterator[str]:
    for each in fields(programme):
        value = getattr(programme, each.name)
        yield from (text for text in _flat(value) if isinstance(text, str))
    yield from (each.text for each in programme.checks)
    yield from (each.title for each in programme.parts)


def _flat(value: object) -> Iterable[object]:
    return value if isinstance(value, tuple) else (value,)
