"""``planner retention``: which journeys are to be decided about, and deciding."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from planner.cli.dates import iso_date
from planner.cli.source import open_record
from planner.cli.terminal import FINDINGS, FINE, Terminal, json_option, pass_terminal, print_json
from planner.message import N_, Message

if TYPE_CHECKING:
    from planner.session import Review


@click.command()
@click.argument("journey", required=False)
@click.option("--until", type=iso_date, metavar="DATE", help="Keep JOURNEY up to this day, included.")
@click.option("--reason", metavar="WORDS", help="Why it is kept until then.")
@click.option("--all", "everything", is_flag=True, help="List also those that nothing is asked about.")
@json_option
@pass_terminal
def retention(
    terminal: Terminal,
    journey: str | None,
    until: dt.date | None,
    reason: str | None,
    everything: bool,
    as_json: bool,
) -> int:
    """List the journeys whose time is up, near, or undecided; with --until decide about JOURNEY.

    Exit status 1 when there are any to decide about.
    """
    from planner.record.text import same

    if (journey is None) != (until is None) or (reason is not None and until is None):
        raise click.UsageError("Deciding takes JOURNEY and --until, and may take --reason.")
    with open_record(terminal) as session:
        if journey is not None:
            session.retention.keep_until(journey, until, same(reason) if reason is not None else None)
        found = session.retention.review(everything=everything)
    if as_json:
        print_json({"journeys": [_json(terminal, one) for one in found]})
    else:
        for one in found:
            kept = one.keeping
            columns = (kept.journey, kept.patient_name, kept.reference, terminal.words(_words(one)))
            click.echo("  ".join(part for part in columns if part))
    return FINDINGS if any(one.is_asked for one in found) else FINE


def _json(terminal: Terminal, one: Review) -> dict[str, object]:
    kept = one.keeping
    return {
        "id": kept.journey,
        "patient": kept.patient_name,
        "reference": kept.reference,
        "state": kept.state.value,
        "due": one.due.value,
        "retain_until": kept.until.isoformat() if kept.until else None,
        "reason": dict(kept.reason.wording),
    }


def _words(one: Review) -> Message:
    from planner.session import Due

    match one.due:
        case Due.UNDECIDED:
            return N_("over, and nobody has decided until when it is kept")
        case Due.OPEN:
            return N_("still worked on, nothing decided")
        case Due.PASSED:
            return N_("was to be kept until {day}", day=one.keeping.until)
        case Due.SOON | Due.KEPT:
            return N_("to be kept until {day}", day=one.keeping.until)
