"""The desk: every service of the office on one data file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from app.content.catalogue import Catalogue, load_catalogue
from app.content.county_map import faults_of_map
from app.content.languages import OFFICE_LANGUAGE
from app.content.municipalities import faults_of_list
from app.errors import Fault
from app.services.booklets import Booklets
from app.services.brochures import Brochures
from app.services.calendars import Calendars
from app.services.candidates import Candidates
from app.services.care import Care
from app.services.care_gap import Gaps
from app.services.checking import Checking
from app.services.compositions import Compositions
from app.services.consents import Consents
from app.services.dates import Dates
from app.services.duplicates import Duplicates
from app.services.exchanges import Exchanges
from app.services.exports import Exports
from app.services.folder_batches import FolderBatches
from app.services.folder_editions import Editions
from app.services.folders import Folders
from app.services.history import History
from app.services.household import Household
from app.services.imports import Imports
from app.services.lists import Lists
from app.services.office import Office
from app.services.plan import Plan
from app.services.planner import Planner
from app.services.privacy import Privacy
from app.services.provider_filters import ProviderFilters
from app.services.providers import Providers
from app.services.roles import Roles
from app.services.roster_imports import RosterImports
from app.services.rosters import Rosters
from app.services.templates import Templates
from app.services.transactions import Transactions
from app.services.travel import Travel
from app.services.vouchers import Vouchers
from app.services.wordings import Wordings
from db.file import DataFile


@dataclass(frozen=True)
class Desk:
    """All services, sharing one way to the file; `faults` tells what in the templates and
    phrases could not be read."""

    transactions: Transactions
    lists: Lists
    candidates: Candidates
    household: Household
    consents: Consents
    roles: Roles
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
    booklets: Booklets
    compositions: Compositions
    vouchers: Vouchers
    exchanges: Exchanges
    brochures: Brochures
    calendars: Calendars
    office: Office
    imports: Imports
    exports: Exports
    travel: Travel
    rosters: Rosters
    roster_imports: RosterImports
    care: Care
    gaps: Gaps
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
        household=Household(transactions, planner),
        consents=Consents(transactions, planner, resources),
        roles=Roles(transactions),
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
        compositions=Compositions(transactions),
        vouchers=Vouchers(transactions),
        exchanges=Exchanges(transactions, folders, editions, resources),
        brochures=Brochures(transactions),
        calendars=Calendars(transactions, planner, resources),
        office=Office(transactions),
        imports=Imports(transactions, planner, resources),
        exports=Exports(transactions),
        travel=Travel(transactions, resources),
        rosters=rosters,
        roster_imports=RosterImports(transactions, rosters),
        care=Care(transactions, resources),
        gaps=Gaps(transactions, resources),
        history=History(transactions, planner),
        privacy=Privacy(transactions),
        faults=(
            *planner.catalogue.faults,
            *faults_of_list(resources),
            *faults_of_map(resources),
            *folders.faults,
            *(each for each in checking.faults if each not in folders.faults),
        ),
    )


def _tell(lists: Lists, catalogue: Catalogue) -> None:
    """The lists, which know no templates, are told what the rows of steps say."""
    steps = catalogue.worded()
    lists.name_steps({each.id: each.short.in_language(OFFICE_LANGUAGE) for each in steps})
    lists.know_bases({each.id: each.basis for each in steps})
