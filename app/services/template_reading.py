"""The templates as they are: every step, its versions, what a draft is worth, copies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.content.draft_checks import tried
from app.content.languages import OFFICE_LANGUAGE
from app.content.own_versions import ORIGINAL
from app.content.templates import StepTemplate
from app.errors import Reason, Refused
from app.progress import Steps
from app.records.templates import (
    Applying,
    Checked,
    StepDraft,
    TemplateRow,
    TemplateState,
    VersionRow,
)
from app.rules.facts import FactKey
from app.rules.rehearsing import answer_to
from app.rules.terms import Answer, Track
from app.services import template_applying
from app.services.shelf import base_of, holding_on
from app.services.template_base import TemplateBase
from db.repositories import templates
from db.tables.template import TemplateVersion

_RULE = ("id", "track", "when", "anchor", "after", "offset", "scope", "shift", "only_in")
"""The fields without which nobody can say whom a rule applies to."""


class TemplateReading(TemplateBase):
    def rows(self, track: Track) -> tuple[TemplateRow, ...]:
        """Every step of a track in the order of the plan, those switched off too."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            versions = [row for row in templates.versions(session) if row.kind == "step"]
            held = templates.held_counts(session)
        holding = {row.template: row for row in holding_on(versions, today)}
        planned: dict[str, date] = {}
        for row in versions:
            if row.valid_from > today:
                first = planned.get(row.template, row.valid_from)
                planned[row.template] = min(first, row.valid_from)
        return tuple(
            TemplateRow(
                template=step.id,
                track=track,
                phase=step.phase,
                short=step.short.in_language(OFFICE_LANGUAGE),
                kind=step.kind,
                state=self._state(step.id, holding.get(step.id)),
                planned=planned.get(step.id),
                held=held.get(step.id, 0),
                newer_original=self._is_outdated(step.id, holding.get(step.id)),
            )
            for step in (*self._in_order(track), *self._only_planned(track, versions))
        )

    def phases(self, track: Track) -> tuple[tuple[str, str], ...]:
        """The lanes of a track in their order: id and German title."""
        return tuple(
            (phase.id, phase.title.in_language(OFFICE_LANGUAGE))
            for phase in self._planner.catalogue.phases[track]
        )

    def documents(self) -> tuple[tuple[str, str], ...]:
        """Every paper a step may ask for: id and German title."""
        papers = (self._planner.catalogue.papers or {}).values()
        return tuple(
            (paper.id, paper.title.in_language(OFFICE_LANGUAGE)) for paper in papers if paper
        )

    def draft(self, template: str) -> StepDraft:
        """A step as it is worded today, one that is switched off as it was. Raises
        `Refused(NO_SUCH_TEMPLATE)`."""
        with self._transactions.reading() as session:
            return self._wording(session, template)

    def original(self, template: str) -> StepDraft | None:
        """The shipped wording, None for what the office made itself."""
        return self._shipped(template)

    def versions(self, template: str) -> tuple[VersionRow, ...]:
        """What the office made of a step, newest first; empty where it never changed it."""
        with self._transactions.reading() as session:
            holding = self._today(session, "step", template)
            return tuple(
                VersionRow(
                    version=row.id,
                    valid_from=row.valid_from,
                    made_on=row.made_on,
                    made_by=row.made_by,
                    note=row.note,
                    off=not row.text,
                    holds=holding is not None and row.id == holding.id,
                )
                for row in templates.versions_of(session, "step", template)
            )

    def version(self, version_id: int) -> StepDraft:
        """A step as one version words it, the wording before where it switches the step off.
        Raises `Refused(NO_SUCH_TEMPLATE)`."""
        with self._transactions.reading() as session:
            row = templates.version(session, version_id)
            if row is None or row.kind != "step":
                raise Refused(Reason.NO_SUCH_TEMPLATE, version=version_id)
            return self._worded(session, row.template, row)

    def check(self, draft: StepDraft) -> Checked:
        """What is wrong with a draft, by its fields, and how its examples turn out; none are
        tried while the condition itself is at fault."""
        found = tried(draft, self._planner.catalogue)
        can_try = found.is_sound_in("when", "examples")
        return Checked(found.faults, self._turning_out(found.step) if can_try else ())

    def applying(self, draft: StepDraft) -> Steps[Applying]:
        """Which open cases a draft applies to now; texts may be missing yet. Raises
        `Refused(TEMPLATE_BROKEN)` where the rule itself is at fault."""
        found = tried(draft, self._planner.catalogue)
        for fault in found.faults:
            if fault.key in _RULE:
                raise Refused(Reason.TEMPLATE_BROKEN, fault.key)
        return template_applying.applying(self._transactions, self._planner, found.step)

    def copy(self, template: str, new_id: str = "") -> StepDraft:
        """A step of the office's own that says the same, not stored yet. Raises `Refused`:
        NO_SUCH_TEMPLATE, EXISTS (`id`)."""
        draft = self.draft(template)
        if new_id and self._is_taken(new_id):
            raise Refused(Reason.EXISTS, "id", id=new_id)
        title = {
            code: f"{text} ({'Kopie' if code == OFFICE_LANGUAGE else 'copy'})"
            for code, text in draft.title.items()
        }
        return replace(draft, id=new_id or self._free(f"{template}_kopie"), title=title)

    def new(self, track: Track, phase: str) -> StepDraft:
        """An empty step of the office's own, not stored yet."""
        return StepDraft(
            id=self._free("eigener_schritt"),
            track=track,
            phase=phase,
            title={},
            short={},
            explain={},
            kind="advice",
            offset="P0D",
            stand=self._transactions.today(),
        )

    def _turning_out(self, step: StepTemplate) -> tuple[Answer, ...]:
        today = self._transactions.today()
        return tuple(
            answer_to(
                step.rule.condition,
                {FactKey(key): value for key, value in example.facts.items()},
                today,
            )
            for example in step.examples
        )

    def _in_order(self, track: Track) -> list[StepTemplate]:
        """The steps of a track as the plan has them, those switched off among them."""
        catalogue = self._planner.catalogue
        lanes = [phase.id for phase in catalogue.phases[track]]
        found = (*catalogue.steps, *catalogue.off.values())
        return sorted(
            (step for step in found if step.track is track),
            key=lambda step: (
                lanes.index(step.phase) if step.phase in lanes else len(lanes),
                step.order,
            ),
        )

    def _only_planned(
        self, track: Track, versions: Iterable[TemplateVersion]
    ) -> list[StepTemplate]:
        """What the office made for a later day alone."""
        known = self._planner.catalogue.known
        found: dict[str, StepTemplate] = {}
        for row in versions:
            if row.text and row.track == track.value and known(row.template) is None:
                with self._transactions.reading() as session:
                    kept = self._planner.shelf.kept(session, row.template, row.id).template
                if kept is not None:
                    found[row.template] = kept
        return list(found.values())

    def _state(self, template: str, holding: TemplateVersion | None) -> TemplateState:
        if template in self._planner.catalogue.off:
            return TemplateState.OFF
        if template not in self._planner.shelf.shipped.by_id:
            return TemplateState.OWN
        is_changed = holding is not None and holding.text != ORIGINAL
        return TemplateState.CHANGED if is_changed else TemplateState.SHIPPED

    def _is_outdated(self, template: str, holding: TemplateVersion | None) -> bool:
        """Whether the shipped text changed since the office wrote its own."""
        if self._state(template, holding) is not TemplateState.CHANGED or holding is None:
            return False
        return holding.base != base_of(self._planner.shelf.shipped, "step", template)

    def _is_taken(self, template: str) -> bool:
        with self._transactions.reading() as session:
            return self._is_known(session, template)

    def _is_known(self, session: Session, template: str) -> bool:
        shipped = self._planner.shelf.shipped.blocks
        return ("step", template) in shipped or bool(
            templates.versions_of(session, "step", template)
        )

    def _free(self, wanted: str) -> str:
        """The id itself, or with the first number that nobody has yet."""
        with self._transactions.reading() as session:
            found, number = wanted, 1
            while self._is_known(session, found):
                number += 1
                found = f"{wanted}_{number}"
        return found
