"""A child has at most one kita promised at a time, whatever brings a decision about."""

from __future__ import annotations

from itertools import combinations

from sqlalchemy.orm import Session

from app.errors import Reason, Refused
from app.records.care import CareState, ChoiceDraft
from app.records.providers import Category
from app.services import care_records, existing
from db.repositories import care


def refuse_second_kita(session: Session, case_id: int, last: int | None = None) -> None:
    """Raises `Refused`: SECOND_KITA (`name`: the one beside the provider `last`) where a person of
    the case has two kitas promised on a common day."""
    promised: dict[int, list[tuple[str, ChoiceDraft]]] = {}
    for each in care.choices_of_case(session, case_id):
        draft = care_records.choice_view(each).draft
        if draft.state is not CareState.PROMISED or draft.provider is None:
            continue
        whole = existing.provider(session, draft.provider)
        if Category(whole.service.category) is Category.KITA:
            promised.setdefault(each.person_id, []).append((whole.organisation.name, draft))
    for kitas in promised.values():
        for (name, one), (second, other) in combinations(kitas, 2):
            if _meet(one, other):
                raise Refused(Reason.SECOND_KITA, name=second if one.provider == last else name)


def _meet(one: ChoiceDraft, other: ChoiceDraft) -> bool:
    """Whether two decisions hold on a common day."""
    ends_before = one.valid_to and other.valid_from and one.valid_to < other.valid_from
    begins_after = one.valid_from and other.valid_to and other.valid_to < one.valid_from
    return not ends_before and not begins_after
