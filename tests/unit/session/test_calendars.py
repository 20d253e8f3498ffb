"""Importing a calendar: kept for good, reckoned with at once, nothing laid again by itself."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from planner.edits.edit import Edit
from planner.errors import InputError
from planner.message import N_
from planner.record.ids import JourneyId
from planner.record.journey import Journey, JourneyState
from planner.reference.calendar_year import CalendarTrust, DayKind
from planner.session import Changed, PrintOptions, Session
from planner.store.change_log import ChangeKind
from tests.builders.make import day

SAMPLE = JourneyId("sample")
MARCH = dt.datetime(2027, 3, 1, 9, tzinfo=dt.UTC)


@pytest.fixture
def session() -> Iterator[Session]:
    with Session.sample(clock=lambda: MARCH) as opened:
        yield opened


def notice(tmp_path: Path, *off: str, worked: tuple[str, ...] = (), year: int = 2027) -> Path:
    """An invented notice in the holiday-cn form: days off and make-up workdays besides the statutory ones."""
    days = [{"name": "清明节", "date": one, "isOffDay": True} for one in off]
    days += [{"name": "清明节", "date": one, "isOffDay": False} for one in worked]
    file = tmp_path / f"{year}.json"
    text = json.dumps({"year": year, "papers": ["https://example.org/notice"], "days": days})
    file.write_text(text, encoding="utf-8")
    return file


def test_what_a_notice_would_change_and_for_whom(session: Session, tmp_path: Path) -> None:
    """Qingming is made a bridge to Wednesday 7 April: the first two sessions could not be given."""
    news = session.calendar_news(notice(tmp_path, "2027-04-06", "2027-04-07"))
    (year,) = news.years
    assert [(change.date, change.old, change.new and change.new.value) for change in year.changes] == [
        (day("2027-04-06"), None, "day-off"),
        (day("2027-04-07"), None, "day-off"),
    ]
    (touched,) = news.touched
    assert (touched.journey, touched.name) == (SAMPLE, "ERIKSSON Anna Maria")
    assert touched.touch.dates == (day("2027-04-06"), day("2027-04-07"))
    moves = {move.number: str(move.new and move.new.date) for move in touched.touch.moves}
    assert moves[1] == "2027-04-08"
    assert moves[15] == "2027-04-28"


def test_asking_keeps_nothing(session: Session, tmp_path: Path) -> None:
    before = session.log()
    session.calendar_news(notice(tmp_path, "2027-04-06"))
    assert session.reference.calendars.imported == ()
    assert session.log() == before


def test_imported_it_holds_at_once_and_lays_nothing_again(session: Session, tmp_path: Path) -> None:
    journey = session.journey(SAMPLE)
    heard: list[Changed] = []
    session.on_change(heard.append)
    news = session.import_calendar(notice(tmp_path, "2027-04-06", worked=("2027-04-10",)))
    assert [(one.year, one.version) for one in news.to_keep] == [(2027, 1)]
    assert session.journey(SAMPLE) == journey
    assert session.undo_label == news.label
    assert heard == [Changed(frozenset({SAMPLE}), False)]
    assert session.reference.calendars.of("CN").year(2027).trust is CalendarTrust.OFFICIAL
    assert "course.closed-day" in {one.code for one in session.findings(SAMPLE)}


def test_a_year_is_provisional_until_its_notice_is_imported(session: Session, tmp_path: Path) -> None:
    def provisional() -> set[int]:
        plans = session.itinerary(SAMPLE, PrintOptions()).courses
        return {one.number for plan in plans for one in plan.sessions if one.provisional}

    assert provisional() == set(range(1, 16))
    session.import_calendar(notice(tmp_path, "2027-04-05"))
    assert provisional() == set()


def test_it_is_there_again_when_the_record_is_opened_again(tmp_path: Path) -> None:
    folder = tmp_path / "record"
    with Session.create(folder, "correct horse", clock=lambda: MARCH) as made:
        made.import_calendar(notice(tmp_path, "2027-04-06"))
        kept = made.reference.calendars.imported
    with Session.open(folder, "correct horse", clock=lambda: MARCH) as opened:
        assert opened.reference.calendars.imported == kept
        assert not opened.reference.calendars.of("CN").status(day("2027-04-06")).is_working


def test_the_same_again_is_not_kept_twice(session: Session, tmp_path: Path) -> None:
    file = notice(tmp_path, "2027-04-06")
    session.import_calendar(file)
    again = session.import_calendar(file)
    assert (again.to_keep, again.touched, again.years[0].changes) == ((), (), ())
    assert len(session.reference.calendars.imported) == 1


def test_announced_anew_it_gets_the_next_version(session: Session, tmp_path: Path) -> None:
    session.import_calendar(notice(tmp_path, "2027-04-06"))
    news = session.import_calendar(notice(tmp_path, "2027-04-07"))
    (year,) = news.years
    assert year.calendar.version == 2
    assert [(change.date, change.new) for change in year.changes] == [
        (day("2027-04-06"), None),
        (day("2027-04-07"), DayKind.DAY_OFF),
    ]
    status = session.reference.calendars.of("CN").status
    assert status(day("2027-04-06")).is_working
    assert not status(day("2027-04-07")).is_working


def test_the_rows_of_lists_are_computed_again(session: Session, tmp_path: Path) -> None:
    assert session.refresh_summaries() == 0
    session.import_calendar(notice(tmp_path, "2027-04-06"))
    assert session.refresh_summaries() == 1
    session.import_calendar(notice(tmp_path, "2031-04-06", year=2031))
    assert session.refresh_summaries() == 0, "no journey has dates in that year"


def test_the_log_says_who_and_which_years(session: Session, tmp_path: Path) -> None:
    session.import_calendar(notice(tmp_path, "2027-04-06"))
    newest = session.log()[0]
    assert (newest.note.kind, newest.journey) == (ChangeKind.IMPORT, None)
    assert str(newest.note.label) == "Import the calendar of ('2027',)"
    assert [(one.kind, one.id) for one in newest.fields] == [("calendar", "CN-2027")]


def test_a_journey_that_is_over_is_not_touched(session: Session, tmp_path: Path) -> None:
    def close(journey: Journey) -> Journey:
        return replace(journey, state=JourneyState.CLOSED)

    session.run(Edit(N_("Close"), SAMPLE, close))
    assert session.calendar_news(notice(tmp_path, "2027-04-06")).touched == ()


def test_a_file_that_is_no_calendar_is_named(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Dear all", encoding="utf-8")
    with pytest.raises(InputError, match=r"notes\.txt"):
        session.import_calendar(file)
    assert session.reference.calendars.imported == ()


def test_an_import_is_undone_and_done_again(session: Session, tmp_path: Path) -> None:
    def trust() -> CalendarTrust:
        return session.reference.calendars.of("CN").year(2027).trust

    session.import_calendar(notice(tmp_path, "2027-04-06"))
    first = session.reference.calendars.imported
    news = session.import_calendar(notice(tmp_path, "2027-04-07"))
    session.undo()
    assert session.reference.calendars.imported == first
    session.undo()
    assert session.reference.calendars.imported == ()
    assert trust() is not CalendarTrust.OFFICIAL
    session.redo()
    session.redo()
    assert session.reference.calendars.imported == (*first, *news.to_keep)
    assert trust() is CalendarTrust.OFFICIAL
    assert session.undo_label == news.label
    assert session.redo_label is None


def test_what_was_looked_through_is_kept_though_its_file_is_gone(session: Session, tmp_path: Path) -> None:
    file = notice(tmp_path, "2027-04-06")
    looked = session.calendar_news(file)
    file.unlink()  # a memory stick was pulled
    news = session.keep_calendar(looked)
    assert news.to_keep == looked.to_keep
    assert session.reference.calendars.imported == looked.to_keep
    assert session.keep_calendar(looked).to_keep == ()


def test_a_file_that_is_gone_before_it_is_read_is_one_sentence(session: Session, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.json cannot be used: .+ Check that it is still there"):
        session.calendar_news(tmp_path / "gone.json")
