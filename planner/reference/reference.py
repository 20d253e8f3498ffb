"""Everything the rules may know about the world, as one value: calendars, policies, limits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from planner.record.visa import Visa
from planner.reference.calendar_year import CalendarYear
from planner.reference.limits import Limits
from planner.reference.policy import EntryPolicy, Policy, shipped_entry_policies, shipped_policies
from planner.reference.work_calendar import WorkCalendar


class Calendars:
    """The work calendars by region, each made when first asked for, imported years included.

    ``checked`` are the computed years (``TW-2027``) that somebody here has compared with the government's.
    """

    __slots__ = ("_by_region", "checked", "imported")

    def __init__(self, imported: Iterable[CalendarYear] = (), checked: frozenset[str] = frozenset()) -> None:
        self.imported = tuple(imported)
        self.checked = checked
        self._by_region: dict[str, WorkCalendar] = {}

    def with_imported(self, more: Iterable[CalendarYear]) -> Calendars:
        """The same with more imported years."""
        return Calendars((*self.imported, *more), self.checked)

    def with_checked(self, checked: frozenset[str]) -> Calendars:
        """The same with these computed years checked."""
        return Calendars(self.imported, checked)

    def of(self, region: str) -> WorkCalendar:
        """The calendar of a region (``region.region_of``); of an unknown one only weekdays are known."""
        found = self._by_region.get(region)
        if found is None:
            found = self._by_region[region] = WorkCalendar(region, self.imported, self.checked)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Reference data as a check, a schedule or an itinerary uses it."""

    calendars: Calendars = field(default_factory=Calendars)
    policies: Mapping[str, Policy] = field(default_factory=shipped_policies)
    entry_policies: tuple[EntryPolicy, ...] = field(default_factory=shipped_entry_policies)
    limits: Limits = field(default_factory=Limits)

    def policy(self, id: str, country: str = "") -> Policy | None:
        """The policy of that id; ``None`` if there is none, or if it is another country's law."""
        found = self.policies.get(id)
        return found if found is not None and found.country in ("", country) else None

    def entry_policy(self, id: str) -> EntryPolicy | None:
        """The entry policy of that id, or ``None``."""
        return next((policy for policy in self.entry_policies if policy.id == id), None)

    def entry_policy_of(self, visa: Visa) -> EntryPolicy | None:
        """The policy a visa names, else the one of its country and basis; ``None`` if none is known."""
        named = self.entry_policy(visa.policy) if visa.policy else None
        if named is not None:
            return named
        ground = (visa.country, visa.basis)
        return next((one for one in self.entry_policies if (one.country, one.basis) == ground), None)


def shipped_reference(imported: Iterable[CalendarYear] = (), limits: Limits | None = None) -> Reference:
    """The reference data that ships, with imported calendars and the agency's own limits over it."""
    return Reference(calendars=Calendars(imported), limits=limits or Limits())
