"""Who goes to a field sees it: the control with the keyboard and its label, however long its form is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.record.lookup import things
from ui.editing.form_page import FormPage
from ui.editing.form_spec import whole
from ui.editing.specs import spec_of
from ui.editing.things_list import ThingsList
from ui.journey.journey_page import JourneyPage
from ui.shell.workspace import Workspace

FAR_DOWN = (
    ("MdtMeeting", "decision"),
    ("Leg", "booking"),
    ("Leg", "clearances"),
    ("Traveller", "allergies"),
    ("Traveller", "insurance"),
    ("Document", "issued_on"),
    ("Appointment", "confirmation"),
    ("Place", "treatment_days"),
)


def arrived(page: JourneyPage, qtbot: QtBot) -> FormPage:
    panel = page.editing.panel
    assert panel is not None
    form = panel.page
    assert form is not None
    qtbot.waitUntil(lambda: form.form.is_complete, timeout=5000)
    settle()
    return form


def is_seen(form: FormPage, part: QWidget) -> bool:
    seen = form.area.viewport().rect()
    at = part.mapTo(form.area.viewport(), QPoint())
    return seen.contains(part.rect().translated(at))


def first(page: JourneyPage, kind: str) -> Any:
    assert page.journey is not None
    return next(one for one in things(page.journey) if type(one).__name__ == kind)


def assert_seen(form: FormPage, field: str) -> None:
    at, row = QApplication.focusWidget(), form.form.made.get(field)
    assert at is not None
    assert form.area.isAncestorOf(at), field
    assert is_seen(form, at), field
    if row is not None and not row.label.isHidden():
        assert is_seen(form, row.label), field


def test_a_field_that_one_goes_to_is_in_view_once_all_above_it_is_made(
    space: Workspace, page: JourneyPage, qtbot: QtBot
) -> None:
    space.resize(1280, 720)
    for kind, field in FAR_DOWN:
        if page.editing.panel is not None:
            page.editing.panel.close_all()
        assert page.open_thing(first(page, kind).id, field)
        assert_seen(arrived(page, qtbot), field)


def test_every_field_of_a_long_form_can_be_gone_to(space: Workspace, page: JourneyPage, qtbot: QtBot) -> None:
    space.resize(1280, 720)
    for kind in ("Leg", "Traveller", "Place"):
        one = first(page, kind)
        for group in whole(type(one), spec_of(type(one))):
            for field in group.fields:
                assert page.open_thing(one.id, field)
                assert_seen(arrived(page, qtbot), field)


def test_who_scrolls_or_goes_on_is_not_taken_back(space: Workspace, page: JourneyPage, qtbot: QtBot) -> None:
    space.resize(1280, 720)
    assert page.open_thing(first(page, "Leg").id, "booking")
    form = arrived(page, qtbot)
    bar = form.area.verticalScrollBar()
    reached = bar.value()
    assert reached > 0
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    form.put_below(tall(form))
    settle()
    assert bar.value() == 0
    assert page.open_thing(form.id, "booking")
    settle()
    assert bar.value() > 0
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, Qt.Key.Key_Backtab)
    here = bar.value()
    form.put_below(tall(form))
    settle()
    assert bar.value() == here


def test_a_list_one_goes_to_twice_is_there_once(page: JourneyPage, qtbot: QtBot) -> None:
    one = first(page, "Traveller")
    assert page.open_thing(one.id, "passports")
    form = arrived(page, qtbot)
    assert page.open_thing(one.id, "passports")
    arrived(page, qtbot)
    shown = [held for held in form.findChildren(ThingsList) if held.add.accessibleName() or held.add.text()]
    assert len(shown) == len(form.lists)


def tall(form: FormPage) -> QWidget:
    made = QWidget(form)
    made.setFixedHeight(300)
    return made


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()
