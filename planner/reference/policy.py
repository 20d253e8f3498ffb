"""Dated facts that rules rest on: each a small set of named values with its source, never a constant in code.

They ship in ``resources/policies/*.json``. A policy past its ``valid_until`` no longer holds, one past its
``review_by`` has not been checked for too long; both are findings of their own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from planner.paths import resources_dir
from planner.record.document import DocumentKind
from planner.record.text import Text
from planner.record.visa import EntryBasis, EntryPurpose, StayCounting


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicySource:
    """Where a policy is stated. ``url`` is empty where the source has no lasting address."""

    title: Text
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A dated fact. ``values`` are its numbers by name, each with its unit in the name (``within_hours``).

    ``checked_on`` is the day somebody last compared it with its source; ``review_by`` the day by which
    that should happen again. Valid from ``valid_from`` to ``valid_until``, both included; ``None`` is open.
    ``country`` is the one whose law it is (ISO 3166-1 alpha-2), empty where it holds anywhere.
    """

    id: str
    title: Text
    values: Mapping[str, int]
    source: PolicySource
    checked_on: dt.date
    review_by: dt.date
    country: str = ""
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None

    def __getitem__(self, name: str) -> int:
        return self.values[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPolicy:
    """On what terms nationals of some countries may enter on one basis.

    ``nationalities`` are ISO 3166-1 alpha-2; empty for any. ``purposes`` are those the policy lists.
    ``stay_days`` per entry, counted as ``counting``; ``most_days`` is what a visa may grant at most.
    ``valid_until`` is the last day of entry under it; ``ends_differently`` names nationalities whose own end
    is another, or not known. ``documents`` are those everybody hands in with an application, to which the
    patient and each companion add their own.
    """

    id: str
    title: Text
    country: str
    basis: EntryBasis
    nationalities: tuple[str, ...] = ()
    purposes: tuple[EntryPurpose, ...] = ()
    stay_days: int | None = None
    most_days: int | None = None
    counting: StayCounting | None = None
    documents: tuple[DocumentKind, ...] = ()
    patient_documents: tuple[DocumentKind, ...] = ()
    companion_documents: tuple[DocumentKind, ...] = ()
    ends_differently: tuple[str, ...] = ()
    source: PolicySource
    checked_on: dt.date
    review_by: dt.date
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None

    def covers(self, nationality: str) -> bool:
        """Whether nationals of this country may use it at all."""
        return not self.nationalities or nationality in self.nationalities


@cache
def shipped_policies() -> Mapping[str, Policy]:
    """Every policy that ships, by id."""
    import msgspec

    found: dict[str, Policy] = {}
    for file in sorted((resources_dir() / "policies").glob("*.json")):
        found.update((p.id, p) for p in msgspec.json.decode(file.read_bytes(), type=tuple[Policy, ...]))
    return found


@cache
def shipped_entry_policies() -> tuple[EntryPolicy, ...]:
    """Every entry policy that ships, in the order of its file."""
    import msgspec

    file = resources_dir() / "policies" / "entry" / "china.json"
    return msgspec.json.decode(file.read_bytes(), type=tuple[EntryPolicy, ...])
