"""Marking reference data as checked: kept, reckoned with by the rules at once, taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from planner.edits.edit import Edit
from planner.errors import InputError, StoreError
from planner.message import N_
from planner.record.ids import JourneyId
from planner.reference.calendar_year import CalendarTrust
from planner.reference.reference import shipped_reference
from planner.reference.review import Review, Reviewed, latest, reviewed
from planner.session import Changed, Session
from planner.store.change_log import ChangeKind
from planner.store.key_wrap import KeyCost
from planner.store.review_store import ReviewStore
from planner.store.vault import Vault

LATE = dt.datetime(2027, 6, 1, 9, tzinfo=dt.UTC)
PASSPHRASE = "plain test words"
QUICK = KeyCost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture
def session() -> Iterator[Session]:
    """The sample after the day by which its policies were to be checked again."""
    with Session.sample(clock=lambda: LATE) as opened:
        yield opened


@pytest.fixture
def reopen(tmp_path: Path) -> Callable[[], Session]:
    Vault.create(tmp_path / "record", PASSPHRASE, cost=QUICK).close()
    return lambda: Session(Vault.open(tmp_path / "record", PASSPHRASE, now=LATE), lambda: LATE)


def unchecked(session: Session) -> list[str]:
    """The policies that ``policy.unchecked`` names for the sample."""
    return [
        title.in_("en")
        for finding in session.findings("sample")
        if finding.code == "policy.unchecked"
        for title in finding.message.params.get("policies", (finding.message.params.get("policy"),))
    ]


def test_a_checked_policy_is_no_longer_unchecked(session: Session) -> None:
    before = unchecked(session)
    assert "Overstaying" in before
    policy = session.reference.policies["stay.overstay"]
    session.reviews.check_policy(policy, by="Casey Specimen", on=LATE.date())
    assert set(before) - set(unchecked(session)) == {"Overstaying"}
    now = session.reference.policies["stay.overstay"]
    assert now.checked_on == LATE.date()
    assert now.review_by - now.checked_on == policy.review_by - policy.checked_on
    assert now.values == policy.values


def test_everybody_who_shows_findings_is_told_and_rows_are_stale(session: Session) -> None:
    session.refresh_summaries()
    told: list[Changed] = []
    session.on_change(told.append)
    session.reviews.check_policy(session.reference.policies["stay.overstay"], by="C", on=LATE.date())
    assert [change.journeys for change in told] == [frozenset(session.journey_ids())]
    assert session.refresh_summaries() == 1


def test_a_review_may_say_until_when_a_policy_holds_now(session: Session) -> None:
    policy = session.reference.entry_policy("cn-unilateral-visa-free")
    assert policy is not None
    until = dt.date(2027, 12, 31)
    session.reviews.check_policy(policy, by="C", on=LATE.date(), valid_until=until)
    again = session.reference.entry_policy("cn-unilateral-visa-free")
    assert again is not None
    assert (again.checked_on, again.valid_until) == (LATE.date(), until)


def test_it_is_kept_and_withdrawn(reopen: Callable[[], Session]) -> None:
    with reopen() as session:
        shipped = session.reference.policies["stay.permit"]
        made = session.reviews.check_policy(shipped, by=" Casey Specimen ", on=LATE.date())
        assert made.by == "Casey Specimen"
    with reopen() as session:
        assert session.reference.policies["stay.permit"].checked_on == LATE.date()
        assert session.reviews.of(Reviewed.POLICY, "stay.permit") == (made,)
        session.reviews.withdraw(made)
        assert session.reference.policies["stay.permit"] == shipped
        assert session.reviews.all() == ()
        labels = [str(row.note.label.msgid) for row in session.log()]
        assert labels == ["Withdraw the check of “{what}”", "Mark “{what}” as checked"]


def test_a_day_to_come_is_refused(session: Session) -> None:
    policy = session.reference.policies["stay.permit"]
    with pytest.raises(InputError, match="still to come"):
        session.reviews.check_policy(policy, by="C", on=dt.date(2027, 6, 3))
    assert session.reviews.all() == ()


def test_a_computed_year_that_was_compared_is_settled(session: Session) -> None:
    def taiwan() -> CalendarTrust:
        return session.reference.calendars.of("TW").year(2027).trust

    assert taiwan() is CalendarTrust.PROVISIONAL
    made = session.reviews.check_calendar("TW", 2027, by="C", on=LATE.date())
    assert taiwan() is CalendarTrust.COMPUTED
    assert not session.reference.calendars.of("TW").status(dt.date(2027, 5, 3)).is_provisional
    session.reviews.withdraw(made)
    assert taiwan() is CalendarTrust.PROVISIONAL


def test_a_year_that_waits_for_its_notice_stays_provisional(session: Session) -> None:
    session.reviews.check_calendar("CN", 2027, by="C", on=LATE.date())
    assert session.reference.calendars.of("CN").year(2027).trust is CalendarTrust.PROVISIONAL


def test_importing_a_calendar_keeps_the_reviews(session: Session, tmp_path: Path) -> None:
    session.reviews.check_calendar("TW", 2027, by="C", on=LATE.date())
    file = tmp_path / "2028.json"
    file.write_text(
        '{"year": 2028, "papers": [], "days": [{"name": "元旦", "date": "2028-01-01", "isOffDay": true}]}'
    )
    session.import_calendar(file)
    calendars = session.reference.calendars
    assert calendars.of("TW").year(2027).trust is CalendarTrust.COMPUTED
    assert calendars.of("CN").year(2028).trust is CalendarTrust.OFFICIAL
    session.reviews.check_calendar("TW", 2028, by="C", on=LATE.date())
    assert session.reference.calendars.of("CN").year(2028).trust is CalendarTrust.OFFICIAL


def test_an_older_review_says_nothing_of_newer_facts() -> None:
    shipped = shipped_reference()
    policy = shipped.policies["stay.permit"]
    old = Review(
        kind=Reviewed.POLICY,
        subject=policy.id,
        on=policy.checked_on - dt.timedelta(1),
        at=LATE,
        valid_until=dt.date(2030, 1, 1),
    )
    assert reviewed(shipped, [old]).policies["stay.permit"] == policy


def test_of_one_day_the_review_entered_last_counts() -> None:
    first = Review(kind=Reviewed.POLICY, subject="x", on=LATE.date(), at=LATE, by="first")
    second = Review(
        kind=Reviewed.POLICY, subject="x", on=LATE.date(), at=LATE + dt.timedelta(seconds=1), by="second"
    )
    assert latest([second, first])[Reviewed.POLICY, "x"].by == "second"


def test_a_check_and_its_withdrawal_are_steps_among_the_edits(session: Session) -> None:
    policy = session.reference.policies["stay.permit"]
    journey = session.journey("sample")
    session.run(Edit(N_("note"), JourneyId("sample"), lambda _: replace(journey, notes="kept")))
    made = session.reviews.check_policy(policy, by="C", on=LATE.date())
    session.reviews.withdraw(made)
    labels: list[str | None] = []
    session.on_change(lambda _changed: labels.append(session.undo_label and session.undo_label.msgid))
    session.undo()
    assert session.reviews.all() == (made,)
    assert session.journey("sample").notes == "kept"
    session.undo()
    assert session.reviews.all() == ()
    assert session.reference.policies["stay.permit"] == policy
    assert session.journey("sample").notes == "kept"
    session.redo()
    assert session.reviews.all() == (made,)
    session.undo()
    session.undo()
    assert session.journey("sample").notes == journey.notes
    mark = "Mark “{what}” as checked"
    assert labels == [mark, "note", mark, "note", None]
    kinds = [row.note.kind for row in session.log()][:3]
    assert kinds == [ChangeKind.UNDO, ChangeKind.UNDO, ChangeKind.REDO]


def test_what_cannot_be_written_is_no_step(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object) -> None:
        raise StoreError(N_("The drive is full."))

    monkeypatch.setattr(ReviewStore, "keep", full)
    with pytest.raises(StoreError):
        session.reviews.check_calendar("TW", 2027, by="C", on=LATE.date())
    assert session.undo_label is None
