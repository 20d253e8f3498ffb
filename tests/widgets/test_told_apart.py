"""What is called the same is told apart where one picks: by a day, a town, a birth date."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit
from planner.message import N_
from planner.record.ids import PlaceId, TravellerId
from planner.record.leg import Leg, LegMode
from planner.record.place import Place
from planner.record.text import Text
from planner.record.traveller import Traveller, TravellerRole
from tests.widgets.test_forms import field_of, new
from tests.widgets.test_palette import opened
from ui.fields.reference_field import ReferenceField
from ui.fields.ticks_field import TicksField
from ui.fields.told_apart import told_apart
from ui.journey.journey_page import JourneyPage
from ui.shell.workspace import Workspace


def in_english(words: str) -> Text:
    return Text({"en": words}, "en")


def with_twins(page: JourneyPage, space: Workspace) -> None:
    assert page.journey is not None
    john = Traveller(
        id=TravellerId("one"),
        role=TravellerRole.COMPANION,
        surname="Smith",
        given_names="John",
        born_on=dt.date(1961, 2, 3),
    )
    port = next(one for one in page.journey.places if one.city)
    twins: dict[type[Any], tuple[Any, ...]] = {
        Traveller: (
            john,
            replace(john, id=TravellerId("other"), born_on=dt.date(1992, 7, 8)),
        ),
        Place: (
            replace(port, id=PlaceId("one-port"), name=in_english("Demo Port"), city=in_english("Here")),
            replace(port, id=PlaceId("other-port"), name=in_english("Demo Port"), city=in_english("There")),
        ),
    }
    space.session.run(
        Edit(
            N_("Twins"),
            page.journey.id,
            lambda journey: replace(
                journey,
                travellers=(*journey.travellers, *twins[Traveller]),
                places=(*journey.places, *twins[Place]),
            ),
        )
    )


def test_two_of_one_name_are_told_apart_where_one_picks(page: JourneyPage, space: Workspace) -> None:
    with_twins(page, space)
    form = new(page, Leg, mode=LegMode.FLIGHT)
    ticks = field_of(form, "travellers")
    assert isinstance(ticks, TicksField)
    assert ticks.boxes[TravellerId("one")].text() == "SMITH John · 3 Feb 1961"
    assert ticks.boxes[TravellerId("other")].text() == "SMITH John · 8 Jul 1992"
    origin = field_of(form, "origin")
    assert isinstance(origin, ReferenceField)
    assert [one.label for one in origin.options("demo port")][:2] == ["Demo Port · Here", "Demo Port · There"]
    assert origin.write(PlaceId("one-port")) == "Demo Port · Here"
    assert page.journey is not None
    assert page.journey.patient is not None
    assert ticks.boxes[page.journey.patient.id].text() == page.journey.patient.full_name


def test_rides_of_one_name_have_their_day_in_the_palette_and_no_two_lines_are_the_same(
    page: JourneyPage, space: Workspace, qtbot: QtBot
) -> None:
    assert page.journey is not None
    palette = opened(space, qtbot)
    lines = [(str(one.title), str(one.detail)) for one in palette.sources.things(page.journey)]
    rides = [title for title, _ in lines if title.startswith("Car to Demo Garden Hotel")]
    assert len(rides) > 1
    assert len(set(rides)) == len(rides)
    assert all("2027" in title for title in rides)


@given(
    st.dictionaries(st.text(max_size=3), st.tuples(st.sampled_from("ab"), st.sampled_from(("", "x", "y"))))
)
def test_a_name_that_is_its_own_stays_and_facts_are_only_added(held: dict[str, tuple[str, str]]) -> None:
    names = {id: name for id, (name, _) in held.items()}
    apart = told_apart(names, lambda id: (held[id][1],))
    for id, name in names.items():
        is_shared = list(names.values()).count(name) > 1
        assert (id in apart) is is_shared
        assert apart.get(id, name).startswith(name)
