"""A further entry of an organisation: what it begins with, and what it shares. No Qt."""

from __future__ import annotations

from dataclasses import replace

from app.records.directory import Beside, ProviderView
from app.records.providers import ProviderDraft
from ui.providers import words

_BODY = "Name, Träger, Telefon, E-Mail, Internet und Ansprechpersonen"
_SERVICE = "Art, Angebot, Alter, Plätze, Kosten und Zugang"
_PLACE = "die Anschrift"


def draft(origin: ProviderDraft, beside: Beside) -> ProviderDraft:
    """What the new entry begins with: the organisation's own, and what else both share."""
    blank = ProviderDraft(
        organisation=origin.organisation,
        category=origin.category,
        operator=origin.operator,
        phone=origin.phone,
        email=origin.email,
        website=origin.website,
        contacts=origin.contacts,
    )
    if beside is Beside.SERVICE:
        return replace(
            blank,
            site=origin.site,
            street=origin.street,
            postcode=origin.postcode,
            town=origin.town,
            ags=origin.ags,
            latitude=origin.latitude,
            longitude=origin.longitude,
            accessible=origin.accessible,
        )
    if beside is Beside.PLACE:
        return replace(
            blank,
            service=origin.service,
            description=origin.description,
            min_age_months=origin.min_age_months,
            max_age_months=origin.max_age_months,
            places=origin.places,
            languages=origin.languages,
            office_type=origin.office_type,
            area=origin.area,
            free_places=origin.free_places,
            free_as_of=origin.free_as_of,
            waiting=origin.waiting,
            reserved_places=origin.reserved_places,
            reserved_for=origin.reserved_for,
            costs=origin.costs,
            by_appointment=origin.by_appointment,
            online_form=origin.online_form,
            video=origin.video,
            settling_weeks=origin.settling_weeks,
            features=origin.features,
        )
    return blank


def title(origin: ProviderDraft, beside: Beside) -> str:
    """What the new entry is called before it is saved."""
    said = {
        Beside.SERVICE: "weiteres Angebot",
        Beside.PLACE: "weiterer Standort",
        Beside.BOTH: "weiterer Eintrag",
    }
    return f"{origin.organisation}: {said[beside]}"


def shared(origin: ProviderDraft, beside: Beside) -> str:
    """What the new entry and its origin will have in common."""
    too = {
        Beside.SERVICE: f"{_BODY} sowie {_PLACE}",
        Beside.PLACE: f"{_BODY} sowie {_SERVICE}",
        Beside.BOTH: _BODY,
    }
    return f"{too[beside]} teilt der neue Eintrag mit „{origin.organisation}“."


def shared_now(view: ProviderView) -> str:
    """What changes with a change of this entry elsewhere too; blank where it stands alone."""
    if not view.siblings:
        return ""
    number = len(view.siblings) + 1
    told = [f"{_BODY} gelten für alle {number} Einträge dieser Einrichtung."]
    service = [words.sibling(each) for each in view.siblings if each.same_service]
    place = [words.sibling(each) for each in view.siblings if each.same_place]
    if service:
        told.append(f"{_SERVICE} gelten auch für: {'; '.join(service)}.")
    if place:
        told.append(f"Die Anschrift gilt auch für: {'; '.join(place)}.")
    return " ".join(told)
