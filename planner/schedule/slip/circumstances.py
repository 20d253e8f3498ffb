"""What consequences are weighed against: the journey, its calendars, the moment, and what is already past."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from planner.message import N_, Message
from planner.record.booking import Booking, BookingState
from planner.record.contact import Contact
from planner.record.course import Course
from planner.record.journey import Journey
from planner.record.place import Place
from planner.record.traveller import Traveller
from planner.record.when import When
from planner.reference.day_labels import holiday_name
from planner.reference.reference import Reference
from planner.reference.region import region_of
from planner.schedule.dated_fields import Moment, has_passed
from planner.schedule.outline import Outline
from planner.schedule.tie_date import AnchorDates
from planner.schedule.treatment_days import TreatmentDays

#: What somebody outside has been promised and must be asked about before it changes.
PROMISED = (BookingState.HELD, BookingState.BOOKED, BookingState.CONFIRMED, BookingState.CHANGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """One slip of one course: what stands, what is known of the world, and what time it is.

    ``before`` and ``after`` are the dates that ties are counted from, as they stand and as they would be;
    ``days`` are the treatment days of the course's centre, without those that the machine is down.
    """

    outline: Outline
    course: Course
    reference: Reference
    now: dt.datetime
    before: AnchorDates
    after: AnchorDates
    days: TreatmentDays

    @property
    def journey(self) -> Journey:
        return self.outline.journey

    @property
    def places(self) -> Mapping[str, Place]:
        return self.outline.places

    @property
    def contacts(self) -> Mapping[str, Contact]:
        return self.outline.contacts

    @property
    def travellers(self) -> Mapping[str, Traveller]:
        return self.outline.travellers

    @property
    def today(self) -> dt.date:
        """The day it is where the treatment is."""
        return self.now.astimezone(ZoneInfo(self.journey.zone)).date()

    def doubts(self, old: Moment, new: Moment | None) -> tuple[Message, ...]:
        """What a person must settle about any date that moves from ``old`` to ``new``."""
        if new is None:
            return (N_("Set the date yourself, or call it off."),)
        found = []
        if has_passed(old, self.now):
            found.append(
                N_("Its time, {old}, has passed. If it took place, leave it and mark it as done.", old=old)
            )
        if has_passed(new, self.now):
            found.append(N_("{new} has passed.", new=new))
        if isinstance(new, When) and new.is_skipped:
            found.append(N_("Clocks there skip {new}, because summer time begins.", new=new))
        return tuple(found)

    def closed_words(self, date: dt.date, place_id: str | None) -> tuple[Message, ...]:
        """That a place is closed on ``date`` by its public calendar, unless the centre treats that day."""
        place = self.places.get(place_id) if place_id else None
        if place is None or not place.country:
            return ()
        status = self.reference.calendars.of(region_of(place.country, place.subdivision)).status(date)
        if status.is_working or self.days.day(date).is_open:
            return ()
        if status.name:
            return (
                N_(
                    "{date} is a day off there ({holiday}); ask whether it is possible.",
                    date=date,
                    holiday=holiday_name(status.name),
                ),
            )
        return (N_("{date} is a weekend day there; ask whether it is possible.", date=date),)

    def is_promised(self, booking: Booking) -> bool:
        """Whether somebody must be asked before a booking changes."""
        return booking.state in PROMISED

    def free_cancel_over(self, booking: Booking) -> bool:
        """Whether the last moment to cancel free of charge has passed; not while the record says none."""
        until = booking.free_cancel_until
        return until is not None and has_passed(until, self.now)
