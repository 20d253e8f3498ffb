"""Calendars given to a command as files: how they are asked for, and read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from planner.reference.calendar_year import CalendarYear

CALENDAR_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)

#: ``--calendar``, as often as one likes; the command gets ``calendars``.
calendars_option = click.option(
    "--calendar",
    "calendars",
    type=CALENDAR_FILE,
    multiple=True,
    metavar="FILE",
    help="A calendar that adds to or overrides those known: holiday-cn JSON or .ics.",
)


def read_calendars(files: Sequence[Path]) -> tuple[CalendarYear, ...]:
    """The years in all ``files``, to be laid over those known.

    Raises: InputError naming the file that is no calendar.
    """
    if not files:
        return ()
    from planner.session.calendars import read_calendar_file

    return tuple(year for file in files for year in read_calendar_file(file, dt.date.today()))
