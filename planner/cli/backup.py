"""``planner backup``: make a backup of the record now, or list those there are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.source import open_record
from planner.cli.terminal import FINDINGS, FINE, Terminal, json_option, pass_terminal, print_json
from planner.message import N_, NN_

if TYPE_CHECKING:
    from planner.session.backups import Backup


@click.command()
@click.option("--list", "only_list", is_flag=True, help="List the backups instead of making one.")
@click.option(
    "--to",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Put a copy in DIR as well: a stick, or a folder that is synchronised.",
)
@json_option
@pass_terminal
def backup(terminal: Terminal, only_list: bool, to: Path | None, as_json: bool) -> int:
    """Make a checked backup of the record, encrypted with its own key.

    It goes into the folder "backups" of the record, where older ones are thinned out: the newest of each of
    24 hours, 14 days, 8 weeks and 12 months stays.
    """
    with open_record(terminal) as session:
        if only_list:
            _list(terminal, session.backups.all(), as_json)
            return FINE
        session.backups.second = to
        made = session.backups.job().run()
        notices = session.backups.made(made)
    for notice in notices:
        terminal.say(notice)
    if as_json:
        print_json({"backup": as_document(made.backup), "notices": [str(notice) for notice in notices]})
    else:
        click.echo(made.backup.folder)
    return FINDINGS if notices else FINE


def as_document(backup: Backup) -> dict[str, object]:
    """A backup as ``--json`` tells it."""
    return {
        "name": backup.name,
        "made_at": backup.made_at.isoformat(),
        "reason": backup.reason,
        "journeys": backup.manifest.journeys if backup.manifest else None,
        "attached_files": len(backup.manifest.files) if backup.manifest else None,
        "bytes": backup.size_bytes if backup.manifest else None,
        "readable": backup.manifest is not None,
    }


def _list(terminal: Terminal, backups: tuple[Backup, ...], as_json: bool) -> None:
    if as_json:
        print_json({"backups": [as_document(backup) for backup in backups]})
        return
    if not backups:
        terminal.say(N_("There is no backup yet."))
    for backup in backups:
        if backup.manifest is None:
            said = N_("cannot be read")
        else:
            said = NN_("{count} journey", "{count} journeys", backup.manifest.journeys)
        click.echo(f"{backup.name}  {terminal.words(said)}")
