"""Looking up minutes between towns."""

from __future__ import annotations

import pytest

from app.rules.travel import TravelTable, folded, route

TABLE = TravelTable({route("Norden", "Aurich"): 25, route("Norden-Norddeich", "Aurich"): 31})


@pytest.mark.parametrize(
    ("here", "there", "minutes"),
    [
        (["Norden"], ["Aurich"], 25),
        (["aurich "], ["NORDEN"], 25),
        (["Norden-Norddeich", "Norden"], ["Aurich"], 31),
        (["Norden-Leybuchtpolder", "Norden"], ["Aurich-Walle", "Aurich"], 25),
        (["Norden"], ["Norden"], None),
        (["Norden"], ["Hage"], None),
        ([], ["Hage"], None),
    ],
)
def test_the_most_exact_name_counts_in_both_directions(here, there, minutes):
    assert TABLE.between(here, there) == minutes
    assert TABLE.between(there, here) == minutes


def test_umlauts_are_alike_written_out_or_decomposed():
    assert folded("Großefehn  Süd") == folded("GROSSEFEHN SUED") == folded("Großefehn Su\u0308d")
