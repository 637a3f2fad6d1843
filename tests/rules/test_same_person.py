"""Two records of people: one human or two."""

from __future__ import annotations

import pytest

from app.rules.calendar import PartialDate
from app.rules.same_person import Named, may_be_one

BORN = PartialDate(1988, 2, 14)
ROHAN = Named("Rohan", "Verma", birth=BORN)


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (Named("Rohan", "Verma", birth=BORN), True),
        (Named("ROHAN", "Vermá", birth=BORN), True),
        (Named("Verma", "Rohan", birth=BORN), True),  # the names changed places
        (Named("Rohaan", "Verma", birth=BORN), True),
        (Named("", "", "VERMA, ROHAN", BORN), True),
        (Named("Rohan", "Verma", birth=PartialDate(1988)), True),
        (Named("Rohan", "Verma", birth=PartialDate(1988, 3)), False),
        (Named("Rohan", "Verma", birth=PartialDate(1988, 2, 15)), False),
        (Named("Rohan", "Verma"), False),  # nothing but a name says too little
        (Named("Anjali", "Verma", birth=BORN), False),
        (Named("Rohan", "Mansour", birth=BORN), False),
        (Named("", "", birth=BORN), False),
    ],
)
def test_name_and_birth_have_to_meet(other, one):
    assert may_be_one(ROHAN, other) == one
    assert may_be_one(other, ROHAN) == one
