"""Forms as somebody meets them: where a new moment starts, what undo does to a field in hand, what lies in a
new thing, the order of Tab."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit
from planner.message import N_
from planner.record.appointment import Appointment, AppointmentKind
from planner.record.contact import Contact, ContactRole
from planner.record.course import Course
from planner.record.document import Document
from planner.record.fraction import Fraction
from planner.record.ids import VisaId
from planner.record.leg import Leg, LegMode
from planner.record.lookup import thing
from planner.record.mdt import Attendant
from planner.record.place import Place, PlaceKind
from planner.record.stay import Stay, StayKind
from planner.record.text import Text
from planner.record.traveller import Traveller
from planner.record.visa import Entry, VisaState
from planner.record.when import When
from planner.session import Session
from tests.widgets.focus_walk import FocusWalk
from tests.widgets.typing import click, replace_words, type_value, type_words
from ui.desk import Desk
from ui.editing.form_page import FormPage
from ui.editing.made_for import knowing
from ui.editing.starting import Wanted, starting_values
from ui.editing.value_field import ValueField
from ui.fields.field import Field, FieldContext, Known
from ui.fields.line import Line
from ui.fields.tie_field import TieField
from ui.fields.when_field import WhenField
from ui.journey.journey_page import JourneyPage
from ui.shell.workspace import Workspace


def form_of(page: JourneyPage) -> FormPage:
    panel = page.editing.panel
    assert panel is not None
    assert panel.page is not None
    panel.page.form.finish()
    return panel.page


def opened(page: JourneyPage, id: str) -> FormPage:
    assert page.open_thing(id)
    return form_of(page)


def new(page: JourneyPage, cls: Any, under: str = "", **values: Any) -> FormPage:
    page.editing.open_new(Wanted(cls, under, tuple(values.items())))
    return form_of(page)


def field_of(form: FormPage, name: str) -> Field:
    row = form.form.row(name)
    assert row is not None, name
    return row.field


def moment(form: FormPage, name: str) -> WhenField:
    field = field_of(form, name)
    assert isinstance(field, WhenField)
    return field


def zone(form: FormPage, name: str) -> Any:
    return moment(form, name).zone.value


def place_in(page: JourneyPage, zone: str) -> Place:
    assert page.journey is not None
    return next(place for place in page.journey.places if place.zone == zone)


def held(page: JourneyPage, id: str) -> Any:
    assert page.journey is not None
    return thing(page.journey, id)


def line_of(field: QWidget) -> QLineEdit:
    line = field.findChild(QLineEdit)
    assert line is not None
    return line


def press_undo(on: QWidget) -> None:
    QTest.keySequence(on, QKeySequence(QKeySequence.StandardKey.Undo))


# A new moment starts where the thing takes place


def test_a_new_moment_starts_in_the_zone_of_the_journey_until_a_place_is_known(
    page: JourneyPage, qtbot: QtBot
) -> None:
    form = new(page, Appointment, kind=AppointmentKind.CONSULTATION)
    assert zone(form, "starts") == "Asia/Shanghai"
    type_value(qtbot, field_of(form, "place"), place_in(page, "Pacific/Auckland").id)
    assert zone(form, "starts") == "Pacific/Auckland"
    assert field_of(form, "starts").value is None
    type_value(qtbot, field_of(form, "place"), None)
    assert zone(form, "starts") == "Asia/Shanghai"


def test_a_leg_departs_by_the_clocks_of_where_it_begins_and_arrives_by_those_of_where_it_ends(
    page: JourneyPage, qtbot: QtBot
) -> None:
    assert page.journey is not None
    home, away = place_in(page, "Pacific/Auckland"), place_in(page, "Asia/Shanghai")
    form = new(page, Leg, mode=LegMode.FLIGHT, origin=home.id, destination=away.id)
    assert (zone(form, "departs"), zone(form, "arrives")) == ("Pacific/Auckland", "Asia/Shanghai")
    assert zone(form, "check_in") == "Pacific/Auckland"
    booking = field_of(form, "booking")
    assert isinstance(booking, ValueField)
    assert booking.form is not None
    until = booking.form.rows["free_cancel_until"].field
    assert isinstance(until, WhenField)
    assert until.zone.value == "Pacific/Auckland"
    type_value(qtbot, field_of(form, "origin"), away.id)
    assert zone(form, "departs") == zone(form, "check_in") == until.zone.value == "Asia/Shanghai"


def test_a_zone_that_a_person_chose_never_changes_with_the_place(page: JourneyPage, qtbot: QtBot) -> None:
    form = new(page, Stay, place=place_in(page, "Pacific/Auckland").id)
    chosen = moment(form, "arrives").zone
    type_value(qtbot, chosen, "Australia/Sydney")
    day = When(date=dt.date(2027, 3, 8), time=None, zone="Pacific/Auckland")
    type_value(qtbot, field_of(form, "leaves"), day)
    type_value(qtbot, field_of(form, "place"), place_in(page, "Asia/Shanghai").id)
    assert chosen.value == "Australia/Sydney"
    morning = When(date=dt.date(2027, 3, 8), time=dt.time(15), zone="Pacific/Auckland")
    type_value(qtbot, field_of(form, "arrives"), morning)
    assert moment(form, "arrives").note == "10:00 in Shanghai"
    type_value(qtbot, field_of(form, "place"), place_in(page, "Pacific/Auckland").id)
    assert moment(form, "arrives").note == ""
    assert field_of(form, "arrives").value == morning
    assert field_of(form, "leaves").value == day


def test_a_part_of_a_place_has_its_zone_and_so_has_a_session_that_of_its_centre(
    page: JourneyPage, space: Workspace
) -> None:
    assert page.journey is not None
    home = place_in(page, "Pacific/Auckland")
    ward = replace(home, id="ward", zone="", within=home.id)
    nowhere = replace(home, id="nowhere", zone="", within=None)
    adding = Edit(N_("Places"), page.journey.id, lambda j: replace(j, places=(*j.places, ward, nowhere)))
    space.session.run(adding)
    assert zone(new(page, Stay, place=ward.id), "arrives") == "Pacific/Auckland"
    assert zone(new(page, Stay, place=nowhere.id), "arrives") == "Asia/Shanghai"
    course = page.journey.courses[0]
    away = replace(course, centre=place_in(page, "Pacific/Auckland").id)
    space.session.run(Edit(N_("Course"), page.journey.id, lambda j: replace(j, courses=(away,))))
    assert isinstance(away, Course)
    assert zone(new(page, Fraction, course.id), "starts") == "Pacific/Auckland"


# Undo while a field is in hand


def test_undo_in_a_field_takes_back_typing_first_and_then_the_step_of_the_record(
    page: JourneyPage, space: Workspace, qtbot: QtBot
) -> None:
    assert page.journey is not None
    leg = next(one for one in page.journey.legs if one.mode is LegMode.FLIGHT)
    line = line_of(field_of(opened(page, leg.id), "number"))
    replace_words(line, "SQ285")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert held(page, leg.id).number == "SQ285"
    replace_words(line, "SQ9")
    for _ in range(9):
        if line.text() == "SQ285":
            break
        press_undo(line)
    assert line.text() == "SQ285"
    assert held(page, leg.id).number == "SQ285"
    press_undo(line)
    assert held(page, leg.id) == leg
    assert line.text() == leg.number
    assert line.hasFocus()


def test_undo_in_a_text_of_two_languages_shows_what_the_record_holds(page: JourneyPage, qtbot: QtBot) -> None:
    assert page.journey is not None
    document = page.journey.documents[0]
    edit = field_of(opened(page, document.id), "title").findChild(QPlainTextEdit)
    assert edit is not None
    edit.setFocus()
    edit.selectAll()
    type_words(edit, "Summary")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert held(page, document.id).title.in_("en") == "Summary"
    press_undo(edit)
    assert held(page, document.id) == document
    assert edit.toPlainText() == document.title.in_("en")


@pytest.mark.parametrize("typed", ["NZ2", "not a number; far too long" * 40])
def test_a_step_undone_by_its_button_shows_through_what_is_being_typed(
    page: JourneyPage, space: Workspace, typed: str
) -> None:
    assert page.journey is not None
    leg = next(one for one in page.journey.legs if one.mode is LegMode.FLIGHT)
    form = opened(page, leg.id)
    line = line_of(field_of(form, "number"))
    replace_words(line, "SQ285")
    QTest.keyClick(line, Qt.Key.Key_Return)
    replace_words(line, typed)
    space.undo.trigger()
    assert line.text() == leg.number
    assert held(page, leg.id) == leg
    assert field_of(form, "number").problem is None
    assert space.session.drafts.of("sample") == ()


# What lies in a new thing


def test_the_first_thing_within_a_new_one_puts_it_in_the_record(
    page: JourneyPage, space: Workspace, qtbot: QtBot
) -> None:
    outer = new(page, Traveller)
    type_value(qtbot, field_of(outer, "surname"), "SPECIMEN")
    assert page.journey is not None
    count = len(page.journey.travellers)
    click(outer.lists["passports"].add)
    assert held(page, outer.id).surname == "SPECIMEN"
    inner = form_of(page)
    assert inner is not outer
    type_value(qtbot, field_of(inner, "number"), "X1234567")
    type_value(qtbot, field_of(inner, "issuing_state"), "NZ")
    click(inner.add)
    assert form_of(page) is outer
    assert [one.number for one in held(page, outer.id).passports] == ["X1234567"]
    assert outer.wanted is None
    assert outer.foot.isHidden()
    space.undo.trigger()
    space.undo.trigger()
    assert len(page.journey.travellers) == count


@pytest.mark.parametrize(
    ("cls", "within", "needed"), [(Document, "sendings", "kind"), (Traveller, "passports", "surname")]
)
def test_what_a_new_thing_needs_is_named_before_anything_can_lie_in_it(
    page: JourneyPage, cls: type, within: str, needed: str
) -> None:
    outer = new(page, cls)
    click(outer.lists[within].add)
    assert form_of(page) is outer
    assert outer.wanted is not None
    said = {name for name, row in outer.form.rows.items() if row.said}
    assert said == {needed}
    focus = QApplication.focusWidget()
    assert focus is not None
    assert field_of(outer, needed).isAncestorOf(focus)


# Tab


def test_tab_goes_through_the_form_of_a_board_as_one_reads_it(page: JourneyPage) -> None:
    """Lines, lists and values within it, that are all made at different times."""
    assert page.journey is not None
    opened(page, page.journey.mdt_meetings[0].id)
    panel = page.editing.panel
    assert panel is not None
    QApplication.processEvents()
    found = FocusWalk().walk(panel.window(), panel)
    assert found.out_of_order == []
    assert found.unreached == []


# Where there is no room beside the reading


def test_after_a_place_was_made_on_the_spot_one_goes_on_at_its_field(page: JourneyPage, qtbot: QtBot) -> None:
    form = new(page, Leg, mode=LegMode.FLIGHT)
    arrival = field_of(form, "destination")
    arrival.start()
    line = QApplication.focusWidget()
    qtbot.keyClicks(line, "Nowhere Airport")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    above = form_of(page)
    assert above is not form
    assert field_of(above, "kind").value is PlaceKind.AIRPORT
    click(above.add)
    assert form_of(page) is form
    assert arrival.value is not None
    assert QApplication.focusWidget() is line
    assert form.area.verticalScrollBar().value() > 0


def begin_on_the_spot(form: FormPage, name: str, words: str, page: JourneyPage, qtbot: QtBot) -> FormPage:
    """The form of a new thing, opened by typing words that name nothing yet."""
    field_of(form, name).start()
    line = QApplication.focusWidget()
    line.selectAll()  # type: ignore[union-attr]  # a line to type in
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    above = form_of(page)
    assert above is not form
    return above


def make_on_the_spot(form: FormPage, name: str, words: str, page: JourneyPage, qtbot: QtBot) -> None:
    above = begin_on_the_spot(form, name, words, page, qtbot)
    type_value(qtbot, field_of(above, "kind"), PlaceKind.HOTEL)
    click(above.add)


def test_a_place_made_on_the_spot_and_the_field_that_took_it_are_undone_at_once(
    space: Workspace, page: JourneyPage, qtbot: QtBot
) -> None:
    assert page.journey is not None
    before, directory = page.journey, space.session.directory()
    stay = before.stays[0]
    form = opened(page, stay.id)
    make_on_the_spot(form, "place", "Zzyzx Inn", page, qtbot)
    assert held(page, stay.id).place != stay.place
    assert "Zzyzx Inn; Change" in space.undo.text()
    space.undo.trigger()
    assert page.journey == before
    assert space.session.directory() == directory
    assert field_of(form_of(page), "place").value == stay.place


def test_what_was_made_for_a_new_thing_and_undone_is_named_by_nothing(
    space: Workspace, page: JourneyPage, qtbot: QtBot
) -> None:
    form = new(page, Stay, kind=StayKind.HOTEL)
    make_on_the_spot(form, "place", "Zzyzx Inn", page, qtbot)
    assert field_of(form, "place").value is not None
    space.undo.trigger()
    assert field_of(form, "place").value is None
    click(form.add)
    assert held(page, form.id).place is None


@pytest.mark.parametrize(
    ("cls", "values", "field", "kind"),
    [
        (Leg, {"mode": LegMode.TRAIN}, "origin", PlaceKind.STATION),
        (Leg, {"mode": LegMode.CAR}, "origin", None),
        (Stay, {"kind": StayKind.HOTEL}, "place", PlaceKind.HOTEL),
        (Course, {}, "centre", PlaceKind.PROTON_CENTRE),
        (Appointment, {}, "place", None),
    ],
)
def test_a_place_made_on_the_spot_is_of_the_kind_the_field_says(
    page: JourneyPage, qtbot: QtBot, cls: Any, values: dict[str, Any], field: str, kind: PlaceKind | None
) -> None:
    above = begin_on_the_spot(new(page, cls, **values), field, "Zzyzx", page, qtbot)
    assert field_of(above, "kind").value is kind


@pytest.mark.parametrize(("words", "language"), [("Harbour View", "en"), ("锦江 酒店", "zh_CN")])
@pytest.mark.parametrize("window", ["en", "zh_CN"])
def test_a_name_typed_on_the_spot_stands_in_the_language_of_its_letters(
    page: JourneyPage, desk: Desk, qtbot: QtBot, words: str, language: str, window: str
) -> None:
    desk.preferences.change(language=window)
    form = new(page, Stay, kind=StayKind.HOTEL)
    field_of(form, "place").start()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.insert(words)  # an input method types hanzi, not keys
    line.textEdited.emit(line.text())
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert form_of(page) is not form
    assert field_of(form_of(page), "name").value == Text({language: words}, language)


@pytest.mark.parametrize(
    ("cls", "values", "field", "role"),
    [
        (Course, {}, "clinician", ContactRole.RADIATION_ONCOLOGIST),
        (Appointment, {}, "interpreter", ContactRole.INTERPRETER),
        (Leg, {"mode": LegMode.CAR}, "driver", ContactRole.DRIVER),
        (Leg, {"mode": LegMode.FLIGHT}, "escort", None),
    ],
)
def test_a_person_made_on_the_spot_has_the_role_the_field_says(
    page: JourneyPage, qtbot: QtBot, cls: Any, values: dict[str, Any], field: str, role: ContactRole | None
) -> None:
    above = begin_on_the_spot(new(page, cls, **values), field, "Zzyzx", page, qtbot)
    assert above.cls is Contact
    assert field_of(above, "role").value is role
    if role is ContactRole.RADIATION_ONCOLOGIST:  # a proposal: another may be chosen
        type_value(qtbot, field_of(above, "role"), ContactRole.SURGEON)
        assert field_of(above, "role").value is ContactRole.SURGEON


def test_a_member_of_a_board_made_on_the_spot_has_the_role_that_stands_beside(
    desk: Desk, sample_to_read: Session
) -> None:
    made: list[Known] = []

    def make(cls: type, words: str, then: Callable[[str], None], known: Known = ()) -> None:
        made.append(known)

    session = sample_to_read
    context = FieldContext(desk, session, lambda: session.journey("sample"), session.directory, make=make)
    for role in (ContactRole.PATHOLOGIST, None):
        known_here = knowing(context, Attendant, "contact", {"role": role}.__getitem__)
        assert known_here.make is not None
        known_here.make(Contact, "Zzyzx", lambda _id: None)
    assert made == [(("role", ContactRole.PATHOLOGIST),), ()]


def test_the_form_of_a_new_leg_says_how_one_travels(page: JourneyPage, qtbot: QtBot) -> None:
    form = new(page, Leg, mode=LegMode.FLIGHT)
    assert form.title.text() == "New: Flight"
    type_value(qtbot, field_of(form, "mode"), LegMode.TRAIN)
    assert form.title.text() == "New: Train"
    assert new(page, Stay).title.text() == "New: Stay"


def test_a_new_entry_begins_with_the_only_visa_one_can_enter_on(sample_to_read: Session) -> None:
    session, journey = sample_to_read, sample_to_read.journey("sample")
    only, *others = journey.visas
    refused = tuple(replace(one, state=VisaState.REFUSED) for one in others)
    both = replace(journey, visas=(only, replace(only, id=VisaId("another"))))
    values = starting_values(Wanted(Entry), replace(journey, visas=(only, *refused)), session)
    assert (values["visa"], values["traveller"]) == (only.id, only.traveller)
    assert starting_values(Wanted(Entry), both, session)["visa"] is None


def test_in_a_narrow_window_a_form_takes_the_place_of_the_reading_and_gives_it_back(
    page: JourneyPage, space: Workspace
) -> None:
    assert page.journey is not None
    traveller = page.journey.travellers[0]
    form = opened(page, traveller.id)
    panel = page.editing.panel
    assert panel is not None
    reading = page.beside.itemAt(0).widget()  # type: ignore[union-attr]
    assert reading.isVisible()
    assert panel.back.isHidden()
    space.resize(960, 600)
    QApplication.processEvents()
    assert not reading.isVisible()
    assert panel.width() == page.width()
    click(form.lists["passports"].add)
    click(panel.back)
    assert form_of(page) is form
    assert not reading.isVisible()
    click(panel.back)
    assert panel.isHidden()
    assert reading.isVisible()
    opened(page, traveller.id)
    click(page.tabs.button("travel"))
    assert panel.isHidden()
    assert reading.isVisible()
    opened(page, traveller.id)
    space.resize(1280, 720)
    QApplication.processEvents()
    assert reading.isVisible()
    assert panel.isVisible()
    assert panel.width() < page.width() / 2


# What is seen of a value


def test_what_has_no_room_says_so_and_what_scrolls_keeps_clear_of_the_scroll_bar(
    page: JourneyPage, space: Workspace
) -> None:
    assert page.journey is not None
    long = "Report " * 30
    document = page.journey.documents[0]
    named = replace(document, number=long.strip())
    others = page.journey.documents[1:]
    space.session.run(Edit(N_("Number"), page.journey.id, lambda j: replace(j, documents=(named, *others))))
    line = line_of(field_of(opened(page, document.id), "number"))
    QApplication.processEvents()
    assert isinstance(line, Line)
    assert not line.hasFocus()
    assert line.elided.endswith("…")
    assert long.startswith(line.elided.removesuffix("…"))
    line.setFocus()
    assert line.elided == ""
    much = Text({"en": "We hold it to arrange your journey. " * 40}, "en")
    notice = replace(page.journey.notices[0], wording=much)
    space.session.run(Edit(N_("Wording"), page.journey.id, lambda j: replace(j, notices=(notice,))))
    edit = field_of(opened(page, notice.id), "wording").findChild(QPlainTextEdit)
    assert edit is not None
    QApplication.processEvents()
    bar = edit.verticalScrollBar()
    assert bar.isVisible()
    assert bar.maximum() > 0
    assert edit.document().textWidth() <= edit.viewport().width()
    assert edit.viewport().geometry().right() < edit.width() - bar.width() + 1


def test_a_narrow_form_shows_what_a_date_is_tied_to_and_what_is_in_its_lists(page: JourneyPage) -> None:
    assert page.journey is not None
    leg = next(one for one in page.journey.legs if one.departs_tie is not None and one.departs_tie.thing)
    field = field_of(opened(page, leg.id), "departs_tie")
    QApplication.processEvents()
    assert isinstance(field, TieField)
    assert field.anchor.y() + field.anchor.parentWidget().y() > field.days.parentWidget().y()
    assert field.anchor.parentWidget() is not field.days.parentWidget()
    assert isinstance(field.anchor.line, Line)
    assert field.anchor.line.elided == ""
    assert field.value == leg.departs_tie
    traveller = page.journey.travellers[0]
    passport = traveller.passports[-1]
    lists = opened(page, traveller.id).lists
    assert lists["passports"].rows[passport.id].words == (
        f"{passport.number} · Current · valid until 3 May 2031 · New Zealand"
    )
    visa = page.journey.visas[0]
    steps = opened(page, visa.id).lists["steps"].rows
    for step in visa.steps:
        parts = steps[step.id].words.split(" · ")
        assert len(parts) == len(set(parts))
