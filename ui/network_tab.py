"""The tab Netzwerk: the team, the people and bodies of the region, across all cases."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.page import Page, Workplace
from ui.widgets.rooms import Room, RoomsPage


def _team(workplace: Workplace) -> Page:
    from ui.team.room import TeamRoom

    return TeamRoom(workplace)


def _silence(workplace: Workplace) -> Page:
    from ui.contacts.silence_room import SilenceRoom

    return SilenceRoom(workplace)


def _mentors(workplace: Workplace) -> Page:
    from ui.mentors.room import MentorsRoom

    return MentorsRoom(workplace)


def _occasions(workplace: Workplace) -> Page:
    from ui.mentors.occasions_room import OccasionsRoom

    return OccasionsRoom(workplace)


def _staying(workplace: Workplace) -> Page:
    from ui.staying.room import StayingRoom

    return StayingRoom(workplace)


def _employers(workplace: Workplace) -> Page:
    from ui.employers.room import EmployersRoom

    return EmployersRoom(workplace)


def _openings(workplace: Workplace) -> Page:
    from ui.careers.room import OpeningsRoom

    return OpeningsRoom(workplace)


def _courses(workplace: Workplace) -> Page:
    from ui.training.room import CoursesRoom

    return CoursesRoom(workplace)


def _destinations(workplace: Workplace) -> Page:
    from ui.visits.region_room import RegionRoom

    return RegionRoom(workplace)


def _actors(workplace: Workplace) -> Page:
    from ui.network.actors_room import ActorsRoom

    return ActorsRoom(workplace)


def _group(workplace: Workplace) -> Page:
    from ui.network.group_room import GroupRoom

    return GroupRoom(workplace)


def _figures(workplace: Workplace) -> Page:
    from ui.figures.room import FiguresRoom

    return FiguresRoom(workplace)


def _practices(workplace: Workplace) -> Page:
    from ui.practice.room import PracticesRoom

    return PracticesRoom(workplace)


def _homes(workplace: Workplace) -> Page:
    from ui.housing.room import HomesRoom

    return HomesRoom(workplace)


def _dormitories(workplace: Workplace) -> Page:
    from ui.housing.dormitories_room import DormitoriesRoom

    return DormitoriesRoom(workplace)


def _programmes(workplace: Workplace) -> Page:
    from ui.funding.room import ProgrammesRoom

    return ProgrammesRoom(workplace)


ROOMS = (
    Room("team", "Team, Vertretung", "users", _team, group="Servicestelle"),
    Room("silence", "Ohne Kontakt", "bell", _silence, group="Servicestelle"),
    Room("figures", "Zahlen", "chart-column", _figures, group="Servicestelle"),
    Room("mentors", "Pat*innen", "heart-handshake", _mentors, group="Begleitung"),
    Room("occasions", "Anlässe", "calendar", _occasions, group="Begleitung"),
    Room("staying", "Bleiben", "anchor", _staying, group="Begleitung"),
    Room("employers", "Arbeitgeber", "building-2", _employers, group="Arbeit"),
    Room("openings", "Stellen", "briefcase-business", _openings, group="Arbeit"),
    Room("courses", "Weiterbildung", "graduation-cap", _courses, group="Arbeit"),
    Room("practices", "Praxen", "stethoscope", _practices, group="Arbeit"),
    Room("homes", "Wohnungen", "house", _homes, group="Mittel"),
    Room("dormitories", "Wohnheime", "bed-double", _dormitories, group="Mittel"),
    Room("programmes", "Förderprogramme", "euro", _programmes, group="Mittel"),
    Room("destinations", "Filme, Fähren", "ship", _destinations, group="Region"),
    Room("actors", "Akteure", "network", _actors, group="Region"),
    Room("group", "Arbeitsgruppe", "messages-square", _group, group="Region"),
)


class NetworkPage(RoomsPage):
    """The tab Netzwerk: the team, the people and bodies of the region, across all cases."""

    needs_case = False
    about_case = False

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, "Netzwerk", ROOMS, parent)
