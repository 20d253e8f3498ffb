"""Days by which something is due, and the order in which consequences are told."""

from __future__ import annotations

from planner.record.document import DocumentState
from planner.record.money import PaymentState
from tests.builders.make import (
    at,
    day,
    make_appointment,
    make_document,
    make_payment,
    make_task,
    tie,
)
from tests.unit.schedule.slip.worked import (
    FEWER,
    LAST,
    journey,
    moves,
    only,
    proposed,
    said,
    slip,
)


class TestDeadlines:
    def test_move_with_their_ties(self) -> None:
        proposal = slip(
            documents=(make_document(id="paper", needed_by=day("2027-04-09"), needed_by_tie=LAST),),
            payments=(make_payment(id="pay", due_on=day("2027-04-09"), due_tie=LAST),),
            tasks=(make_task(id="task", due_on=day("2027-04-09"), due_tie=LAST),),
        )
        assert moves(proposal) == {
            "paper.needed_by": "2027-04-09 → 2027-04-10",
            "pay.due_on": "2027-04-09 → 2027-04-10",
            "task.due_on": "2027-04-09 → 2027-04-10",
        }
        assert not any(one.needs_rebooking or one.you_decide for one in proposal.consequences)

    def test_what_is_done_paid_or_in_hand_stays(self) -> None:
        paper = {"needed_by": day("2027-04-09"), "needed_by_tie": LAST}
        due = {"due_on": day("2027-04-09"), "due_tie": LAST}
        proposal = slip(
            documents=(make_document(state=DocumentState.RECEIVED, **paper),),
            payments=(
                make_payment(state=PaymentState.SENT, **due),
                make_payment(state=PaymentState.RECEIVED, **due),
                make_payment(state=PaymentState.CANCELLED, **due),
            ),
            tasks=(make_task(done_on=day("2027-04-01"), **due),),
        )
        assert proposal.consequences == ()

    def test_a_payment_that_failed_is_still_to_be_made(self) -> None:
        failed = make_payment(id="pay", state=PaymentState.FAILED, due_on=day("2027-04-09"), due_tie=LAST)
        assert moves(slip(payments=(failed,))) == {"pay.due_on": "2027-04-09 → 2027-04-10"}

    def test_one_whose_session_is_planned_no_more_is_for_a_person(self) -> None:
        task = make_task(due_on=day("2027-04-08"), due_tie=tie("fraction", number=3))
        assert said(only(proposed(journey(tasks=(task,)), FEWER))) == [
            "Set the date yourself, or call it off."
        ]

    def test_one_without_a_date_is_not_given_one(self) -> None:
        assert slip(tasks=(make_task(due_tie=LAST),)).consequences == ()


def test_consequences_come_by_kind_and_then_in_order_of_time() -> None:
    proposal = slip(
        tasks=(
            make_task(id="late", due_on=day("2027-10-08"), due_tie=tie("last-fraction", 183)),
            make_task(id="early", due_on=day("2027-04-09"), due_tie=LAST),
        ),
        appointments=(
            make_appointment(id="review", starts=at("2027-05-09"), starts_tie=tie("last-fraction", 31)),
        ),
    )
    assert [one.subject.id for one in proposal.consequences] == ["review", "early", "late"]
