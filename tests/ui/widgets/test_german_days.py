"""Days of the week as an office types them, of a ferry for one, and as they are shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.visit_commands import OUT
from ui.widgets import german_days


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("", "", ""),
        ("täglich", "", ""),
        ("Mo-So", "Mo-Su", "Mo-So"),
        ("Di, Do", "Tu, Th", "Di, Do"),
        ("Di.", "Tu", "Di"),
        ("mi und sa", "We,Sa", "Mi,Sa"),
        ("montags bis freitags", "Mo-Fr", "Mo-Fr"),
        ("Mo–Sa, nicht an Feiertagen", "Mo-Sa; PH off", "Mo-Sa, nicht an Feiertagen"),
        ("Mo-Sa; PH off", "Mo-Sa; PH off", "Mo-Sa, nicht an Feiertagen"),
        ("Sa, So, Feiertage", "Sa, Su, PH", "Sa, So, Feiertage"),
        ("Mo-Fr, Su", "Mo-Fr, Su", "Mo-Fr, So"),
    ],
)
def test_days_are_typed_in_german_and_shown_so(desk, typed, kept, shown):
    assert german_days.read(typed) == kept
    assert german_days.shown(kept) == shown
    assert german_days.read(shown) == kept
    desk.region.add_sailing(replace(OUT, days=kept))
