"""Five hard journeys, printed for every audience their consents allow, on every paper, and read back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

import pytest

from planner.export.pdf.document import PrintOptions, render
from planner.export.pdf.paper import Paper
from planner.imports.journey_file import open_file
from planner.itinerary.audience import refusal
from planner.itinerary.build import build
from planner.itinerary.item import Itinerary
from planner.record.consent import Audience
from planner.record.journey import Journey
from tests.builders.hard_journeys import HARD_JOURNEYS, path_of
from tests.unit.export.pdf.judging import Copy
from tests.unit.export.pdf.pdf_ua import faults
from tests.unit.export.pdf.reading import text_in_order

THIRTY_FIVE = "thirty-five-fractions-over-national-day"
COMPANIONS = "two-companions-come-and-go"
CASCADE = "cascade-breaks-stay-and-flight"
PASSPORT = "passport-renewed-after-refusal"
LONG_NAMES = "long-names-and-rare-hanzi"


@dataclass(frozen=True)
class Printing:
    """One copy: which journey, whose copy, on which paper."""

    journey: str
    audience: Audience
    paper: Paper = Paper.A4
    large: bool = False
    reader: str = ""

    def __str__(self) -> str:
        size = "-large" if self.large else ""
        return f"{self.journey}-{self.audience}{self.reader and '-' + self.reader}-{self.paper}{size}"


def printings() -> list[Printing]:
    """Every journey for every audience; for every audience each paper in both sizes of print.

    Where a journey is printed for several readers, the small and large ones go round, and the longest
    journeys are spared the smallest pages: five hundred of them say nothing that two hundred do not.
    """
    long, short = (THIRTY_FIVE, CASCADE, COMPANIONS), (PASSPORT, LONG_NAMES)
    easy = [(Paper.A4, False), (Paper.LETTER, False), (Paper.A4, True)]
    tight = [(Paper.LETTER, True), (Paper.A5, False), (Paper.A5, True)]
    found = []
    for turn, audience in enumerate(Audience):
        for place, journey in enumerate(long):
            found.append(Printing(journey, audience, *easy[(turn + place) % 3]))
        for place, (paper, large) in enumerate(tight):
            found.append(Printing(short[(turn + place) % 2], audience, paper, large))
    found.append(Printing(COMPANIONS, Audience.COMPANION, Paper.LETTER, True, reader="daughter"))
    found.append(Printing(THIRTY_FIVE, Audience.DRIVER, Paper.A5, True))  # the first day fills its page
    return found


@cache
def journey_of(name: str) -> Journey:
    return open_file(path_of(name)).journey


def itinerary(printing: Printing) -> Itinerary:
    return build(
        journey_of(printing.journey),
        printing.audience,
        today=HARD_JOURNEYS[printing.journey][1],
        reader=printing.reader,
    )


@cache
def printed(printing: Printing) -> bytes:
    made_at = dt.datetime.combine(HARD_JOURNEYS[printing.journey][1], dt.time(12), dt.UTC)
    options = PrintOptions(paper=printing.paper, large_print=printing.large)
    return render(itinerary(printing), options, made_at=made_at)


def words(printing: Printing) -> str:
    return "\n".join(text_in_order(printed(printing)))


@pytest.mark.parametrize("name", HARD_JOURNEYS)
def test_the_files_are_what_their_builders_make(name: str) -> None:
    """After a change: ``python -m tests.builders.hard_journeys``."""
    assert journey_of(name) == HARD_JOURNEYS[name][0]()


def test_every_audience_gets_every_journey_and_every_paper_in_both_sizes() -> None:
    every = printings()
    assert len(set(every)) == len(every)
    for audience in Audience:
        mine = [one for one in every if one.audience is audience]
        assert {one.journey for one in mine} == set(HARD_JOURNEYS)
        assert {(one.paper, one.large) for one in mine} == {(p, big) for p in Paper for big in (False, True)}


@pytest.mark.parametrize("name", HARD_JOURNEYS)
def test_their_consents_allow_every_audience(name: str) -> None:
    for audience in Audience:
        assert refusal(journey_of(name), audience, HARD_JOURNEYS[name][1]) is None


@pytest.mark.parametrize("printing", printings(), ids=str)
def test_every_line_of_every_page_is_in_its_place(printing: Printing) -> None:
    assert Copy(printed(printing), printing.paper).judge() == []


@pytest.mark.parametrize("name", HARD_JOURNEYS)
def test_its_structure_is_that_of_pdf_ua(name: str) -> None:
    assert faults(printed(Printing(name, Audience.PATIENT))) == []


# -- what each of them is hard about -------------------------------------------------------------------


def test_all_35_sessions_are_there_once_the_make_up_days_among_them() -> None:
    said = words(Printing(THIRTY_FIVE, Audience.PATIENT))
    for number in range(1, 36):
        assert f"Proton session {number} of 35" in said
    course = itinerary(Printing(THIRTY_FIVE, Audience.PATIENT)).courses[0]
    dates = {session.starts.date for session in course.sessions}
    assert (course.last, course.overall_days, course.longest_gap_days) == (dt.date(2026, 10, 29), 53, 8)
    assert {dt.date(2026, 9, 20), dt.date(2026, 10, 10)} <= dates
    assert "0 / 35" in said


def test_each_companion_reads_of_their_own_days() -> None:
    wife = itinerary(Printing(COMPANIONS, Audience.COMPANION))
    daughter = itinerary(Printing(COMPANIONS, Audience.COMPANION, reader="daughter"))
    assert (wife.days[0].date, wife.days[-1].date) == (dt.date(2026, 8, 30), dt.date(2026, 9, 21))
    assert (daughter.days[0].date, daughter.days[-1].date) == (dt.date(2026, 9, 8), dt.date(2026, 9, 17))
    assert "Young arrives" in words(Printing(COMPANIONS, Audience.COMPANION))


def test_missed_sessions_are_told_with_their_reason_and_the_last_legal_day_is_the_earliest() -> None:
    said = words(Printing(CASCADE, Audience.PATIENT))
    assert "4 / 10" in said
    assert said.count("The machine was down") >= 2
    assert "The patient was unwell" in said
    assert "Wed 9 Dec 2026" in said


def test_only_the_new_passport_is_shown_to_those_who_check_it() -> None:
    said = words(Printing(PASSPORT, Audience.HOTEL))
    assert "PB0000001" in said
    assert "PA0000001" not in said


@pytest.mark.parametrize("audience", [Audience.PATIENT, Audience.HOSPITAL])
def test_rare_hanzi_are_drawn_and_one_that_cannot_be_is_told(audience: Audience) -> None:
    said = words(Printing(LONG_NAMES, audience)).replace("\n", "")
    for char in "㵘𬭎龘䶮㛃":
        assert char in said
    if audience is Audience.PATIENT:
        assert "司马〓（U+20BB7）䶮" in said
