"""``planner restore``: put a backup in the record's place, also where it no longer opens, or is gone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.backup import as_document
from planner.cli.source import now, passphrase_of, record_folder
from planner.cli.terminal import FINDINGS, FINE, Terminal, json_option, pass_terminal, print_json
from planner.errors import Damaged, InputError, StoreError
from planner.message import N_, NN_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.session import Session
    from planner.session.backups import Backup
    from planner.session.rescue import Outlook, Salvaged


@click.command()
@click.argument("name", metavar="[BACKUP]", default="newest")
@click.option(
    "--from",
    "store",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    metavar="DIR",
    help="Another folder of backups, such as one on a stick.",
)
@click.option(
    "--salvage",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Leave the record as it is and save everything that can be read into a new one in DIR.",
)
@json_option
@pass_terminal
def restore(terminal: Terminal, name: str, store: Path | None, salvage: Path | None, as_json: bool) -> int:
    """Put BACKUP (the newest, unless named) in the place of the record.

    The present state is backed up first, so this can be undone by restoring that. Where the record is
    damaged, its files are set aside beside it; where there is none, a new one is made.
    """
    folder, passphrase = record_folder(terminal), passphrase_of(terminal)
    if salvage is not None:
        return _salvage(terminal, folder, passphrase, store, salvage, as_json)
    session = _opened(folder, passphrase)
    if session is None:
        return _restore_unopened(terminal, folder, passphrase, store, name, as_json)
    with session:
        known = session.backups.of(store) if store else session.backups.all()
        chosen = _chosen(known, name)
        restored = session.backups.restore_job(chosen).run()
        fresh = session.backups.put_back(restored)
        before = restored.before.backup.name if restored.before else ""
        fresh.close()
    if restored.lost_files:
        _say_lost_files(terminal, restored.lost_files)
    if restored.erased_since:
        terminal.say(
            NN_(
                "{count} erasure was made after this backup; erase what came back with it again.",
                "{count} erasures were made after this backup; erase what came back with it again.",
                restored.erased_since,
            )
        )
        terminal.say(N_("To erase it again: planner erase --again"))
    terminal.say(N_("To undo this: planner restore {name}", name=before))
    _answer(
        chosen, as_json, before=before, lost_files=restored.lost_files, erased_since=restored.erased_since
    )
    return FINDINGS if restored.lost_files or restored.erased_since else FINE


def _opened(folder: Path, passphrase: str) -> Session | None:
    """The record, if it is there and opens whole."""
    from planner.session import Session
    from planner.store.file_names import KEY_FILE_NAME
    from planner.store.key_file import read_key_file

    if not (folder / KEY_FILE_NAME).is_file():
        return None
    try:
        read_key_file(folder)
    except StoreError:
        return None
    try:
        return Session.open(folder, passphrase, clock=now)
    except Damaged:
        return None


def _restore_unopened(
    terminal: Terminal, folder: Path, passphrase: str, store: Path | None, name: str, as_json: bool
) -> int:
    from planner.session.rescue import look, restore_in_place

    outlook = look(folder, passphrase, clock=now, backups=store)
    _say_outlook(terminal, outlook)
    chosen = _chosen(outlook.backups, name)
    with restore_in_place(outlook, chosen, passphrase, clock=now):
        pass
    _answer(chosen, as_json, before=None, lost_files=0, erased_since=0)
    return FINE


def _salvage(
    terminal: Terminal, folder: Path, passphrase: str, store: Path | None, target: Path, as_json: bool
) -> int:
    from planner.session.rescue import look, salvage

    outlook = look(folder, passphrase, clock=now, backups=store)
    _say_outlook(terminal, outlook)
    saved = salvage(outlook, target, passphrase, clock=now)
    _say_saved(terminal, saved)
    if as_json:
        print_json(
            {
                "record": str(target),
                "whole": saved.whole,
                "from_backup": list(saved.from_backup),
                "lost": list(saved.lost),
                "lost_files": saved.lost_files,
            }
        )
    else:
        click.echo(target)
    return FINDINGS if saved.lost or saved.from_backup or saved.lost_files else FINE


def _chosen(known: Sequence[Backup], name: str) -> Backup:
    readable = [backup for backup in known if backup.manifest is not None]
    for backup in readable:
        if name in ("newest", backup.name):
            return backup
    if not readable:
        raise StoreError(
            N_("There is no backup of this record here."),
            N_("Name the folder of a second one with --from, such as a stick."),
        )
    raise InputError(
        N_("There is no backup “{name}”.", name=name), N_("“planner backup --list” tells which there are.")
    )


def _say_outlook(terminal: Terminal, outlook: Outlook) -> None:
    if outlook.readable or outlook.unreadable:
        terminal.say(
            N_(
                "Of the damaged record, {readable} of {count} journeys can be read.",
                readable=outlook.readable,
                count=outlook.readable + outlook.unreadable,
            )
        )


def _say_saved(terminal: Terminal, saved: Salvaged) -> None:
    terminal.say(NN_("{count} journey was saved whole.", "{count} journeys were saved whole.", saved.whole))
    for name in saved.from_backup:
        terminal.say(N_("{name} could not be read and was taken from the newest backup.", name=name))
    for journey in saved.lost:
        terminal.say(N_("Journey “{id}” is lost: neither the record nor a backup has it.", id=journey))
    if saved.lost_files:
        _say_lost_files(terminal, saved.lost_files)


def _say_lost_files(terminal: Terminal, count: int) -> None:
    terminal.say(
        NN_(
            "The contents of {count} attached file could not be found.",
            "The contents of {count} attached files could not be found.",
            count,
        )
    )


def _answer(chosen: Backup, as_json: bool, **told: object) -> None:
    if as_json:
        print_json({"restored": as_document(chosen), **told})
    else:
        click.echo(chosen.name)
