"""What every command shares: where it was started, and the one way to speak, to answer and to fail."""

from __future__ import annotations

import io
import json
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.errors import InputError, PlannerError, Refused
from planner.message import N_, Message

if TYPE_CHECKING:
    from planner.i18n import Translator

FINE, FINDINGS, WRONG_USE, OUR_FAULT = 0, 1, 2, 70

#: Opens the desktop on a vault (``None``: the usual one) or on the sample; returns its exit status.
OpenDesktop = Callable[[Path | None, bool], int]


@dataclass(slots=True)
class Terminal:
    """Where a command was started: its vault and the language of the person who typed it."""

    vault: Path | None = None
    open_desktop: OpenDesktop | None = None

    def words(self, message: Message) -> str:
        """The message in the language of this terminal."""
        return self.translator().text(message)

    def translator(self) -> Translator:
        """That of the language of the person who typed the command."""
        from planner.i18n import closest_locale, translator

        return translator(closest_locale(*_wanted_locales()))

    def say(self, message: Message) -> None:
        """Tell the person something, on standard error, so that standard output stays the answer."""
        click.echo(self.words(message), err=True)


pass_terminal = click.make_pass_decorator(Terminal)

#: ``--json`` for a command that answers with a document; the command gets ``as_json``.
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON document on standard output."
)


def print_json(document: Any) -> None:
    """Print one JSON document on standard output, in UTF-8 whatever the terminal's encoding."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    click.echo(text.encode())


def never_fail_to_print() -> None:
    """Where a terminal cannot show a character, show its code instead of failing half-way."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def explain(error: Exception, terminal: Terminal) -> int:
    """Say in one sentence what went wrong and what can be done; return the exit status that stands for it."""
    match error:
        case click.ClickException():
            error.show()
            return WRONG_USE
        case click.Abort():
            return FINDINGS
        case PlannerError():
            said = [error.message, *([error.way_on] if error.way_on else [])]
            click.echo(terminal.translator().sentences(*said), err=True)
            wrong_use = isinstance(error, InputError) and not isinstance(error, Refused)
            return WRONG_USE if wrong_use else FINDINGS
        case OSError(filename=str() | os.PathLike() as path, strerror=str() as reason):
            terminal.say(N_("{path} cannot be used: {reason}.", path=os.fspath(path), reason=reason))
            return FINDINGS
    _report_fault(error, terminal)
    return OUR_FAULT


def _report_fault(error: Exception, terminal: Terminal) -> None:
    """Where the program failed, without the error's own words: they may hold something of the record."""
    if os.environ.get("PLANNER_TRACEBACK"):
        raise error
    terminal.say(
        N_(
            "The program stopped by a fault of its own ({fault}). Please report the lines below, which hold "
            "nothing of the record; with PLANNER_TRACEBACK=1 it says more.",
            fault=type(error).__name__,
        )
    )
    for frame in traceback.extract_tb(error.__traceback__):
        place = "/".join(Path(frame.filename).parts[-3:])
        click.echo(f"  {place}:{frame.lineno} {frame.name}", err=True)


def _wanted_locales() -> list[str]:
    """The languages the person's system asks for, the first first, as gettext programs read them."""
    wanted = [*os.environ.get("LANGUAGE", "").split(":")]
    wanted += [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    if sys.platform == "win32":
        import ctypes
        import locale

        wanted.append(locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), ""))
    return [name for name in wanted if name]
