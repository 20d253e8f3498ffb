"""What a section of the journey page is made of, as plain values: rows, facts, a course.

They are in no language yet; ``ui.journey.section_card`` words and draws them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from planner.itinerary.item import CoursePlan
from planner.message import Message
from planner.record.money import Money
from planner.record.text import Text
from planner.record.when import When
from ui.theme.tokens import Tone


@dataclass(frozen=True, slots=True)
class WholeDate:
    """A date told with its weekday and year however near or far, so that several read alike."""

    day: dt.date


Content = Message | Text | str | int | Decimal | dt.date | WholeDate | When | Money
State = tuple[Message, Tone]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a list. ``on`` is its day; ``starts`` its moment, ``home`` the same at home, if known.

    ``is_limit`` reads the day as "by". ``folded`` rows are shown only when asked for; ``faded`` are over.
    ``subject`` is the id of the thing whose form the row opens. ``tick`` puts a box before it that says
    whether it is done. ``amount`` stands under those of the other rows.
    """

    title: Content
    on: dt.date | None = None
    starts: When | None = None
    home: When | None = None
    is_limit: bool = False
    details: tuple[Content, ...] = ()
    notes: tuple[Content, ...] = ()
    warnings: tuple[Content, ...] = ()
    state: State | None = None
    icon: str = ""
    icon_tone: Tone | None = None
    folded: bool = False
    faded: bool = False
    subject: str = ""
    tick: bool | None = None
    amount: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedFact:
    """A label and what stands beside it; ``tone`` marks one that matters."""

    label: Message
    value: tuple[Content, ...]
    tone: Tone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Facts about one person or thing, under its name; in ``columns`` where there is room for them.

    ``subject`` is the id of the thing whose form its name opens.
    """

    title: Content
    subtitle: Content = ""
    state: State | None = None
    facts: tuple[NamedFact, ...] = ()
    columns: int = 2
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A list of rows under an optional heading; ``more`` names the folded ones ("{count} rides")."""

    heading: Message | None = None
    rows: tuple[Row, ...] = ()
    more: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessions:
    """A course with its calendar of sessions.

    ``ids`` leads from the number and the day of a session to its thing.
    """

    plan: CoursePlan
    today: dt.date
    ids: tuple[tuple[int, dt.date, str], ...] = ()


Block = Facts | Rows | Sessions
"""One part of a section."""


def fact(label: Message, *value: Content | None, tone: Tone | None = None) -> tuple[NamedFact, ...]:
    """The fact, or nothing when nothing is known; made to be spliced into a tuple."""
    known = tuple(part for part in value if part is not None and part != "" and part != Text())
    return (NamedFact(label=label, value=known, tone=tone),) if known else ()
