"""The items of an itinerary: what prints, on which day, for whom — frozen values in no language yet.

``Words`` are either recorded ``Text`` (in the languages it exists in) or a ``Message`` (translated by
whoever shows it). PDF, calendar file and screen are all drawn from these and from nothing else, so what
an audience may not see is not here at all.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from planner.message import Birthday, Country, Message
from planner.record.consent import Audience
from planner.record.money import Money
from planner.record.text import Text
from planner.record.when import When

Words = Text | Message


class ItemKind(StrEnum):
    """What an item is; chooses its icon and its place among things at the same moment."""

    FLIGHT = "flight"
    TRAIN = "train"
    CAR = "car"
    COACH = "coach"
    FERRY = "ferry"
    WALK = "walk"
    ARRIVAL = "arrival"
    BORDER = "border"
    REGISTRATION = "registration"
    CHECK_IN = "check-in"
    CHECK_OUT = "check-out"
    CONSULTATION = "consultation"
    BLOODS = "bloods"
    IMAGING = "imaging"
    PROCEDURE = "procedure"
    SIMULATION = "simulation"
    PLANNING = "planning"
    MDT = "mdt"
    FRACTION = "fraction"
    REVIEW = "review"
    VISA_STEP = "visa-step"
    DOCUMENT = "document"
    PAYMENT = "payment"
    TASK = "task"
    NOTICE = "notice"
    OTHER = "other"


#: What leaves by a clock, however many days it takes.
_BY_THE_CLOCK = frozenset(
    {ItemKind.FLIGHT, ItemKind.TRAIN, ItemKind.CAR, ItemKind.COACH, ItemKind.FERRY, ItemKind.WALK}
)


class Standing(StrEnum):
    """How firm an item is, as it prints: nothing, "to be confirmed 待确认", "cancelled", "done", "missed".

    What was never confirmed and is over (``PASSED``) prints nothing: there is nothing left to confirm, and
    nobody wrote down what became of it.
    """

    CONFIRMED = "confirmed"
    TO_BE_CONFIRMED = "to-be-confirmed"
    PASSED = "passed"
    DONE = "done"
    MISSED = "missed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """A place as it prints. ``where`` is the department, floor and room; ``entrance`` the door to use."""

    place: str = ""
    name: Text
    pinyin: str = ""
    address: Text = Text()
    address_pinyin: str = ""
    where: tuple[Text, ...] = ()
    entrance: Text = Text()
    telephone: str = ""
    zone: str = ""
    latitude_deg: Decimal | None = None
    longitude_deg: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """A person as they print, with what they are here for."""

    contact: str = ""
    name: Text
    pinyin: str = ""
    role: Words
    telephone: str = ""
    wechat: str = ""
    languages: tuple[str, ...] = ()
    vehicle: Text = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A labelled fact: booking reference, seat, terminal, baggage. ``mono`` for a code to be read off."""

    label: Message
    value: Words | str | int | Decimal | dt.date | Birthday | Country | When | Money
    mono: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that happens. ``key`` is stable across revisions: the thing's id and which side of it.

    ``on`` is the local day it prints under. Without ``starts`` no clock time belongs to it (a payment due,
    a duty); with a ``starts`` whose time is ``None`` the time is still to be confirmed, and prints so, unless
    it lasts whole days (``misses_time``).
    ``starts`` and ``ends`` are local to where each happens, but what a traveller does from home (a video
    consultation) is in home time, with the hospital's time among ``facts``. ``starts.date`` and
    ``ends.date`` may differ from ``on``: a departure after midnight is told of the evening before, a flight
    across the date line lands on an earlier date. ``ends`` without ``starts`` is a last moment ("by").
    ``home`` is ``starts`` as clocks at the reader's home show it, ``None`` where they show the same.
    ``number`` of ``total`` are for fractions. ``provisional`` is set when the day's official calendar is not
    known yet. ``important`` are warnings that must not be missed, such as a departure after midnight.
    ``who`` are the travellers who take part.
    """

    key: str
    kind: ItemKind
    on: dt.date
    title: Words
    subject: str = ""
    subtitle: Words | None = None
    starts: When | None = None
    ends: When | None = None
    home: When | None = None
    duration_minutes: int | None = None
    standing: Standing = Standing.CONFIRMED
    provisional: bool = False
    place: PlaceLine | None = None
    to_place: PlaceLine | None = None
    who: tuple[str, ...] = ()
    people: tuple[PersonLine, ...] = ()
    preparation: tuple[Words, ...] = ()
    bring: tuple[Words, ...] = ()
    facts: tuple[Fact, ...] = ()
    important: tuple[Words, ...] = ()
    number: int | None = None
    total: int | None = None

    @property
    def misses_time(self) -> bool:
        """Whether its time is still to be confirmed; what lasts whole days has none that could be missing."""
        if self.starts is None or self.starts.time is not None:
            return False
        if self.kind in _BY_THE_CLOCK or self.ends is None or self.ends.time is not None:
            return True
        return self.ends.date <= self.starts.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day where the reader is. ``zone`` is that place's; ``home_gap_hours`` is how far home is ahead.

    ``notes`` tell of the day itself: a holiday, clocks changing at home. ``sleeps_at`` is where the night
    that begins on this day is spent; ``night`` says it where that is no place ("on flight 3U3812"). A day
    without ``items`` is a free day of the journey.
    """

    date: dt.date
    zone: str
    home_zone: str = ""
    home_gap_hours: Decimal | None = None
    items: tuple[Item, ...] = ()
    notes: tuple[Words, ...] = ()
    provisional: bool = False
    sleeps_at: PlaceLine | None = None
    night: Words | None = None


