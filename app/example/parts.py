"""The parts of the example county that are written after office, providers and families."""

from __future__ import annotations

from collections.abc import Callable

from app.example import (
    careers,
    contacts,
    elders,
    employer_places,
    employers,
    funding,
    housing,
    mentors,
    moving,
    needs,
    network,
    own_practice,
    schools,
    staying,
    team,
    training,
    visits,
)
from app.example.county import County

Part = Callable[[County], None]

PARTS: tuple[Part, ...] = (
    team.write,
    employers.write,
    contacts.write,
    mentors.write,
    visits.write,
    careers.write,
    training.write,
    funding.write,
    staying.write,
    network.write,
    housing.write,
    moving.write,
    own_practice.write,
    schools.write,
    elders.write,
    employer_places.write,
    needs.write,
)
"""Each writes one subject, in this order."""
