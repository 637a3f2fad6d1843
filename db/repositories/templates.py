"""The office's own versions of templates, and the cases that keep former ones."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.tables.case import Case
from db.tables.template import HeldRule, TemplateVersion


def versions(session: Session) -> Sequence[TemplateVersion]:
    """Every version, in the order they were made."""
    return session.scalars(select(TemplateVersion).order_by(TemplateVersion.id)).all()


def versions_of(session: Session, kind: str, template: str) -> Sequence[TemplateVersion]:
    """Newest first: the one in force latest, then the one made last."""
    return session.scalars(
        select(TemplateVersion)
        .where(TemplateVersion.kind == kind, TemplateVersion.template == template)
        .order_by(TemplateVersion.valid_from.desc(), TemplateVersion.id.desc())
    ).all()


def version(session: Session, version_id: int) -> TemplateVersion | None:
    return session.get(TemplateVersion, version_id)


def held_by(session: Session, case_id: int) -> list[tuple[str, int | None]]:
    """The templates of which a case keeps a version, with that version."""
    found = session.execute(
        select(HeldRule.template, HeldRule.version_id).where(HeldRule.case_id == case_id)
    )
    return [(template, version_id) for template, version_id in found]


def every_held(session: Session) -> dict[int, frozenset[tuple[str, int | None]]]:
    """The same of every running case that keeps any."""
    found: dict[int, set[tuple[str, int | None]]] = {}
    rows = session.execute(
        select(HeldRule.case_id, HeldRule.template, HeldRule.version_id)
        .join(Case, Case.id == HeldRule.case_id)
        .where(Case.closed_on.is_(None))
    )
    for case_id, template, version_id in rows:
        found.setdefault(case_id, set()).add((template, version_id))
    return {case_id: frozenset(kept) for case_id, kept in found.items()}


def held_of(session: Session, template: str) -> Sequence[HeldRule]:
    """Who keeps a former rule of this template, closed cases too."""
    return session.scalars(
        select(HeldRule).where(HeldRule.template == template).order_by(HeldRule.case_id)
    ).all()


def held_counts(session: Session) -> dict[str, int]:
    """How many running cases keep a former rule, by template."""
    found = session.execute(
        select(HeldRule.template, func.count())
        .join(Case, Case.id == HeldRule.case_id)
        .where(Case.closed_on.is_(None))
        .group_by(HeldRule.template)
    )
    return {row[0]: row[1] for row in found}


def running_with_set(session: Session, plan_set: str) -> bool:
    """Whether a running case has this set, as cases keep it (blank: the usual one)."""
    found = select(Case.id).where(Case.onboarding_set == plan_set, Case.closed_on.is_(None))
    return session.scalar(found.limit(1)) is not None


def set_counts(session: Session) -> dict[str, int]:
    """How many cases have each set, as they keep it."""
    found = session.execute(select(Case.onboarding_set, func.count()).group_by(Case.onboarding_set))
    return {row[0]: row[1] for row in found}


def names_of(session: Session, wanted: Collection[int]) -> dict[int, str]:
    """The names of these cases."""
    found = session.execute(select(Case.id, Case.name).where(Case.id.in_(wanted)))
    return {row[0]: row[1] for row in found}
