"""Dates that cannot follow each other are told beside the field as it is left; they may be kept so."""

from __future__ import annotations

import datetime as dt

from pytestqt.qtbot import QtBot

from planner.record.leg import Leg, LegMode, MedicalClearance
from planner.record.passport import Passport
from planner.record.stay import Stay, StayKind
from planner.record.when import When
from tests.widgets.test_forms import field_of, form_of, held, new, opened
from tests.widgets.typing import click, type_value
from ui.editing.form_page import FormPage
from ui.editing.value_list import ValueList
from ui.journey.journey_page import JourneyPage

EARLY, LATE = dt.date(2027, 3, 8), dt.date(2027, 3, 9)


def at(day: dt.date, hour: int = 9, zone: str = "Asia/Shanghai") -> When:
    return When(date=day, time=dt.time(hour), zone=zone)


def said(form: FormPage, name: str) -> str:
    row = form.form.row(name)
    assert row is not None
    return " ".join(row.said)


def test_a_check_out_before_the_check_in_is_told_as_it_is_left(page: JourneyPage, qtbot: QtBot) -> None:
    form = new(page, Stay, kind=StayKind.HOTEL)
    type_value(qtbot, field_of(form, "arrives"), at(LATE))
    assert said(form, "arrives") == said(form, "leaves") == ""  # nothing to compare with yet
    type_value(qtbot, field_of(form, "leaves"), at(EARLY))
    assert "before the check-in" in said(form, "leaves")
    assert said(form, "arrives") == ""
    type_value(qtbot, field_of(form, "leaves"), at(LATE, 11))
    assert said(form, "leaves") == ""
    type_value(qtbot, field_of(form, "arrives"), at(LATE, 12))  # told where one is
    assert "before the check-in" in said(form, "arrives")
    assert said(form, "leaves") == ""


def test_what_is_warned_of_can_be_entered_and_is_told_once_then(page: JourneyPage, qtbot: QtBot) -> None:
    form = new(page, Stay, kind=StayKind.HOTEL, arrives=at(LATE), leaves=at(EARLY))
    assert "before the check-in" in said(form, "leaves")  # and so it is of a draft that is taken up
    click(form.add)
    assert held(page, form.id).leaves == at(EARLY)
    again = opened(page, form.id)
    assert said(again, "leaves").count("before the check-in") == 1
    type_value(qtbot, field_of(again, "leaves"), at(LATE, 11))
    assert "before the check-in" not in said(form_of(page), "leaves")


def test_an_arrival_is_compared_with_the_departure_as_an_instant(page: JourneyPage, qtbot: QtBot) -> None:
    departs = at(LATE, 10, "Pacific/Auckland")
    form = new(page, Leg, mode=LegMode.FLIGHT, departs=departs)
    type_value(qtbot, field_of(form, "arrives"), at(LATE, 6))  # an hour after take-off
    assert said(form, "arrives") == ""
    type_value(qtbot, field_of(form, "arrives"), at(LATE, 4))
    assert "not after the departure" in said(form, "arrives")


def test_a_passport_that_expires_before_it_was_issued_is_told(page: JourneyPage, qtbot: QtBot) -> None:
    assert page.journey is not None
    form = new(page, Passport, under=page.journey.travellers[0].id)
    type_value(qtbot, field_of(form, "issued_on"), LATE)
    type_value(qtbot, field_of(form, "expires_on"), EARLY)
    assert "before it was issued" in said(form, "expires_on")


def test_a_value_within_a_thing_is_told_of_too(page: JourneyPage, qtbot: QtBot) -> None:
    assert page.journey is not None
    flight = next(leg for leg in page.journey.legs if leg.mode is LegMode.FLIGHT)
    field = field_of(opened(page, flight.id), "clearances")
    assert isinstance(field, ValueList)
    row = field.begin()
    assert row.form is not None
    assert row.form.cls is MedicalClearance
    row.form.show_values({"sent_on": LATE, "granted_on": EARLY})
    assert "before it was sent" in " ".join(row.form.rows["granted_on"].said)
