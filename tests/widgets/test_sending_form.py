"""A sending entered in the form: under a consent and onto the record, or refused where one types."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.record.document import Document, Sending
from planner.record.lookup import thing
from planner.record.text import same
from planner.session import EventKind, Session
from tests.widgets.conftest import NOW
from tests.widgets.typing import click, type_value
from ui.editing.form_page import FormPage
from ui.journey.journey_page import JourneyPage

DOCUMENT = "sample-doc-summary"


def new_sending(page: JourneyPage) -> FormPage:
    assert page.open_thing(DOCUMENT, "sendings")
    panel = page.editing.panel
    assert panel is not None
    outer = panel.page
    assert outer is not None
    outer.form.unfold()
    click(outer.lists["sendings"].add)
    assert panel.page is not None
    return panel.page


def put_in(form: FormPage) -> None:
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def sendings(session: Session) -> tuple[Sending, ...]:
    document = thing(session.journey("sample"), DOCUMENT)
    assert isinstance(document, Document)
    return document.sendings


def test_to_somebody_without_consent_it_is_refused_with_the_reason_in_the_form(
    page: JourneyPage, sample: Session, qtbot: QtBot
) -> None:
    before, told = sendings(sample), sample.journey("sample").disclosures
    form = new_sending(page)
    type_value(qtbot, form.form.rows["to_name"].field, same("Curious Relative"))
    put_in(form)
    assert form.wanted is not None
    assert form.error.isVisible()
    assert "has not agreed that Curious Relative may see this" in form.error.text()
    assert "Enter the consent first" in form.error.text()
    assert (sendings(sample), sample.journey("sample").disclosures) == (before, told)


def test_under_a_consent_it_is_a_disclosure_and_an_event_and_one_step_back(
    page: JourneyPage, sample: Session, qtbot: QtBot
) -> None:
    before, told = sendings(sample), sample.journey("sample").disclosures
    form = new_sending(page)
    type_value(qtbot, form.form.rows["to_place"].field, "sample-centre")
    put_in(form)
    assert form.wanted is None
    assert sendings(sample)[-1].consent == "sample-consent-centre"
    disclosure = sample.journey("sample").disclosures[-1]
    assert (disclosure.documents, disclosure.recipient_place) == ((DOCUMENT,), "sample-centre")
    assert disclosure.at.date == NOW.date()
    (event,) = sample.accountability.events(kinds=(EventKind.SEND,), limit=1)
    assert event.details["recipient_place"] == "sample-centre"
    sample.undo()
    assert (sendings(sample), sample.journey("sample").disclosures) == (before, told)
