"""The second validator (`page-validation`), which shares no code with veraPDF."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import page

PROFILES = ("ua1", "2a")


def second_opinion(paths: Iterable[Path], profiles: Iterable[str] = PROFILES) -> list[str]:
    """Findings for the profiles, a line each; an empty list means every file complies."""
    return [
        f"{path} [{profile}] {failure.rule_id}: {failure.message}"
        for path in paths
        for profile in profiles
        for failure in page.validate_pdf(path, profile=profile).failures
    ]
