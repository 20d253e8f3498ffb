"""What became of a session: marked once, never silently undone."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from planner.edits.edit import Edit
from planner.edits.session_marks import deliver_session, miss_session
from planner.errors import InputError
from planner.record.fraction import Fraction, FractionState, MissedReason
from planner.record.journey import Journey
from planner.record.text import Text
from tests.builders.make import at, make_course, make_fraction, make_journey, text

GIVEN_AT = at("2027-04-06 10:41")


def journey(**fields: Any) -> Journey:
    """Two courses; the session ``f`` is the second of the second."""
    fractions = (make_fraction(1, "2027-04-05"), make_fraction(2, "2027-04-06", id="f", **fields))
    return make_journey(courses=(make_course(id="one"), make_course(id="two", fractions=fractions)))


def after(edit: Edit, whole: Journey) -> Fraction:
    changed = edit.change(whole)
    assert changed.courses[0] is whole.courses[0]
    assert changed.courses[1].fractions[0] is whole.courses[1].fractions[0]
    return changed.courses[1].fractions[1]


def test_delivered_with_its_actual_time() -> None:
    whole = journey()
    edit = deliver_session(whole, "f", GIVEN_AT)
    one = after(edit, whole)
    assert (one.state, one.delivered_at, one.dose_delivered_gy_rbe) == (
        FractionState.DELIVERED,
        GIVEN_AT,
        None,
    )
    assert one.starts == at("2027-04-06 10:20"), "what was planned stays"
    assert (str(edit.label), edit.journey) == ("Mark session 2 as delivered", whole.id)


def test_delivered_with_another_dose_and_corrected() -> None:
    whole = journey(state=FractionState.DELIVERED, delivered_at=GIVEN_AT)
    one = after(deliver_session(whole, "f", at("2027-04-06 10:45"), dose_gy_rbe=Decimal("2.5")), whole)
    assert (one.delivered_at, one.dose_delivered_gy_rbe) == (at("2027-04-06 10:45"), Decimal("2.5"))


def test_missed_with_its_reason() -> None:
    whole = journey(state=FractionState.CONFIRMED)
    one = after(miss_session(whole, "f", MissedReason.PATIENT_UNWELL, text("Fever")), whole)
    assert (one.state, one.missed_reason, one.missed_words) == (
        FractionState.MISSED,
        MissedReason.PATIENT_UNWELL,
        text("Fever"),
    )


def test_missed_for_a_reason_nobody_has_said() -> None:
    whole = journey()
    one = after(miss_session(whole, "f", None), whole)
    assert (one.missed_reason, one.missed_words) == (None, Text())


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (FractionState.DELIVERED, "Session 2 on 2027-04-06 was delivered; it stays as it is."),
        (FractionState.MISSED, "Session 2 on 2027-04-06 was missed; plan it again first."),
        (FractionState.CANCELLED, "Session 2 on 2027-04-06 was cancelled; plan it again first."),
    ],
)
def test_what_is_over_cannot_become_something_else(state: FractionState, words: str) -> None:
    whole = journey(state=state)
    edits = [miss_session(whole, "f", None)]
    if state is not FractionState.DELIVERED:
        edits.append(deliver_session(whole, "f", GIVEN_AT))
    for edit in edits:
        with pytest.raises(InputError) as refused:
            edit.change(whole)
        assert str(refused.value) == words


def test_a_session_that_is_not_there_is_named() -> None:
    with pytest.raises(InputError, match="There is no session “g”"):
        miss_session(journey(), "g", None)
