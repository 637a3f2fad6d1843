"""What the checklist says of the last time an office is open, beside the duties too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.folder.contents import LastSlot
from app.folder.sheets.checklist import checklist
from app.typeset import blocks
from tests.folder.makers import day, make_contents
from tests.folder.said import DE, EN, only, text


@pytest.mark.parametrize(
    ("slot", "speech", "said"),
    [
        pytest.param(
            LastSlot(date(2026, 12, 11), 660, 750),
            DE,
            "bis dahin zuletzt offen: Fr, 11.12.2026,\n11:00–12:30",
            id="before",
        ),
        pytest.param(
            LastSlot(date(2026, 12, 14), 480, 750), DE, "geöffnet bis 12:30 Uhr", id="on it"
        ),
        pytest.param(LastSlot(date(2026, 12, 14), 480, 1440), DE, "", id="all that day"),
        pytest.param(
            LastSlot(date(2026, 12, 11), 660, 750),
            EN,
            "last opening by then: Fri, 11 Dec 2026,\n11:00–12:30",
            id="English",
        ),
        pytest.param(
            LastSlot(date(2026, 12, 14), 480, 750), EN, "open until 12:30", id="English, on it"
        ),
        pytest.param(
            LastSlot(date(2026, 12, 10), 890, 1020, beside_duty=True),
            DE,
            "bis dahin zuletzt außerhalb Ihres Dienstes offen: Do, 10.12.2026,\n14:50–17:00",
            id="beside the duties",
        ),
        pytest.param(
            LastSlot(date(2026, 12, 14), 890, 1020, beside_duty=True),
            DE,
            "außerhalb Ihres Dienstes offen:\n14:50–17:00",
            id="beside the duties, on it",
        ),
        pytest.param(
            LastSlot(date(2026, 12, 14), 480, 1440, beside_duty=True),
            EN,
            "open outside your shifts:\n8:00–24:00",
            id="English, beside the duties, to midnight",
        ),
        pytest.param(
            LastSlot(date(2026, 12, 14), 480, 750, on_duty=True),
            DE,
            "offen nur während Ihres Dienstes, bis dahin zuletzt Mo, 14.12.2026,\n8:00–12:30",
            id="only on duty",
        ),
        pytest.param(
            LastSlot(date(2026, 12, 11), 480, 750, on_duty=True),
            EN,
            "until then open only during your shifts, last on Fri, 11 Dec 2026,\n8:00–12:30",
            id="English, only on duty",
        ),
    ],
)
def test_the_last_chance_at_the_office_stands_below_it(slot, speech, said):
    rich = make_contents()
    task = replace(rich.checklist[1], last_open=slot)
    assert task.due == day(2026, 12, 14)
    page = only(checklist(replace(rich, checklist=(task,)), speech), blocks.Checklist)
    where = [text(line).strip() for line in page.groups[0].rows[0].where]
    assert where == [each for each in (task.office, said) if each]


def test_where_the_roster_ends_before_a_line_of_its_own_says_so():
    rich = make_contents()
    slot = LastSlot(date(2026, 12, 11), 660, 750, roster_ends=True)
    task = replace(rich.checklist[1], last_open=slot)
    page = only(checklist(replace(rich, checklist=(task,)), DE), blocks.Checklist)
    assert (
        text(page.groups[0].rows[0].where[-1]).strip() == "Ihr Dienstplan reicht nicht bis dahin."
    )
    all_day = replace(slot, on=date(2026, 12, 14), end=1440)
    page = only(
        checklist(replace(rich, checklist=(replace(task, last_open=all_day),)), DE),
        blocks.Checklist,
    )
    assert [text(line).strip() for line in page.groups[0].rows[0].where] == [task.office]
