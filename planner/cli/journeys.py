"""``planner journeys``: the list of journeys in the record."""

from __future__ import annotations

import click

from planner.cli.source import open_record
from planner.cli.terminal import Terminal, json_option, pass_terminal, print_json


@click.command()
@click.argument("words", nargs=-1)
@json_option
@pass_terminal
def journeys(terminal: Terminal, words: tuple[str, ...], as_json: bool) -> None:
    """List the journeys of the record; with WORDS only those that hold them all."""
    with open_record(terminal) as session:
        rows = session.summaries()
        if words:
            order = {key: place for place, key in enumerate(session.find_journeys(" ".join(words)))}
            rows = sorted((row for row in rows if row.id in order), key=lambda row: order[row.id])
    if as_json:
        listed = [
            {
                "id": row.id,
                "patient": row.patient_name,
                "patient_hanzi": row.patient_name_hanzi,
                "reference": row.reference,
                "state": row.state.value,
                "phase": row.phase,
                "fractions_delivered": row.fractions_delivered,
                "fractions_prescribed": row.fractions_prescribed,
                "stay_last_day": row.stay_last_day.isoformat() if row.stay_last_day else None,
                "stay_slack_days": row.stay_slack_days,
            }
            for row in rows
        ]
        print_json({"journeys": listed})
        return
    for row in rows:
        tally = f"{row.fractions_delivered}/{row.fractions_prescribed}" if row.fractions_prescribed else ""
        click.echo(
            "  ".join(part for part in (row.id, row.patient_name, row.reference, row.phase, tally) if part)
        )
