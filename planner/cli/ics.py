"""``planner ics``: the calendar of one journey, for a telephone or a calendar program."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from planner.cli.dates import iso_date
from planner.cli.languages import languages_option
from planner.cli.outfile import write_file
from planner.cli.source import days_in, journey_and_reference, journey_argument, now
from planner.cli.terminal import Terminal, pass_terminal
from planner.record.consent import Audience


@click.command()
@journey_argument
@languages_option
@click.option(
    "--audience",
    type=click.Choice([audience.value for audience in Audience]),
    default=Audience.PATIENT.value,
    show_default=True,
    help="Whose calendar: it holds only what its reader may see.",
)
@click.option("--recipient", default="", metavar="ID", help="The driver, hotel or hospital it is for.")
@click.option("--reader", default="", metavar="ID", help="The companion whose copy it is.")
@click.option("--today", type=iso_date, metavar="DATE", help="The day it is made, if not today.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="FILE.ics"
)
@pass_terminal
def ics(
    terminal: Terminal,
    journey: str,
    lang: tuple[str, ...],
    audience: str,
    recipient: str,
    reader: str,
    today: dt.date | None,
    output: Path,
) -> None:
    """Write the calendar of JOURNEY to an iCalendar file."""
    from planner.session import CalendarJob, PrintOptions, itinerary_of

    options = PrintOptions(audience=Audience(audience), languages=lang, recipient=recipient, reader=reader)
    found, reference = journey_and_reference(terminal, journey, leaving=options)
    there, made_on = days_in(found, today)
    made = itinerary_of(found, options, there, reference, made_on=made_on)
    stamped = dt.datetime.combine(made_on, dt.time(0), dt.UTC) if today else now()
    write_file(output, CalendarJob.prepare(found, made, stamped).run())
    click.echo(str(output))
