"""The rows of lists: kept as given, found when stale, gone with their journey."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from planner.message import N_
from planner.record.journey import JourneyState
from planner.store.change_log import ChangeNote
from planner.store.journey_summary import JourneySummary, StripeMark
from planner.store.saving import JourneyChange
from tests.builders import at, make_journey, text
from tests.unit.store.conftest import NOW

NOTE = ChangeNote(at=NOW, label=N_("Edit"))
TODAY = dt.date(2026, 11, 23)
FULL = JourneySummary(
    id="j1",
    patient_name="ERIKSSON Anna Maria",
    patient_name_hanzi="安娜",
    reference="TJ-1",
    state=JourneyState.ACTIVE,
    case_manager="m1",
    centre=text("Demo Proton Centre", "演示质子中心"),
    phase="fractions",
    first_day=dt.date(2026, 11, 23),
    last_day=dt.date(2027, 8, 4),
    next_title=N_("Session {number} of {total}", number=7, total=15),
    next_when=at("2027-04-14 10:20"),
    fractions_delivered=6,
    fractions_prescribed=15,
    stay_last_day=dt.date(2027, 5, 6),
    stay_slack_days=7,
    blockers=1,
    warnings=2,
    notes=3,
    stripe=(StripeMark("course", dt.date(2027, 4, 6), dt.date(2027, 4, 26)),),
    computed_on=TODAY,
    stale_at=dt.datetime(2026, 11, 24, tzinfo=dt.timezone(dt.timedelta(hours=8))),
)


def bare(key: str, **fields) -> JourneySummary:
    return JourneySummary(id=key, patient_name="", computed_on=TODAY, **fields)


def test_rows_come_back_as_given(vault):
    for summary in (FULL, bare("j2")):
        vault.save([JourneyChange(None, _journey(summary.id), summary)], NOTE)
    assert vault.summaries() == [bare("j2"), FULL]
    assert vault.summaries_of(["j1", "nobody", "j2"]) == [FULL, bare("j2")]


def test_a_row_is_replaced_with_its_journey_or_alone(vault):
    journey = _journey("j1")
    vault.save([JourneyChange(None, journey, FULL)], NOTE)
    newer = replace(FULL, blockers=0)
    vault.save([JourneyChange(journey, replace(journey, notes="x"), newer)], NOTE)
    assert vault.summaries() == [newer]
    vault.save([JourneyChange(replace(journey, notes="x"), journey)], NOTE)
    assert vault.summaries() == [newer], "an edit without a row leaves the row"
    vault.put_summaries([bare("j1")])
    assert vault.summaries() == [bare("j1")]


def test_a_row_goes_with_its_journey(vault):
    journey = _journey("j1")
    vault.save([JourneyChange(None, journey, FULL)], NOTE)
    vault.save([JourneyChange(journey, None)], NOTE)
    assert vault.summaries() == []


def test_stale_rows_are_found_by_the_instant_in_any_zone(vault):
    at_noon = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
    china, auckland = (dt.timezone(dt.timedelta(hours=hours)) for hours in (8, 13))
    for key, stale_at in {
        "never": None,
        "late": at_noon.astimezone(china),
        "early": (at_noon - dt.timedelta(hours=1)).astimezone(auckland),
        "tomorrow": at_noon + dt.timedelta(days=1),
    }.items():
        vault.save([JourneyChange(None, _journey(key), bare(key, stale_at=stale_at))], NOTE)
    assert vault.stale_summaries(at_noon - dt.timedelta(hours=2)) == []
    assert vault.stale_summaries(at_noon.astimezone(auckland)) == ["early", "late"]


def _journey(key: str):
    return make_journey(id=key)
