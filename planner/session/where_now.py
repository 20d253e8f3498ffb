"""Where the patient is: the house of the night that begins on a day, or that they are on the way."""

from __future__ import annotations

import datetime as dt

from planner.itinerary.edition import edition
from planner.itinerary.item import Words
from planner.itinerary.nights import nights_of
from planner.record.consent import Audience
from planner.record.journey import Journey


def where_on(journey: Journey, day: dt.date) -> Words | None:
    """The house in which the patient spends the night that begins on ``day`` (where the treatment is).

    ``None`` where the record knows of no night: before the journey, after it, or in a gap of it.
    """
    nights = nights_of(edition(journey, Audience.AGENCY, today=day))
    place = nights.place(day)
    return place.name if place is not None else nights.words(day)
