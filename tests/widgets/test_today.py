"""Today: what happens within 72 hours over all journeys, in both zones; what is late; what blocks; marks."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit, NewJourney, RemoveJourney
from planner.message import N_
from planner.record.fraction import FractionState
from planner.record.journey import Journey, JourneyState
from planner.record.task import Task
from planner.record.text import Text
from planner.session import CaseloadFinding, CaseloadLine, LineKind, Session
from tests.widgets.conftest import NOW
from ui.caseload.today_list import TodayList
from ui.caseload.today_model import Heading, Nothing
from ui.caseload.today_page import TodayPage
from ui.caseload.today_words import TodayWords
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.top_bar import TopBar

TODAY = dt.date(2027, 4, 14)


class Gone:
    """Where the page wanted to go."""

    def __init__(self) -> None:
        self.things: list[tuple[str, str, str]] = []
        self.journeys = 0

    def thing(self, *where: str) -> None:
        self.things.append(where)  # type: ignore[arg-type]

    def list(self) -> None:
        self.journeys += 1


@pytest.fixture
def gone() -> Gone:
    return Gone()


def shown(desk: Desk, session: Session, gone: Gone, qtbot: QtBot) -> TodayPage:
    banner = Banner(desk)
    qtbot.addWidget(banner)
    errors = ErrorPresenter(banner, desk.clock)
    page = TodayPage(desk, session, errors, open_thing=gone.thing, begin_journey=gone.list)
    bar = TopBar(desk, page)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    qtbot.waitExposed(page)
    page.arrive(bar)
    return page


def lines(column: TodayList) -> list[CaseloadLine]:
    return [row for row in column.entries.rows if isinstance(row, CaseloadLine)]


def put(session: Session, change) -> None:  # type: ignore[no-untyped-def]
    session.run(Edit(N_("Change"), session.journey_ids()[0], change))


def with_task(due: dt.date):  # type: ignore[no-untyped-def]
    task = Task(id="task-1", title=Text({"en": "Ring the hotel"}), due_on=due)

    def change(journey: Journey) -> Journey:
        return replace(journey, tasks=(*journey.tasks, task))

    return change


def test_an_empty_record_says_what_the_page_is_for(
    desk: Desk, empty: Session, gone: Gone, qtbot: QtBot
) -> None:
    page = shown(desk, empty, gone, qtbot)
    assert page.no_journey.isVisible()
    QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    assert gone.journeys == 1


def test_only_what_happens_within_72_hours_is_told_in_order_of_time(
    desk: Desk, sample: Session, gone: Gone, qtbot: QtBot
) -> None:
    page = shown(desk, sample, gone, qtbot)
    found = lines(page.coming)
    assert found
    days = [line.day for line in found]
    assert days == sorted(days)
    assert TODAY <= min(days) <= max(days) <= TODAY + dt.timedelta(3)
    until = (NOW + dt.timedelta(hours=72)).timestamp()
    assert all(line.at is None or line.at < until for line in found)
    sessions = [line for line in found if line.content.what == "fraction"]
    journey = sample.journey("sample")
    wanted = [one for course in journey.courses for one in course.fractions if TODAY <= one.starts.date]
    assert {line.content.subject.id for line in sessions} <= {one.id for one in wanted}
    assert sessions


def test_with_nothing_in_three_days_it_tells_what_comes_after_them(
    desk: Desk, gone: Gone, qtbot: QtBot
) -> None:
    with Session.sample() as session:  # a week before departure
        page = shown(desk, session, gone, qtbot)
        assert isinstance(page.coming.entries.row(1), Nothing)
        days = [line.day for line in lines(page.coming)]
        assert days
        assert all(day is not None for day in days)
        assert days == sorted(days, key=str)
        assert min(str(day) for day in days) >= str(session.today("Asia/Shanghai") + dt.timedelta(3))
        page.hide()  # nothing is painted of a record that is closed


def test_times_are_told_in_the_zone_of_the_place_and_of_the_agency(
    desk: Desk, sample: Session, gone: Gone, qtbot: QtBot
) -> None:
    page = shown(desk, sample, gone, qtbot)
    line = next(one for one in lines(page.coming) if one.content.starts and one.content.starts.time)
    said = page.words.of(line)
    there = line.content.starts.seen_from(page.words.zone)
    assert page.words.zone == "Pacific/Auckland"
    assert said.when == f"{line.content.starts.time:%H:%M}"
    assert f"{there.time:%H:%M} here" in said.elsewhere


def test_the_time_in_the_header_says_whose_it_is(
    desk: Desk, sample: Session, gone: Gone, qtbot: QtBot
) -> None:
    page = shown(desk, sample, gone, qtbot)
    told = [label.accessibleName() for label in page.findChildren(TopBar)[0].findChildren(QLabel)]
    assert "Wed 14 Apr 2027, 21:30 here" in told


def test_enter_opens_the_journey_at_the_thing(desk: Desk, sample: Session, gone: Gone, qtbot: QtBot) -> None:
    page = shown(desk, sample, gone, qtbot)
    line = page.coming.entries.row(page.coming.currentIndex().row())
    assert isinstance(line, CaseloadLine)
    qtbot.keyClick(page.coming, Qt.Key.Key_Return)
    assert gone.things == [("sample", line.content.subject.id, line.content.subject.field)]


def test_an_overdue_task_is_done_with_one_click_and_comes_back_with_undo(
    desk: Desk, sample: Session, gone: Gone, qtbot: QtBot
) -> None:
    put(sample, with_task(TODAY - dt.timedelta(3)))
    page = shown(desk, sample, gone, qtbot)
    sample.on_change(page.refresh)
    at = page.needed.entries.place_of("sample", "task-1")
    assert at is not None
    index = page.needed.entries.index(at, 0)
    page.needed.scrollTo(index)
    assert "days late" in page.words.of(page.needed.entries.row(at)).detail  # type: ignore[arg-type]
    where = page.needed.button_of(index)
    QTest.mouseClick(page.needed.viewport(), Qt.MouseButton.LeftButton, pos=where)
    task = next(one for one in sample.journey("sample").tasks if one.id == "task-1")
    assert task.done_on == sample.today("Pacific/Auckland")
    assert page.needed.entries.place_of("sample", "task-1") is None
    sample.undo()
    assert page.needed.entries.place_of("sample", "task-1") is not None


def test_a_task_is_done_with_the_space_bar_and_the_next_line_is_chosen(
    desk: Desk, sample: Session, gone: Gone, qtbot: QtBot
) -> None:
    put(sample, with_task(TODAY))
    page = shown(desk, sample, gone, qtbot)
    sample.on_change(page.refresh)
    page.coming.choose(page.coming.entries.place_of("sample", "task-1"))
    qtbot.keyClick(page.coming, Qt.Key.Key_Space)
    assert next(one for one in sample.journey("sample").tasks if one.id == "task-1").done_on
    assert page.coming.entries.place_of("sample", "task-1") is None
    assert isinstance(page.coming.entries.row(page.coming.currentIndex().row()), CaseloadLine)


def test_a_session_of_today_is_marked_delivered_in_two_clicks(
    desk: Desk, sample: Session, gone: Gone, qtbot: QtBot
) -> None:
    page = shown(desk, sample, gone, qtbot)
    sample.on_change(page.refresh)
    every = [*lines(page.coming), *lines(page.needed)]
    line = next(one for one in every if one.content.what == "fraction" and page.words.of(one).does)
    menu = page.ask_mark(line, line.content.starts)
    delivered = next(action for action in menu.actions() if action.text() == "Delivered")
    delivered.trigger()
    fractions = [f for course in sample.journey("sample").courses for f in course.fractions]
    marked = next(f for f in fractions if f.id == line.content.subject.id)
    assert marked.state is FractionState.DELIVERED
    assert all(one.content.subject.id != marked.id for one in [*lines(page.coming), *lines(page.needed)])


def test_a_session_of_today_that_was_missed_is_replanned(
    desk: Desk, sample: Session, gone: Gone, qtbot: QtBot
) -> None:
    """A reason alone, typed into the session, would leave it planned."""
    page = shown(desk, sample, gone, qtbot)
    every = [*lines(page.coming), *lines(page.needed)]
    line = next(one for one in every if one.content.what == "fraction" and page.words.of(one).does)
    menu = page.ask_mark(line, line.content.starts)
    with qtbot.waitSignal(page.missed) as asked:
        next(action for action in menu.actions() if action.text() == "Missed…").trigger()
    assert asked.args == ["sample", line.content.subject.id]
    assert gone.things == []


def test_what_blocks_a_departure_is_told_with_the_day_of_leaving(
    desk: Desk, caseload: Session, gone: Gone, qtbot: QtBot
) -> None:
    page = shown(desk, caseload, gone, qtbot)
    blocked = [line for line in lines(page.needed) if line.kind is LineKind.BLOCKER]
    assert len(blocked) == len(caseload.caseload.agenda().blocked)
    for line in blocked:
        codes = {one.code for one in caseload.open_findings(line.journey)}
        assert line.content.what in codes
        assert line.day is not None
        assert any(
            leg.departs and leg.departs.date == line.day for leg in caseload.journey(line.journey).legs
        )


def test_a_closed_journey_asks_for_nothing(desk: Desk, sample: Session, gone: Gone, qtbot: QtBot) -> None:
    put(sample, lambda journey: replace(journey, state=JourneyState.CLOSED))
    page = shown(desk, sample, gone, qtbot)
    assert lines(page.coming) == lines(page.needed) == []


def test_two_journeys_that_want_the_same_interpreter_are_told_and_no_longer_when_one_goes(
    desk: Desk, sample: Session, gone: Gone, qtbot: QtBot
) -> None:
    def again(journey: Journey) -> Journey:
        return replace(journey, id="second", reference="SECOND", issues=(), acknowledgements=())

    sample.run(NewJourney(N_("New journey"), again(sample.journey("sample"))))
    page = shown(desk, sample, gone, qtbot)
    sample.on_change(page.refresh)

    def between() -> list[CaseloadFinding]:
        return [row for row in page.needed.entries.rows if isinstance(row, CaseloadFinding)]

    qtbot.waitUntil(lambda: bool(between()))
    assert {one.journey for one in between()} == {"sample", "second"}
    codes = {one.finding.code for one in between()}
    assert codes <= {"contact.double-booked", "course.room-shared"}
    sample.run(RemoveJourney(N_("Remove"), "second"))
    qtbot.waitUntil(lambda: not between())


def test_another_language_words_everything_anew(
    desk: Desk, sample: Session, gone: Gone, qtbot: QtBot
) -> None:
    page = shown(desk, sample, gone, qtbot)
    before = page.words.of(lines(page.coming)[0]).title
    desk.language.choose("zh_CN")
    assert page.words.of(lines(page.coming)[0]).title != before


def test_its_models_are_sound_and_headings_cannot_be_chosen(
    desk: Desk, caseload: Session, gone: Gone, qtbot: QtBot
) -> None:
    page = shown(desk, caseload, gone, qtbot)
    for column in (page.coming, page.needed):
        tester = QAbstractItemModelTester(
            column.entries, QAbstractItemModelTester.FailureReportingMode.Warning, column
        )
        tester.setUseFetchMore(False)  # it would fetch within a reset, before it knows that this has ended
        for at in range(column.entries.rowCount()):
            if isinstance(column.entries.row(at), Heading):
                assert not column.entries.flags(column.entries.index(at, 0)) & Qt.ItemFlag.ItemIsSelectable
    page.look()


@pytest.fixture
def long(desk: Desk, caseload: Session, qtbot: QtBot) -> TodayList:
    """A column of 150 lines under a heading."""
    column = TodayList(desk, TodayWords(desk, caseload), N_("Lines"), with_times=True)
    qtbot.addWidget(column)
    column.resize(500, 600)
    column.show()
    qtbot.waitExposed(column)
    column.entries.show([Heading("All"), *caseload.caseload.agenda().coming[:1] * 150])
    return column


def test_a_long_column_is_measured_in_parts_and_read_to_its_end(long: TodayList, qtbot: QtBot) -> None:
    assert long.entries.rowCount() < 151
    long.setFocus()
    long.choose_first()
    for _page in range(30):
        qtbot.keyClick(long, Qt.Key.Key_PageDown)
        qtbot.wait(1)
    assert long.currentIndex().row() == 150
    long.entries.show(long.entries.rows)
    assert long.entries.rowCount() == 151  # it stays as far down as one had read


def test_a_row_below_those_that_are_measured_can_be_chosen(long: TodayList) -> None:
    long.choose(140)
    assert long.currentIndex().row() == 140


def test_what_is_cut_off_is_said(
    desk: Desk, caseload: Session, gone: Gone, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.session.caseload.MOST_LINES", 3)
    page = shown(desk, caseload, gone, qtbot)
    assert page.agenda is not None
    assert LineKind.COMING in page.agenda.cut
    last = page.coming.entries.rows[-1]
    assert isinstance(last, Nothing)
    assert "more" in page.words.text(last.sentence)
    late = [row for row in page.needed.entries.rows if isinstance(row, Heading) and row.is_cut]
    assert late
    assert all(row.count == 3 for row in late)
