"""``planner ics``: the calendar of one journey, for a telephone or a calendar program."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.copy_options import copy_options
from planner.cli.dates import iso_date
from planner.cli.outfile import write_file
from planner.cli.source import days_in, journey_and_reference, journey_argument, moment
from planner.cli.terminal import Terminal, pass_terminal

if TYPE_CHECKING:
    from planner.session import PrintOptions


@click.command()
@journey_argument
@copy_options(on_paper=False)
@click.option("--today", type=iso_date, metavar="DATE", help="The day it is made, if not today.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="FILE.ics"
)
@pass_terminal
def ics(terminal: Terminal, journey: str, options: PrintOptions, today: dt.date | None, output: Path) -> None:
    """Write the calendar of JOURNEY to an iCalendar file."""
    from planner.session import CalendarJob, itinerary_of

    found, reference = journey_and_reference(terminal, journey, leaving=options)
    there, made_on = days_in(found, today)
    made = itinerary_of(found, options, there, reference, made_on=made_on)
    write_file(output, CalendarJob.prepare(found, made, moment(today)).run())
    click.echo(str(output))
