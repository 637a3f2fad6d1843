"""The people behind the roles of a case."""

from __future__ import annotations

from dataclasses import dataclass

from app.rules.terms import Role


@dataclass(frozen=True)
class HolderDraft:
    """Who fills a role; text as typed, `languages` as BCP 47 tags."""

    name: str
    organisation: str = ""
    phone: str = ""
    email: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class HolderView:
    """Who fills a role of a case. `id` is None for those known without being entered: the advisor
    for the service point, the person of the case, the employer. `step` is the one step it is for,
    None for the whole case; `person` the member of the household it is."""

    id: int | None
    role: Role
    draft: HolderDraft
    step: int | None = None
    person: int | None = None
