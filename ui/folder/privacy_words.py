"""What the clerk is told of the privacy sheet."""

from __future__ import annotations

from collections.abc import Mapping

from app.records.office import PrivacyGap

GAPS: Mapping[PrivacyGap, str] = {
    PrivacyGap.RESPONSIBLE_BODY: (
        "Auf dem Datenschutzblatt fehlt, wer verantwortlich ist (Art. 13 Abs. 1 Buchst. a DSGVO)."
    ),
    PrivacyGap.OFFICER: (
        "Auf dem Datenschutzblatt fehlt, wie die oder der Datenschutzbeauftragte zu erreichen ist "
        "(Art. 13 Abs. 1 Buchst. b DSGVO)."
    ),
    PrivacyGap.RETENTION: (
        "Auf dem Datenschutzblatt fehlt Ihre Frist für das Löschen "
        "(Art. 13 Abs. 2 Buchst. a DSGVO)."
    ),
}
"""One sentence for each thing the office has not entered."""
