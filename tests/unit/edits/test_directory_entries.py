"""Entries of the shared directory added, changed, copied, removed: each as one named edit, or refused."""

from __future__ import annotations

import pytest

from planner.edits.directory import add_entry, change_entry, duplicate_entry, entries, remove_entry
from planner.errors import InputError
from planner.i18n import translator
from planner.message import Message
from planner.record.directory import Directory
from tests.builders import make_agency, make_case_manager, make_contact, make_document, make_place, text

SAM = make_case_manager(id="sam", name=text("Sam Specimen"))
KIM = make_case_manager(id="kim", name=text("Kim Specimen"))
HOUSE = make_place(id="house", name=text("Demo Hospital"))
WARD = make_place(id="ward", name=text("Demo Ward"), within="house", notes="by the lift")
DOCTOR = make_contact(id="doctor", name=text("Dr Example"), place="ward")
DRIVER = make_contact(id="driver", name=text("Mr Placeholder"))
SHARED = Directory(
    agency=make_agency(id="agency", case_managers=(SAM, KIM)), places=(HOUSE, WARD), contacts=(DOCTOR, DRIVER)
)


def said(message: Message) -> str:
    return translator("en").text(message)


def test_each_kind_of_entry_goes_last_in_its_own_list() -> None:
    place, contact, manager = make_place(), make_contact(), make_case_manager()
    assert add_entry(place).change(SHARED).places == (HOUSE, WARD, place)
    assert add_entry(contact).change(SHARED).contacts == (DOCTOR, DRIVER, contact)
    with_manager = add_entry(manager).change(SHARED)
    assert with_manager.agency is not None
    assert with_manager.agency.case_managers == (SAM, KIM, manager)
    agency = make_agency(id="other")
    assert add_entry(agency).change(Directory()).agency is agency
    assert said(add_entry(HOUSE).label) == "Add Place: Demo Hospital"


def test_a_case_manager_has_to_wait_for_the_agency() -> None:
    with pytest.raises(InputError, match="Enter the agency before"):
        add_entry(SAM).change(Directory())


def test_what_is_of_one_journey_does_not_belong_in_the_directory() -> None:
    with pytest.raises(InputError, match="“Document” does not belong in “Directory”"):
        add_entry(make_document()).change(SHARED)


def test_a_change_leaves_all_other_entries_and_its_label_says_which_field() -> None:
    edit = change_entry(SHARED, "ward", {"notes": "second floor"})
    after = edit.change(SHARED)
    assert [place.notes for place in after.places] == ["", "second floor"]
    assert after.agency is SHARED.agency
    assert after.contacts == SHARED.contacts
    assert said(edit.label) == "Change Notes of Demo Ward"


def test_a_change_of_several_fields_is_named_after_the_entry_alone() -> None:
    edit = change_entry(SHARED, "kim", {"notes": "on leave", "email": "kim@example.test"})
    after = edit.change(SHARED)
    assert said(edit.label) == "Change Kim Specimen"
    assert after.agency is not None
    assert [one.notes for one in after.agency.case_managers] == ["", "on leave"]


def test_before_there_is_an_agency_other_entries_can_be_changed_and_removed() -> None:
    bare = Directory(places=(HOUSE,))
    after = change_entry(bare, "house", {"notes": "x"}).change(bare)
    assert after.agency is None
    assert after.places[0].notes == "x"
    assert remove_entry(bare, "house").change(bare) == Directory()
    assert list(entries(bare)) == [HOUSE]


def test_a_copy_is_another_entry_that_stays_part_of_the_same_house() -> None:
    edit, id = duplicate_entry(SHARED, "ward", new_id=lambda: "new")
    after = edit.change(SHARED)
    assert id == "new"
    assert after.places[:2] == SHARED.places
    assert (after.places[2].id, after.places[2].within) == ("new", "house")
    assert said(edit.label) == "Copy Demo Ward"


def test_what_a_journey_uses_is_not_removed_and_the_sentence_counts_them() -> None:
    with pytest.raises(InputError) as refused:
        remove_entry(SHARED, "driver", journeys=1)
    assert said(refused.value.message) == "“Mr Placeholder” cannot be removed: 1 journey uses it."
    with pytest.raises(InputError, match="2 journeys use it"):
        remove_entry(SHARED, "driver", journeys=2)


def test_a_place_that_other_entries_name_is_not_removed() -> None:
    with pytest.raises(InputError) as refused:
        remove_entry(SHARED, "ward")
    sentence = said(refused.value.message)
    assert sentence.startswith("“Demo Ward” cannot be removed: it stands in")
    assert "of “Dr Example” (Contact)" in sentence


def test_removing_takes_the_one_entry_and_nothing_else() -> None:
    edit = remove_entry(SHARED, "doctor")
    after = edit.change(SHARED)
    assert after == Directory(agency=SHARED.agency, places=(HOUSE, WARD), contacts=(DRIVER,))
    assert said(edit.label) == "Remove Dr Example"
    assert remove_entry(after, "ward").change(after).places == (HOUSE,)


def test_a_case_manager_leaves_the_agency_and_the_agency_takes_all_of_its_own_along() -> None:
    left = remove_entry(SHARED, "sam").change(SHARED).agency
    assert left is not None
    assert left.case_managers == (KIM,)
    without = remove_entry(SHARED, "agency").change(SHARED)
    assert without == Directory(places=SHARED.places, contacts=SHARED.contacts)


def test_an_entry_that_is_not_there_is_refused() -> None:
    with pytest.raises(InputError, match="no entry “nobody”"):
        remove_entry(SHARED, "nobody")


def test_entries_come_agency_first_with_its_case_managers() -> None:
    assert [one.id for one in entries(SHARED)] == [
        "agency",
        "sam",
        "kim",
        "house",
        "ward",
        "doctor",
        "driver",
    ]
