"""The ``planner`` command. Every subcommand goes to the command line before Qt is imported."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status: a subcommand if one is named, else the desktop."""
    atexit.register(gc.freeze)  # the process ends: to look for garbage first takes a tenth of a command
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given:
        return open_desktop(None, False)
    from planner.cli import main as command_line

    return command_line(given, open_desktop)


def open_desktop(vault: Path | None, sample: bool) -> int:
    """Open the window, on the record in ``vault`` or on the sample, until it is closed."""
    from ui.shell.application import run

    chosen = [] if vault is None else ["--vault", str(vault)]
    return run([*chosen, *(["--sample"] if sample else [])])


if __name__ == "__main__":
    sys.exit(main())
