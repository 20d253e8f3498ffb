"""The calendar file (iCalendar, RFC 5545) of an itinerary, for telephones and calendar programs."""

from planner.export.ics.calendar import itinerary_ics

__all__ = ["itinerary_ics"]
