"""A name of seventy-four letters is shortened or broken; nothing is pushed out of view by it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit
from planner.message import N_
from planner.record.consent import Consent
from planner.record.leg import Leg, LegMode
from tests.widgets.test_forms import field_of, new, opened
from ui.controls.eliding_label import ElidingLabel
from ui.controls.wrapped_label import WrappedLabel
from ui.editing.form_page import FormPage
from ui.fields.ticks_field import TicksField
from ui.journey.journey_page import JourneyPage
from ui.shell.workspace import Workspace

LONG = "Wolfeschlegelsteinhausenbergerdorff" + "welchevoralternwarengewissenhaftschafer"


def fits(form: FormPage) -> bool:
    form.form.finish()
    for _ in range(4):
        QApplication.processEvents()
    return form.area.widget().width() <= form.area.viewport().width()


def test_forms_and_the_bar_above_keep_their_width_with_a_very_long_name(
    space: Workspace, page: JourneyPage, qtbot: QtBot
) -> None:
    space.resize(1280, 720)
    assert page.journey is not None
    people = tuple(replace(one, surname=LONG) for one in page.journey.travellers)
    changing = Edit(N_("A name"), page.journey.id, lambda journey: replace(journey, travellers=people))
    space.session.run(changing)
    qtbot.waitUntil(lambda: page.is_complete)
    form = new(page, Leg, mode=LegMode.FLIGHT)
    assert fits(form)
    ticks = field_of(form, "travellers")
    assert isinstance(ticks, TicksField)
    box = next(iter(ticks.boxes.values()))
    assert LONG.upper() in box.text()
    assert box.toolTip() == box.text()
    assert box.geometry().right() <= ticks.width()
    consent = page.journey.consents[0]
    assert isinstance(consent, Consent)
    assert fits(opened(page, consent.id))
    title = next(one for one in space.bar.findChildren(ElidingLabel) if LONG.upper() in one.accessibleName())
    assert title.text().endswith("…")
    assert space.width() == 1280
    tools = [button for button in space.bar.findChildren(QToolButton) if button.isVisible()]
    assert tools
    assert all(button.mapTo(space, button.rect().topRight()).x() < space.width() for button in tools)


def test_what_is_made_and_not_in_view_does_not_widen_the_window_beside_a_form(
    space: Workspace, page: JourneyPage
) -> None:
    space.resize(1280, 720)
    assert page.journey is not None
    for tab in ("itinerary", "people"):
        page.tabs.button(tab).click()
    assert fits(opened(page, page.journey.legs[0].id))
    assert space.width() == 1280


def test_only_what_is_no_word_any_more_is_broken(qtbot: QtBot) -> None:
    label = WrappedLabel()
    qtbot.addWidget(label)
    for words in ("Donaudampfschifffahrtsgesellschaft", "https://example.org/" + "a" * 60, "诊断证明" * 15):
        label.setText(words)
        assert label.text() == words
    label.setText(LONG)
    assert label.text().replace("\u200b", "") == LONG
    assert label.minimumSizeHint().width() < 200
