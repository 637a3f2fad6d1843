"""Where a household lives: the municipality of an address, from the shipped list."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.content.postcodes import centre_of
from app.rules.responsibility import Municipality

_KIND = re.compile(r"^(stadt|gemeinde|flecken|samtgemeinde) ")
_POSTCODE = re.compile(r"\d{5}", re.ASCII)


@dataclass(frozen=True)
class _Listed:
    municipality: Municipality
    postcodes: frozenset[str]


def municipality_of(town: str, postcode: str, resources: Path) -> Municipality | None:
    """The municipality of a home: by the town's name, else by the post code.

    A name may carry a part of the town behind a blank or a hyphen ("Norden-Norddeich"). A post
    code that several members of one joint municipality share gives that one. None for what the
    list does not have, and for a town of the same name in another part of Germany.
    """
    listed = _listed(resources / "places" / "municipalities.csv")
    if not listed:
        return None
    postcode = postcode.strip()
    at = [each for each in listed if postcode in each.postcodes]
    if not at and _POSTCODE.fullmatch(postcode) and centre_of(postcode, resources):
        return None
    return _by_name(town, listed) or _common(each.municipality for each in at)


def municipalities(resources: Path) -> tuple[Municipality, ...]:
    """All of the list, in the order of their keys."""
    return tuple(each.municipality for each in _listed(resources / "places" / "municipalities.csv"))


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


@cache
def _listed(path: Path) -> tuple[_Listed, ...]:
    """The list of that file; empty where it is missing, as the desk stands without resources."""
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            _Listed(
                Municipality(
                    ags=row["ags"],
                    name=row["name"],
                    body=row["body"],
                    joint_key=row["joint_key"],
                    joint_body=row["joint_body"],
                    county_key=row["county_key"],
                    county_body=row["county_body"],
                    independent=not row["county_key"],
                ),
                frozenset(row["postcodes"].split()),
            )
            for row in csv.DictReader(file)
        )


def _folded(name: str) -> str:
    """Lower case, umlauts as their vowels or written out alike: Lütetsburg = Luetetsburg."""
    plain = unicodedata.normalize("NFC", " ".join(name.split())).casefold()
    for umlaut, written in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        plain = plain.replace(umlaut, written)
    return plain
