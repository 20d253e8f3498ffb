"""What can be exported of a journey, and the work of doing so: frozen jobs in, files out, on any thread."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from planner.errors import Cancelled, StoreError
from planner.message import N_, Message
from planner.record.consent import Audience
from planner.record.journey import Journey
from planner.record.journey_document import SUFFIX
from planner.session import PrintOptions, Session
from planner.session.naming import journey_in_files

Run = Callable[[Callable[[float], None], Callable[[], bool]], bytes]
_NEVER_IN_A_NAME = '<>:"/\\|?*'


class Copy(Enum):
    """One thing that can be exported."""

    PATIENT = "patient"
    COMPANION = "companion"
    HOSPITAL = "hospital"
    DRIVER = "driver"
    HOTEL = "hotel"
    CALENDAR = "calendar"
    FILE = "file"


AUDIENCES: dict[Copy, Audience] = {
    Copy.PATIENT: Audience.PATIENT,
    Copy.COMPANION: Audience.COMPANION,
    Copy.HOSPITAL: Audience.HOSPITAL,
    Copy.DRIVER: Audience.DRIVER,
    Copy.HOTEL: Audience.HOTEL,
}


@dataclass(frozen=True, slots=True)
class Task:
    """One file to make: what is told while it is made, its name, and the work."""

    copy: Copy
    telling: Message
    stem: str
    ending: str
    run: Run
    options: PrintOptions | None = None
    """How a copy of the itinerary is made; ``None`` for what is none."""


def task(
    session: Session, journey: Journey, copy: Copy, options: PrintOptions, name: Message, words: str
) -> Task:
    """Freeze the work of one copy; ``words`` name the copy in the file's name.

    Raises: InputError when this audience may not be given a copy.
    """
    stem = safe_name(f"{journey_in_files(journey)} {words}")
    telling = N_("Making: {what}", what=name)
    if copy is Copy.CALENDAR:
        calendar = session.calendar_job(journey.id, options)
        return Task(copy, telling, stem, ".ics", lambda _progress, _cancelled: calendar.run(), options)
    if copy is Copy.FILE:
        whole = session.file_job(journey.id)
        return Task(copy, telling, stem, SUFFIX, lambda _progress, _cancelled: whole.run())
    pdf = session.pdf_job(journey.id, options)
    return Task(copy, telling, stem, ".pdf", pdf.run, options)


def safe_name(words: str) -> str:
    """The words without what some file system forbids, and never empty or a dot."""
    kept = "".join(" " if letter in _NEVER_IN_A_NAME or ord(letter) < 32 else letter for letter in words)
    return " ".join(kept.split()).strip(". ") or "journey"


def export(
    tasks: Sequence[Task],
    folder: Path,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
    telling: Callable[[Message], None] = lambda message: None,
    finished: Callable[[Task, Path], object] = lambda task, path: None,
) -> list[Path]:
    """Make each file in ``folder``, never over one that is there; the files made, in order.

    ``finished`` is told of each as soon as it lies there, by the thread that made it.

    Raises: Cancelled, StoreError. No file is ever half written; those finished before stay.
    """
    made: list[Path] = []
    for number, one in enumerate(tasks):
        if cancelled():
            raise Cancelled(N_("The export was stopped."))
        telling(one.telling)

        def report(share: float, number: int = number) -> None:
            progress((number + share) / len(tasks))

        contents = one.run(report, cancelled)
        made.append(write_new(folder, one.stem, one.ending, contents))
        finished(one, made[-1])
        report(1.0)
    return made


def write_new(folder: Path, stem: str, ending: str, contents: bytes) -> Path:
    """Write a new file whole; where the name is taken, a number is added. Raises: StoreError."""
    draft: Path | None = None
    try:
        handle, draft_name = tempfile.mkstemp(prefix=".export-", dir=folder)
        draft = Path(draft_name)
        with os.fdopen(handle, "wb") as file:
            file.write(contents)
        target = free_name(folder, stem, ending)
        draft.replace(target)
        return target
    except OSError as error:
        if draft is not None:
            draft.unlink(missing_ok=True)
        raise StoreError(
            N_("“{name}” cannot be written into “{folder}”.", name=f"{stem}{ending}", folder=str(folder)),
            N_("Check that the folder exists, that you may write to it and that the disk has room."),
        ) from error


def free_name(folder: Path, stem: str, ending: str) -> Path:
    """The name in ``folder``, or the first of "name (2)", "name (3)" … that is not taken."""
    target = folder / f"{stem}{ending}"
    number = 2
    while target.exists():
        target = folder / f"{stem} ({number}){ending}"
        number += 1
    return target
