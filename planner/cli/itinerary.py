"""``planner itinerary``: the printed itinerary of one journey for one audience."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from planner.cli.dates import iso_date
from planner.cli.languages import languages_option
from planner.cli.outfile import write_file
from planner.cli.source import days_in, for_paper, journey_argument, now
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
    help="Whose copy: it holds only what its reader may see.",
)
@click.option("--paper", type=click.Choice(["A4", "A5", "Letter"]), default="A4", show_default=True)
@click.option("--large-print", is_flag=True, help="Text of 18 points.")
@click.option("--recipient", default="", metavar="ID", help="The driver, hotel or hospital it is for.")
@click.option("--reader", default="", metavar="ID", help="The companion whose copy it is.")
@click.option("--today", type=iso_date, metavar="DATE", help="The day it is made, if not today.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="FILE.pdf"
)
@pass_terminal
def itinerary(
    terminal: Terminal,
    journey: str,
    lang: tuple[str, ...],
    audience: str,
    paper: str,
    large_print: bool,
    recipient: str,
    reader: str,
    today: dt.date | None,
    output: Path,
) -> None:
    """Print the itinerary of JOURNEY to a PDF file."""
    from planner.session import PdfJob, PrintOptions, itinerary_of

    options = PrintOptions(
        audience=Audience(audience),
        languages=lang,
        paper=paper,
        large_print=large_print,
        recipient=recipient,
        reader=reader,
    )
    found, reference, logo = for_paper(terminal, journey, leaving=options)
    there, made_on = days_in(found, today)
    made = itinerary_of(found, options, there, reference, made_on=made_on)
    stamped = dt.datetime.combine(made_on, dt.time(0), dt.UTC) if today else now()
    write_file(output, PdfJob.prepare(found, made, options, stamped, logo=logo).run())
    click.echo(str(output))
