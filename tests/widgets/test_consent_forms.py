"""Where a copy is refused, the way on is the form: of the consent there is, or of one begun as known."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit
from planner.message import N_
from planner.record.consent import Audience, Consent
from planner.record.journey import Journey
from planner.session import Session
from tests.widgets.test_forms import field_of, form_of
from tests.widgets.typing import click, type_value
from ui.journey.itinerary.itinerary_view import ItineraryView
from ui.journey.journey_page import JourneyPage


def refused(page: JourneyPage, qtbot: QtBot, session: Session, *consents: Consent) -> ItineraryView:
    """The itinerary's preview of the hospital's copy, which these consents do not allow."""
    assert page.journey is not None

    def change(journey: Journey) -> Journey:
        documents = tuple(replace(one, sendings=()) for one in journey.documents)
        return replace(journey, consents=consents, disclosures=(), documents=documents, tasks=())

    session.run(Edit(N_("Change"), page.journey.id, change))
    page.go_to("itinerary")
    view = page.shown_view
    assert isinstance(view, ItineraryView)
    view.options.choose(Audience.HOSPITAL)
    qtbot.waitUntil(lambda: view.paper.is_refused, timeout=20_000)
    return view


def test_a_consent_nobody_gave_is_begun_with_who_may_see_what_and_once_given_the_paper_is_there(
    page: JourneyPage, qtbot: QtBot, sample: Session
) -> None:
    view = refused(page, qtbot, sample)
    click(view.paper.consent)
    form = form_of(page)
    assert form.cls is Consent
    assert form.wanted is not None
    assert page.journey is not None
    assert page.journey.patient is not None
    assert field_of(form, "traveller").value == page.journey.patient.id
    assert field_of(form, "audience").value is Audience.HOSPITAL
    assert field_of(form, "categories").value
    assert page.shown_view is view  # beside the paper
    type_value(qtbot, field_of(form, "overseas"), True)
    type_value(qtbot, field_of(form, "given_on"), sample.office_day(page.journey))
    qtbot.mouseClick(form.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not view.paper.is_refused, timeout=20_000)


def test_a_consent_that_was_withdrawn_is_opened_itself(
    page: JourneyPage, qtbot: QtBot, sample: Session
) -> None:
    assert page.journey is not None
    there = next(one for one in page.journey.consents if one.audience is Audience.HOSPITAL)
    view = refused(page, qtbot, sample, replace(there, withdrawn_on=sample.office_day(page.journey)))
    click(view.paper.consent)
    form = form_of(page)
    assert (form.id, form.wanted) == (there.id, None)
