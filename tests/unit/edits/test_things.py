"""Every thing of a journey added, changed, copied, moved, removed: the journey always holds together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.edits.duplicates import can_be_duplicated
from planner.edits.edit import Edit
from planner.edits.referring import referrers
from planner.edits.thing_names import thing_name
from planner.edits.things import add, change, duplicate, move, remove, where
from planner.errors import InputError
from planner.i18n import translator
from planner.message import Message
from planner.record.agency import Agency
from planner.record.appointment import Appointment, AppointmentKind
from planner.record.booking import BookingState
from planner.record.directory import Directory
from planner.record.document import Document
from planner.record.ids import AppointmentId, DocumentId, PassportId, PlaceId, TravellerId
from planner.record.integrity import problems
from planner.record.journey import Journey
from planner.record.lookup import thing, things
from planner.record.passport import Passport
from planner.record.place import Place, PlaceKind
from planner.record.text import same
from planner.record.tie import Anchor, Tie
from planner.record.traveller import Traveller, TravellerRole
from tests.builders import journeys
from tests.unit.schedule.slip.worked import sample

SAMPLE = sample()
PATIENT, COMPANION = SAMPLE.travellers


def ids(prefix: str = "new") -> Callable[[], str]:
    counted = count()
    return lambda: f"{prefix}{next(counted)}"


def said(message: Message) -> str:
    return translator("en").text(message)


def held(journey: Journey, id: str) -> object:
    found = thing(journey, id)
    assert found is not None
    return found


def done(edit: Edit, journey: Journey) -> Journey:
    after = edit.change(journey)
    assert problems(after) == ()
    return after


def test_a_thing_is_added_last_in_the_list_of_its_kind_however_deep_it_lies() -> None:
    passport = Passport(id=PassportId("p-new"), number="LN123456", issuing_state="NZ")
    edit = add(SAMPLE, passport, under=COMPANION.id)
    after = done(edit, SAMPLE)
    assert after.travellers[1].passports[-1] is passport
    assert after.travellers[0] is SAMPLE.travellers[0]
    assert str(edit.label) == "Add Passport: passport LN123456"


def test_a_place_named_for_the_first_time_comes_along_with_the_house_it_is_part_of() -> None:
    house = Place(id=PlaceId("h-new"), kind=PlaceKind.HOSPITAL, name=same("Another hospital"))
    ward = Place(id=PlaceId("w-new"), kind=PlaceKind.CLINIC, name=same("Ward"), within=house.id)
    shared = Directory(agency=SAMPLE.agency, places=(*SAMPLE.places, house, ward))
    visit = Appointment(id=AppointmentId("a-new"), kind=AppointmentKind.BLOODS, place=ward.id)
    after = done(add(SAMPLE, visit, directory=shared), SAMPLE)
    assert after.places == (*SAMPLE.places, ward, house)
    assert done(change(after, "a-new", {"place": house.id}, directory=shared), after).places == after.places


def test_a_label_says_which_field_of_which_thing() -> None:
    flight = next(leg for leg in SAMPLE.legs if leg.number)
    assert str(change(SAMPLE, flight.id, {"departs": None}).label) == f"Change Departs of {flight.number}"
    assert str(remove(SAMPLE, flight.id).label) == f"Remove {flight.number}"


def test_what_names_nothing_is_refused_and_so_is_a_circle() -> None:
    originals = {d.translation_of for d in SAMPLE.documents} - {None}
    alone = [d for d in SAMPLE.documents if d.id not in originals and d.translation_of is None]
    one, other = alone[:2]
    with pytest.raises(InputError, match="cannot be so"):
        change(SAMPLE, one.id, {"traveller": TravellerId("nobody")})
    tied = done(change(SAMPLE, one.id, {"translation_of": other.id}), SAMPLE)
    with pytest.raises(InputError) as refused:
        change(tied, other.id, {"translation_of": one.id})
    names = {"thing": str(thing_name(other, tied)), "other": str(thing_name(one, tied))}
    assert str(refused.value) == (
        "“{thing}” cannot depend on “{other}”, since that depends on it in turn. "
        "Choose something else for it to depend on.".format(**names)
    )
    with pytest.raises(InputError, match="no longer in the record"):
        change(SAMPLE, "not-there", {"notes": ""})


def test_a_circle_of_ties_is_a_sentence_and_no_path() -> None:
    first, second, third = (replace(one, starts_tie=None) for one in SAMPLE.appointments[:3])

    def after(one: Appointment, other: Appointment) -> Appointment:
        return replace(one, starts_tie=Tie(anchor=Anchor.THING, thing=other.id))

    rest = SAMPLE.appointments[3:]
    tied = replace(SAMPLE, appointments=(first, after(second, first), after(third, second), *rest))
    for one, other, said in (
        (first, third, "cannot depend on “"),
        (first, first, "cannot depend on itself"),
    ):
        with pytest.raises(InputError) as refused:
            change(tied, one.id, {"starts_tie": after(one, other).starts_tie})
        assert str(refused.value).startswith(f"“{thing_name(one, tied)}” {said}")
        assert "›" not in str(refused.value)
        assert other is first or str(thing_name(third, tied)) in str(refused.value)


def test_removing_what_others_are_tied_to_frees_them_where_they_are() -> None:
    anchors = {one.starts_tie.thing for one in SAMPLE.appointments if one.starts_tie} - {None}
    anchor = next(iter(sorted(str(one) for one in anchors)))
    tied = [one for one in SAMPLE.appointments if one.starts_tie and one.starts_tie.thing == anchor]
    after = done(remove(SAMPLE, anchor), SAMPLE)
    assert thing(after, anchor) is None
    for one in tied:
        left = held(after, one.id)
        assert left == replace(one, starts_tie=None)


def test_a_companion_who_is_named_in_papers_is_not_removed_and_the_sentence_says_where() -> None:
    with pytest.raises(InputError) as refused:
        remove(SAMPLE, COMPANION.id)
    assert COMPANION.full_name in str(refused.value)
    assert "it stands in" in str(refused.value)
    assert "Remove that first" in str(refused.value)


def test_a_companion_nothing_depends_on_takes_their_seats_and_names_with_them() -> None:
    freed = SAMPLE
    blocking = {one.thing.id for one in referrers(SAMPLE, ids_of(COMPANION)) if one.is_in_the_way}
    freed = replace(
        freed,
        consents=tuple(one for one in freed.consents if one.id not in blocking),
        notices=tuple(one for one in freed.notices if one.id not in blocking),
        visas=tuple(one for one in freed.visas if one.id not in blocking),
        entries=tuple(one for one in freed.entries if one.id not in blocking),
        disclosures=(),
        documents=tuple(replace(one, sendings=()) for one in freed.documents),
        tasks=(),
    )
    freed = replace(
        freed, documents=tuple(replace(one, needed_for=None, needed_by_tie=None) for one in freed.documents)
    )
    after = done(remove(freed, COMPANION.id), freed)
    assert not list(referrers(after, ids_of(COMPANION)))
    flight = next(leg for leg in after.legs if leg.seats)
    assert {seat.traveller for seat in flight.seats} == {PATIENT.id}
    assert {name.traveller for name in flight.booking.names} == {PATIENT.id}


def ids_of(person: Traveller) -> frozenset[str]:
    return frozenset(one.id for one in things(person))


def test_the_consent_a_document_was_sent_under_cannot_be_made_never_to_have_been() -> None:
    sent_under = next(s.consent for d in SAMPLE.documents for s in d.sendings if s.consent)
    with pytest.raises(InputError, match="Under the consent"):
        remove(SAMPLE, sent_under)


def test_a_place_leaves_a_journey_only_when_nothing_there_names_it() -> None:
    with pytest.raises(InputError, match="cannot be removed"):
        remove(SAMPLE, next(leg.origin for leg in SAMPLE.legs if leg.origin))
    spare = Place(id=PlaceId("spare"), kind=PlaceKind.OTHER, name=same("Spare"))
    journey = replace(SAMPLE, places=(*SAMPLE.places, spare))
    assert done(remove(journey, "spare"), journey) == SAMPLE


def test_a_copy_has_ids_of_its_own_and_nothing_that_belongs_to_the_first_alone() -> None:
    flight = next(leg for leg in SAMPLE.legs if leg.number)
    edit, made = duplicate(SAMPLE, flight.id, new_id=ids())
    after = done(edit, SAMPLE)
    copy = held(after, made)
    at = where(after, made)
    assert at.position == where(after, flight.id).position + 1
    assert copy == replace(
        flight,
        id=made,
        seats=(),
        clearances=(),
        service_requests=tuple(replace(one, confirmation=None) for one in flight.service_requests),
        booking=replace(
            flight.booking,
            state=BookingState.IDEA,
            reference="",
            booked_on=None,
            free_cancel_until=None,
            names=tuple(replace(one, ticket_number="") for one in flight.booking.names),
        ),
    )


def test_the_copy_of_a_session_gives_the_next_fraction() -> None:
    course = SAMPLE.courses[0]
    edit, _ = duplicate(SAMPLE, course.fractions[-1].id, new_id=ids())
    assert done(edit, SAMPLE).courses[0].fractions[-1].number == len(course.fractions) + 1


def test_what_referred_to_itself_refers_to_itself_in_the_copy() -> None:
    course = replace(SAMPLE.courses[0], id="c2", fractions=())
    tied = Document(id=DocumentId("d1"), kind=SAMPLE.documents[0].kind, title=same("x"))
    journey = replace(
        SAMPLE,
        documents=(*SAMPLE.documents, replace(tied, needed_by_tie=Tie(anchor=Anchor.THING, thing="c2"))),
        courses=(*SAMPLE.courses, course),
    )
    edit, made = duplicate(journey, "c2", new_id=ids())
    assert held(done(edit, journey), made) == replace(course, id=made)
    assert held(edit.change(journey), "d1") == held(journey, "d1")


def test_a_thing_moves_within_its_list_as_far_as_it_goes() -> None:
    first, last = SAMPLE.estimate[0], SAMPLE.estimate[-1]
    after = done(move(SAMPLE, first.id, 1000), SAMPLE)
    assert after.estimate == (*SAMPLE.estimate[1:], first)
    assert done(move(after, first.id, -1000), after) == SAMPLE
    assert move(SAMPLE, last.id, 1).change(SAMPLE) is SAMPLE


_WAYS = ("remove", "copy", "move", "notes")


@settings(max_examples=40)
@given(
    journeys(),
    st.lists(st.tuples(st.sampled_from(_WAYS), st.integers(0, 500), st.integers(-3, 3)), max_size=6),
)
def test_any_sequence_of_edits_keeps_a_journey_whole(
    journey: Journey, wanted: list[tuple[str, int, int]]
) -> None:
    """What is refused changes nothing; what is not leaves no reference to nothing."""
    new_id = ids()
    current = journey
    for way, number, places in wanted:
        everything = [one for one in things(current) if not isinstance(one, Journey | Agency)]
        if not everything:
            break
        one = everything[number % len(everything)]
        try:
            if way == "remove":
                edit = remove(current, one.id)
            elif way == "copy" and can_be_duplicated(one):
                edit, _ = duplicate(current, one.id, new_id=new_id)
            elif way == "move":
                edit = move(current, one.id, places)
            else:
                edit = change(current, one.id, {"notes": "seen"})
        except InputError as refused:
            assert said(refused.message).endswith(".")  # noqa: PT017 - a refusal is a whole sentence
            continue
        assert said(edit.label)
        current = edit.change(current)
        assert problems(current) == ()


def test_a_traveller_copied_is_a_companion_of_the_same_house_and_no_health_is_copied() -> None:
    edit, made = duplicate(SAMPLE, PATIENT.id, new_id=ids())
    copy = held(done(edit, SAMPLE), made)
    assert isinstance(copy, Traveller)
    assert (copy.role, copy.surname) == (TravellerRole.COMPANION, PATIENT.surname)
    assert copy.home_address == PATIENT.home_address
    assert copy.medicines == copy.allergies == copy.passports == ()
    assert (copy.born_on, copy.given_names) == (None, "")
