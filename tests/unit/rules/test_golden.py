"""Every rule has its golden cases, and every golden case holds. See ``harness`` for how they are written."""

from __future__ import annotations

import datetime as dt
import string
from dataclasses import replace

import pytest

from planner.message import Message
from planner.record.integrity import problems
from planner.record.lookup import kind_of, thing
from planner.rules import check as check_module
from planner.rules.finding import Finding, MakeTask, SetField, Subject
from tests.unit.rules.harness import (
    FRAMEWORK,
    Golden,
    differences,
    golden_cases,
    raised,
    rules,
    shipped,
)

CASES = golden_cases()


def named(case: Golden) -> str:
    return case.name


def findings(case: Golden) -> tuple[Finding, ...]:
    return raised(case.code, case.journey, case.today, case.reference)


def test_every_code_has_a_golden_case() -> None:
    assert sorted(rules()) == sorted({case.code for case in CASES})


def test_every_rule_is_named_after_its_code_and_is_checked() -> None:
    names = {rule.__name__: code for code, rule in rules().items()}
    assert names == {code.replace(".", "_").replace("-", "_"): code for code in rules()}
    assert {rule.__name__ for rule in check_module.RULES} == set(names)
    assert len(check_module.RULES) == len(names)


def test_the_framework_is_there() -> None:
    assert {rule.__module__.rpartition(".")[2] for rule in rules().values()}.isdisjoint(FRAMEWORK)


def test_no_two_cases_have_the_same_name() -> None:
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_journeys_hold_together(case: Golden) -> None:
    assert problems(case.journey) == ()
    assert case.fine is None or problems(case.fine) == ()


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_code_is_raised(case: Golden) -> None:
    found = findings(case)
    assert found
    assert {finding.code for finding in found} == {case.code}


@pytest.mark.parametrize("case", CASES, ids=named)
def test_with_one_fact_otherwise_it_is_not(case: Golden) -> None:
    fine = case.fine or case.journey
    differing = list(differences(case.journey, fine))
    differing += ["today"] if case.fine_today else []
    differing += ["reference"] if case.fine_reference else []
    assert len(differing) == 1, differing
    assert raised(case.code, fine, case.fine_today or case.today, case.fine_reference or case.reference) == ()


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_whole_check_says_it_too(case: Golden) -> None:
    on = dt.date.fromisoformat(case.today)
    found = check_module.check(case.journey, case.reference or shipped(), on)
    assert set(findings(case)) <= set(found)
    assert [finding.order for finding in found] == sorted(finding.order for finding in found)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_sentence_has_all_its_values(case: Golden) -> None:
    for finding in findings(case):
        assert_complete(finding.message)
        assert str(finding.message).endswith((".", "?"))
        for fix in finding.fixes:
            assert_complete(fix.label)
            if isinstance(fix.action, MakeTask):
                assert_complete(fix.action.title)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_subject_and_the_fixes_lead_somewhere(case: Golden) -> None:
    for finding in findings(case):
        assert_leads(case, finding.subject)
        for fix in finding.fixes:
            assert_leads(case, fix.action.subject)
            if isinstance(fix.action, SetField):
                held = thing(case.journey, fix.action.subject.id)
                assert replace(held, **{fix.action.subject.field: fix.action.value}) != held  # type: ignore[type-var]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_day_going_by_is_no_new_fact(case: Golden) -> None:
    """While nothing else changes, an acknowledgement holds from one day to the next."""
    tomorrow = dt.date.fromisoformat(case.today) + dt.timedelta(1)
    before = {(f.severity, f.subject): f.facts for f in findings(case)}
    for finding in raised(case.code, case.journey, tomorrow, case.reference):
        assert before.get((finding.severity, finding.subject), finding.facts) == finding.facts


def assert_complete(message: Message) -> None:
    for text in (message.msgid, message.plural or ""):
        wanted = {field for _, field, _, _ in string.Formatter().parse(text) if field}
        assert wanted <= set(message.params)
    for value in message.params.values():
        assert value is not None
        if isinstance(value, Message):
            assert_complete(value)


def assert_leads(case: Golden, subject: Subject) -> None:
    held = thing(case.journey, subject.id)
    assert held is not None, subject
    assert kind_of(type(held)) == subject.kind
    assert not subject.field or hasattr(held, subject.field), subject
