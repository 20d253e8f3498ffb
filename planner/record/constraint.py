"""What single values of the record must be, beyond their type: bounds, codes, zones.

One table for the three that need it: the integrity check, the published schema, and random journeys.
It refuses what would break the program or mislead a reader for certain, and nothing that is merely odd:
oddities are findings, for the rules. Sources: ISO 3166-1, ISO 4217, ISO 8601, Unicode LDML (locales).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from decimal import Decimal

from planner.message import N_, Message
from planner.record.agency import Agency
from planner.record.appointment import Appointment, Preparation
from planner.record.consent import Disclosure
from planner.record.contact import Contact
from planner.record.course import Course
from planner.record.document import Document
from planner.record.fraction import Fraction
from planner.record.issue import Issue
from planner.record.journey import Journey
from planner.record.mdt import MdtMeeting
from planner.record.money import DatedRate, Money
from planner.record.passport import Passport
from planner.record.place import OpeningHours, Place
from planner.record.text import Text
from planner.record.thing import Attachment
from planner.record.tie import Tie
from planner.record.traveller import EmergencyContact, Medicine, Traveller
from planner.record.treatment_days import DatedPolicy, ServiceDay
from planner.record.visa import Entry, Visa
from planner.record.when import When
from planner.record.zone import is_zone, nearest_zone

#: The days a record may hold, both included. Zones cannot be reckoned near the ends of the calendar.
FIRST_DAY, LAST_DAY = dt.date(1900, 1, 1), dt.date(2199, 12, 31)

_A_DAY = N_("a day from {first} to {last}", first=FIRST_DAY.isoformat(), last=LAST_DAY.isoformat())


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number from ``low`` to ``high``, both included; ``places`` is the most digits after the point."""

    low: Decimal
    high: Decimal
    places: int = 0

    def expected(self, value: object) -> Message | None:
        """What was expected instead of ``value``; ``None`` when it is fine."""
        number = value if isinstance(value, Decimal) else Decimal(str(value))
        if not number.is_finite() or not self.low <= number <= self.high:
            if self.places and self.low == Decimal(1).scaleb(-self.places):  # the least that can be written
                if number.is_finite() and number > self.high:
                    return N_("a number of at most {high}", high=str(self.high))
                return N_("a number above zero")
            if self.places:
                return N_("a number from {low} to {high}", low=str(self.low), high=str(self.high))
            return N_("a whole number from {low} to {high}", low=str(self.low), high=str(self.high))
        exponent = number.as_tuple().exponent
        if isinstance(exponent, int) and -exponent > self.places:
            return N_("at most {count} digits after the decimal point", count=self.places)
        return None


@dataclass(frozen=True, slots=True)
class Code:
    """A text of one form, whole: ``pattern``, or ``""`` too when ``blank``. ``name`` is the form's."""

    name: str
    pattern: str
    what: Message
    blank: bool = True

    def expected(self, value: object) -> Message | None:
        """What was expected instead of ``value``; ``None`` when it is fine."""
        if value == "" and self.blank:
            return None
        return None if re.fullmatch(self.pattern, str(value), re.ASCII) else self.what


@dataclass(frozen=True, slots=True)
class Zone:
    """The name of a time zone; ``blank`` when ``""`` (not known) is fine too."""

    blank: bool = True

    def expected(self, value: object) -> Message | None:
        """What was expected instead of ``value``; ``None`` when it is fine."""
        name = str(value)
        if is_zone(name) or (not name and self.blank):
            return None
        if near := nearest_zone(name):
            return N_("the name of a time zone ({near}?)", near=near)
        return N_("the name of a time zone such as Asia/Shanghai")


Constraint = Bounds | Code | Zone


def _whole(low: int, high: int) -> Bounds:
    return Bounds(Decimal(low), Decimal(high))


def _decimal(low: str, high: str, places: int) -> Bounds:
    return Bounds(Decimal(low), Decimal(high), places)


_WEEKDAY = _whole(1, 7)
_MINUTES = _whole(0, 10_080)
_AMOUNT = _decimal("0", "999999999999999", 6)
_ORDINAL = _whole(1, 999)
_COUNT = _whole(0, 9_999)
_GRAY = _decimal("0", "999.999", 6)
LOCALE = Code(
    "locale",
    r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_([A-Z]{2}|[0-9]{3}))?",
    N_("a language such as en or zh_CN"),
    blank=False,
)
_COUNTRY = Code("country", r"[A-Z]{2}", N_("a country’s two capital letters such as NZ"))
_CURRENCY = Code("currency", r"[A-Z]{3}", N_("a currency’s three capital letters such as CNY"), blank=False)
_SHA256 = Code("sha256", r"[0-9a-f]{64}", N_("a SHA-256 of 64 lower-case hexadecimal digits"))
#: Every id: what ``planner.record.ids.is_id`` accepts.
ID = Code(
    "id", r"[A-Za-z0-9][A-Za-z0-9_\-]{0,63}", N_("an id of 1 to 64 letters, digits, - or _"), blank=False
)

