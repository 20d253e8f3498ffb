"""Who holds which revision, and who still needs the newer one."""

from __future__ import annotations

import datetime as dt
from typing import Any

from planner.itinerary.ledger import Hold, issues_of, ledger, next_revision
from planner.record.consent import Audience
from planner.record.issue import Holder, Issue
from planner.record.text import Text, is_same_name, same
from tests.builders.make import DRIVER, PATIENT, at, day, make_contact, make_journey, text

ANNA, ERIK = same("Anna"), same("Erik")


def held(name: Text = ANNA, returned: dt.date | None = None) -> Holder:
    return Holder(name=name, given_on=day("2027-03-01"), returned_on=returned)


def issued(revision: int, *holders: Holder, **fields: Any) -> Issue:
    given = {"audience": Audience.PATIENT, "reader": PATIENT}
    return Issue(
        id=f"issue-{revision}",
        revision=revision,
        issued=at("2027-03-01 09:00"),
        holders=holders,
        **given | fields,
    )


def lines(*issues: Issue) -> list[tuple[int, str, str, int]]:
    return [
        (line.issue.revision, line.holder.name.best(), line.hold.value, line.newest)
        for line in ledger(make_journey(issues=issues))
    ]


def test_a_journey_without_issues_has_an_empty_ledger_and_begins_with_one() -> None:
    assert ledger(make_journey()) == ()
    assert next_revision(make_journey()) == 1


def test_numbers_are_one_sequence_over_all_copies() -> None:
    journey = make_journey(issues=(issued(4), issued(2, audience=Audience.DRIVER, recipient_contact=DRIVER)))
    assert next_revision(journey) == 5


def test_who_was_given_the_newer_one_has_the_older_replaced_and_who_was_not_is_outdated() -> None:
    assert lines(issued(1, held(ANNA), held(ERIK)), issued(2, held(ANNA))) == [
        (2, "Anna", "current", 2),
        (1, "Anna", "replaced", 2),
        (1, "Erik", "outdated", 2),
    ]


def test_what_was_given_back_is_given_back_whatever_came_after() -> None:
    assert lines(issued(1, held(ANNA, day("2027-03-02"))), issued(2)) == [(1, "Anna", "returned", 2)]


def test_another_copy_does_not_make_one_outdated() -> None:
    to_driver = {"audience": Audience.DRIVER, "recipient_contact": DRIVER}
    other = issued(3, held(), audience=Audience.DRIVER, recipient_contact="other-driver")
    contacts = (make_contact(id=DRIVER), make_contact(id="other-driver"))
    journey = make_journey(
        contacts=contacts, issues=(issued(1, held()), issued(2, held(), **to_driver), other)
    )
    assert [line.hold for line in ledger(journey)] == [Hold.CURRENT] * 3
    assert [i.revision for i in issues_of(journey, Audience.DRIVER, PATIENT, DRIVER)] == [2]
    assert issues_of(journey, Audience.DRIVER, PATIENT) == ()


def test_a_copy_in_large_print_or_another_language_is_still_the_same_copy() -> None:
    first, second = issued(1, held()), issued(2, held(), large_print=True, paper="A5", languages=("zh_CN",))
    assert lines(first, second) == [(2, "Anna", "current", 2), (1, "Anna", "replaced", 2)]


def test_a_name_is_the_same_in_any_case_spacing_and_language_both_have() -> None:
    assert is_same_name(same("ERIKSSON  Anna "), text("Eriksson Anna", "艾丽松"))
    assert is_same_name(Text({"zh_CN": "艾丽松"}, "zh_CN"), text("Eriksson Anna", "艾丽松"))
    assert not is_same_name(ANNA, ERIK)
    assert not is_same_name(Text(), Text())
