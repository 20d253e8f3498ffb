"""Taking a journey file into the record: its journey, its attachments, and what it shares with others."""

from __future__ import annotations

import datetime as dt
import io
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from planner.errors import InputError
from planner.message import N_
from planner.paths import resources_dir
from planner.record.agency import Agency
from planner.record.contact import Contact
from planner.record.directory import Directory
from planner.record.ids import CaseManagerId, JourneyId
from planner.record.journey import Journey
from planner.record.place import Place
from planner.record.text import Text

if TYPE_CHECKING:
    from planner.store.backup import BackupJob, MadeBackup

#: Monday 1 March 2027, 9 o'clock in the morning in New Zealand (NZDT), as the sample's own notes say.
_SAMPLE_STANDS_AT = dt.datetime(2027, 2, 28, 20, tzinfo=dt.UTC)

_Shared = TypeVar("_Shared", Agency, Place, Contact)


@dataclass(frozen=True, slots=True)
class Imported:
    """What was imported. ``kept`` names the shared entries that differ and stay as the record has them."""

    journey: Journey
    kept: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class ReadJourney:
    """A journey file as read and fitted, and its embedded attachments; not yet in the record."""

    imported: Imported
    contents: list[io.BytesIO]
    backup: MadeBackup | None = None


@dataclass(frozen=True, slots=True)
class ImportJob:
    """The work of reading one journey file for a record as it stood when the job was made."""

    path: Path
    directory: Directory
    present: frozenset[JourneyId]
    before: BackupJob | None = None
    """Makes the backup that comes first, if there is anything to back up."""

    def run(self) -> ReadJourney:
        """Read it, on any thread; a file that is of use has the record backed up first.

        Raises: InputError when it cannot be used or is already here, StoreError when no backup can be made.
        """
        imported, contents = read_for(self.path, self.directory, self.present)
        return ReadJourney(imported, contents, None if self.before is None else self.before.run())


def sample_file() -> Path:
    """The journey file of the sample that ships with the program."""
    return resources_dir() / "sample" / "sample.journey.json"


#: Who works on the sample's record.
SAMPLE_CASE_MANAGER = CaseManagerId("sample-manager")


def sample_clock() -> Callable[[], dt.datetime]:
    """A clock that starts on the day the sample's record stands at, a week before departure, and runs on."""
    started = time.monotonic()
    return lambda: _SAMPLE_STANDS_AT + dt.timedelta(seconds=time.monotonic() - started)


def read_for(
    path: Path, directory: Directory, present: frozenset[JourneyId]
) -> tuple[Imported, list[io.BytesIO]]:
    """The journey of the file at ``path``, fitted to the ``directory``, and its embedded attachments.

    A shared entry that the record already has, by its id, stays as the record has it. Raises: InputError
    when the file cannot be used, or its journey is among those ``present``.
    """
    from planner.imports.journey_file import open_file

    file = open_file(path)
    journey = file.journey
    if journey.id in present:
        raise InputError(
            N_("The journey of {file} is already in this record.", file=path.name),
            N_("Open it from the list of journeys, or remove it there before importing it again."),
        )
    agencies = [directory.agency] if directory.agency else []
    agency = _ours(journey.agency, agencies)
    places = [_ours(place, directory.places) for place in journey.places]
    contacts = [_ours(contact, directory.contacts) for contact in journey.contacts]
    given: list[Agency | Place | Contact] = [journey.agency, *journey.places, *journey.contacts]
    taken: list[Agency | Place | Contact] = [agency, *places, *contacts]
    kept = tuple(ours.name for theirs, ours in zip(given, taken, strict=True) if ours != theirs)
    places = _with_houses(places, contacts, directory)
    fitted = replace(journey, agency=agency, places=tuple(places), contacts=tuple(contacts))
    return Imported(fitted, kept), [io.BytesIO(content) for content in file.contents.values()]


def _with_houses(places: list[Place], contacts: list[Contact], directory: Directory) -> list[Place]:
    """The places with those that the record's own entries lie in or work at, if the file lacks them."""
    known = {place.id: place for place in directory.places}
    found = {place.id: place for place in places}
    wanted = [place.within for place in places] + [contact.place for contact in contacts]
    while wanted:
        house = wanted.pop()
        if house is not None and house not in found and house in known:
            found[house] = known[house]
            wanted.append(known[house].within)
    return list(found.values())


def _ours(entry: _Shared, known: Iterable[_Shared]) -> _Shared:
    return next((one for one in known if one.id == entry.id), entry)
