"""How one dated thing hangs on another: "on fraction 5", "2 days after the last", "7 days before arrival"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from planner.record.ids import CourseId


class Anchor(StrEnum):
    """The date a tie starts from."""

    OPENED = "opened"  # the day the journey was opened
    BOARD = "board"  # the first MDT board
    ARRIVAL = "arrival"  # the patient's first entry into the country of treatment
    FIRST_FRACTION = "first-fraction"
    FRACTION = "fraction"  # the session in which fraction ``number`` is or will be delivered
    LAST_FRACTION = "last-fraction"
    DEPARTURE = "departure"  # the patient's departure from the country of treatment
    THING = "thing"  # the date of another thing of the journey


class DayCounting(StrEnum):
    """Which days a tie counts."""

    CALENDAR = "calendar-days"
    WORKING = "working-days"  # of the official calendar where the centre is
    TREATMENT = "treatment-days"  # of the course's centre


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A date relative to another: ``days`` (negative: before) counted from the anchor, in the anchor's zone.

    Entered by a person or laid by a template; the program never infers a tie from a name. ``number`` is
    the fraction's for ``FRACTION``; ``course`` says whose when there are several; ``thing`` is the id of
    the anchor for ``THING``. With 0 working or treatment days, the next such day on or after the anchor.
    """

    anchor: Anchor
    days: int = 0
    counting: DayCounting = DayCounting.CALENDAR
    number: int | None = None
    course: CourseId | None = None
    thing: str | None = None
