"""UAX #9, rules X1 to X10: explicit levels, and the runs of one level joined across isolates."""

from __future__ import annotations

from dataclasses import dataclass

#: Classes of characters that rule X9 takes out of the paragraph.
REMOVED = frozenset("12345x")
#: Definition BD2.
MAX_DEPTH = 125


@dataclass(frozen=True, slots=True)
class IsolatingRun:
    """An isolating run sequence (BD13): places of its characters, its level, and the levels that
    its start and its end meet (sos and eos of rule X10). `kinds`: classes of the paragraph after
    overrides."""

    places: list[int]
    kinds: list[str]
    level: int
    before: int
    after: int


def level_runs_joined(kinds: str, base: int) -> tuple[list[int], list[IsolatingRun]]:
    """Explicit levels of all characters of a paragraph, and its isolating run sequences."""
    partners = _partners(kinds)
    levels, overridden = _explicit(kinds, base, partners)
    return levels, _sequences(kinds, overridden, levels, base, partners)


def _partners(kinds: str) -> dict[int, int]:
    """The PDI that matches an isolate initiator (BD9)."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    for place, kind in enumerate(kinds):
        if kind in "678":
            waiting.append(place)
        elif kind == "9" and waiting:
            found[waiting.pop()] = place
    return found


class _Status:
    """The directional status stack of rule X1: level, override, and whether an isolate opened it;
    and what did not fit onto it."""

    def __init__(self, base: int) -> None:
        self._stack = [(base, "", False)]
        self._lost_isolates = self._lost_embeddings = self._isolates = 0

    @property
    def level(self) -> int:
        return self._stack[-1][0]

    @property
    def override(self) -> str:
        return self._stack[-1][1]

    def _deeper(self, *, rtl: bool) -> int | None:
        level = self.level + 1 + (self.level + (not rtl)) % 2
        fits = level <= MAX_DEPTH and not self._lost_isolates and not self._lost_embeddings
        return level if fits else None

    def embed(self, override: str, *, rtl: bool) -> None:
        """Rules X2 to X5."""
        level = self._deeper(rtl=rtl)
        if level is not None:
            self._stack.append((level, override, False))
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def isolate(self, *, rtl: bool) -> None:
        """Rules X5a to X5c."""
        level = self._deeper(rtl=rtl)
        if level is None:
            self._lost_isolates += 1
        else:
            self._isolates += 1
            self._stack.append((level, "", True))

    def end_isolate(self) -> None:
        """Rule X6a."""
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif self._isolates:
            self._lost_embeddings = 0
            while not self._stack[-1][2]:
                self._stack.pop()
            self._stack.pop()
            self._isolates -= 1

    def end_embedding(self) -> None:
        """Rule X7."""
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif not self._stack[-1][2] and len(self._stack) > 1:
            self._stack.pop()


def _explicit(kinds: str, base: int, partners: dict[int, int]) -> tuple[list[int], list[str]]:
    """Rules X1 to X8: levels, and classes with overrides carried out."""
    levels = [base] * len(kinds)
    own = list(kinds)
    status = _Status(base)
    for place, kind in enumerate(kinds):
        if kind == "9":
            status.end_isolate()
        if kind == "B":
            continue
        levels[place] = status.level
        if kind not in REMOVED:
            own[place] = status.override or kind
        if kind in "1234":
            status.embed({"3": "L", "4": "R"}.get(kind, ""), rtl=kind in "24")
        elif kind in "678":
            status.isolate(rtl=kind == "7" or (kind == "8" and _turns(kinds, place, partners)))
        elif kind == "5":
            status.end_embedding()
    return levels, own


def _turns(kinds: str, initiator: int, partners: dict[int, int]) -> bool:
    """Rule X5c: whether the text up to the matching PDI begins from the right."""
    place, end = initiator + 1, partners.get(initiator, len(kinds))
    while place < end:
        kind = kinds[place]
        if kind in "LRA":
            return kind != "L"
        place = partners.get(place, len(kinds)) + 1 if kind in "678" else place + 1
    return False


def _sequences(
    kinds: str, own: list[str], levels: list[int], base: int, partners: dict[int, int]
) -> list[IsolatingRun]:
    kept = [place for place, kind in enumerate(kinds) if kind not in REMOVED]
    runs: list[list[int]] = []
    for place in kept:
        if runs and levels[runs[-1][-1]] == levels[place]:
            runs[-1].append(place)
        else:
            runs.append([place])
    starts = {run[0]: run for run in runs}
    rank = {place: index for index, place in enumerate(kept)}
    closing = set(partners.values())
    found: list[IsolatingRun] = []
    for run in runs:
        if kinds[run[0]] == "9" and run[0] in closing:
            continue
        places = run
        while kinds[places[-1]] in "678" and places[-1] in partners:
            places = places + starts[partners[places[-1]]]
        level = levels[places[0]]
        first, last = rank[places[0]], rank[places[-1]]
        before = levels[kept[first - 1]] if first else base
        open_end = kinds[places[-1]] in "678"
        after = levels[kept[last + 1]] if last + 1 < len(kept) and not open_end else base
        found.append(IsolatingRun(places, own, level, max(level, before), max(level, after)))
    return found
