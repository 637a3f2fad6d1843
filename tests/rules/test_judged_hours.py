"""Real hours as people type them: how many are proposed, and 300 of them judged by hand.

The table holds the SHA-256 of a line, its proposal ("=" where the line is a valid value itself),
the codes of its doubts, and what a person found who read the line beside them: `right`, `right with
doubt` (the value is right, the doubt is care), `marked` (something is wrong or missing exactly
where a doubt stands), `none` (nothing to propose, and said so), `silently wrong`.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from app.rules.reading_hours.reading import read_hours

TABLE = Path(__file__).with_name("judged_hours.tsv")
JUDGEMENTS = {"right", "right with doubt", "marked", "none"}


@pytest.fixture(scope="module")
def counted(shared):
    rows = shared("opening_hours/german_looking.tsv").read_text("utf-8").splitlines()
    parts = [row.split("\t", 1) for row in rows]
    return [(int(count), text) for count, text in parts]


def judged():
    return [row.split("\t") for row in TABLE.read_text("utf-8").splitlines()]


def test_most_real_hours_get_a_proposal(counted):
    total = sum(count for count, _ in counted)
    proposed = sum(count for count, text in counted if read_hours(text).osm)
    assert total == 7184
    assert proposed / total >= 0.92  # the aim is 0.85


def test_none_of_the_judged_hours_is_silently_wrong():
    rows = judged()
    assert len(rows) == len({row[0] for row in rows}) == 300
    assert {row[3] for row in rows} == JUDGEMENTS
    for _, osm, codes, judgement in rows:
        assert (judgement == "none") == (not osm)
        assert (judgement == "right") == (bool(osm) and not codes)


def test_what_was_judged_is_still_proposed_with_the_same_doubts(counted):
    lines = {sha256(text.encode()).hexdigest(): text for _, text in counted}
    changed = []
    for digest, osm, codes, judgement in judged():
        text = lines[digest]
        found = read_hours(text)
        told = " ".join(doubt.code.value for doubt in found.doubts)
        if (found.osm, told) != (text if osm == "=" else osm, codes):
            changed.append((text, osm, codes, judgement, found.osm, told))
    assert not changed, changed[:3]


def test_most_of_the_judged_hours_need_no_second_look():
    counts = Counter(row[3] for row in judged())
    assert counts["right"] >= 180
    assert counts["marked"] + counts["none"] <= 40
