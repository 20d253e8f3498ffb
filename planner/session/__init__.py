"""The one door to the record: open, read, run an edit, undo, redo, check, export, and hear of changes.

What is asked for here is loaded when it is asked for: a command that prints a journey file needs no store.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planner.itinerary.disclosure import Leaving
    from planner.itinerary.ledger import Hold, Holding
    from planner.rules.caseload import CaseloadFinding
    from planner.session.agency_limits import Limit, unit_name
    from planner.session.calendars import CalendarNews, TouchedJourney, YearNews
    from planner.session.caseload import Agenda, Caseload
    from planner.session.changed import Changed
    from planner.session.copies import Copies
    from planner.session.drafts import Drafts, values_from_json, values_to_json
    from planner.session.erasure import Certificate, ErasurePreview, OverwriteJob
    from planner.session.event_words import Names, sentence
    from planner.session.finding_words import NamedThing, Sought, named_things, searchable, where_found
    from planner.session.importing import Imported, ImportJob, ReadJourney
    from planner.session.issuing import IssuedCopy, IssueJob
    from planner.session.output import CalendarJob, FileJob, PdfJob, PrintOptions, itinerary_of
    from planner.session.person_export import NOT_ENCRYPTED, PersonExportJob
    from planner.session.person_report import PersonReport, ReportLine
    from planner.session.retention import Due, Review
    from planner.session.session import Session
    from planner.store.caseload_lines import CaseloadLine, LineContent, LineKind
    from planner.store.change_log import LoggedChange
    from planner.store.draft_store import Draft
    from planner.store.event import EventKind, LoggedEvent
    from planner.store.event_check import LogCheck
    from planner.store.journey_summary import JourneySummary, StripeMark
    from planner.store.search_index import HitKind, HitWhere, SearchHit

__all__ = [
    "NOT_ENCRYPTED",
    "Agenda",
    "CalendarJob",
    "CalendarNews",
    "Caseload",
    "CaseloadFinding",
    "CaseloadLine",
    "Certificate",
    "Changed",
    "Copies",
    "Draft",
    "Drafts",
    "Due",
    "ErasurePreview",
    "EventKind",
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
    "Leaving",
    "Limit",
    "LineContent",
    "LineKind",
    "LogCheck",
    "LoggedChange",
    "LoggedEvent",
    "NamedThing",
    "Names",
    "OverwriteJob",
    "PdfJob",
    "PersonExportJob",
    "PersonReport",
    "PrintOptions",
    "ReadJourney",
    "ReportLine",
    "Review",
    "SearchHit",
    "Session",
    "Sought",
    "StripeMark",
    "TouchedJourney",
    "YearNews",
    "itinerary_of",
    "named_things",
    "searchable",
    "sentence",
    "unit_name",
    "values_from_json",
    "values_to_json",
    "where_found",
]

_HOMES = {
    "Agenda": "planner.session.caseload",
    "CalendarJob": "planner.session.output",
    "CalendarNews": "planner.session.calendars",
    "Caseload": "planner.session.caseload",
    "CaseloadFinding": "planner.rules.caseload",
    "CaseloadLine": "planner.store.caseload_lines",
    "Certificate": "planner.session.erasure",
    "Changed": "planner.session.changed",
    "Copies": "planner.session.copies",
    "Draft": "planner.store.draft_store",
    "Drafts": "planner.session.drafts",
    "Due": "planner.session.retention",
    "ErasurePreview": "planner.session.erasure",
    "EventKind": "planner.store.event",
    "FileJob": "planner.session.output",
    "HitKind": "planner.store.search_index",
    "HitWhere": "planner.store.search_index",
    "Hold": "planner.itinerary.ledger",
    "Holding": "planner.itinerary.ledger",
    "ImportJob": "planner.session.importing",
    "Imported": "planner.session.importing",
    "IssueJob": "planner.session.issuing",
    "IssuedCopy": "planner.session.issuing",
    "JourneySummary": "planner.store.journey_summary",
    "Leaving": "planner.itinerary.disclosure",
    "Limit": "planner.session.agency_limits",
    "LineContent": "planner.store.caseload_lines",
    "LineKind": "planner.store.caseload_lines",
    "LogCheck": "planner.store.event_check",
    "LoggedChange": "planner.store.change_log",
    "LoggedEvent": "planner.store.event",
    "NOT_ENCRYPTED": "planner.session.person_export",
    "NamedThing": "planner.session.finding_words",
    "Names": "planner.session.event_words",
    "OverwriteJob": "planner.session.erasure",
    "PdfJob": "planner.session.output",
    "PersonExportJob": "planner.session.person_export",
    "PersonReport": "planner.session.person_report",
    "PrintOptions": "planner.session.output",
    "ReadJourney": "planner.session.importing",
    "ReportLine": "planner.session.person_report",
    "Review": "planner.session.retention",
    "SearchHit": "planner.store.search_index",
    "Session": "planner.session.session",
    "Sought": "planner.session.finding_words",
    "StripeMark": "planner.store.journey_summary",
    "TouchedJourney": "planner.session.calendars",
    "YearNews": "planner.session.calendars",
    "itinerary_of": "planner.session.output",
    "named_things": "planner.session.finding_words",
    "searchable": "planner.session.finding_words",
    "sentence": "planner.session.event_words",
    "unit_name": "planner.session.agency_limits",
    "values_from_json": "planner.session.drafts",
    "values_to_json": "planner.session.drafts",
    "where_found": "planner.session.finding_words",
}


def __getattr__(name: str) -> Any:
    """A name of ``__all__``, from the module it is defined in (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(importlib.import_module(_HOMES[name]), name)
    return value
