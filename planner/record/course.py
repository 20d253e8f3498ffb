"""A course of proton or carbon therapy, as prescribed by a clinician in a document."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from planner.record.fraction import Fraction
from planner.record.ids import ContactId, CourseId, DocumentId, PlaceId
from planner.record.text import Text
from planner.record.thing import Thing


class Modality(StrEnum):
    """The particle."""

    PROTON = "proton"
    CARBON = "carbon"


class InterruptionCategory(StrEnum):
    """How prolongation is tolerated (RCR categories), only ever as entered by the clinician."""

    CATEGORY_1 = "1"
    CATEGORY_2 = "2"
    CATEGORY_3 = "3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Thing):
    """A course. Doses are Gy(RBE), entered as the clinician wrote them in ``document``; none is computed.

    ``weekly_pattern`` are the ISO weekdays (1 Monday … 7 Sunday) treated, empty for every treatment day;
    ``fractions_per_week`` limits them (four a week for some carbon protocols). ``daily_time`` is the usual
    local time at the centre. ``tolerated_prolongation_days`` is calendar days of overall treatment time.
    ``fractions`` are all sessions, in order of time, missed ones included.
    """

    id: CourseId
    site: Text = Text()
    modality: Modality = Modality.PROTON
    dose_per_fraction_gy_rbe: Decimal | None = None
    fractions_prescribed: int | None = None
    document: DocumentId | None = None
    clinician: ContactId | None = None
    prescribed_on: dt.date | None = None
    centre: PlaceId | None = None
    room: Text = Text()
    daily_time: dt.time | None = None
    session_minutes: int | None = None
    weekly_pattern: tuple[int, ...] = ()
    fractions_per_week: int | None = None
    tolerated_prolongation_days: int | None = None
    interruption_category: InterruptionCategory | None = None
    tolerance_stated_by: ContactId | None = None
    tolerance_document: DocumentId | None = None
    fractions: tuple[Fraction, ...] = ()
