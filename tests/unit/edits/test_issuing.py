"""Issuing, handing out and giving back: one edit each, with its disclosure, refused without consent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from planner.edits.issuing import give_back, hand_out, issue_revision, recipients
from planner.errors import InputError, Refused
from planner.itinerary.ledger import Hold, ledger
from planner.record.consent import Audience, DataCategory, Disclosure, DisclosureKind
from planner.record.issue import Holder, Issue
from planner.record.journey import Journey
from planner.record.text import Text, same
from tests.builders.make import (
    COMPANION,
    DRIVER,
    INTERPRETER,
    PATIENT,
    at,
    day,
    make_companion,
    make_consent,
    make_journey,
    make_traveller,
    text,
)

ANNA, ERIK = same("ERIKSSON Anna Maria"), same("SPECIMEN Test Person")
NOON = at("2027-03-01 12:00")


def ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new-{next(numbers)}"


def issued(revision: int = 1, *names: Text, **fields: Any) -> Issue:
    given = {"audience": Audience.PATIENT, "reader": PATIENT, "issued_by": None}
    return Issue(
        id=f"issue-{revision}",
        revision=revision,
        issued=NOON,
        holders=tuple(Holder(name=name, given_on=NOON.date) for name in names or (ANNA,)),
        **given | fields,
    )


def after(journey: Journey, issue: Issue) -> Journey:
    return issue_revision(journey, issue, new_id=ids()).change(journey)


def to_driver(revision: int = 1) -> Issue:
    return issued(revision, same("Mr Placeholder"), audience=Audience.DRIVER, recipient_contact=DRIVER)


def couple(**fields: Any) -> Journey:
    consents = tuple(
        make_consent(
            id=f"consent-{traveller}",
            traveller=traveller,
            audience=Audience.DRIVER,
            recipient_place=None,
            recipient_contact=DRIVER,
            categories=(DataCategory.TRAVEL,),
        )
        for traveller in (PATIENT, COMPANION)
    )
    given = {"travellers": (make_traveller(), make_companion()), "consents": consents}
    return make_journey(**given | fields)


def said(error: pytest.ExceptionInfo[InputError]) -> str:
    return str(error.value)


# -- issuing -------------------------------------------------------------------------------------------


def test_issuing_adds_the_issue_and_a_disclosure_to_each_who_receives_it() -> None:
    before = couple()
    edit = issue_revision(before, issued(3, ANNA, ERIK), new_id=ids())
    now = edit.change(before)
    assert str(edit.label) == "Issue revision 3"
    assert now.issues == (issued(3, ANNA, ERIK),)
    assert [(d.kind, d.recipient_name, d.revision, d.issue, d.consent) for d in now.disclosures] == [
        (DisclosureKind.PRINT, ANNA, 3, "issue-3", None),
        (DisclosureKind.PRINT, ERIK, 3, "issue-3", None),
    ]
    assert replace(now, issues=(), disclosures=()) == before


def test_the_patients_copy_is_not_issued_to_a_stranger_and_nothing_is_entered() -> None:
    before = couple()
    with pytest.raises(Refused, match=r"has not agreed that .*Dr Foo"):
        after(before, issued(1, ANNA, same("Dr Foo")))


def test_an_interpreter_who_may_have_the_patients_copy_is_entered_as_who_they_are() -> None:
    agreed = make_consent(
        id="agreed",
        audience=None,
        recipient_place=None,
        recipient_contact=INTERPRETER,
        categories=tuple(DataCategory),
    )
    now = after(couple(consents=(agreed,)), issued(1, same("Lin Sample")))
    assert [(d.consent, d.recipient_contact, d.recipient_place) for d in now.disclosures] == [
        ("agreed", INTERPRETER, None)
    ]
    later = replace(now, consents=())
    with pytest.raises(Refused):
        hand_out(later, "issue-1", [same("Lin Sample")], at=NOON, new_id=ids()).change(later)


def test_a_disclosure_names_the_consent_of_each_person_it_tells_of() -> None:
    now = after(couple(), to_driver())
    assert [d.consent for d in now.disclosures] == ["consent-patient", "consent-companion"]
    assert {(d.audience, d.recipient_contact, d.at) for d in now.disclosures} == {
        (Audience.DRIVER, DRIVER, NOON)
    }
    assert len({d.id for d in now.disclosures}) == 2


def test_without_consent_nothing_is_issued_and_the_reason_is_said() -> None:
    before = couple(consents=couple().consents[:1])
    with pytest.raises(Refused) as error:
        after(before, to_driver())
    assert "SPECIMEN Test Person has not given consent for the driver." in said(error)


def test_a_revision_of_another_state_of_the_journey_is_not_issued() -> None:
    before = make_journey()
    edit = issue_revision(before, issued(), new_id=ids())
    assert edit.change(replace(before)).issues
    with pytest.raises(InputError, match="has changed since"):
        edit.change(replace(before, reference="OTHER"))


# -- handing out ---------------------------------------------------------------------------------------


def test_one_more_print_is_one_more_holder_and_one_more_disclosure() -> None:
    before = after(couple(), to_driver())
    edit = hand_out(before, "issue-1", [ERIK], at=at("2027-03-03 08:00"), new_id=ids())
    now = edit.change(before)
    assert str(edit.label) == "Hand out revision 1"
    assert now.issues[0].holders[-1] == Holder(name=ERIK, given_on=day("2027-03-03"))
    told: tuple[Disclosure, ...] = now.disclosures[2:]
    assert [(d.recipient_name, d.consent) for d in told] == [
        (ERIK, "consent-patient"),
        (ERIK, "consent-companion"),
    ]


def test_an_older_revision_is_not_handed_out_any_more() -> None:
    before = after(after(couple(), issued(1)), issued(2))
    with pytest.raises(InputError) as error:
        hand_out(before, "issue-1", [ERIK], at=NOON, new_id=ids()).change(before)
    assert said(error) == "Revision 1 is no longer the newest. Hand out revision 2, which took its place."
    now = hand_out(before, "issue-2", [ERIK], at=NOON, new_id=ids()).change(before)
    assert [len(issue.holders) for issue in now.issues] == [1, 2]


def test_consent_must_hold_on_the_day_it_is_handed_out() -> None:
    before = after(couple(), to_driver())
    withdrawn = tuple(replace(c, withdrawn_on=day("2027-03-02")) for c in before.consents)
    later = replace(before, consents=withdrawn)
    assert hand_out(later, "issue-1", [ERIK], at=NOON, new_id=ids()).change(later) != later
    with pytest.raises(Refused, match="withdrew consent for the driver"):
        hand_out(later, "issue-1", [ERIK], at=at("2027-03-02"), new_id=ids()).change(later)


def test_an_issue_that_is_not_there_cannot_be_handed_out_or_given_back() -> None:
    with pytest.raises(InputError, match="There is no issue “x”"):
        hand_out(make_journey(), "x", [ANNA], at=NOON, new_id=ids())
    with pytest.raises(InputError, match="There is no issue “x”"):
        give_back(make_journey(), "x", ANNA, NOON.date)


# -- giving back ---------------------------------------------------------------------------------------


def test_what_is_given_back_is_no_longer_held() -> None:
    before = after(couple(), issued(1, ANNA, ERIK))
    edit = give_back(before, "issue-1", same("specimen  test person"), day("2027-03-05"))
    now = edit.change(before)
    assert str(edit.label) == "Revision 1 given back"
    assert [line.hold for line in ledger(now)] == [Hold.CURRENT, Hold.RETURNED]
    with pytest.raises(InputError, match="does not hold revision 1"):
        give_back(now, "issue-1", ERIK, day("2027-03-06")).change(now)


def test_two_prints_of_one_name_are_given_back_one_after_the_other() -> None:
    once = after(make_journey(), issued(1, ANNA))
    twice = hand_out(once, "issue-1", [ANNA], at=NOON, new_id=ids()).change(once)
    first = give_back(twice, "issue-1", ANNA, day("2027-03-05")).change(twice)
    second = give_back(first, "issue-1", ANNA, day("2027-03-06")).change(first)
    assert [h.returned_on for h in second.issues[0].holders] == [day("2027-03-05"), day("2027-03-06")]


def test_nothing_comes_back_before_it_was_given() -> None:
    before = after(make_journey(), issued())
    with pytest.raises(InputError, match="cannot have come back earlier"):
        give_back(before, "issue-1", ANNA, day("2027-02-28")).change(before)
    undated = after(make_journey(), replace(issued(), holders=(Holder(name=ANNA),)))
    assert give_back(undated, "issue-1", ANNA, day("2027-02-28")).change(undated) != undated


# -- who receives it -----------------------------------------------------------------------------------


def test_each_name_receives_one_and_somebody_must() -> None:
    assert recipients([ANNA, Text(), ERIK, text("Eriksson  ANNA Maria", "安娜")]) == (ANNA, ERIK)
    with pytest.raises(InputError, match="Nobody is named"):
        recipients([Text()])
