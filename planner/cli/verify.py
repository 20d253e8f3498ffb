"""``planner verify``: read and check everything, the backups too."""

from __future__ import annotations

import click

from planner.cli.source import now, passphrase_of, record_folder
from planner.cli.terminal import FINDINGS, FINE, Terminal, explain, json_option, pass_terminal, print_json
from planner.errors import Damaged
from planner.message import N_


@click.command()
@json_option
@pass_terminal
def verify(terminal: Terminal, as_json: bool) -> int:
    """Check the whole record: key file, pages, rows, journeys, attached files, log and backups."""
    from planner.session import Session

    folder, passphrase = record_folder(terminal), passphrase_of(terminal)
    try:
        session = Session.open(folder, passphrase, clock=now)
    except Damaged as error:
        return _tell_damage(terminal, error, passphrase, as_json)
    with session:
        found = session.backups.check_job().run()
        session.backups.checked(found)
    well = all(one.is_well for one in found)
    if as_json:
        checks = [{"check": one.key, "ok": one.is_well, "found": str(one.found)} for one in found]
        print_json({"ok": well, "checks": checks})
    else:
        for one in found:
            click.echo(f"{'ok' if one.is_well else '!!'}  {terminal.words(one.found)}")
    return FINE if well else FINDINGS


def _tell_damage(terminal: Terminal, error: Damaged, passphrase: str, as_json: bool) -> int:
    """What is lost and what is whole of a record that does not open."""
    from planner.session.rescue import look

    status = explain(error, terminal)
    outlook = look(record_folder(terminal), passphrase, clock=now)
    names = [backup.name for backup in outlook.backups]
    if as_json:
        whole, lost = outlook.readable, outlook.unreadable
        print_json({"ok": False, "readable": whole, "unreadable": lost, "backups": names})
        return status
    terminal.say(
        N_(
            "Of the damaged record, {readable} of {count} journeys can be read.",
            readable=outlook.readable,
            count=outlook.readable + outlook.unreadable,
        )
    )
    if names:
        terminal.say(N_("The newest backup is {name}.", name=names[0]))
    return status
