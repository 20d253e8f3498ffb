"""A mark: one dated thing of the record where it stands in time, on which lane, and how firm it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from planner.itinerary.item import Standing
from planner.message import NP_, Message
from planner.record.text import Text
from planner.record.when import When
from planner.schedule.dated_fields import Moment, day_of
from planner.schedule.permitted_stay import PermittedStay


class Lane(StrEnum):
    """The lanes, from the top down."""

    DOCUMENTS = "documents"
    STAY = "stay"
    TRAVEL = "travel"
    APPOINTMENTS = "appointments"
    COURSE = "course"
    MONEY = "money"
    TASKS = "tasks"


LANES: dict[Lane, Message] = {
    Lane.DOCUMENTS: NP_("lane", "Documents"),
    Lane.STAY: NP_("lane", "Visa and stay"),
    Lane.TRAVEL: NP_("lane", "Travel"),
    Lane.APPOINTMENTS: NP_("lane", "Appointments"),
    Lane.COURSE: NP_("lane", "Treatment"),
    Lane.MONEY: NP_("lane", "Money"),
    Lane.TASKS: NP_("lane", "Tasks"),
}


@dataclass(frozen=True, slots=True)
class Further:
    """Another date of the same thing, and what it is the date of."""

    name: Message
    on: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing in time.

    ``starts`` is the date of ``field``, by which the thing stands on its lane. ``ends`` is for what lasts:
    a moment, or a last day, included; ``None`` for what is done at one moment or on one day. ``is_limit``
    when ``starts`` is the last day for something rather than the day on which it happens. ``still`` says why
    the thing cannot be moved by hand, ``None`` when it can. ``stands_for`` are the ids of things whose
    findings belong here too. ``is_far`` for the end of a validity that may lie years away and does not
    stretch the journey. ``person`` is the traveller it concerns, where it concerns one alone. ``of`` is the
    id of the thing itself, where one thing has two marks. ``rank`` sets apart what a lane keeps in rows of
    its own: the stays of each traveller, in the order of the travellers.

    Of the permitted stay of one entry, ``starts`` is the entry, ``ends`` the last legal day, or the exit
    while no last day is known; ``left`` is the exit, planned or real, and ``permitted`` what is permitted.
    An extension's own stay begins on the day after the stay it makes longer. A stay that goes on under a
    granted extension has no exit of its own, unless that lies within it.
    """

    id: str
    kind: str
    lane: Lane
    field: str
    name: Message
    starts: Moment
    ends: Moment | None = None
    standing: Standing = Standing.TO_BE_CONFIRMED
    variant: StrEnum | None = None
    state: StrEnum | None = None
    is_limit: bool = False
    is_far: bool = False
    place: Text = Text()
    destination: Text = Text()
    person: str | Message = ""
    number: int | None = None
    still: Message | None = None
    stands_for: tuple[str, ...] = ()
    further: tuple[Further, ...] = ()
    left: When | None = None
    permitted: PermittedStay | None = None
    of: str = ""
    rank: int = 0

    @property
    def thing(self) -> str:
        """The id of the thing it is a mark of."""
        return self.of or self.id

    @property
    def first(self) -> dt.date:
        """The local date on which it begins."""
        return day_of(self.starts)

    @property
    def last(self) -> dt.date:
        """The local date on which it ends, that of its beginning for what does not last.

        A stay ends no earlier than whoever stays leaves.
        """
        ends = [day_of(one) for one in (self.ends, self.left) if one is not None and self.ends is not None]
        return max([self.first, *ends])

    @property
    def is_over(self) -> bool:
        """Whether nothing more is to be done about it."""
        return self.standing in (Standing.DONE, Standing.MISSED, Standing.CANCELLED)

    def is_late(self, today: dt.date) -> bool:
        """Whether its last day has passed and it is not done; ``today`` is that of the office."""
        return self.is_limit and not self.is_over and self.first < today


def further(*dates: tuple[Message, Moment | None]) -> tuple[Further, ...]:
    """The dates that are known, in the order given."""
    return tuple(Further(name, on) for name, on in dates if on is not None)