CONSTRAINTS: dict[tuple[type, str], Constraint] = {
    (Agency, "print_languages"): LOCALE,
    (Agency, "zone"): Zone(),
    (Appointment, "duration_minutes"): _MINUTES,
    (Attachment, "sha256"): replace(_SHA256, blank=False),
    (Attachment, "size_bytes"): _whole(0, 2**53 - 1),
    (Contact, "languages"): LOCALE,
    (Course, "dose_per_fraction_gy_rbe"): _GRAY,
    (Course, "fractions_per_week"): _whole(1, 14),
    (Course, "fractions_prescribed"): _ORDINAL,
    (Course, "session_minutes"): _MINUTES,
    (Course, "tolerated_prolongation_days"): _COUNT,
    (Course, "weekly_pattern"): _WEEKDAY,
    (DatedPolicy, "weekdays"): _WEEKDAY,
    (DatedRate, "base"): _CURRENCY,
    (DatedRate, "quote"): _CURRENCY,
    (DatedRate, "rate"): _decimal("0.000000000001", "999999999999", 12),
    (Disclosure, "revision"): _ORDINAL,
    (Document, "languages"): LOCALE,
    (Document, "translations_needed"): LOCALE,
    (EmergencyContact, "languages"): LOCALE,
    (Entry, "country"): _COUNTRY,
    (Fraction, "dose_delivered_gy_rbe"): _GRAY,
    (Fraction, "duration_minutes"): _MINUTES,
    (Fraction, "number"): _ORDINAL,
    (Issue, "languages"): LOCALE,
    (Issue, "replaces"): _ORDINAL,
    (Issue, "revision"): _ORDINAL,
    (Issue, "sha256"): _SHA256,
    (Journey, "country"): _COUNTRY,
    (Journey, "languages"): LOCALE,
    (Journey, "zone"): Zone(blank=False),
    (MdtMeeting, "duration_minutes"): _MINUTES,
    (Medicine, "days_carried"): _COUNT,
    (Money, "amount"): _AMOUNT,
    (Money, "currency"): _CURRENCY,
    (OpeningHours, "weekday"): _WEEKDAY,
    (Passport, "blank_pages"): _COUNT,
    (Passport, "issuing_state"): _COUNTRY,
    (Place, "country"): _COUNTRY,
    (Place, "latitude_deg"): _decimal("-90", "90", 12),
    (Place, "longitude_deg"): _decimal("-180", "180", 12),
    (Place, "zone"): Zone(),
    (Preparation, "hours_before"): _COUNT,
    (ServiceDay, "every_weeks"): _whole(1, 520),
    (Text, "reviewed"): LOCALE,
    (Text, "source"): LOCALE,
    (Text, "wording"): LOCALE,  # the keys
    (Tie, "days"): _whole(-9_999, 9_999),
    (Tie, "number"): _ORDINAL,
    (Traveller, "home_zone"): Zone(),
    (Traveller, "languages"): LOCALE,
    (Traveller, "nationality"): _COUNTRY,
    (Visa, "country"): _COUNTRY,
    (Visa, "entries"): _COUNT,
    (Visa, "stay_days"): _COUNT,
    (When, "fold"): _whole(0, 1),
    (When, "zone"): Zone(blank=False),
}


def day_expected(day: dt.date) -> Message | None:
    """What was expected instead of ``day``; ``None`` when it is one that a record may hold."""
    return None if FIRST_DAY <= day <= LAST_DAY else _A_DAY


def amount_expected(amount: Decimal) -> Message | None:
    """What was expected instead of ``amount``; ``None`` when it is one that a record may hold of money."""
    return _AMOUNT.expected(amount)


def text_expected(words: str) -> Message | None:
    """What was expected instead of ``words``; ``None`` when they can be kept and shown everywhere."""
    if "\0" in words:
        return N_("text without the character NUL")
    try:
        words.encode()
    except UnicodeEncodeError:
        return N_("text without half characters (lone surrogates)")
    return None
