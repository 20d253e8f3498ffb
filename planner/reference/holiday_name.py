"""The names of China's holidays as notices write them, and what they are called in other languages."""

from __future__ import annotations

from planner.message import N_, Message

_NAMES = {
    "元旦": N_("New Year's Day"),
    "春节": N_("Spring Festival"),
    "清明节": N_("Qingming Festival"),
    "劳动节": N_("Labour Day"),
    "端午节": N_("Dragon Boat Festival"),
    "中秋节": N_("Mid-Autumn Festival"),
    "国庆节": N_("National Day"),
}


def holiday_name(name: str) -> Message | str:
    """A holiday's name to be shown: translatable if it is one of China's, else as its source words it.

    A notice may join two (``"国庆节、中秋节"``); those are shown joined.
    """
    known = [_NAMES.get(part) for part in name.split("、")]
    match known:
        case [Message() as one]:
            return one
        case [Message() as one, Message() as other]:
            return N_("{holiday} and {other_holiday}", holiday=one, other_holiday=other)
    return name
