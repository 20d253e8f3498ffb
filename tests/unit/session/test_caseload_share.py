"""What lists over all journeys call a thing: beside its own day, and beside the same thing of another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from planner.edits.edit import Edit
from planner.i18n import translator
from planner.message import N_
from planner.record.document import Document, DocumentKind, DocumentState
from planner.record.ids import DocumentId, JourneyId
from planner.record.journey import Journey
from planner.record.text import Text
from planner.session import Session

SAMPLE = JourneyId("sample")
NOW = dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)
SATURDAY = dt.date(2026, 11, 21)


@pytest.fixture
def session() -> Iterator[Session]:
    with Session.sample(clock=lambda: NOW) as opened:
        yield opened


def add(session: Session, *documents: Document) -> None:
    def change(journey: Journey) -> Journey:
        others = tuple(replace(one, needed_by=None) for one in journey.documents)
        return replace(journey, documents=(*others, *documents))

    session.run(Edit(N_("Change"), SAMPLE, change))


def said(session: Session) -> list[str]:
    words = translator("en")
    lines = session.caseload.agenda(24 * 14).coming
    return [words.text(line.content.title) for line in lines if line.content.what == "document"]


def test_a_document_wanted_another_day_is_not_said_to_be_needed_today(session: Session) -> None:
    title = Text({"en": "Consent"})
    add(session, Document(id=DocumentId("d"), kind=DocumentKind.OTHER, title=title, needed_by=SATURDAY))
    assert said(session) == ["Needed: Consent"]
    (row,) = session.summaries()
    assert row.next_title is not None
    assert translator("en").text(row.next_title) == "Needed: Consent"


def test_the_same_duty_for_two_people_names_each(session: Session) -> None:
    people = session.journey(SAMPLE).travellers
    cards = [
        Document(
            id=DocumentId(f"card-{one.id}"),
            kind=DocumentKind.ARRIVAL_CARD,
            title=Text({"en": "Arrival card"}),
            traveller=one.id,
            state=DocumentState.NEEDED,
            needed_by=SATURDAY,
        )
        for one in people
    ]
    add(session, *cards)
    names = [one.preferred_name or one.given_names for one in people]
    assert sorted(said(session)) == sorted(f"Fill in the arrival card online ({name})" for name in names)
    assert len(set(said(session))) == 2
