"""What was worked out of the last few journeys, as they stood: an edit asks for the same more than once."""

from __future__ import annotations

from planner.itinerary.build import items_of
from planner.itinerary.item import Item
from planner.record.consent import Audience
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.reference.work_calendar import WorkCalendar
from planner.rules.check import check
from planner.rules.finding import Finding
from planner.session.days import Days

_REMEMBERED = 8


class Found:
    """Remembers by identity: a journey that was changed is another one, and so is other reference data."""

    def __init__(self) -> None:
        self._lately: list[tuple[Journey, Reference, Days, tuple[Finding, ...]]] = []
        self._items: list[tuple[Journey, WorkCalendar, Days, tuple[Item, ...]]] = []

    def of(self, journey: Journey, reference: Reference, today: Days) -> tuple[Finding, ...]:
        """The findings of ``journey`` on these days, accepted or not, the worst first."""
        for held, by, on, findings in self._lately:
            if held is journey and by is reference and on == today:
                return findings
        findings = check(journey, reference, today.there, today.at_office)
        self._lately = [(journey, reference, today, findings), *self._lately[: _REMEMBERED - 1]]
        return findings

    def items(self, journey: Journey, calendar: WorkCalendar, today: Days) -> tuple[Item, ...]:
        """All items of ``journey`` on these days in one order, as the agency sees them."""
        for held, by, on, items in self._items:
            if held is journey and by is calendar and on == today:
                return items
        items = items_of(
            journey, Audience.AGENCY, today=today.there, made_on=today.at_office, calendar=calendar
        )
        self._items = [(journey, calendar, today, items), *self._items[: _REMEMBERED - 1]]
        return items

    def forget(self) -> None:
        """Hold on to no journey any more."""
        self._lately.clear()
        self._items.clear()
