"""Which day it is: at the office, for what is done there, and where the treatment is, for what happens there.

Between Zurich and China the evening of one is the morning after of the other. What somebody at the office
must see to (tasks, documents, payments, steps of an application) is late when the day is over at the
office, and the date of a paper is that of whoever issues it; sessions, appointments and the permitted stay
follow the calendar of the place. Everybody who asks gets both days from here, so that no page calls late
what another still asks for today.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple
from zoneinfo import ZoneInfo

from planner.record.journey import Journey
from planner.record.when import When


class Days(NamedTuple):
    """The day it is ``there``, where the treatment is, and ``at_office``."""

    there: dt.date
    at_office: dt.date


def office_zone(journey: Journey) -> str:
    """The zone of the agency; that of the country of treatment while the agency's is not known."""
    return journey.agency.zone or journey.zone


def days_of(journey: Journey, now: dt.datetime) -> Days:
    """Which day it is for ``journey`` at ``now``, zone-aware."""
    there = now.astimezone(ZoneInfo(journey.zone)).date()
    return Days(there, now.astimezone(ZoneInfo(office_zone(journey))).date())


def clock_of(zone: str, at: dt.datetime) -> When:
    """What calendars and clocks in ``zone`` show at ``at``, zone-aware: to tell a moment by one zone."""
    there = at.astimezone(ZoneInfo(zone))
    return When(date=there.date(), time=there.time().replace(fold=0), zone=zone, fold=there.fold)
