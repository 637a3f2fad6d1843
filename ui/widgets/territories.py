"""The bodies of the region by their official keys. No Qt here."""

from __future__ import annotations

from functools import cache

from app import paths
from app.content.municipalities import municipalities


@cache
def territories() -> tuple[tuple[str, str], ...]:
    """Official key and name: the counties, then the joint municipalities, then by name."""
    listed = municipalities(paths.resources())
    counties = {each.county_key: each.county_body for each in listed if each.county_key}
    joint = {each.joint_key: each.joint_body for each in listed if each.joint_key}
    single = {each.ags: each.body for each in listed}
    return tuple(
        pair
        for bodies in (counties, joint, single)
        for pair in sorted(bodies.items(), key=lambda pair: pair[1].split(" ", 1)[-1])
    )
