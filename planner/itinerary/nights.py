"""Where each night of the journey is spent: in a house, or on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from planner.itinerary.edition import Edition
from planner.itinerary.item import PlaceLine
from planner.itinerary.places import place_line
from planner.itinerary.small_hours import evening_of, is_small_hours
from planner.message import N_, Message
from planner.record.leg import Leg
from planner.record.stay import Stay, StayKind
from planner.record.text import same


@dataclass(frozen=True, slots=True)
class Nights:
    """The reader's nights.

    ``overnight`` are the legs that arrive on a later date than they leave on, by the latter; ``early`` those
    that leave in the small hours, by the date of the evening before.
    """

    edition: Edition
    stays: tuple[tuple[dt.date, dt.date, Stay], ...]
    overnight: Mapping[dt.date, Leg]
    early: Mapping[dt.date, Leg]

    def place(self, day: dt.date) -> PlaceLine | None:
        """The house of the night that begins on ``day``; a ward before a room kept meanwhile."""
        if day in self.overnight:
            return None
        here = [
            (stay.kind is StayKind.WARD, since, stay)
            for since, until, stay in self.stays
            if since <= day < until
        ]
        if not here:
            return None
        stay = max(here, key=lambda one: one[:2])[2]
        return place_line(self.edition, stay.place, same(stay.room))

    def words(self, day: dt.date) -> Message | None:
        """That the night that begins on ``day`` is spent on the way, ``None`` if it is spent in a house."""
        leg = self.overnight.get(day)
        if leg is None and self.place(day) is None:
            leg = self.early.get(day)
        if leg is None:
            return None
        return N_("On the way: {number}", number=leg.number) if leg.number else N_("On the way")


def nights_of(edition: Edition) -> Nights:
    """The nights of an edition's reader."""
    stays = tuple(
        (stay.arrives.date, stay.leaves.date, stay)
        for stay in edition.stays
        if stay.arrives is not None and stay.leaves is not None
    )
    overnight, early = {}, {}
    for leg in edition.legs:
        if leg.departs is None:
            continue
        if leg.arrives is not None and leg.arrives.date > leg.departs.date:
            overnight[leg.departs.date] = leg
        if is_small_hours(leg.departs):
            early[evening_of(leg.departs)] = leg
    return Nights(edition, stays, overnight, early)
