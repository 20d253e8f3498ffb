"""``planner lock-status``: what can be told of the record without its passphrase."""

from __future__ import annotations

import click

from planner.cli.source import now, record_folder
from planner.cli.terminal import Terminal, json_option, pass_terminal, print_json
from planner.message import N_, NN_


@click.command("lock-status")
@json_option
@pass_terminal
def lock_status(terminal: Terminal, as_json: bool) -> None:
    """Say whether the record is locked or open, how it is protected, and when it was last backed up."""
    from planner.store.lock_status import lock_status as status_of

    status = status_of(record_folder(terminal), now())
    cost = status.cost
    if as_json:
        print_json(
            {
                "record": str(status.folder),
                "open": status.is_open,
                "failed_passphrases": status.failed,
                "wait_seconds": status.wait_seconds,
                "people": status.people,
                "recovery_code": status.has_recovery_code,
                "keychain": status.is_remembered,
                "argon2id": {"memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes},
                "backups": status.backups,
                "newest_backup": status.newest_backup.isoformat() if status.newest_backup else None,
            }
        )
        return
    recovery = N_("A recovery code opens it.") if status.has_recovery_code else N_("It has no recovery code.")
    said = [
        N_("It is open in another window or program.") if status.is_open else N_("It is locked."),
        NN_("{count} passphrase opens it.", "{count} passphrases open it.", status.people),
        recovery,
        N_(
            "A guess costs {memory} MiB of memory, {passes} times over, on {lanes} lanes (Argon2id).",
            memory=cost.memory_kib // 1024,
            passes=cost.passes,
            lanes=cost.lanes,
        ),
    ]
    if status.wait_seconds:
        seconds = status.wait_seconds
        said.append(
            NN_(
                "After several wrong passphrases, wait {count} second before the next.",
                "After several wrong passphrases, wait {count} seconds before the next.",
                seconds,
            )
        )
    if status.newest_backup is None:
        said.append(N_("There is no backup yet."))
    else:
        day = status.newest_backup.astimezone().date()
        said.append(
            NN_(
                "{count} backup, the newest of {day}.",
                "{count} backups, the newest of {day}.",
                status.backups,
                day=day,
            )
        )
    click.echo(status.folder)
    for sentence in said:
        click.echo(terminal.words(sentence))
