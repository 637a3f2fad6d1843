"""What single subjects say: their acts and refusals, gathered from their rooms. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from app.done import Act
from app.errors import Reason
from ui.careers import said as careers
from ui.contacts import said as contacts
from ui.elders import said as elders
from ui.employers import said as employers
from ui.figures import said as figures
from ui.funding import said as funding
from ui.housing import said as housing
from ui.mentors import said as mentors
from ui.moving import said as moving
from ui.needs import said as needs
from ui.network import said as network
from ui.practice import said as practice
from ui.schools import said as schools
from ui.staying import said as staying
from ui.team import said as team
from ui.training import said as training
from ui.visits import said as visits

_SAID = (
    careers,
    contacts,
    elders,
    employers,
    figures,
    funding,
    housing,
    mentors,
    moving,
    needs,
    network,
    practice,
    schools,
    staying,
    team,
    training,
    visits,
)

ACTS: Mapping[Act, tuple[str, ...]] = {
    act: forms for subject in _SAID for act, forms in subject.ACTS.items()
}
REASONS: Mapping[Reason, tuple[str, ...]] = {
    reason: forms for subject in _SAID for reason, forms in subject.REASONS.items()
}
