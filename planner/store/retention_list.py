"""What each journey says about how long it is kept, read without reading the journeys."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.record.ids import JourneyId
from planner.record.journey import JourneyState
from planner.record.text import Text
from planner.store.json_values import object_from_json

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """How long one journey is kept: ``until`` is the last day, ``None`` while nobody has decided."""

    journey: JourneyId
    patient_name: str
    reference: str
    state: JourneyState
    zone: str
    last_service_on: dt.date | None
    until: dt.date | None
    reason: Text


def keepings(db: Database) -> list[Keeping]:
    """Of every journey, the soonest to be decided first."""
    rows = db.conn.execute(
        'SELECT j."id", coalesce(s."patient_name", \'\'), j."reference", j."state", j."zone", '
        'j."last_service_on", j."retain_until", j."retention_reason" FROM "journey" AS j '
        'LEFT JOIN "journey_summary" AS s ON s."id" = j."id" '
        'ORDER BY j."retain_until" IS NULL, j."retain_until", j."last_service_on", j."id"'
    )
    return [
        Keeping(
            journey=JourneyId(key),
            patient_name=name,
            reference=reference,
            state=JourneyState(state),
            zone=zone,
            last_service_on=dt.date.fromisoformat(service) if service else None,
            until=dt.date.fromisoformat(until) if until else None,
            reason=object_from_json(Text, json.loads(reason)) if reason != "{}" else Text(),
        )
        for key, name, reference, state, zone, service, until, reason in rows
    ]
