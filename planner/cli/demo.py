"""``planner demo``: a throwaway encrypted record with the sample journey, and everything made from it."""

from __future__ import annotations

from pathlib import Path

import click

from planner.cli.outfile import write_file
from planner.cli.source import SAMPLE
from planner.cli.terminal import Terminal, json_option, pass_terminal, print_json
from planner.message import N_, Message
from planner.record.consent import Audience


@click.command()
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("planner-demo"),
    show_default=True,
    metavar="DIR",
    help="Where to put what is made.",
)
@json_option
@pass_terminal
def demo(terminal: Terminal, out: Path, as_json: bool) -> None:
    """Check the sample journey and make its itineraries, calendar and journey file in DIR."""
    from planner.cli.check import finding_document, print_findings
    from planner.session import PrintOptions, Session

    made: list[tuple[Path, Message]] = []

    def put(name: str, what: Message, data: bytes) -> None:
        write_file(out / name, data)
        made.append((out / name, what))

    terminal.say(N_("Making a throwaway record and importing the sample journey …"))
    with Session.sample() as session:
        patient, driver = PrintOptions(), PrintOptions(audience=Audience.DRIVER)
        put(
            "itinerary-patient.pdf",
            N_("the patient’s itinerary, English and Chinese"),
            session.pdf_job(SAMPLE, patient).run(),
        )
        put(
            "itinerary-driver.pdf",
            N_("the driver’s copy, without anything a driver need not know"),
            session.pdf_job(SAMPLE, driver).run(),
        )
        put(
            "itinerary.ics",
            N_("the calendar, for a telephone"),
            session.calendar_job(SAMPLE, patient).run(),
        )
        put(
            "sample.journey.json",
            N_("the whole journey in the open format"),
            session.file_job(SAMPLE).run(),
        )
        findings = session.open_findings(SAMPLE)
    if as_json:
        told = [finding_document(terminal, finding) for finding in findings]
        print_json({"files": [str(path) for path, _ in made], "findings": told})
        return
    print_findings(terminal, findings)
    for path, what in made:
        click.echo(f"{path}  {terminal.words(what)}")
