"""Who works together with the places of a folder, as the family may read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.folder.contents import Place
from app.folder.place_contents import Partnership
from app.records.network import LinkEnd
from app.services.network import link_views
from db.repositories import network


def with_partners(session: Session, places: Sequence[Place], today: date) -> tuple[Place, ...]:
    """The places, each with those linked with it today that stand in this folder too or can be
    called."""
    printed = {place.provider for place in places if place.provider is not None}
    found: dict[int, list[Partnership]] = {}
    valid = network.valid_links(session, today)
    near = [each for each in valid if printed & {each.from_id, each.to_id}]
    for link in link_views(session, near, today):
        if not link.holds(today):
            continue
        for here, there in ((link.first, link.second), (link.second, link.first)):
            inside = there.provider in printed
            if here.provider in printed and (inside or there.phone.strip()):
                found.setdefault(here.provider, []).append(
                    _partnership(there, link.draft.kind.value, link.draft.text, inside=inside)
                )
    return tuple(_with(place, found) for place in places)


def _partnership(end: LinkEnd, kind: str, text: str, *, inside: bool) -> Partnership:
    return Partnership(kind, end.name, text, "" if inside else end.phone)


def _with(place: Place, found: Mapping[int, Sequence[Partnership]]) -> Place:
    partners = found.get(place.provider or 0, ())
    return replace(place, together=tuple(partners)) if partners else place
