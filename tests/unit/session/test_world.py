"""What the pages about the world are told: every policy in a sentence, every year with how sure it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from planner.i18n import translator
from planner.reference.policy import EntryPolicy, shipped_entry_policies, shipped_policies
from planner.reference.policy_sentence import entry_sentence, policy_sentence
from planner.reference.template import shipped_templates
from planner.session import Session
from planner.session.world import (
    CalendarTrust,
    Standing,
    known_policies,
    known_regions,
    known_years,
    newest_reviewer,
    standing_of,
    tie_of_template,
)

TODAY = dt.date(2027, 3, 1)


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session.sample() as opened:
        yield opened


@pytest.mark.parametrize("policy", shipped_policies().values(), ids=lambda policy: policy.id)
def test_every_policy_says_something_with_its_own_numbers(policy: object) -> None:
    said = policy_sentence(policy)  # type: ignore[arg-type]
    assert said.msgid != "{what}", "a policy needs its sentence in planner/reference/policy_sentence.py"
    assert translator("en").text(said).endswith(".")


@pytest.mark.parametrize("policy", shipped_entry_policies(), ids=lambda policy: policy.id)
def test_every_ground_to_enter_says_for_what_and_how_long(policy: EntryPolicy) -> None:
    said = translator("en").text(entry_sentence(policy))
    days = policy.stay_days or policy.most_days
    assert f"{days} days" in said if days else "not known" in said


def test_a_policy_that_is_not_known_says_its_title() -> None:
    policy = replace(shipped_policies()["stay.permit"], id="something.new")
    assert translator("en").text(policy_sentence(policy)) == policy.title.in_("en")


@pytest.mark.parametrize("locale", ["en", "zh_CN"])
def test_every_source_is_told_in_both_languages(locale: str) -> None:
    for policy in (*shipped_policies().values(), *shipped_entry_policies()):
        assert policy.source.title.in_(locale), policy.id
        assert policy.title.in_(locale), policy.id


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ("2026-12-31", Standing.FINE),
        ("2027-01-01", Standing.EXPIRED),
    ],
)
def test_the_last_day_of_a_policy_still_counts(day: str, standing: Standing) -> None:
    free = shipped_entry_policies()[0]
    assert standing_of(free, dt.date.fromisoformat(day)) is standing


def test_a_policy_is_due_after_its_day_and_to_come_before_its_first() -> None:
    policy = shipped_policies()["stay.permit"]
    assert standing_of(policy, policy.review_by) is Standing.FINE
    assert standing_of(policy, policy.review_by + dt.timedelta(1)) is Standing.DUE
    later = replace(policy, valid_from=TODAY + dt.timedelta(1))
    assert standing_of(later, TODAY) is Standing.TO_COME
    assert standing_of(later, TODAY + dt.timedelta(1)) is Standing.FINE


def test_grounds_to_enter_come_first(session: Session) -> None:
    kinds = [isinstance(one.policy, EntryPolicy) for one in known_policies(session, TODAY)]
    assert kinds == sorted(kinds, reverse=True)
    assert len(kinds) == len(shipped_policies()) + len(shipped_entry_policies())


def test_regions_are_those_with_a_calendar_and_parts_where_places_lie(session: Session) -> None:
    regions = known_regions(session.reference, session.directory())
    assert regions[0] == "CN"
    assert {"HK", "TW", "NZ", "AU"} < set(regions)
    assert any(region.startswith("NZ-") for region in regions)


def test_years_are_told_with_how_sure_they_are(session: Session) -> None:
    china = {one.calendar.year: one for one in known_years(session, "CN", TODAY)}
    assert list(china) == sorted(china, reverse=True)
    assert china[2026].calendar.trust is CalendarTrust.OFFICIAL
    assert china[2026].waits_for == 2027
    assert china[2025].waits_for is None
    assert (china[2027].calendar.trust, china[2027].waits_for) == (CalendarTrust.PROVISIONAL, 2027)
    assert china[2026].checked_on == dt.date(2026, 11, 23)
    assert known_years(session, "XX", TODAY) == ()


def test_every_step_of_every_template_says_when() -> None:
    for template in shipped_templates().values():
        for step in (*template.tasks, *template.documents):
            assert translator("en").text(tie_of_template(step.tie))


def test_who_checked_last_would_check_next() -> None:
    with Session.sample() as session:
        assert newest_reviewer(session.reviews.all()) == ""
        policy = session.reference.policies["stay.permit"]
        session.reviews.check_policy(policy, by="Casey Specimen", on=session.today("UTC"))
        assert newest_reviewer(session.reviews.all()) == "Casey Specimen"
        known = next(one for one in known_policies(session, TODAY) if one.policy.id == "stay.permit")
        assert [review.by for review in known.reviews] == ["Casey Specimen"]
