"""Accepting a finding: with a reason and a name, and only while its facts stay the same."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from planner.edits.acknowledge import acknowledge, reopen
from planner.errors import InputError
from planner.record.integrity import problems
from planner.record.journey import Journey
from planner.rules.acknowledged import acknowledged, open_findings
from planner.rules.finding import Finding
from planner.rules.stay_low_slack import stay_low_slack
from tests.builders import at, day, make_entry, make_journey, make_visa
from tests.unit.rules.harness import shipped

ENTRY = make_entry(id="entry", visa="visa", exited=at("2027-05-03 01:30"))
JOURNEY = make_journey(id="journey", visas=(make_visa(id="visa"),), entries=(ENTRY,))


def findings(journey: Journey, today: str = "2027-04-20") -> tuple[Finding, ...]:
    return tuple(stay_low_slack(journey, shipped(), day(today)))


def accepted(journey: Journey, **facts: Any) -> Journey:
    (finding,) = findings(journey)
    given = {"id": "ack", "reason": "The centre holds a spare day.", "by": "Casey", "on": day("2027-04-20")}
    return acknowledge(journey, finding, **given | facts).change(journey)


def test_an_accepted_finding_is_no_longer_open() -> None:
    journey = accepted(JOURNEY)
    assert problems(journey) == ()
    assert open_findings(journey, findings(journey)) == ()
    ((finding, acknowledgement),) = acknowledged(journey, findings(journey))
    assert finding.code == "stay.low-slack"
    assert (acknowledgement.reason, acknowledgement.by) == ("The centre holds a spare day.", "Casey")


def test_it_stays_accepted_while_days_go_by() -> None:
    journey = accepted(JOURNEY)
    assert open_findings(journey, findings(journey, "2027-05-03")) == ()


def test_it_comes_back_when_its_facts_change() -> None:
    journey = accepted(JOURNEY)
    later = replace(journey, entries=(replace(ENTRY, exited=at("2027-05-04 01:30")),))
    assert open_findings(later, findings(later)) == findings(later)
    again = accepted(later, id="ack-2")
    assert open_findings(again, findings(again)) == ()
    assert open_findings(replace(again, entries=(ENTRY,)), findings(journey)) == ()


def test_accepting_twice_keeps_the_last_reason() -> None:
    journey = accepted(accepted(JOURNEY), id="ack-2", reason="Agreed with the family.")
    assert [one.reason for one in journey.acknowledgements] == ["Agreed with the family."]


def test_it_can_be_opened_again() -> None:
    journey = accepted(JOURNEY)
    (finding,) = findings(journey)
    opened = reopen(journey, finding).change(journey)
    assert open_findings(opened, findings(opened)) == (finding,)
    assert reopen(opened, finding).change(opened) is opened


@pytest.mark.parametrize("facts", [{"reason": " "}, {"by": ""}])
def test_nothing_is_accepted_without_a_reason_and_a_name(facts: dict[str, str]) -> None:
    with pytest.raises(InputError, match="acknowledged only"):
        accepted(JOURNEY, **facts)


def test_another_finding_of_the_same_thing_stays_open() -> None:
    journey = accepted(JOURNEY)
    (finding,) = findings(journey)
    other = replace(finding, code="stay.exceeded")
    elsewhere = replace(finding, subject=replace(finding.subject, id="other"))
    assert open_findings(journey, (other, elsewhere, finding)) == (other, elsewhere)
