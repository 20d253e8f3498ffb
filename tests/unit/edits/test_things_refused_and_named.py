"""Edits of things that are refused, and edits whose label or check depends on what they touch."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from planner.edits.disclosing import send_documents
from planner.edits.duplicates import duplicate_of
from planner.edits.edit import together
from planner.edits.forgetting import redacted, without_traveller
from planner.edits.referring import without_references
from planner.edits.shared_entries import with_entries_named
from planner.edits.things import add, change, remove, where
from planner.errors import InputError
from planner.i18n import translator
from planner.itinerary.disclosure import Leaving
from planner.message import N_
from planner.record.consent import DisclosureKind
from planner.record.directory import Directory
from planner.record.document import Document, Sending
from planner.record.ids import ContactId, JourneyId, SendingId, TravellerId
from planner.record.journey import Journey
from planner.record.leg import Seat
from tests.builders import (
    COMPANION,
    PATIENT,
    at,
    day,
    make_agency,
    make_companion,
    make_contact,
    make_document,
    make_place,
    make_traveller,
    make_visa,
    text,
)
from tests.unit.schedule.slip.worked import sample

SAMPLE = sample()
HOUSE = make_place(id="house", name=text("Demo Hospital"))
SMALL = Journey(
    id=JourneyId("small"),
    agency=make_agency(),
    travellers=(make_traveller(), make_companion()),
    documents=(make_document(id="report"), make_document(id="letter")),
)


def test_a_thing_that_lies_in_no_list_has_no_place_to_be_moved_from() -> None:
    with pytest.raises(InputError, match="no longer in the record"):
        where(SMALL, SMALL.id)
    lying = where(SMALL, "letter")
    assert (lying.holder, lying.field, lying.position) == (SMALL, "documents", 1)


def test_a_thing_is_not_put_where_its_kind_has_no_list() -> None:
    with pytest.raises(InputError, match="“Visa or ground of entry” does not belong in “Document”"):
        add(SMALL, make_visa(), under="report")


def test_a_refused_removal_names_the_only_thing_in_the_way_and_counts_no_others() -> None:
    journey = replace(SMALL, visas=(make_visa(id="visa"),))
    with pytest.raises(InputError) as refused:
        remove(journey, PATIENT)
    assert "it stands in “" in str(refused.value)
    assert "other thing" not in str(refused.value)
    two = replace(journey, visas=(make_visa(id="visa"), make_visa(id="second")))
    with pytest.raises(InputError, match="and in 1 other thing\\."):
        remove(two, PATIENT)


def test_a_change_of_several_fields_is_named_after_the_thing_alone() -> None:
    edit = change(SMALL, "report", {"notes": "by courier", "number": "7"})
    assert translator("en").text(edit.label) == "Change Pathology report"
    assert edit.change(SMALL).documents[0].notes == "by courier"


def test_sessions_may_not_share_a_number() -> None:
    first, second = SAMPLE.courses[0].fractions[:2]
    with pytest.raises(InputError, match="cannot be so"):
        change(SAMPLE, second.id, {"number": first.number})


def test_a_change_of_the_journey_itself_brings_only_the_places_that_it_names() -> None:
    other = make_place(id="other")
    shared = Directory(places=(HOUSE, other))
    edit = change(SMALL, SMALL.id, {"referring_hospital": "house"}, directory=shared)
    after = edit.change(SMALL)
    assert after.referring_hospital == "house"
    assert after.places == (HOUSE,)
    assert after.documents == SMALL.documents


def test_entries_come_along_once_each_with_the_contact_they_name_and_nothing_unknown() -> None:
    doctor = make_contact(id="doctor", place="house")
    shared = Directory(places=(HOUSE,), contacts=(doctor,))
    sendings = tuple(
        Sending(id=SendingId(f"s{n}"), sent_on=day("2027-01-02"), to_contact=ContactId(contact))
        for n, contact in enumerate(("doctor", "doctor", "nobody"))
    )
    paper = make_document(traveller=PATIENT, sendings=sendings)
    after = with_entries_named(SMALL, paper, shared)
    assert after.contacts == (doctor,)
    assert after.places == (HOUSE,)
    assert with_entries_named(after, paper, shared) == after
    assert with_entries_named(SMALL, paper, None) is SMALL


def test_what_a_thing_says_of_itself_its_copy_says_of_itself() -> None:
    paper = make_document(id="paper")
    other = make_document(id="second", needed_for="report")
    fresh = iter(("new-paper",))
    copy: Document = duplicate_of(replace(paper, needed_for="paper"), lambda: next(fresh))
    assert (copy.id, copy.needed_for) == ("new-paper", "new-paper")
    assert duplicate_of(other, lambda: "fresh").needed_for == "report"


def test_edits_done_together_are_one_step_in_their_order() -> None:
    edits = [
        change(SMALL, "report", {"notes": "first"}),
        change(SMALL, "letter", {"notes": "second"}),
        change(SMALL, "report", {"notes": "last"}),
    ]
    edit = together(N_("Save"), edits)
    assert edit.journey == SMALL.id
    assert [one.notes for one in edit.change(SMALL).documents] == ["last", "second"]


def test_forgetting_nobody_changes_nothing() -> None:
    assert without_traveller(SMALL, "nobody") is SMALL
    assert redacted(SMALL, ()) is SMALL


def test_a_document_of_another_journey_is_not_sent() -> None:
    to = Leaving(kind=DisclosureKind.SEND, people=(), categories=frozenset())
    for wanted in (("elsewhere",), ("report", "elsewhere"), ()):
        with pytest.raises(InputError, match="not in this journey"):
            send_documents(SMALL, wanted, to, at=at("2027-01-02 10:00"), new_id=lambda: "new")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A value that is nothing without its one part, as no class of the record is yet."""

    seat: Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    held: tuple[Held, ...] = ()


def test_a_value_goes_with_the_part_without_which_it_is_nothing() -> None:
    one, other = (Held(seat=Seat(traveller=TravellerId(who), seat="31C")) for who in (PATIENT, COMPANION))
    row = Row(held=(one, other))
    assert without_references(row, frozenset({COMPANION})) == Row(held=(one,))
    assert without_references(row, frozenset({"nobody"})) is row
