"""The log and the history are looked through as a whole, in the words that stand on the screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from planner.edits.things import change
from planner.record.ids import JourneyId
from planner.session import EventKind, Session
from planner.session.log_search import log_words
from planner.store.log_words import LogWord

NOW = dt.datetime(2027, 3, 8, 3, tzinfo=dt.UTC)
SAMPLE = JourneyId("sample")


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session.sample(clock=lambda: NOW) as opened:
        journey = opened.journey(SAMPLE)
        opened.run(change(journey, journey.stays[0].id, {"room": "Zimmer_12%"}))
        for number in range(230):
            stay = opened.journey(SAMPLE).stays[0]
            opened.run(change(opened.journey(SAMPLE), stay.id, {"room": str(number)}))
        yield opened


def found(session: Session, typed: str, locale: str = "en") -> list[int]:
    words = log_words(session, typed, locale, of_all=False)
    return [one.number for one in session.log(SAMPLE, words=words, limit=1000)]


def events(session: Session, typed: str, locale: str = "en") -> list[EventKind]:
    words = log_words(session, typed, locale)
    return [one.kind for one in session.accountability.events(words=words, limit=1000)]


def test_what_lies_beyond_the_first_page_is_found(session: Session) -> None:
    newest = [one.number for one in session.log(SAMPLE, limit=200)]
    (number, *more) = found(session, "zimmer")
    assert number not in newest
    assert len(more) == 1  # and the edit after it, whose old value it was
    assert found(session, "zimmer nowhere") == []


@pytest.mark.parametrize("typed", ["zimmer_12%", "ZIMMER_12"])
def test_signs_that_stand_for_others_stand_for_themselves(session: Session, typed: str) -> None:
    assert len(found(session, typed)) == 2
    assert found(session, "zimmer%12") == []
    assert found(session, "'; DROP") == []


def test_a_sentence_is_found_as_it_stands_in_the_language_of_the_screen(session: Session) -> None:
    room = {one.number for one in session.log(SAMPLE, limit=1000)}
    assert set(found(session, "修改", "zh_CN")) <= room
    assert len(found(session, "修改", "zh_CN")) > 200
    assert found(session, "修改", "en") == []


def test_kinds_people_and_journeys_are_found_by_what_they_are_called(session: Session) -> None:
    session.accountability.tell(EventKind.VIEW, journey=SAMPLE)
    session.accountability.tell(EventKind.BACKUP)
    assert EventKind.VIEW in events(session, "looked")
    assert set(events(session, "looked")) == {EventKind.VIEW}
    assert EventKind.VIEW in events(session, "eriksson looked")
    assert EventKind.BACKUP in events(session, "备份", "zh_CN")
    assert EventKind.BACKUP not in events(session, "eriksson")
    assert events(session, "zzz") == []  # somewhere in the journey is not what it is called
    assert len(found(session, "eriksson")) == 1  # its import; whose the others are goes without saying


def test_only_what_lies_between_two_numbers_is_looked_through(session: Session) -> None:
    word = (LogWord(text="room"),)
    whole = [one.number for one in session.accountability.events(words=word, limit=1000)]
    middle = whole[len(whole) // 2]
    below = session.accountability.events(words=word, before=middle, limit=1000)
    above = session.accountability.events(words=word, after=middle - 1, limit=1000)
    assert [one.number for one in (*above, *below)] == whole
