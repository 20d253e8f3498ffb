"""What forms change: things of one journey, and shared entries, each by its own sort of edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.edits.directory import add_entry, change_entry, duplicate_entry, entries, remove_entry
from planner.edits.edit import AnyEdit, Edit, RemoveJourney
from planner.edits.thing_names import thing_name
from planner.edits.things import add, change, duplicate, move, remove
from planner.errors import InputError
from planner.message import N_
from planner.record.agency import Agency, CaseManager
from planner.record.directory import Directory
from planner.record.document import Sending
from planner.record.journey import Journey
from planner.record.lookup import thing as found
from planner.record.thing import Thing
from planner.session import Session

#: What of a sending says when it goes to whom.
_SAYS_WHERE = frozenset({"sent_on", "to_place", "to_contact", "to_name"})


class Keeper:
    """The record as forms see it. ``journey_id`` is ``""`` where only the directory is at hand.

    A place or contact is changed where it is shared: every journey that uses it has it so from then on.
    Every method that changes something raises PlannerError where it cannot be.
    """

    def __init__(self, session: Session, journey_id: str = "") -> None:
        self.session = session
        self.journey_id = journey_id

    @property
    def journey(self) -> Journey | None:
        """The journey as it is now."""
        return self.session.journey(self.journey_id) if self.journey_id else None

    @property
    def directory(self) -> Directory:
        """The shared entries as they are now."""
        return self.session.directory()

    def thing(self, id: str) -> Thing | None:
        """The thing with that id as it is now; ``None`` once it is gone."""
        shared = next((one for one in entries(self.directory) if one.id == id), None)
        if shared is not None:
            return shared
        try:
            journey = self.journey
        except InputError:
            return None
        return found(journey, id) if journey is not None else None

    def add(self, thing: Thing, under: str = "") -> None:
        """Put a new thing in the record, in the thing ``under`` if it lies in one.

        A place or contact is known to the journey from then on, and in the directory.
        """
        journey = self.journey
        if journey is None or isinstance(thing, Agency | CaseManager):
            self._run(add_entry(thing))
            return
        adding = add(journey, thing, under=under, directory=self.directory)
        self._run(self._sent(adding, thing.id) if isinstance(thing, Sending) else adding)

    def change(self, id: str, values: Mapping[str, Any]) -> None:
        """Give fields of a thing these values; open dates of the template follow an anchor that moves."""
        journey = self.journey
        if any(one.id == id for one in entries(self.directory)):
            self._run(change_entry(self.directory, id, values))
        elif journey is not None:
            if id == journey.id:
                values = self.session.retention.with_years(journey.id, values)
            changing = change(journey, id, values, directory=self.directory)
            is_sent_anew = _SAYS_WHERE & values.keys() and isinstance(found(journey, id), Sending)
            self._run(self._sent(changing, id) if is_sent_anew else changing)

    def duplicate(self, id: str) -> str:
        """A copy of a thing right after it; the id of the copy."""
        journey = self.journey
        if any(one.id == id for one in entries(self.directory)):
            edit, made = duplicate_entry(self.directory, id, new_id=self.session.new_id)
            self._run(edit)
            return made
        if journey is None:
            raise InputError(N_("There is no entry “{id}” in the directory.", id=id))
        whole, made = duplicate(journey, id, new_id=self.session.new_id)
        self._run(self._sent(whole, made) if isinstance(found(journey, id), Sending) else whole)
        return made

    def remove(self, id: str) -> None:
        """Take a thing away, or the journey itself. A shared entry leaves the journey, not the directory."""
        journey = self.journey
        if journey is not None and id == journey.id:
            label = N_("Remove the journey of {name}", name=thing_name(journey))
            self._run(RemoveJourney(label, journey.id))
        elif journey is not None and found(journey, id) is not None:
            self._run(remove(journey, id))
        elif journey is None:
            self._run(remove_entry(self.directory, id))

    def move(self, id: str, places: int) -> None:
        """Move a thing down its list by so many places."""
        journey = self.journey
        if journey is not None:
            self._run(move(journey, id, places))

    def _sent(self, edit: Edit, sending_id: str) -> Edit:
        """A document goes out: under a consent and as a disclosure, or not."""
        return self.session.disclosures.of_sending(edit, sending_id)

    def _run(self, edit: AnyEdit) -> None:
        self.session.run(edit)
