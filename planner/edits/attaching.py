"""Files attached to a thing of the record: attached, called something else, taken off again.

The contents lie in the vault before the edit that names them, and stay there when they are taken off: undoing
finds them again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from planner.edits.edit import Edit
from planner.errors import InputError
from planner.message import N_, NN_
from planner.record.journey import Journey
from planner.record.lookup import thing, with_thing
from planner.record.thing import Attachment, Thing

_Attachments = tuple[Attachment, ...]


def attach(journey: Journey, thing_id: str, added: Iterable[Attachment]) -> Edit:
    """Add files to the thing of that id, after those it has; contents it has already are not added twice.

    Raises: InputError when there is no such thing; also when run.
    """
    files = tuple(added)
    _found(journey, thing_id)

    def change(held: _Attachments) -> _Attachments:
        known = {one.sha256 for one in held}
        return (*held, *(one for one in files if one.sha256 not in known))

    label = (
        N_("Attach “{name}”", name=files[0].name)
        if len(files) == 1
        else NN_("Attach {count} file", "Attach {count} files", len(files))
    )
    return Edit(label, journey.id, _of(thing_id, change))


def detach(journey: Journey, thing_id: str, attachment_id: str) -> Edit:
    """Take a file off the thing of that id. Raises: as ``rename``."""
    name = _file(_found(journey, thing_id), attachment_id).name

    def change(held: _Attachments) -> _Attachments:
        return tuple(one for one in held if one.id != attachment_id)

    return Edit(N_("Remove “{name}”", name=name), journey.id, _of(thing_id, change))


def rename(journey: Journey, thing_id: str, attachment_id: str, name: str) -> Edit:
    """Call an attached file something else, keeping its ending unless ``name`` has one.

    Raises: InputError when there is no such thing or file, or the name is empty.
    """
    before = _file(_found(journey, thing_id), attachment_id).name
    words = " ".join(name.split())
    if not words:
        raise InputError(N_("A file needs a name."), N_("Enter what it should be called."))
    stem, dot, ending = before.rpartition(".")
    if dot and stem and "." not in words:
        words = f"{words}.{ending}"

    def change(held: _Attachments) -> _Attachments:
        return tuple(replace(one, name=words) if one.id == attachment_id else one for one in held)

    return Edit(N_("Rename “{name}”", name=before), journey.id, _of(thing_id, change))


def _of(thing_id: str, change: Callable[[_Attachments], _Attachments]) -> Callable[[Journey], Journey]:
    def changed(one: Any) -> Any:
        after = change(one.attachments)
        return one if after == one.attachments else replace(one, attachments=after)

    def run(current: Journey) -> Journey:
        _found(current, thing_id)
        return with_thing(current, thing_id, changed)

    return run


def _found(journey: Journey, thing_id: str) -> Thing:
    found = thing(journey, thing_id)
    if found is None:
        raise InputError(
            N_("What this file belongs to is no longer in the journey."),
            N_("Undo its removal, or attach the file to something else."),
        )
    return found


def _file(found: Thing, attachment_id: str) -> Attachment:
    for one in found.attachments:
        if one.id == attachment_id:
            return one
    raise InputError(N_("This file is no longer attached."), N_("Undo its removal, or attach it again."))
