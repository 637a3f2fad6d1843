"""What bars the first working day: the right to work, the licence to practise, measles proof."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.rules.conditions import Because, Condition, Verdict, evaluate
from app.rules.facts import NO, VOCABULARY, YES, FactKey, Sight
from app.rules.origins import Origin
from app.rules.terms import Answer, Blocker, BlockerState

_BUT_DOCTORS = frozenset(VOCABULARY[FactKey.PROFESSION].values) - {"doctor"}


@dataclass(frozen=True)
class _Bar:
    """Whom something bars, what clears it, and the fact that says so."""

    concerns: Condition
    clears: Condition
    by: FactKey


# § 4a Abs. 5 AufenthG: third-country nationals may only be employed with a title that permits it;
# not so relatives of citizens with free movement (§ 1 Abs. 2 AufenthG).
_RIGHT_TO_WORK = _Bar(
    Condition(
        (
            {
                FactKey.ORIGIN: frozenset({Origin.THIRD_COUNTRY.value}),
                FactKey.FAMILY_OF_EU_CITIZEN: frozenset({NO}),
            },
        )
    ),
    Condition(({FactKey.WORK_PERMISSION: frozenset({YES})},)),
    FactKey.WORK_PERMISSION,
)

# § 2 BÄO, § 4 PflBG: reserved to those who hold the licence. Helpers may work at their own level
# until then; there is no such level of a doctor's.
_LICENCE = _Bar(
    Condition(
        (
            {
                FactKey.REGULATED: frozenset({YES}),
                FactKey.DEGREE_FROM: frozenset(
                    {Origin.FREE_MOVEMENT.value, Origin.THIRD_COUNTRY.value}
                ),
            },
        )
    ),
    Condition(
        (
            {FactKey.PRACTICE_LICENCE: frozenset({"full", "temporary"})},
            {
                FactKey.PRACTICE_LICENCE: frozenset({"assistant"}),
                FactKey.PROFESSION: _BUT_DOCTORS,
            },
        )
    ),
    FactKey.PRACTICE_LICENCE,
)


@dataclass(frozen=True)
class Gate:
    """A step that clears a blocker when it is done: whether it applies, the day it was done."""

    verdict: Verdict
    done_on: date | None = None


@dataclass(frozen=True)
class Barrier:
    """Something that bars the first working day, or did.

    `why` are the facts that make or clear it, `ask` those that would decide or clear it; `since`
    is the day a step cleared it, None where a fact did.
    """

    blocker: Blocker
    state: BlockerState
    why: tuple[Because, ...] = ()
    ask: tuple[FactKey, ...] = ()
    since: date | None = None


def barriers(professional: Sight, gates: Mapping[Blocker, Sequence[Gate]]) -> tuple[Barrier, ...]:
    """What bars, or barred, the first working day of the professional, in the order of Blocker.

    `gates` are the steps of the plan that clear each. What does not concern the person is absent.
    """
    found = (
        _by_facts(Blocker.RIGHT_TO_WORK, _RIGHT_TO_WORK, professional, gates),
        _by_facts(Blocker.LICENCE, _LICENCE, professional, gates),
        _by_steps(Blocker.MEASLES, gates.get(Blocker.MEASLES, ())),
    )
    return tuple(barrier for barrier in found if barrier is not None)


def _by_facts(
    blocker: Blocker, bar: _Bar, sight: Sight, gates: Mapping[Blocker, Sequence[Gate]]
) -> Barrier | None:
    """Something facts decide; a fact clears it, or one of its steps."""
    concerns = evaluate(bar.concerns, sight)
    if concerns.answer is Answer.NO:
        return None
    cleared = evaluate(bar.clears, sight)
    done = [gate.done_on for gate in gates.get(blocker, ()) if gate.done_on is not None]
    if done:
        return Barrier(blocker, BlockerState.CLEARED, concerns.why, since=min(done))
    if cleared.answer is Answer.YES:
        return Barrier(blocker, BlockerState.CLEARED, cleared.why)
    decided = concerns.answer is Answer.YES and (cleared.answer is Answer.NO or bar.by not in sight)
    state = BlockerState.OPEN if decided else BlockerState.UNCLEAR
    ask = dict.fromkeys((*concerns.ask, *(cleared.ask or (bar.by,))))
    return Barrier(blocker, state, concerns.why, tuple(ask))


def _by_steps(blocker: Blocker, gates: Sequence[Gate]) -> Barrier | None:
    """Something the conditions of its steps decide: measles proof (§ 20 Abs. 9 IfSG: shown before
    the work begins, to the head of the institution)."""
    concerned = [gate for gate in gates if gate.verdict.answer is not Answer.NO]
    if not concerned:
        return None
    open_ones = [gate.verdict for gate in concerned if gate.done_on is None]
    if not open_ones:
        done = [gate.done_on for gate in concerned if gate.done_on is not None]
        return Barrier(blocker, BlockerState.CLEARED, _why(concerned), since=max(done))
    sure = any(verdict.answer is Answer.YES for verdict in open_ones)
    state = BlockerState.OPEN if sure else BlockerState.UNCLEAR
    ask = dict.fromkeys(key for verdict in open_ones for key in verdict.ask)
    return Barrier(blocker, state, _why(concerned), tuple(ask))


def _why(gates: Sequence[Gate]) -> tuple[Because, ...]:
    return tuple(dict.fromkeys(because for gate in gates for because in gate.verdict.why))
