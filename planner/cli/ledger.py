"""``planner ledger``: which revisions were issued and who holds them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli.dates import iso_date
from planner.cli.outfile import write_file
from planner.cli.source import journey_argument, open_record
from planner.cli.terminal import Terminal, json_option, pass_terminal, print_json
from planner.errors import InputError
from planner.message import N_, Message

if TYPE_CHECKING:
    from planner.record.issue import Issue
    from planner.record.journey import Journey
    from planner.session import Holding


@click.command()
@journey_argument
@click.option(
    "--given-back",
    nargs=2,
    type=(int, str),
    multiple=True,
    metavar="REVISION NAME",
    help="Enter that NAME gave this revision back.",
)
@click.option("--pdf", type=int, metavar="REVISION", help="Write the paper of this revision to -o FILE.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.pdf")
@click.option("--on", type=iso_date, metavar="DATE", help="The day it was given back, if not today.")
@json_option
@pass_terminal
def ledger(
    terminal: Terminal,
    *,
    journey: str,
    given_back: tuple[tuple[int, str], ...],
    pdf: int | None,
    output: Path | None,
    on: dt.date | None,
    as_json: bool,
) -> None:
    """List the issued revisions of JOURNEY, which is in the record, newest first, and who holds each."""
    if (pdf is None) != (output is None):
        raise click.UsageError("--pdf and -o belong together: which revision, and where to.")
    with open_record(terminal) as session:
        for revision, name in given_back:
            from planner.edits.issuing import give_back
            from planner.record.text import same

            found = session.journey(journey)
            day = on or session.today(found.zone)
            session.run(give_back(found, _id(found, revision), same(name), day))
        if pdf is not None and output is not None:
            write_file(output, session.copies.pdf(journey, pdf))
        found, lines = session.journey(journey), session.copies.ledger(journey)
    if as_json:
        issues = sorted(found.issues, key=lambda issue: issue.revision, reverse=True)
        holders = {issue.id: [line for line in lines if line.issue.id == issue.id] for issue in issues}
        print_json({"issues": [issue_json(issue, holders[issue.id]) for issue in issues]})
        return
    for line in lines:
        issue, name = line.issue, terminal.words(Message("{name}", {"name": line.holder.name}))
        columns = (str(issue.revision), issue.issued.date.isoformat(), issue.audience.value, name)
        click.echo("  ".join((*columns, terminal.words(_standing(line)))))


def issue_json(issue: Issue, lines: list[Holding] | None = None) -> dict[str, Any]:
    """An issue as JSON; with ``lines`` of the ledger, each holder says how good the paper is."""
    holders: list[dict[str, Any]] = [
        {
            "name": dict(holder.name.wording),
            "given_on": holder.given_on.isoformat() if holder.given_on else None,
            "returned_on": holder.returned_on.isoformat() if holder.returned_on else None,
        }
        for holder in issue.holders
    ]
    for holder, line in zip(holders, lines or (), strict=False):
        holder["hold"] = line.hold.value
    return {
        "id": issue.id,
        "revision": issue.revision,
        "issued": issue.issued.date.isoformat(),
        "audience": issue.audience.value,
        "reader": issue.reader,
        "recipient": issue.recipient or None,
        "replaces": issue.replaces,
        "sha256": issue.sha256,
        "holders": holders,
    }


def _standing(line: Holding) -> Message:
    from planner.itinerary.ledger import Hold

    match line.hold:
        case Hold.CURRENT:
            return N_("has the newest")
        case Hold.OUTDATED:
            return N_("needs revision {number}", number=line.newest)
        case Hold.REPLACED:
            return N_("has a newer one")
        case Hold.RETURNED:
            return N_("given back")


def _id(journey: Journey, revision: int) -> str:
    for issue in journey.issues:
        if issue.revision == revision:
            return issue.id
    raise InputError(N_("There is no revision {number} of this journey.", number=revision))
