"""The log says who did what when, with old and new, and is never rewritten."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from planner.message import N_, NN_, NP_
from planner.record.fraction import FractionState
from planner.store.change_log import ChangeKind, ChangeNote
from planner.store.field_changes import FieldChange, field_changes
from planner.store.message_json import message_from_json, message_to_json
from planner.store.saving import DirectoryChange, JourneyChange
from tests.builders import at, make_course, make_journey, make_leg, make_place, text
from tests.unit.store.conftest import NOW

NOTE = ChangeNote(at=NOW, label=N_("Edit"))


def test_an_edit_is_logged_with_old_and_new(vault):
    journey = make_journey(id="j1", reference="A")
    vault.save([JourneyChange(None, journey)], replace(NOTE, label=N_("Add journey")))
    at_nine = dt.datetime(2026, 11, 24, 9, tzinfo=dt.timezone(dt.timedelta(hours=13)))
    note = ChangeNote(
        at=at_nine, label=N_("Set reference to {to}", to="B"), who="manager-1", kind=ChangeKind.UNDO
    )
    vault.save([JourneyChange(journey, replace(journey, reference="B"))], note)
    changed, added = vault.log("j1")
    assert added.note.label == N_("Add journey")
    assert added.fields[0] == FieldChange("journey", "j1", "", None, {"id": "j1"})
    assert changed.note == note
    assert changed.note.at.utcoffset() == dt.timedelta(0)
    assert changed.fields == (FieldChange("journey", "j1", "reference", "A", "B"),)


def test_the_log_is_read_in_parts_newest_first(vault):
    journey = make_journey(id="j1")
    vault.save([JourneyChange(None, journey)], NOTE)
    for number in range(5):
        after = replace(journey, reference=str(number))
        vault.save([JourneyChange(journey, after)], NOTE)
        journey = after
    newest = vault.log("j1", limit=2)
    assert [change.fields[0].new for change in newest] == ["4", "3"]
    older = vault.log("j1", before=newest[-1].number, limit=2)
    assert [change.fields[0].new for change in older] == ["2", "1"]
    assert vault.log("another") == []
    assert len(vault.log()) == 6


def test_a_change_of_the_directory_belongs_to_no_journey(vault):
    directory = vault.directory()
    place = make_place(id="p1")
    vault.save([DirectoryChange(directory, replace(directory, places=(place,)))], NOTE)
    (logged,) = vault.log()
    assert logged.journey is None
    assert [(change.kind, change.id, change.field, change.old) for change in logged.fields] == [
        ("place", "p1", "", None)
    ]


def test_one_edit_of_two_journeys_is_one_edit_with_a_row_each(vault):
    one, other = make_journey(id="j1", places=()), make_journey(id="j2", places=())
    bare = dict(legs=(), stays=(), appointments=(), courses=(), contacts=(), referring_hospital=None)
    one, other = (replace(journey, **bare) for journey in (one, other))
    vault.save([JourneyChange(None, one), JourneyChange(None, other)], NOTE)
    vault.save([JourneyChange(one, replace(one, reference="x"))], NOTE)
    third, second, first = vault.log()
    assert (first.journey, second.journey, first.edit) == ("j1", "j2", second.edit)
    assert third.edit != first.edit


def test_what_was_in_a_removed_journey_is_not_kept_in_the_log(vault):
    journey = make_journey(id="j1", notes="a secret")
    vault.save([JourneyChange(None, journey)], NOTE)
    vault.save([JourneyChange(journey, None)], NOTE)
    assert vault.log("j1")[0].fields == (FieldChange("journey", "j1", "", {"id": "j1"}, None),)


def test_changes_are_named_by_thing_and_field():
    leg = make_leg(id="leg", departs=at("2027-03-07 22:00", "Pacific/Auckland"))
    journey = make_journey(legs=(leg, make_leg(id="other")))
    later = replace(leg, departs=at("2027-03-07 23:15", "Pacific/Auckland"))
    (change,) = field_changes(journey, replace(journey, legs=(later, journey.legs[1])))
    assert (change.kind, change.id, change.field) == ("leg", "leg", "departs")
    assert (change.old["time"], change.new["time"]) == ("22:00:00", "23:15:00")
    (removed,) = field_changes(journey, replace(journey, legs=(leg,)))
    assert (removed.id, removed.field, removed.new) == ("other", "", None)
    assert removed.old["mode"] == "flight"
    assert field_changes(journey, replace(journey, legs=journey.legs[::-1])) == []


def test_changes_reach_things_within_things():
    course = make_course()
    journey = make_journey(courses=(course,))
    delivered = replace(course.fractions[0], state=FractionState.DELIVERED)
    edited = replace(course, fractions=(delivered, *course.fractions[1:]))
    (change,) = field_changes(journey, replace(journey, courses=(edited,)))
    assert change == FieldChange("fraction", delivered.id, "state", "planned", "delivered")


def test_an_instant_without_a_zone_is_refused(vault):
    with pytest.raises(ValueError, match="zone"):
        vault.save([JourneyChange(None, make_journey())], replace(NOTE, at=dt.datetime(2026, 1, 1)))
    assert vault.journey_ids() == []


@pytest.mark.parametrize(
    "message",
    [
        N_("Plain"),
        NN_("{count} day", "{count} days", 3),
        NP_("visa", "Entry"),
        N_("{a} {b} {c}", a=dt.date(2027, 4, 4), b=dt.time(9, 30), c=Decimal("58.05")),
        N_("{at}", at=dt.datetime(2027, 4, 4, 1, tzinfo=dt.UTC)),
        N_("{when} {state}", when=at("2027-04-06 10:20"), state=FractionState.MISSED),
        N_("{name}", name=text("Centre", "中心")),
        N_("{inner}: {none} {yes}", inner=NN_("{count} leg", "{count} legs", 1), none=None, yes=True),
    ],
)
def test_labels_keep_the_types_of_their_values(message):
    again = message_from_json(message_to_json(message))
    assert again == message
    assert [type(value) for value in again.params.values()] == [
        type(value) for value in message.params.values()
    ]


def test_a_value_the_record_does_not_know_is_kept_as_its_words():
    assert message_from_json(message_to_json(N_("{x}", x=3.5))).params == {"x": "3.5"}
