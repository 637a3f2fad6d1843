"""Findings of a folder in words."""

from __future__ import annotations

from datetime import date

import pytest

from app.records.compositions import ChapterKind
from app.records.folders import Finding, FindingCode
from ui.folder.finding_words import FINDINGS, sentence


@pytest.mark.parametrize("code", FindingCode)
def test_every_finding_is_a_sentence(code):
    told = sentence(Finding(ChapterKind.OFFICES, code, "Kita Deichkinder", 3, date(2025, 10, 30)))
    assert told[0].isupper() or told.startswith("„")
    assert told.endswith(".")
    assert "{" not in told


def test_no_two_findings_are_said_alike():
    assert len(set(FINDINGS.values())) == len(FindingCode)


def test_a_finding_names_the_place_and_the_day():
    stale = Finding(ChapterKind.OFFICES, FindingCode.STALE, "Jobcenter", 28, date(2025, 10, 30))
    assert sentence(stale).startswith("Jobcenter: zuletzt geprüft am 30.10.2025.")
