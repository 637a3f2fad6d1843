"""Practices, areas and sessions between record and row: checked, filled in, read back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.municipalities import municipalities
from app.errors import Reason, Refused
from app.records.practice import (
    ENDED,
    AreaDraft,
    AreaView,
    PracticeDraft,
    PracticeState,
    PracticeView,
    SessionDraft,
    SessionView,
)
from app.rules.facts import VOCABULARY, FactKey
from app.rules.practice_matching import AreaState
from app.rules.responsibility import Municipality
from app.services import checks, existing
from db.repositories import practice, providers
from db.tables.practice import CommitteeDate, PlanningArea, Practice

_TEXTS = (
    "profession",
    "specialty",
    "town",
    "municipality",
    "contact",
    "phone",
    "email",
    "website",
    "public_note",
    "note",
    "source",
)
_PLAIN = ("quarter_seats", "from_day", "to_day", "accessible", "as_of", "valid_to")
MOST_QUARTERS = 40
RUNNING = tuple(each.value for each in PracticeState if each not in ENDED)


@dataclass(frozen=True)
class Places:
    """The municipalities by their official key (AGS)."""

    by_key: Mapping[str, Municipality]

    @staticmethod
    def of(resources: Path) -> Places:
        return Places({each.ags: each for each in municipalities(resources)})

    def name(self, key: str) -> str:
        """The name, the key itself where the list does not have it."""
        found = self.by_key.get(key)
        return key if found is None else found.name

    def names(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(map(self.name, keys), key=str.casefold))


def check_practice(draft: PracticeDraft, places: Places) -> None:
    """Refuse what cannot be, beside its field."""
    checks.storable(draft)
    checks.not_blank(draft.title, "title")
    checks.span(("from_day", draft.from_day), ("to_day", draft.to_day))
    checks.span(("as_of", draft.as_of), ("valid_to", draft.valid_to))
    checks.phone(draft.phone, "phone")
    checks.email(draft.email, "email")
    _one_of(draft.profession, VOCABULARY[FactKey.PROFESSION].values, "profession")
    _one_of(draft.municipality, places.by_key, "municipality")
    if draft.quarter_seats is not None and not 1 <= draft.quarter_seats <= MOST_QUARTERS:
        raise Refused(Reason.NOT_A_VALUE, "quarter_seats", typed=str(draft.quarter_seats))


def check_area(draft: AreaDraft, places: Places) -> None:
    """Refuse what cannot be, beside its field."""
    checks.storable(draft)
    checks.not_blank(draft.name, "name")
    checks.not_blank(draft.doctors, "doctors")
    checks.day(draft.as_of, "as_of")
    for key in draft.municipalities:
        _one_of(key, places.by_key, "municipalities")
    for name, number in (
        ("coverage_tenths", draft.coverage_tenths),
        ("free_halves", draft.free_halves),
    ):
        if number is not None and number < 0:
            raise Refused(Reason.NOT_A_VALUE, name, typed=str(number))


def check_session(draft: SessionDraft) -> None:
    """Refuse what cannot be, beside its field: papers are asked for before the meeting."""
    checks.storable(draft)
    checks.not_blank(draft.body, "body")
    checks.day(draft.on, "on")
    checks.span(("papers_by", draft.papers_by), ("on", draft.on))


def existing_practice(session: Session, practice_id: int) -> Practice:
    """The practice with this id. Raises `Refused(NO_SUCH_PRACTICE)`."""
    found = practice.practice(session, practice_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_PRACTICE, id=practice_id)
    return found


def fill_practice(session: Session, row: Practice, draft: PracticeDraft) -> None:
    """Write a draft into its row. Raises `Refused(NO_SUCH_PROVIDER)`."""
    if draft.provider is not None:
        existing.provider(session, draft.provider)
    row.provider_id = draft.provider
    row.title = draft.title.strip()
    for name in _TEXTS:
        setattr(row, name, str(getattr(draft, name)).strip())
    for name in _PLAIN:
        setattr(row, name, getattr(draft, name))


def fill_area(row: PlanningArea, draft: AreaDraft) -> None:
    """Write a draft into its row."""
    row.municipalities = " ".join(sorted(draft.municipalities))
    row.state = draft.state.value
    for name in ("name", "doctors", "public_note", "source"):
        setattr(row, name, str(getattr(draft, name)).strip())
    for name in ("coverage_tenths", "free_halves", "funded", "as_of"):
        setattr(row, name, getattr(draft, name))


def fill_session(row: CommitteeDate, draft: SessionDraft) -> None:
    """Write a draft into its row."""
    row.on, row.papers_by = draft.on, draft.papers_by
    for name in ("body", "public_note", "source"):
        setattr(row, name, str(getattr(draft, name)).strip())


def area_view(row: PlanningArea, places: Places) -> AreaView:
    """An area as listed."""
    keys = frozenset(row.municipalities.split())
    draft = AreaDraft(
        name=row.name,
        doctors=row.doctors,
        as_of=row.as_of,
        municipalities=keys,
        state=AreaState(row.state),
        coverage_tenths=row.coverage_tenths,
        free_halves=row.free_halves,
        funded=row.funded,
        public_note=row.public_note,
        source=row.source,
    )
    return AreaView(row.id, draft, places.names(keys))


def session_view(row: CommitteeDate) -> SessionView:
    """A meeting as listed."""
    return SessionView(
        row.id, SessionDraft(row.body, row.on, row.papers_by, row.public_note, row.source)
    )


def practice_view(
    session: Session,
    row: Practice,
    places: Places,
    areas: Iterable[AreaView],
    interested: Mapping[int, int],
) -> PracticeView:
    """A practice as listed; `interested`: how many people are in talks, by practice."""
    whole = providers.by_id(session, row.provider_id) if row.provider_id is not None else None
    values = {name: getattr(row, name) for name in (*_TEXTS, *_PLAIN)}
    return PracticeView(
        id=row.id,
        draft=PracticeDraft(title=row.title, provider=row.provider_id, **values),
        provider_name=whole.organisation.name if whole else "",
        place=places.name(row.municipality) if row.municipality else "",
        areas=tuple(
            each
            for each in areas
            if row.municipality and row.municipality in each.draft.municipalities
        ),
        interested=interested.get(row.id, 0),
        archived_on=row.archived_on,
        archived_because=row.archived_because,
    )


def _one_of(value: str, known: Iterable[str], field: str) -> None:
    if value and value not in known:
        raise Refused(Reason.NOT_A_VALUE, field, typed=value)
