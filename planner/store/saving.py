"""One edit, written: the rows that differ, the summary, the search words and the log, as one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.record.agency import Agency
from planner.record.directory import Directory
from planner.record.ids import JourneyId
from planner.record.journey import Journey
from planner.store.caseload_lines import CaseloadLines, CaseloadShare
from planner.store.change_log import ChangeLog, ChangeNote
from planner.store.directory_store import DirectoryStore, Entry
from planner.store.field_changes import FieldChange, field_changes
from planner.store.journey_store import JourneyStore
from planner.store.journey_summary import JourneySummaries, JourneySummary


@dataclass(frozen=True, slots=True)
class JourneyChange:
    """A journey before and after: ``old`` is what the vault holds, ``None`` on either side for no journey.

    ``summary`` is the row for lists that goes with ``new``, ``share`` what it brings to the pages over all
    journeys; ``None`` leaves either as it is.
    """

    old: Journey | None
    new: Journey | None
    summary: JourneySummary | None = None
    share: CaseloadShare | None = None


@dataclass(frozen=True, slots=True)
class DirectoryChange:
    """The directory before and after: ``old`` is what the vault holds."""

    old: Directory
    new: Directory


Change = JourneyChange | DirectoryChange


def save(
    journeys: JourneyStore,
    directory: DirectoryStore,
    summaries: JourneySummaries,
    lines: CaseloadLines,
    log: ChangeLog,
    changes: Sequence[Change],
    note: ChangeNote,
) -> None:
    """Write ``changes`` and their rows in the log; inside one transaction."""
    told: dict[JourneyId | None, list[FieldChange]] = {}
    for change in changes:
        if isinstance(change, DirectoryChange):
            told.setdefault(None, []).extend(_save_directory(directory, change))
            summaries.make_these_stale(_journeys_touched(directory, change), note.at)
            continue
        journey = change.new or change.old
        if journey is None:
            continue
        told.setdefault(journey.id, []).extend(_save_journey(journeys, change))
        if change.summary is not None and change.new is not None:
            summaries.put(change.summary)
        if change.share is not None and change.new is not None:
            lines.put(change.share)
    log.add(note, told)


def _save_journey(journeys: JourneyStore, change: JourneyChange) -> list[FieldChange]:
    old, new = change.old, change.new
    if new is None:
        assert old is not None
        journeys.remove(old)
        # What was in it is not kept in the log: a journey may be removed because it must be forgotten.
        return [FieldChange("journey", old.id, "", {"id": old.id}, None)]
    shared = [told for pair in journeys.save(old, new) for told in field_changes(*pair)]
    if old is None:
        return [FieldChange("journey", new.id, "", None, {"id": new.id}), *shared]
    return [*(c for c in field_changes(old, new) if c not in shared), *shared]


def _save_directory(directory: DirectoryStore, change: DirectoryChange) -> list[FieldChange]:
    old, new = change.old, change.new
    before, after = _entries(old), _entries(new)
    changed = directory.write(
        [entry for key, entry in after.items() if before.get(key) is not entry],
        [entry for key, entry in before.items() if key not in after],
    )
    if (old.agency and old.agency.id) != (new.agency and new.agency.id):
        directory.set_own_agency(new.agency)
    return [told for pair in changed for told in field_changes(*pair)]


def _journeys_touched(directory: DirectoryStore, change: DirectoryChange) -> set[JourneyId]:
    """The journeys that use a place or contact which is not what it was: their findings may differ."""
    before = _entries(change.old)
    return {
        journey
        for key, entry in _entries(change.new).items()
        if before.get(key) is not entry and not isinstance(entry, Agency)
        for journey in directory.journeys_using(entry)
    }


def _entries(directory: Directory) -> dict[tuple[type, str], Entry]:
    agency = () if directory.agency is None else (directory.agency,)
    return {(type(entry), entry.id): entry for entry in (*agency, *directory.places, *directory.contacts)}
