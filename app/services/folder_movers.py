"""The mover a family has chosen, as the folder names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from app.folder.contents import Place
from app.folder.place_contents import Reason, Why
from app.rules.moving import QuoteState
from db.repositories import moving


def with_mover(session: Session, case_id: int, places: Sequence[Place]) -> tuple[Place, ...]:
    """The places; of movers only the one that is chosen, with its day, where one of the directory
    is and stands among them."""
    chosen = next(
        (
            quote
            for quote in moving.quotes(session, case_id)
            if quote.state == QuoteState.CHOSEN.value and quote.moving_on is not None
        ),
        None,
    )
    movers = {place.provider for place in places if place.why == Reason(Why.MOVE)}
    if chosen is None or chosen.provider_id not in movers:
        return tuple(places)
    comes = Reason(Why.MOVE_DAY, on=chosen.moving_on)
    return tuple(
        replace(place, why=comes) if place.provider == chosen.provider_id else place
        for place in places
        if place.provider == chosen.provider_id or place.provider not in movers
    )
