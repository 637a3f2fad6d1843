"""The lines of vCards 2.1 to 4.0: unfolded, decoded, taken apart; bad ones kept aside.

Written here because vobject's line pattern takes exponential time on a hostile line of
parameters, tells no bad line by name and takes no account of CHARSET.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

# RFC 6350 section 3.3; parameters end at the first colon outside quotation marks.
_LINE = re.compile(
    r'(?:(?P<group>[A-Za-z0-9_-]+)\.)?(?P<name>[A-Za-z0-9_-]+)(?P<params>(?:;(?:"[^"]*+"|[^":])*+)?+)'
    r":(?P<value>.*)",
    re.DOTALL,
)
_PARAMETER = re.compile(r'(?:"[^"]*"|[^";])+')
_ESCAPED = re.compile(r"\\([\\,;:nN])")
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"})


@dataclass(frozen=True)
class Property:
    """One property of a card: name and kinds (TYPE, or bare as vCard 2.1 has them) in capitals.
    `value` is decoded but still escaped; `line` counts the lines of the file from 1."""

    name: str
    value: str
    line: int
    kinds: frozenset[str] = frozenset()
    group: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return unescaped(self.value)

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of a structured value, between semicolons."""
        return tuple(unescaped(part) for part in split(self.value, ";"))

    @property
    def is_preferred(self) -> bool:
        return "PREF" in self.kinds or self.parameters.get("PREF", "") == "1"


@dataclass(frozen=True)
class Card:
    """One card and the lines in it that are none; `line` is where it begins."""

    line: int
    properties: tuple[Property, ...]
    bad: tuple[str, ...]
    whole: bool = True

    def all(self, name: str) -> tuple[Property, ...]:
        """The properties of a name, preferred ones first."""
        found = [each for each in self.properties if each.name == name and each.value.strip()]
        return tuple(sorted(found, key=lambda each: not each.is_preferred))

    def first(self, name: str) -> Property | None:
        return next(iter(self.all(name)), None)


@dataclass
class _Open:
    """A card whose end has not come yet; `depth` counts cards of agents inside it (vCard 2.1)."""

    line: int
    properties: list[Property] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)
    depth: int = 1

    def take(self, line: str, number: int) -> None:
        parsed = _property(line, number)
        if parsed is not None:
            self.properties.append(parsed)
        elif line.strip():
            self.bad.append(line.strip())

    def closed(self, *, whole: bool) -> Card:
        return Card(self.line, tuple(self.properties), tuple(self.bad), whole)


def cards(text: str) -> Iterator[Card]:
    """The cards of a file in their order; one that is cut off is not `whole`."""
    card: _Open | None = None
    for number, line in _logical(text):
        mark = line.strip().upper()
        if mark == "BEGIN:VCARD":
            if card is not None and _is_agent(card.properties):
                card.depth += 1
                continue
            if card is not None:
                yield card.closed(whole=False)
            card = _Open(number)
        elif card is not None and mark == "END:VCARD":
            card.depth -= 1
            if card.depth == 0:
                yield card.closed(whole=True)
                card = None
        elif card is not None and card.depth == 1:
            card.take(line, number)
    if card is not None:
        yield card.closed(whole=False)


def split(value: str, separator: str) -> list[str]:
    """A value between separators that no backslash hides; its parts are still escaped."""
    parts: list[str] = [""]
    hidden = False
    for sign in value:
        if sign == separator and not hidden:
            parts.append("")
            continue
        parts[-1] += sign
        hidden = sign == "\\" and not hidden
    return parts


def unescaped(value: str) -> str:
    """RFC 6350 section 3.4: \\n is a line break, \\, \\; and \\\\ stand for themselves."""
    return _ESCAPED.sub(lambda hit: "\n" if hit[1] in "nN" else hit[1], value)


def _is_agent(found: list[Property]) -> bool:
    return bool(found) and found[-1].name == "AGENT"


def _logical(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their folds undone: those that begin with a blank, and those of
    quoted-printable values that end in "="."""
    gathered, begun = "", 0
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        if gathered and gathered.endswith("=") and "QUOTED-PRINTABLE" in gathered.upper():
            gathered = gathered[:-1] + line.lstrip(" \t")
        elif gathered and line[:1] in (" ", "\t"):
            gathered += line[1:]
        else:
            if gathered:
                yield begun, gathered
            gathered, begun = line, number
    if gathered:
        yield begun, gathered


def _property(line: str, number: int) -> Property | None:
    hit = _LINE.fullmatch(line)
    if hit is None:
        return None
    kinds: set[str] = set()
    parameters: dict[str, str] = {}
    for parameter in _PARAMETER.findall(hit["params"]):
        name, equals, value = parameter.partition("=")
        name, value = name.strip().upper(), value.strip().strip('"')
        if not equals:
            if name in _ENCODINGS:
                parameters["ENCODING"] = name
            else:
                kinds.add(name)
        elif name == "TYPE":
            kinds.update(part.strip().upper() for part in value.split(","))
        else:
            parameters.setdefault(name, value)
    value = _decoded(hit["value"], parameters)
    return Property(
        hit["name"].upper().replace("_", "-"),
        value,
        number,
        frozenset(kinds),
        (hit["group"] or "").lower(),
        parameters,
    )


def _decoded(value: str, parameters: Mapping[str, str]) -> str:
    if parameters.get("ENCODING", "").upper() != "QUOTED-PRINTABLE":
        return value
    raw = quopri.decodestring(value.encode("utf-8", "surrogateescape"))
    for charset in (parameters.get("CHARSET") or "utf-8", "utf-8", "cp1252", "latin-1"):
        try:
            return raw.decode(charset).replace("\r\n", "\n")
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return value
