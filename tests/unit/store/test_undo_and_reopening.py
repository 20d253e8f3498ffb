"""Random edits, undo, redo and reopening, against a model that is nothing but dictionaries.

The model keeps whole copies of everything at every step; the vault writes differences. What the vault
holds, as its own connection and as a freshly opened one see it, is always what the model holds.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from planner.edits.history import History, Step, Turn
from planner.message import N_
from planner.record.directory import Directory
from planner.record.journey import Journey
from planner.record.place import Place
from planner.store.change_log import ChangeKind, ChangeNote
from planner.store.saving import Change, DirectoryChange, JourneyChange
from planner.store.vault import Vault
from tests.builders import generated_journeys, texts, whens
from tests.unit.store.conftest import CHEAP, NOW, PASSPHRASE

_NEW = tuple(generated_journeys(6, seed=11))
_WORDS = st.sampled_from(["", "window seat", "靠窗", "ring the hotel", "x" * 500])
_PICK = st.integers(0, 2**16)


@dataclass(frozen=True, slots=True)
class Model:
    """Everything a vault holds: journeys by id, and the shared places they all show."""

    journeys: dict[str, Journey] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    def journey(self, key: str) -> Journey:
        journey = self.journeys[key]
        return replace(journey, places=tuple(self.places[place.id] for place in journey.places))

    def after(self, turns: tuple[Turn, ...]) -> Model:
        journeys, places = dict(self.journeys), dict(self.places)
        for turn in turns:
            if isinstance(turn.after, Directory):
                places |= {place.id: place for place in turn.after.places}
            elif isinstance(turn.after, Journey):
                journeys[turn.after.id] = turn.after
                places |= {place.id: place for place in turn.after.places}
            elif isinstance(turn.before, Journey):
                del journeys[turn.before.id]
        return Model(journeys, places)


class Records(RuleBasedStateMachine):
    """A vault and its model, side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp()) / "v"
        self.vault = Vault.create(self.folder, PASSPHRASE, cost=CHEAP)
        self.model = Model()
        self.history = History()
        self.edits = 0

    def teardown(self) -> None:
        self.vault.close()
        shutil.rmtree(self.folder.parent)

    # -- what a user does ------------------------------------------------------------------------------

    @precondition(lambda self: len(self.model.journeys) < len(_NEW))
    @rule(pick=_PICK)
    def add_a_journey(self, pick: int) -> None:
        absent = [journey for journey in _NEW if journey.id not in self.model.journeys]
        journey = absent[pick % len(absent)]
        known = {place.id: place for place in self.vault.directory().places}
        places = tuple(known.get(place.id, place) for place in journey.places)
        self.run(Turn(None, replace(journey, places=places)))

    @precondition(lambda self: self.model.journeys)
    @rule(pick=_PICK, words=_WORDS, when=whens())
    def edit_a_leg(self, pick: int, words: str, when: Any) -> None:
        journey = self.pick(pick)
        if journey.legs:
            at = pick % len(journey.legs)
            leg = replace(journey.legs[at], notes=words, departs=when, arrives=None)
            self.run(Turn(journey, replace(journey, legs=_with(journey.legs, at, leg))))

    @precondition(lambda self: self.model.journeys)
    @rule(pick=_PICK)
    def turn_the_documents_and_drop_a_task(self, pick: int) -> None:
        journey = self.pick(pick)
        tasks = journey.tasks[:-1]
        self.run(Turn(journey, replace(journey, documents=journey.documents[::-1], tasks=tasks)))

    @precondition(lambda self: self.model.journeys)
    @rule(pick=_PICK, name=texts())
    def rename_a_place_of_a_journey(self, pick: int, name: Any) -> None:
        journey = self.pick(pick)
        if journey.places:
            at = pick % len(journey.places)
            place = replace(journey.places[at], name=name)
            self.run(Turn(journey, replace(journey, places=_with(journey.places, at, place))))

    @precondition(lambda self: self.model.places)
    @rule(pick=_PICK, name=texts())
    def rename_a_place_in_the_directory(self, pick: int, name: Any) -> None:
        directory = self.vault.directory()
        at = pick % len(directory.places)
        place = replace(directory.places[at], name=name)
        self.run(Turn(directory, replace(directory, places=_with(directory.places, at, place))))

    @precondition(lambda self: self.model.journeys)
    @rule(pick=_PICK)
    def remove_a_journey(self, pick: int) -> None:
        self.run(Turn(self.pick(pick), None))

    @precondition(lambda self: self.history.done)
    @rule()
    def undo(self) -> None:
        step, self.history = self.history.undo()
        self.write(step, ChangeKind.UNDO)

    @precondition(lambda self: self.history.undone)
    @rule()
    def redo(self) -> None:
        step, self.history = self.history.redo()
        self.write(step, ChangeKind.REDO)

    @rule()
    def close_and_open_again(self) -> None:
        self.vault.close()
        self.vault = Vault.open(self.folder, PASSPHRASE, now=NOW)

    # -- what must hold --------------------------------------------------------------------------------

    @invariant()
    def the_vault_holds_what_the_model_holds(self) -> None:
        assert self.vault.journey_ids() == sorted(self.model.journeys)
        for key in self.model.journeys:
            assert self.vault.load_journey(key) == self.model.journey(key)
        assert self.vault.directory().places == tuple(place for _, place in sorted(self.model.places.items()))

    @invariant()
    def every_edit_is_in_the_log(self) -> None:
        assert len({change.edit for change in self.vault.log(limit=10_000)}) == self.edits

    @invariant()
    def every_patient_is_found(self) -> None:
        for journey in self.model.journeys.values():
            assert journey.id in self.vault.search_journeys(journey.patient.full_name)

    # -- how -------------------------------------------------------------------------------------------

    def pick(self, pick: int) -> Journey:
        keys = sorted(self.model.journeys)
        journey = self.vault.load_journey(keys[pick % len(keys)])
        assert journey is not None
        return journey

    def run(self, *turns: Turn) -> None:
        step = Step(N_("Edit"), turns)
        self.history = self.history.did(step)
        self.write(step, ChangeKind.EDIT)

    def write(self, step: Step, kind: ChangeKind) -> None:
        changes = [_change(turn) for turn in step.turns]
        self.vault.save(changes, ChangeNote(at=NOW, label=step.label, kind=kind))
        self.model = self.model.after(step.turns)
        self.edits += 1


def _change(turn: Turn) -> Change:
    if isinstance(turn.before, Directory):
        assert isinstance(turn.after, Directory)
        return DirectoryChange(turn.before, turn.after)
    assert not isinstance(turn.after, Directory)
    return JourneyChange(turn.before, turn.after)


def _with(things: tuple[Any, ...], at: int, thing: Any) -> tuple[Any, ...]:
    return (*things[:at], thing, *things[at + 1 :])


TestRecords = Records.TestCase
TestRecords.settings = settings(max_examples=25, stateful_step_count=25)
