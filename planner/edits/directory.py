"""Adding, changing, copying and removing what all journeys share: agency, places, contacts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from planner.edits.duplicates import duplicate_of
from planner.edits.edit import DirectoryEdit
from planner.edits.field_names import field_name
from planner.edits.referring import without_references
from planner.edits.thing_names import kind_name, thing_name
from planner.edits.things import refuse_if_in_the_way
from planner.errors import InputError
from planner.message import N_, NN_
from planner.record.agency import Agency, CaseManager
from planner.record.contact import Contact
from planner.record.directory import Directory
from planner.record.lookup import things, with_thing
from planner.record.place import Place
from planner.record.thing import Thing


def add_entry(entry: Thing) -> DirectoryEdit:
    """Put a place, a contact or a case manager in the directory; or the agency, where there is none."""

    def change(current: Directory) -> Directory:
        if isinstance(entry, Agency):
            return replace(current, agency=entry)
        if isinstance(entry, CaseManager):
            agency = current.agency
            if agency is None:
                raise InputError(N_("Enter the agency before its case managers."))
            return replace(current, agency=replace(agency, case_managers=(*agency.case_managers, entry)))
        if isinstance(entry, Place):
            return replace(current, places=(*current.places, entry))
        if isinstance(entry, Contact):
            return replace(current, contacts=(*current.contacts, entry))
        raise InputError(
            N_("“{kind}” does not belong in “{holder}”.", kind=kind_name(type(entry)), holder=N_("Directory"))
        )

    return DirectoryEdit(
        N_("Add {kind}: {name}", kind=kind_name(type(entry)), name=thing_name(entry)), change
    )


def change_entry(directory: Directory, id: str, values: Mapping[str, Any]) -> DirectoryEdit:
    """Give fields of the entry ``id`` these values; every journey that uses it then has it so."""
    before = _entry(directory, id)
    name = thing_name(before)
    if len(values) == 1:
        cls: Any = type(before)
        label = N_("Change {field} of {thing}", field=field_name(cls, next(iter(values))), thing=name)
    else:
        label = N_("Change {thing}", thing=name)
    return DirectoryEdit(label, lambda current: _with_entry(current, id, values))


def duplicate_entry(directory: Directory, id: str, *, new_id: Callable[[], str]) -> tuple[DirectoryEdit, str]:
    """A copy of the entry ``id``, such as another department of one hospital, and the id of the copy."""
    copy = duplicate_of(_entry(directory, id), new_id)
    label = N_("Copy {thing}", thing=thing_name(copy))
    return DirectoryEdit(label, add_entry(copy).change), copy.id


def remove_entry(directory: Directory, id: str, *, journeys: int = 0) -> DirectoryEdit:
    """Take the entry ``id`` away. ``journeys`` is how many use it.

    Raises: InputError while a journey uses it or another entry names it.
    """
    going = _entry(directory, id)
    if journeys:
        raise InputError(
            NN_(
                "“{thing}” cannot be removed: {count} journey uses it.",
                "“{thing}” cannot be removed: {count} journeys use it.",
                journeys,
                thing=thing_name(going),
            ),
            N_("Remove it from there first; a journey that is closed still needs it."),
        )

    def change(current: Directory) -> Directory:
        refuse_if_in_the_way(tuple(entries(current)), _entry(current, id), None)
        gone = frozenset(one.id for one in things(_entry(current, id)))
        agency = current.agency
        if agency is not None:
            left = tuple(one for one in agency.case_managers if one.id not in gone)
            agency = agency if left == agency.case_managers else replace(agency, case_managers=left)
        after = replace(
            current,
            agency=None if agency is not None and agency.id in gone else agency,
            places=tuple(one for one in current.places if one.id not in gone),
            contacts=tuple(one for one in current.contacts if one.id not in gone),
        )
        return replace(
            after,
            places=tuple(without_references(one, gone) for one in after.places),
            contacts=tuple(without_references(one, gone) for one in after.contacts),
        )

    change(directory)
    return DirectoryEdit(N_("Remove {thing}", thing=thing_name(going)), change)


def entries(directory: Directory) -> Iterator[Thing]:
    """Everything in the directory: the agency with its case managers, then places, then contacts."""
    for one in (directory.agency, *directory.places, *directory.contacts):
        if one is not None:
            yield from things(one)


def _entry(directory: Directory, id: str) -> Thing:
    entry = next((one for one in entries(directory) if one.id == id), None)
    if entry is None:
        raise InputError(N_("There is no entry “{id}” in the directory.", id=id))
    return entry


def _with_entry(directory: Directory, id: str, values: Mapping[str, Any]) -> Directory:
    def changed(entry: Any) -> Any:
        return replace(entry, **values)

    agency = directory.agency
    return replace(
        directory,
        agency=with_thing(agency, id, changed) if agency is not None else None,
        places=tuple(with_thing(one, id, changed) for one in directory.places),
        contacts=tuple(with_thing(one, id, changed) for one in directory.contacts),
    )
