"""The command line: everything the core can do, for scripts, tests and people without a screen.

With ``--json`` one JSON document goes to standard output; messages go to standard error. Exit status:
0 fine, 1 findings or refusals, 2 wrong use or bad input, 70 a fault of the program's own.
"""

from __future__ import annotations

import gc
import importlib
import keyword
from collections.abc import Sequence
from pathlib import Path

import click

from planner import __version__
from planner.cli.terminal import OpenDesktop, Terminal, explain, never_fail_to_print

#: The module of each command, in the order of the help page. The module is imported when the command is
#: asked for and holds a ``click`` command of that name (``lock-status`` is ``lock_status``).
COMMANDS: dict[str, str] = {
    "demo": "planner.cli.demo",
    "journeys": "planner.cli.journeys",
    "show": "planner.cli.show",
    "schema": "planner.cli.schema",
    "import": "planner.cli.import_",
    "itinerary": "planner.cli.itinerary",
    "ics": "planner.cli.ics",
    "issue": "planner.cli.issue",
    "ledger": "planner.cli.ledger",
    "schedule": "planner.cli.schedule",
    "check": "planner.cli.check",
    "replan": "planner.cli.replan",
    "calendar": "planner.cli.calendar",
    "backup": "planner.cli.backup",
    "restore": "planner.cli.restore",
    "verify": "planner.cli.verify",
    "lock-status": "planner.cli.lock_status",
    "log": "planner.cli.log",
    "export-person": "planner.cli.export_person",
    "retention": "planner.cli.retention",
    "erase": "planner.cli.erase",
}


class LazyGroup(click.Group):
    """A group that imports a command only when it is asked for, so that each starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        attribute = f"{name}_" if keyword.iskeyword(name) else name
        command: click.Command = getattr(importlib.import_module(COMMANDS[cmd_name]), attribute)
        return command


@click.group(
    cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option(
    "--vault",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder of the encrypted record, if it is not the usual one.",
)
@click.option("--sample", is_flag=True, help="Open the desktop on the sample journey.")
@click.version_option(__version__, prog_name="planner")
@click.pass_context
def planner(ctx: click.Context, vault: Path | None, sample: bool) -> int:
    """Keep a patient's journey to proton therapy in one encrypted record, check it, re-plan it, print it.

    Without a COMMAND the desktop opens. The program flags and arranges; it gives no medical advice.
    """
    terminal = ctx.ensure_object(Terminal)
    terminal.vault = vault
    if ctx.invoked_subcommand is not None:
        if sample:
            raise click.UsageError("--sample is for the desktop; commands take the journey 'sample'.", ctx)
        return 0
    if terminal.open_desktop is None:
        raise click.UsageError("Name a command.", ctx)
    return terminal.open_desktop(vault, sample)


def main(arguments: Sequence[str], open_desktop: OpenDesktop | None = None) -> int:
    """Run ``planner`` with ``arguments`` (without the program's name) and return its exit status.

    A command may return its status; ``None`` is 0. Whatever goes wrong becomes one sentence on standard
    error. ``open_desktop`` is called where no command is named.
    """
    never_fail_to_print()
    gc.disable()  # a command is over before a collection would find anything worth its time
    terminal = Terminal(open_desktop=open_desktop)
    try:
        status = planner.main(list(arguments), prog_name="planner", standalone_mode=False, obj=terminal)
    except Exception as error:
        return explain(error, terminal)
    finally:
        gc.enable()
    return status if isinstance(status, int) else 0
