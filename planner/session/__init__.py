"""The one door to the record: open, read, run an edit, undo, redo, check, export, and hear of changes."""

from planner.itinerary.ledger import Hold, Holding
from planner.session.calendars import CalendarNews, TouchedJourney, YearNews
from planner.session.changed import Changed
from planner.session.copies import Copies
from planner.session.importing import Imported, ImportJob, ReadJourney
from planner.session.issuing import IssuedCopy, IssueJob
from planner.session.output import CalendarJob, FileJob, PdfJob, PrintOptions, itinerary_of
from planner.session.session import Session
from planner.store.change_log import LoggedChange
from planner.store.journey_summary import JourneySummary, StripeMark
from planner.store.search_index import HitKind, HitWhere, SearchHit

__all__ = [
    "CalendarJob",
    "CalendarNews",
    "Changed",
    "Copies",
    "FileJob",
    "HitKind",
    "HitWhere",
    "Hold",
    "Holding",
    "ImportJob",
    "Imported",
    "IssueJob",
    "IssuedCopy",
    "JourneySummary",
    "LoggedChange",
    "PdfJob",
    "PrintOptions",
    "ReadJourney",
    "SearchHit",
    "Session",
    "StripeMark",
    "TouchedJourney",
    "YearNews",
    "itinerary_of",
]
