"""``planner show``: one whole journey, for people day by day, with ``--json`` as its journey file."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import click

from planner.cli.source import days_in, journey_and_reference, journey_argument
from planner.cli.terminal import Terminal, json_option, pass_terminal
from planner.message import N_, Message

if TYPE_CHECKING:
    from planner.itinerary.item import Item
    from planner.record.journey import Journey
    from planner.reference.reference import Reference


@click.command()
@journey_argument
@json_option
@pass_terminal
def show(terminal: Terminal, journey: str, as_json: bool) -> None:
    """Show the whole of JOURNEY."""
    found, reference = journey_and_reference(terminal, journey)
    if as_json:
        from planner.export.journey_file import write

        click.echo(write(found), nl=False)
    else:
        _print(terminal, found, reference)


def _print(terminal: Terminal, journey: Journey, reference: Reference) -> None:
    from planner.record.consent import Audience
    from planner.session import PrintOptions, itinerary_of

    there, made_on = days_in(journey, None)
    options = PrintOptions(audience=Audience.AGENCY)
    whole = itinerary_of(journey, options, there, reference, made_on=made_on)
    name = journey.patient.full_name if journey.patient else journey.id
    click.echo("  ".join(part for part in (name, journey.reference) if part))
    items = (*whole.before, *(item for day in whole.days for item in day.items), *whole.after)
    for day, that_day in groupby(items, key=lambda item: item.on):
        click.echo("\n" + terminal.words(N_("{date}", date=day)))
        for item in that_day:
            click.echo("  " + terminal.words(_line(item)))


def _line(item: Item) -> Message:
    if item.starts is None or item.starts.time is None:
        return N_("–      {title}", title=item.title)
    return N_("{time}  {title}", time=item.starts.time, title=item.title)
