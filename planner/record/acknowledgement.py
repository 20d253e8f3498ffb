"""A finding somebody has seen and accepted, with a reason; it comes back when its facts change."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from planner.record.ids import AcknowledgementId
from planner.record.thing import Thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement(Thing):
    """``code`` about ``subject`` (a thing's id, ``""`` for the journey) is accepted while ``facts`` stay so.

    ``facts`` is a digest of the finding's own facts, made by the rule.
    """

    id: AcknowledgementId
    code: str
    subject: str = ""
    facts: str = ""
    reason: str = ""
    by: str = ""
    on: dt.date
