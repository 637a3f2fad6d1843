"""The tab Begleitung: who is there for this case, and what was agreed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.page import Page, Workplace
from ui.widgets.rooms import Room, RoomsPage


def _contacts(workplace: Workplace) -> Page:
    from ui.contacts.case_room import ContactsRoom

    return ContactsRoom(workplace)


def _mentor(workplace: Workplace) -> Page:
    from ui.mentors.case_room import MentorshipRoom

    return MentorshipRoom(workplace)


def _invitations(workplace: Workplace) -> Page:
    from ui.mentors.invitations_room import InvitationsRoom

    return InvitationsRoom(workplace)


def _visit(workplace: Workplace) -> Page:
    from ui.visits.case_room import VisitRoom

    return VisitRoom(workplace)


def _induction(workplace: Workplace) -> Page:
    from ui.employers.induction_room import InductionRoom

    return InductionRoom(workplace)


def _work(workplace: Workplace) -> Page:
    from ui.careers.case_room import CareerRoom

    return CareerRoom(workplace)


def _training(workplace: Workplace) -> Page:
    from ui.training.case_room import BookingsRoom

    return BookingsRoom(workplace)


def _talks(workplace: Workplace) -> Page:
    from ui.staying.case_room import TalksRoom

    return TalksRoom(workplace)


def _practice(workplace: Workplace) -> Page:
    from ui.practice.case_room import OwnPracticeRoom

    return OwnPracticeRoom(workplace)


def _home(workplace: Workplace) -> Page:
    from ui.housing.case_room import HomeRoom

    return HomeRoom(workplace)


def _move(workplace: Workplace) -> Page:
    from ui.moving.case_room import MoveRoom

    return MoveRoom(workplace)


def _school(workplace: Workplace) -> Page:
    from ui.schools.case_room import SchoolRoom

    return SchoolRoom(workplace)


def _elders(workplace: Workplace) -> Page:
    from ui.elders.case_room import EldersRoom

    return EldersRoom(workplace)


def _funding(workplace: Workplace) -> Page:
    from ui.funding.case_room import FundingRoom

    return FundingRoom(workplace)


def _needs(workplace: Workplace) -> Page:
    from ui.needs.case_room import NeedsRoom

    return NeedsRoom(workplace)


ROOMS = (
    Room("contacts", "Kontakte, Zusagen", "messages-square", _contacts, group="Menschen"),
    Room("mentor", "Patenschaft", "heart-handshake", _mentor, group="Menschen"),
    Room("invitations", "Einladungen", "mail", _invitations, group="Menschen"),
    Room("visit", "Besuch", "map-pin", _visit, group="Menschen"),
    Room("talks", "Gespräche", "message-square", _talks, group="Menschen"),
    Room("induction", "Einarbeitung", "clipboard-list", _induction, group="Arbeit"),
    Room("work", "Stellensuche", "briefcase-business", _work, group="Arbeit"),
    Room("training", "Weiterbildung", "graduation-cap", _training, group="Arbeit"),
    Room("practice", "Eigene Praxis", "stethoscope", _practice, group="Arbeit"),
    Room("home", "Wohnung", "house", _home, group="Zuhause"),
    Room("move", "Umzug", "truck", _move, group="Zuhause"),
    Room("school", "Kita und Schule", "school", _school, group="Zuhause"),
    Room("elders", "Ältere Angehörige", "hand-heart", _elders, group="Zuhause"),
    Room("funding", "Förderung", "euro", _funding, group="Mittel"),
    Room("needs", "Bedarfe", "list-checks", _needs, group="Mittel"),
)


class SupportPage(RoomsPage):
    """The tab Begleitung: who is there for this case, and what was agreed."""

    needs_case = True
    about_case = True

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, "Begleitung", ROOMS, parent)
