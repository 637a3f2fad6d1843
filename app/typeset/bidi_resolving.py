"""UAX #9, rules W1 to I2 on one isolating run sequence, its classes written as a string."""

from __future__ import annotations

import re

from app.typeset.bidi_brackets import CLOSING, OPENING

#: Pairs of brackets that are looked for at once (BD16).
_MAX_OPEN = 63

_MARKS = re.compile("(.)(M+)", re.DOTALL)
_AFTER_ARABIC = re.compile("A[^LR]*")
_BETWEEN_EUROPEAN = re.compile("(?<=E)[+,](?=E)")
_BETWEEN_ARABIC = re.compile("(?<=N),(?=N)")
_BESIDE_EUROPEAN = re.compile("#+(?=E)|(?<=E)#+")
_AFTER_LEFT = re.compile("L[^R]*")
_NEUTRALS = re.compile("[BSO 6789]+")
_LEFT = str.maketrans("#+,", "OOO")
_STRONG = {"L": "L", "R": "R", "E": "R", "N": "R"}
_EVEN = str.maketrans({"L": "\0", "R": "\1", "N": "\2", "E": "\2"})
_ODD = str.maketrans({"L": "\1", "R": "\0", "N": "\1", "E": "\1"})


def resolved(text: str, kinds: str, level: int, before: int, after: int) -> list[int]:
    """Levels of the characters of a sequence of `level`; `before` and `after` are the levels that
    decide sos and eos."""
    start, end, own = "LR"[before % 2], "LR"[after % 2], "LR"[level % 2]
    if own == start == "L" and not kinds.strip("LE+#, SBOM6789"):
        return [level] * len(kinds)
    whole = _weak(start + kinds)[1:]
    if any(sign in OPENING for sign in text):
        whole = _brackets(text, kinds, whole, start, own)
    whole = _neutral(start + whole + end, own)[1:-1]
    return [level + step for step in whole.translate(_ODD if level % 2 else _EVEN).encode()]


def _weak(kinds: str) -> str:
    """Rules W1 to W7; `kinds` begins with sos."""
    if "M" in kinds:
        kinds = _MARKS.sub(_like_the_one_before, kinds)
    if "A" in kinds:
        kinds = _AFTER_ARABIC.sub(lambda found: found[0].replace("E", "N"), kinds)
        kinds = kinds.replace("A", "R")
    if "E" in kinds or "N" in kinds:
        kinds = _BETWEEN_EUROPEAN.sub("E", kinds)
        kinds = _BETWEEN_ARABIC.sub("N", kinds)
        kinds = _BESIDE_EUROPEAN.sub(lambda found: "E" * len(found[0]), kinds)
    kinds = kinds.translate(_LEFT)
    if "E" in kinds:
        kinds = _AFTER_LEFT.sub(lambda found: found[0].replace("E", "L"), kinds)
    return kinds


def _like_the_one_before(found: re.Match[str]) -> str:
    """Rule W1."""
    kind = found[1]
    return kind + ("O" if kind in "6789" else kind) * len(found[2])


def _neutral(kinds: str, own: str) -> str:
    """Rules N1 and N2; `kinds` stands between sos and eos."""

    def between(found: re.Match[str]) -> str:
        left = _STRONG[kinds[found.start() - 1]]
        right = _STRONG[kinds[found.end()]]
        return (left if left == right else own) * len(found[0])

    return _NEUTRALS.sub(between, kinds)


def _brackets(text: str, kinds: str, weak: str, start: str, own: str) -> str:
    """Rule N0: both brackets of a pair take one direction."""
    done = list(weak)
    for opening, closing in _pairs(text, weak):
        inside = {_STRONG.get(kind) for kind in done[opening + 1 : closing]}
        if own in inside:
            side = own
        elif inside & {"L", "R"}:
            earlier = (_STRONG.get(done[place]) for place in range(opening - 1, -1, -1))
            context = next((kind for kind in earlier if kind), start)
            side = context if context != own else own
        else:
            continue
        for place in (opening, closing):
            done[place] = side
            following = place + 1
            while following < len(kinds) and kinds[following] == "M":
                done[following] = side
                following += 1
    return "".join(done)


def _pairs(text: str, weak: str) -> list[tuple[int, int]]:
    """Bracket pairs in the order of their opening brackets (BD16)."""
    found: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for place, sign in enumerate(text):
        if weak[place] != "O":
            continue
        if sign in OPENING:
            if len(waiting) == _MAX_OPEN:
                return []
            waiting.append((OPENING[sign], place))
        elif sign in CLOSING:
            wanted = CLOSING[sign]
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == wanted:
                    found.append((waiting[depth][1], place))
                    del waiting[depth:]
                    break
    return sorted(found)
