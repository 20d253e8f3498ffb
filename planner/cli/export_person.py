"""``planner export-person``: everything about one person, for them to keep."""

from __future__ import annotations

from pathlib import Path

import click

from planner.cli.source import journey_argument, open_record
from planner.cli.terminal import Terminal, pass_terminal


@click.command()
@journey_argument
@click.option("--person", default="", metavar="ID", help="A traveller of the journey, if not the patient.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FOLDER|FILE.zip",
    help="A new folder, or a new zip file.",
)
@pass_terminal
def export_person(terminal: Terminal, journey: str, person: str, output: Path) -> None:
    """Write everything about the patient of JOURNEY, which is in the record, or about another traveller.

    The journey, every copy handed out, attached files, and who did what with the data. It is not encrypted.
    """
    from planner.session import NOT_ENCRYPTED

    with open_record(terminal) as session:
        made = session.exports.job(journey, person).run(output, terminal.translator())
        session.exports.enter(journey, person)
    terminal.say(NOT_ENCRYPTED)
    click.echo(str(made))
