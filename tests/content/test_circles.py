"""Steps that wait for each other in a circle."""

from __future__ import annotations

import pytest

from app.content.circles import circles


@pytest.mark.parametrize(
    ("waits_for", "found"),
    [
        ({}, {}),
        ({"a": (), "b": ("a",), "c": ("a", "b")}, {}),
        ({"a": ("gone",)}, {}),
        ({"a": ("a",)}, {"a": {"a"}}),
        ({"a": ("b",), "b": ("a",), "c": ("a",)}, {"a": {"a", "b"}, "b": {"a", "b"}}),
        (
            {"a": ("b",), "b": ("a", "c"), "c": ("d",), "d": ("c",)},
            {"a": {"a", "b"}, "b": {"a", "b"}, "c": {"c", "d"}, "d": {"c", "d"}},
        ),
    ],
    ids=["nothing", "a chain", "an unknown step", "itself", "two, and one behind", "two circles"],
)
def test_a_circle_is_named_by_all_its_steps_and_no_others(waits_for, found):
    assert circles(waits_for) == found
