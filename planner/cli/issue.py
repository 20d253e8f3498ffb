"""``planner issue``: a numbered revision of the itinerary, frozen in the record and handed to somebody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli.copy_options import copy_options
from planner.cli.ledger import issue_json
from planner.cli.outfile import write_file
from planner.cli.source import journey_argument, open_record
from planner.cli.terminal import Terminal, json_option, pass_terminal, print_json
from planner.message import N_, NN_, Message

if TYPE_CHECKING:
    from planner.session import IssuedCopy, PrintOptions


@click.command()
@journey_argument
@copy_options(on_paper=True)
@click.option("--to", "names", multiple=True, required=True, metavar="NAME", help="Who receives it.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.pdf",
    help="Write it too.",
)
@json_option
@pass_terminal
def issue(
    terminal: Terminal,
    *,
    journey: str,
    names: tuple[str, ...],
    options: PrintOptions,
    output: Path | None,
    as_json: bool,
) -> None:
    """Issue the next revision of the itinerary of JOURNEY, which is in the record, to those named.

    The PDF, its SHA-256 and the journey as it stands are kept; the paper says what changed since the last
    revision of the same copy.
    """
    from planner.record.text import same

    with open_record(terminal) as session:
        job = session.copies.job(journey, options, recipients=[same(name.strip()) for name in names])
        made = job.run()
        issued = session.copies.record(made)
    if output is not None:  # only what is on the record leaves it; `planner ledger --pdf` writes it again
        write_file(output, made.pdf)
    if as_json:
        print_json({**issue_json(issued), **_changes(made), "file": str(output) if output else None})
        return
    terminal.say(N_("Revision {number} was issued to {names}.", number=issued.revision, names=list(names)))
    if (before := made.itinerary.changed_since) is not None:
        terminal.say(_changed(len(made.itinerary.changes), before))
    if output is not None:
        click.echo(str(output))


def _changed(count: int, before: int) -> Message:
    if not count:
        return N_("Nothing has changed since revision {number}.", number=before)
    return NN_(
        "{count} thing changed since revision {number}.",
        "{count} things changed since revision {number}.",
        count,
        number=before,
    )


def _changes(made: IssuedCopy) -> dict[str, Any]:
    told = made.itinerary
    return {
        "changed_since": told.changed_since,
        "changes": [
            {"kind": change.kind.value, "item": change.item.key, "on": change.item.on.isoformat()}
            for change in told.changes
        ],
    }
