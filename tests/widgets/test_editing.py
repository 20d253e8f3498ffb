"""Forms beside the journey page: saved field by field, copied, removed; nothing typed is lost."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.edits.common_field_names import COMMON_FIELD_NAMES
from planner.edits.edit import Edit
from planner.edits.field_names import field_name
from planner.edits.thing_names import KINDS
from planner.message import N_
from planner.record.acknowledgement import Acknowledgement
from planner.record.appointment import Appointment
from planner.record.document import Document
from planner.record.journey import Extra, Journey
from planner.record.leg import Leg, LegMode
from planner.record.lookup import thing, things
from planner.record.shape import classes_within, shape_of
from planner.record.text import Text
from planner.record.thing import Attachment
from planner.record.traveller import Traveller
from tests.builders import make_companion
from tests.widgets.conftest import NOW
from tests.widgets.typing import click, replace_words, type_value
from ui.desk import Desk
from ui.editing.form_page import FormPage
from ui.editing.form_spec import NOT_ON_FORMS, whole
from ui.editing.kept_words import lines_of
from ui.editing.panel import EditorPanel
from ui.editing.specs import spec_of
from ui.editing.starting import Wanted
from ui.editing.value_field import ValueField
from ui.editing.value_list import ValueList
from ui.fields.line_field import LineField
from ui.journey.journey_page import JourneyPage
from ui.shell.workspace import Workspace


def opened(page: JourneyPage, id: str, field: str = "") -> FormPage:
    assert page.open_thing(id, field)
    return form_of(page)


def form_of(page: JourneyPage) -> FormPage:
    panel = page.editing.panel
    assert panel is not None
    assert panel.page is not None
    return panel.page


def held(page: JourneyPage, id: str) -> Any:
    assert page.journey is not None
    return thing(page.journey, id)


def away_with(form: FormPage) -> None:
    form.deleteLater()
    QApplication.sendPostedEvents(form, QEvent.Type.DeferredDelete.value)


def flight(page: JourneyPage) -> Leg:
    assert page.journey is not None
    return next(leg for leg in page.journey.legs if leg.mode is LegMode.FLIGHT)


def test_every_field_of_the_record_has_a_name_and_a_place_on_its_form() -> None:
    for cls in classes_within(Journey):
        if cls in (Acknowledgement, Extra, Attachment, Text):
            continue
        assert cls in KINDS, cls
        on_form = {name for group in whole(cls, spec_of(cls)) for name in group.fields}
        left = {shape.name for shape in shape_of(cls)} - on_form - set(NOT_ON_FORMS) - set(spec_of(cls).own)
        assert not left, (cls, left)
        for name in on_form:
            assert str(field_name(cls, name))


def test_no_name_of_a_field_is_left_over() -> None:
    used = {shape.name for cls in classes_within(Journey) for shape in shape_of(cls)}
    assert set(COMMON_FIELD_NAMES) <= used


def test_every_thing_of_the_sample_opens_and_opening_changes_nothing(page: JourneyPage) -> None:
    """One of each kind: the controls show what the record holds, to the letter."""
    assert page.journey is not None
    seen: set[type] = set()
    for one in things(page.journey):
        if type(one) in seen:
            continue
        seen.add(type(one))
        form = opened(page, one.id).form
        form.unfold()
        assert {n: row.field.value for n, row in form.rows.items()} == {n: getattr(one, n) for n in form.rows}
        assert form.missing == {}
    assert len(seen) > 25
    assert page.journey.patient is not None


def test_a_form_that_has_the_page_to_itself_reaches_its_edge_and_has_a_line_again_beside_it(
    space: Workspace, page: JourneyPage, qtbot: QtBot
) -> None:
    opened(page, flight(page).id)
    panel = page.editing.panel
    assert panel is not None
    assert panel.contentsRect().left() == 1
    space.resize(960, 600)
    qtbot.waitUntil(lambda: panel.contentsRect().left() == 0)
    space.resize(1280, 800)
    qtbot.waitUntil(lambda: panel.contentsRect().left() == 1)


def test_each_committed_field_is_one_edit_and_undo_shows_what_was(
    space: Workspace, page: JourneyPage, qtbot: QtBot
) -> None:
    leg = flight(page)
    row = opened(page, leg.id).form.row("number")
    assert row is not None
    type_value(qtbot, row.field, "SQ285")
    assert held(page, leg.id) == replace(leg, number="SQ285")
    assert space.session.undo_label is not None
    assert str(space.session.undo_label) == f"Change Flight or train number of {leg.number}"
    space.undo.trigger()
    assert held(page, leg.id) == leg
    assert row.field.value == leg.number


def test_what_is_no_value_is_said_under_the_field_and_there_again_after_closing(
    page: JourneyPage, space: Workspace, qtbot: QtBot
) -> None:
    document = page.journey.documents[0]  # type: ignore[union-attr]
    row = opened(page, document.id).form.row("received_on")
    assert row is not None
    line = row.field.findChild(QLineEdit)
    assert line is not None
    replace_words(line, "32 Octember")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert row.said
    assert held(page, document.id) == document
    space.open_journey("sample")
    assert page.editing.strip.buttons
    go_on, _ = page.editing.strip.buttons[document.id]
    click(go_on)
    again = form_of(page).form.row("received_on")
    assert again is not None
    found = again.field.findChild(QLineEdit)
    assert found is not None
    assert found.text() == "32 Octember"
    assert again.said == row.said
    assert isinstance(again.field, LineField)
    assert again.field.box.is_wrong
    type_value(qtbot, again.field, document.received_on)
    assert space.session.drafts.of("sample") == ()


def test_escape_takes_the_sentence_away_with_the_words_it_is_about(page: JourneyPage, qtbot: QtBot) -> None:
    page.editing.open_new(Wanted(Appointment))
    form = form_of(page)
    click(form.add)
    kind, state = form.form.made["kind"], form.form.made["state"]
    needed = kind.said
    assert needed
    for row in (kind, state):
        row.field.start()
        line = row.field.findChild(QLineEdit)
        assert line is not None
        line.selectAll()
        qtbot.keyClicks(line, "no such thing")
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert "no such thing" in "".join(row.said)
        QTest.keyClick(line, Qt.Key.Key_Escape)
    assert state.said == ()
    assert kind.said == needed  # it is still to be chosen


@pytest.mark.parametrize(
    ("kind", "field", "words"),
    [
        (Document, "number", "DEMO 4471"),
        (Document, "title", "Half a title"),
        (Leg, "driver", "Some"),
        (Leg, "number", "XX 9"),
        (Traveller, "notes", "Half a note"),
    ],
)
def test_what_is_half_typed_in_a_thing_of_the_record_is_a_draft_that_the_next_start_offers(
    page: JourneyPage, space: Workspace, qtbot: QtBot, kind: Any, field: str, words: str
) -> None:
    """Nobody left the field, and the program ended: the record has what it had, the draft what was typed."""
    assert page.journey is not None
    one = next(one for one in things(page.journey) if type(one) is kind)
    form = opened(page, one.id, field)
    line = QApplication.focusWidget()
    assert line is not None
    replace_words(line, words)
    qtbot.waitUntil(lambda: space.session.drafts.get(one.id) is not None)
    assert held(page, one.id) == one
    draft = space.session.drafts.get(one.id)
    assert draft is not None
    again = FormPage(form.context, form.keeper, one.id, kind)  # as another run finds it
    row = again.form.row(field)
    assert row is not None
    shown = lines_of(row.field)
    assert words in shown
    kept = space.session.drafts.get(one.id)
    assert kept is not None
    assert kept.typed == draft.typed
    again.refresh()
    assert words in lines_of(row.field)
    away_with(again)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    form.keep()
    assert space.session.drafts.get(one.id) is None


def test_what_is_half_typed_in_a_form_within_a_form_is_kept_too(
    page: JourneyPage, space: Workspace, qtbot: QtBot
) -> None:
    leg = flight(page)
    form = opened(page, leg.id, "booking")
    booking = form.form.made["booking"].field
    assert isinstance(booking, ValueField)
    assert booking.form is not None
    line = booking.form.rows["reference"].field.findChild(QLineEdit)
    assert line is not None
    replace_words(line, "DEMO77")
    qtbot.waitUntil(lambda: space.session.drafts.get(leg.id) is not None)
    assert held(page, leg.id) == leg
    again = FormPage(form.context, form.keeper, leg.id, Leg)
    row = again.form.row("booking")
    assert row is not None
    assert "DEMO77" in lines_of(row.field)
    again.keep()
    assert space.session.drafts.get(leg.id) is not None
    away_with(again)


def test_a_new_thing_is_a_draft_until_it_is_added(page: JourneyPage, space: Workspace, qtbot: QtBot) -> None:
    before = page.journey
    assert before is not None
    button = page.editing.add_buttons["travel"]
    assert button.menu_ is not None
    button.menu_.actions()[0].trigger()
    form = form_of(page)
    assert form.form.values["mode"] is LegMode.FLIGHT
    row = form.form.row("number")
    assert row is not None
    type_value(qtbot, row.field, "NZ289")
    qtbot.waitUntil(lambda: bool(space.session.drafts.of("sample")))
    assert page.journey == before
    panel = page.editing.panel
    assert panel is not None
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert panel.isHidden()
    ((id, (go_on, _)),) = page.editing.strip.buttons.items()
    click(go_on)
    form = form_of(page)
    assert form.form.values["number"] == "NZ289"
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert held(page, id).number == "NZ289"
    assert space.session.drafts.of("sample") == ()
    assert page.editing.strip.isHidden()
    space.undo.trigger()
    assert page.journey == before


def test_what_is_left_by_opening_another_row_is_told_of_by_name_and_gone_on_with(
    page: JourneyPage, space: Workspace, qtbot: QtBot
) -> None:
    """Several that were begun can be told apart, and are called as the menu calls them."""
    menu = page.editing.add_buttons["travel"].menu_
    assert menu is not None

    def begun(number: str) -> None:
        assert menu is not None
        menu.actions()[0].trigger()
        form = form_of(page)
        row = form.form.row("number")
        assert row is not None
        if number:
            type_value(qtbot, row.field, number)

    begun("RJ 182")
    leg = flight(page)
    opened(page, leg.id)
    assert form_of(page).kind.text() == "Flight"
    banner = space.banner
    assert banner.isVisible()
    assert banner.accessibleName() == "Kept as a draft: Flight RJ 182"
    assert banner.offer.text() == "Go on"
    begun("")
    banner.dismiss()
    opened(page, leg.id)
    assert banner.isHidden()  # nothing was entered
    begun("RJ 7")
    opened(page, leg.id)
    QTest.qWait(20)  # they come into view
    told = [
        label.text()
        for label in page.editing.strip.findChildren(QLabel)
        if label.isVisible() and label.text()
    ]
    assert [words.partition(": ")[2] for words in told] == ["Flight RJ 182", "Flight RJ 7"]
    click(banner.offer)
    assert form_of(page).form.values["number"] == "RJ 7"
    assert banner.isHidden()


def test_the_leg_of_a_crossing_says_when_and_where_it_is_where_nothing_stands(
    page: JourneyPage, space: Workspace, qtbot: QtBot
) -> None:
    menu = page.editing.add_buttons["visa"].menu_
    assert menu is not None
    menu.actions()[1].trigger()
    form = form_of(page).form
    form.finish()
    leg = flight(page)
    rows = {name: form.row(name) for name in ("entry_leg", "entered", "entry_port", "exited")}
    field, entered, port, exited = (row.field for row in rows.values() if row is not None)
    assert entered.value is None
    type_value(qtbot, field, leg.id)
    assert (entered.value, port.value) == (leg.arrives, leg.destination)
    assert exited.value is None
    other = next(one for one in held_legs(page) if one.mode is LegMode.FLIGHT and one.id != leg.id)
    type_value(qtbot, field, other.id)
    assert entered.value == leg.arrives  # what stands is not taken away
    assert space.undo.text() == "Undo"  # nothing is in the record yet


def held_legs(page: JourneyPage) -> tuple[Leg, ...]:
    assert page.journey is not None
    return page.journey.legs


@pytest.mark.parametrize(
    ("locale", "shown", "whole"), [("en", "Add", "Add: Document"), ("zh_CN", "添加", "添加：文件")]
)
def test_a_section_adds_under_its_title_and_names_what_to_who_cannot_see_it(
    locale: str, shown: str, whole: str, page: JourneyPage, desk: Desk
) -> None:
    desk.language.choose(locale)
    button = page.editing.add_buttons["documents"]
    assert (button.text(), button.accessibleName(), button.toolTip()) == (shown, whole, whole)


def test_what_is_read_aloud_in_chinese_has_its_own_colons(
    page: JourneyPage, desk: Desk, qtbot: QtBot
) -> None:
    desk.language.choose("zh_CN")
    page.go_to("tasks")
    qtbot.waitUntil(lambda: page.is_complete)
    names = {widget.accessibleName() for widget in page.findChildren(QWidget)}
    assert any(name.startswith("已完成：") for name in names)
    assert not [name for name in names if re.search("[\u4e00-\u9fff]: ", name)]


def test_a_new_thing_without_what_it_needs_says_what(page: JourneyPage) -> None:
    button = page.editing.add_buttons["visa"]
    assert button.menu_ is not None
    button.menu_.actions()[0].trigger()
    form = form_of(page)
    click(form.add)
    row = form.form.row("traveller")
    assert row is not None
    assert row.said == ("“Traveller” is still needed.",)
    assert form.wanted is not None


def test_a_passport_is_added_within_its_traveller_copied_and_removed_by_keys(
    page: JourneyPage, space: Workspace, qtbot: QtBot
) -> None:
    patient = page.journey.travellers[0]  # type: ignore[union-attr]
    outer = opened(page, patient.id)
    held_list = outer.lists["passports"]
    click(held_list.add)
    form = form_of(page)
    assert form is not outer
    number, state = form.form.row("number"), form.form.row("issuing_state")
    assert number is not None
    assert state is not None
    type_value(qtbot, number.field, "LX000001")
    type_value(qtbot, state.field, "NZ")
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form_of(page) is outer
    made = held(page, patient.id).passports[-1]
    assert (made.number, made.issuing_state) == ("LX000001", "NZ")
    row = held_list.rows[made.id]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    copy = held(page, patient.id).passports[-1]
    assert (copy.number, copy.issuing_state) == ("", "NZ")
    QTest.keyClick(held_list.rows[copy.id], Qt.Key.Key_Delete)
    QTest.keyClick(held_list.rows[made.id], Qt.Key.Key_Delete)
    assert held(page, patient.id) == patient


def test_removing_what_is_depended_on_is_refused_in_a_sentence(page: JourneyPage) -> None:
    patient = page.journey.travellers[0]  # type: ignore[union-attr]
    form = opened(page, patient.id)
    click(form.bin)
    assert "cannot be removed" in form.error.text()
    assert not form.error.isHidden()
    assert held(page, patient.id) == patient


def test_a_row_opens_by_enter_copies_by_ctrl_d_and_goes_by_delete(
    page: JourneyPage, space: Workspace, qtbot: QtBot
) -> None:
    from ui.journey.rows_view import RowsView

    rows = page.cards["money"].findChildren(RowsView)
    frame = next(f for view in rows for f in view.frames if f.subject)
    frame.setFocus()
    QTest.keyClick(frame, Qt.Key.Key_Return)
    assert form_of(page).id == frame.subject
    qtbot.waitUntil(lambda: frame.property("current") == "true")
    count = len([*things(page.journey)])
    QTest.keyClick(frame, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len([*things(page.journey)]) == count + 1
    assert form_of(page).id != frame.subject
    space.undo.trigger()
    qtbot.waitUntil(lambda: page.is_complete)
    assert len([*things(page.journey)]) == count


def test_values_in_a_list_are_added_moved_copied_and_taken_away_by_keyboard(
    page: JourneyPage, space: Workspace, qtbot: QtBot
) -> None:
    meeting = page.journey.mdt_meetings[0]  # type: ignore[union-attr]
    row = opened(page, meeting.id).form.row("attendants")
    assert row is not None
    field = row.field
    assert isinstance(field, ValueList)
    first, second = field.rows[0].head, field.rows[1].head
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    moved = held(page, meeting.id).attendants
    assert moved[:2] == (meeting.attendants[1], meeting.attendants[0])
    QTest.keyClick(first, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(held(page, meeting.id).attendants) == len(meeting.attendants) + 1
    QTest.keyClick(field.rows[2].head, Qt.Key.Key_Delete)
    QTest.keyClick(second, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert held(page, meeting.id) == meeting
    click(field.add)
    assert field.problem is not None
    assert held(page, meeting.id) == meeting


def test_a_finding_about_a_field_stands_under_it(page: JourneyPage, space: Workspace) -> None:
    found = next(
        f for f in space.session.open_findings("sample") if f.subject.field and f.subject.kind != "journey"
    )
    form = opened(page, found.subject.id, found.subject.field)
    row = form.form.row(found.subject.field.partition("/")[0])
    assert row is not None
    assert row.said


def test_a_task_is_done_with_one_click_and_open_again_with_another(
    page: JourneyPage, space: Workspace
) -> None:
    from ui.controls.check_box import CheckBox

    def click_one(done: bool) -> int:
        boxes = page.cards["tasks"].findChildren(CheckBox)
        next(box for box in boxes if box.isChecked() is done).click()
        assert page.journey is not None
        return sum(task.done_on is not None for task in page.journey.tasks)

    assert page.journey is not None
    count = sum(task.done_on is not None for task in page.journey.tasks)
    assert click_one(done=False) == count + 1
    assert "Done: " in space.undo.text()
    assert click_one(done=True) == count
    assert "Open again: " in space.undo.text()


def test_an_edit_made_elsewhere_leaves_what_one_is_typing(
    page: JourneyPage, space: Workspace, qtbot: QtBot
) -> None:
    leg = flight(page)
    row = opened(page, leg.id).form.row("number")
    assert row is not None
    line = row.field.findChild(QLineEdit)
    assert line is not None
    replace_words(line, "NZ2")
    assert page.journey is not None
    space.session.run(Edit(N_("Note"), page.journey.id, lambda j: replace(j, reference="X-1")))
    assert line.text() == "NZ2"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert held(page, leg.id).number == "NZ2"


def test_escape_goes_back_one_form_and_then_closes(page: JourneyPage) -> None:
    outer = opened(page, page.journey.travellers[0].id)  # type: ignore[union-attr]
    panel = page.editing.panel
    assert isinstance(panel, EditorPanel)
    outer.lists["passports"].add.click()
    assert form_of(page) is not outer
    QTest.keyClick(form_of(page), Qt.Key.Key_Escape)
    assert form_of(page) is outer
    QTest.keyClick(outer, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert QApplication.focusWidget() is not None


def test_a_journey_is_removed_from_its_own_form_and_undo_brings_it_back(
    page: JourneyPage, space: Workspace
) -> None:
    before = page.journey
    form = opened(page, "sample")
    click(form.bin)
    assert space.session.journey_ids() == []
    assert space.place != "journey"
    assert space.session.undo_label is not None
    assert str(space.session.undo_label) == "Remove the journey of ERIKSSON Anna Maria"
    space.undo.trigger()
    assert space.session.journey("sample") == before


def test_when_an_anchor_moves_the_template_is_offered_to_follow_and_not_made_to(
    page: JourneyPage, space: Workspace, qtbot: QtBot
) -> None:
    from planner.record.ids import TaskId
    from planner.record.task import Task, TaskOrigin
    from planner.record.text import same
    from planner.record.tie import Anchor, Tie

    offer = page.editing.moved_dates
    assert offer.isHidden()
    tied = Task(
        id=TaskId("t-new"),
        title=same("Ring the centre"),
        due_on=NOW.date(),
        due_tie=Tie(anchor=Anchor.LAST_FRACTION, days=-1),
        origin=TaskOrigin.TEMPLATE,
        origin_code="x",
    )
    assert page.journey is not None
    space.session.run(Edit(N_("Task"), page.journey.id, lambda j: replace(j, tasks=(*j.tasks, tied))))
    qtbot.waitUntil(lambda: not offer.isHidden())
    assert held(page, "t-new").due_on == NOW.date()
    click(offer.button)
    assert held(page, "t-new").due_on == dt.date(2027, 4, 25)
    qtbot.waitUntil(offer.isHidden)


def test_who_comes_later_is_offered_the_documents_of_the_template(
    page: JourneyPage, space: Workspace, qtbot: QtBot
) -> None:
    assert page.journey is not None
    newcomer = make_companion(id="later", surname="SPECIMEN", given_names="Later")
    offer = page.editing.newcomers

    def join(journey: Journey) -> Journey:
        return replace(journey, template="proton-liver", travellers=(*journey.travellers, newcomer))

    def held_by_newcomer() -> int:
        assert page.journey is not None
        return sum(one.traveller == "later" for one in page.journey.documents)

    page.open_section("documents")
    space.session.run(Edit(N_("Join"), page.journey.id, join))
    qtbot.waitUntil(offer.isVisible)
    assert held_by_newcomer() == 0
    click(offer.button)
    assert held_by_newcomer() > 5
    qtbot.waitUntil(offer.isHidden)
    space.undo.trigger()
    assert held_by_newcomer() == 0
    qtbot.waitUntil(offer.isVisible)
    click(offer.no)
    assert offer.isHidden()
    space.session.run(Edit(N_("Note"), page.journey.id, lambda one: replace(one, notes="x")))
    qtbot.wait(500)
    assert offer.isHidden()
    assert held_by_newcomer() == 0


def test_tab_goes_from_top_to_bottom_also_through_what_came_to_matter_late(
    page: JourneyPage, qtbot: QtBot
) -> None:
    assert page.journey is not None
    walk = next(leg for leg in page.journey.legs if leg.mode is LegMode.CAR)
    form = opened(page, walk.id).form
    assert "origin_terminal" not in form.rows
    row = form.row("mode")
    assert row is not None
    type_value(qtbot, row.field, LegMode.FLIGHT)
    assert "origin_terminal" in form.rows
    first = row.field.focusProxy() or row.field
    first.setFocus()
    heights: list[int] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        if focus is None or not form.isAncestorOf(focus):
            break
        heights.append(focus.mapTo(form, focus.rect().center()).y())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert len(heights) > 15
    falls = [(one, other) for one, other in pairwise(heights) if other < one - 40]
    assert falls == []
