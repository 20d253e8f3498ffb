"""Issued copies: numbered, frozen, compared with the last of the same copy, known by who holds them."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
from icalendar import Calendar

from planner.edits.edit import Edit
from planner.edits.issuing import give_back, hand_out
from planner.errors import Cancelled, InputError, Refused
from planner.imports.journey_file import read
from planner.itinerary.item import ChangeKind
from planner.itinerary.ledger import Hold
from planner.message import N_
from planner.record.consent import Audience, DisclosureKind
from planner.record.ids import JourneyId
from planner.record.journey import Journey
from planner.record.text import same
from planner.record.when import When
from planner.session import PrintOptions, Session
from planner.session.importing import sample_file

SAMPLE = JourneyId("sample")
MARCH = dt.datetime(2027, 3, 1, 9, tzinfo=dt.UTC)
ANNA, BEN = same("Anna"), same("Lars")
PATIENT, DRIVER = PrintOptions(), PrintOptions(audience=Audience.DRIVER)


@pytest.fixture
def session() -> Iterator[Session]:
    with Session.sample(clock=lambda: MARCH) as opened:
        yield opened


def later(journey: Journey, number: int = 15, days: int = 3) -> Journey:
    """The journey with one session moved by so many days."""
    course = journey.courses[0]
    moved = tuple(
        replace(f, starts=replace(f.starts, date=f.starts.date + dt.timedelta(days)))
        if f.number == number
        else f
        for f in course.fractions
    )
    return replace(journey, courses=(replace(course, fractions=moved), *journey.courses[1:]))


def move(session: Session, number: int = 15) -> None:
    session.run(Edit(N_("Move"), SAMPLE, lambda journey: later(journey, number)))


def without(session: Session, appointment: str) -> None:
    def change(journey: Journey) -> Journey:
        return replace(journey, appointments=tuple(a for a in journey.appointments if a.id != appointment))

    session.run(Edit(N_("Remove"), SAMPLE, change))


def calendar_in(pdf: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        (name,) = document.attachments
        return document.attachments[name].get_file().read_bytes()


def events(pdf: bytes) -> dict[str, tuple[int, str]]:
    """Sequence and status of each event, by its id."""
    calendar = Calendar.from_ical(calendar_in(pdf))
    return {str(e["UID"]): (int(e["SEQUENCE"]), str(e["STATUS"])) for e in calendar.walk("VEVENT")}


# -- what is frozen ------------------------------------------------------------------------------------


def test_an_issue_holds_its_paper_the_journey_it_was_made_from_and_who_received_it(session: Session) -> None:
    before = session.journey(SAMPLE)
    issue = session.copies.issue(
        SAMPLE, replace(PATIENT, paper="A5", large_print=True), recipients=[ANNA, BEN]
    )
    now = session.journey(SAMPLE)
    assert now.issues == (issue,)
    assert (issue.revision, issue.replaces, issue.audience, issue.recipient) == (
        1,
        None,
        Audience.PATIENT,
        "",
    )
    assert (issue.paper, issue.large_print, issue.languages) == ("A5", True, before.languages)
    assert issue.reader == before.patient.id  # type: ignore[union-attr]
    assert issue.issued == When(date=dt.date(2027, 3, 1), time=dt.time(22, 0), zone="Pacific/Auckland")
    assert [(holder.name, holder.given_on) for holder in issue.holders] == [
        (ANNA, issue.issued.date),
        (BEN, issue.issued.date),
    ]
    pdf = session.copies.pdf(SAMPLE, 1)
    assert sha256(pdf).hexdigest() == issue.sha256
    file = session.file_job(SAMPLE, with_attachments=True).run()
    snapshot = next(a for a in issue.attachments if a.id == issue.snapshot)
    contents = read(file, "whole.journey.json").contents
    assert read(contents[snapshot.sha256], "snapshot.journey.json").journey == before
    assert contents[issue.sha256] == pdf


def test_the_paper_says_its_number(session: Session) -> None:
    session.copies.issue(SAMPLE, DRIVER, recipients=[ANNA])
    made = session.copies.job(SAMPLE, DRIVER, recipients=[ANNA]).run()
    assert made.itinerary.revision == 2
    assert {sequence for sequence, _ in events(made.pdf).values()} == {2}


def test_each_recipient_is_a_disclosure_under_the_consents_that_allow_it(session: Session) -> None:
    session.who = session.journey(SAMPLE).case_manager
    issue = session.copies.issue(SAMPLE, DRIVER, recipients=[ANNA])
    consents = {consent.id: consent for consent in session.journey(SAMPLE).consents}
    told = session.journey(SAMPLE).disclosures[-2:]
    assert {consents[d.consent].traveller for d in told if d.consent} == {  # type: ignore[index]
        traveller.id for traveller in session.journey(SAMPLE).travellers
    }
    assert {(d.kind, d.issue, d.revision, d.recipient_contact, d.by) for d in told} == {
        (DisclosureKind.PRINT, issue.id, 1, issue.recipient_contact, session.who)
    }
    assert issue.recipient_contact


def test_undo_takes_the_issue_back_and_redo_brings_it_again_with_its_paper(session: Session) -> None:
    before = session.journey(SAMPLE)
    session.copies.issue(SAMPLE, PATIENT, recipients=[ANNA])
    issued = session.journey(SAMPLE)
    pdf = session.copies.pdf(SAMPLE, 1)
    assert str(session.undo_label) == "Issue revision 1"
    session.undo()
    assert session.journey(SAMPLE) == before
    with pytest.raises(InputError, match="There is no revision 1"):
        session.copies.pdf(SAMPLE, 1)
    session.redo()
    assert session.journey(SAMPLE) == issued
    assert session.copies.pdf(SAMPLE, 1) == pdf


def test_a_number_is_never_given_twice_not_even_after_undo(session: Session) -> None:
    session.copies.issue(SAMPLE, PATIENT, recipients=[ANNA])
    session.copies.issue(SAMPLE, DRIVER, recipients=[ANNA])
    session.undo()
    assert session.copies.job(SAMPLE, DRIVER, recipients=[ANNA]).revision == 3


def test_an_issue_outlives_the_program(tmp_path: Path) -> None:
    with Session.create(tmp_path / "record", "correct horse", clock=lambda: MARCH) as session:
        session.import_file(sample_file())
        issue = session.copies.issue(SAMPLE, PATIENT, recipients=[ANNA])
        pdf = session.copies.pdf(SAMPLE, 1)
    with Session.open(tmp_path / "record", "correct horse", clock=lambda: MARCH) as session:
        assert session.journey(SAMPLE).issues == (issue,)
        assert session.copies.pdf(SAMPLE, 1) == pdf


# -- what is refused -----------------------------------------------------------------------------------


def test_without_consent_nothing_is_issued_or_kept(session: Session) -> None:
    def withdrawn(journey: Journey) -> Journey:
        consents = tuple(replace(c, withdrawn_on=MARCH.date()) for c in journey.consents)
        return replace(journey, consents=consents)

    job = session.copies.job(SAMPLE, DRIVER, recipients=[ANNA])
    session.run(Edit(N_("Withdraw"), SAMPLE, withdrawn))
    logged = session.log()
    with pytest.raises(Refused, match="withdrew consent for"):
        session.copies.issue(SAMPLE, DRIVER, recipients=[ANNA])
    with pytest.raises(InputError, match="has changed since"):
        session.copies.record(job.run())
    assert session.log() == logged
    assert not session.journey(SAMPLE).issues


def test_somebody_must_receive_it(session: Session) -> None:
    with pytest.raises(InputError, match="Nobody is named"):
        session.copies.job(SAMPLE, PATIENT, recipients=[same(" ".strip())])


def test_issuing_can_be_cancelled_while_it_is_made(session: Session) -> None:
    job = session.copies.job(SAMPLE, PATIENT, recipients=[ANNA])
    with pytest.raises(Cancelled):
        job.run(cancelled=lambda: True)
    assert session.copies.job(SAMPLE, PATIENT, recipients=[ANNA]).revision == 1


# -- revision against revision -------------------------------------------------------------------------


def test_a_revision_tells_what_changed_since_the_last_of_the_same_copy(session: Session) -> None:
    session.copies.issue(SAMPLE, PATIENT, recipients=[ANNA])
    session.copies.issue(SAMPLE, DRIVER, recipients=[BEN])
    move(session)
    made = session.copies.job(SAMPLE, PATIENT, recipients=[ANNA]).run()
    assert (made.itinerary.revision, made.itinerary.changed_since) == (3, 1)
    (change,) = made.itinerary.changes
    assert (change.kind, change.item.number) == (ChangeKind.MOVED, 15)
    assert session.copies.record(made).replaces == 1
    again = session.copies.job(SAMPLE, PATIENT, recipients=[ANNA]).run()
    assert (again.itinerary.changed_since, again.itinerary.changes) == (3, ())


def test_the_first_revision_has_nothing_to_be_compared_with(session: Session) -> None:
    made = session.copies.job(SAMPLE, PATIENT, recipients=[ANNA]).run()
    assert (made.itinerary.changed_since, made.itinerary.changes) == (None, ())


def test_the_calendar_cancels_what_any_earlier_revision_told_and_is_no_more(session: Session) -> None:
    journey = session.journey(SAMPLE)
    first, second = [a.id for a in journey.appointments if a.starts and a.starts.date > MARCH.date()][-2:]
    session.copies.issue(SAMPLE, PATIENT, recipients=[ANNA])
    all_events = events(session.copies.pdf(SAMPLE, 1))
    without(session, first)
    session.copies.issue(SAMPLE, PATIENT, recipients=[ANNA])
    without(session, second)
    session.copies.issue(SAMPLE, PATIENT, recipients=[ANNA])
    now = events(session.copies.pdf(SAMPLE, 3))
    assert {sequence for sequence, _ in now.values()} == {3}
    gone = {uid for uid, (_, status) in now.items() if status == "CANCELLED"}
    assert len(gone) == 2
    assert gone <= set(all_events)
    assert not any(status == "CANCELLED" for _, status in all_events.values())


def test_where_the_frozen_journey_is_not_held_an_earlier_one_is_compared_or_none(
    session: Session, tmp_path: Path
) -> None:
    session.copies.issue(SAMPLE, PATIENT, recipients=[ANNA])
    path = tmp_path / "bare.journey.json"
    path.write_bytes(session.file_job(SAMPLE).run())
    with Session.create(tmp_path / "record", "correct horse", clock=lambda: MARCH) as other:
        other.import_file(path)
        with pytest.raises(InputError, match="The PDF of revision 1 is not in the record"):
            other.copies.pdf(SAMPLE, 1)
        made = other.copies.job(SAMPLE, PATIENT, recipients=[ANNA]).run()
        assert made.itinerary.changed_since is None
        assert other.copies.record(made).replaces == 1
        assert other.copies.pdf(SAMPLE, 2) == made.pdf


# -- who holds it --------------------------------------------------------------------------------------


def test_nobody_without_consent_is_given_the_patients_copy(session: Session) -> None:
    stranger, interpreter = same("Dr Foo"), same("Shili Xin")
    made = session.copies.job(SAMPLE, PATIENT, recipients=None).run()
    for names in ([stranger], [ANNA, interpreter]):
        with pytest.raises(Refused, match="has not agreed that"):
            session.copies.job(SAMPLE, PATIENT, recipients=names)
        with pytest.raises(Refused, match="has not agreed that"):
            made.handed_to(names)
    forged = replace(made, job=replace(made.job, recipients=(stranger,)))
    with pytest.raises(Refused, match="has not agreed that"):
        session.copies.record(forged)
    with pytest.raises(Refused, match="has not agreed that"):
        session.disclosures.copy_left(SAMPLE, PATIENT, name=stranger)
    assert session.journey(SAMPLE).issues == ()
    assert session.disclosures.why_not_to(SAMPLE, Audience.PATIENT, interpreter) is not None
    assert session.disclosures.why_not_to(SAMPLE, Audience.PATIENT, ANNA) is None


def test_the_ledger_says_who_holds_which_and_who_needs_the_newer_one(session: Session) -> None:
    first = session.copies.issue(SAMPLE, PATIENT, recipients=[ANNA, BEN])
    second = session.copies.issue(SAMPLE, PATIENT, recipients=[ANNA])
    assert [line.hold for line in session.copies.ledger(SAMPLE)] == [
        Hold.CURRENT,
        Hold.REPLACED,
        Hold.OUTDATED,
    ]
    session.run(give_back(session.journey(SAMPLE), first.id, BEN, MARCH.date()))
    at = second.issued
    journey = session.journey(SAMPLE)
    session.run(hand_out(journey, second.id, [BEN], at=at, new_id=session.new_id))
    lines = [(line.holder.name.best(), line.hold) for line in session.copies.ledger(SAMPLE)]
    assert lines == [
        ("Anna", Hold.CURRENT),
        ("Lars", Hold.CURRENT),
        ("Anna", Hold.REPLACED),
        ("Lars", Hold.RETURNED),
    ]
