"""What moves, as the heading of a consequence and as the anchor of a tie."""

from __future__ import annotations

from collections.abc import Mapping

from planner.message import N_, Message
from planner.record.leg import Leg
from planner.record.money import Deposit
from planner.record.place import Place
from planner.record.stay import Stay
from planner.record.task import Task
from planner.record.thing import Thing
from planner.record.visa import Entry
from planner.schedule.names import called, leg_name


def name_of(thing: Thing | None, places: Mapping[str, Place]) -> Message:
    """What a thing is called: its own title, else what sort of thing it is."""
    match thing:
        case Stay():
            place = places.get(thing.place) if thing.place else None
            return N_("{what}", what=place.name) if place and place.name else N_("The nights")
        case Task():
            return N_("{what}", what=thing.title) if thing.title else N_("A task")
        case Deposit():
            return N_("{what}", what=thing.what) if thing.what else N_("Deposit")
        case Entry():
            return N_("Entry")
        case None:
            return N_("something that is not in the journey")
    return N_("{what}", what=called(thing, places))


def name_of_leg(leg: Leg, places: Mapping[str, Place]) -> Message:
    """A flight or train by its number and destination, a ride by the door it goes to."""
    return leg_name(leg, places.get(leg.destination) if leg.destination else None)
