"""The zone of a moment is that of the place it is about, whichever was entered first, until one is chosen."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit
from planner.message import N_
from planner.record.leg import Leg, LegMode, MedicalClearance
from planner.record.place import Place, PlaceKind
from planner.record.when import When
from tests.widgets.test_forms import field_of, held, moment, new, opened, place_in
from tests.widgets.typing import click, press_enter, replace_words, type_value
from ui.journey.journey_page import JourneyPage
from ui.shell.workspace import Workspace

HALF_PAST_NINE = dt.time(9, 30)
MARCH_8 = dt.date(2027, 3, 8)


def type_day_and_time(field: Any) -> None:
    """As a person does: the zone is left as it stands."""
    replace_words(field.date.line, "8 mar 2027")
    press_enter(field.date.line)
    replace_words(field.time.line, "0930")
    press_enter(field.time.line)


def at_half_past_nine(zone: str) -> When:
    return When(date=MARCH_8, time=HALF_PAST_NINE, zone=zone)


def test_a_time_typed_before_its_airport_goes_by_the_clocks_of_the_airport(
    page: JourneyPage, qtbot: QtBot
) -> None:
    home, away = place_in(page, "Pacific/Auckland"), place_in(page, "Asia/Shanghai")
    form = new(page, Leg, mode=LegMode.FLIGHT)
    for name in ("departs", "arrives"):
        type_day_and_time(moment(form, name))
        assert field_of(form, name).value == at_half_past_nine("Asia/Shanghai")
        assert moment(form, name).note.startswith("Shanghai for now: the zone follows the place.")
    type_value(qtbot, field_of(form, "origin"), home.id)
    assert field_of(form, "departs").value == at_half_past_nine("Pacific/Auckland")
    assert moment(form, "departs").zone.line.text() == "Auckland"
    assert moment(form, "departs").note == "By the clocks in Auckland now, as the place is."
    assert field_of(form, "arrives").value.zone == "Asia/Shanghai"
    type_value(qtbot, field_of(form, "destination"), away.id)
    type_value(qtbot, field_of(form, "origin"), away.id)
    assert field_of(form, "departs").value == at_half_past_nine("Asia/Shanghai")
    type_value(qtbot, field_of(form, "origin"), None)
    type_value(qtbot, field_of(form, "origin"), home.id)
    click(form.add)
    leg = held(page, form.id)
    assert leg.departs == at_half_past_nine("Pacific/Auckland")
    assert leg.arrives == at_half_past_nine("Asia/Shanghai")


def test_in_the_record_the_zone_goes_with_the_place_in_one_step(
    page: JourneyPage, space: Workspace, qtbot: QtBot
) -> None:
    assert page.journey is not None
    leg = next(one for one in page.journey.legs if one.mode is LegMode.FLIGHT and one.departs is not None)
    other = next(one for one in page.journey.places if one.zone and one.zone != leg.departs.zone)
    clearance = MedicalClearance(traveller=leg.travellers[0], for_departure=leg.departs)
    cleared = replace(leg, clearances=(clearance,))
    legs = tuple(cleared if one is leg else one for one in page.journey.legs)
    space.session.run(Edit(N_("Clearance"), page.journey.id, lambda journey: replace(journey, legs=legs)))
    form = opened(page, leg.id)
    before = space.session.undo_label
    type_value(qtbot, field_of(form, "origin"), other.id)
    now = held(page, leg.id)
    assert now.departs == replace(leg.departs, zone=other.zone)  # the digits stay
    assert now.clearances == (clearance,)
    assert now.arrives == leg.arrives
    assert field_of(form, "departs").value == now.departs
    space.undo.trigger()
    assert held(page, leg.id) == cleared
    assert field_of(form, "departs").value == leg.departs
    assert space.session.undo_label == before


def test_a_zone_chosen_by_hand_stays_also_where_it_is_the_one_that_stood_there(
    page: JourneyPage, qtbot: QtBot
) -> None:
    home = place_in(page, "Pacific/Auckland")
    form = new(page, Leg, mode=LegMode.FLIGHT)
    type_value(qtbot, moment(form, "departs").zone, "Asia/Shanghai")
    type_day_and_time(moment(form, "departs"))
    type_value(qtbot, field_of(form, "origin"), home.id)
    assert field_of(form, "departs").value == at_half_past_nine("Asia/Shanghai")
    assert page.journey is not None
    leg = next(one for one in page.journey.legs if one.mode is LegMode.FLIGHT and one.departs is not None)
    form = opened(page, leg.id)
    type_value(qtbot, moment(form, "departs").zone, "Australia/Sydney")
    press_enter(moment(form, "departs").zone.line)
    assert held(page, leg.id).departs.zone == "Australia/Sydney"
    form = opened(page, leg.id)
    type_value(qtbot, field_of(form, "origin"), place_in(page, "Asia/Shanghai").id)
    assert held(page, leg.id).departs.zone == "Australia/Sydney"


def test_the_country_of_a_new_place_says_its_zone_where_it_has_but_one(
    page: JourneyPage, qtbot: QtBot
) -> None:
    form = new(page, Place, kind=PlaceKind.HOTEL)
    country, clocks = field_of(form, "country"), field_of(form, "zone")
    type_value(qtbot, country, "CN")
    assert clocks.value == "Asia/Shanghai"
    type_value(qtbot, country, "SG")
    assert clocks.value == "Asia/Singapore"
    type_value(qtbot, country, "NZ")  # the Chatham Islands have clocks of their own
    assert clocks.value == ""
    type_value(qtbot, clocks, "Pacific/Auckland")
    type_value(qtbot, country, "CN")
    assert clocks.value == "Pacific/Auckland"
