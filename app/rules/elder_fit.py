"""Which service helps an elder, and why: what was wished for against what the directory says.

What a service gives is read from its own words, never guessed: where they say nothing it is not
known. Nothing here reads who the elder is beyond what was wished for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum


class ElderWish(Enum):
    """What an elder may want: day care and short-term care (§§ 41, 42 SGB XI), a care service at
    home (§ 36), a nursing home (§ 43), a group for people with dementia, relief for relatives
    (§§ 39, 45b), meals, an emergency call, help in the household, advice (§§ 7a, 7c)."""

    DAY_CARE = "day_care"
    HOME_CARE = "home_care"
    SHORT_TERM = "short_term"
    CARE_HOME = "care_home"
    DEMENTIA = "dementia"
    RESPITE = "respite"
    MEALS = "meals"
    EMERGENCY_CALL = "emergency_call"
    HOUSEHOLD = "household"
    ADVICE = "advice"


TELLING = frozenset(
    {
        ElderWish.DAY_CARE,
        ElderWish.HOME_CARE,
        ElderWish.SHORT_TERM,
        ElderWish.CARE_HOME,
        ElderWish.DEMENTIA,
        ElderWish.RESPITE,
    }
)
"""Who wants one of these needs care, and that is told of health (Art. 9 Abs. 1 DSGVO)."""

_WORDS: Mapping[ElderWish, tuple[str, ...]] = {
    ElderWish.DAY_CARE: ("tagespflege", "tagesbetreuung", "seniorentages"),
    ElderWish.HOME_CARE: ("pflegedienst", "ambulante pflege", "häusliche pflege", "sozialstation"),
    ElderWish.SHORT_TERM: ("kurzzeitpflege",),
    ElderWish.CARE_HOME: ("pflegeheim", "seniorenheim", "altenheim", "stationäre pflege"),
    ElderWish.DEMENTIA: ("demenz",),
    ElderWish.RESPITE: ("entlastung", "verhinderungspflege"),
    ElderWish.MEALS: ("essen auf rädern", "menüdienst", "mahlzeitendienst"),
    ElderWish.EMERGENCY_CALL: ("hausnotruf",),
    ElderWish.HOUSEHOLD: ("haushaltshilfe", "hilfe im haushalt", "alltagsbegleit"),
    ElderWish.ADVICE: ("pflegeberatung", "pflegestützpunkt", "seniorenberatung"),
}
_CARE = frozenset(
    {ElderWish.DAY_CARE, ElderWish.HOME_CARE, ElderWish.SHORT_TERM, ElderWish.CARE_HOME}
)
"""Said of no provider of another kind: a Tagespflege is also one for children."""
NEAR = 15.0
"""Kilometres as the crow flies up to which a place counts as near: the office's own measure."""
FAR = 40.0
"""Kilometres from which a day centre or a service is hardly reached every day; the office's own."""


class Speaks(Enum):
    """What speaks for a service."""

    GIVES = "gives"
    IN_CHARGE = "in_charge"
    FREE = "free"
    COVERS = "covers"
    NEAR = "near"
    LANGUAGE = "language"
    ACCESSIBLE = "accessible"


class Against(Enum):
    """What speaks against it."""

    OTHER_AREA = "other_area"
    NO_PLACE = "no_place"
    NOT_THERE = "not_there"
    RESTS = "rests"
    TOO_FAR = "too_far"
    NOT_ACCESSIBLE = "not_accessible"
    COVERS_NOTHING = "covers_nothing"


class Unsure(Enum):
    """What is not known of it."""

    GIVES = "gives"
    PLACES = "places"
    HOURS = "hours"
    DISTANCE = "distance"
    ACCESS = "access"
    CHECK = "check"


