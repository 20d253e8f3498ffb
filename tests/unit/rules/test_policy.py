"""Grounds to enter: until when they hold, for whom and for what, and whether anybody checked them lately."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.record.journey import Journey
from planner.record.visa import EntryBasis, EntryPurpose, EntryState, StayCounting, VisaState
from planner.reference.reference import Reference, shipped_reference
from planner.reference.relevance import policies_of
from planner.rules.finding import Severity
from tests.builders import (
    NEW_ZEALAND,
    at,
    day,
    make_document,
    make_entry,
    make_journey,
    make_leg,
    make_payment,
    make_traveller,
    make_visa,
)
from tests.unit.rules.harness import Golden, raised, shipped

FREE = make_visa(
    id="visa",
    basis=EntryBasis.UNILATERAL_VISA_FREE,
    purpose=EntryPurpose.FAMILY_VISIT,
    state=VisaState.NOT_NEEDED,
    stay_days=30,
    counting=StayCounting.DAY_AFTER_ENTRY_IS_DAY_ONE,
)
ENTRY = make_entry(id="entry", visa="visa", entered=at("2026-12-10 09:00"), exited=at("2026-12-20 09:00"))
JOURNEY = make_journey(id="journey", visas=(FREE,), entries=(ENTRY,))


def with_entry(**facts: Any) -> Journey:
    return replace(JOURNEY, entries=(replace(ENTRY, **facts),))


def with_visa(**facts: Any) -> Journey:
    return replace(JOURNEY, visas=(replace(FREE, **facts),))


def with_policy(**facts: Any) -> Reference:
    """The shipped reference data with another visa-free policy."""
    reference = shipped()
    changed = tuple(
        replace(policy, **facts) if policy.id == "cn-unilateral-visa-free" else policy
        for policy in reference.entry_policies
    )
    return replace(reference, entry_policies=changed)


@pytest.mark.parametrize(
    ("entered", "zone", "severities"),
    [
        ("2026-12-30 23:00", "Asia/Shanghai", [Severity.WARNING]),
        ("2026-12-31 23:59", "Asia/Shanghai", [Severity.WARNING]),
        ("2027-01-01 00:01", "Asia/Shanghai", [Severity.BLOCKER]),
        ("2027-01-01 04:59", NEW_ZEALAND, [Severity.WARNING]),
        ("2027-01-01 05:01", NEW_ZEALAND, [Severity.BLOCKER]),
    ],
)
def test_the_last_day_of_a_policy_is_chinas(entered: str, zone: str, severities: list[Severity]) -> None:
    """Entered in time, the stay itself reaches beyond: a warning. New Zealand is five hours ahead."""
    journey = with_entry(entered=at(entered, zone), exited=at("2027-01-10 09:00"))
    assert [f.severity for f in raised("policy.expired", journey, "2026-11-23")] == severities


def test_a_policy_that_does_not_hold_yet_is_none() -> None:
    later = with_policy(valid_from=day("2026-12-11"))
    assert [f.severity for f in raised("policy.expired", JOURNEY, "2026-11-23", later)] == [Severity.BLOCKER]
    assert not raised("policy.expired", JOURNEY, "2026-11-23", with_policy(valid_from=day("2026-12-10")))


def test_without_a_way_home_only_the_entry_is_compared() -> None:
    assert not raised("policy.expired", with_entry(exited=None), "2026-11-23")


@pytest.mark.parametrize(("today", "found"), [("2026-12-31", 0), ("2027-01-01", 1)])
def test_a_policy_that_ended_before_anybody_entered_on_it_is_told(today: str, found: int) -> None:
    waiting = replace(JOURNEY, entries=())
    assert len(raised("policy.expired", waiting, today)) == found
    dropped = replace(waiting, visas=(replace(FREE, state=VisaState.WITHDRAWN),))
    assert not raised("policy.expired", dropped, today)


def test_any_rule_that_no_longer_holds_is_told() -> None:
    reference = shipped()
    old = replace(reference.policies["arrival-card"], valid_until=day("2026-12-01"))
    reference = replace(reference, policies={**reference.policies, "arrival-card": old})
    assert not raised("policy.expired", JOURNEY, "2026-12-01", reference)
    (found,) = raised("policy.expired", JOURNEY, "2026-12-02", reference)
    assert found.subject.kind == "journey"


def test_a_visa_without_a_known_policy_raises_nothing() -> None:
    unknown = with_visa(basis=EntryBasis.OTHER, policy="gone")
    for code in ("policy.expired", "policy.end-unknown", "policy.nationality-not-listed"):
        assert not raised(code, unknown, "2027-02-01")
        assert not raised(code, with_entry(visa=None), "2026-11-23")


def test_the_policy_a_visa_names_comes_before_that_of_its_basis() -> None:
    reference = shipped()
    assert reference.entry_policy_of(replace(FREE, policy="cn-s2")) is reference.entry_policy("cn-s2")
    by_basis = reference.entry_policy_of(replace(FREE, policy="gone"))
    assert by_basis is reference.entry_policy("cn-unilateral-visa-free")
    assert reference.entry_policy_of(replace(FREE, country="HK")) is None


@pytest.mark.parametrize(("nationality", "found"), [("RU", 1), ("BN", 1), ("NZ", 0), ("", 0)])
def test_some_nationals_have_another_last_day(nationality: str, found: int) -> None:
    journey = replace(JOURNEY, travellers=(make_traveller(nationality=nationality),))
    assert len(raised("policy.end-unknown", journey, "2026-12-10")) == found
    assert not raised("policy.end-unknown", journey, "2026-12-11")


@pytest.mark.parametrize(
    ("nationality", "state", "severities"),
    [
        ("NZ", EntryState.PLANNED, []),
        ("US", EntryState.PLANNED, [Severity.BLOCKER]),
        ("US", EntryState.ACTUAL, [Severity.WARNING]),
        ("", EntryState.PLANNED, []),
    ],
)
def test_a_policy_is_for_the_nationals_it_lists(
    nationality: str, state: EntryState, severities: list[Severity]
) -> None:
    journey = replace(with_entry(state=state), travellers=(make_traveller(nationality=nationality),))
    found = raised("policy.nationality-not-listed", journey, "2026-11-23")
    assert [finding.severity for finding in found] == severities


@pytest.mark.parametrize(
    ("purpose", "found"),
    [(EntryPurpose.TREATMENT, 1), (EntryPurpose.ACCOMPANY_PATIENT, 1), (EntryPurpose.TOURISM, 0)],
)
def test_treatment_is_not_a_purpose_of_visa_free_entry(purpose: EntryPurpose, found: int) -> None:
    assert len(raised("policy.purpose-not-listed", with_visa(purpose=purpose), "2026-11-23")) == found


def test_once_let_in_a_wrong_purpose_is_a_warning() -> None:
    journey = replace(
        with_visa(purpose=EntryPurpose.TREATMENT), entries=(replace(ENTRY, state=EntryState.ACTUAL),)
    )
    (found,) = raised("policy.purpose-not-listed", journey, "2026-12-15")
    assert found.severity is Severity.WARNING
    dropped = replace(journey, visas=(replace(journey.visas[0], state=VisaState.REFUSED),))
    assert not raised("policy.purpose-not-listed", dropped, "2026-12-15")


@pytest.mark.parametrize(("today", "found"), [("2026-12-31", 0), ("2027-01-01", 1)])
def test_a_ground_to_enter_is_checked_again_in_time(today: str, found: int) -> None:
    journey = with_entry(entered=at("2027-01-05 09:00"), exited=None)
    assert [f.severity for f in raised("policy.unchecked", journey, today)] == [Severity.WARNING] * found
    assert not raised("policy.unchecked", with_entry(entered=at("2026-12-31 09:00")), today)


def test_a_ground_that_several_use_is_named_once() -> None:
    both = replace(
        JOURNEY, entries=(with_entry(entered=None).entries[0], replace(ENTRY, id="entry-2", entered=None))
    )
    assert len(raised("policy.unchecked", both, "2027-01-01")) == 1
    assert not raised(
        "policy.unchecked", replace(both, visas=(replace(FREE, basis=EntryBasis.L),)), "2027-01-01"
    )


def test_all_other_rules_that_are_due_are_one_note() -> None:
    found = raised("policy.unchecked", make_journey(), "2027-05-24")
    assert [finding.severity for finding in found] == [Severity.NOTE]
    assert not raised("policy.unchecked", make_journey(), "2027-05-23")


def test_a_journey_rests_on_the_rules_for_what_it_holds() -> None:
    bare = {policy.id for policy in policies_of(make_journey(), shipped())}
    held = make_journey(
        entries=(ENTRY,),
        visas=(FREE,),
        payments=(make_payment(),),
        documents=(make_document(),),
        legs=(make_leg(needs_clearance=True),),
    )
    more = {policy.id for policy in policies_of(held, shipped())}
    assert bare < more
    assert {"stay.registration", "wallet.foreign-card", "clearance.airline", "laboratory.age"} <= more - bare
    assert "medicine.into-new-zealand" not in more
    abroad = {policy.id for policy in policies_of(replace(held, country="HK"), shipped())}
    assert "stay.registration" not in abroad


def test_the_shipped_reference_is_that_of_a_new_one() -> None:
    assert Reference().policies == shipped_reference().policies
    assert shipped().policy("stay.registration", "HK") is None
    assert shipped().policy("none") is None


GOLDEN = (
    Golden(
        code="policy.expired",
        hazard="visa-free entry after the policy ends",
        journey=with_entry(entered=at("2027-01-01 00:30"), exited=None),
        fine=with_entry(entered=at("2026-12-31 23:30"), exited=None),
        today="2026-11-23",
    ),
    Golden(
        code="policy.end-unknown",
        hazard="a Russian passport",
        journey=replace(JOURNEY, travellers=(make_traveller(nationality="RU"),)),
        fine=JOURNEY,
        today="2026-11-23",
    ),
    Golden(
        code="policy.nationality-not-listed",
        hazard="a passport the policy does not list",
        journey=replace(JOURNEY, travellers=(make_traveller(nationality="US"),)),
        fine=JOURNEY,
        today="2026-11-23",
    ),
    Golden(
        code="policy.purpose-not-listed",
        hazard="visa-free for treatment",
        journey=with_visa(purpose=EntryPurpose.TREATMENT),
        fine=JOURNEY,
        today="2026-11-23",
    ),
    Golden(
        code="policy.unchecked",
        hazard="a policy nobody looked at since its review was due",
        journey=with_entry(entered=at("2027-02-05 09:00"), exited=None),
        today="2027-01-01",
        fine_today="2026-12-31",
    ),
)
