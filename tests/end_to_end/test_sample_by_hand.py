"""The whole sample journey built from an empty record by typing and clicking: it equals the one that ships.

Left out of the comparison are the ids, which the program makes, and the disclosures that it puts on the
record by itself for each sending: the sample tells several sendings as one disclosure, and those are typed.
(It has no attached files, no issued revisions and no acknowledged findings.)
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.record.journey import Journey
from planner.record.lookup import things
from planner.record.shape import shape_of
from planner.record.thing import Thing
from planner.session import Session
from tests.end_to_end.by_hand import Typist
from tests.widgets.conftest import AtWork
from tests.widgets.typing import click, type_value
from ui.editing.form_page import FormPage
from ui.editing.form_spec import holds_things
from ui.editing.new_journey_page import NewJourneyPage
from ui.editing.panel import EditorPanel
from ui.journey.journey_page import JourneyPage
from ui.shell.workspace import Workspace

#: The order in which a case manager meets things: who, where, and then what rests on them.
_ORDER = (
    *("places", "contacts", "travellers", "consents", "visas", "courses", "mdt_meetings", "appointments"),
    *("legs", "stays", "entries", "deposits", "documents", "diagnoses", "notices", "estimate", "payments"),
    *("receipts", "disclosures", "tasks"),
)
_SECTION = {
    **dict.fromkeys(("contacts", "travellers", "diagnoses"), "people"),
    **dict.fromkeys(("consents", "notices", "disclosures"), "consent"),
    **dict.fromkeys(("visas", "entries"), "visa"),
    **dict.fromkeys(("places", "legs", "stays"), "travel"),
    **dict.fromkeys(("mdt_meetings", "appointments"), "appointments"),
    **dict.fromkeys(("estimate", "deposits", "payments", "receipts"), "money"),
    "courses": "course",
    "documents": "documents",
    "tasks": "tasks",
}


class Hand:
    """A person at the workspace, with the sample journey on paper beside them."""

    def __init__(self, qtbot: QtBot, space: Workspace, model: Journey) -> None:
        self.qtbot = qtbot
        self.space = space
        self.model = model
        self.typist = Typist(qtbot)

    def enter_agency(self) -> None:
        self.space.go("new-journey")
        page = self.space.page
        assert isinstance(page, NewJourneyPage)
        click(page.agency)
        form = page.panel.page
        assert form is not None
        self.typist.ids[self.model.agency.id] = form.id
        self.typist.fill(form, self.model.agency)
        click(form.add)
        for manager in self.model.agency.case_managers:
            self.nested(page.panel, "case_managers", manager)
        assert page.panel.page is not None
        click(page.panel.page.cross)

    def begin(self) -> None:
        patient = self.model.patient
        assert patient is not None
        page = self.space.page
        assert isinstance(page, NewJourneyPage)
        type_value(self.qtbot, page.rows["traveller.surname"].field, patient.surname)
        click(page.begin)
        journey = self.page.journey
        assert journey is not None
        assert journey.patient is not None
        self.typist.ids[self.model.id] = journey.id
        self.typist.ids[patient.id] = journey.patient.id

    @property
    def page(self) -> JourneyPage:
        page = self.space.page
        assert isinstance(page, JourneyPage)
        return page

    @property
    def panel(self) -> EditorPanel:
        assert self.page.editing.panel is not None
        return self.page.editing.panel

    def add_all(self) -> None:
        for name in _ORDER:
            for thing in getattr(self.model, name):
                if thing.id in self.typist.ids:  # the patient, begun with
                    self.page.open_thing(self.typist.ids[thing.id])
                    form = self.form()
                    self.typist.fill(form, thing)
                else:
                    self.add(_SECTION[name], thing)
                self.add_nested(thing)

    def add(self, section: str, thing: Thing) -> None:
        QApplication.processEvents()  # between two things a person leaves the program a moment
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        button = self.page.editing.add_buttons[section]
        wanted = next(
            one
            for one in button.addables
            if one.wanted.cls is type(thing) and all(getattr(thing, k) == v for k, v in one.wanted.values)
        )
        if button.menu_ is None:
            click(button)
        else:
            action = button.menu_.actions()[button.addables.index(wanted)]
            action.trigger()
        form = self.form()
        self.typist.ids[thing.id] = form.id
        self.typist.fill(form, thing)
        QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert form.wanted is None, {name: str(said) for name, said in form.form.missing.items()}

    def add_nested(self, thing: Thing) -> None:
        for shape in shape_of(type(thing)):
            if holds_things(shape):
                for one in getattr(thing, shape.name):
                    self.nested(self.panel, shape.name, one)

    def nested(self, panel: EditorPanel, field: str, thing: Thing) -> None:
        outer = panel.page
        assert outer is not None
        outer.form.unfold()
        click(outer.lists[field].add)
        form = panel.page
        assert form is not None
        assert form is not outer
        self.typist.ids[thing.id] = form.id
        self.typist.fill(form, thing)
        QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert form.wanted is None, {name: str(said) for name, said in form.form.missing.items()}
        assert panel.page is outer

    def form(self) -> FormPage:
        form = self.panel.page
        assert form is not None
        return form

    def come_back(self) -> None:
        """What named something that was not there yet."""
        self.typist.later[self.model.id] = []
        for thing in things(self.model):
            if thing.id in self.typist.later:
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
                del self.typist.later[thing.id]
                assert self.page.open_thing(self.typist.ids[thing.id])
                self.typist.fill(self.form(), thing)
        assert self.typist.later == {}


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
def test_the_sample_is_built_from_nothing_by_hand(
    qtbot: QtBot, at_work: AtWork, empty: Session, sample_to_read: Session
) -> None:
    model = sample_to_read.journey("sample")
    hand = Hand(qtbot, at_work(empty), model)
    hand.enter_agency()
    hand.begin()
    hand.add_all()
    hand.come_back()
    journey = hand.page.journey
    assert journey is not None
    built = empty.journey(journey.id)
    wanted = hand.typist.renamed(model)
    typed = tuple(one for one in built.disclosures if one.id in hand.typist.ids.values())
    recorded = [one for one in built.disclosures if one not in typed]
    assert {d for one in recorded for d in one.documents} <= {d.id for d in built.documents if d.sendings}
    assert replace(built, disclosures=typed) == wanted
    empty.undo()
    empty.redo()
    assert empty.journey(journey.id) == built
