"""Who did what with whose data is told by the session, and read back as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from planner.edits.edit import Edit, NewJourney
from planner.errors import Refused
from planner.i18n import translator
from planner.itinerary.disclosure import Leaving
from planner.message import N_
from planner.record.consent import Audience, Consent, DataCategory, DisclosureKind
from planner.record.ids import CaseManagerId, ConsentId, JourneyId
from planner.record.journey import Journey
from planner.record.text import Text, same
from planner.session import PrintOptions, Session
from planner.session.event_words import sentence
from planner.store.event import EventKind


@pytest.fixture
def session() -> Iterator[Session]:
    with Session.sample() as session:
        yield session


def told(session: Session, **wanted: object) -> list[str]:
    names = session.accountability.names()
    words = translator("en").text
    return [words(sentence(event, names)) for event in session.accountability.events(**wanted)]


def with_consents(session: Session, *consents: Consent) -> None:
    (key,) = session.journey_ids()

    def change(journey: Journey) -> Journey:
        unsent = tuple(replace(document, sendings=()) for document in journey.documents)
        return replace(journey, consents=consents, documents=unsent, disclosures=())

    session.run(Edit(N_("Consents"), key, change))


def test_a_journey_looked_at_twice_is_told_once_for_each_who_looks(session):
    (key,) = session.journey_ids()
    session.accountability.viewed(key)
    session.accountability.viewed(key)
    session.who = CaseManagerId("another")
    session.accountability.viewed(key)
    views = session.accountability.events(kinds=(EventKind.VIEW,))
    assert [(event.who, event.journey) for event in views] == [("another", key), ("sample-manager", key)]
    session.accountability.locked()
    session.accountability.viewed(key)
    assert told(session)[:2] == ["Looked at the journey", "Locked the record"]


def test_undo_and_redo_are_told_with_what_they_undid(session):
    (key,) = session.journey_ids()
    session.run(Edit(N_("Set the reference"), key, lambda journey: replace(journey, reference="R-1")))
    session.undo()
    session.redo()
    assert told(session)[:3] == [
        "Did again: Set the reference",
        "Undid: Set the reference",
        "Set the reference",
    ]


def test_opening_closing_and_wrong_passphrases_are_told(tmp_path, monkeypatch):
    from planner.errors import StoreError
    from planner.session.importing import sample_clock

    folder = tmp_path / "record"
    Session.create(folder, "a long passphrase", clock=sample_clock()).close()
    for _ in range(2):
        with pytest.raises(StoreError):
            Session.open(folder, "a wrong one", clock=sample_clock())
    with Session.open(folder, "a long passphrase", clock=sample_clock()) as again:
        assert told(again)[:3] == [
            "Unlocked the record",
            "2 wrong passphrases were tried before",
            "Closed the record",
        ]
        assert again.accountability.verify().is_whole


def test_documents_go_nowhere_without_consent(session):
    (key,) = session.journey_ids()
    with_consents(session)
    journey = session.journey(key)
    document = next(one for one in journey.documents if not one.sendings and one.traveller)
    centre = next(place for place in journey.places if place.kind == "proton-centre")
    to = Leaving(kind=DisclosureKind.SEND, people=(), categories=frozenset(), place=centre.id)
    before = len(session.accountability.events())
    with pytest.raises(Refused, match="has not agreed that"):
        session.disclosures.send(key, [document.id], to=to)
    assert len(session.accountability.events()) == before
    assert session.journey(key) == journey


def test_documents_sent_under_consent_are_entered_everywhere(session):
    (key,) = session.journey_ids()
    journey = session.journey(key)
    document = next(one for one in journey.documents if not one.sendings and one.traveller)
    centre = next(place for place in journey.places if place.kind == "proton-centre")
    consent = Consent(
        id=ConsentId("c1"),
        traveller=document.traveller,
        recipient_place=centre.id,
        categories=tuple(DataCategory),
        overseas=True,
        given_on=session.today(journey.zone),
    )
    with_consents(session, consent)
    to = Leaving(kind=DisclosureKind.SEND, people=(), categories=frozenset(), place=centre.id)
    session.disclosures.send(key, [document.id], to=to, means=same("courier"))
    after = session.journey(key)
    sent = next(one for one in after.documents if one.id == document.id)
    assert (sent.sendings[-1].to_place, sent.sendings[-1].consent) == (centre.id, "c1")
    assert sent.state in ("sent", "accepted")
    disclosure = after.disclosures[-1]
    assert (disclosure.kind, disclosure.consent) == (DisclosureKind.SEND, "c1")
    assert disclosure.documents == (document.id,)
    assert told(session, journey=key)[0].startswith("Sent 1 document to ")
    kinds = [event.kind for event in session.accountability.events(limit=2)]
    assert kinds == [EventKind.SEND, EventKind.EDIT], "one edit, one sending, told once"


def test_health_data_abroad_needs_a_consent_that_says_so(session):
    (key,) = session.journey_ids()
    journey = session.journey(key)
    patient = journey.patient
    centre = next(place for place in journey.places if place.kind == "proton-centre")
    at_home = Consent(
        id=ConsentId("c1"),
        traveller=patient.id,
        recipient_place=centre.id,
        categories=tuple(DataCategory),
        given_on=session.today(journey.zone),
    )
    with_consents(session, at_home)
    leaving = replace(session.disclosures.whole(key), people=(patient.id,), place=centre.id)
    assert "goes abroad" in str(session.disclosures.why_not(key, leaving))
    with_consents(session, replace(at_home, overseas=True))
    assert session.disclosures.why_not(key, leaving) is None
    elsewhere = replace(leaving, place=None, name=Text({"en": "A newspaper"}))
    assert session.disclosures.why_not(key, elsewhere) is not None


def test_one_s_own_data_and_the_agency_s_copy_need_no_consent(session):
    (key,) = session.journey_ids()
    with_consents(session)
    patient = session.journey(key).patient
    whole = session.disclosures.whole(key)
    own = replace(whole, people=(patient.id,), traveller=patient.id)
    assert session.disclosures.why_not(key, own) is None
    assert session.disclosures.why_not(key, replace(whole, audience=Audience.AGENCY)) is None
    assert session.disclosures.why_not(key, replace(whole, traveller=patient.id)) is not None
    session.disclosures.enter(key, replace(whole, audience=Audience.AGENCY), N_("Export"))
    assert told(session)[0] == "Exported the whole journey as a file for the agency"


def test_a_copy_without_a_number_is_entered_as_a_disclosure_and_refused_without_consent(session):
    (key,) = session.journey_ids()
    session.disclosures.copy_left(key, PrintOptions(audience=Audience.PATIENT))
    journey = session.journey(key)
    assert journey.disclosures[-1].audience is Audience.PATIENT
    assert told(session)[0] == f"Exported the itinerary for {journey.patient.full_name}"
    with_consents(session)
    with pytest.raises(Refused):
        session.disclosures.copy_left(key, PrintOptions(audience=Audience.HOSPITAL))


def test_the_report_of_a_person_says_who_saw_what_and_who_got_it(session):
    (key,) = session.journey_ids()
    session.accountability.viewed(key)
    session.disclosures.copy_left(key, PrintOptions(audience=Audience.PATIENT))
    report = session.accountability.report(key)
    assert report.name == session.journey(key).patient.full_name
    assert [line.kind for line in report.lines[:3]] == [EventKind.EXPORT, EventKind.EDIT, EventKind.VIEW]
    assert [str(line.what) for line in report.of(EventKind.VIEW)] == ["Looked at the journey"]
    assert report.lines[0].handed_out
    companion = session.journey(key).companions[0]
    assert session.accountability.report(key, companion.id).name == companion.full_name


def test_the_same_person_is_found_on_another_journey(session, tmp_path: Path):
    from planner.edits.edit import NewJourney
    from planner.record.ids import JourneyId

    (key,) = session.journey_ids()
    session.run(NewJourney(N_("Again"), replace(session.journey(key), id=JourneyId("again"))))
    session.accountability.viewed("again")
    report = session.accountability.report(key)
    assert set(report.journeys) == {key, "again"}
    assert {line.journey for line in report.of(EventKind.VIEW)} == {"again"}


def test_unlocking_is_told_with_the_name_of_who_unlocked(tmp_path):
    """Known by the name that belongs to the passphrase, before the event is told."""
    from planner.edits.directory import add_entry
    from planner.record.agency import Agency, CaseManager
    from planner.record.ids import AgencyId
    from planner.session.importing import sample_clock

    folder = tmp_path / "record"
    manager = CaseManager(id=CaseManagerId("mei"), name=same("Mei Lin"))
    with Session.create(folder, "a long passphrase", clock=sample_clock()) as session:
        session.run(add_entry(Agency(id=AgencyId("us"), name=same("Us"), case_managers=(manager,))))
        session.keys.name_myself("Mei Lin")
    with Session.open(folder, "a long passphrase", clock=sample_clock()) as session:
        assert session.who == manager.id
        (opened,) = session.accountability.events(kinds=(EventKind.OPEN,), limit=1)
        assert opened.who == manager.id
        names = session.accountability.names()
        assert translator("en").text(N_("{who}", who=names.who(opened))) == "Mei Lin"


def test_a_journey_whose_patient_was_removed_is_named_by_its_reference(session):
    (key,) = session.journey_ids()
    session.accountability.viewed(key)
    named = translator("en").text

    def whose() -> str:
        (event,) = session.accountability.events(kinds=(EventKind.VIEW,))
        told = session.accountability.names().whose(event)
        return told if isinstance(told, str) else named(told)

    assert whose() == "ERIKSSON Anna Maria"
    bare = Journey(id=JourneyId("bare"), agency=session.journey(key).agency)
    session.run(NewJourney(N_("Another"), bare))
    session.accountability.tell(EventKind.EXPORT, journey="bare", what="journey")
    names = session.accountability.names()
    (event,) = session.accountability.events(kinds=(EventKind.EXPORT,))
    assert named(names.whose(event)) == "No patient yet"
    bare = replace(bare, reference="SP-7")
    session.run(Edit(N_("Reference"), JourneyId("bare"), lambda _journey: bare))
    assert named(session.accountability.names().whose(event)) == "No patient yet (SP-7)"
