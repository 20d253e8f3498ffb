"""A sending entered by hand: with consent and disclosure, or refused; what is past is never refused."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from planner.edits.edit import Edit
from planner.edits.sending import with_disclosure
from planner.edits.things import add, change
from planner.errors import InputError, Refused
from planner.imports.journey_file import open_file
from planner.message import N_
from planner.record.consent import DisclosureKind
from planner.record.document import Document, DocumentState, Sending
from planner.record.ids import SendingId
from planner.record.journey import Journey
from planner.record.text import same
from planner.record.when import When
from planner.session.importing import sample_file

NOW = When(date=dt.date(2027, 4, 14), time=dt.time(9, 0), zone="Asia/Shanghai")
TODAY = NOW.date


@pytest.fixture(scope="module")
def journey() -> Journey:
    return open_file(sample_file()).journey


def entered(journey: Journey, document: Document, **values: Any) -> Journey:
    numbers = count()
    sending = Sending(**{"id": SendingId("new"), "sent_on": TODAY, **values})
    edit = add(journey, sending, under=document.id)
    whole = with_disclosure(edit, "new", now=NOW, new_id=lambda: f"d{next(numbers)}")
    return whole.change(journey)


def unsent(journey: Journey) -> Document:
    """A document of the patient's that has been received and is not sent yet."""
    found = next(one for one in journey.documents if one.id == "sample-doc-summary")
    return replace(found, state=DocumentState.RECEIVED)


def with_document(journey: Journey, document: Document) -> Journey:
    kept = tuple(document if one.id == document.id else one for one in journey.documents)
    return replace(journey, documents=kept)


def test_sent_today_it_names_its_consent_and_is_a_disclosure(journey: Journey) -> None:
    document = unsent(journey)
    after = entered(with_document(journey, document), document, to_place="sample-centre")
    held = next(one for one in after.documents if one.id == document.id)
    assert held.state is DocumentState.SENT
    assert held.sendings[-1].consent == "sample-consent-centre"
    told = after.disclosures[-1]
    assert (told.kind, told.recipient_place, told.documents) == (
        DisclosureKind.SEND,
        "sample-centre",
        (document.id,),
    )
    assert (told.at, told.consent) == (NOW, "sample-consent-centre")


@pytest.mark.parametrize("on", [TODAY, TODAY + dt.timedelta(days=3)])
def test_without_consent_it_is_refused_there_and_then(journey: Journey, on: dt.date) -> None:
    with pytest.raises(Refused, match="has not agreed"):
        entered(journey, unsent(journey), sent_on=on, to_name=same("Nobody Known"))


def test_to_nobody_it_is_not_sent(journey: Journey) -> None:
    with pytest.raises(InputError, match="to whom"):
        entered(journey, unsent(journey))


def test_what_was_sent_before_is_taken_as_it_was(journey: Journey) -> None:
    earlier = TODAY - dt.timedelta(days=30)
    document = unsent(journey)
    before = with_document(journey, document)
    after = entered(before, document, sent_on=earlier, to_name=same("Nobody Known"))
    held = next(one for one in after.documents if one.id == document.id)
    assert (held.sendings[-1].consent, held.state) == (None, DocumentState.RECEIVED)
    assert after.disclosures == journey.disclosures
    allowed = entered(before, document, sent_on=earlier, to_place="sample-centre")
    assert allowed.disclosures[-1].at == When(date=earlier, zone=NOW.zone)


def test_what_a_disclosure_says_already_is_not_said_twice(journey: Journey) -> None:
    document = unsent(journey)
    once = entered(journey, document, to_place="sample-centre")
    edit = change(once, "new", {"means": same("by hand")})
    again = with_disclosure(edit, "new", now=NOW, new_id=lambda: "again").change(once)
    assert again.disclosures == once.disclosures


def test_an_edit_that_leaves_no_such_sending_is_itself(journey: Journey) -> None:
    edit = Edit(N_("Nothing"), journey.id, lambda current: current)
    assert with_disclosure(edit, "none", now=NOW, new_id=lambda: "d").change(journey) is journey
