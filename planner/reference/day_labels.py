"""What the days of a calendar are called: its kinds, and China's holidays as its notices name them."""

from __future__ import annotations

from planner.message import N_, NP_, Message
from planner.reference.calendar_year import CalendarTrust, DayKind

_NAMES = {
    "元旦": N_("New Year’s Day"),
    "春节": N_("Spring Festival"),
    "清明节": N_("Qingming Festival"),
    "劳动节": N_("Labour Day"),
    "端午节": N_("Dragon Boat Festival"),
    "中秋节": N_("Mid-Autumn Festival"),
    "国庆节": N_("National Day"),
}
_KINDS = {
    DayKind.STATUTORY: NP_("calendar", "statutory holiday"),
    DayKind.DAY_OFF: NP_("calendar", "day off"),
    DayKind.MAKEUP_WORKDAY: NP_("calendar", "make-up workday"),
    None: NP_("calendar", "ordinary day"),
}
_TRUST = {
    CalendarTrust.OFFICIAL: NP_("calendar", "official"),
    CalendarTrust.COMPUTED: NP_("calendar", "computed from the law, checked"),
    CalendarTrust.PROVISIONAL: NP_("calendar", "provisional: not announced yet, or not checked"),
    CalendarTrust.UNKNOWN: NP_("calendar", "unknown"),
}


def holiday_name(name: str) -> Message | str:
    """A holiday's name to be shown: translatable if it is one of China's, else as its source words it.

    A notice may join two (``"国庆节、中秋节"``).
    """
    match [_NAMES.get(part) for part in name.split("、")]:
        case [Message() as one]:
            return one
        case [Message() as one, Message() as other]:
            return N_("{holiday} and {other_holiday}", holiday=one, other_holiday=other)
    return name


def day_kind_label(kind: DayKind | None) -> Message:
    """What a kind of day is called; ``None`` is an ordinary weekday or weekend."""
    return _KINDS[kind]


def trust_label(trust: CalendarTrust) -> Message:
    """How far a year's calendar can be relied on, in words."""
    return _TRUST[trust]
