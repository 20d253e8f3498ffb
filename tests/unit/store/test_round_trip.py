"""Whatever a journey holds comes back as it was, and becoming another costs only the rows that differ."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.errors import InputError
from planner.message import N_
from planner.record.agency import Agency
from planner.record.contact import Contact
from planner.record.directory import Directory
from planner.record.journey import Journey
from planner.record.place import Place
from planner.record.shape import FieldShape, Kind, has_id, shape_of
from planner.store.change_log import ChangeNote
from planner.store.database import connect
from planner.store.json_values import to_json
from planner.store.mapping import journey_table
from planner.store.reading import read_entries, read_journey
from planner.store.row_differences import RowDifferences
from planner.store.saving import Change, DirectoryChange, JourneyChange
from planner.store.vault import Vault
from tests.builders import (
    directories,
    generated_journeys,
    journeys,
    make_agency,
    make_contact,
    make_place,
    make_stay,
    text,
)
from tests.unit.store.conftest import CHEAP, NOW, PASSPHRASE

NOTE = ChangeNote(at=NOW, label=N_("Edit"))


@dataclass(frozen=True, slots=True)
class Shared:
    """One vault for all examples of a property, and another connection that remembers nothing."""

    vault: Vault
    db: Any

    def save(self, *changes: Change) -> None:
        self.vault.save(changes, NOTE)

    def empty(self) -> None:
        """Without journeys and directory, so that examples do not meet."""
        for journey_id in self.vault.journey_ids():
            self.save(JourneyChange(self.vault.load_journey(journey_id), None))
        self.save(DirectoryChange(self.vault.directory(), Directory()))
        for entry in self.entries(Agency).values():
            self.save(DirectoryChange(Directory(agency=entry), Directory()))

    def entries(self, kind: Any, ids: Collection[str] | None = None) -> Mapping[str, Any]:
        return read_entries(self.db, kind, ids)

    def journey(self, journey_id: str) -> Journey | None:
        """The journey as the rows say it is, with nothing from memory."""
        return read_journey(self.db, journey_id, self.entries)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    folder = tmp_path_factory.mktemp("vault") / "v"
    keys: list[bytes] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("planner.store.vault.connect", lambda path, key: keys.append(key) or connect(path, key))
        vault = Vault.create(folder, PASSPHRASE, cost=CHEAP)
    db = connect(folder / "record.db", keys[-1])
    with vault:
        yield Shared(vault, db)
        db.close()


def differences(old: Journey | None, new: Journey | None) -> RowDifferences:
    found = RowDifferences()
    found.add(journey_table(), old, new, (new or old).id)
    return found


@settings(max_examples=40)
@given(journeys(extras=True))
def test_a_journey_comes_back_as_it_was(shared, journey):
    shared.empty()
    shared.save(JourneyChange(None, journey))
    fresh = shared.journey(journey.id)
    assert fresh == journey
    assert to_json(fresh) == to_json(journey)  # equal is not enough: 1.0 is not 1.00, and order counts


@st.composite
def states(draw: st.DrawFn) -> tuple[Journey, ...]:
    """A journey, then the same after edits: fields changed, values come and gone, things in other orders."""
    journey = draw(journeys(ids="a"))
    other = draw(journeys(ids="b"))
    found = [journey]
    for _ in range(draw(st.integers(1, 3))):
        found.append(draw(_edited(found[-1], other)))
    return tuple(found)


@st.composite
def _edited(draw: st.DrawFn, thing: Any, like: Any) -> Any:
    """``thing`` with some of its fields as ``like``, of the same class, has them; never an id."""
    changes: dict[str, Any] = {}
    for shape in shape_of(type(thing)):
        held, other = getattr(thing, shape.name), getattr(like, shape.name)
        if shape.kind is Kind.VALUE and shape.many is tuple and has_id(shape.type):
            edited = [draw(_edited(one, draw(st.sampled_from(other)))) if other else one for one in held]
            changes[shape.name] = tuple(draw(st.permutations(edited)))
        elif shape.type not in (Agency, Place, Contact) and not _refers(shape) and draw(st.booleans()):
            changes[shape.name] = other
    return replace(thing, **changes)


def _refers(shape: FieldShape) -> bool:
    if shape.kind is Kind.VALUE:
        return any(_refers(inner) for inner in shape_of(shape.type))
    return shape.kind in (Kind.ID, Kind.REFERENCE)


@settings(max_examples=30)
@given(states())
def test_a_journey_goes_through_edits_and_back(shared, found):
    shared.empty()
    shared.save(JourneyChange(None, found[0]))
    path = [*found, *found[-2::-1]]
    for old, new in pairwise(path):
        shared.save(JourneyChange(old, new))
        assert to_json(shared.journey(old.id)) == to_json(new)


@settings(max_examples=20)
@given(journeys(ids="a"), journeys(ids="b"))
def test_a_journey_may_become_another_altogether(shared, old, new):
    shared.empty()
    new = replace(new, id=old.id)
    shared.save(JourneyChange(None, old))
    shared.save(JourneyChange(old, new))
    assert to_json(shared.journey(old.id)) == to_json(new)
    assert shared.vault.is_whole()


@settings(max_examples=40)
@given(directories(ids="a"), directories(ids="a"))
def test_a_directory_becomes_another(shared, first, second):
    shared.empty()
    shared.save(DirectoryChange(Directory(), first))
    for old, new in ((Directory(), first), (first, second)):
        shared.save(DirectoryChange(old, new))
        assert list(shared.entries(Place).values()) == sorted(new.places, key=lambda place: place.id)
        assert list(shared.entries(Contact).values()) == sorted(new.contacts, key=lambda one: one.id)
        if new.agency is not None:
            assert shared.entries(Agency)[new.agency.id] == new.agency
        assert shared.vault.directory().agency == new.agency


def test_a_removed_journey_leaves_no_row(connections, folder):
    journey = next(iter(generated_journeys(1, seed=3)))
    with Vault.create(folder, PASSPHRASE, cost=CHEAP) as vault:
        vault.save([JourneyChange(None, journey)], NOTE)
        vault.save([JourneyChange(journey, None)], NOTE)
        db = connections[-1].db
        left = {
            table: count
            for table in db.table_names()
            if not table.startswith(("_", "sqlite_"))
            and "journey" in {column.name for column in db[table].columns}
            and table not in ("change_log", "event_contents")
            and (count := db[table].count)
        }
        assert left == {}
        assert vault.load_journey(journey.id) is None
        assert vault.search_journeys(journey.patient.surname) == []
        assert vault.directory().places, "what it shared with others stays"


def test_what_did_not_change_costs_no_row():
    journey = next(iter(generated_journeys(1)))
    assert len(differences(journey, journey)) == 0
    assert len(differences(journey, replace(journey))) == 0
    copied = replace(journey, legs=tuple(replace(leg) for leg in journey.legs))
    assert len(differences(journey, copied)) == 0


def test_one_field_costs_one_row_and_one_column():
    journey = next(iter(generated_journeys(1)))
    stay = journey.stays[0]
    edited = replace(journey, stays=(replace(stay, room="1808"), *journey.stays[1:]))
    found = differences(journey, edited)
    assert not found.deletes
    assert not found.inserts
    ((table, key, values),) = found.updates
    assert (table.name, key, values) == ("stay", (journey.id, stay.id), {"room": "1808"})


def test_a_value_that_comes_and_goes_is_all_its_columns(vault):
    journey = next(iter(generated_journeys(1)))
    leg = next(leg for leg in journey.legs if leg.arrives is not None)
    unknown = replace(leg, arrives=None)
    without = replace(journey, legs=tuple(unknown if one is leg else one for one in journey.legs))
    ((_, _, values),) = differences(journey, without).updates
    assert values.keys() == {"arrives_date", "arrives_time", "arrives_zone", "arrives_fold"}
    vault.save([JourneyChange(None, without)], NOTE)
    vault.save([JourneyChange(without, journey)], NOTE)
    assert vault.load_journey(journey.id) == journey


def test_order_is_kept_when_things_are_moved(vault):
    journey = next(iter(generated_journeys(1)))
    turned = replace(journey, documents=journey.documents[::-1])
    vault.save([JourneyChange(None, journey)], NOTE)
    vault.save([JourneyChange(journey, turned)], NOTE)
    assert vault.load_journey(journey.id) == turned


def test_a_place_is_one_for_all_journeys(vault):
    place = make_place()
    one, other = (
        replace(_bare(id), places=(place,), stays=(make_stay(place=place.id, travellers=()),))
        for id in ("j1", "j2")
    )
    vault.save([JourneyChange(None, one), JourneyChange(None, other)], NOTE)
    renamed = replace(place, name=text("Demo Hotel East", "演示酒店东楼"))
    vault.save([JourneyChange(one, replace(one, places=(renamed,)))], NOTE)
    assert vault.load_journey("j2").places == (renamed,)
    assert vault.load_journey("j1").places[0] is vault.load_journey("j2").places[0]
    assert vault.directory().places == (renamed,)
    assert vault.journeys_using(place) == ["j1", "j2"]


def test_a_place_that_is_used_is_not_removed(vault):
    place = make_place()
    journey = replace(_bare("j1"), places=(place,))
    vault.save([JourneyChange(None, journey)], NOTE)
    directory = vault.directory()
    with pytest.raises(InputError, match="refers to something"):
        vault.save([DirectoryChange(directory, replace(directory, places=()))], NOTE)
    assert vault.directory() == directory
    unused = replace(journey, places=())
    vault.save([JourneyChange(journey, unused)], NOTE)
    vault.save([DirectoryChange(directory, replace(directory, places=()))], NOTE)
    assert vault.directory().places == ()


def test_a_journey_of_another_agency_keeps_it(vault):
    own, other = make_agency(id="own"), make_agency(id="other")
    vault.save([DirectoryChange(Directory(), Directory(agency=own))], NOTE)
    vault.save([JourneyChange(None, replace(_bare("j1"), agency=other))], NOTE)
    assert vault.directory().agency == own
    assert vault.load_journey("j1").agency == other


def test_a_journey_may_bring_contacts_that_belong_to_places(vault):
    place = make_place()
    journey = replace(_bare("j1"), contacts=(make_contact(place=place.id),), places=(place,))
    vault.save([JourneyChange(None, journey)], NOTE)
    assert vault.load_journey("j1") == journey


def _bare(journey_id: str) -> Journey:
    return Journey(id=journey_id, agency=make_agency(id="agency-1", case_managers=()))
