"""``planner schema``: the JSON Schema of the journey file, as published in the documentation."""

from __future__ import annotations

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of journey files."""
    from planner.export import journey_schema
    from planner.record.json_text import pretty

    click.echo(pretty(journey_schema.schema()).encode(), nl=False)
