"""Making one provider of two, within the transaction of a command."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from app.errors import Refused
from app.records.merging import Comparison, Entry
from app.records.providers import ProviderDraft
from app.services.derived import list_name
from app.services.planner import Planner
from app.services.provider_records import check_draft, draft_of, fill_provider, write_parts
from app.services.school_records import write_profile
from db.repositories import (
    cases,
    employer_places,
    employers,
    housing,
    providers,
    references,
    schooling,
)
from db.repositories.providers import Whole
from db.repositories.references import Kind

Check = tuple[date | None, str]


def standing_for(session: Session, provider_id: int) -> int:
    """The provider that stands in the directory for this one: itself, or the one it was merged
    into, whose changes an import then writes there. An entry that was merged is archived and has
    a successor, but no last day: one that closed and has a successor stays what it was."""
    seen = {provider_id}
    while True:
        whole = providers.by_id(session, provider_id)
        following = None if whole is None else _merged_into(whole)
        if following is None or following in seen:
            return provider_id
        seen.add(following)
        provider_id = following


def _merged_into(whole: Whole) -> int | None:
    at = whole.at
    return at.successor_id if at.archived_on is not None and at.valid_to is None else None


def entry_of(session: Session, whole: Whole) -> Entry:
    """An entry with all that hangs on it, for somebody to compare."""
    draft = draft_of(whole)
    beside = providers.beside(session, whole.organisation.id)
    return Entry(
        id=whole.at.id,
        draft=draft,
        checked_on=whole.at.checked_on,
        checked_by=whole.at.checked_by,
        saved_at=whole.at.saved_at,
        used_by=tuple(
            (case.id, list_name(people[0]) if (people := cases.people(session, case.id)) else "")
            for case in providers.employing(session, whole.at.id)
        ),
        follows=_names(session, references.following(session, whole.at.id)),
        keeps_places=_names(session, references.reserving(session, whole.organisation.id)),
        neighbours=tuple(
            called(each)
            for each in beside
            if each.at.id != whole.at.id and each.at.archived_on is None
        ),
        reserved_for=references.name_of(session, draft.reserved_for),
        successor="".join(_names(session, [draft.successor] if draft.successor else [])),
    )


def called(whole: Whole) -> str:
    """What a provider is called where it stands among those of its organisation."""
    named = [part for part in (whole.organisation.name, whole.service.name) if part.strip()]
    return " – ".join([*named, whole.place.town] if whole.place.town.strip() else named)


def _names(session: Session, provider_ids: Iterable[int]) -> tuple[str, ...]:
    found = (providers.by_id(session, each) for each in provider_ids)
    return tuple(each.organisation.name for each in found if each is not None)


@dataclass(frozen=True)
class Merge:
    """Two providers of a session, of which `kept` shall say what `draft` says."""

    session: Session
    planner: Planner
    today: date
    kept: Whole
    dropped: Whole

    def carry_out(self, draft: ProviderDraft, reason: str) -> Whole:
        """Write the draft, let all that points at the dropped one point at the kept one, archive
        the dropped one. Raises `Refused` where what was chosen does not fit together."""
        session, kept, dropped = self.session, self.kept, self.dropped
        mine, others = draft_of(kept), draft_of(dropped)
        _check(draft, mine, others)
        if replace(draft, successor=mine.successor) != mine:
            kept.at.checked_on, kept.at.checked_by = older(
                (kept.at.checked_on, kept.at.checked_by),
                (dropped.at.checked_on, dropped.at.checked_by),
            )
            kept.at.saved_at = datetime.now(UTC)
        fill_provider(kept, draft)
        kept = write_parts(session, kept, draft)
        references.unite_care(session, dropped.at.id, kept.at.id)
        employer_places.unite(session, dropped.service.id, kept.service.id)
        references.unite_links(session, dropped.at.id, kept.at.id)
        employers.unite_profiles(session, dropped.at.id, kept.at.id)
        housing.unite_dormitories(session, dropped.at.id, kept.at.id)
        schooling.unite(session, dropped.at.id, kept.at.id)
        if draft.school is not None:
            write_profile(session, kept.at.id, draft.school)
        references.repoint(session, Kind.PROVIDER, dropped.at.id, kept.at.id)
        references.repoint(
            session, Kind.ORGANISATION, dropped.organisation.id, kept.organisation.id
        )
        references.repair(session, dropped.at.id, kept.at.id)
        self._break_circle()
        dropped.at.archived_on, dropped.at.archived_because = self.today, reason
        dropped.at.successor_id, dropped.at.valid_to = kept.at.id, None
        session.flush()
        for whole in providers.beside(session, kept.organisation.id):
            for case in providers.employing(session, whole.at.id):
                self.planner.renew(session, case, self.today)
        return kept

    def _break_circle(self) -> None:
        """Whatever followed the dropped one follows the kept one now; so that cannot come round to
        itself."""
        seen = {self.kept.at.id}
        following = self.kept.at.successor_id
        while following is not None:
            if following in seen:
                self.kept.at.successor_id = None
                return
            seen.add(following)
            whole = providers.by_id(self.session, following)
            following = None if whole is None else whole.at.successor_id


def older(one: Check, other: Check) -> Check:
    """The check that both entries have passed: nobody has looked at what comes from both of them
    later than that, and never where one was never checked."""
    if one[0] is None or other[0] is None:
        return None, ""
    return min(one, other, key=lambda check: check[0] or date.min)


def _check(draft: ProviderDraft, mine: ProviderDraft, others: ProviderDraft) -> None:
    """Refuse what does not fit together; a fault that stood in either of them before is not of
    this merge, and an import may have brought it."""
    try:
        check_draft(draft)
    except Refused:
        if all(map(_is_sound, (mine, others))):
            raise


def _is_sound(draft: ProviderDraft) -> bool:
    try:
        check_draft(draft)
    except Refused:
        return False
    return True


def proposed(one: Entry, other: Entry) -> Comparison:
    """The entry that should stay first: the one that is used, was checked later, says more, or
    was there before."""

    def weight(entry: Entry) -> tuple[bool, date, int, int]:
        used = bool(entry.used_by or entry.follows or entry.keeps_places)
        return used, entry.checked_on or date.min, entry.told, -entry.id

    return Comparison(one, other) if weight(one) >= weight(other) else Comparison(other, one)
