"""The desk: every service of the office on one data file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from app.content.catalogue import Catalogue, load_catalogue
from app.content.county_map import faults_of_map
from app.content.figures import load_definitions
from app.content.funding import load_programmes
from app.content.languages import OFFICE_LANGUAGE
from app.content.municipalities import faults_of_list
from app.content.refunds import faults_of_refunds
from app.errors import Fault
from app.services.booklets import Booklets
from app.services.brochures import Brochures
from app.services.calendars import Calendars
from app.services.candidates import Candidates
from app.services.care import Care
from app.services.care_gap import Gaps
from app.services.careers import Careers
from app.services.checking import Checking
from app.services.compositions import Compositions
from app.services.consents import Consents
from app.services.contacts import Contacts
from app.services.dates import Dates
from app.services.dormitories import Dormitories
from app.services.duplicates import Duplicates
from app.services.elders import Elders
from app.services.employer_places import EmployerPlaces
from app.services.employers import Employers
from app.services.events import Events
from app.services.exchanges import Exchanges
from app.services.exports import Exports
from app.services.figures import Figures
from app.services.folder_batches import FolderBatches
from app.services.folder_editions import Editions
from app.services.folders import Folders
from app.services.funding import Funding
from app.services.history import History
from app.services.home_lists import HomeLists
from app.services.household import Household
from app.services.housing import Housing
from app.services.imports import Imports
from app.services.induction import Induction
from app.services.introductions import Introductions
from app.services.job_openings import Openings
from app.services.lists import Lists
from app.services.mentors import Mentors
from app.services.moving import Moving
from app.services.needs import Needs
from app.services.network import Network
from app.services.occasions import Occasions
from app.services.office import Office
from app.services.own_practice import OwnPractice
from app.services.papers import Papers
from app.services.plan import Plan
from app.services.planner import Planner
from app.services.planning_areas import PlanningAreas
from app.services.privacy import Privacy
from app.services.promises import Promises
from app.services.provider_filters import ProviderFilters
from app.services.providers import Providers
from app.services.region import Region
from app.services.roles import Roles
from app.services.roster_imports import RosterImports
from app.services.rosters import Rosters
from app.services.schools import Schools
from app.services.silence import Silence
from app.services.staying import Staying
from app.services.team import Team
from app.services.templates import Templates
from app.services.training import Training
from app.services.transactions import Transactions
from app.services.travel import Travel
from app.services.viewings import Viewings
from app.services.visits import Visits
from app.services.vouchers import Vouchers
from app.services.wordings import Wordings
from app.services.working_group import WorkingGroup
from db.file import DataFile


@dataclass(frozen=True)
class Desk:
    """All services, sharing one way to the file; `faults` tells what in the templates and
    phrases could not be read."""

    transactions: Transactions
    lists: Lists
    candidates: Candidates
    contacts: Contacts
    promises: Promises
    silence: Silence
    household: Household
    consents: Consents
    roles: Roles
    mentors: Mentors
    occasions: Occasions
    plan: Plan
    dates: Dates
    templates: Templates
    wordings: Wordings
    providers: Providers
    duplicates: Duplicates
    checking: Checking
    provider_filters: ProviderFilters
    folders: Folders
    folder_batches: FolderBatches
    papers: Papers
    booklets: Booklets
    compositions: Compositions
    vouchers: Vouchers
    exchanges: Exchanges
    brochures: Brochures
    calendars: Calendars
    office: Office
    team: Team
    imports: Imports
    exports: Exports
    travel: Travel
    training: Training
    rosters: Rosters
    roster_imports: RosterImports
    care: Care
    gaps: Gaps
    network: Network
    working_group: WorkingGroup
    staying: Staying
    careers: Careers
    openings: Openings
    introductions: Introductions
    events: Events
    employers: Employers
    induction: Induction
    visits: Visits
    region: Region
    housing: Housing
    home_lists: HomeLists
    viewings: Viewings
    dormitories: Dormitories
    moving: Moving
    schools: Schools
    elders: Elders
    employer_places: EmployerPlaces
    funding: Funding
    own_practice: OwnPractice
    planning_areas: PlanningAreas
    needs: Needs
    figures: Figures
    history: History
    privacy: Privacy
    faults: tuple[Fault, ...]

    def close(self) -> None:
        """Give the file free: connections first, then the writer's lock."""
        self.lists.close()
        self.transactions.close()
        self.transactions.file.close()


