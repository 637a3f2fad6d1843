"""Where a household lives: the municipality of an address, from the shipped list."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.content.faults import Problem
from app.content.file_states import once
from app.content.postcodes import centre_of
from app.errors import Fault
from app.rules.responsibility import Municipality

_KIND = re.compile(r"^(stadt|gemeinde|flecken|samtgemeinde) ")
FILE = Path("places", "municipalities.csv")
_COLUMNS = ("ags", "name", "body", "joint_key", "joint_body", "county_key", "county_body")
_POSTCODES = "postcodes"
_POSTCODE = re.compile(r"\d{5}", re.ASCII)


@dataclass(frozen=True)
class _Listed:
    municipality: Municipality
    postcodes: frozenset[str]


@dataclass(frozen=True)
class _List:
    listed: tuple[_Listed, ...] = ()
    faults: tuple[Fault, ...] = ()


def municipality_of(town: str, postcode: str, resources: Path) -> Municipality | None:
    """The municipality of a home: by the town's name, else by the post code.

    A name may carry a part of the town behind a blank or a hyphen ("Norden-Norddeich"). A post
    code that several members of one joint municipality share gives that one. None for what the
    list does not have, and for a town of the same name in another part of Germany.
    """
    listed = _read(resources / FILE).listed
    if not listed:
        return None
    postcode = postcode.strip()
    at = [each for each in listed if postcode in each.postcodes]
    if not at and _POSTCODE.fullmatch(postcode) and centre_of(postcode, resources):
        return None
    return _by_name(town, listed) or _common(each.municipality for each in at)


def municipalities(resources: Path) -> tuple[Municipality, ...]:
    """All of the list, in the order of their keys."""
    return tuple(each.municipality for each in _read(resources / FILE).listed)


def faults_of_list(resources: Path) -> tuple[Fault, ...]:
    """What could not be read of the list: the file, a column, single lines. Without the list no
    office is known by its home, everything else goes on."""
    return _read(resources / FILE).faults


def _by_name(town: str, listed: Iterable[_Listed]) -> Municipality | None:
    name = _KIND.sub("", _folded(town))
    of = {_folded(each.municipality.name): each.municipality for each in listed}
    for each in tuple(of.values()):
        if each.joint_key:
            joint = _joint(each)
            of.setdefault(_folded(joint.name), joint)
    return of.get(name) or of.get(re.split(r"[ -]", name, maxsplit=1)[0])


def _common(found: Iterable[Municipality]) -> Municipality | None:
    """The one municipality, or the joint one of which all are members."""
    one, *others = tuple(found) or (None,)
    if one is None or not others:
        return one
    return _joint(one) if {each.joint_key for each in others} == {one.joint_key} else None


def _joint(member: Municipality) -> Municipality:
    """The joint municipality itself, where nobody knows which of its members it is."""
    return Municipality(
        ags="",
        name=member.joint_body.removeprefix("Samtgemeinde "),
        body=member.joint_body,
        joint_key=member.joint_key,
        joint_body=member.joint_body,
        county_key=member.county_key,
        county_body=member.county_body,
    )


@once
def _read(path: Path) -> _List:
    """The list of that file: broken lines are left out, every fault names file, line and key."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError:
        return _List(faults=(_fault(0, "", Problem.NO_SUCH_FILE),))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return _List(faults=(_fault(line, "", Problem.NOT_UTF8),))
    rows = csv.DictReader(io.StringIO(text, newline=""))
    listed: list[_Listed] = []
    faults: list[Fault] = []
    try:
        missing = [key for key in (*_COLUMNS, _POSTCODES) if key not in (rows.fieldnames or ())]
        faults += [_fault(1, key, Problem.KEY_MISSING) for key in missing]
        for row in () if faults else rows:
            blank = next((key for key in (*_COLUMNS, _POSTCODES) if row[key] is None), None)
            if blank:
                faults.append(_fault(rows.line_num, blank, Problem.KEY_MISSING))
            else:
                listed.append(_one(row))
    except csv.Error:
        faults.append(_fault(rows.line_num, "", Problem.TOO_LONG))
    return _List(tuple(listed), tuple(faults))


def _one(row: dict[str, str]) -> _Listed:
    return _Listed(
        Municipality(**{key: row[key] for key in _COLUMNS}, independent=not row["county_key"]),
        frozenset(row[_POSTCODES].split()),
    )


def _fault(line: int, key: str, problem: Problem) -> Fault:
    return Fault(FILE.as_posix(), line, key, problem)


def _folded(name: str) -> str:
    """Lower case, umlauts as their vowels or written out alike: Lütetsburg = Luetetsburg."""
    plain = unicodedata.normalize("NFC", " ".join(name.split())).casefold()
    for umlaut, written in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        plain = plain.replace(umlaut, written)
    return plain
