"""``planner erase``: a journey or one of its people, for good."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.outfile import write_file
from planner.cli.source import open_record
from planner.cli.terminal import Terminal, pass_terminal
from planner.errors import InputError
from planner.message import N_, NN_, Message

if TYPE_CHECKING:
    from planner.session import ErasurePreview


@click.command()
@click.argument("journey", metavar="JOURNEY", required=False, default="")
@click.option("--again", is_flag=True, help="All that was erased before and came back with a backup.")
@click.option("--person", default="", metavar="ID", help="Only this companion; the patient is the journey.")
@click.option("--typed", metavar="NAME", help="The name, as it stands; asked for if not given.")
@click.option("--backups-too", is_flag=True, help="Make a new backup, then remove all that hold them.")
@click.option(
    "--certificate",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.json",
    help="Write the certificate there too.",
)
@pass_terminal
def erase(
    terminal: Terminal,
    journey: str,
    again: bool,
    person: str,
    typed: str | None,
    backups_too: bool,
    certificate: Path | None,
) -> None:
    """Erase JOURNEY, which is in the record, and everything about it. Nothing brings it back."""
    if again and (journey or person or typed or certificate):
        raise InputError(N_("--again erases all that came back and takes no journey, person or file."))
    if again:
        _erase_again(terminal, backups_too)
        return
    if not journey:
        raise InputError(N_("Name the journey to erase."), N_("“planner journeys” tells which there are."))
    with open_record(terminal) as session:
        preview = session.erasure.preview(journey, person)
        for message in _asked(preview, backups_too):
            terminal.say(message)
        if typed is None:
            question = terminal.words(N_("Type “{name}” to erase it", name=preview.to_type))
            typed = str(click.prompt(question, err=True))
        made = session.erasure.erase(journey, person, typed=typed)
        session.erasure.overwrite_job(clear_backups=backups_too).run()
        name = session.accountability.names().people.get(made.who) or made.who or N_("nobody named")
    if certificate is not None:
        write_file(certificate, made.as_json().encode())
    for message in made.lines(name):
        click.echo(terminal.words(message))


def _erase_again(terminal: Terminal, backups_too: bool) -> None:
    """What a restored backup brought back although it had been erased."""
    with open_record(terminal) as session:
        back = session.erasure.back_again()
        if not back:
            terminal.say(N_("Nothing that was erased is back in the record."))
            return
        made = [session.erasure.erase_again(one) for one in back]
        session.erasure.overwrite_job(clear_backups=backups_too).run()
        people = session.accountability.names().people
        for one in made:
            for message in one.lines(people.get(one.who) or one.who or N_("nobody named")):
                click.echo(terminal.words(message))


def _asked(preview: ErasurePreview, backups_too: bool) -> tuple[Message, ...]:
    """What erasing takes, before it is confirmed."""
    said = [
        NN_("This erases {count} entry for good.", "This erases {count} entries for good.", preview.things)
    ]
    if preview.kept_until is not None:
        said.append(N_("It was to be kept until {until}.", until=preview.kept_until))
    if preview.held_outside:
        said.append(
            NN_(
                "{count} paper or file in the hands of others stays there.",
                "{count} papers and files in the hands of others stay there.",
                preview.held_outside,
            )
        )
    if preview.backups and not backups_too:
        said.append(
            NN_(
                "{count} backup holds it until it is rotated out; --backups-too removes it now.",
                "{count} backups hold it until they are rotated out; --backups-too removes them now.",
                len(preview.backups),
            )
        )
    return tuple(said)
