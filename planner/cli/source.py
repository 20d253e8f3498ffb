"""Where a command finds its journey: in the record, in a journey file, or in the sample that ships."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli.calendar_files import read_calendars
from planner.cli.terminal import Terminal
from planner.message import N_
from planner.paths import default_vault_dir

if TYPE_CHECKING:
    from planner.record.journey import Journey
    from planner.reference.reference import Reference
    from planner.session import PrintOptions, Session
    from planner.session.days import Days

#: The word that names the journey that ships with the program.
SAMPLE = "sample"
#: Holds the passphrase for scripts; people are asked for it.
PASSPHRASE_VARIABLE = "PLANNER_PASSPHRASE"

#: ``JOURNEY`` as every command takes it.
journey_argument = click.argument("journey", metavar="JOURNEY")


def now() -> dt.datetime:
    """The present moment, zone-aware: the command line is where the clock is read."""
    return dt.datetime.now(dt.UTC)


def days_in(journey: Journey, said: dt.date | None) -> Days:
    """The days to reckon from: the one said with ``--today``, else what it is there and at the office now."""
    from planner.session.days import Days, days_of

    return Days(said, said) if said else days_of(journey, now())


def moment(said: dt.date | None) -> dt.datetime:
    """When a paper is made: midnight in UTC of the day said with ``--today``, else now."""
    return dt.datetime.combine(said, dt.time(0), dt.UTC) if said else now()


def has_record(terminal: Terminal) -> bool:
    """Whether there is a record to open, or one was named and must be there."""
    from planner.store.file_names import KEY_FILE_NAME

    return terminal.vault is not None or (default_vault_dir() / KEY_FILE_NAME).is_file()


def passphrase_of(terminal: Terminal) -> str:
    """The passphrase of the record: from the environment, or asked for unseen."""
    passphrase = os.environ.get(PASSPHRASE_VARIABLE)
    if passphrase is None:
        passphrase = str(click.prompt(terminal.words(N_("Passphrase")), hide_input=True, err=True))
    return passphrase


def record_folder(terminal: Terminal) -> Path:
    """Where the record of this terminal lies."""
    return terminal.vault or default_vault_dir()


def open_record(terminal: Terminal) -> Session:
    """The record of this terminal. Its passphrase comes from the environment, or is asked for unseen."""
    from planner.session import Session

    return Session.open(record_folder(terminal), passphrase_of(terminal), clock=now)


def journey_of(terminal: Terminal, name: str) -> Journey:
    """The journey called ``name``: ``sample``, the path of a journey file, or an id in the record.

    Raises: InputError when there is none or the file is no use, StoreError when the record does not open.
    """
    if name == SAMPLE or _is_path(name):
        from planner.imports.journey_file import open_file
        from planner.session.importing import sample_file

        return open_file(sample_file() if name == SAMPLE else Path(name)).journey
    with open_record(terminal) as session:
        found = session.journey(name)
        session.accountability.viewed(name)
        return found


def journey_and_reference(
    terminal: Terminal, name: str, calendars: Sequence[Path] = (), *, leaving: PrintOptions | None = None
) -> tuple[Journey, Reference]:
    """The journey called ``name``, and what is known of the world where it is kept: imported calendars too.

    ``calendars`` are files that add to or override those. ``leaving`` is the copy that is about to be
    written, which the record keeps as a disclosure. Raises: as ``journey_of``, InputError for a file that is
    no calendar, and Refused when that copy may not be made.
    """
    found, reference, _logo = for_paper(terminal, name, calendars, leaving=leaving)
    return found, reference


def for_paper(
    terminal: Terminal, name: str, calendars: Sequence[Path] = (), *, leaving: PrintOptions | None = None
) -> tuple[Journey, Reference, bytes]:
    """As ``journey_and_reference``, with the agency's logo where the record has one."""
    from planner.reference.reference import shipped_reference

    given = read_calendars(calendars)
    if name == SAMPLE or _is_path(name):
        return journey_of(terminal, name), shipped_reference(given), b""
    with open_record(terminal) as session:
        reference = session.reference
        if given:
            reference = replace(reference, calendars=reference.calendars.with_imported(given))
        found = session.journey(name)
        session.accountability.viewed(name)
        if leaving is not None:
            session.disclosures.copy_left(name, leaving)
        return found, reference, session.logo.data(found.agency)


def _is_path(name: str) -> bool:
    return name.endswith(".json") or os.sep in name or "/" in name or Path(name).is_file()
