"""``planner import``: take journey files into the record."""

from __future__ import annotations

from pathlib import Path

import click

from planner.cli.source import open_record
from planner.cli.terminal import Terminal, json_option, pass_terminal, print_json
from planner.message import N_


@click.command("import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="FILE..."
)
@click.option("--dry-run", is_flag=True, help="Read and check the files; change nothing.")
@json_option
@pass_terminal
def import_(terminal: Terminal, files: tuple[Path, ...], dry_run: bool, as_json: bool) -> None:
    """Take journey files into the record. Every file is read before the first is taken in."""
    from planner.imports.journey_file import open_file

    read = [open_file(path) for path in files]
    journeys = [file.journey for file in read]
    if not dry_run:
        with open_record(terminal) as session:
            for path in files:
                imported = session.import_file(path)
                for name in imported.kept:
                    terminal.say(
                        N_(
                            "{entry} differs in {file}; the record keeps its own entry.",
                            entry=name,
                            file=path.name,
                        )
                    )
    if as_json:
        print_json({"journeys": [journey.id for journey in journeys], "imported": not dry_run})
        return
    for journey in journeys:
        click.echo(f"{journey.id}  {journey.patient.full_name if journey.patient else ''}".rstrip())
