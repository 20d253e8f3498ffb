"""How long one may stay after an entry: the last legal day, by the stated counting and by the careful one.

Sources (domain facts 3.1, 3.2): an S2 visa's days run "from the day of entry"; visa-free days from the day
after it; registration is due within 24 hours; an extension is asked for seven days before the stay ends.
Which counting holds is said by the visa or the policy and is only read here; the two lead times are the
policies ``stay.extension`` and ``stay.registration``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from planner.record.visa import Entry, ExtensionState, StayCounting, Visa
from planner.record.when import When
from planner.reference.policy import shipped_policies


@dataclass(frozen=True, slots=True, kw_only=True)
class PermittedStay:
    """What follows from one entry; each is ``None`` when what it needs is not known.

    ``last_day`` is the last legal day, included, by an officer's stamp or a granted extension, else by the
    stated counting. ``careful_last_day`` counts the day of entry as day 1; it equals ``last_day`` where a
    stamp or an extension says the day itself. ``last_moment`` is set only when the stay is counted in
    hours. ``apply_by`` and ``register_by`` are the last day and the last moment for each duty;
    ``register_by`` has no time when the time of entry is not known.
    """

    last_day: dt.date | None = None
    careful_last_day: dt.date | None = None
    last_moment: When | None = None
    apply_by: dt.date | None = None
    register_by: When | None = None

    @property
    def safe_last_day(self) -> dt.date | None:
        """The earlier of the two last days: nobody can say that it is too late."""
        days = [day for day in (self.last_day, self.careful_last_day) if day is not None]
        return min(days, default=None)


def permitted_stay(entry: Entry, visa: Visa | None, zone: str) -> PermittedStay:
    """How long ``entry`` on ``visa`` permits to stay. ``zone`` is the country's, whose calendar counts.

    A visa of ``None`` is one not decided on: only a stamp, an extension or the registration is known then.
    """
    entered = _at_border(entry.entered, zone)
    said = _said_day(entry)
    last_moment = None
    if said is not None:
        last, careful = said, said
    elif entered is None or visa is None or visa.stay_days is None:
        last, careful = None, None
    else:
        careful = last_day(entered.date, visa.stay_days, StayCounting.ENTRY_DAY_IS_DAY_ONE)
        if visa.counting is StayCounting.HOURS:
            last_moment = entered.later(visa.stay_days * 24 * 60)
            last = last_moment.date if last_moment else None
        else:
            last = last_day(entered.date, visa.stay_days, visa.counting)
    counted = last or careful
    return PermittedStay(
        last_day=last,
        careful_last_day=careful,
        last_moment=last_moment,
        apply_by=apply_by(counted) if counted else None,
        register_by=register_by(entered) if entered else None,
    )


def last_day(entered_on: dt.date, stay_days: int, counting: StayCounting | None) -> dt.date | None:
    """The last legal day, included, of ``stay_days`` after entering on the local date ``entered_on``.

    ``None`` when the counting is not known, or is in hours: then the time of entry decides.
    """
    match counting:
        case StayCounting.ENTRY_DAY_IS_DAY_ONE:
            return entered_on + dt.timedelta(stay_days - 1)
        case StayCounting.DAY_AFTER_ENTRY_IS_DAY_ONE:
            return entered_on + dt.timedelta(stay_days)
        case _:
            return None


def register_by(arrived: When) -> When:
    """The last moment to register an address after arriving: 24 hours on.

    When only the day of arrival is known, so is only the day of the deadline.
    """
    hours = shipped_policies()["stay.registration"]["within_hours"]
    return arrived.later(hours * 60) or arrived.moved(-(-hours // 24))


def apply_by(last_day: dt.date) -> dt.date:
    """The last day to ask for an extension or a stay permit, seven days before the last legal day."""
    return last_day - dt.timedelta(shipped_policies()["stay.extension"]["apply_days_before"])


def _at_border(entered: When | None, zone: str) -> When | None:
    """The entry as the country's own clocks show it, in whatever zone it was written down."""
    if entered is None or entered.zone == zone:
        return entered
    return entered.seen_from(zone) or entered


def _said_day(entry: Entry) -> dt.date | None:
    """The last day that somebody in office wrote: of the extensions granted the latest, else the stamp's."""
    granted = [e.until for e in entry.extensions if e.state is ExtensionState.GRANTED and e.until]
    return max(granted, default=entry.stamped_until)