def open_desk(
    file: DataFile,
    resources: Path,
    today: Callable[[], date],
    who: str,
    lists: Lists | None = None,
) -> Desk:
    """Put the services together on an open file."""
    catalogue: Catalogue = load_catalogue(resources)
    transactions = Transactions(file, today, who)
    lists = lists or Lists(file, today)
    planner = Planner(catalogue, resources, partial(_tell, lists))
    with transactions.reading() as session:
        planner.adopt(planner.shelf.read(session, today()))
    editions = Editions(transactions, planner, resources)
    folders = Folders(transactions, planner, resources)
    checking = Checking(transactions, planner, resources)
    rosters = Rosters(transactions)
    return Desk(
        transactions=transactions,
        lists=lists,
        candidates=Candidates(transactions, planner),
        contacts=Contacts(transactions),
        promises=Promises(transactions),
        silence=Silence(transactions),
        household=Household(transactions, planner),
        consents=Consents(transactions, planner, resources),
        roles=Roles(transactions),
        mentors=Mentors(transactions),
        occasions=Occasions(transactions),
        plan=Plan(transactions, planner),
        dates=Dates(transactions, planner),
        templates=Templates(transactions, planner),
        wordings=Wordings(transactions, planner, resources),
        providers=Providers(transactions, planner),
        duplicates=Duplicates(transactions, planner),
        checking=checking,
        provider_filters=ProviderFilters(transactions),
        folders=folders,
        booklets=Booklets(transactions, folders),
        folder_batches=FolderBatches(transactions, folders, editions, resources),
        papers=Papers(transactions, resources),
        compositions=Compositions(transactions),
        vouchers=Vouchers(transactions),
        exchanges=Exchanges(transactions, folders, editions, resources),
        brochures=Brochures(transactions),
        calendars=Calendars(transactions, planner, resources),
        office=Office(transactions),
        team=Team(transactions, planner),
        imports=Imports(transactions, planner, resources),
        exports=Exports(transactions),
        training=Training(transactions),
        travel=Travel(transactions, resources),
        rosters=rosters,
        roster_imports=RosterImports(transactions, rosters),
        care=Care(transactions, resources),
        gaps=Gaps(transactions, resources),
        network=Network(transactions),
        working_group=WorkingGroup(transactions),
        staying=Staying(transactions, planner),
        careers=Careers(transactions, planner),
        openings=Openings(transactions, resources),
        introductions=Introductions(transactions),
        events=Events(transactions),
        employers=Employers(transactions, planner),
        induction=Induction(transactions, planner),
        visits=Visits(transactions, resources),
        region=Region(transactions),
        housing=Housing(transactions, resources),
        home_lists=HomeLists(transactions, resources),
        viewings=Viewings(transactions, planner),
        dormitories=Dormitories(transactions),
        moving=Moving(transactions, resources),
        schools=Schools(transactions, planner),
        funding=Funding(transactions, planner),
        elders=Elders(transactions, planner, resources),
        employer_places=EmployerPlaces(transactions),
        own_practice=OwnPractice(transactions, planner, resources),
        planning_areas=PlanningAreas(transactions, resources),
        needs=Needs(transactions),
        figures=Figures(transactions, resources),
        history=History(transactions, planner),
        privacy=Privacy(transactions),
        faults=(
            *planner.catalogue.faults,
            *load_definitions(resources).faults,
            *faults_of_list(resources),
            *faults_of_map(resources),
            *load_programmes(resources).faults,
            *faults_of_refunds(resources),
            *folders.faults,
            *(each for each in checking.faults if each not in folders.faults),
        ),
    )


def _tell(lists: Lists, catalogue: Catalogue) -> None:
    """The lists, which know no templates, are told what the rows of steps say."""
    steps = catalogue.worded()
    lists.name_steps({each.id: each.short.in_language(OFFICE_LANGUAGE) for each in steps})
    lists.know_bases({each.id: each.basis for each in steps})
