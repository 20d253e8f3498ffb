"""The progress stripe of a row: where its marks lie, and that its words say the same."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from planner.session import Session, StripeMark
from ui.caseload.journeys_model import Column, JourneysModel
from ui.caseload.stripe import NAMES, places
from ui.desk import Desk

DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2028, 1, 1))


@given(st.lists(st.tuples(st.sampled_from(sorted(NAMES)), DAYS, st.integers(0, 90)), min_size=1))
def test_every_mark_lies_on_the_line_and_none_vanishes(drawn: list[tuple[str, dt.date, int]]) -> None:
    marks = [StripeMark(kind, first, first + dt.timedelta(days)) for kind, first, days in drawn]
    for _mark, left, width in places(marks, 120):
        assert left >= -0.001
        assert width >= 3
        assert left + width <= 120.001


def test_a_mark_covers_its_share_of_the_days() -> None:
    stay = StripeMark("stay", dt.date(2027, 3, 1), dt.date(2027, 3, 10))
    course = StripeMark("course", dt.date(2027, 3, 6), dt.date(2027, 3, 10))
    assert [(left, width) for _mark, left, width in places((stay, course), 100)] == [(0, 100), (50, 50)]
    assert not list(places((), 100))


def test_the_stripe_is_said_in_words(desk: Desk, sample_to_read: Session, qtmodeltester: ModelTester) -> None:
    model = JourneysModel(desk)
    model.show(sample_to_read.summaries())
    qtmodeltester.check(model)
    spoken = model.index(0, Column.PHASE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Sessions Tue 6 Apr to Mon 26 Apr" in spoken
    assert "Stay Mon 8 Mar to Thu 29 Apr" in spoken