@dataclass(frozen=True)
class ElderService:
    """A service as far as it decides. `gives`: what its words say it gives; `free` None where no
    current count is known; `km` as the crow flies; `covered` minutes of the hours in which nobody
    of the family is there, None where that was not computed; `has_places`: it is one of those with
    places to be free; `checked`: its entry was looked at lately."""

    gives: frozenset[ElderWish]
    in_charge: bool | None = None
    has_places: bool = False
    free: int | None = None
    there: bool = True
    rests: bool = False
    km: float | None = None
    languages: tuple[str, ...] = ()
    accessible: bool | None = None
    hours_known: bool = True
    covered: int | None = None
    checked: bool = True


@dataclass(frozen=True)
class ElderFit:
    """The reasons one by one; it fits where nothing speaks against it and it gives something that
    is wished for."""

    meets: tuple[ElderWish, ...]
    speaks: tuple[Speaks, ...]
    against: tuple[Against, ...]
    unsure: tuple[Unsure, ...]

    @property
    def fits(self) -> bool:
        return bool(self.meets) and not self.against


def gives(words: str, *, of_elders: bool, is_advice: bool = False) -> frozenset[ElderWish]:
    """What a service gives by its own words (German, any case). `of_elders`: the directory has it
    as care for the elderly; else nothing is read that another kind of help may be called too."""
    said = words.casefold()
    found = {wish for wish, stems in _WORDS.items() if any(stem in said for stem in stems)}
    if not of_elders:
        found -= _CARE
    if is_advice:
        found.add(ElderWish.ADVICE)
    return frozenset(found)


def concerns(service: ElderService, wanted: frozenset[ElderWish], *, of_elders: bool) -> bool:
    """Whether a service is shown at all: it gives something wished for, or it is one of care for
    the elderly that does not say what it gives."""
    return bool(service.gives & wanted) or (of_elders and not service.gives and bool(wanted))


def judged(
    service: ElderService, wanted: frozenset[ElderWish], languages: tuple[str, ...]
) -> ElderFit:
    """Weigh a service; `languages`: those the elder speaks."""
    return ElderFit(
        tuple(wish for wish in ElderWish if wish in wanted & service.gives),
        tuple(_speaks(service, wanted, languages)),
        tuple(_against(service)),
        tuple(_unsure(service)),
    )


def _speaks(
    service: ElderService, wanted: frozenset[ElderWish], languages: tuple[str, ...]
) -> Iterator[Speaks]:
    if service.gives & wanted:
        yield Speaks.GIVES
    if service.in_charge:
        yield Speaks.IN_CHARGE
    if service.free:
        yield Speaks.FREE
    if service.covered:
        yield Speaks.COVERS
    if service.km is not None and service.km <= NEAR:
        yield Speaks.NEAR
    if set(languages) & set(service.languages):
        yield Speaks.LANGUAGE
    if service.accessible:
        yield Speaks.ACCESSIBLE


def _against(service: ElderService) -> Iterator[Against]:
    if service.in_charge is False:
        yield Against.OTHER_AREA
    if service.free == 0:
        yield Against.NO_PLACE
    if not service.there:
        yield Against.NOT_THERE
    if service.rests:
        yield Against.RESTS
    if service.km is not None and service.km > FAR:
        yield Against.TOO_FAR
    if service.accessible is False:
        yield Against.NOT_ACCESSIBLE
    if service.covered == 0:
        yield Against.COVERS_NOTHING


def _unsure(service: ElderService) -> Iterator[Unsure]:
    if not service.gives:
        yield Unsure.GIVES
    if service.has_places and service.free is None:
        yield Unsure.PLACES
    if not service.hours_known:
        yield Unsure.HOURS
    if service.km is None and service.in_charge is None:
        yield Unsure.DISTANCE
    if service.accessible is None:
        yield Unsure.ACCESS
    if not service.checked:
        yield Unsure.CHECK


def best_first(fit: ElderFit, covered: int | None, km: float | None) -> tuple[float, ...]:
    """The order of services: least against them, most wishes met, most hours covered, nearest."""
    away = FAR * 10 if km is None else km
    return (len(fit.against), -len(fit.meets), len(fit.unsure), -(covered or 0), away)
