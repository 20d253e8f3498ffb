"""The sections of the journey page as values: what they say, for any journey, in both languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from planner.itinerary.build import build
from planner.itinerary.item import CoursePlan, Session, Standing
from planner.message import N_
from planner.record.appointment import AppointmentState
from planner.record.consent import Audience
from planner.record.document import DocumentState
from planner.record.journey import Journey
from planner.record.money import Money
from planner.record.traveller import AllergyStatement
from planner.record.when import When
from planner.session import Session as OpenRecord
from tests.builders import journeys
from tests.pages import moved_forward
from tests.widgets.conftest import NOW
from ui import labels
from ui.desk import Desk
from ui.journey.appointment_section import appointments
from ui.journey.content_words import SEPARATOR, ContentWords
from ui.journey.course_section import course
from ui.journey.document_section import documents
from ui.journey.item_rows import standing
from ui.journey.money_section import money, totals_of
from ui.journey.people_section import people
from ui.journey.row import Block, Facts, Row, Rows, Sessions
from ui.journey.rows_view import RowsView, shown_first
from ui.journey.section_card import SectionCard
from ui.journey.sections import SECTIONS
from ui.journey.session_calendar import weeks_of
from ui.journey.travel_section import travel
from ui.journey.visa_section import visa_and_stay
from ui.theme.tokens import Tone

TODAY = NOW.date()


def blocks_of(journey: Journey, section: object) -> tuple[Block, ...]:
    itinerary = build(journey, Audience.AGENCY, today=TODAY)
    return tuple(section(journey, itinerary, TODAY))  # type: ignore[operator]


def rows_of(blocks: tuple[Block, ...]) -> list[Row]:
    return [row for block in blocks if isinstance(block, Rows) for row in block.rows]


def facts_of(blocks: tuple[Block, ...]) -> dict[str, str]:
    """Every fact of every block, its values in English."""
    return {
        str(fact.label): "; ".join(str(value) for value in fact.value)
        for block in blocks
        if isinstance(block, Facts)
        for fact in block.facts
    }


@pytest.fixture(scope="module")
def journey(sample_to_read: OpenRecord) -> Journey:
    return sample_to_read.journey("sample")


@pytest.fixture
def said(desk: Desk) -> ContentWords:
    return ContentWords(desk)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(journeys())
def test_any_journey_at_all_can_be_read_in_both_languages(desk: Desk, qtbot: QtBot, journey: Journey) -> None:
    itinerary = build(journey, Audience.AGENCY, today=TODAY)
    for language in ("en", "zh_CN"):
        desk.language.choose(language)
        for section in SECTIONS:
            card = SectionCard(desk, section.icon, section.name, section.empty)
            card.show_blocks(section.blocks(journey, itinerary, TODAY))
            card.grab()
            card.deleteLater()


def test_a_section_without_contents_says_what_would_stand_there(
    desk: Desk, journey: Journey, qtbot: QtBot
) -> None:
    bare = Journey(id=journey.id, agency=journey.agency)
    itinerary = build(bare, Audience.AGENCY, today=TODAY)
    for section in SECTIONS:
        card = SectionCard(desk, section.icon, section.name, section.empty)
        qtbot.addWidget(card)
        card.show_blocks(b for b in section.blocks(bare, itinerary, TODAY) if section.key != "people")
        assert str(section.empty) in {label.text() for label in card.findChildren(QLabel)}


def test_whether_a_case_is_open_does_not_stand_beside_the_phase_as_if_it_were_one(journey: Journey) -> None:
    """The header says in which phase the dates are; what somebody said of the case has a name of its own."""
    blocks = blocks_of(journey, people)
    told = [block for block in blocks if isinstance(block, Facts) and block.subject == journey.id]
    assert [block.state for block in told] == [None]
    assert facts_of(blocks)["Case status"] == str(labels.name(journey.state))


def test_an_allergy_nobody_asked_about_is_not_an_allergy_nobody_has(journey: Journey) -> None:
    def stated(statement: AllergyStatement) -> str:
        patient = replace(journey.travellers[0], allergy_statement=statement, allergies=())
        return facts_of(blocks_of(replace(journey, travellers=(patient,)), people))["Allergies"]

    assert stated(AllergyStatement.NOT_STATED) == "nobody has asked yet"
    assert stated(AllergyStatement.NONE_KNOWN) == "none known"


def test_a_document_that_came_in_time_is_settled_and_one_still_awaited_is_late(journey: Journey) -> None:
    day = TODAY - dt.timedelta(1)

    def row(state: DocumentState) -> Row:
        document = replace(journey.documents[0], state=state, needed_by=day)
        return rows_of(blocks_of(replace(journey, documents=(document,)), documents))[0]

    late = row(DocumentState.REQUESTED)
    assert late.state is not None
    assert (str(late.state[0]), late.state[1]) == ("Requested, late", Tone.DANGER)
    assert not late.folded
    assert row(DocumentState.TRANSLATED).folded
    assert row(DocumentState.ACCEPTED).folded


def test_what_is_wanted_soonest_stands_first_and_what_is_settled_last(journey: Journey) -> None:
    rows = rows_of(blocks_of(journey, documents))
    wanted = [row for row in rows if not row.folded]
    assert rows == [*wanted, *(row for row in rows if row.folded)]
    days = [row.on for row in wanted if row.on]
    assert days == sorted(days)


def test_the_last_legal_day_is_the_careful_one_with_the_slack_on_leaving(journey: Journey) -> None:
    facts = facts_of(blocks_of(journey, visa_and_stay))
    assert facts["Last legal day"] == "2027-05-06; 7 days spare on leaving"
    assert facts["Ask to extend by"] == "2027-04-29"


def test_an_overstay_is_said_in_the_tone_of_danger(journey: Journey) -> None:
    def later(when: When | None) -> When | None:
        return when.moved(12) if when else None

    late = replace(journey, entries=tuple(replace(e, exited=later(e.exited)) for e in journey.entries))
    blocks = [block for block in blocks_of(late, visa_and_stay) if isinstance(block, Facts)]
    [last] = [fact for fact in blocks[0].facts if str(fact.label) == "Last legal day"]
    assert last.tone is Tone.DANGER
    assert str(last.value[1]) == "5 days after it on leaving"


def test_flights_stand_in_both_times_and_rides_are_folded(journey: Journey, said: ContentWords) -> None:
    rows = rows_of(blocks_of(journey, travel))
    flights = [row for row in rows if row.icon == "plane"]
    assert [said.row_day(row) for row in flights] == ["Sun 7 Mar, 22:00", "Thu 29 Apr, 01:30"]
    assert [said.row_home(row) for row in flights] == ["", "05:30 at home"]
    assert all(row.folded for row in rows if row.icon == "car")
    assert not any(row.folded for row in flights)


@pytest.mark.parametrize(
    ("folded", "shown"),
    [
        *(("...", "..."), ("xxxxx", "xxx"), (".xxxx", ".xx"), ("x.x.x.x", "..."), ("x..", "x.."), ("", "")),
        *(("xxxx", "xxxx"), (".xxx", ".xxx"), ("...x.", "...x."), ("...xx", "...")),
    ],
)
def test_a_list_is_never_bare_nor_hides_a_single_row_behind_a_button(folded: str, shown: str) -> None:
    rows = [Row(title="", folded=mark == "x") for mark in folded]
    assert "".join("x" if row.folded else "." for row in shown_first(rows)) == shown


def test_sums_are_kept_apart_by_currency() -> None:
    amounts = [
        Money(amount=Decimal(n), currency=c) for n, c in (("1.10", "CNY"), ("2", "NZD"), ("3.90", "CNY"))
    ]
    assert totals_of(amounts) == (
        Money(amount=Decimal("5.00"), currency="CNY"),
        Money(amount=Decimal("2"), currency="NZD"),
    )


def test_amounts_stand_under_each_other_whatever_state_stands_beside_them(
    desk: Desk, qtbot: QtBot, journey: Journey
) -> None:
    section = next(one for one in SECTIONS if one.key == "money")
    blocks = blocks_of(journey, section.blocks)
    held = {row.subject: row.amount for row in rows_of(blocks)}
    assert all(held[payment.id] == payment.amount for payment in journey.payments)
    payments = next(
        block for block in blocks if isinstance(block, Rows) and len({r.state for r in block.rows}) > 2
    )
    view = RowsView(desk, ContentWords(desk), payments)
    qtbot.addWidget(view)
    view.resize(800, 900)
    view.show()
    view.unfold()
    qtbot.waitUntil(lambda: view.is_complete and len(view.frames) == len(payments.rows))
    QApplication.processEvents()
    said = {ContentWords(desk).text(row.amount) for row in payments.rows if row.amount is not None}
    labels_ = [label for label in view.findChildren(QLabel) if label.text() in said]
    assert len(labels_) == len(payments.rows)
    assert len({label.mapTo(view, label.rect().topRight()).x() for label in labels_}) == 1


def test_rows_begin_where_their_headings_and_the_name_of_the_section_do(
    desk: Desk, qtbot: QtBot, journey: Journey
) -> None:
    section = next(one for one in SECTIONS if one.key == "visa")
    card = SectionCard(desk, section.icon, section.name, section.empty)
    qtbot.addWidget(card)
    card.show_blocks(blocks_of(journey, section.blocks))
    card.resize(900, 900)
    card.show()
    QApplication.processEvents()

    def left(words: str) -> int:
        *_, label = (one for one in card.findChildren(QLabel) if one.text() == words)
        return label.mapTo(card, label.contentsRect().topLeft()).x()

    assert left("Entries and exits") == left("Ground of entry") == left("Mon 8 Mar, 05:35")


def test_the_calendar_of_sessions_keeps_weeks_without_any() -> None:
    def session(number: int, day: dt.date) -> Session:
        return Session(number=number, starts=When(date=day, zone="Asia/Shanghai"), standing=Standing.DONE)

    plan = CoursePlan(
        course="c",
        modality=N_("Proton therapy"),
        sessions=(
            session(1, dt.date(2027, 4, 30)),
            session(2, dt.date(2027, 5, 10)),
            session(3, dt.date(2027, 5, 10)),
        ),
    )
    weeks = weeks_of(plan)
    assert [week.monday for week in weeks] == [
        dt.date(2027, 4, 26),
        dt.date(2027, 5, 3),
        dt.date(2027, 5, 10),
    ]
    assert [sorted(week.sessions) for week in weeks] == [[4], [], [0]]
    assert [s.number for s in weeks[2].sessions[0]] == [2, 3]
    assert weeks_of(replace(plan, sessions=())) == ()


def test_the_course_of_the_sample_has_its_tally(journey: Journey) -> None:
    [block] = blocks_of(journey, course)
    assert isinstance(block, Sessions)
    assert (block.plan.delivered, block.plan.prescribed, block.plan.overall_days) == (0, 15, 21)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (dt.date(2027, 5, 6), "Thu 6 May"),
        (dt.date(2026, 12, 22), "Tue 22 Dec 2026"),
        (dt.date(1964, 11, 2), "2 Nov 1964"),
        (dt.date(2033, 9, 11), "11 Sept 2033"),
    ],
)
def test_a_day_says_no_more_than_is_needed(said: ContentWords, day: dt.date, words: str) -> None:
    assert said.day(day) == words


def test_a_time_at_home_on_another_day_says_which(said: ContentWords) -> None:
    there = When(date=dt.date(2027, 3, 7), time=dt.time(23, 30), zone="Asia/Shanghai")
    home = there.seen_from("Pacific/Auckland")
    assert said.row_home(Row(title="", starts=there, home=home)) == "Mon 8 Mar, 04:30 at home"
    unknown = replace(there, time=None)
    assert said.row_home(Row(title="", starts=unknown)) == "time to be confirmed"


def test_a_telephone_number_is_never_torn_apart(said: ContentWords) -> None:
    assert said.text("+86 100 0000 0033") == "+86\u00a0100\u00a00000\u00a00033"
    assert said.text("ERIKSSON Anna Maria") == "ERIKSSON Anna Maria"


def every_choice() -> Iterator[type]:
    return iter(labels.known())


@pytest.mark.parametrize("choices", list(every_choice()), ids=lambda choices: choices.__name__)
def test_every_choice_of_the_record_that_is_shown_has_a_name(choices: type) -> None:
    for choice in choices:  # type: ignore[attr-defined]
        assert str(labels.name(choice))
        assert labels.state(choice)[0] == labels.name(choice)


def test_a_ride_names_where_it_departs_before_it_arrives(journey: Journey, said: ContentWords) -> None:
    flight = next(row for row in rows_of(blocks_of(journey, travel)) if row.icon == "plane")
    parts = said.lines(flight.details[:3]).split(SEPARATOR)
    assert parts == [  # a line breaks between them, not within
        "from\u00a0Auckland\u00a0Airport",
        "arrives\u00a0Mon\u00a08\u00a0Mar,\u00a005:35",
        "Sichuan\u00a0Airlines",
    ]
    assert said.lines(("Hepatocellular carcinoma, under treatment", "C22.0")).endswith(
        "under treatment\u00a0\u00a0·\u00a0\u00a0C22.0"
    )


def test_a_dated_appointment_of_any_kind_stands_at_its_time(journey: Journey) -> None:
    dated = {one.id for one in journey.appointments if one.starts is not None}
    rows = rows_of(blocks_of(journey, appointments))
    assert dated <= {row.subject for row in rows if row.starts is not None and row.state is not None}
    starts = [row.starts.utc for row in rows if row.starts is not None and row.starts.utc is not None]
    assert starts == sorted(starts)


def test_what_is_done_without_a_date_says_that_it_is_done(journey: Journey) -> None:
    first, second = journey.appointments[:2]
    done = replace(first, starts=None, ends=None, starts_tie=None, state=AppointmentState.DONE)
    planned = replace(second, starts=None, ends=None, starts_tie=None, state=AppointmentState.PLANNED)
    changed = replace(journey, appointments=(done, planned, *journey.appointments[2:]))
    rows = {row.subject: row for row in rows_of(blocks_of(changed, appointments))}
    assert rows[first.id].state == standing(Standing.DONE)
    assert rows[first.id].details == ()
    assert [str(one) for one in rows[second.id].details] == ["not in the itinerary yet"]


def test_totals_keep_the_currencies_in_the_order_of_the_estimate(journey: Journey) -> None:
    totals = next(block for block in blocks_of(journey, money) if isinstance(block, Facts))
    orders = [[one.currency for one in fact.value if isinstance(one, Money)] for fact in totals.facts]
    assert len(orders[0]) > 1
    assert all(order == [one for one in orders[0] if one in order] for order in orders)


def test_a_balance_says_of_which_day_it_is(journey: Journey, said: ContentWords) -> None:
    told = {
        str(fact.label): said.joined(fact.value)
        for block in blocks_of(journey, money)
        if isinstance(block, Facts)
        for fact in block.facts
    }
    assert told["Balance"] == f"CNY\u00a0100,000.00{SEPARATOR}on Tue 26 Jan"


def test_who_is_in_the_country_and_registered_is_not_told_to_be(journey: Journey) -> None:
    def told(of: Journey) -> list[str]:
        block = next(block for block in blocks_of(of, visa_and_stay) if isinstance(block, Facts))
        return [str(fact.label) for fact in block.facts]

    assert {"Enter by", "Register address by"} <= set(told(journey))
    inside = moved_forward(journey)
    assert "Address registered" in told(inside)
    assert not {"Enter by", "Register address by"} & set(told(inside))
    unregistered = replace(inside, entries=tuple(replace(one, registrations=()) for one in inside.entries))
    assert "Register address by" in told(unregistered)


def test_opening_and_end_of_keeping_are_dates_of_one_form(journey: Journey, said: ContentWords) -> None:
    block = next(block for block in blocks_of(journey, people) if isinstance(block, Facts))
    told = {str(fact.label): said.joined(fact.value) for fact in block.facts}
    assert (told["Opened on"], told["Kept until"]) == ("Mon 23 Nov 2026", "Tue 4 Aug 2037")


def test_days_listed_within_a_sentence_say_no_more_than_is_needed_either(said: ContentWords) -> None:
    days = (
        dt.date(2027, 4, 17),
        N_("{first} to {last}", first=dt.date(2027, 5, 1), last=dt.date(2027, 5, 3)),
    )
    sentence = N_("A session on one of these days: {dates}.", dates=days)
    assert said.text(sentence) == "A session on one of these days: Sat 17 Apr and Sat 1 May to Mon 3 May."


def test_what_unfolds_is_more_of_what_stands_above(journey: Journey) -> None:
    def said_of(section: object, first: str) -> list[str]:
        blocks = (block for block in blocks_of(journey, section) if isinstance(block, Rows) and block.more)
        return [str(block.more) for block in blocks if first in str(block.more)]

    assert said_of(money, "receipts") == [f"{len(journey.receipts)} more receipts"]
    assert said_of(visa_and_stay, "done")[0].endswith("more steps done")
    assert not any("more" in one for one in said_of(travel, "rides"))  # flights and nights stand above them
