"""The rules of the catalogue as plans need them, in one value that is swapped as a whole."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from app.content.catalogue import Catalogue
from app.content.languages import OFFICE_LANGUAGE
from app.content.templates import PlanSet, StepTemplate
from app.rules.planning import StepRule
from app.services.dating import Sources
from db.tables.step import Step


@dataclass(frozen=True)
class Kept:
    """The rule of a step that a case keeps: None where it goes without. `own`: a wording of the
    office, which its steps follow."""

    template: StepTemplate | None
    own: bool


@dataclass(frozen=True)
class RuleBook:
    """A catalogue with what follows from it; `versions`: the ids of the office's versions that
    hold in it.

    `sources`: what other steps count from, to be dated first; `clearing`: what clears a blocker
    of the first working day; `only_in`: the steps that only some sets give.
    """

    catalogue: Catalogue
    versions: frozenset[int]
    rules: tuple[StepRule, ...]
    rule_of: Mapping[str, StepRule]
    sources: Sources
    clearing: tuple[StepRule, ...]
    only_in: tuple[tuple[str, Collection[str]], ...]

    def short_title(self, step: Step) -> str:
        """The short German title of a step, its own for what the office wrote itself."""
        template = self.template(step)
        return step.title if template is None else template.short.in_language(OFFICE_LANGUAGE)

    def template(self, step: Step) -> StepTemplate | None:
        """What a step was given from, one that is switched off by now too."""
        return self.catalogue.known(step.template)

    def left_out(self, plan_set: str) -> frozenset[str]:
        """The templates that a set does not give: what it leaves out and what only others give.
        A set that is no longer shipped leaves out nothing of its own."""
        found = self.catalogue.set_named(plan_set)
        out = frozenset(found.leaves_out) if found else frozenset()
        return out | elsewhere(self.only_in, found)

    def kept(self, template: str) -> Kept:
        """The rule of a step as it holds here."""
        catalogue = self.catalogue
        is_own = template in catalogue.own or template in catalogue.off
        return Kept(catalogue.by_id.get(template), own=is_own)

    def holding(self, kept: Mapping[str, Kept]) -> RuleBook:
        """The same with former rules in place of today's, by template."""
        steps = {step.id: step for step in self.catalogue.steps}
        off = dict(self.catalogue.off)
        for template, one in kept.items():
            known = self.catalogue.known(template)
            steps.pop(template, None)
            off.pop(template, None)
            if one.template is not None:
                order = known.order if known else len(steps)
                steps[template] = replace(one.template, order=order)
            elif known is not None:
                off[template] = known
        tracks = list(self.catalogue.phases)
        own = self.catalogue.own - kept.keys()
        catalogue = replace(
            self.catalogue,
            steps=tuple(
                sorted(steps.values(), key=lambda step: (tracks.index(step.track), step.order))
            ),
            by_id=steps,
            off=off,
            own=own | {template for template, one in kept.items() if one.own},
        )
        return book(catalogue, self.versions)


def book(catalogue: Catalogue, versions: frozenset[int] = frozenset()) -> RuleBook:
    """What follows from a catalogue."""
    rules = tuple(template.rule for template in catalogue.steps)
    return RuleBook(
        catalogue=catalogue,
        versions=versions,
        rules=rules,
        rule_of={rule.template: rule for rule in rules},
        sources=Sources.of(rules),
        clearing=tuple(rule for rule in rules if rule.clears is not None),
        only_in=tuple((step.id, step.only_in) for step in catalogue.steps if step.only_in),
    )


def elsewhere(
    only_in: Collection[tuple[str, Collection[str]]], plan_set: PlanSet | None
) -> frozenset[str]:
    """The steps that only other sets give; with no set at all none of them is given."""
    own = plan_set.id if plan_set else ""
    return frozenset(template for template, sets in only_in if own not in sets)
