"""On which days a centre treats: its policy, dated because a centre changes it, with its own closures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from planner.record.text import Text


class TreatmentDayKind(StrEnum):
    """The habit of a centre, by which most of its days are decided (domain facts 8.2)."""

    WEEKDAYS = "weekdays"  # Monday to Friday, holidays or not
    OFFICIAL = "official"  # as offices: closed on official days off, treats on make-up workdays (调休)
    OFFICIAL_NO_WEEKENDS = "official-no-weekends"  # closed on official days off, never treats at weekends
    STATUTORY = "statutory"  # Monday to Friday, closed on statutory holidays only
    SIX_DAY = "six-day"  # Monday to Saturday, closed on statutory holidays only
    CUSTOM = "custom"  # its own weekdays, with holidays as it says


class HolidayClosing(StrEnum):
    """Which days of the public calendar close a centre with a custom policy."""

    NONE = "none"
    STATUTORY = "statutory"
    OFFICIAL = "official"  # every announced day off, bridging days included


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceDay:
    """A day kept for maintenance: ``first``, and each ``every_weeks`` weeks after it."""

    first: dt.date
    every_weeks: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineDown:
    """No treatment from ``first`` to ``last``, both included."""

    first: dt.date
    last: dt.date
    reason: Text = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class DayException:
    """What the centre said of one date; it outweighs everything else."""

    date: dt.date
    treats: bool
    reason: Text = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedPolicy:
    """A policy in force from ``valid_from`` (included; ``None``: always) until the next one begins.

    ``weekdays`` (ISO, 1 Monday … 7 Sunday), ``holidays`` and ``treats_on_makeup_workdays`` are read only
    when ``kind`` is custom; the rest holds for every kind. What decides a date, first match first:
    ``exceptions``, ``machine_down``, ``closed_days``, ``extra_days``, ``service_day``, then ``kind``.
    ``source`` says who stated it and where; ``checked_on`` when somebody last asked the centre.
    """

    valid_from: dt.date | None = None
    kind: TreatmentDayKind = TreatmentDayKind.OFFICIAL
    weekdays: tuple[int, ...] = ()
    holidays: HolidayClosing = HolidayClosing.NONE
    treats_on_makeup_workdays: bool = False
    closed_days: tuple[dt.date, ...] = ()
    extra_days: tuple[dt.date, ...] = ()
    service_day: ServiceDay | None = None
    machine_down: tuple[MachineDown, ...] = ()
    exceptions: tuple[DayException, ...] = ()
    source: Text = Text()
    checked_on: dt.date | None = None
