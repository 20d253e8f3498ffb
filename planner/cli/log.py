"""``planner log``: who did what with the record, and when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import click

from planner.cli.dates import iso_date
from planner.cli.source import open_record
from planner.cli.terminal import FINDINGS, FINE, Terminal, json_option, pass_terminal, print_json
from planner.message import N_, NN_, Message

if TYPE_CHECKING:
    from planner.session import LogCheck, LoggedEvent, Names


@click.command()
@click.argument("journey", required=False)
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only these: view, print, edit, erase …")
@click.option("--who", metavar="ID", help="Only what this case manager did.")
@click.option("--since", type=iso_date, metavar="DATE", help="From this day on (UTC).")
@click.option("--until", type=iso_date, metavar="DATE", help="Up to this day, included (UTC).")
@click.option("--person", metavar="ID", help="The report of one traveller of JOURNEY, over all journeys.")
@click.option("--limit", type=click.IntRange(1), default=200, show_default=True, help="At most so many.")
@click.option("--check", is_flag=True, help="Check the whole log as well; exit status 1 if it is not whole.")
@json_option
@pass_terminal
def log(
    terminal: Terminal,
    *,
    journey: str | None,
    kinds: tuple[str, ...],
    who: str | None,
    since: dt.date | None,
    until: dt.date | None,
    person: str | None,
    limit: int,
    check: bool,
    as_json: bool,
) -> int:
    """List what was done with the record, newest first; with JOURNEY only what was done with that."""
    from planner.session import EventKind

    if person is not None and journey is None:
        raise click.UsageError("--person is a traveller of JOURNEY: name that too.")
    unknown = [kind for kind in kinds if kind not in set(EventKind)]
    if unknown:
        raise click.UsageError(f"{unknown[0]!r} is no kind of event; expected one of {', '.join(EventKind)}.")
    with open_record(terminal) as session:
        found = session.accountability.verify() if check else None
        names = session.accountability.names()
        if person is not None:
            assert journey is not None
            lines = session.accountability.report(journey, person).lines[:limit]
            rows = [
                _row(terminal, line.at, line.who, line.what, line.kind.value, line.journey) for line in lines
            ]
        else:
            events = session.accountability.events(
                journey=journey,
                kinds=[EventKind(kind) for kind in kinds],
                who=who,
                since=None if since is None else _midnight(since),
                until=None if until is None else _midnight(until + dt.timedelta(days=1)),
                limit=limit,
            )
            rows = [_told(terminal, event, names) for event in events]
    if as_json:
        print_json({"events": rows, **({"whole": found.is_whole} if found else {})})
    else:
        for row in rows:
            columns = (row["at"], row["kind"], row["who"], row["journey"] or "", row["what"])
            click.echo("  ".join(part for part in columns if part))
    return _say_check(terminal, found)


def _told(terminal: Terminal, event: LoggedEvent, names: Names) -> dict[str, Any]:
    from planner.session import sentence

    row = _row(terminal, event.at, names.who(event), sentence(event, names), event.kind.value, event.journey)
    return {"number": event.number, **row, "erased": event.erased, "sha256": event.digest}


def _row(
    terminal: Terminal, at: dt.datetime, who: Any, what: Message, kind: str, journey: str | None
) -> dict[str, Any]:
    return {
        "at": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "kind": kind,
        "who": terminal.words(Message("{who}", {"who": who})),
        "journey": journey,
        "what": terminal.words(what),
    }


def _say_check(terminal: Terminal, found: LogCheck | None) -> int:
    if found is None:
        return FINE
    if found.fault is not None:
        terminal.say(found.fault)
        return FINDINGS
    terminal.say(NN_("The log is whole: {count} event.", "The log is whole: {count} events.", found.events))
    terminal.say(N_("Its last digest is {digest}.", digest=found.digest))
    return FINE


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(0), dt.UTC)
