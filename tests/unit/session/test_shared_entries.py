"""Places and contacts: found, counted, joined with every journey that used either, and all of it undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from planner.edits.directory import add_entry, change_entry
from planner.edits.edit import NewJourney
from planner.edits.things import add, change
from planner.errors import InputError
from planner.i18n import translator
from planner.message import N_
from planner.record.ids import JourneyId, PlaceId, StayId
from planner.record.integrity import problems
from planner.record.journey import Journey
from planner.record.place import Place, PlaceKind
from planner.record.stay import Stay, StayKind
from planner.record.text import Text
from planner.session import Session


@pytest.fixture
def session() -> Iterator[Session]:
    with Session.sample() as opened:
        yield opened


def place(session: Session, name: str) -> Place:
    return next(one for one in session.directory().places if one.name.in_("en") == name)


def twin(session: Session, of: Place, **facts: object) -> Place:
    """A second entry for a place, in the directory but in no journey."""
    made = replace(of, id=PlaceId("twin"), **facts)  # type: ignore[arg-type]
    session.run(add_entry(made))
    return made


def uses(journey: Journey, id: str) -> bool:
    return f"'{id}'" in repr(journey)


def test_use_is_counted_and_told(session: Session) -> None:
    hotel = place(session, "Demo Garden Hotel, Chengdu")
    assert session.shared.use_counts()[hotel.id] == 1
    assert session.shared.journeys_using(hotel) == ["sample"]
    made = twin(session, hotel)
    assert made.id not in session.shared.use_counts()
    assert session.shared.journeys_using(made) == []


@pytest.mark.parametrize("words", ["garden hot", "演示花园", "huayuan", "成都 花园"])
def test_found_in_latin_hanzi_and_pinyin(session: Session, words: str) -> None:
    hotel = place(session, "Demo Garden Hotel, Chengdu")
    assert hotel.id in session.shared.find(words)
    assert session.shared.find("no such place anywhere") == []


def test_likely_twins_are_named(session: Session) -> None:
    hotel = place(session, "Demo Garden Hotel, Chengdu")
    made = twin(session, hotel, name=Text({"en": "demo garden hotel chengdu"}))
    assert session.shared.likely_same(hotel) == (made,)


def test_joining_moves_every_journey_and_is_one_step_back(session: Session) -> None:
    hotel = place(session, "Demo Garden Hotel, Chengdu")
    stays = replace(
        hotel,
        id=PlaceId("twin"),
        name=Text({"en": "Garden Hotel"}),
        address=Text(),
        notes="Rings back.",
        telephone="+86 28 2000 0000",
    )
    session.run(add_entry(stays))
    before, directory = session.journey("sample"), session.directory()
    session.run(session.shared.joining(stays, hotel))
    after = session.journey("sample")
    assert uses(before, hotel.id)
    assert not uses(after, hotel.id)
    assert uses(after, "twin")
    assert problems(after) == ()
    kept = next(one for one in session.directory().places if one.id == "twin")
    assert kept.name.wording == {"en": "Garden Hotel", "zh_CN": hotel.name.in_("zh_CN")}
    assert kept.address == hotel.address
    assert kept.telephone == "+86 28 2000 0000"
    assert hotel.id not in {one.id for one in session.directory().places}
    assert session.shared.use_counts()["twin"] == 1
    assert session.shared.find("huayuan") == ["twin"]
    session.undo()
    assert session.journey("sample") == before
    assert session.directory() == directory
    assert session.shared.use_counts()[hotel.id] == 1
    session.redo()
    assert session.journey("sample") == after


def test_a_journey_that_uses_both_keeps_one(session: Session) -> None:
    places = session.journey("sample").places
    kept, gone = places[0], places[1]
    session.run(session.shared.joining(kept, gone))
    after = session.journey("sample")
    assert [one.id for one in after.places].count(kept.id) == 1
    assert gone.id not in {one.id for one in after.places}
    assert problems(after) == ()


def test_every_pair_of_the_sample_can_be_joined(session: Session) -> None:
    """Whatever is joined with whatever, the journey still holds together and comes back as it was."""
    before = session.journey("sample")
    for entries in (before.places, before.contacts):
        for kept, gone in pairwise(entries):
            session.run(session.shared.joining(kept, gone))
            assert problems(session.journey("sample")) == ()
            session.undo()
            assert session.journey("sample") == before


def test_those_that_refer_to_the_one_that_goes_follow(session: Session) -> None:
    directory = session.directory()
    house = next(one for one in directory.places if one.id in {inner.within for inner in directory.places})
    parts = {one.id for one in directory.places if one.within == house.id}
    staff = {one.id for one in directory.contacts if one.place == house.id}
    session.run(session.shared.joining(twin(session, house), house))
    directory = session.directory()
    assert parts == {one.id for one in directory.places if one.within == "twin"}
    assert staff == {one.id for one in directory.contacts if one.place == "twin"}


def test_no_entry_lies_within_itself_after_joining(session: Session) -> None:
    ward = next(one for one in session.directory().places if one.within)
    house = next(one for one in session.directory().places if one.id == ward.within)
    session.run(session.shared.joining(ward, house))
    now = next(one for one in session.directory().places if one.id == ward.id)
    assert now.within is None


def test_other_journeys_are_left_alone(session: Session) -> None:
    second = replace(session.journey("sample"), id=JourneyId("second"), places=(), contacts=())
    bare = Journey(id=JourneyId("second"), agency=second.agency)
    session.run(NewJourney(N_("New journey"), bare))
    hotel = place(session, "Demo Garden Hotel, Chengdu")
    made = twin(session, hotel)
    edit = session.shared.joining(made, hotel)
    assert edit.journeys == ("sample",)


def test_a_place_and_a_person_are_never_one(session: Session) -> None:
    directory = session.directory()
    with pytest.raises(InputError, match="cannot be one entry"):
        session.shared.joining(directory.places[0], directory.contacts[0])
    with pytest.raises(InputError, match="with itself"):
        session.shared.joining(directory.places[0], directory.places[0])


def test_a_changed_entry_makes_the_rows_of_its_journeys_stale(session: Session) -> None:
    session.refresh_summaries()
    hotel = place(session, "Demo Garden Hotel, Chengdu")
    session.run(change_entry(session.directory(), hotel.id, {"registers_foreigners": False}))
    assert session.refresh_summaries() == 1


def made_on_the_spot(session: Session, journey: str = "sample") -> Place:
    """A place that somebody enters from a field of a journey."""
    made = Place(id=PlaceId("new-hotel"), kind=PlaceKind.HOTEL, name=Text({"en": "Nowhere Inn"}))
    session.run(add(session.journey(journey), made))
    return made


def another_journey(session: Session) -> Journey:
    agency = session.journey("sample").agency
    other = Journey(id=JourneyId("other"), agency=agency, stays=(Stay(id=StayId("s"), kind=StayKind.HOTEL),))
    session.run(NewJourney(N_("New journey"), other))
    return other


def test_a_place_entered_in_a_journey_leaves_the_directory_too_when_it_is_undone(session: Session) -> None:
    journey, directory = session.journey("sample"), session.directory()
    made = made_on_the_spot(session)
    assert made in session.directory().places
    assert session.shared.find("nowhere inn") == [made.id]
    after = session.directory()
    session.undo()
    assert session.journey("sample") == journey
    assert session.directory() == directory
    assert session.shared.find("nowhere inn") == []
    session.redo()
    assert session.directory() == after
    assert made in session.journey("sample").places


def test_it_and_the_field_that_takes_it_are_one_step_called_after_both(session: Session) -> None:
    before, directory = session.journey("sample"), session.directory()
    stay = before.stays[0]
    with session.as_one():
        made = made_on_the_spot(session)
        session.run(change(session.journey("sample"), stay.id, {"place": made.id}))
    said = translator("en").text(session.undo_label or N_("nothing"))
    assert said.startswith("Add")
    assert "Nowhere Inn; Change" in said
    after = session.journey("sample")
    assert after.stays[0].place == made.id
    session.undo()
    assert (session.journey("sample"), session.directory()) == (before, directory)
    session.redo()
    assert session.journey("sample") == after
    session.run(change(after, stay.id, {"room": "1"}))
    session.undo()
    assert session.journey("sample") == after  # what comes later is a step of its own


def test_what_another_journey_has_begun_to_use_is_given_up_there_first(session: Session) -> None:
    other = another_journey(session)
    made = made_on_the_spot(session)
    stay = change(other, "s", {"place": made.id}, directory=session.directory())
    session.run(stay)
    session.undo()
    assert session.journey("other") == other
    assert made in session.directory().places  # the first journey has it still
    session.redo()
    session.undo()
    session.undo()
    assert made not in session.directory().places


def test_an_entry_in_use_that_undo_would_take_away_stays_and_nothing_is_half_undone(session: Session) -> None:
    """However it came to be used: the record refuses, as a whole."""
    other = another_journey(session)
    made = made_on_the_spot(session)
    past = session.history
    session.run(change(other, "s", {"place": made.id}, directory=session.directory()))
    used = session.journey("other")
    session._history = past  # noqa: SLF001 - as if its use had come from elsewhere
    held = session.journey("sample")
    with pytest.raises(InputError, match="refers to something"):
        session.undo()
    assert session.journey("sample") == held
    assert session.journey("other") == used
    assert made in session.directory().places