class DayMark(StrEnum):
    """What a small month calendar marks on a day."""

    TRAVEL = "travel"
    APPOINTMENT = "appointment"
    FRACTION = "fraction"
    CLOSED = "closed"
    HOLIDAY = "holiday"
    LAST_LEGAL_DAY = "last-legal-day"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedDay:
    """A day of a month calendar with its marks; ``fraction`` is the number of the session on it."""

    date: dt.date
    marks: tuple[DayMark, ...] = ()
    fraction: int | None = None
    provisional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A row of the treatment course."""

    number: int
    starts: When
    home: When | None = None
    standing: Standing = Standing.CONFIRMED
    provisional: bool = False
    room: Text = Text()
    reason: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursePlan:
    """A course as it prints: prescribed figures exactly as the clinician entered them, sessions, tally.

    ``total_dose_gy_rbe`` is fractions × dose per fraction. ``overall_days`` counts the first and the last
    day; ``longest_gap_days`` is the largest difference between consecutive session dates.
    """

    course: str
    site: Text = Text()
    modality: Message
    centre: PlaceLine | None = None
    room: Text = Text()
    clinician: PersonLine | None = None
    dose_per_fraction_gy_rbe: Decimal | None = None
    total_dose_gy_rbe: Decimal | None = None
    prescribed: int | None = None
    delivered: int = 0
    sessions: tuple[Session, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    overall_days: int | None = None
    longest_gap_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StayLine:
    """One traveller's permitted stay: basis, entry, last legal day by the rule, and by the careful count.

    ``last_day`` follows the counting the visa or policy states; ``careful_last_day`` counts the day of
    entry as day 1. Either is ``None`` when what it needs is unknown. ``last_moment`` is set only where the
    stay is counted in hours. ``planned`` is true while the entry has not happened.
    """

    traveller: str
    basis: Words
    visa_number: str = ""
    entered: When | None = None
    last_day: dt.date | None = None
    careful_last_day: dt.date | None = None
    register_by: When | None = None
    apply_by: dt.date | None = None
    enter_by: dt.date | None = None
    entries: Words | None = None
    last_moment: When | None = None
    planned: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """A line with a box to tick: a document to carry, a thing to pack, a medicine with its two names."""

    words: Words
    detail: Words | None = None
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckList:
    """A heading and its lines."""

    title: Message
    lines: tuple[CheckLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyCard:
    """One traveller's wallet card. Allergies print as stated; ``None`` means nobody has asked."""

    traveller: str
    name_hanzi: str = ""
    born_on: dt.date | None = None
    nationality: str = ""
    passport_number: str = ""
    languages: tuple[str, ...] = ()
    condition: Words | None = None
    allergies: tuple[Words, ...] | None = None
    medicines: tuple[Words, ...] = ()
    contacts: tuple[PersonLine, ...] = ()
    hospital: PlaceLine | None = None
    emergency_entrance: Text = Text()
    numbers: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseGroup:
    """Sentences to point at, under a heading."""

    title: Words
    phrases: tuple[Text, ...]
    pinyin: tuple[str, ...] = ()


class ChangeKind(StrEnum):
    """What became of an item since an earlier revision."""

    NEW = "new"
    MOVED = "moved"
    CHANGED = "changed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that reads otherwise than before; ``None`` is nothing there.

    Of lists (who comes, what to bring) only what is gone and what was added. An end is named where the item
    did not simply move, as long as before.
    """

    label: Message
    old: Words | dt.date | When | tuple[Words | str, ...] | None
    new: Words | dt.date | When | tuple[Words | str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An item that is not as it was. ``item`` is the new one, or for one that is gone the old one."""

    kind: ChangeKind
    item: Item
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Itinerary:
    """Everything one printed or exported itinerary says to one audience.

    ``initials`` stand in the page furniture in place of a name. ``revision`` is ``None`` for a draft.
    ``before`` are items before the first day of travel, ``days`` those of the journey itself, ``after``
    those once back home. ``provisional_years`` are the years whose official calendar is not loaded.
    ``reader`` is the id of the traveller whose copy it is (a companion has one of their own), or whose
    journey the others' copies are about; ``recipient`` that of the driver, hotel or hospital it is made for.
    ``changes`` are what is not as it was in revision ``changed_since``, in the order of the items.
    """

    journey: str
    reference: str
    audience: Audience
    languages: tuple[str, ...]
    made_on: dt.date
    revision: int | None = None
    title: Message
    initials: str = ""
    travellers: tuple[Fact, ...] = ()
    agency: Text = Text()
    agency_lines: tuple[Fact, ...] = ()
    key_facts: tuple[Fact, ...] = ()
    ring: tuple[PersonLine, ...] = ()
    months: tuple[MarkedDay, ...] = ()
    checklists: tuple[CheckList, ...] = ()
    stays: tuple[StayLine, ...] = ()
    stay_notes: tuple[Words, ...] = ()
    before: tuple[Item, ...] = ()
    days: tuple[Day, ...] = ()
    after: tuple[Item, ...] = ()
    courses: tuple[CoursePlan, ...] = ()
    addresses: tuple[PlaceLine, ...] = ()
    emergency_cards: tuple[EmergencyCard, ...] = ()
    phrases: tuple[PhraseGroup, ...] = ()
    contacts: tuple[PersonLine, ...] = ()
    disclaimer: Words | None = None
    provisional_years: tuple[int, ...] = ()
    reader: str = ""
    recipient: str = ""
    changed_since: int | None = None
    changes: tuple[Change, ...] = ()
