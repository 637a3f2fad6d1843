"""What failed in another process arrives as it was."""

from __future__ import annotations

import pickle
from pathlib import Path

from app.errors import Reason, Refused, Trouble, Unavailable


def test_what_was_refused_or_unavailable_crosses_to_another_process():
    refused = pickle.loads(pickle.dumps(Refused(Reason.NO_SUCH_CASE, "case", id=7)))  # noqa: S301
    assert (refused.reason, refused.field, refused.facts) == (
        Reason.NO_SUCH_CASE,
        "case",
        {"id": 7},
    )
    trouble = pickle.loads(pickle.dumps(Unavailable(Trouble.DISK_FULL, Path("a.pdf"), free=3)))  # noqa: S301
    assert (trouble.trouble, trouble.path, trouble.facts) == (
        Trouble.DISK_FULL,
        Path("a.pdf"),
        {"free": 3},
    )
