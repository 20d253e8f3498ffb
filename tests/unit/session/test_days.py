"""One evening, two days: what the office must do is late by its own day, on every page alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from planner.edits.directory import change_entry
from planner.edits.edit import Edit
from planner.message import N_
from planner.record.consent import Audience
from planner.record.document import Document, DocumentKind
from planner.record.fraction import FractionState
from planner.record.ids import DocumentId, JourneyId, PaymentId, TaskId, VisaStepId
from planner.record.journey import Journey
from planner.record.money import Money, Payment, PaymentKind
from planner.record.task import Task
from planner.record.text import Text
from planner.record.visa import VisaState, VisaStep, VisaStepKind
from planner.record.when import When
from planner.session import PrintOptions, Session

SAMPLE = JourneyId("sample")
MONDAY = dt.date(2026, 11, 23)
LATE_CODES = {"task.overdue", "document.overdue", "money.payment-overdue", "visa.step-overdue"}
DUTIES = {"task", "paper", "paid", "step"}


class Clock:
    now = dt.datetime(2026, 11, 23, 17, 30, tzinfo=dt.UTC)  # 18:30 in Zurich, 01:30 on the 24th in China

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(clock: Clock) -> Iterator[Session]:
    with Session.sample(clock=clock) as opened:
        yield opened


def at_office(session: Session, zone: str) -> None:
    agency = session.directory().agency
    assert agency is not None
    session.run(change_entry(session.directory(), agency.id, {"zone": zone}))


def due_on_monday(journey: Journey) -> Journey:
    """One duty of each kind that the office has, due on Monday, and nothing else planned for a visa."""
    task = Task(id=TaskId("task"), title=Text({"en": "Ring the hotel"}), due_on=MONDAY)
    title = Text({"en": "Consent"})
    paper = Document(id=DocumentId("paper"), kind=DocumentKind.OTHER, title=title, needed_by=MONDAY)
    amount = Money(amount=Decimal(100), currency="CNY")
    paid = Payment(id=PaymentId("paid"), kind=PaymentKind.DEPOSIT, what=title, amount=amount, due_on=MONDAY)
    step = VisaStep(
        id=VisaStepId("step"), kind=VisaStepKind.ONLINE_FORM, planned=When(date=MONDAY, zone=journey.zone)
    )
    visa = replace(journey.visas[0], state=VisaState.PREPARING)
    visa = replace(visa, steps=(step, *visa.steps))
    return replace(
        journey,
        tasks=(*journey.tasks, task),
        documents=(*journey.documents, paper),
        payments=(*journey.payments, paid),
        visas=(visa, *journey.visas[1:]),
    )


def late_by_rules(session: Session) -> set[str]:
    return {one.subject.id for one in session.findings(SAMPLE) if one.code in LATE_CODES} & DUTIES


def late_on_today(session: Session) -> set[str]:
    return {line.content.subject.id for line in session.caseload.agenda().overdue} & DUTIES


def test_what_is_due_today_at_an_office_west_of_china_is_late_nowhere_before_its_midnight(
    session: Session, clock: Clock
) -> None:
    at_office(session, "Europe/Zurich")
    session.run(Edit(N_("Change"), SAMPLE, due_on_monday))
    assert late_by_rules(session) == set() == late_on_today(session)
    (row,) = session.summaries()
    assert row.next_when is not None
    assert row.next_when.date == MONDAY
    clock.now = dt.datetime(2026, 11, 23, 23, 5, tzinfo=dt.UTC)
    assert session.refresh_summaries() == 1, "midnight at the office makes the row stale"
    assert late_by_rules(session) == DUTIES
    assert late_on_today(session) == DUTIES


def test_what_was_due_yesterday_at_an_office_east_of_china_is_late_everywhere(
    session: Session, clock: Clock
) -> None:
    clock.now = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)  # 01:00 on the 24th in Auckland, 20:00 in China
    at_office(session, "Pacific/Auckland")
    session.run(Edit(N_("Change"), SAMPLE, due_on_monday))
    assert late_by_rules(session) == DUTIES
    assert late_on_today(session) == DUTIES


def test_a_session_of_today_in_china_is_not_late_where_the_office_is_a_day_ahead(
    session: Session, clock: Clock
) -> None:
    """Sessions are of the place, whatever the day at the office."""
    clock.now = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
    at_office(session, "Pacific/Auckland")

    def today(journey: Journey) -> Journey:
        course = journey.courses[0]
        first = replace(course.fractions[0], state=FractionState.CONFIRMED)
        first = replace(first, starts=replace(first.starts, date=MONDAY, time=dt.time(9)))
        return replace(journey, courses=(replace(course, fractions=(first, *course.fractions[1:])),))

    session.run(Edit(N_("Change"), SAMPLE, today))
    assert "course.outcome-missing" not in {one.code for one in session.findings(SAMPLE)}
    assert not session.caseload.agenda().overdue
    clock.now = dt.datetime(2026, 11, 23, 16, 5, tzinfo=dt.UTC)
    assert "course.outcome-missing" in {one.code for one in session.findings(SAMPLE)}
    assert [line.content.what for line in session.caseload.agenda().overdue] == ["fraction"]


def test_a_paper_bears_the_date_of_the_office_that_makes_it(session: Session) -> None:
    at_office(session, "Europe/Zurich")
    options = PrintOptions(audience=Audience.PATIENT)
    assert session.itinerary(SAMPLE, options).made_on == MONDAY
    at_office(session, "Asia/Shanghai")
    assert session.itinerary(SAMPLE, options).made_on == dt.date(2026, 11, 24)


def test_without_a_zone_of_the_office_its_day_is_that_of_the_place(session: Session) -> None:
    at_office(session, "")
    assert session.office_day(session.journey(SAMPLE)) == dt.date(2026, 11, 24)
